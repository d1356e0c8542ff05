"""What Sphinx's general index has for a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

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
    # there is no room to say that a name awaits approval
    usable = context.glossary.renderings(concept, context.locale).usable
    names = {rendering.name: rendering.reading for rendering in usable}
    # the separator of main and sub-entries is no part of a name
    return [
        (
            "single",
            name.replace(";", "\N{FULLWIDTH SEMICOLON}"),
            concept.anchor,
            "main",
            heading(name, reading, context.locale),
        )
        for name, reading in (names or {concept.name: concept.reading}).items()
    ]
