"""The entry of a concept: what stands before and after its author's text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glossary import ShownName
from sphinx_glossary_ext.glue.writing.context import (
    PageContext,
    field,
    inline_field,
    joined,
    language_class,
    language_name,
)
from sphinx_glossary_ext.glue.writing.strings import (
    coverage_mark,
    part_of_speech_word,
    relation_label,
    status_mark,
)
from sphinx_glossary_ext.model import Concept, Coverage, Rendering, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

_ = get_translation("sphinx_glossary_ext")


def make_facts(context: PageContext, concept: Concept, part: str) -> list[nodes.Node]:
    """Return what the entry of *concept* shows in *part*: ``head`` or ``tail``."""
    if part == "head":
        return list(_head(context, concept))
    fields = [field_ for make in TAIL for field_ in make(context, concept)]
    if not fields:
        return []
    return [nodes.field_list("", *fields, classes=["glossary-facts"])]


# ---- before the text


def _head(context: PageContext, concept: Concept) -> Iterator[nodes.Node]:
    if grammar := list(_grammar(context, concept)):
        separated = [node for part in grammar for node in (nodes.Text(" · "), part)][1:]
        yield nodes.paragraph("", "", *separated, classes=["glossary-grammar"])
    if fields := list(_other_names(context, concept)):
        yield nodes.field_list("", *fields, classes=["glossary-facts"])


def _grammar(context: PageContext, concept: Concept) -> Iterator[nodes.Node]:
    # the part of speech is the canonical name's: クライアント対応 is a noun
    if concept.part_of_speech and context.locale == context.glossary.source_language:
        yield nodes.Text(part_of_speech_word(concept.part_of_speech))
    for subject in concept.subjects:
        yield context.name(context.glossary.subject(subject, context.locale))
    if status := status_mark(concept.status):
        yield nodes.strong("", status)
    coverage = context.glossary.renderings(concept, context.locale).coverage
    if mark := coverage_mark(coverage):
        yield nodes.emphasis("", mark, classes=[f"glossary-{coverage}"])


def _other_names(context: PageContext, concept: Concept) -> Iterator[nodes.field]:
    if short := context.glossary.abbreviation(concept, context.locale):
        yield inline_field(_("Abbreviation"), context.name(short, with_reading=True))
    renderings = context.glossary.renderings(concept, context.locale)
    shown = {concept.abbreviation, context.glossary.name(concept, context.locale).text}
    others = [r for r in renderings.names if r.name not in shown]
    for status, label in ((Status.ADMITTED, _("Also called")), (Status.DEPRECATED, _("Avoid"))):
        names = [_name(context, r, context.locale) for r in others if _as(r, status)]
        if names:
            yield inline_field(label, *joined([name] for name in names))


def _as(rendering: Rendering, status: Status) -> bool:
    """Return whether a name that is not the one shown counts as *status*."""
    return (rendering.status is Status.DEPRECATED) == (status is Status.DEPRECATED)


def _name(context: PageContext, rendering: Rendering, locale: str) -> nodes.Node:
    return context.name(ShownName(rendering.name, locale, rendering.reading), with_reading=True)


# ---- after the text


def _relations(context: PageContext, concept: Concept) -> Iterator[nodes.field]:
    for relation, others in context.glossary.relations(concept).items():
        yield inline_field(relation_label(relation), *joined([context.link(c)] for c in others))


def _comparisons(context: PageContext, concept: Concept) -> Iterator[nodes.field]:
    links = [
        context.link_to(c.docname, c.anchor, nodes.inline("", context.title(c)))
        for c in context.glossary.comparisons_of(concept)
    ]
    if links:
        yield inline_field(_("Comparisons"), *joined([link] for link in links))


def _used_in(context: PageContext, concept: Concept) -> Iterator[nodes.field]:
    links = [
        context.link_to(docname, "", nodes.inline("", context.page_title(docname)))
        for docname in context.usage.pages(concept)
    ]
    if links:
        yield inline_field(_("Used in"), *joined([link] for link in links))


def _sources(_context: PageContext, concept: Concept) -> Iterator[nodes.field]:
    if concept.source:
        yield inline_field(_("Source"), _uri_or_text(concept.source))
    if concept.exact_matches:
        links = (_uri_or_text(uri) for uri in concept.exact_matches)
        yield inline_field(_("Same concept elsewhere"), *joined([link] for link in links))


def _uri_or_text(text: str) -> nodes.Node:
    if text.startswith(("https://", "http://")):
        return nodes.reference("", text, refuri=text)
    return nodes.Text(text)


def _other_languages(context: PageContext, concept: Concept) -> Iterator[nodes.field]:
    locales = [locale for locale in context.glossary.locales if locale != context.locale]
    if locales:
        items = (nodes.list_item("", _in_language(context, concept, loc)) for loc in locales)
        names = nodes.bullet_list("", *items, classes=["simple", "glossary-names"])
        yield field(_("In other languages"), names)


def _in_language(context: PageContext, concept: Concept, locale: str) -> nodes.paragraph:
    label = nodes.inline("", language_name(locale), classes=[language_class(locale)])
    content = joined(names_in(context, concept, locale))
    if concept.part_of_speech and locale == context.glossary.source_language:
        content.append(nodes.Text(f" ({part_of_speech_word(concept.part_of_speech)})"))
    return nodes.paragraph("", "", label, nodes.Text(": "), *content)


def names_in(
    context: PageContext, concept: Concept, locale: str, *, own_link: bool = False
) -> Iterator[list[nodes.Node]]:
    """Yield the names of *concept* in *locale*, each marked as what it is.

    The first leads to the entry in that language, where it is known; with *own_link*, to the entry
    in the language of the page, where that is *locale*.
    """
    renderings = context.glossary.renderings(concept, locale)
    first, *others = _shown_names(context, concept, locale)
    name = context.name(first, with_reading=True)
    if own_link and locale == context.locale:
        name = context.link_to(concept.docname, concept.anchor, nodes.inline("", "", name))
    else:
        name = _foreign_link(context, concept, locale, name)
    yield [name, *_mark(renderings.coverage)]
    for other in others:
        yield [context.name(other, with_reading=True), *_mark(renderings.coverage)]
    for rendering in renderings.names:
        if rendering.status is Status.DEPRECATED:
            yield _to_avoid(_name(context, rendering, locale))


def _shown_names(context: PageContext, concept: Concept, locale: str) -> list[ShownName]:
    """Return the names to use in *locale*; where there is none, the canonical one."""
    usable = [
        ShownName(r.name, locale, r.reading)
        for r in context.glossary.renderings(concept, locale).names
        if r.status is not Status.DEPRECATED
    ]
    return usable or [context.glossary.name(concept, locale)]


def _mark(coverage: Coverage) -> Iterator[nodes.Node]:
    if mark := coverage_mark(coverage):
        yield nodes.Text(" ")
        yield nodes.emphasis("", f"({mark})", classes=[f"glossary-{coverage}"])


def _to_avoid(name: nodes.Node) -> list[nodes.Node]:
    before, _name_field, after = _("avoid: {name}").partition("{name}")
    return [
        nodes.inline("", "", nodes.Text(before), name, nodes.Text(after), classes=["glossary-avoid"])
    ]


def _foreign_link(
    context: PageContext, concept: Concept, locale: str, name: nodes.Node
) -> nodes.Node:
    uri = context.foreign_uri(concept, locale)
    return nodes.reference("", "", name, refuri=uri, internal=True) if uri else name


TAIL: tuple[Callable[[PageContext, Concept], Iterable[nodes.field]], ...] = (
    _relations,
    _comparisons,
    _used_in,
    _sources,
    _other_languages,
)
"""What follows the text, in the order in which it is shown."""
