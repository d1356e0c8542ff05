"""Tables within tables, as lists: plain text and man pages cannot have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from docutils import nodes

from sphinx_glossary_ext.glue.nodes import is_in_table, nodes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FORMATS_WITHOUT: Final = frozenset({"man", "text"})
"""The formats whose writers stop at a table in a table."""

OURS: Final = frozenset(
    {"glossary-aspects", "glossary-coverage", "glossary-index", "glossary-names"}
)
"""The classes of our tables; authors may give theirs any other."""


def make_lists(document: nodes.document) -> None:
    """Make lists of our tables that stand in a cell of another, and leave authors' own alone."""
    for table in nodes_of((nodes.table,), document):
        if is_in_table(table) and not OURS.isdisjoint(table["classes"]):
            table.replace_self(_as_list(table))


def _as_list(table: nodes.table) -> nodes.definition_list:
    """Return the rows by their first cells, each with the other cells by the heads of these."""
    heads = [cell.astext() for row in _rows(table, nodes.thead) for cell in row.children]
    items = (_item(row, heads) for row in _rows(table, nodes.tbody))
    return nodes.definition_list("", *(item for item in items if item.astext()))


def _rows(table: nodes.table, part: type[nodes.Part]) -> list[nodes.row]:
    """Return the rows of the head or the body, and none of a table in a cell."""
    rows = nodes_of((nodes.row,), table)
    return [row for row in rows if isinstance(row.parent, part) and _table_of(row) is table]


def _table_of(row: nodes.row) -> nodes.Element:
    table: nodes.Element = row.parent.parent.parent
    return table


def _item(row: nodes.row, heads: Sequence[str]) -> nodes.definition_list_item:
    first, *others = cast("list[nodes.entry]", row.children)
    has_name = isinstance(next(iter(first.children), None), (nodes.paragraph, nodes.line_block))
    name, rest = (first.children[:1], first.children[1:]) if has_name else ([], first.children)
    term = nodes.term("", "", *_inline(name))
    fields = [
        nodes.field("", nodes.field_name("", head), nodes.field_body("", *cell.children))
        for head, cell in zip(heads[1:], others, strict=False)
        if cell.children
    ]
    body = [*rest, nodes.field_list("", *fields)] if fields else rest
    return nodes.definition_list_item("", term, nodes.definition("", *body))


def _inline(blocks: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Yield what the paragraphs or lines among *blocks* hold, with a space between them."""
    for block in blocks:
        lines = nodes_of((nodes.line, nodes.paragraph), cast("nodes.Element", block))
        for number, line in enumerate(lines):
            yield from [nodes.Text(" ")] if number else []
            yield from line.children
