"""What pages tell search engines of their entries, in the words of schema.org."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   deep/terms\n   plain\n",
    "deep/terms.rst": """\
Terms
=====

.. term:: client
   :synonyms: principal

   One who *pays* a :term:`bank`.

.. term:: bank

.. term:: ghost
   :status: draft

   Not ready.

.. glossary::

   account
      A record.
""",
    "plain.rst": "Plain\n=====\n\nA :term:`client`.\n",
}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人 | 顧客", "?bank": "銀行"},
    "fi/deep/terms": {"One who *pays* a :term:`bank`.": "Se, joka maksaa (:term:`bank`)."},
    "fi/terminology": {"bank": "pankki"},
}
NO_DEFINITION = "deep/terms.rst:9: the term 'bank' has no definition; write one paragraph "


def data(html: str) -> list[dict[str, Any]]:
    """Return the graph in a page."""
    found = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)
    assert len(found) < 2
    if not found:
        return []
    written = json.loads(found[0])
    assert written.keys() == {"@context", "@graph"}
    graph: list[dict[str, Any]] = written["@graph"]
    return graph


def test_the_entries_of_a_page(build: Callable[..., Built]) -> None:
    built = build(FILES, language="ja", po=CATALOGUES, html_baseurl="https://example.org/ja")
    assert built.warnings == [f"{NO_DEFINITION}[glossary.empty_body]"]
    whole, client, bank, account = data(built.html("deep/terms"))
    place = "https://example.org/ja/glossary-index.html#glossary-index"
    assert whole == {
        "@type": "DefinedTermSet",
        "@id": place,
        "name": "Example",
        "inLanguage": "ja",
        "url": place,
    }
    assert client == {
        "@type": "DefinedTerm",
        "@id": "https://example.org/ja/deep/terms.html#term-client",
        "name": {"@language": "ja", "@value": "依頼人"},
        "termCode": "client",
        "inDefinedTermSet": {"@id": place},
        "alternateName": [{"@language": "ja", "@value": "顧客"}],
        "description": {"@language": "en", "@value": "One who pays a bank."},
        "url": "https://example.org/ja/deep/terms.html#term-client",
    }
    assert bank["name"] == {"@language": "en", "@value": "bank"}
    assert "description" not in bank
    assert account["termCode"] == "account"
    assert account["url"].startswith("https://example.org/ja/deep/terms.html#term-")


def test_a_translated_definition_shows_the_names_of_its_language(
    build: Callable[..., Built],
) -> None:
    client = data(build(FILES, language="fi", po=CATALOGUES).html("deep/terms"))[1]
    assert client["description"] == {"@language": "fi", "@value": "Se, joka maksaa (pankki)."}


def test_without_an_address_of_the_site(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES)
    whole, client, *_ = data(built.html("deep/terms"))
    assert whole["@id"] == "../glossary-index.html#glossary-index"
    assert client["@id"] == "#term-client"
    assert not {"url"} & (whole.keys() | client.keys())
    # the same set, seen from its own page
    (index,) = data(built.html("glossary-index"))
    assert index["@id"] == "#glossary-index"
    assert index["@type"] == "DefinedTermSet"


def test_only_where_there_is_something(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES)
    for page in ("index", "plain", "genindex", "search"):
        assert "ld+json" not in built.html(page)


@pytest.mark.parametrize("builder", ["singlehtml", "text", "latex"])
def test_no_other_builder_has_it(build: Callable[..., Built], builder: str) -> None:
    built = build(FILES, builder, po=CATALOGUES)
    assert not [name for name, content in built.files().items() if b"ld+json" in content]


@pytest.mark.parametrize(
    ("files", "settings", "expected"),
    [
        ({}, {}, "glossary-index.html#glossary-index"),
        ({}, {"glossary_index_page": False}, "index.html#glossary-index"),
        (
            {"plain.rst": "Plain\n=====\n\n.. glossary-index::\n"},
            {"glossary_index_page": False},
            "plain.html#glossary-index",
        ),
        (
            {"glossary-index.rst": ":orphan:\n\nOwn\n===\n\n.. glossary-index::\n"},
            {"glossary_index_page": False},
            "glossary-index.html#glossary-index",
        ),
    ],
)
def test_the_page_that_stands_for_all(
    build: Callable[..., Built], files: dict[str, str], settings: dict[str, Any], expected: str
) -> None:
    built = build({**FILES, **files}, html_baseurl="https://x.org/en/", **settings)
    assert data(built.html("deep/terms"))[0]["url"] == f"https://x.org/en/{expected}"
    page = expected.partition(".")[0]
    if page != "index":
        assert data(built.html(page))[0]["url"] == f"https://x.org/en/{expected}"


@pytest.mark.parametrize(
    "name",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script>",
        "a & \"b\" 'c'",
        "\N{RIGHT-TO-LEFT OVERRIDE}abc",
        "x" * 200,
    ],
)
def test_text_cannot_end_the_data(build: Callable[..., Built], name: str) -> None:
    source = "T\n=\n\n.. term:: thing\n\n   One.\n"
    built = build(
        {"index.rst": source}, language="fi", po={"fi/terminology": {"thing": name}}, project=name
    )
    raw = re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', built.html())
    assert raw is not None
    assert not set(raw[1]) & set("<>&\u2028\u2029")
    whole, thing = data(built.html())
    assert (whole["name"], thing["name"]["@value"]) == (name, name)


def test_what_it_says_is_part_of_what_a_page_shows(make_project: Callable[..., Project]) -> None:
    files = {**FILES, "plain.rst": "Plain\n=====\n\n.. term:: branch\n\n   Of a :term:`bank`.\n"}
    # without cards nothing else on the Japanese page shows the English name within a definition
    project = make_project(files, CATALOGUES)
    settings: dict[str, Any] = {"language": "ja", "glossary_tooltips": False}
    project.build(**settings)
    project.replace("deep/terms.rst", ".. term:: bank\n", ".. term:: savings bank\n   :id: bank\n")
    project.write_po({"ja/terminology": {"client": "依頼人 | 顧客", "savings bank": "銀行"}})
    again = project.build(**settings)
    assert again.read == ["deep/terms"]
    (_whole, branch) = data(again.html("plain"))
    assert branch["description"]["@value"] == "Of a savings bank."
    fresh = project.build(to="fresh", **settings)
    for page in ("plain", "deep/terms", "glossary-index"):
        assert again.html(page) == fresh.html(page)
