"""Links from a page to itself in other languages, from plain values."""

from __future__ import annotations

import re

import pytest

from sphinx_glossary_ext.addresses import Addresses
from sphinx_glossary_ext.language_links import LanguageLinks

TEMPLATE = "{root}../{lang}/{page}{anchor}"
LOCALES = ("en", "fi", "ja", "pt_BR")
WEB = Addresses(TEMPLATE, "", "https://example.org/ja/")
JAPANESE = LanguageLinks("ja", LOCALES, WEB, "ほかの言語")


def test_a_link_for_each_other_language_in_its_own_name() -> None:
    assert [tuple(link) for link in JAPANESE.links("a/b.html")] == [
        ("en", "English", "../../en/a/b.html"),
        ("fi", "Suomi", "../../fi/a/b.html"),
        ("pt-BR", "Português (Brasil)", "../../pt-br/a/b.html"),
    ]


def test_readers_get_a_landmark_with_a_label() -> None:
    html = JAPANESE.nav_html("a.html")
    assert html.startswith('<nav class="glossary-languages" aria-labelledby="')
    label = re.search('aria-labelledby="([^"]+)"', html)
    assert label is not None
    assert f'<span id="{label[1]}">ほかの言語</span>' in html
    assert html.count("<li>") == 3
    assert '<a rel="alternate" href="../fi/a.html" lang="fi" hreflang="fi">Suomi</a>' in html


def test_without_a_label_pages_show_none() -> None:
    silent = LanguageLinks("ja", LOCALES, WEB)
    assert silent.nav_html("a.html") == ""
    assert silent.alternates("a.html") == JAPANESE.alternates("a.html") != []


def test_search_engines_get_every_language_and_the_source_for_all_others() -> None:
    assert [tuple(alternate) for alternate in JAPANESE.alternates("a/b.html")] == [
        ("en", "https://example.org/en/a/b.html"),
        ("fi", "https://example.org/fi/a/b.html"),
        ("ja", "https://example.org/ja/a/b.html"),
        ("pt-BR", "https://example.org/pt-br/a/b.html"),
        ("x-default", "https://example.org/en/a/b.html"),
    ]


def test_every_page_of_a_set_names_the_same_set() -> None:
    for page in ("index.html", "a/b/", ""):
        sets = [
            LanguageLinks(
                locale,
                LOCALES,
                Addresses(TEMPLATE, "", f"https://example.org/{locale.lower().replace('_', '-')}/"),
            ).alternates(page)
            for locale in LOCALES
        ]
        assert all(found == sets[0] != [] for found in sets)


@pytest.mark.parametrize(
    ("locale", "base", "other"),
    [
        # the address is that of another language: there is one mistake, and one can name it
        ("fi", "https://example.org/ja/", "ja"),
        # the canonical page is another one, perhaps of another version
        ("ja", "https://example.org/stable/ja/x/", ""),
        # the build is in none of the languages of the set
        ("sv", "https://example.org/sv/", ""),
        ("ja", "", ""),
    ],
)
def test_search_engines_get_nothing_that_contradicts(locale: str, base: str, other: str) -> None:
    links = LanguageLinks(locale, LOCALES, Addresses(TEMPLATE, "", base), "Languages")
    assert links.alternates("a.html") == []
    assert links.alternates_html("a.html") == ""
    assert links.language_of_base("a.html") == other
    assert links.nav_html("a.html") != ""


def test_the_address_of_the_own_language_is_no_others() -> None:
    assert JAPANESE.language_of_base("index.html") == ""


def test_a_template_that_is_complete_needs_no_base() -> None:
    addresses = Addresses("https://{lang}.example.org/{page}")
    links = LanguageLinks("ja", ("en", "ja"), addresses)
    assert dict(links.alternates("a.html")) == {
        "en": "https://en.example.org/a.html",
        "ja": "https://ja.example.org/a.html",
        "x-default": "https://en.example.org/a.html",
    }


def test_one_address_for_each_language_tag() -> None:
    locales = ("en", "sr", "sr@latin", "sr@ijekavian")
    links = LanguageLinks("en", locales, Addresses("https://x.org/{lang}/{page}"))
    assert [tag for tag, _ in links.alternates("a.html")] == ["en", "sr", "sr-Latn", "x-default"]
    assert next(links.links("a.html")).name == "Српски"


def test_what_is_configured_stays_text() -> None:
    addresses = Addresses('https://x.org/{lang}/?"><script>&{page}')
    links = LanguageLinks("en", ("en", "ja"), addresses, "<b>&")
    for html in (links.nav_html("a.html"), links.alternates_html("a.html")):
        assert "<script>" not in html
        assert "<b>" not in html
        assert "?&quot;&gt;&lt;script&gt;&amp;a.html" in html
