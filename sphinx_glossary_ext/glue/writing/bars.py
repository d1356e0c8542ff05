"""Bars: shares of a whole, each kind told from the next by its height and not by colour alone.

They stand beside their numbers and say nothing more, so those who listen are spared them.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_glossary_ext.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH: Final = 100
HEIGHT: Final = 10
LETTERS: Final = 10
"""How long a bar is where it is written in characters."""

HEIGHTS: Final = {
    Coverage.APPROVED: 10,
    Coverage.FUZZY: 6,
    Coverage.MISSING: 1,
    Coverage.NO_EQUIVALENT: 3,
}
CHARACTERS: Final = {
    Coverage.APPROVED: "█",
    Coverage.FUZZY: "▄",
    Coverage.MISSING: "▁",
    Coverage.NO_EQUIVALENT: "▂",
}


def shares(counts: Sequence[int], length: int) -> dict[Coverage, int]:
    """Return how much of *length* each kind takes; together it is all of it.

    :param counts: One per kind, in the order of `Coverage`.
    :returns: By kind, in that order. What there is at all, however little, takes at least one unit:
        nine missing names of a thousand are not none.
    """
    total = sum(counts)
    if not total:
        return dict.fromkeys(Coverage, 0)
    parts = [max(1, length * count // total) if count else 0 for count in counts]
    # what rounding has left over or taken too much is the largest one's
    parts[counts.index(max(counts))] += length - sum(parts)
    return dict(zip(Coverage, parts, strict=True))


def bar_html(counts: Sequence[int]) -> str:
    """Return the bar as a small drawing."""
    wide = shares(counts, WIDTH)
    ends = accumulate(wide.values())
    parts = "".join(
        f'<rect class="glossary-bar-{kind}" x="{end - wide[kind]}" y="{HEIGHT - HEIGHTS[kind]}" '
        f'width="{wide[kind]}" height="{HEIGHTS[kind]}"/>'
        for kind, end in zip(wide, ends, strict=True)
        if wide[kind]
    )
    return (
        f'<svg class="glossary-bar" aria-hidden="true" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'preserveAspectRatio="none" fill="currentColor">{parts}</svg>'
    )


def bar_nodes(counts: Sequence[int], builder_format: str) -> nodes.Node:
    """Return the bar for a builder that has no drawings of ours."""
    if builder_format == "latex":
        # block characters are in few of LaTeX' fonts, rules are in none and always there
        rules = "".join(
            rf"\rule{{{part / LETTERS * 6:.2f}em}}{{{HEIGHTS[kind] / HEIGHT:.1f}ex}}"
            for kind, part in shares(counts, LETTERS).items()
            if part
        )
        return nodes.raw("", rules, format="latex")
    parts = shares(counts, LETTERS).items()
    return nodes.Text("".join(CHARACTERS[kind] * part for kind, part in parts))
