"""Translating: the markup that the guide warns of, and the one it advises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from manual.fences import MANUAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

SOURCE = (MANUAL / "how-to" / "translate.md").read_text("utf-8")
ROWS = re.findall(r"^\| ``(.+)`` \| (.+) \|$", SOURCE, re.MULTILINE)
TERM_IN_MYST = ":::{term} client\n\nWho asks for advice.\n:::\n"
TERM_IN_REST = ".. term:: client\n\n   Who asks for advice.\n"


def test_the_table_was_found() -> None:
    assert len(ROWS) == 4


@pytest.mark.parametrize(("translation", "shown"), ROWS)
def test_bold_text_beside_letters(
    build: Callable[..., Built], translation: str, shown: str
) -> None:
    pytest.importorskip("myst_parser", reason="the rule is Markdown's")
    original = "**{term}`client`**" if "**" in translation else "{term}`client`"
    built = build(
        {"index.md": f"# T\n\nThe {original}.\n\n{TERM_IN_MYST}"},
        language="ja",
        po={
            "ja/terminology": {"client": "クライアント"},
            "ja/index": {f"The {original}.": translation},
        },
    )
    assert built.warnings == []
    paragraph = re.search(r"<p>(.*クライアント.*)</p>", built.html())
    assert paragraph
    seen = re.sub(r"<(?!/?strong)[^>]*>", "", paragraph[1])
    bold = re.sub(r"(?<!\\)\*\*(.*?)(?<!\\)\*\*", r"<strong>\1</strong>", shown)
    assert seen == bold.replace("\\*", "*")


@pytest.mark.parametrize(
    ("translation", "is_right"), [("今:term:`client`に", False), ("今\\ :term:`client`\\ に", True)]
)
def test_a_reference_beside_letters_in_rest(
    build: Callable[..., Built], translation: str, is_right: bool
) -> None:
    assert not is_right or translation in SOURCE
    built = build(
        {"index.rst": f"T\n=\n\nThe :term:`client`.\n\n{TERM_IN_REST}"},
        language="ja",
        po={
            "ja/terminology": {"client": "クライアント"},
            "ja/index": {"The :term:`client`.": translation},
        },
    )
    assert (built.warnings == []) is is_right
    assert ("今クライアントに" in built.words()) is is_right
