"""Mistakes that a reader of the whole house found, each with what must happen instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sphinx.environment import BuildEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    "index.rst": """\
Title
=====

.. term:: client
   :related: customer

   One who pays.

.. term:: customer

   One who buys.

.. compare:: client; customer

   The difference.

.. glossary-index::
"""
}


@pytest.mark.parametrize("folder", ["pt-br", "zh-Hans", "sr@latin"])
def test_a_locale_in_another_spelling(build: Callable[..., Built], folder: str) -> None:
    built = build(FILES, po={f"{folder}/terminology": {"client": "freguês"}})
    assert built.warnings == []
    assert "freguês" in built.words()


def test_a_locale_in_another_spelling_can_be_chosen(build: Callable[..., Built]) -> None:
    files = {"index.rst": FILES["index.rst"].rstrip() + "\n   :languages: pt-br\n"}
    po = {"pt-br/terminology": {"client": "freguês"}, "ja/terminology": {"client": "依頼人"}}
    built = build(files, po=po, glossary_languages=["pt-br"])
    assert built.warnings == []
    assert "freguês" in built.words()
    assert "依頼人" not in built.words()


@pytest.mark.parametrize(
    ("language", "shown"), [("pt-br", "client e customer"), ("tlh", "client and customer")]
)
def test_a_language_that_cldr_writes_otherwise_or_not_at_all(
    build: Callable[..., Built], language: str, shown: str
) -> None:
    built = build(FILES, language=language)
    assert built.warnings == []
    assert shown in built.words()


@pytest.mark.parametrize("marker", ["*", "-", "1.", "#.", "(a)"])
def test_a_list_of_any_kind_taken_for_an_argument(build: Callable[..., Built], marker: str) -> None:
    source = f".. term:: client\n\n   One.\n\n   .. examples::\n      {marker} first\n\nThe rest.\n"
    built = build({"index.rst": source}, "dummy")
    assert [warning.rpartition(" ")[2] for warning in built.warnings] == [
        "[glossary.list_as_argument]"
    ]
    assert built.resolved["index"].astext().endswith("first\n\nThe rest.")


def test_a_concept_compared_with_itself_under_another_name(build: Callable[..., Built]) -> None:
    source = (
        ".. term:: client\n   :synonyms: principal\n\n   One.\n\n"
        ".. compare:: client; principal\n\n   The difference.\n"
    )
    built = build({"index.rst": source}, "dummy")
    assert built.warnings == [
        "index.rst:6: the comparison names 'client' twice; leave 'principal' out "
        "[glossary.few_concepts]"
    ]


def test_a_definition_within_a_pulled_one_is_a_name_everywhere(
    make_project: Callable[..., Project],
) -> None:
    entries = (
        ".. term:: hen\n\n   A bird.\n\n.. term:: egg\n\n   Laid by :glossary:definition:`hen`\n"
        "\n.. term:: nest\n\n   Of straw.\n"
    )
    project = make_project(
        {
            "index.rst": f"Title\n=====\n\n.. toctree::\n\n   pair\n\n{entries}",
            "pair.rst": "Pair\n====\n\n.. compare:: egg; nest\n\n   The difference.\n",
        },
        {"fi/terminology": {"hen": "kana"}},
    )
    # a card would show the inner definition too
    built = project.build(language="fi", glossary_tooltips=False)
    assert built.warnings == []
    assert "Laid by kana" in built.words("pair")
    project.replace("index.rst", "A bird.", "A fowl.")
    assert "pair" not in project.build(language="fi", glossary_tooltips=False).updated


@pytest.mark.parametrize(
    ("role", "nitpicky"), [("any", True), ("py:func", True), ("ref", False), ("doc", False)]
)
def test_what_is_missing_in_a_pulled_definition_is_told_once(
    build: Callable[..., Built], role: str, nitpicky: bool
) -> None:
    source = (
        f".. term:: client\n\n   See :{role}:`nothing`.\n\n.. term:: customer\n\n   One.\n\n"
        ".. compare:: client; customer\n\n   Diff: :glossary:definition:`client`\n"
    )
    built = build({"index.rst": source}, "dummy", nitpicky=nitpicky)
    assert [warning.partition(":")[2][:1] for warning in built.warnings] == ["3"]


def test_a_build_in_a_variety_of_the_source_language(build: Callable[..., Built]) -> None:
    built = build(
        {"index.rst": "T\n=\n\n.. term:: client\n\n   Text.\n\nA :term:`client`.\n"},
        language="en_GB",
        po={"fi/terminology": {"client": "asiakas"}},
    )
    assert built.warnings == []
    assert "not yet translated" not in built.html()
    assert "English" not in built.words()
    assert 'lang="en"' not in built.html().replace('<html lang="en-GB"', "")


def test_a_page_is_loaded_once_for_all_that_is_pulled_from_it(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    get_doctree = BuildEnvironment.get_doctree

    def noting(self: BuildEnvironment, docname: str) -> Any:
        loaded.append(docname)
        return get_doctree(self, docname)

    monkeypatch.setattr(BuildEnvironment, "get_doctree", noting)
    terms = "".join(f".. term:: t{n}\n\n   One.\n\n" for n in range(20))
    pairs = "".join(f".. compare:: t{n}; t{n + 1}\n\n   Text.\n\n" for n in range(19))
    files = {
        "index.rst": f"Title\n=====\n\n.. toctree::\n\n   pairs\n\n{terms}",
        "pairs.rst": f"Pairs\n=====\n\n{pairs}",
    }
    assert build(files, "dummy").warnings == []
    # for what the other page pulls, and perhaps to be written itself
    assert 1 <= loaded.count("index") <= 2
