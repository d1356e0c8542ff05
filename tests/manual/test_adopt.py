"""Adopting the extension: the guide's word, before and after it is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from manual.fences import code_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

BEFORE, AFTER = (b.text for b in code_blocks("how-to/adopt.md") if b.language == "rst")
REFERENCES = ":term:`client`, :term:`principal`"


def page(glossary: str) -> dict[str, str]:
    return {"index.rst": f"Title\n=====\n\n{glossary}\nSee {REFERENCES}.\n"}


@pytest.mark.parametrize("glossary", [BEFORE, AFTER], ids=["before", "after"])
def test_references_need_no_change(build: Callable[..., Built], glossary: str) -> None:
    built = build(page(glossary))
    assert built.warnings == []
    assert built.html().count('<dt id="term-client">') == 1
    assert "See client, principal." in built.words()


def test_a_moved_word_keeps_its_translation(build: Callable[..., Built]) -> None:
    built = build(page(AFTER), language="ja", po={"ja/index": {"client": "顧客"}})
    assert built.warnings == []
    assert "See 顧客, 顧客." in built.words()


def test_a_catalogue_of_names_takes_over(build: Callable[..., Built]) -> None:
    catalogues = {"ja/index": {"client": "顧客"}, "ja/terminology": {"client": ""}}
    built = build(page(AFTER), language="ja", po=catalogues)
    assert built.warnings == []
    assert "See client, client." in built.words()
    assert '<span lang="en">client</span>' in built.html()
