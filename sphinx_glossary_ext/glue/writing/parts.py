"""Facts and indexes as the builder at hand wants them: as HTML, or as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.nodes import written_html
from sphinx_glossary_ext.glue.writing import as_html, as_nodes
from sphinx_glossary_ext.glue.writing.entry import facts_after, facts_before, grammar
from sphinx_glossary_ext.glue.writing.index import Index, IndexChoice, make_index

if TYPE_CHECKING:
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.glue.writing.pieces import Field, Line, Table
    from sphinx_glossary_ext.model import Concept

_ = get_translation("sphinx_glossary_ext")


def make_facts(context: PageContext, concept: Concept, part: str) -> list[nodes.Node]:
    """Return what the entry of *concept* shows in *part*: ``head`` or ``tail``."""
    if part == "tail":
        return _fields(context, facts_after(context, concept))
    below_name = grammar(context, concept)
    line = [_paragraph(context, below_name, "glossary-grammar")] if below_name else []
    return [*line, *_fields(context, facts_before(context, concept))]


def make_index_nodes(context: PageContext, choice: IndexChoice) -> list[nodes.Node]:
    """Return the index that *choice* leaves, or words that it leaves nothing."""
    index = make_index(context, choice)
    if index is None:
        return [nodes.paragraph("", _("No concepts."))]
    return [_jumps(index), _table(context, index.names), _table(context, index.coverage)]


def _fields(context: PageContext, fields: list[Field]) -> list[nodes.Node]:
    if not fields:
        return []
    if context.writes_pages:
        return [written_html(html=as_html.fields_html(context, fields))]
    return [as_nodes.fields_nodes(context, fields)]


def _table(context: PageContext, table: Table) -> nodes.Node:
    if context.writes_pages:
        return written_html(html=as_html.table_html(context, table))
    return as_nodes.table_nodes(context, table)


def _paragraph(context: PageContext, line: Line, css_class: str) -> nodes.paragraph:
    return nodes.paragraph("", "", *as_nodes.line_nodes(context, line), classes=[css_class])


def _jumps(index: Index) -> nodes.paragraph:
    jumps = nodes.paragraph("", classes=["glossary-jumps"])
    for heading, id_ in index.headings:
        if jumps.children:
            jumps += nodes.Text(" ")
        jumps += nodes.reference("", heading, refid=id_, internal=True)
    return jumps
