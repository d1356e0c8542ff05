"""Sphinx's own search finds a concept by every name in every language."""

from __future__ import annotations

import json
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
   :synonyms: principal
   :abbreviation: CL

   One who pays.

.. term:: customer

   One who buys.

.. term:: ghost
   :status: draft

   Not ready.

.. compare:: client; customer

   The difference.
"""
}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人《いらいにん》 | ~クライエント", "?customer": "顧客"},
    "ko/terminology": {"client": "의뢰인"},
}


def found(built: Built) -> dict[str, list[str]]:
    """Return what Sphinx's search shows of our objects, by their kind."""
    text = built.text("searchindex.js").removeprefix("Search.setIndex(").removesuffix(")")
    index = json.loads(text)
    kinds = {number: names[1] for number, names in index["objnames"].items()}
    shown: dict[str, list[str]] = {}
    for prefix, objects in index["objects"].items():
        for _doc, kind, _priority, _anchor, name in objects:
            shown.setdefault(kinds[str(kind)], []).append(f"{prefix}.{name}" if prefix else name)
    return shown


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_names_in_every_language(build: Callable[..., Built], language: str) -> None:
    built = build(FILES, language=language, po=CATALOGUES)
    assert built.warnings == []
    concepts = found(built)["concept"]
    names = {"client", "principal", "CL", "customer", "依頼人", "クライエント", "의뢰인"}
    assert names <= set(concepts)
    assert "ghost" not in concepts
    assert len(found(built)["comparison"]) == 1


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "顧客 (not yet approved)"), ("ja", "顧客（未承認）")]
)
def test_a_name_that_is_not_approved_says_so(
    build: Callable[..., Built], language: str, shown: str
) -> None:
    concepts = found(build(FILES, language=language, po=CATALOGUES))["concept"]
    assert shown in concepts
    assert "顧客" not in concepts
