"""Examples and dialogues, with their labels and speakers."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.glue.writing.as_nodes import language_classes
from sphinx_glossary_ext.glue.writing.strings import block_label
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_glossary_ext.glue.nodes import concept_block

_ = get_translation("sphinx_glossary_ext")

SPEAKER: Final = re.compile(r"\s*([^\s:：.!?。！？][^:：.!?。！？]{0,40}?)\s*[:：]\s*(?=\S|$)")
"""A short name with a colon after it, as scripts of plays have it in every language."""


def make_block(block: concept_block, interface_locale: str) -> list[nodes.Node]:
    """Return the block as a container with its label; *interface_locale* is that of the label."""
    kind = block["kind"]
    label_classes = ["glossary-block-label", *language_classes(interface_locale)]
    label = nodes.paragraph("", "", nodes.strong("", block_label(kind)), classes=label_classes)
    if kind == "dialogue":
        _mark_speakers(block)
    classes = [f"glossary-{kind}", *block["classes"]]
    container = nodes.container("", label, *block.children, classes=classes)
    container["ids"], container["names"] = block["ids"], block["names"]
    return [container]


def _mark_speakers(block: concept_block) -> None:
    """Set off each turn's speaker; if not all turns name one, A and B take turns."""
    turns = list(_turns(block))
    named = [SPEAKER.match(_first_text(turn)) for turn in turns]
    _report_missing(turns, named)
    for turn, match, letter in zip(turns, named, cycle("AB"), strict=False):
        if all(named) and match:
            _cut(turn, match.end())
            speaker = match[1]
        else:
            speaker = letter
        turn.insert(0, nodes.strong("", speaker, classes=["glossary-speaker"]))
        turn.insert(1, nodes.Text(_(": ")))


def _report_missing(turns: list[nodes.paragraph], named: list[re.Match[str] | None]) -> None:
    # a single turn with a colon in it is no sign that speakers were meant
    if len(turns) > named.count(None) * 2:
        for turn, match in zip(turns, named, strict=True):
            if not match:
                message = (
                    "this turn names no speaker, so that A and B take turns in the whole dialogue; "
                    "begin it with “Speaker:”, as the others do"
                )
                warn(ProblemKind.SPEAKER_MISSING, message, turn)


def items_of(block: concept_block) -> list[nodes.list_item]:
    """Return the items of the one list that *block* holds."""
    lists = (child for child in block if isinstance(child, nodes.Sequential))
    return [item for item in next(lists).children if isinstance(item, nodes.list_item)]


def _turns(block: concept_block) -> Iterator[nodes.paragraph]:
    for item in items_of(block):
        if item.children and isinstance(item[0], nodes.paragraph):
            yield item[0]


def _first_text(turn: nodes.paragraph) -> str:
    first = turn.children[0] if turn.children else None
    return first.astext() if isinstance(first, nodes.Text) else ""


def _cut(turn: nodes.paragraph, end: int) -> None:
    rest = turn[0].astext()[end:]
    turn.remove(turn[0])
    if rest:
        turn.insert(0, nodes.Text(rest))
