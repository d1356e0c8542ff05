"""A page in a language that the interface does not speak: its words are English, and say so."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

import sphinx_glossary_ext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from projects import Built

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
TEMPLATE = Path(sphinx_glossary_ext.__file__).parent / "locale" / "sphinx_glossary_ext.pot"
INDEX = ".. glossary-index::\n   :columns: part-of-speech; definition\n"
FILES = {
    "index.rst": """\
Title
=====

.. toctree::

   pair
   names

.. term:: client
   :part-of-speech: noun
   :broader: party
   :contrast: customer
   :abbreviation: CL
   :synonyms: principal
   :deprecated: payer

   One who pays.

   .. examples::

      * A client.

.. term:: customer
   :status: deprecated
   :synonyms: buyer
   :replaced-by: client
   :source: a book

   One who buys.

.. term:: party

   Somebody.
""",
    "pair.rst": """\
Pair
====

.. compare:: client; customer
   :difficulty: 2

   They differ.

   .. aspects::

      * - Length
        - short
        - long
""",
    "names.rst": f"Names\n=====\n\n:term:`client`\n\n{INDEX}",
}
CATALOGUES = {
    "sv/terminology": {"client": "klient", "?customer": "kund"},
    "ja/terminology": {"client": "依頼人 | ~クライエント"},
}
SETTINGS = {"glossary_link_template": "{root}../{lang}/{page}{anchor}"}
PAGES = ("index", "pair", "names", "glossary-index")


class Reader(HTMLParser):
    """Reads every text of a page's body, with the language that it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            around = self.stack[-1][1] if self.stack else ""
            self.stack.append((tag, dict(attrs).get("lang") or around))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not {"script", "style", "head"} & {tag for tag, _lang in self.stack}:
            self.texts.append((data.strip(" ()\n:·"), self.stack[-1][1] if self.stack else ""))


def texts(built: Built) -> Iterator[tuple[str, str]]:
    """Yield the texts of all pages, each with its language."""
    for page in PAGES:
        reader = Reader()
        reader.feed(built.html(page))
        yield from reader.texts


def interface_words() -> set[str]:
    """Return the words of the interface that stand alone, without a name among them."""
    with TEMPLATE.open("rb") as stream:
        messages = [m.id for m in read_po(stream) if m.id]
    forms = {form for id_ in messages for form in ([id_] if isinstance(id_, str) else id_)}
    return {form for form in forms if "{" not in form} - {", ", ": "}


def test_every_word_of_the_interface_says_its_language(build: Callable[..., Built]) -> None:
    built = build(FILES, language="sv", po=CATALOGUES, **SETTINGS)
    assert built.warnings == []
    words = interface_words() | {"avoid", "Difficulty: 2 of 5"}
    found = [(text, lang) for text, lang in texts(built) if text in words]
    assert {text for text, _lang in found} >= {
        "Abbreviation", "Also called", "Approved", "Aspect", "Broader", "Complete", "Contrast",
        "Definition", "Difficulty: 2 of 5", "Examples", "Glossary index", "In other languages",
        "Language", "Name", "Part of speech", "Replaced by", "Source",
        "This page in other languages", "Used in", "noun", "no longer in use", "not yet approved",
    }  # fmt: skip
    # themes repeat the title of a page in their own parts of it
    assert {text for text, lang in found if lang != "en"} <= {"Glossary index"}
    assert ("Glossary index", "en") in found
    assert ("klient", "sv") in texts(built)


def test_a_name_in_a_sentence_of_the_interface_says_its_own(build: Callable[..., Built]) -> None:
    files = {
        **FILES,
        "names.rst": f"{FILES['names.rst']}\n:glossary:compare:`client-vs-customer`\n"
        "---------------------------------------\n",
    }
    built = build(files, language="sv", po=CATALOGUES, **SETTINGS)
    assert built.warnings == []
    for page in ("pair", "names"):
        reader = Reader()
        reader.feed(built.html(page))
        place = reader.texts.index(("Comparison", "en"))
        assert reader.texts[place + 1] == ("klient och customer", "sv")


@pytest.mark.parametrize(
    ("targets", "shown", "subtypes"),
    [
        (";", "Comparison:", ["few_concepts"]),
        ("o", "Comparison: o", ["few_concepts", "unknown_concept"]),
    ],
)
def test_titles_that_are_only_half_made_stay_whole(
    build: Callable[..., Built], targets: str, shown: str, subtypes: list[str]
) -> None:
    source = f"Title\n=====\n\n.. compare:: {targets}\n   :id: x\n\n   One.\n"
    built = build({"index.rst": source}, language="sv", po={"sv/terminology": {}})
    assert re.findall(r"\[glossary\.(\w+)\]", "\n".join(built.warnings)) == subtypes
    assert f"{shown} One." in built.words()


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_a_map_is_described_in_the_interface_and_names_its_concepts_in_the_page_s(
    build: Callable[..., Built],
) -> None:
    built = build(FILES, language="sv", po=CATALOGUES, **SETTINGS)
    (head, names) = re.findall(
        r'<svg role="group"([^>]*) aria-label="Concept map: klient"[^>]*>(.*?)</svg>',
        built.html(), re.DOTALL,
    )[0]  # fmt: skip
    assert ' lang="en"' in head
    assert re.search(r'<g class="glossary-map-here" lang="sv">', names)
    # one that has no Swedish name
    assert re.search(r'<a [^>]*lang="en"[^>]*><rect[^>]*/><text[^>]*><tspan[^>]*>customer<', names)


def test_what_scripts_say_is_marked_too(build: Callable[..., Built]) -> None:
    built = build(FILES, language="sv", po=CATALOGUES, **SETTINGS)
    assert '<div class="glossary-search" lang="en" ' in built.html("glossary-index")
    words = re.search(r'data-words="([^"]*)"', built.html())
    assert words is not None
    assert json.loads(words[1].replace("&#34;", '"').replace("&quot;", '"'))["lang"] == "en"
    (cards,) = re.findall(r'id="glossary-cards">(.*?)</script>', built.html("pair"))
    runs = [run for card in json.loads(cards).values() for run in card["grammar"]]
    assert {"text": "no longer in use", "lang": "en"} in runs


@pytest.mark.parametrize("language", ["en", "ja", "en_GB"])
def test_nothing_is_marked_where_there_is_no_need(
    build: Callable[..., Built], language: str
) -> None:
    built = build(FILES, language=language, po=CATALOGUES, **SETTINGS)
    assert '<div class="glossary-search" data-digest' in built.html("glossary-index")
    assert not re.search("<dt[^>]* lang=|&quot;lang&quot;|&#34;lang&#34;", built.html())


def test_a_region_has_its_languages_words(build: Callable[..., Built]) -> None:
    built = build(FILES, language="ko_KR", po={"ko_KR/terminology": {"client": "의뢰인"}})
    assert "Used in" not in built.words()
    assert '<div class="glossary-search" data-digest' in built.html("glossary-index")
