"""terminology.pot: what translators read, the same bytes every time."""

from __future__ import annotations

import itertools
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from sphinx_glossary_ext.catalogues import ABBREVIATION, SUBJECT, TERM, read_catalogue
from sphinx_glossary_ext.catalogues.template import terminology_template
from sphinx_glossary_ext.model import Concept, ConceptStatus, PartOfSpeech, Place, Span

OUT = Path("/project/build/gettext")
CLIENT = Concept(
    id="client",
    name="client",
    synonyms=("principal",),
    part_of_speech=PartOfSpeech.NOUN,
    subjects=("Business",),
    definition=(
        Span("A person or company that engages a "),
        Span("professional", "professional"),
        Span(" for advice\nor services over time."),
    ),
    place=Place("/project/docs/glossary/client.md", 5),
)
BANK = Concept(
    id="bank-finance",
    name="bank",
    qualifier="finance",
    deprecated=("money house",),
    abbreviation="BK",
    subjects=("Business", "Finance"),
    place=Place("/project/docs/glossary/bank.md", 9),
)
RIVER = Concept(
    id="bank-river",
    name="bank",
    qualifier="river",
    place=Place("/project/docs/glossary/bank.md", 30),
)
CONCEPTS = [CLIENT, BANK, RIVER]


def template(concepts: list[Concept], **options: Any) -> str:
    options = {"project": "Trade", "version": "1.0", "relative_to": OUT, **options}
    return terminology_template(concepts, **options).decode()


def test_the_whole_template() -> None:
    assert (
        template(CONCEPTS, copyright="2026, We")
        == """\
# Names of the concepts of Trade, for translators.
# Copyright (C) 2026, We
# This file is distributed under the same license as Trade.
#
msgid ""
msgstr ""
"Project-Id-Version: Trade 1.0\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. bank (Business, Finance). To avoid: money house. Abbreviation: BK. Id: bank-finance
#. "(finance)" only tells this concept from others called "bank": do not copy the parentheses.
#. Several names: the approved one first, then " | ", others; a name to avoid starts with "~";
#. a reading, where your language needs one: 顧客《こきゃく》; "-": no equivalent.
#: ../../docs/glossary/bank.md:9
msgctxt "glossary term"
msgid "bank (finance)"
msgstr ""

#. bank. Id: bank-river
#. "(river)" only tells this concept from others called "bank": do not copy the parentheses.
#. Several names: the approved one first, then " | ", others; a name to avoid starts with "~";
#. a reading, where your language needs one: 顧客《こきゃく》; "-": no equivalent.
#: ../../docs/glossary/bank.md:30
msgctxt "glossary term"
msgid "bank (river)"
msgstr ""

#. client (noun, Business). Synonyms: principal. Id: client
#. A person or company that engages a professional for advice or services over time.
#. Several names: the approved one first, then " | ", others; a name to avoid starts with "~";
#. a reading, where your language needs one: 顧客《こきゃく》; "-": no equivalent.
#: ../../docs/glossary/client.md:5
msgctxt "glossary term"
msgid "client"
msgstr ""

#. BK: abbreviation of bank (finance). Id: bank-finance
#. The short form in your language; "-": it has none.
#: ../../docs/glossary/bank.md:9
msgctxt "glossary abbreviation"
msgid "BK"
msgstr ""

#. A subject field, shown beside the names that belong to it.
#: ../../docs/glossary/bank.md:9
#: ../../docs/glossary/client.md:5
msgctxt "glossary subject"
msgid "Business"
msgstr ""

#. A subject field, shown beside the names that belong to it.
#: ../../docs/glossary/bank.md:9
msgctxt "glossary subject"
msgid "Finance"
msgstr ""
"""
    )


def test_order_of_concepts_does_not_matter() -> None:
    assert len({template(list(order)) for order in itertools.permutations(CONCEPTS)}) == 1


def test_no_concepts_is_a_header() -> None:
    assert template([]).endswith('"Content-Transfer-Encoding: 8bit\\n"\n')


def test_drafts_and_untranslatable_names_have_no_message() -> None:
    draft = Concept(id="d", name="d", abbreviation="D", status=ConceptStatus.DRAFT, subjects=("X",))
    brand = Concept(id="b", name="b", abbreviation="B", do_not_translate=True, subjects=("Y",))
    old = Concept(id="o", name="o", status=ConceptStatus.DEPRECATED)
    assert [line for line in template([draft, brand, old]).splitlines() if "msgid" in line] == [
        'msgid ""',
        'msgid "o"',
        'msgid "Y"',
    ]


def test_equal_messages_are_one() -> None:
    one = Concept(id="x", name="x", abbreviation="CRM", place=Place("/project/b.rst", 1))
    two = Concept(id="y", name="x", abbreviation="CRM", place=Place("/project/a.rst", 2))
    text = template([one, two])
    assert text.count("msgid") == 3
    assert "#. x. Abbreviation: CRM. Id: y\n#. Several" in text
    assert "#. x. Abbreviation: CRM. Id: x\n#: ../../a.rst:2\n#: ../../b.rst:1\nmsgctxt" in text


def test_relative_places_are_those_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    concepts = [
        Concept(id="x", name="x", place=Place("docs/a b.rst", 3)),
        Concept(id="y", name="y"),
        Concept(id="z", name="z", place=Place("docs/c.rst")),
    ]
    text = template(concepts, relative_to=tmp_path / "out")
    assert [line for line in text.splitlines() if line.startswith("#:")] == [
        "#: \u2068../docs/a b.rst\u2069:3",
        "#: ../docs/c.rst",
    ]


NAMES = ["x" * 200, "long " * 40 + "end", 'a "b" \\ c', "100 % sure", "{x}", "<b>", "顧客" * 60]


def test_names_survive_babel_and_us(tmp_path: Path) -> None:
    concepts = [Concept(id=f"c{i}", name=name) for i, name in enumerate(NAMES)]
    data = terminology_template(concepts, project='A "b"', version="", relative_to=OUT)
    pot = tmp_path / "terminology.pot"
    pot.write_bytes(data)
    ours = read_catalogue(pot, "")
    assert ours.problems == ()
    assert set(ours.messages) == {(TERM, name) for name in NAMES}
    babels = read_po(BytesIO(data), abort_invalid=True)
    assert {message.id for message in babels if message.id} == set(NAMES)


def test_sphinx_intl_accepts_it(tmp_path: Path) -> None:
    basic = pytest.importorskip("sphinx_intl.basic")
    pot_dir, locale_dir = tmp_path / "pot", tmp_path / "locales"
    pot_dir.mkdir()
    (pot_dir / "terminology.pot").write_text(template(CONCEPTS), encoding="utf-8")
    for outcome in ("create", "notchanged"):
        status = basic.update(str(locale_dir), str(pot_dir), ("ja",), jobs=1)
        assert status[outcome] == 1
    catalogue = read_catalogue(locale_dir / "ja/LC_MESSAGES/terminology.po", "ja")
    assert catalogue.problems == ()
    assert {context for context, _ in catalogue.messages} == {TERM, ABBREVIATION, SUBJECT}
    assert len(catalogue.messages) == 6
