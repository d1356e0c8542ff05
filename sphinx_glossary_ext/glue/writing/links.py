"""Links to entries, as nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_glossary_ext.glue.writing.as_nodes import line_nodes
from sphinx_glossary_ext.glue.writing.names import distinct_name, shared_names
from sphinx_glossary_ext.model import ConceptStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept


def link_to_entry(context: PageContext, concept: Concept, beside: Iterable[Concept]) -> nodes.Node:
    """Return a link to the entry of *concept*; its name tells it from those *beside*."""
    shared = shared_names(context, beside)
    name = line_nodes(context, distinct_name(context, concept, shared))
    content = nodes.inline("", "", *name, classes=["xref", "std", "std-term"])
    if concept.status is ConceptStatus.DRAFT:
        return content
    link = context.link_to(concept.docname, concept.anchor, content)
    return context.with_card(link, concept.id) if isinstance(link, nodes.reference) else link
