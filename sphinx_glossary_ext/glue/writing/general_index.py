"""What Sphinx's general index has for a concept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from docutils import nodes
from sphinx import addnodes
from sphinx.util import texescape

from sphinx_glossary_ext.linguistics.collation import heading

if TYPE_CHECKING:
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept

IndexEntry: TypeAlias = tuple[str, str, str, str, str]
"""Kind, text, anchor, whether it is a main entry, heading."""


def index_entries(context: PageContext, concept: Concept) -> list[IndexEntry]:
    """Return an entry for each approved name in the page's language, the canonical one for none.

    A heading stands with each, since Sphinx's own are by code point.
    """
    # the separator of main and sub-entries is no part of a name
    return [
        (
            "single",
            name.replace(";", "\N{FULLWIDTH SEMICOLON}"),
            concept.anchor,
            "main",
            heading(name, reading, context.locale),
        )
        for name, reading in _names(context, concept).items()
    ]


def index_nodes(context: PageContext, concept: Concept) -> list[nodes.Node]:
    """Return the entries as nodes.

    In LaTeX a program sorts them, and knows no reading but that which stands before the name.
    """
    if context.builder.format != "latex":
        return [addnodes.index(entries=index_entries(context, concept))]
    engine = context.builder.config.latex_engine
    names = _names(context, concept).items()
    return [nodes.raw("", _latex_entry(*pair, engine), format="latex") for pair in names]


def _latex_entry(name: str, reading: str, engine: str) -> str:
    key, text = (_index_text(part, engine) for part in (reading or name, name))
    return rf"\index{{{key}@\spxentry{{{text}}}|spxpagem}}"


def _index_text(text: str, engine: str) -> str:
    """Return *text* without marks that have a meaning of their own in an index entry.

    A quote before it is not enough for a brace, which must have its pair, and for hyperref's bar.
    """
    text = re.sub('["!@]', r'"\g<0>', texescape.escape(text, engine))
    text = text.replace(r"\{", r"\textbraceleft{}").replace(r"\}", r"\textbraceright{}")
    return text.replace("|", r"\textbar{}")


def _names(context: PageContext, concept: Concept) -> dict[str, str]:
    """Return the reading of each name that stands in the index."""
    # there is no room to say that a name awaits approval
    usable = context.glossary.renderings(concept, context.locale).usable
    names = {rendering.name: rendering.reading for rendering in usable}
    return names or {concept.name: concept.reading}
