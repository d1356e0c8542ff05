"""Fill a page: every placeholder and every reference to a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from sphinx_glossary_ext import checks
from sphinx_glossary_ext.glue import nodes as ours
from sphinx_glossary_ext.glue import pages
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.glue.writing import nested_tables
from sphinx_glossary_ext.glue.writing.blocks import make_block
from sphinx_glossary_ext.glue.writing.comparison import make_comparison
from sphinx_glossary_ext.glue.writing.definition import make_definition
from sphinx_glossary_ext.glue.writing.index import IndexChoice, choice_of
from sphinx_glossary_ext.glue.writing.links import link_to_entry
from sphinx_glossary_ext.glue.writing.parts import (
    make_coverage_nodes,
    make_entry,
    make_index_nodes,
)
from sphinx_glossary_ext.glue.writing.references import ReferenceFiller
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept


def fill(context: PageContext, document: nodes.document) -> None:
    """Fill *document*: what holds others first, the references last."""
    found = ours.nodes_of(_UNFILLED, document)
    if context.builder.format == "latex":
        for node in found:
            # those whose ids LaTeX writes; it writes none of what becomes a container
            if isinstance(node, (ours.concept_entry, ours.concept_comparison)):
                ours.remove_targets_before(node)
    comparisons = [node for node in found if isinstance(node, ours.concept_comparison)]
    for comparison in comparisons:
        comparison.replace_self(make_comparison(context, comparison))
    references: list[addnodes.pending_xref] = []
    for node in ours.nodes_of(_UNFILLED, document) if comparisons else found:
        if isinstance(node, addnodes.pending_xref):
            references.append(node)
        else:
            references += _references_in(FILLERS[type(node)](context, node))
    _fill_references(context, references)
    if context.builder.format in nested_tables.FORMATS_WITHOUT:
        nested_tables.make_lists(document)


def fill_references(context: PageContext, document: nodes.document) -> None:
    """Fill the references of *document* alone, as a build that extracts messages needs it."""
    _fill_references(context, ours.nodes_of((addnodes.pending_xref,), document))


def _fill_references(context: PageContext, references: Iterable[addnodes.pending_xref]) -> None:
    filler = ReferenceFiller(context)
    for reference in references:
        filler.fill(reference)


def _references_in(new: Iterable[nodes.Node]) -> list[addnodes.pending_xref]:
    return [xref for node in new for xref in node.findall(addnodes.pending_xref)]


def _fill_block(context: PageContext, node: Any) -> list[nodes.Node]:
    node.replace_self(make_block(node, context.interface_locale))
    return []


def _fill_definition(context: PageContext, node: Any) -> list[nodes.Node]:
    paragraph = make_definition(context, context.glossary.by_id[node["target"]])
    node.replace_self(paragraph)
    return [paragraph]


def _fill_index(context: PageContext, node: Any) -> list[nodes.Node]:
    _report_unknown_languages(context, node)
    content = make_index_nodes(context, choice_of(node))
    _replace_overview(node, content, pages.MARK)
    return []


def _fill_coverage(context: PageContext, node: Any) -> list[nodes.Node]:
    _report_unknown_languages(context, node)
    content = make_coverage_nodes(context, IndexChoice(node["languages"], node["subjects"]))
    _replace_overview(node, content, "glossary-coverage-page")
    return []


def _report_unknown_languages(context: PageContext, node: Any) -> None:
    for locale in node["languages"]:
        if locale not in context.glossary.locales:
            message = checks.unknown_language(locale, context.glossary)
            warn(ProblemKind.UNKNOWN_LANGUAGE, message, node)


def _replace_overview(node: Any, content: Iterable[nodes.Node], css_class: str) -> None:
    classes = [css_class, *node["classes"]]
    node.replace_self(
        nodes.container("", *content, classes=classes, ids=node["ids"], names=node["names"])
    )


def _fill_name(context: PageContext, node: Any) -> list[nodes.Node]:
    concept = context.glossary.find_one(node["target"], context.locale)
    if concept:
        node.replace_self(NAME_FORMS[node["form"]](context, concept, node))
    else:
        node.replace_self(nodes.Text(node["target"]))
    return []


def _plain_name(context: PageContext, concept: Concept, _node: Any) -> list[nodes.Node]:
    shown = context.glossary.name(concept, context.locale)
    return [context.name(shown)]


def _column_name(context: PageContext, concept: Concept, node: Any) -> list[nodes.Node]:
    beside = [c for t in node["beside"] for c in context.glossary.find(t, context.locale)]
    return [link_to_entry(context, concept, beside)]


def _fill_entry(context: PageContext, node: Any) -> list[nodes.Node]:
    node.parent.replace(node, make_entry(context, node))
    return []


NAME_FORMS: dict[str, Callable[[PageContext, Concept, Any], list[nodes.Node]]] = {
    "plain": _plain_name,
    "column": _column_name,
}

FILLERS: dict[type[nodes.Node], Callable[[PageContext, Any], list[nodes.Node]]] = {
    ours.concept_block: _fill_block,
    ours.concept_coverage: _fill_coverage,
    ours.concept_definition: _fill_definition,
    ours.concept_entry: _fill_entry,
    ours.concept_index: _fill_index,
    ours.concept_name: _fill_name,
}
"""What is done with each placeholder; each returns the nodes that may hold new references."""

_UNFILLED = {addnodes.pending_xref, ours.concept_comparison, *FILLERS}
