"""How far each language is: a row per language, its numbers beside a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_percent
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.writing.bars import CHARACTERS
from sphinx_glossary_ext.glue.writing.names import language_head
from sphinx_glossary_ext.glue.writing.pieces import Cell, Piece, Row, Table
from sphinx_glossary_ext.glue.writing.strings import coverage_heading
from sphinx_glossary_ext.index import LocaleCoverage, coverage
from sphinx_glossary_ext.linguistics.locales import cldr_locale
from sphinx_glossary_ext.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.glue.writing.pieces import Line
    from sphinx_glossary_ext.model import Concept

_ = get_translation("sphinx_glossary_ext")


def coverage_table(
    context: PageContext, locales: Sequence[str], concepts: Iterable[Concept]
) -> Table:
    """Return how far each of *locales* has names for *concepts*."""
    heads = [context.word(_("Language")), *(_kind_head(context, kind) for kind in Coverage)]
    heads.append(context.word(_("Complete")))
    rows = [_row(context, found) for found in coverage(context.glossary, locales, concepts)]
    return Table("glossary-coverage", heads, rows)


def _kind_head(context: PageContext, kind: Coverage) -> Piece:
    """Return the heading over the numbers of one kind, with what stands for it in the bars."""
    heading = coverage_heading(kind)
    if context.writes_pages or context.builder.format == "latex":
        # the style sheet has the sign; bars in LaTeX have the order of the columns
        return context.word(heading, css_class=f"glossary-bar-{kind}")
    return context.word(f"{heading} {CHARACTERS[kind]}")


def _row(context: PageContext, found: LocaleCoverage) -> Row:
    counts = [found.counts[kind] for kind in Coverage]
    # rounded down: all but one of many is not all
    share = 100 * found.settled // found.total if found.total else 0
    complete = format_percent(share / 100, locale=cldr_locale(context.locale))
    numbers: list[Line] = [[Piece(str(count))] for count in counts]
    lines = ([language_head(context, found.locale)], *numbers)
    return Row([*(Cell([line]) for line in lines), Cell([[Piece(complete)]], bar=tuple(counts))])
