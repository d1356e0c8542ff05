"""Pieces as docutils nodes, for builders that write no HTML pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_glossary_ext.glue.nodes import ruby
from sphinx_glossary_ext.glue.writing.bars import bar_nodes
from sphinx_glossary_ext.glue.writing.pieces import (
    Cell,
    Field,
    Line,
    Piece,
    Row,
    Table,
    in_parentheses,
    joined,
)
from sphinx_glossary_ext.linguistics.locales import language_tag
from sphinx_glossary_ext.linguistics.readings import read_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_glossary_ext.glue.writing.context import PageContext

TAGS: dict[str, type[nodes.TextElement]] = {"strong": nodes.strong, "em": nodes.emphasis}


def fields_nodes(context: PageContext, fields: Iterable[Field]) -> nodes.field_list:
    """Return a field list."""
    return nodes.field_list(
        "", *(_field(context, field) for field in fields), classes=["glossary-facts"]
    )


def _field(context: PageContext, field: Field) -> nodes.field:
    body: list[nodes.Node] = [_paragraph(context, line) for line in field.lines]
    if field.table:
        body = [table_nodes(context, field.table)]
    return nodes.field("", nodes.field_name("", field.label), nodes.field_body("", *body))


def table_nodes(context: PageContext, table: Table) -> nodes.table:
    """Return a table with headings over its columns and before its rows."""
    width = len(table.heads)
    group = nodes.tgroup("", cols=width)
    for position, characters in enumerate(table.widths or [100 // width] * width):
        stub = {"stub": 1} if position == 0 else {}
        group += nodes.colspec("", colwidth=characters, **stub)
    heads = (nodes.entry("", _paragraph(context, [head])) for head in table.heads)
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *(_row(context, row, width) for row in table.rows))
    classes = [table.css_class]
    if context.builder.format == "latex":
        # its own widths break words in narrow columns
        known = {"colwidths-given": bool(table.widths), "longtable": table.is_long}
        classes += (name for name, holds in known.items() if holds)
    return nodes.table("", group, classes=classes)


def _row(context: PageContext, row: Row, width: int) -> nodes.row:
    entries = [_entry(context, cell) for cell in row.cells]
    if row.heading_id:
        # LaTeX writes no label for the ids of a cell
        paragraph = cast("nodes.paragraph", entries[0][0])
        paragraph.insert(0, nodes.target("", "", ids=[row.heading_id]))
        if width > 1 and context.builder.format == "man":
            entries += [nodes.entry("") for _ in range(width - 1)]
        elif width > 1:
            entries[0]["morecols"] = width - 1
    return nodes.row("", *entries)


def _entry(context: PageContext, cell: Cell) -> nodes.entry:
    if cell.bar:
        bar = bar_nodes(cell.bar, context.builder.format)
        return nodes.entry("", _paragraph(context, cell.lines[0]), nodes.paragraph("", "", bar))
    if context.builder.format == "text":
        # its tables run lines together, and put spaces where they had wrapped Japanese
        return nodes.entry("", _unwrapped(context, joined(cell.lines)))
    if len(cell.lines) == 1:
        return nodes.entry("", _paragraph(context, cell.lines[0]))
    lines = (nodes.line("", "", *line_nodes(context, line)) for line in cell.lines)
    return nodes.entry("", nodes.line_block("", *lines))


def _unwrapped(context: PageContext, line: Line) -> nodes.line_block:
    return nodes.line_block("", nodes.line("", "", *line_nodes(context, line)))


def _paragraph(context: PageContext, line: Line) -> nodes.paragraph:
    return nodes.paragraph("", "", *line_nodes(context, line))


def line_nodes(context: PageContext, line: Line) -> list[nodes.Node]:
    """Return the pieces of *line*."""
    return [piece_node(context, piece) for piece in line]


def piece_node(context: PageContext, piece: Piece) -> nodes.Node:
    """Return one piece; a reading that cannot stand over its name stands after it."""
    classes = [*filter(None, [piece.css_class]), *language_classes(piece.locale)]
    content: nodes.Node
    if piece.reading and context.is_html:
        content = nodes.inline("", "", *_with_readings(piece), classes=classes)
    else:
        text = piece.text + (in_parentheses(piece.reading) if piece.reading else "")
        wanted = TAGS.get(piece.tag, nodes.inline)
        content = wanted("", text, classes=classes) if piece.tag or classes else nodes.Text(text)
    if piece.uri:
        return nodes.reference("", "", content, refuri=piece.uri, internal=piece.is_internal)
    if piece.docname:
        inline = nodes.inline("", "", content)
        return context.link_to(piece.docname, piece.anchor, inline)
    return content


def _with_readings(piece: Piece) -> Iterator[nodes.Node]:
    for text, reading in read_over(piece.text, piece.reading):
        yield ruby("", text, reading=reading) if reading else nodes.Text(text)


def language_classes(locale: str) -> list[str]:
    """Return the class of which docutils makes a ``lang`` attribute (BCP 47)."""
    return [f"language-{language_tag(locale)}"] if locale else []
