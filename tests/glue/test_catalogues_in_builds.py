"""Damaged catalogues: told of with file and line, in every language's build; the rest is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from projects import po

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    "index.rst": """\
Title
=====

.. term:: client

   One who pays.

.. term:: customer

   One who buys.

.. term:: bank
   :qualifier: finance

   Where money is.

See :glossary:name:`client@fi`, :glossary:name:`customer@fi`.
"""
}
PATH = "locales/fi/LC_MESSAGES/terminology.po"
GOOD = po({"client": "asiakas"}, "fi")


def with_customer(msgstr: str) -> str:
    """Return a catalogue with the given name of the customer, whose msgid is in line 11."""
    return po({"client": "asiakas", "customer": msgstr}, "fi")


@pytest.mark.parametrize(
    ("msgstr", "kind", "shown"),
    [
        ("ostaja | ", "empty_name", "ostaja"),
        ("ostaja | ostaja", "doubled_name", "ostaja"),
        ("~ostaja", "only_deprecated", "customer"),
        ("ostaja《", "malformed_reading", "ostaja"),
        ("ostaja｜kauppias", "lookalike", "ostaja｜kauppias"),
    ],
)
def test_a_malformed_msgstr(
    build: Callable[..., Built], msgstr: str, kind: str, shown: str
) -> None:
    built = build(FILES, po={"fi/terminology": with_customer(msgstr)})
    assert [warning.split()[0] for warning in built.warnings] == [f"{PATH}:11:"]
    assert built.warnings[0].endswith(f"[glossary.{kind}]")
    assert f"See asiakas, {shown}." in built.words()


def test_a_copied_qualifier(build: Callable[..., Built]) -> None:
    built = build(FILES, po={"fi/terminology": {"bank (finance)": "pankki (finance)"}})
    assert len(built.warnings) == 1
    assert built.warnings[0].startswith(f"{PATH}:7: ")
    assert built.warnings[0].endswith("[glossary.copied_qualifier]")


@pytest.mark.parametrize(
    ("text", "place", "kind", "shown"),
    [
        (f'{GOOD}\nmsgctxt "glossary term"\nmsgid "customer\nmsgstr "ostaja"\n',
         f"{PATH}:11", "catalogue_unreadable", "asiakas, customer"),
        (GOOD.replace("Language: fi", "Plural-Forms: nplurals=nonsense;"),
         f"{PATH}:1", "catalogue_header", "asiakas, customer"),
        (f'{GOOD}\n<<<<<<< ours\nmsgctxt "glossary term"\nmsgid "customer"\nmsgstr "ostaja"\n'
         '=======\nmsgctxt "glossary term"\nmsgid "customer"\nmsgstr "asiakas"\n>>>>>>> theirs\n',
         f"{PATH}:10", "conflict_marker", "asiakas, ostaja"),
    ],
)  # fmt: skip
def test_a_damaged_catalogue(
    build: Callable[..., Built], text: str, place: str, kind: str, shown: str
) -> None:
    built = build(FILES, po={"fi/terminology": text})
    assert [warning.split(": ")[0] for warning in built.warnings] == [place]
    assert built.warnings[0].endswith(f"[glossary.{kind}]")
    assert f"See {shown}." in built.words()


def test_a_catalogue_in_another_encoding(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES)
    path = project.root / PATH
    path.parent.mkdir(parents=True)
    text = po({"client": "päämies"}, "fi").replace("UTF-8", "ISO-8859-1")
    path.write_bytes(text.encode("latin-1"))
    built = project.build()
    assert built.warnings == [
        f"{PATH}:8: the catalogue is not in UTF-8: convert it (“msgconv --to-code=UTF-8”) "
        "[glossary.catalogue_encoding]"
    ]
    assert "See päämies, customer." in built.words()


SAME_NAMES = [
    ("empty_name", 'msgstr "asiakas | "\n'),
    ("conflict_marker", '<<<<<<< ours\nmsgstr "asiakas"\n=======\nmsgstr "x"\n>>>>>>> theirs\n'),
    ("catalogue_unreadable", 'msgstr "asiakas"\n\nstray text\n'),
]
"""Damage in the place of ``msgstr "asiakas"`` that leaves every name as it was."""


@pytest.mark.parametrize("language", ["en", "fi", "ja"])
@pytest.mark.parametrize(("kind", "damage"), SAME_NAMES)
def test_damage_that_changes_no_name_is_told_by_the_next_build(
    make_project: Callable[..., Project], language: str, kind: str, damage: str
) -> None:
    project = make_project(FILES, {"fi/terminology": GOOD, "ja/terminology": {}})
    assert project.build(language=language).warnings == []
    project.replace(PATH, 'msgstr "asiakas"\n', damage)
    again = project.build(language=language)
    assert again.read == []
    assert [warning.split()[-1] for warning in again.warnings] == [f"[glossary.{kind}]"]
    assert "See asiakas, customer." in again.words()
    unchanged = project.build(language=language)
    assert (unchanged.warnings, unchanged.updated) == ([], [])


def test_a_catalogue_that_is_a_folder(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES, {"ko/terminology": {"client": "의뢰인"}})
    (project.root / PATH).mkdir(parents=True)
    built = project.build()
    assert built.warnings == [
        f"{PATH}:1: the catalogue cannot be read (is a directory): make it a readable PO file "
        "[glossary.catalogue_unreadable]"
    ]
    assert "의뢰인" in built.words()


def test_a_platform_that_drops_contexts(build: Callable[..., Built]) -> None:
    lost = 'msgid "customer"\nmsgstr "ostaja"\n\nmsgid "Title"\nmsgstr "Otsikko"\n'
    empty = 'msgid "Body"\nmsgstr ""\n'
    built = build(FILES, po={"fi/terminology": f"{GOOD}\n{lost}\n{empty}"})
    assert built.warnings == [
        f"{PATH}:10: the message 'customer' lacks the context of a name, so that no page shows "
        "it (messages like it: 2); keep the msgctxt lines of the template "
        "[glossary.catalogue_unreadable]"
    ]
    assert "See asiakas, customer." in built.words()


def test_a_gettext_build_does_not_tell_translators_mistakes(build: Callable[..., Built]) -> None:
    built = build(FILES, "gettext", po={"fi/terminology": with_customer("ostaja | ")})
    assert built.warnings == []


def test_names_of_a_project_that_used_a_standard_glossary(build: Callable[..., Built]) -> None:
    built = build(FILES, po={"fi/index": {"client": "asiakas", "customer": "ostaja"}})
    assert built.warnings == []
    assert "See asiakas, ostaja." in built.words()


def test_only_the_configured_languages(build: Callable[..., Built]) -> None:
    po = {"fi/terminology": GOOD, "ja/terminology": {"client": "依頼人"}, "en/terminology": {}}
    built = build(FILES, po=po, glossary_languages=["fi"])
    assert built.warnings == []
    assert "依頼人" not in built.words()


def test_another_textdomain(build: Callable[..., Built]) -> None:
    po = {"fi/names": {("glossary term", "client"): "asiakas"}}
    built = build(FILES, po=po, glossary_textdomain="names")
    assert built.warnings == []
    assert "See asiakas, customer." in built.words()


def test_another_source_language(build: Callable[..., Built]) -> None:
    files = {"index.rst": ".. term:: asiakas\n\n   Joka maksaa.\n\n:glossary:name:`asiakas@en`\n"}
    po = {"en/terminology": {"asiakas": "client"}, "fi/terminology": {"asiakas": "not this"}}
    built = build(files, language="fi", po=po, glossary_source_language="fi")
    assert built.warnings == []
    assert "client" in built.words()
    assert "not this" not in built.words()


@pytest.mark.parametrize(("value", "shown"), [("fi", ["fi"]), ("ja, fi", ["fi", "ja"]), ("", [])])
def test_the_languages_can_come_from_the_command_line(
    make_project: Callable[..., Project], value: str, shown: list[str]
) -> None:
    # sphinx-build -D hands over texts
    po = {"fi/terminology": {"client": "asiakas"}, "ja/terminology": {"client": "依頼人"}}
    entry = ".. term:: client\n\n   One who pays.\n"
    project = make_project({"index.rst": f"Title\n=====\n\n{entry}"}, po)
    built = project.build(glossary_languages=value)
    assert built.warnings == []
    names = {"fi": "asiakas", "ja": "依頼人"}
    assert [language for language, name in names.items() if name in built.words()] == shown
    assert project.build(glossary_languages=value).updated == []
