"""Tables within tables, as lists: plain text and man pages cannot have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from docutils import nodes

from sphinx_glossary_ext.glue.nodes import is_in_table, nodes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FORMATS_WITHOUT: Final = frozenset({"man", "text"})
"""The formats whose writers stop at a table in a table."""


def make_lists(document: nodes.document) -> None:
    """Make lists of our tables that stand in a cell of another, and leave authors' own alone."""
    for table in nodes_of((nodes.table,), document):
        if is_in_table(table) and any(c.startswith("glossary-") for c in table["classes"]):
            table.replace_self(_as_list(table))


def _as_list(table: nodes.table) -> nodes.definition_list:
    """Return the rows by their first cells, each with the other cells by the heads of these."""
    heads = [cell.astext() for row in _rows(table, nodes.thead) for cell in row.children]
    return nodes.definition_list("", *(_item(row, heads) for row in _rows(table, nodes.tbody)))


def _rows(table: nodes.table, part: type[nodes.Part]) -> list[nodes.row]:
    """Return the rows of the head or the body, and none of a table in a cell."""
    return [
        row
        for row in nodes_of((nodes.row,), table)
        if isinstance(row.parent, part) and row.parent.parent.parent is table
    ]


def _item(row: nodes.row, heads: Sequence[str]) -> nodes.definition_list_item:
    first, *others = cast("list[nodes.entry]", row.children)
    fields = (
        nodes.field("", nodes.field_name("", head), nodes.field_body("", *cell.children))
        for head, cell in zip(heads[1:], others, strict=False)
    )
    body = [nodes.field_list("", *fields)] if others else []
    term = nodes.term("", "", *_inline(first))
    return nodes.definition_list_item("", term, nodes.definition("", *body))


def _inline(cell: nodes.entry) -> Iterator[nodes.Node]:
    """Yield what the paragraphs of a cell hold."""
    for node in nodes_of((nodes.line, nodes.paragraph), cell):
        yield from node.children
