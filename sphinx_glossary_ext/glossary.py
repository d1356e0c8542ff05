"""The glossary: concepts joined with what the catalogues call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from sphinx_glossary_ext.catalogues import (
    ABBREVIATION,
    SUBJECT,
    TERM,
    Catalogue,
    renderings_of,
)
from sphinx_glossary_ext.linguistics.keys import term_key
from sphinx_glossary_ext.model import (
    SOURCE_LANGUAGE,
    Comparison,
    Concept,
    ConceptStatus,
    Coverage,
    Relation,
    Rendering,
    Renderings,
)
from sphinx_glossary_ext.problems import Problem

Defined = TypeVar("Defined", Concept, Comparison)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ShownName:
    """The name that a reader sees, the locale it is in and how far it is approved there."""

    text: str
    locale: str
    reading: str = ""
    coverage: Coverage = Coverage.APPROVED


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """Every concept with its names in every locale.

    Parameters
    ----------
    concepts, comparisons
        In any order; of several with one id the first by place counts.
    catalogues
        The terminology catalogue of each locale; the source language has none.
    document_catalogues
        By locale and docname: where names stand when a locale has no terminology catalogue,
        as in a project that used standard ``glossary`` directives.
    languages
        The locales that take part besides those with a catalogue.
    source_language
        The locale of the canonical names.
    """

    concepts: tuple[Concept, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    document_catalogues: Mapping[tuple[str, str], Catalogue] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    source_language: str = SOURCE_LANGUAGE

    # ---- what there is

    @cached_property
    def by_id(self) -> Mapping[str, Concept]:
        """Every concept by its id, drafts included."""
        return _first_by_id(self.concepts)

    @cached_property
    def published(self) -> tuple[Concept, ...]:
        """The concepts that have names, links and a row in the index: all but drafts."""
        return tuple(c for c in self.by_id.values() if c.status is not ConceptStatus.DRAFT)

    @cached_property
    def comparison_by_id(self) -> Mapping[str, Comparison]:
        """Every comparison by its id."""
        return _first_by_id(self.comparisons)

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """The source language, then the others in alphabetical order."""
        others = {*self.languages, *self.catalogues} - {self.source_language}
        return (self.source_language, *sorted(others))

    # ---- names

    @cached_property
    def _renderings(self) -> dict[tuple[str, str], tuple[Renderings, tuple[Problem, ...]]]:
        return {}

    def renderings(self, concept: Concept, locale: str) -> Renderings:
        """Return all that *locale* calls *concept*, the preferred name first."""
        return self._read_renderings(concept, locale)[0]

    def name(self, concept: Concept, locale: str) -> ShownName:
        """Return the name to show in *locale*: the approved one, else the canonical one."""
        renderings = self.renderings(concept, locale)
        if approved := renderings.approved:
            return ShownName(approved.name, locale, approved.reading)
        return ShownName(
            concept.name, self.source_language, concept.reading, coverage=renderings.coverage
        )

    def abbreviation(self, concept: Concept, locale: str) -> ShownName | None:
        """Return the short form to show in *locale*, None where the concept has none."""
        if not concept.abbreviation:
            return None
        return self._short_name(ABBREVIATION, concept.abbreviation, locale)

    def subject(self, subject: str, locale: str) -> ShownName:
        """Return the name of a subject field in *locale*."""
        return self._short_name(SUBJECT, subject, locale)

    def catalogue_problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the catalogues, file by file, then name by name."""
        for locale in self.locales[1:]:
            if catalogue := self.catalogues.get(locale):
                yield from catalogue.problems
            for concept in self.published:
                yield from self._read_renderings(concept, locale)[1]

    def _read_renderings(
        self, concept: Concept, locale: str
    ) -> tuple[Renderings, tuple[Problem, ...]]:
        key = (concept.id, locale)
        if key not in self._renderings:
            self._renderings[key] = self._join(concept, locale)
        return self._renderings[key]

    def _join(self, concept: Concept, locale: str) -> tuple[Renderings, tuple[Problem, ...]]:
        if locale == self.source_language:
            return _canonical_renderings(concept), ()
        if concept.do_not_translate:
            only = Rendering(concept.name, reading=concept.reading)
            return Renderings((only,), Coverage.APPROVED), ()
        if catalogue := self.catalogues.get(locale):
            return renderings_of(catalogue, TERM, concept.msgid, qualifier=concept.qualifier)
        if catalogue := self.document_catalogues.get((locale, concept.docname)):
            return renderings_of(catalogue, "", concept.name)
        return Renderings(), ()

    def _short_name(self, context: str, msgid: str, locale: str) -> ShownName:
        catalogue = self.catalogues.get(locale)
        renderings = renderings_of(catalogue, context, msgid)[0] if catalogue else Renderings()
        if approved := renderings.approved:
            return ShownName(approved.name, locale, approved.reading)
        return ShownName(msgid, self.source_language, coverage=renderings.coverage)

    # ---- look-up

    def find(self, target: str, locale: str) -> tuple[Concept, ...]:
        """Return the concepts that *target* may mean on a page in *locale*.

        An id is certain. Else the names in the canonical language are asked, then those of
        *locale*: no concept, one, or several between which only the writer can choose.
        """
        if concept := self.by_id.get(target):
            return (concept,)
        return (
            self._look_up(target, self.source_language)
            or self._look_up(target, locale)
            or self._by_folded_id.get(term_key(target), ())
        )

    def find_comparison(self, target: str) -> Comparison | None:
        """Return the comparison with the id *target*."""
        return self.comparison_by_id.get(target)

    def compared(self, comparison: Comparison, locale: str) -> tuple[Concept, ...]:
        """Return the concepts of *comparison*, without the targets that fit none or several."""
        found = (self.find(target, locale) for target in comparison.targets)
        return tuple(concepts[0] for concepts in found if len(concepts) == 1)

    def text(self, target: str, concept: Concept, locale: str) -> ShownName:
        """Return what an implicit reference shows: words of the page's language stand as written.

        An id, or a name in another language than the page's, becomes the approved name.
        """
        written = " ".join(target.split())
        names = {r.name.casefold() for r in self.renderings(concept, locale).names}
        if written.casefold() in names or (
            written != concept.id
            and term_key(written, locale) in {term_key(name, locale) for name in names}
        ):
            return ShownName(written, locale)
        return self.name(concept, locale)

    def definition(self, concept: Concept, locale: str) -> str:
        """Return the definition as plain text, its references showing names in *locale*."""
        return "".join(self._span_text(span.text, span.target, locale) for span in concept.definition)

    def _span_text(self, text: str, target: str, locale: str) -> str:
        found = self.find(target, locale) if target else ()
        return self.text(target, found[0], locale).text if len(found) == 1 else text

    def _look_up(self, target: str, locale: str) -> tuple[Concept, ...]:
        found = self._by_name(locale).get(term_key(target, locale), ())
        return tuple(
            concept
            for concept in found
            if not concept.case_sensitive or target in self._names(concept, locale)
        )

    @cached_property
    def _indexes(self) -> dict[str, Mapping[str, tuple[Concept, ...]]]:
        return {}

    def _by_name(self, locale: str) -> Mapping[str, tuple[Concept, ...]]:
        if locale not in self._indexes:
            self._indexes[locale] = _group(
                (term_key(name, locale), concept)
                for concept in self.by_id.values()
                for name in self._names(concept, locale)
            )
        return self._indexes[locale]

    @cached_property
    def _by_folded_id(self) -> Mapping[str, tuple[Concept, ...]]:
        return _group((term_key(concept.id), concept) for concept in self.by_id.values())

    def _names(self, concept: Concept, locale: str) -> tuple[str, ...]:
        return tuple(rendering.name for rendering in self.renderings(concept, locale).names)

    # ---- what belongs together

    def relations(self, concept: Concept) -> Mapping[Relation, tuple[Concept, ...]]:
        """Return the concepts that *concept* stands to, written on either side."""
        return self._relations.get(concept.id, {})

    @cached_property
    def _relations(self) -> Mapping[str, Mapping[Relation, tuple[Concept, ...]]]:
        related: dict[str, dict[Relation, dict[str, Concept]]] = {}
        for concept in self.published:
            for relation, other_id in concept.relations:
                other = self.by_id.get(other_id)
                if other is None or other is concept or other.status is ConceptStatus.DRAFT:
                    continue
                _note(related, concept, relation, other)
                _note(related, other, relation.inverse, concept)
        return {
            id_: {
                relation: tuple(sorted(found[relation].values(), key=lambda c: c.id))
                for relation in Relation
                if relation in found
            }
            for id_, found in related.items()
        }

    def comparisons_of(self, concept: Concept) -> tuple[Comparison, ...]:
        """Return the comparisons that set *concept* beside others, in the order of their ids."""
        return self._comparisons_by_concept.get(concept.id, ())

    @cached_property
    def _comparisons_by_concept(self) -> Mapping[str, tuple[Comparison, ...]]:
        return _group(
            (concept.id, self.comparison_by_id[id_])
            for id_ in sorted(self.comparison_by_id)
            for concept in self.compared(self.comparison_by_id[id_], self.source_language)
        )


def _canonical_renderings(concept: Concept) -> Renderings:
    names = tuple(Rendering(d.name, d.status, d.reading) for d in concept.designations)
    return Renderings(names, Coverage.APPROVED)


def _first_by_id(values: Iterable[Defined]) -> dict[str, Defined]:
    found: dict[str, Defined] = {}
    for value in sorted(values, key=lambda value: (value.docname, value.place)):
        found.setdefault(value.id, value)
    return found


def _group(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        group = groups.setdefault(key, [])
        if value not in group:
            group.append(value)
    return {key: tuple(group) for key, group in groups.items()}


def _note(
    related: dict[str, dict[Relation, dict[str, Concept]]],
    concept: Concept,
    relation: Relation,
    other: Concept,
) -> None:
    related.setdefault(concept.id, {}).setdefault(relation, {})[other.id] = other
