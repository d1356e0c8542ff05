"""Mistakes that a reader of the whole house found, each with what must happen instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

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


@pytest.mark.parametrize("language", ["pt-br", "tlh"])
def test_a_language_that_cldr_writes_otherwise_or_not_at_all(
    build: Callable[..., Built], language: str
) -> None:
    built = build(FILES, language=language)
    assert "client and customer" in built.words() or "client e customer" in built.words()


@pytest.mark.parametrize("marker", ["*", "-", "1.", "#.", "(a)"])
def test_a_list_of_any_kind_taken_for_an_argument(build: Callable[..., Built], marker: str) -> None:
    source = f".. term:: client\n\n   One.\n\n   .. examples::\n      {marker} first\n\nThe rest.\n"
    built = build({"index.rst": source}, "dummy")
    assert [warning.rpartition(" ")[2] for warning in built.warnings] == [
        "[glossary.list_as_argument]"
    ]
    assert built.resolved["index"].astext().endswith("first\n\nThe rest.")
