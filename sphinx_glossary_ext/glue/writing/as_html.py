"""Pieces as HTML; all of them are text from strangers, and stay text."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from sphinx_glossary_ext.glue.nodes import HAS_CARD
from sphinx_glossary_ext.glue.writing.bars import bar_html
from sphinx_glossary_ext.linguistics.locales import language_tag
from sphinx_glossary_ext.linguistics.readings import read_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.glue.writing.pieces import Cell, Field, Line, Piece, Row, Table


def fields_html(context: PageContext, fields: Iterable[Field]) -> str:
    """Return a field list, marked up as docutils does it, so that every theme knows it."""
    parts = ['<dl class="glossary-facts field-list simple">\n']
    lang = _lang(context.interface_locale)
    for number, field in enumerate(fields):
        parity = "even" if number % 2 else "odd"
        parts.append(
            f'<dt class="field-{parity}"{lang}>{escape(field.label)}'
            '<span class="colon">:</span></dt>\n'
            f'<dd class="field-{parity}">{_field_body(context, field)}</dd>\n'
        )
    return "".join([*parts, "</dl>\n"])


def _field_body(context: PageContext, field: Field) -> str:
    if field.table:
        return table_html(context, field.table)
    lines = "".join([f"<p>{line_html(context, line)}</p>" for line in field.lines])
    if field.summary:
        summary = escape(field.summary)
        if lang := _lang(context.interface_locale):
            # it may run the other way than the page
            summary = f"<bdi{lang}>{summary}</bdi>"
        return f"<details><summary>{summary}</summary>{lines}</details>"
    return lines


def table_html(context: PageContext, table: Table) -> str:
    """Return a table with headings over its columns and before its rows."""
    heads = "".join(
        f'<th class="head" scope="col"><p>{piece_html(context, head)}</p></th>\n'
        for head in table.heads
    )
    labels = [escape(head.text) for head in table.heads]
    classes = table.css_class if table.is_plain else f"{table.css_class} docutils"
    rows = "".join([_row_html(context, row, labels) for row in table.rows])
    return (
        f'<div class="glossary-table-frame"><table class="{classes}">\n'
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )


def _row_html(context: PageContext, row: Row, labels: Sequence[str]) -> str:
    """Return a row of a table with columns under *labels*, which are escaped already."""
    if row.heading_id:
        content = _cell_content(context, row.cells[0])
        return (
            f'<tr class="glossary-heading"><th id="{row.heading_id}" colspan="{len(labels)}" '
            f'scope="colgroup">{content}</th></tr>\n'
        )
    first, *others = row.cells
    # on a phone there are no columns, and each cell says what it is
    cells = "".join(
        [
            f'<td data-label="{label}"{_lang(c.locale)}>{_cell_content(context, c)}</td>\n'
            for label, c in zip(labels[1:], others, strict=True)
        ]
    )
    head = f'<th class="stub" scope="row"{_lang(first.locale)}>{_cell_content(context, first)}</th>'
    entry = f' data-entry="{escape(row.entry)}"' if row.entry else ""
    return f"<tr{entry}>{head}\n{cells}</tr>\n"


def _cell_content(context: PageContext, cell: Cell) -> str:
    bar = bar_html(cell.bar) if cell.bar else ""
    lines = "<br>".join([line_html(context, line) for line in cell.lines])
    return f"<p>{lines}</p>{bar}"


def line_html(context: PageContext, line: Line) -> str:
    """Return the pieces of *line*."""
    return "".join([piece_html(context, piece) for piece in line])


def piece_html(context: PageContext, piece: Piece) -> str:
    """Return one piece, its text escaped."""
    if piece.reading:
        content = "".join([_ruby(*run) for run in read_over(piece.text, piece.reading)])
    else:
        content = escape(piece.text)
    if piece.locale or piece.css_class or piece.tag:
        tag = piece.tag or "span"
        css_class = f' class="{piece.css_class}"' if piece.css_class else ""
        content = f"<{tag}{css_class}{_lang(piece.locale)}>{content}</{tag}>"
    if uri := piece.uri or (piece.docname and context.uri(piece.docname, piece.anchor)):
        kind = "internal" if piece.is_internal else "external"
        if piece.concept and context.has_cards:
            kind += f" {HAS_CARD}"
        attributes = f'class="reference {kind}" href="{escape(uri)}"{_hreflang(piece)}'
        content = f"<a {attributes}>{content}</a>"
    return content


def _ruby(text: str, reading: str) -> str:
    if not reading:
        return escape(text)
    return f"<ruby>{escape(text)}<rp>(</rp><rt>{escape(reading)}</rt><rp>)</rp></ruby>"


@cache
def _lang(locale: str) -> str:
    return f' lang="{escape(language_tag(locale))}"' if locale else ""


def _hreflang(piece: Piece) -> str:
    return f' hreflang="{escape(language_tag(piece.target_locale))}"' if piece.target_locale else ""
