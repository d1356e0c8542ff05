"""MyST's fences: where an inner one ends the directive around it too early."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FENCE: Final = re.compile(r" {0,3}(?P<fence>:{3,}|~{3,}|`{3,}(?!.*`))(?P<info>.*)")
"""What opens a fence, or closes one where nothing follows it (CommonMark, section 4.5)."""


def find_long_fence(block_text: str) -> int:
    """Return the line of the first inner fence that is as long as the outer one, 0 if none is.

    The first line of its kind closes the outer fence, so the closing line of such an inner fence
    ends the directive, and the outer closing line opens something that nobody wrote.

    :param block_text: A directive from its opening to its closing fence; in reST nothing is found.
    """
    opening, *lines = block_text.splitlines() or [""]
    outer = FENCE.fullmatch(opening)
    if outer is None or not outer["info"].startswith("{"):
        return 0
    number = 0
    while number < len(lines) - 1:
        inner = FENCE.fullmatch(lines[number])
        if inner and inner["fence"].startswith(outer["fence"]) and inner["info"].strip():
            return number + 1
        number += 1 + (_length_of(lines[number + 1 :], inner["fence"]) if inner else 0)
    return 0


def _length_of(lines: Sequence[str], fence: str) -> int:
    """Return how many lines a fence holds, its end included; 0 if it has none.

    What stands inside it cannot end a fence of another kind around it.
    """
    for number, line in enumerate(lines, 1):
        end = FENCE.fullmatch(line)
        if end and end["fence"].startswith(fence) and not end["info"].strip():
            return number
    return 0
