"""A glossary as JSON; ``glossary.schema.json``, beside this module, documents every property.

Texts that are empty are left out; lists and flags are always there. Nothing of the machine, the
time or the order in which files were read goes in, so the same glossary gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sphinx_glossary_ext.catalogues import ABBREVIATION, SUBJECT, renderings_of
from sphinx_glossary_ext.glossary import split_target
from sphinx_glossary_ext.model import Renderings

if TYPE_CHECKING:
    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.model import Comparison, Concept, Span

JsonObject: TypeAlias = dict[str, Any]
Uri: TypeAlias = Callable[[str, str], str]
"""Returns where the anchor of a docname is, relative to the file."""

SCHEMA: Final = "urn:sphinx-glossary-ext:glossary:1"
"""The ``$id`` of the schema, which every file names."""

FORMAT_VERSION: Final = "1.0"
"""Major and minor version: a minor one only adds properties, which older readers ignore."""


def dump_glossary(glossary: Glossary, *, locale: str, uri: Uri) -> bytes:
    """Return the JSON text of *glossary*: UTF-8, keys sorted, one line per concept.

    :param glossary: as for :func:`glossary_to_json`
    :param locale: as for :func:`glossary_to_json`
    :param uri: as for :func:`glossary_to_json`
    """
    return b"".join(dump_in_parts(glossary, locale=locale, uri=uri))


def dump_in_parts(glossary: Glossary, *, locale: str, uri: Uri) -> Iterator[bytes]:
    """Yield the JSON text of *glossary* line by line, as :func:`dump_glossary` joins them."""
    before = "{\n"
    for key, value in sorted(_members(glossary, locale, uri).items()):
        yield f"{before}{_compact(key)}: ".encode()
        for line in _line_by_line(value):
            yield line.encode()
        before = ",\n"
    yield b"\n}\n"


def glossary_to_json(glossary: Glossary, *, locale: str, uri: Uri) -> JsonObject:
    """Return *glossary* as plain values that JSON can hold.

    :param glossary: what to tell, drafts included
    :param locale: the language of the build: definitions and titles are in it wherever they are
        translated
    :param uri: tells where an entry is, by its docname and anchor
    """
    members = _members(glossary, locale, uri).items()
    return {k: list(value) if isinstance(value, Iterator) else value for k, value in members}


def _members(glossary: Glossary, locale: str, uri: Uri) -> JsonObject:
    """Return the members of the file; each of the concepts is made only when its turn comes.

    As plain values, all of ten thousand concepts would take more room than their pages.
    """
    concepts = glossary.by_id.values()
    subjects = sorted({subject for concept in concepts for subject in concept.subjects})
    compared = sorted(glossary.comparison_by_id.values(), key=lambda c: c.id)
    return {
        "$schema": SCHEMA,
        "format_version": FORMAT_VERSION,
        "source_language": glossary.source_language,
        "language": locale,
        "languages": list(glossary.locales),
        "subjects": [
            {"name": subject, "renderings": _short_names(glossary, SUBJECT, subject)}
            for subject in subjects
        ],
        # in the order of the documents: where a name fits several concepts, look-up keeps it
        "concepts": (_concept(glossary, concept, uri) for concept in concepts),
        "comparisons": [_comparison(glossary, c, locale=locale, uri=uri) for c in compared],
    }


def _concept(glossary: Glossary, concept: Concept, uri: Uri) -> JsonObject:
    texts = {
        "qualifier": concept.qualifier,
        "reading": concept.reading,
        "abbreviation": _abbreviation(glossary, concept),
        "part_of_speech": concept.part_of_speech,
        "source": concept.source,
        "standard_anchor": concept.standard_anchor,
        "definition": _definition(glossary, concept),
    }
    return {
        "id": concept.id,
        "name": concept.name,
        **{key: value for key, value in texts.items() if value},
        "synonyms": list(concept.synonyms),
        "deprecated": list(concept.deprecated),
        "subjects": list(concept.subjects),
        "relations": _relations(glossary, concept),
        "exact_matches": list(concept.exact_matches),
        "do_not_translate": concept.do_not_translate,
        "case_sensitive": concept.case_sensitive,
        "not_in": list(concept.not_in),
        "status": concept.status,
        "docname": concept.docname,
        "uri": uri(concept.docname, concept.anchor),
        "renderings": {
            locale: _renderings(glossary.renderings(concept, locale)) for locale in glossary.locales
        },
    }


def _abbreviation(glossary: Glossary, concept: Concept) -> JsonObject | None:
    if not concept.abbreviation:
        return None
    renderings = _short_names(glossary, ABBREVIATION, concept.abbreviation)
    return {"text": concept.abbreviation, "renderings": renderings}


def _definition(glossary: Glossary, concept: Concept) -> JsonObject | None:
    if not concept.definition:
        return None
    language = concept.definition_locale
    return {
        "language": language,
        "text": glossary.definition(concept, language),
        "spans": [_span(glossary, span, language) for span in concept.definition],
    }


def _span(glossary: Glossary, span: Span, language: str) -> JsonObject:
    if not span.target:
        return {"text": span.text}
    found = () if span.role == "compare" else _meant(glossary, span, language)
    resolved = {"concept": found[0].id} if len(found) == 1 else {}
    return {"text": span.text, "target": span.target, "role": span.role, **resolved}


def _meant(glossary: Glossary, span: Span, language: str) -> tuple[Concept, ...]:
    return glossary.find(split_target(span.role, span.target)[0], language)


def _relations(glossary: Glossary, concept: Concept) -> list[JsonObject]:
    """Return the relations as written, then those that only the other side has written."""
    written = concept.relations
    shown = (
        (relation, other.id)
        for relation, others in glossary.relations(concept).items()
        for other in others
    )
    inverse = [pair for pair in shown if pair not in written]
    return [
        {"relation": relation, "concept": id_, "inverse": is_inverse}
        for pairs, is_inverse in ((written, False), (inverse, True))
        for relation, id_ in pairs
    ]


def _comparison(glossary: Glossary, comparison: Comparison, *, locale: str, uri: Uri) -> JsonObject:
    compared = glossary.compared(comparison, glossary.source_language)
    optional = {
        "title": glossary.plain_text(comparison.title, locale),
        "title_spans": [_span(glossary, span, locale) for span in comparison.title],
        "difficulty": comparison.difficulty,
    }
    return {
        "id": comparison.id,
        "targets": list(comparison.targets),
        "concepts": [concept.id for concept in compared],
        **{key: value for key, value in optional.items() if value},
        "docname": comparison.docname,
        "uri": uri(comparison.docname, comparison.anchor),
    }


def _short_names(glossary: Glossary, context: str, msgid: str) -> JsonObject:
    """Return what every other language calls an abbreviation or a subject field."""
    found = ((locale, glossary.catalogues.get(locale)) for locale in glossary.locales[1:])
    return {
        locale: _renderings(
            renderings_of(catalogue, context, msgid)[0] if catalogue else Renderings()
        )
        for locale, catalogue in found
    }


def _renderings(renderings: Renderings) -> JsonObject:
    names = [
        {"text": r.name, "status": r.status, **({"reading": r.reading} if r.reading else {})}
        for r in renderings.names
    ]
    return {"coverage": renderings.coverage, "names": names}


def _line_by_line(value: Any) -> Iterator[str]:
    """Yield JSON with one line per item of a list: short files, and readable differences."""
    if not isinstance(value, (list, Iterator)):
        yield _compact(value)
        return
    before = "[\n"
    for item in value:
        yield before + _compact(item)
        before = ",\n"
    yield "[]" if before.startswith("[") else "\n]"


# made once: ``json.dumps`` makes an encoder at each call
_compact: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
