"""Another project reaches our names with intersphinx alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx.util.inventory import InventoryFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

OURS = {
    "index.rst": """\
Title
=====

.. term:: client
   :synonyms: principal
   :deprecated: punter

   One who pays.

.. term:: front office
   :abbreviation: FO

   Where one comes in.

.. term:: ghost
   :status: draft

   Not ready.

.. glossary::

   account
      A record.
"""
}
CATALOGUES = {"ja/terminology": {"client": "顧客 | 依頼人《いらいにん》"}}


def theirs(build_ours: Built, source: str) -> tuple[dict[str, str], dict[str, object]]:
    """Return another project's files and settings."""
    inventory = str(build_ours.outdir / "objects.inv")
    settings = {
        "extensions": ["sphinx.ext.intersphinx"],
        "intersphinx_mapping": {"ours": ("https://example.org/", inventory)},
    }
    return {"index.rst": f"Other\n=====\n\n{source}\n"}, settings


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["client", "principal", "punter", "front office", "FO", "Client"]),
        ("ja", ["client", "principal", "顧客", "依頼人", "front office"]),
    ],
)
def test_without_our_extension(
    make_project: Callable[..., Project], language: str, names: list[str]
) -> None:
    ours = make_project(OURS, CATALOGUES, name="ours").build(language=language)
    source = ", ".join(f":term:`{name}`" for name in [*names, "account"])
    files, settings = theirs(ours, source)
    other = make_project(files, name="other").build(language=language, **settings)
    assert (ours.warnings, other.warnings) == ([], [])
    assert other.html().count('href="https://example.org/index.html#term-') == len(names) + 1


def test_homographs_are_told_apart_by_their_qualifiers(
    make_project: Callable[..., Project],
) -> None:
    banks = "".join(
        f".. term:: bank\n   :qualifier: {qualifier}\n\n   One of two.\n\n"
        for qualifier in ("finance", "river")
    )
    ours = make_project({"index.rst": f"Title\n=====\n\n{banks}"}, name="ours").build()
    files, settings = theirs(ours, ":term:`bank (finance)`, :term:`the bank <bank (river)>`")
    other = make_project(files, name="other").build(**settings)
    assert (ours.warnings, other.warnings) == ([], [])
    found = re.findall(r'index\.html#(term-[\w-]+)"', other.html())
    assert found == ["term-bank-finance", "term-bank-river"]


def test_with_our_extension(make_project: Callable[..., Project]) -> None:
    ours = make_project(OURS, CATALOGUES, name="ours").build()
    files, settings = theirs(
        ours, ":term:`principal`, :external:term:`client`, :external+ours:term:`FO`, :term:`bank`"
    )
    files["index.rst"] += "\n.. term:: bank\n\n   Where money is.\n"
    settings["extensions"] = ["sphinx.ext.intersphinx", "sphinx_glossary_ext"]
    other = make_project(files, name="other").build(**settings)
    assert other.warnings == []
    assert other.html().count('href="https://example.org/index.html#term-client') == 2
    assert other.html().count('href="https://example.org/index.html#term-front-office') == 1
    assert other.html().count('href="#term-bank"') >= 1


def test_unknown_in_both(make_project: Callable[..., Project]) -> None:
    ours = make_project(OURS, name="ours").build()
    files, settings = theirs(ours, ":term:`clint`")
    files["index.rst"] += "\n.. term:: bank\n\n   Where money is.\n"
    settings["extensions"] = ["sphinx.ext.intersphinx", "sphinx_glossary_ext"]
    other = make_project(files, name="other").build(**settings)
    assert other.warnings == [
        "index.rst:4: the reference names the unknown concept 'clint'; define it with the term "
        "directive [glossary.unknown_concept]"
    ]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_inventory(make_project: Callable[..., Project], language: str) -> None:
    built = make_project(OURS, CATALOGUES, name="ours").build(language=language)
    inventory = InventoryFile.loads((built.outdir / "objects.inv").read_bytes(), uri="")
    terms = {name for (kind, name) in _names(inventory) if kind == "std:term"}
    canonical = {"client", "principal", "punter", "front office", "FO", "account"}
    assert terms == canonical | ({"顧客", "依頼人"} if language == "ja" else set())
    concepts = {name for (kind, name) in _names(inventory) if kind == "glossary:concept"}
    assert {"client", "front-office"} <= concepts
    assert not any("ghost" in name for name in concepts)


@pytest.mark.parametrize(
    ("messages", "names"),
    [
        ({"client": "顧客 | 依頼人 | ~クライエント"}, {"顧客", "依頼人"}),
        ({"?client": "推測 | 憶測"}, set()),
        ({"client": "- | ~クライエント"}, set()),
    ],
)
def test_the_inventory_has_no_translation_that_is_not_to_be_used(
    make_project: Callable[..., Project], messages: dict[str, str], names: set[str]
) -> None:
    project = make_project(OURS, {"ja/terminology": messages}, name="ours")
    built = project.build(language="ja")
    inventory = InventoryFile.loads((built.outdir / "objects.inv").read_bytes(), uri="")
    terms = {name for (kind, name) in _names(inventory) if kind == "std:term"}
    assert terms - {"client", "principal", "punter", "front office", "FO", "account"} == names


def _names(inventory: object) -> list[tuple[str, str]]:
    return [(kind, name) for kind, names in inventory.data.items() for name in names]  # type: ignore[attr-defined]


def test_the_inventory_after_a_change_is_that_of_a_fresh_build(
    make_project: Callable[..., Project],
) -> None:
    project = make_project(OURS, CATALOGUES)
    project.build(language="ja")
    project.replace("locales/ja/LC_MESSAGES/terminology.po", "顧客 | ", "")
    again = project.build(language="ja")
    assert again.warnings == []
    fresh = project.build(language="ja", to="fresh")
    assert again.files()["objects.inv"] == fresh.files()["objects.inv"]


def test_names_that_other_projects_tell_apart(make_project: Callable[..., Project]) -> None:
    # to Sphinx, Straße and STRASSE are two names, and where case counts, so are polish and Polish
    source = """\
Title
=====

.. term:: Straße
   :synonyms: STRASSE; Strasse

   Where one drives.

.. term:: Polish
   :id: language
   :case-sensitive:

   A language.

.. term:: polish
   :id: wax

   What makes floors shine.
"""
    ours = make_project({"index.rst": source}, name="ours").build()
    names = ["Straße", "STRASSE", "straße", "strasse", "Polish", "polish"]
    files, settings = theirs(ours, ", ".join(f":term:`{name}`" for name in names))
    other = make_project(files, name="other").build(**settings)
    assert (ours.warnings, other.warnings) == ([], [])
    anchors = re.findall(r'href="https://example.org/index.html#term-([a-z]+)"', other.html())
    assert anchors == ["strasse"] * 4 + ["language", "wax"]


def test_a_reference_to_another_project_is_no_use_of_a_concept_of_ours(
    make_project: Callable[..., Project],
) -> None:
    ours = make_project(OURS, name="ours").build()
    files, settings = theirs(ours, ".. toctree::\n\n   use")
    files["index.rst"] += "\n.. term:: client\n\n   Says :external:doc:`index`.\n"
    files["use.rst"] = "By :external:term:`client`\n==========================\n"
    settings["extensions"] = ["sphinx.ext.intersphinx", "sphinx_glossary_ext"]
    catalogues = {"ja/terminology": {"client": "顧客"}}
    other = make_project(files, catalogues, name="other").build(language="ja", **settings)
    assert other.warnings == []
    assert "By client" in other.words("use")
    assert "<title>By client &#8212;" in other.html("use")
    assert "使用ページ" not in other.words("index")
    assert '"text":"Says index."' in other.text("glossary.json")
