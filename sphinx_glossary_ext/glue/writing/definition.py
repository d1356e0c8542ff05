"""A definition, pulled from the entry of its concept to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from sphinx_glossary_ext.glue.nodes import concept_entry, nodes_of
from sphinx_glossary_ext.glue.page import definition_paragraph, is_translated
from sphinx_glossary_ext.glue.writing.as_nodes import language_classes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept


PULLED: Final = "glossary_pulled"
"""Marks the references in a copied definition; what is wrong with them is told only once."""


def make_definition(context: PageContext, concept: Concept) -> nodes.paragraph:
    """Return a copy of the definition of *concept* that can stand on the page."""
    original = _definitions_on(concept.docname, context).get(concept.id)
    if original is None:
        return nodes.paragraph()
    paragraph = original.deepcopy()
    _detach(paragraph)
    _lead_back(paragraph, context, concept.docname)
    for reference in paragraph.findall(addnodes.pending_xref):
        if reference["reftype"] == "doc":
            absolute = docname_join(concept.docname, reference["reftarget"])
            reference["reftarget"] = f"/{absolute}"
        elif (reference["refdomain"], reference["reftype"]) == ("glossary", "definition"):
            # a definition within a definition is a name, or there might be no end
            reference["reftype"] = "term"
        reference["refdoc"] = context.link_base
        reference[PULLED] = True
        # the standard domain would tell of a missing label all the same
        reference["refwarn"] = False
    source = context.glossary.source_language
    if context.locale != source and not is_translated(paragraph):
        paragraph["classes"] += language_classes(source)
    return paragraph


def _lead_back(paragraph: nodes.paragraph, context: PageContext, docname: str) -> None:
    """Have links to places on *docname*, the page they come from, lead there from this one."""
    for link in list(paragraph.findall(nodes.reference)):
        if "refid" in link:
            content = nodes.inline("", "", *link.children)
            link.replace_self(context.link_to(docname, link["refid"], content))


def _definitions_on(docname: str, context: PageContext) -> Mapping[str, nodes.paragraph]:
    """Return the definitions on the page *docname* by the ids of their concepts."""
    if docname not in context.definitions:
        found: dict[str, nodes.paragraph] = {}
        # a page takes long to load: once must do for all that is pulled from it
        for entry in nodes_of((concept_entry,), context.builder.env.get_doctree(docname)):
            paragraph = definition_paragraph(entry)
            if entry["concept"] and paragraph is not None:
                found.setdefault(entry["concept"], _released(paragraph))
        context.definitions[docname] = found
    return context.definitions[docname]


def _released(paragraph: nodes.paragraph) -> nodes.paragraph:
    """Return a copy of *paragraph* that does not keep its whole page in memory."""
    copy = paragraph.deepcopy()
    for node in copy.findall():
        node.document = None  # type: ignore[assignment]
    return copy


def _detach(paragraph: nodes.paragraph) -> None:
    """Remove what belongs to one page only: footnote references, targets, ids."""
    for node in list(paragraph.findall(nodes.Element)):
        if isinstance(node, (nodes.footnote_reference, nodes.system_message)):
            node.parent.remove(node)
            continue
        node["ids"], node["names"] = [], []
        if isinstance(node, nodes.target):
            node.replace_self(node.children)
