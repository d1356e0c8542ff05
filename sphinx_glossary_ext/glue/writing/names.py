"""All names of a concept in one language, each marked as what it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from sphinx_glossary_ext.glossary import ShownName
from sphinx_glossary_ext.glue.writing.pieces import (
    Piece,
    in_parentheses,
    joined,
    linked,
    name_piece,
)
from sphinx_glossary_ext.glue.writing.strings import coverage_mark
from sphinx_glossary_ext.linguistics.locales import language_name
from sphinx_glossary_ext.model import Concept, Coverage, Rendering, Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from sphinx_glossary_ext.glue.writing.context import PageContext

_ = get_translation("sphinx_glossary_ext")


def name_lines(
    context: PageContext, concept: Concept, locale: str, *, own_link: bool = False
) -> Iterator[list[Piece]]:
    """Yield a line for each name of *concept* in *locale*.

    The first leads to the entry in that language, where it is known; with *own_link*, to the entry
    in the language of the page, where that is *locale*, under the name that is shown there.
    """
    renderings = context.glossary.renderings(concept, locale)
    mark = _mark(context, renderings.coverage)
    is_own = own_link and locale == context.locale
    names = list(_usable_names(context, concept, locale))
    if is_own and renderings.coverage is Coverage.FUZZY:
        # the row stands under the name that its page has, and that is the canonical one
        canonical = context.glossary.name(concept, locale)
        yield [_leading(context, concept, locale, canonical, is_own=True)]
    else:
        yield [_leading(context, concept, locale, names.pop(0), is_own=is_own), *mark]
    for shown in names:
        yield [name_piece(shown, context.locale), *mark]
    deprecated = [r for r in renderings.names if r.status is Status.DEPRECATED]
    if deprecated:
        yield _to_avoid(context, deprecated, locale)


def first_name(context: PageContext, concept: Concept, locale: str) -> list[Piece]:
    """Return the first of the name lines, without its link."""
    mark = _mark(context, context.glossary.renderings(concept, locale).coverage)
    shown = next(_usable_names(context, concept, locale))
    return [name_piece(shown, context.locale), *mark]


def language_head(context: PageContext, locale: str) -> Piece:
    """Return what the language calls itself, at the head of a row or column of its names."""
    return Piece(language_name(locale), locale="" if locale == context.locale else locale)


def rendering_piece(context: PageContext, rendering: Rendering, locale: str) -> Piece:
    """Return the piece for one name, with its reading."""
    return name_piece(ShownName(rendering.name, locale, rendering.reading), context.locale)


def _usable_names(context: PageContext, concept: Concept, locale: str) -> Iterator[ShownName]:
    """Yield the names to use in *locale*; where there is none, the canonical one."""
    nothing = True
    for rendering in context.glossary.renderings(concept, locale).names:
        if rendering.status is not Status.DEPRECATED:
            nothing = False
            yield ShownName(rendering.name, locale, rendering.reading)
    if nothing:
        yield context.glossary.name(concept, locale)


def _leading(
    context: PageContext, concept: Concept, locale: str, shown: ShownName, *, is_own: bool
) -> Piece:
    piece = name_piece(shown, context.locale)
    if is_own:
        return linked(piece, concept.docname, concept.anchor)
    uri = context.foreign_uri(concept, locale)
    return piece._replace(uri=uri, target_locale=locale) if uri else piece


def _mark(context: PageContext, coverage: Coverage) -> list[Piece]:
    if coverage is Coverage.APPROVED:
        return []
    text = in_parentheses(coverage_mark(coverage))
    return [context.word(text, tag="em", css_class=f"glossary-{coverage}")]


def _to_avoid(context: PageContext, names: Sequence[Rendering], locale: str) -> list[Piece]:
    before, _field, after = _("avoid: {name}").partition("{name}")
    pieces = (rendering_piece(context, name, locale) for name in names)
    marked = joined([piece._replace(css_class="glossary-avoid")] for piece in pieces)
    ends = (context.word(before), context.word(after))
    return [piece for piece in (ends[0], *marked, ends[1]) if piece.text]


def shared_names(context: PageContext, concepts: Iterable[Concept]) -> frozenset[str]:
    """Return the names that several of *concepts* have on the page."""
    different = {concept.id: concept for concept in concepts}.values()
    counts = Counter(context.glossary.name(c, context.locale).text for c in different)
    return frozenset(name for name, count in counts.items() if count > 1)


def distinct_name(context: PageContext, concept: Concept, shared: Container[str]) -> list[Piece]:
    """Return the name, with the canonical one added where it is *shared* with another concept."""
    name = context.glossary.name(concept, context.locale)
    pieces = [name_piece(name, context.locale, with_reading=False)]
    source = context.glossary.source_language
    if name.locale != source and name.text in shared:
        canonical = name_piece(context.glossary.name(concept, source), context.locale)
        before, _field, after = _(" ({remark})").partition("{remark}")
        pieces += [Piece(before), canonical, Piece(after)]
    return pieces
