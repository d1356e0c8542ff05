"""The table of aspects: a row each, a column per concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.nodes import concept_block, concept_name
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.glue.writing.blocks import items_of
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ = get_translation("sphinx_glossary_ext")


def make_aspects_table(block: concept_block, targets: Sequence[str]) -> nodes.table:
    """Return the table for *block*, which holds a list of lists, as a list-table does.

    :param block: One list with an item per row; each item is a list with a cell per item.
    :param targets: The concepts, in the order of the columns after the first.
    """
    columns = len(targets) + 1
    group = nodes.tgroup("", cols=columns)
    group += [
        nodes.colspec("", colwidth=100 // columns, **({"stub": 1} if i == 0 else {}))
        for i in range(columns)
    ]
    group += nodes.thead("", _make_head(targets))
    group += nodes.tbody("", *_make_rows(block, columns))
    classes = ["glossary-aspects", *block["classes"]]
    table = nodes.table("", group, classes=classes, ids=block["ids"], names=block["names"])
    table.source, table.line = block.source, block.line
    return table


def _make_head(targets: Sequence[str]) -> nodes.row:
    names = (concept_name("", target=t, form="column", beside=list(targets)) for t in targets)
    cells = (nodes.entry("", nodes.paragraph("", "", n, translatable=False)) for n in names)
    # a header without words says nothing to those who hear the table
    corner = nodes.paragraph("", str(_("Aspect")), translatable=False)
    return nodes.row("", nodes.entry("", corner), *cells)


def _make_rows(block: concept_block, columns: int) -> Iterator[nodes.row]:
    for item in items_of(block):
        cells = _cells_of(item)
        if len(cells) != columns:
            first = next(item.findall(nodes.paragraph), item)
            warn(
                ProblemKind.ASPECT_CELLS,
                f"this row has {_count(len(cells))}, not {columns}: "
                "one for the aspect, then one per concept",
                first,
            )
        filled = [*cells, *([] for _ in range(columns))][:columns]
        extra = [node for cell in cells[columns:] for node in cell]
        filled[-1] = [*filled[-1], *extra]
        yield nodes.row("", *(nodes.entry("", *cell) for cell in filled))


def _cells_of(item: nodes.list_item) -> list[list[nodes.Node]]:
    if len(item) == 1 and isinstance(item[0], nodes.bullet_list):
        return [list(cell.children) for cell in item[0]]
    return [list(item.children)]


def _count(cells: int) -> str:
    return "one cell" if cells == 1 else f"{cells} cells"
