"""What ``dot`` is asked, and how its answers are read."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.dot import Box, Curve, Line, answers, dot_source, parse_layout

ANSWER = """\
graph 1 2 3
node n0 1 0.25 1.2 0.35 "" solid box black lightgrey
node n1 1.5 2.5 1 0.35 "" solid box black lightgrey
edge n0 n1 4 1 0.5 1.1 1 1.2 1.5 1.3 2.25 xxxx 1.5 1.25 solid black
edge n0 n1 4 0 0 0 1 0 2 0 3 xx 0.5 1 solid black
stop"""
LINES = [Line(0, 1, 24, arrow="lower"), Line(0, 1, 12)]


def test_the_question_is_one_line_of_numbers() -> None:
    source = dot_source([Box(86.4, 28), Box(72, 28)], LINES)
    assert source == (
        "digraph { rankdir=TB ranksep=0.3 nodesep=0.3; "
        'node [shape=box fixedsize=true label=""]; '
        "edge [fontname=Courier fontsize=10 arrowsize=0.9]; "
        "n0 [width=1.20 height=0.39]; n1 [width=1.00 height=0.39]; "
        "n0 -> n1 [dir=forward label=xxxx]; n0 -> n1 [dir=none label=xx] }\n"
    )


def test_a_line_without_a_label_keeps_no_room_for_one() -> None:
    assert "n0 -> n1 [dir=none] }" in dot_source([Box(86.4, 28), Box(72, 28)], [Line(0, 1)])
    layout = parse_layout(ANSWER.replace(" xx 0.5 1", ""), 2, LINES)
    assert layout is not None
    assert [curve.label for curve in layout.curves] == [(108.0, 126.0), None]


def test_the_answers_to_several_questions_are_told_apart() -> None:
    text = f"{ANSWER}\n{ANSWER}\ngraph 1 2 3\n"
    assert list(answers(text)) == [ANSWER, ANSWER]


def test_an_answer_is_turned_upside_down_and_put_into_pixels() -> None:
    layout = parse_layout(ANSWER, 2, LINES)
    assert layout is not None
    assert (layout.width, layout.height) == (144.0, 216.0)
    assert layout.boxes == ((72.0, 198.0), (108.0, 36.0))
    first, second = layout.curves
    assert first.points == ((72.0, 180.0), (79.2, 144.0), (86.4, 108.0), (93.6, 54.0))
    assert first.label == (108.0, 126.0)
    assert second.points[0] == (0.0, 216.0)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "graph 1 2\nstop",
        "graph 1 x 3\nstop",
        ANSWER.replace("node n1", "node n2"),
        ANSWER.replace("edge n0 n1 4 0", "edge n1 n0 4 0"),
        ANSWER.replace("edge n0 n1 4 1", "edge n0 n1 40 1"),
        ANSWER.replace("edge n0 n1 4 0 0", "edge n0 n1 4 zero 0"),
    ],
)
def test_an_answer_to_something_else_is_none(answer: str) -> None:
    assert parse_layout(answer, 2, LINES) is None


def test_an_arrow_begins_where_its_line_ends() -> None:
    curve = Curve(((0, 0), (0, 1), (0, 2), (0, 10)), (0, 5))
    left, tip, right = curve.arrowhead(at_start=False)
    assert tip == (0, 19)
    assert (left[1], right[1]) == (10, 10)
    assert left[0] == -right[0] != 0
    assert curve.arrowhead(at_start=True)[1] == (0, -9)


def test_a_line_without_length_has_an_arrow_all_the_same() -> None:
    curve = Curve(((1, 1), (1, 1), (1, 1), (1, 1)), (1, 1))
    assert curve.arrowhead(at_start=True)[1] == (1, 1)
