"""What Sphinx's general index has for a concept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sphinx_glossary_ext.linguistics.collation import heading
from sphinx_glossary_ext.model import Coverage, Status

if TYPE_CHECKING:
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept

IndexEntry: TypeAlias = tuple[str, str, str, str, str]
"""Kind, text, anchor, whether it is a main entry, heading."""


def index_entries(context: PageContext, concept: Concept) -> list[IndexEntry]:
    """Return an entry for each approved name in the page's language, the canonical one for none.

    A heading stands with each, since Sphinx's own are by code point.
    """
    renderings = context.glossary.renderings(concept, context.locale)
    names = {
        rendering.name: rendering.reading
        for rendering in renderings.names
        # the general index has no room to say that a name awaits approval
        if renderings.coverage is Coverage.APPROVED and rendering.status is not Status.DEPRECATED
    }
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
