"""Layouts by Graphviz: what its program ``dot`` is asked, and what it answers.

No name ever gets into the question: boxes are numbered and come with their sizes. So there is
nothing to escape (a backslash, an HTML-like label), the answer does not depend on the fonts of the
machine, and graphs of one shape share one layout.
"""

from __future__ import annotations

import re
from math import ceil, hypot
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point: TypeAlias = tuple[float, float]

PIXELS: Final = 72
"""An inch, in which ``dot`` reckons, is so many of ours."""
LABEL_SIZE: Final = 10
"""The font size of the letters that keep room for a label."""
LETTER: Final = 0.6
"""How wide each of them is, in em: the font is one of fixed width."""
ARROW: Final = 9.0
"""How long an arrow's head is, in pixels."""
END: Final = "stop"
"""The last line of each answer."""

_NODE: Final = re.compile(r"^node n(\d+) (\S+) (\S+) ", re.MULTILINE)
_EDGE: Final = re.compile(r"^edge n(\d+) n(\d+) (\d+) (.+)$", re.MULTILINE)
_GRAPH: Final = re.compile(r"^graph \S+ (\S+) (\S+)$", re.MULTILINE)


class Box(NamedTuple):
    """The size of a box, in pixels."""

    width: float
    height: float


class Line(NamedTuple):
    """A line from one box down to another, by their numbers, with room for a label, if it has one.

    An *arrow* points at the ``upper`` or the ``lower`` box, or is missing.
    """

    upper: int
    lower: int
    label_width: float = 0
    arrow: str = ""


class Curve(NamedTuple):
    """Where a line runs: a Bézier curve of 3n + 1 points, and the middle of its label, if any."""

    points: tuple[Point, ...]
    label: Point | None

    def arrowhead(self, *, at_start: bool) -> tuple[Point, Point, Point]:
        """Return the corners of an arrow's head at one end; the line stops where it begins."""
        towards, away = self.points[:2] if at_start else (self.points[-1], self.points[-2])
        x, y = towards[0] - away[0], towards[1] - away[1]
        length = hypot(x, y) or 1
        x, y = x / length, y / length
        half = ARROW * 0.4
        return (
            (towards[0] - y * half, towards[1] + x * half),
            (towards[0] + x * ARROW, towards[1] + y * ARROW),
            (towards[0] + y * half, towards[1] - x * half),
        )


class Layout(NamedTuple):
    """Where everything is, in pixels from the upper left corner: the middles of the boxes."""

    width: float
    height: float
    boxes: tuple[Point, ...]
    curves: tuple[Curve, ...]


def dot_source(boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """Return the question: a graph in the DOT language, in one line."""
    statements = [
        "rankdir=TB ranksep=0.3 nodesep=0.3",
        'node [shape=box fixedsize=true label=""]',
        f"edge [fontname=Courier fontsize={LABEL_SIZE} arrowsize={ARROW / 10:g}]",
        *(
            f"n{number} [width={box.width / PIXELS:.2f} height={box.height / PIXELS:.2f}]"
            for number, box in enumerate(boxes)
        ),
        *(
            f"n{line.upper} -> n{line.lower} [dir={_DIRECTIONS[line.arrow]}{_room(line)}]"
            for line in lines
        ),
    ]
    return f"digraph {{ {'; '.join(statements)} }}\n"


def _room(line: Line) -> str:
    letters = ceil(line.label_width / LABEL_SIZE / LETTER)
    return f" label={'x' * letters}" if letters else ""


_DIRECTIONS: Final = {"": "none", "upper": "back", "lower": "forward"}


def answers(text: str) -> Iterator[str]:
    """Yield the answers in what ``dot -Tplain`` wrote, one for each question."""
    answer: list[str] = []
    for line in text.splitlines():
        answer.append(line)
        if line == END:
            yield "\n".join(answer)
            answer = []


def parse_layout(answer: str, boxes: int, lines: Sequence[Line]) -> Layout | None:
    """Return the layout in *answer*, None unless it has all the *boxes* and *lines* asked for.

    The format is that of "plain" in Graphviz' documentation, y upwards, in inches.
    """
    try:
        return _parse(answer, boxes, lines)
    except (ValueError, TypeError, IndexError, KeyError, StopIteration):
        return None


def _parse(answer: str, boxes: int, lines: Sequence[Line]) -> Layout:
    width, height = map(float, next(_GRAPH.finditer(answer)).groups())

    def place(x: str, y: str) -> Point:
        return round(float(x) * PIXELS, 1), round((height - float(y)) * PIXELS, 1)

    found = {number: place(x, y) for number, x, y in _NODE.findall(answer)}
    curves: dict[tuple[str, str], list[Curve]] = {}
    for upper, lower, count, rest in _EDGE.findall(answer):
        places = [place(x, y) for x, y in _pairs(rest.split(), int(count))]
        # after the points: the label with its place, if there is one, a style and a colour
        label = rest.split()[2 * int(count) : -2]
        curves.setdefault((upper, lower), []).append(
            Curve(tuple(places), place(*label[1:]) if label else None)
        )
    return Layout(
        round(width * PIXELS, 1),
        round(height * PIXELS, 1),
        tuple(found[str(number)] for number in range(boxes)),
        # two lines between the same boxes come in the order in which they were asked for
        tuple(curves[str(line.upper), str(line.lower)].pop(0) for line in lines),
    )


def _pairs(numbers: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """Yield the first *count* pairs of *numbers*: 1 2 3 4 is 1 2, then 3 4."""
    return zip(numbers[: 2 * count : 2], numbers[1 : 2 * count : 2], strict=True)
