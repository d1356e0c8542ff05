"""All names of a concept in one language, each marked as what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from sphinx_glossary_ext.glossary import ShownName
from sphinx_glossary_ext.glue.writing.pieces import Piece, linked, name_piece
from sphinx_glossary_ext.glue.writing.strings import coverage_mark
from sphinx_glossary_ext.model import Concept, Coverage, Rendering, Status

if TYPE_CHECKING:
    from sphinx_glossary_ext.glue.writing.context import PageContext

_ = get_translation("sphinx_glossary_ext")


def name_lines(
    context: PageContext, concept: Concept, locale: str, *, own_link: bool = False
) -> Iterator[list[Piece]]:
    """Yield a line for each name of *concept* in *locale*.

    The first leads to the entry in that language, where it is known; with *own_link*, to the entry
    in the language of the page, where that is *locale*.
    """
    renderings = context.glossary.renderings(concept, locale)
    mark = list(_mark(renderings.coverage))
    first, *others = _usable_names(context, concept, locale)
    yield [_leading(context, concept, locale, first, own_link=own_link), *mark]
    for shown in others:
        yield [name_piece(shown, context.locale), *mark]
    for rendering in renderings.names:
        if rendering.status is Status.DEPRECATED:
            yield _to_avoid(rendering_piece(context, rendering, locale))


def rendering_piece(context: PageContext, rendering: Rendering, locale: str) -> Piece:
    """Return the piece for one name, with its reading."""
    return name_piece(ShownName(rendering.name, locale, rendering.reading), context.locale)


def _usable_names(context: PageContext, concept: Concept, locale: str) -> list[ShownName]:
    """Return the names to use in *locale*; where there is none, the canonical one."""
    usable = [
        ShownName(rendering.name, locale, rendering.reading)
        for rendering in context.glossary.renderings(concept, locale).names
        if rendering.status is not Status.DEPRECATED
    ]
    return usable or [context.glossary.name(concept, locale)]


def _leading(
    context: PageContext, concept: Concept, locale: str, shown: ShownName, *, own_link: bool
) -> Piece:
    piece = name_piece(shown, context.locale)
    if own_link and locale == context.locale:
        return linked(piece, concept.docname, concept.anchor)
    uri = context.foreign_uri(concept, locale)
    return replace(piece, uri=uri) if uri else piece


def _mark(coverage: Coverage) -> Iterator[Piece]:
    if coverage is not Coverage.APPROVED:
        text = f"({coverage_mark(coverage)})"
        yield Piece(" ")
        yield Piece(text, tag="em", css_class=f"glossary-{coverage}")


def _to_avoid(name: Piece) -> list[Piece]:
    before, _field, after = _("avoid: {name}").partition("{name}")
    marked = replace(name, css_class="glossary-avoid")
    return [piece for piece in (Piece(before), marked, Piece(after)) if piece.text]
