"""A glossary from JSON, its names put back into catalogues.

What follows from the rest is not read: addresses, inverse relations, the plain text of
definitions, the names in the source language and those of concepts that are not translated.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_glossary_ext.catalogues import (
    ABBREVIATION,
    SUBJECT,
    TERM,
    Catalogue,
    CatalogueMessage,
    format_msgstr,
    parse_msgstr,
)
from sphinx_glossary_ext.exchange.as_json import FORMAT_VERSION
from sphinx_glossary_ext.exchange.checked import Value, parse_json
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.linguistics.slugs import is_valid_id
from sphinx_glossary_ext.model import (
    Comparison,
    Concept,
    ConceptStatus,
    Coverage,
    PartOfSpeech,
    Relation,
    Rendering,
    Renderings,
    Span,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def load_glossary(data: bytes) -> Glossary:
    """Return the glossary that :func:`~.as_json.dump_glossary` has written.

    It answers every question as the original did, but for the lines of the source: JSON has none.

    :param data: a JSON text of this or a later minor version of the format
    :raises GlossaryFormatError: naming the first value that is not as ``glossary.schema.json``
        has it
    """
    root = parse_json(data)
    _check_version(root.get("format_version"))
    source = root.get("source_language").locale()
    languages = tuple(value.locale() for value in root.get("languages").items())
    others = [locale for locale in languages if locale != source]
    values = _with_own_ids(root.get("concepts"))
    concepts = tuple(_concept(value, source) for value in values)
    return Glossary(
        concepts=concepts,
        comparisons=tuple(_comparison(v) for v in _with_own_ids(root.get("comparisons"))),
        catalogues=_catalogues(others, _named(root, zip(values, concepts, strict=True), source)),
        languages=languages,
        source_language=source,
    )


def _check_version(value: Value) -> None:
    major, _, minor = value.text().partition(".")
    ours = FORMAT_VERSION.partition(".")[0]
    if major != ours or not minor.isdecimal():
        raise value.error(f"is {value.raw}; this program reads version {ours}.x")


def _with_own_ids(values: Value) -> tuple[Value, ...]:
    """Return the items of a list, each of which has a valid id and no other's."""
    seen: dict[str, Value] = {}
    for value in values.items():
        id_ = value.get("id")
        if not is_valid_id(id_.text()):
            raise id_.error(f"is {id_.raw!r}; allowed are ASCII letters, digits and single hyphens")
        if seen.setdefault(id_.raw, value) is not value:
            raise id_.error(f"is {id_.raw!r}, and so is that of {seen[id_.raw].path}")
    return tuple(seen.values())


def _concept(value: Value, source_language: str) -> Concept:
    abbreviation, definition = value.find("abbreviation"), value.find("definition")
    part_of_speech = value.find("part_of_speech")
    return Concept(
        id=value.get("id").text(),
        name=value.get("name").text(),
        qualifier=value.optional_text("qualifier"),
        reading=value.optional_text("reading"),
        synonyms=value.get("synonyms").texts(),
        deprecated=value.get("deprecated").texts(),
        abbreviation=abbreviation.get("text").text() if abbreviation else "",
        part_of_speech=part_of_speech.choice(PartOfSpeech) if part_of_speech else None,
        subjects=value.get("subjects").texts(),
        relations=tuple(_written_relations(value.get("relations"))),
        exact_matches=value.get("exact_matches").texts(),
        source=value.optional_text("source"),
        do_not_translate=value.get("do_not_translate").flag(),
        case_sensitive=value.get("case_sensitive").flag(),
        not_in=value.get("not_in").texts(),
        status=value.get("status").choice(ConceptStatus),
        definition=tuple(_spans(definition.get("spans"))) if definition else (),
        definition_locale=definition.get("language").locale() if definition else source_language,
        docname=value.get("docname").text(),
        standard_anchor=value.optional_text("standard_anchor"),
    )


def _written_relations(value: Value) -> Iterator[tuple[Relation, str]]:
    for item in value.items():
        relation, other = item.get("relation").choice(Relation), item.get("concept").text()
        if not item.get("inverse").flag():
            yield relation, other


def _spans(spans: Value) -> Iterator[Span]:
    for item in spans.items():
        text = item.get("text").text(may_be_empty=True)
        yield Span(text, item.optional_text("target"), item.optional_text("role") or "term")


def _comparison(value: Value) -> Comparison:
    difficulty, title = value.find("difficulty"), value.find("title_spans")
    return Comparison(
        id=value.get("id").text(),
        targets=value.get("targets").texts(),
        title=tuple(_spans(title)) if title else (),
        difficulty=difficulty.number(1, 5) if difficulty else None,
        docname=value.get("docname").text(),
    )


class _Named(NamedTuple):
    """What one locale calls what a msgid names, and the short forms that it has for it."""

    locale: str
    context: str
    msgid: str
    renderings: Value
    short_forms: frozenset[str] = frozenset()


def _named(
    root: Value, concepts: Iterable[tuple[Value, Concept]], source_language: str
) -> Iterator[_Named]:
    """Yield every rendering that stands in a catalogue."""
    for value in root.get("subjects").items():
        yield from _renderings_of(value, SUBJECT, value.get("name").text())
    for value, concept in concepts:
        abbreviation = value.find("abbreviation")
        short_forms = _short_forms(abbreviation) if abbreviation else {}
        if abbreviation:
            yield from _renderings_of(abbreviation, ABBREVIATION, concept.abbreviation)
        if not concept.do_not_translate:
            for item in _renderings_of(value, TERM, concept.msgid):
                if item.locale != source_language:
                    yield item._replace(short_forms=short_forms.get(item.locale, frozenset()))


def _renderings_of(value: Value, context: str, msgid: str) -> Iterator[_Named]:
    for locale, renderings in value.get("renderings").members().items():
        yield _Named(locale, context, msgid, renderings)


def _short_forms(abbreviation: Value) -> dict[str, frozenset[str]]:
    renderings = abbreviation.get("renderings").members().items()
    return {
        locale: frozenset(rendering.name for rendering in _renderings(value).names)
        for locale, value in renderings
    }


def _catalogues(locales: Iterable[str], named: Iterable[_Named]) -> dict[str, Catalogue]:
    messages: dict[str, dict[tuple[str, str], CatalogueMessage]] = {loc: {} for loc in locales}
    for item in named:
        if item.locale not in messages:
            raise item.renderings.error(f"{item.locale} is not among the other languages")
        message = _message(item)
        same = messages[item.locale].setdefault((item.context, item.msgid), message)
        if same != message:
            text = f"{item.msgid!r} is called otherwise by another concept of that name"
            raise item.renderings.error(text)
    return {locale: Catalogue(locale, Path(), found) for locale, found in messages.items()}


def _message(item: _Named) -> CatalogueMessage:
    """Return the message that a catalogue would have, if the notation can say the names."""
    renderings = _without_lone_short_forms(_renderings(item.renderings), item.short_forms)
    fuzzy = renderings.coverage is Coverage.FUZZY
    try:
        msgstr = format_msgstr(renderings)
    except ValueError as error:
        raise item.renderings.error(str(error)) from error
    if parse_msgstr(msgstr, fuzzy=fuzzy)[0] != renderings:
        message = f"the coverage {str(renderings.coverage)!r} does not fit the names"
        raise item.renderings.get("coverage").error(message)
    return CatalogueMessage(item.context, item.msgid, msgstr, fuzzy)


def _without_lone_short_forms(renderings: Renderings, short_forms: frozenset[str]) -> Renderings:
    """Leave out the short forms where they are all there is to use.

    A glossary adds them to the names; a msgstr with them alone would make one the preferred name.
    """
    usable = [name for name in renderings.names if name.status is not Status.DEPRECATED]
    if any(n.status is Status.PREFERRED or n.name not in short_forms for n in usable):
        return renderings
    return replace(renderings, names=tuple(n for n in renderings.names if n not in usable))


def _renderings(value: Value) -> Renderings:
    names = tuple(
        Rendering(
            name.get("text").text(),
            name.get("status").choice(Status),
            name.optional_text("reading"),
        )
        for name in value.get("names").items()
    )
    return Renderings(names, value.get("coverage").choice(Coverage))
