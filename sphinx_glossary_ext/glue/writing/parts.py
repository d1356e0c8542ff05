"""Facts and indexes as the builder at hand wants them: as HTML, or as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.nodes import CARDS, is_in_table, written_html
from sphinx_glossary_ext.glue.page import definition_paragraph, is_translated
from sphinx_glossary_ext.glue.writing import as_html, as_nodes
from sphinx_glossary_ext.glue.writing.as_nodes import language_classes
from sphinx_glossary_ext.glue.writing.concept_map import drawing_of, map_html
from sphinx_glossary_ext.glue.writing.entry import facts_after, facts_before, grammar
from sphinx_glossary_ext.glue.writing.general_index import index_nodes
from sphinx_glossary_ext.glue.writing.index import Index, IndexChoice, make_index
from sphinx_glossary_ext.glue.writing.pieces import concepts_linked, in_lines
from sphinx_glossary_ext.glue.writing.search_box import search_box_html
from sphinx_glossary_ext.model import ConceptStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_glossary_ext.glue.nodes import concept_entry
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.glue.writing.pieces import Field, Line, Table
    from sphinx_glossary_ext.model import Concept

_ = get_translation("sphinx_glossary_ext")

ROWS_ON_ONE_PAGE: Final = 1000
"""A table of ten times as many takes a browser seconds to lay out."""


def make_entry(context: PageContext, entry: concept_entry) -> addnodes.glossary:
    """Return *entry* as a glossary of one item: its text, with the name and the facts around it."""
    concept = context.glossary.by_id.get(entry["concept"])
    term = nodes.term("", "", ids=entry["ids"], names=entry["names"], dupnames=entry["dupnames"])
    term.source, term.line = entry.source, entry.line
    definition = nodes.definition()
    if concept is None:
        term += nodes.Text(entry["written"])
        definition += entry.children
    else:
        _complete(context, concept, entry, term, definition)
    item = nodes.definition_list_item("", term, definition)
    classes = ["glossary", "glossary-entry", *entry["classes"]]
    return addnodes.glossary("", nodes.definition_list("", item, classes=classes))


def _complete(
    context: PageContext,
    concept: Concept,
    entry: concept_entry,
    term: nodes.term,
    definition: nodes.definition,
) -> None:
    """Add to the text of an entry what its author did not write."""
    source = context.glossary.source_language
    paragraph = definition_paragraph(entry)
    if paragraph is not None and context.locale != source and not is_translated(paragraph):
        paragraph["classes"] += language_classes(source)
    name = context.glossary.name(concept, context.locale)
    term += context.name(name, with_reading=True)
    if not context.is_html and concept.status is not ConceptStatus.DRAFT:
        # HTML has its general index from the domain
        term += index_nodes(context, concept)
    definition += _before(context, concept)
    definition += entry.children
    after = facts_after(context, concept)
    definition += _fields(context, list(map(in_lines, after)) if is_in_table(entry) else after)
    definition += _map(context, concept)


def _before(context: PageContext, concept: Concept) -> list[nodes.Node]:
    below_name = grammar(context, concept)
    line = [_paragraph(context, below_name, "glossary-grammar")] if below_name else []
    return [*line, *_fields(context, facts_before(context, concept))]


def make_index_nodes(context: PageContext, choice: IndexChoice) -> list[nodes.Node]:
    """Return the index that *choice* leaves, or words that it leaves nothing."""
    index = make_index(context, choice)
    if index is None:
        return [_paragraph(context, [context.word(_("No concepts."))])]
    return [*_search_box(context, choice), *_whole_index(context, index)]


def make_coverage_nodes(context: PageContext, choice: IndexChoice) -> list[nodes.Node]:
    """Return how far the languages of *choice* are, or words that it leaves no concept."""
    index = make_index(context, choice)
    if index is None:
        return [_paragraph(context, [context.word(_("No concepts."))])]
    return [_table(context, index.coverage)]


def _search_box(context: PageContext, choice: IndexChoice) -> list[nodes.Node]:
    if not context.writes_pages:
        return []
    return [written_html(html=search_box_html(context, choice))]


def _whole_index(context: PageContext, index: Index) -> list[nodes.Node]:
    jumps = ((letter.heading, {"refid": letter.id}) for letter in index.letters)
    names = _table(context, index.names(index.letters))
    return [_jumps(jumps), names, *_coverage(context, index)]


def _coverage(context: PageContext, index: Index) -> list[nodes.Node]:
    classes = language_classes(context.interface_locale)
    heading = nodes.rubric("", _("How complete each language is"), classes=classes)
    return [heading, _table(context, index.coverage)]


def make_index_pages(context: PageContext) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Yield the index as a page of its own: its name's ending and its content.

    A large index has a page for each letter, so that a browser need not show all of it.
    """
    index = make_index(context, IndexChoice())
    if index is None:
        return
    box = _search_box(context, IndexChoice())
    if sum(len(letter.concepts) for letter in index.letters) <= ROWS_ON_ONE_PAGE:
        yield "", [*box, *_whole_index(context, index)]
        return
    pages = [f"-{position}" for position, _letter in enumerate(index.letters, 1)]
    jumps = [
        (letter.heading, {"refuri": context.uri(context.docname + ending, "")})
        for letter, ending in zip(index.letters, pages, strict=True)
    ]
    yield "", [*box, _jumps(jumps), *_coverage(context, index)]
    for letter, ending in zip(index.letters, pages, strict=True):
        yield ending, [*box, _jumps(jumps), _table(context, index.names([letter]))]


def _fields(context: PageContext, fields: list[Field]) -> list[nodes.Node]:
    if not fields:
        return []
    if context.writes_pages:
        part = written_html(html=as_html.fields_html(context, fields))
        part[CARDS] = concepts_linked(fields) if context.has_cards else []
        return [part]
    return [as_nodes.fields_nodes(context, fields)]


def _map(context: PageContext, concept: Concept) -> list[nodes.Node]:
    drawing = drawing_of(context, concept)
    if drawing is None:
        return []
    part = written_html(html=map_html(context, drawing))
    part[CARDS] = [c.id for c in drawing.plan.map.concepts[1:]] if context.has_cards else []
    return [part]


def _table(context: PageContext, table: Table) -> nodes.Node:
    if context.writes_pages:
        return written_html(html=as_html.table_html(context, table))
    return as_nodes.table_nodes(context, table)


def _paragraph(context: PageContext, line: Line, *classes: str) -> nodes.paragraph:
    return nodes.paragraph("", "", *as_nodes.line_nodes(context, line), classes=list(classes))


def _jumps(jumps: Iterable[tuple[str, dict[str, str]]]) -> nodes.paragraph:
    paragraph = nodes.paragraph("", classes=["glossary-jumps"])
    for heading, target in jumps:
        if paragraph.children:
            paragraph += nodes.Text(" ")
        paragraph += nodes.reference("", heading, internal=True, **target)
    return paragraph
