"""The entry of a concept: what stands before and after its author's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.writing.names import (
    distinct_name,
    language_head,
    name_lines,
    rendering_piece,
    shared_names,
)
from sphinx_glossary_ext.glue.writing.pieces import (
    Cell,
    Field,
    Line,
    Piece,
    Row,
    Table,
    in_parentheses,
    joined,
    linked,
    name_piece,
)
from sphinx_glossary_ext.glue.writing.strings import (
    coverage_mark,
    ngettext,
    part_of_speech_word,
    relation_label,
    status_mark,
)
from sphinx_glossary_ext.model import Concept, ConceptStatus, Coverage, Rendering, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from sphinx_glossary_ext.glue.writing.context import PageContext

_ = get_translation("sphinx_glossary_ext")

PAGES_AT_A_GLANCE: Final = 10
"""More pages than these would stand in the way of what follows them."""


def grammar(context: PageContext, concept: Concept) -> Line:
    """Return the line below the name: part of speech, subjects, how far all is settled."""
    parts = list(_grammar(context, concept))
    return [piece for part in parts for piece in (Piece(" · "), part)][1:]


def facts_before(context: PageContext, concept: Concept) -> list[Field]:
    """Return what stands before the text: the other names in the language of the page."""
    return list(_other_names(context, concept))


def facts_after(context: PageContext, concept: Concept) -> list[Field]:
    """Return what stands after the text."""
    return [field for make in AFTER for field in make(context, concept)]


# ---- before the text


def _grammar(context: PageContext, concept: Concept) -> Iterator[Piece]:
    source = context.glossary.source_language
    # the part of speech is the canonical name's: クライアント対応 is a noun
    if concept.part_of_speech and _shown_locale(context, concept) == source:
        yield context.word(part_of_speech_word(concept.part_of_speech))
    for subject in concept.subjects:
        shown = context.glossary.subject(subject, context.locale)
        yield name_piece(shown, context.locale, with_reading=False)
    if concept.status is not ConceptStatus.APPROVED:
        yield context.word(status_mark(concept.status), tag="strong")
    coverage = context.glossary.renderings(concept, context.locale).coverage
    if coverage is not Coverage.APPROVED and concept.status is not ConceptStatus.DRAFT:
        yield context.word(coverage_mark(coverage), tag="em", css_class=f"glossary-{coverage}")


def _other_names(context: PageContext, concept: Concept) -> Iterator[Field]:
    short = context.glossary.abbreviation(concept, context.locale)
    if short:
        yield Field(_("Abbreviation"), [[name_piece(short, context.locale)]])
    locale = _shown_locale(context, concept)
    renderings = context.glossary.renderings(concept, locale).names
    if len(renderings) < 2:
        return
    shown = {context.glossary.name(concept, context.locale).text, short.text if short else ""}
    others = [rendering for rendering in renderings if rendering.name not in shown]
    admitted = [r for r in others if r.status is not Status.DEPRECATED]
    deprecated = [r for r in others if r.status is Status.DEPRECATED]
    also = ngettext("Also called", "Also called", len(admitted))
    yield from _names(context, also, admitted, locale)
    avoid = ngettext("Avoid", "Avoid", len(deprecated))
    yield from _names(context, avoid, deprecated, locale)


def _shown_locale(context: PageContext, concept: Concept) -> str:
    """Return the locale of the name at the head of the entry; other names stand below it."""
    return context.glossary.name(concept, context.locale).locale


def _names(
    context: PageContext, label: str, names: Sequence[Rendering], locale: str
) -> Iterator[Field]:
    if names:
        pieces = ([rendering_piece(context, name, locale)] for name in names)
        yield Field(label, [joined(pieces)])


# ---- after the text


def _relations(context: PageContext, concept: Concept) -> Iterator[Field]:
    for relation, others in context.glossary.relations(concept).items():
        shared = shared_names(context, [concept, *others])
        links = (_link(context, other, shared) for other in context.in_order(others))
        yield Field(relation_label(relation, len(others)), [joined(links)])


def _link(context: PageContext, concept: Concept, shared: Container[str]) -> list[Piece]:
    pieces = distinct_name(context, concept, shared)
    where = (concept.docname, concept.anchor)
    return [linked(piece, *where, concept=concept.id) for piece in pieces]


def _comparisons(context: PageContext, concept: Concept) -> Iterator[Field]:
    found = context.glossary.comparisons_of(concept)
    if found:
        links = (linked(Piece(context.short_title(c)), c.docname, c.anchor) for c in found)
        label = ngettext("Comparison", "Comparisons", len(found))
        yield Field(label, [joined([link] for link in links)])


def _used_in(context: PageContext, concept: Concept) -> Iterator[Field]:
    docnames = context.usage.pages(concept)
    if docnames:
        titles = sorted(context.page_title(docname) for docname in docnames)
        links = (linked(Piece(title.text), title.docname, "") for title in titles)
        summary = ""
        if len(titles) > PAGES_AT_A_GLANCE:
            summary = ngettext("{count} page", "{count} pages", len(titles))
        yield Field(
            ngettext("Used in", "Used in", len(titles)),
            [joined([link] for link in links)],
            summary=summary.replace("{count}", str(len(titles))),
        )


def _sources(_context: PageContext, concept: Concept) -> Iterator[Field]:
    if concept.source:
        yield Field(_("Source"), [[_text_or_link(concept.source)]])
    if concept.exact_matches:
        links = joined([_text_or_link(uri)] for uri in concept.exact_matches)
        yield Field(_("Same concept elsewhere"), [links])


def _text_or_link(text: str) -> Piece:
    return Piece(text, uri=text if text.startswith(("https://", "http://")) else "")


def _other_languages(context: PageContext, concept: Concept) -> Iterator[Field]:
    locales = [locale for locale in context.glossary.locales if locale != context.locale]
    if locales and concept.status is not ConceptStatus.DRAFT:
        yield Field(_("In other languages"), table=_names_table(context, concept, locales))


def _names_table(context: PageContext, concept: Concept, locales: Sequence[str]) -> Table:
    """Return a row per language: the name to use, then the others, if any language has others."""
    heads = [context.word(text) for text in (_("Language"), _("Name"), _("Other names"))]
    names = [_names_in(context, concept, locale) for locale in locales]
    columns = 3 if any(others for _name, others in names) else 2
    rows = [
        Row([Cell([line]) for line in ([language_head(context, locale)], name, others)][:columns])
        for locale, (name, others) in zip(locales, names, strict=True)
    ]
    return Table("glossary-names", heads[:columns], rows, NAMES_WIDTHS[:columns], is_plain=True)


NAMES_WIDTHS: Final = (14, 26, 26)


def _names_in(context: PageContext, concept: Concept, locale: str) -> tuple[Line, Line]:
    first, *others = name_lines(context, concept, locale)
    if concept.part_of_speech and locale == context.glossary.source_language:
        first.append(context.word(in_parentheses(part_of_speech_word(concept.part_of_speech))))
    return first, joined(others)


AFTER: tuple[Callable[[PageContext, Concept], Iterator[Field]], ...] = (
    _relations,
    _comparisons,
    _used_in,
    _sources,
    _other_languages,
)
"""What follows the text, in the order in which it is shown."""
