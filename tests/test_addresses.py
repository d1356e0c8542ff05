"""Where pages stand, from plain values."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.addresses import READ_THE_DOCS_TEMPLATE, Addresses, find_addresses

SIDE_BY_SIDE = "{root}../{lang}/{page}{anchor}"
HOSTED = {
    "READTHEDOCS": "True",
    "READTHEDOCS_LANGUAGE": "pt_BR",
    "READTHEDOCS_VERSION": "latest",
    "READTHEDOCS_VERSION_TYPE": "branch",
    "READTHEDOCS_CANONICAL_URL": "https://docs.example.org/pt-br/latest/",
}


@pytest.mark.parametrize(
    ("root", "page", "expected"),
    [
        ("", "index.html", "../pt-br/index.html#term-a"),
        ("../../", "a/b/c.html", "../../../pt-br/a/b/c.html#term-a"),
        ("", "", "../pt-br/#term-a"),
        ("../", "page/", "../../pt-br/page/#term-a"),
        ("", "%E9%A1%A7%E5%AE%A2.html", "../pt-br/%E9%A1%A7%E5%AE%A2.html#term-a"),
    ],
)
def test_seen_from_a_page(root: str, page: str, expected: str) -> None:
    addresses = Addresses(SIDE_BY_SIDE)
    assert addresses.relative("pt_BR", root=root, page=page, anchor="#term-a") == expected


@pytest.mark.parametrize(
    ("base", "page", "expected"),
    [
        ("https://example.org/en", "index.html", "https://example.org/ja/index.html"),
        ("https://example.org/en/", "a/b.html", "https://example.org/ja/a/b.html"),
        ("https://example.org/docs/en/", "", "https://example.org/docs/ja/"),
        ("https://example.org/docs/en/", "deep/page/", "https://example.org/docs/ja/deep/page/"),
        ("http://example.org:8080/x/en/", "a.html", "http://example.org:8080/x/ja/a.html"),
    ],
)
def test_on_the_web(base: str, page: str, expected: str) -> None:
    assert find_addresses(SIDE_BY_SIDE, base, {}).absolute("ja", page) == expected


def test_the_own_page_is_what_sphinx_calls_canonical() -> None:
    for base in ("https://example.org/ja", "https://example.org/ja/"):
        addresses = find_addresses(SIDE_BY_SIDE, base, {})
        assert addresses.here("a/b.html", "#c") == "https://example.org/ja/a/b.html#c"
        assert addresses.absolute("ja", "a/b.html") == addresses.here("a/b.html")


@pytest.mark.parametrize("base", ["", "/", "/docs/en/", "docs", "//example.org/en/", "https://"])
def test_an_address_that_is_not_complete_is_none(base: str) -> None:
    addresses = find_addresses(SIDE_BY_SIDE, base, {})
    assert (addresses.base, addresses.here("a.html"), addresses.absolute("ja", "a.html")) == (
        ("", "", "")
    )


def test_a_template_can_be_complete_itself() -> None:
    addresses = find_addresses("https://{lang}.example.org/{page}{anchor}", "", {})
    assert addresses.absolute("pt_BR", "a.html") == "https://pt-br.example.org/a.html"
    assert addresses.relative("ja", root="../", page="b/c.html", anchor="#d") == (
        "https://ja.example.org/b/c.html#d"
    )


def test_no_template_leads_nowhere() -> None:
    addresses = find_addresses(None, "https://example.org/en/", {})
    assert addresses.relative("ja", root="", page="a.html") == ""
    assert addresses.absolute("ja", "a.html") == ""
    assert addresses.here("a.html") == "https://example.org/en/a.html"


def test_read_the_docs() -> None:
    addresses = find_addresses(None, "", HOSTED)
    assert addresses == Addresses(
        READ_THE_DOCS_TEMPLATE, "latest", "https://docs.example.org/pt-br/latest/"
    )
    assert addresses.absolute("ja", "a/b.html") == "https://docs.example.org/ja/latest/a/b.html"
    assert addresses.absolute("pt_BR", "a/b.html") == addresses.here("a/b.html")


def test_what_is_configured_goes_before_what_is_detected() -> None:
    addresses = find_addresses(SIDE_BY_SIDE, "https://example.org/en/", HOSTED)
    assert (addresses.template, addresses.base) == (SIDE_BY_SIDE, "https://example.org/en/")
    assert find_addresses("", "", HOSTED).template == ""


@pytest.mark.parametrize(
    "changed",
    [
        # a preview of a change has no siblings in other languages
        {"READTHEDOCS_VERSION_TYPE": "external"},
        # addresses without languages, or without versions
        {"READTHEDOCS_CANONICAL_URL": "https://docs.example.org/latest/"},
        {"READTHEDOCS_CANONICAL_URL": "https://docs.example.org/"},
        {"READTHEDOCS_CANONICAL_URL": "https://docs.example.org/pt-br/"},
        {"READTHEDOCS": "False"},
    ],
)
def test_where_read_the_docs_has_no_other_languages(changed: dict[str, str]) -> None:
    assert find_addresses(None, "", {**HOSTED, **changed}).template == ""


def test_an_environment_that_says_little() -> None:
    assert find_addresses(None, "", {"READTHEDOCS": "True"}) == Addresses(READ_THE_DOCS_TEMPLATE)
    elsewhere = {name: value for name, value in HOSTED.items() if name != "READTHEDOCS"}
    assert find_addresses(None, "", elsewhere) == Addresses(version="latest")
