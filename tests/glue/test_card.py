"""The cards in a page: those of the concepts it links to, as data that stays data."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    "index.rst": """\
Title
=====

.. toctree::

   see
   compare
   sub/plain

.. term:: client
   :part-of-speech: noun
   :subject: Business
   :reading: kli

   One who *pays* a
   :term:`bank`.

.. term:: customer
   :related: guest

   One who buys.

.. term:: bank

   Where money is; see :glossary:compare:`client-vs-customer`.

.. term:: guest

.. term:: ghost
   :status: draft

   Not ready.
""",
    "see.rst": "See\n===\n\n:term:`client`, :glossary:name:`guest@ja`, :term:`client`.\n",
    "compare.rst": "Pair\n====\n\n.. compare:: client; customer\n\n   They differ.\n",
    "sub/plain.rst": "Plain\n=====\n\n:glossary:definition:`guest` :term:`ghost` Nothing.\n",
}
CATALOGUES = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》 | 顧客",
        "bank": "銀行",
        "?guest": "客",
    },
    "ja/index": {"One who buys.": "買う人。"},
    "pt_BR/terminology": {"client": "cliente"},
}

EMPTY = [
    "index.rst:27: the term 'guest' has no definition; write one paragraph [glossary.empty_body]"
]


def cards(built: Built, docname: str = "see") -> dict[str, Any]:
    """Return the cards of a page, by the address in the link."""
    found = re.findall(
        r'<script type="application/json" id="glossary-cards">(.*?)</script>', built.html(docname)
    )
    assert len(found) < 2
    return json.loads(found[0]) if found else {}


def text(runs: list[dict[str, str]]) -> str:
    """Return what runs say, with readings and languages marked."""
    return "".join(
        run["text"]
        + (f"《{run['reading']}》" if "reading" in run else "")
        + (f"@{run['lang']}" if "lang" in run else "")
        for run in runs
    )


def summary(card: dict[str, Any]) -> list[str]:
    """Return the lines of a card."""
    names = [f"{text(language[:1])} {text(name)}" for language, name in card["names"]]
    return [text(card[key]) for key in ("name", "grammar", "definition")] + names


def test_a_card_in_the_canonical_language(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES)
    assert summary(cards(built)["index.html#term-client"]) == [
        "client《kli》",
        "noun · Business",
        "One who pays a bank.",
        "日本語@ja 依頼人《いらいにん》@ja",
        "Português (Brasil)@pt-BR cliente@pt-BR",
    ]


def test_a_card_in_another_language(build: Callable[..., Built]) -> None:
    built = build(FILES, language="ja", po=CATALOGUES)
    client = cards(built)["index.html#term-client"]
    # the part of speech is that of the canonical name; names in an English sentence are English
    assert summary(client)[:4] == [
        "依頼人《いらいにん》",
        "Business@en",
        "One who pays a bank.@en",
        "English@en client《kli》@en",
    ]
    customer = cards(built, "compare")["index.html#term-customer"]
    assert text(customer["definition"]) == "買う人。"


def test_names_that_are_not_approved_are_marked(build: Callable[..., Built]) -> None:
    guest = cards(build(FILES, po=CATALOGUES))["index.html#term-guest"]
    assert summary(guest) == [
        "guest",
        "",
        "",
        "日本語@ja 客@ja (not yet approved)",
        "Português (Brasil)@pt-BR guest (not yet translated)",
    ]


def test_a_title_in_a_definition(build: Callable[..., Built]) -> None:
    bank = cards(build(FILES, po=CATALOGUES), "index")["#term-bank"]
    assert text(bank["definition"]) == "Where money is; see client and customer."


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_every_link_has_its_card_and_no_other_is_there(
    build: Callable[..., Built], builder: str
) -> None:
    built = build(FILES, builder, po=CATALOGUES)
    assert built.warnings == EMPTY
    for docname in ("index", "see", "compare", "sub/plain"):
        page = docname if builder == "html" or docname == "index" else f"{docname}/index"
        links = re.findall(r'<a class="[^"]*glossary-term[^"]*" href="([^"]*)"', built.html(page))
        assert set(links) == cards(built, page).keys()
    assert len(cards(built, "index")) == 3


def test_pages_without_references_have_nothing_of_it(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES)
    for page in ("sub/plain", "glossary-index", "genindex", "search"):
        assert "glossary-card" not in built.html(page)
    for page in ("index", "see", "compare"):
        html = built.html(page)
        assert html.count("sphinx-glossary-card.js") == html.count("sphinx-glossary-card.css") == 1


def test_off_by_configuration(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES, glossary_tooltips=False)
    assert built.warnings == EMPTY
    for page in ("index", "see", "compare"):
        assert "glossary-card" not in built.html(page)
        assert "glossary-term" not in built.html(page)


@pytest.mark.parametrize("builder", ["singlehtml", "text", "latex", "xml", "pseudoxml", "man"])
def test_other_builders_are_as_they_were(
    make_project: Callable[..., Project], builder: str
) -> None:
    project = make_project(FILES, CATALOGUES)
    on, off = (
        project.build(builder, to=str(tooltips), glossary_tooltips=tooltips)
        for tooltips in (True, False)
    )
    assert on.warnings == EMPTY
    ours, theirs = on.files(), off.files()
    ignored = {".buildinfo"}
    assert {n for n in theirs.keys() - ignored if ours[n] != theirs[n]} == set()


def test_epub_is_as_it_was(build: Callable[..., Built]) -> None:
    built = build(FILES, "epub", po=CATALOGUES, version="1", epub_identifier="x", epub_uid="x")
    with zipfile.ZipFile(built.outdir / "Example.epub") as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                assert b"glossary-card" not in archive.read(name)


HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "]]>",
    "\N{LINE SEPARATOR}a\N{PARAGRAPH SEPARATOR}",
    "quotes \" ' & &lt;",
    r"\u003c",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "👩‍👩‍👧 family",
    "x" * 200,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_text_cannot_end_the_data(build: Callable[..., Built], name: str) -> None:
    source = "T\n=\n\n.. term:: thing\n   :subject: Things\n\n   One.\n\n:term:`thing`\n"
    catalogue = {"thing": name, ("glossary subject", "Things"): name}
    built = build({"index.rst": source}, po={"fi/terminology": catalogue}, language="fi")
    raw = re.search(r'(?s)id="glossary-cards">(.*?)</script>', built.html())
    assert raw is not None
    assert not set(raw[1]) & set("<>&\u2028\u2029")
    card = cards(built, "index")["#term-thing"]
    shown = " ".join(name.split()) if name.startswith("\N{LINE SEPARATOR}") else name
    assert text(card["name"]).split() == shown.split()
    assert text(card["grammar"]).split() == shown.split()


def test_entries_of_a_standard_glossary(build: Callable[..., Built]) -> None:
    source = "T\n=\n\n.. glossary::\n\n   account\n      A record.\n\nAn :term:`account`.\n"
    built = build({"index.rst": source})
    assert summary(cards(built, "index")["#term-account"]) == ["account", "", "A record."]


def test_two_processes_write_the_same_cards(make_project: Callable[..., Project]) -> None:
    more = {f"more{n}.rst": "More\n====\n\n:term:`client` :term:`bank`\n" for n in range(8)}
    project = make_project({**FILES, **more}, CATALOGUES)
    project.replace("index.rst", "   see\n", "   see\n   more*\n".replace("more*", "more0"))
    one, two = (project.build(to=str(jobs), jobs=jobs) for jobs in (1, 2))
    for docname in ("see", "more0", "more7"):
        assert cards(one, docname) == cards(two, docname)
        assert len(cards(one, docname)) == 2
