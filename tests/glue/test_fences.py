"""An inner fence as long as the outer one ends it too early: which one is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.glue.fences import find_long_fence

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built


@pytest.mark.parametrize(
    ("block_text", "expected"),
    [
        (":::{term} a\nText.\n\n:::{examples}\n* b\n:::\n", 3),
        ("```{term} a\n:id: a\n\n```{examples}\n* b\n```\n", 3),
        (":::{term} a\n::::{examples}\n* b\n:::\n", 1),
        ("~~~{term} a\nText.\n~~~{examples}\n* b\n~~~\n", 2),
        (":::{term} a\n   :::{examples}\n* b\n:::\n", 1),
        (":::{term} a\nText.\n:::\n", 0),
        ("::::{term} a\n:::{examples}\n* b\n:::\n::::\n", 0),
        # another kind of fence ends nothing
        (":::{term} a\n```{examples}\n* b\n```\n:::\n", 0),
        # what stands in a fence of another kind is text, or ends with it
        (":::{term} a\n```\n:::{examples}\n```\n:::\n", 0),
        (":::{term} a\n```\n:::{examples}\n:::\n", 2),
        # four spaces make a code block, backticks after backticks code in a line
        (":::{term} a\n    :::{examples}\n:::\n", 0),
        ("```{term} a\n```b``` is code\n```\n", 0),
        # no directive of MyST's
        (".. term:: a\n\n   :::{examples}\n", 0),
        (":::{examples}\n* b", 0),
        ("", 0),
    ],
)
def test_find_long_fence(block_text: str, expected: int) -> None:
    assert find_long_fence(block_text) == expected


@pytest.mark.parametrize("fence", [":::", "```", "~~~"])
def test_long_fence_is_reported_once_at_its_line(build: Callable[..., Built], fence: str) -> None:
    source = f"""\
# Title

{fence}{{term}} client
:synonyms: buyer

One who buys.

{fence}{{examples}}
* A client came.
{fence}
{fence}

"""
    built = build({"index.md": source}, "dummy")
    assert built.warnings == [
        "index.md:8: this fence is as long as that of the term directive around it, which it ends "
        "too early; make the outer fence longer [glossary.fence_length]"
    ]
    assert "A client came." in built.resolved["index"].astext()


def test_only_the_innermost_outer_fence_is_too_short(build: Callable[..., Built]) -> None:
    source = """\
# Title

:::::{term} client
One who buys.

::::{examples}
* A client came.

  ::::{note}
  He left.
  ::::
::::
:::::
"""
    built = build({"index.md": source}, "dummy")
    assert built.warnings == [
        "index.md:9: this fence is as long as that of the examples directive around it, which it "
        "ends too early; make the outer fence longer [glossary.fence_length]"
    ]
