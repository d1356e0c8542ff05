"""What Sphinx's general index has for a concept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from docutils import nodes
from sphinx import addnodes
from sphinx.util import texescape

from sphinx_glossary_ext.linguistics.collation import heading, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept

IndexEntry: TypeAlias = tuple[str, str, str, str, str]
"""Kind, text, anchor, whether it is a main entry, heading."""


def index_entries(context: PageContext, concept: Concept) -> list[IndexEntry]:
    """Return an entry for each approved name in the page's language, the canonical one for none.

    A heading stands with each, since Sphinx's own are by code point.
    """
    return [
        (
            "single",
            _entry_text(name),
            concept.anchor,
            "main",
            heading(name, reading, context.locale),
        )
        for name, reading in _names(context, concept).items()
    ]


def sort_general_index(
    context: PageContext, groups: Iterable[tuple[str, list[tuple[str, Any]]]]
) -> None:
    """Sort the entries under each heading as the readers of the page expect.

    Sphinx sorts by code point, which puts capitals first and knows no readings.
    """
    readings = {
        _entry_text(name): reading
        for concept in context.glossary.published
        for name, reading in _names(context, concept).items()
    }
    for _heading, entries in groups:
        entries.sort(
            key=lambda entry: sort_key(entry[0], readings.get(entry[0], ""), context.locale)
        )


def index_nodes(context: PageContext, concept: Concept) -> list[nodes.Node]:
    """Return the entries as nodes.

    In LaTeX a program sorts them, and knows no reading but that which stands before the name.
    """
    if context.builder.format != "latex":
        return [addnodes.index(entries=index_entries(context, concept))]
    engine = context.builder.config.latex_engine
    names = _names(context, concept).items()
    return [nodes.raw("", _latex_entry(*pair, engine), format="latex") for pair in names]


def _entry_text(name: str) -> str:
    """Return *name* without what separates main and sub-entries, which is no part of a name."""
    return name.replace(";", "\N{FULLWIDTH SEMICOLON}")


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
