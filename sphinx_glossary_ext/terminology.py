"""Concepts joined with what the catalogues call them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sphinx_glossary_ext.catalogues import (
    ABBREVIATION,
    SUBJECT,
    TERM,
    Catalogue,
    lost_contexts,
    renderings_of,
)
from sphinx_glossary_ext.linguistics.locales import language_of
from sphinx_glossary_ext.model import (
    SOURCE_LANGUAGE,
    Comparison,
    Concept,
    ConceptStatus,
    Coverage,
    Rendering,
    Renderings,
    Status,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_glossary_ext.problems import Problem

Defined = TypeVar("Defined", Concept, Comparison)


class ShownName(NamedTuple):
    """The name that a reader sees, the locale it is in and how far it is approved there."""

    text: str
    locale: str
    reading: str = ""
    coverage: Coverage = Coverage.APPROVED


@dataclass(frozen=True, kw_only=True)
class Terminology:
    """Every concept with its names in every locale.

    :param concepts: In any order; of several with one id the first by place counts.
    :param comparisons: Likewise.
    :param catalogues: The terminology catalogue of each locale; the source language has none.
    :param document_catalogues: By locale and docname: where the names of standard entries stand,
        and all names when a locale has no terminology catalogue.
    :param languages: The locales that take part besides those with a catalogue.
    :param source_language: The locale of the canonical names.
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
    def own(self) -> tuple[Concept, ...]:
        """The published concepts without the entries of Sphinx's own glossaries."""
        return tuple(concept for concept in self.published if not concept.standard_anchor)

    @cached_property
    def published_on(self) -> Mapping[str, tuple[Concept, ...]]:
        """The published concepts by the page that their entries stand on."""
        found: dict[str, list[Concept]] = {}
        for concept in self.published:
            found.setdefault(concept.docname, []).append(concept)
        return {docname: tuple(concepts) for docname, concepts in found.items()}

    @cached_property
    def comparison_by_id(self) -> Mapping[str, Comparison]:
        """Every comparison by its id."""
        return _first_by_id(self.comparisons)

    @cached_property
    def locales(self) -> tuple[str, ...]:
        """The source language, then the others in alphabetical order."""
        others = {*self.languages, *self.catalogues} - {self.source_language}
        return (self.source_language, *sorted(others))

    def locale_of(self, language: str) -> str:
        """Return the locale whose names a build in *language* shows.

        A build in ``en_GB`` shows the names of ``en``, unless it has a folder of its own.
        """
        is_source = language_of(language) == language_of(self.source_language)
        return self.source_language if is_source and language not in self.locales else language

    # ---- names

    @cached_property
    def _renderings(self) -> dict[str, dict[str, Renderings]]:
        """What has been asked for, by locale and id."""
        return {}

    @cached_property
    def _problems(self) -> dict[tuple[str, str], tuple[Problem, ...]]:
        """What was wrong with renderings, by the locale and id of those with which anything was."""
        return {}

    def renderings(self, concept: Concept, locale: str) -> Renderings:
        """Return all that *locale* calls *concept*, the preferred name first."""
        # asked for so often that another call would show in the time of a build
        known = self._renderings.get(locale)
        if known is None:
            known = self._renderings[locale] = {}
        return known.get(concept.id) or self._read_renderings(concept, locale)

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
                yield from lost_contexts(catalogue)
            for concept in self.published:
                self.renderings(concept, locale)
                yield from self._problems.get((locale, concept.id), ())
            for context, msgids in self._short_msgids.items():
                for msgid in msgids:
                    yield from self._read_short(context, msgid, locale)[1]

    @cached_property
    def _short_msgids(self) -> Mapping[str, Iterable[str]]:
        """The abbreviations and subject fields of all concepts, each once."""
        short = (concept.abbreviation for concept in self.published if concept.abbreviation)
        subjects = (subject for concept in self.published for subject in concept.subjects)
        return {ABBREVIATION: dict.fromkeys(short), SUBJECT: dict.fromkeys(subjects)}

    def _read_renderings(self, concept: Concept, locale: str) -> Renderings:
        renderings, problems = self._join(concept, locale)
        self._renderings[locale][concept.id] = renderings
        if problems:
            self._problems[locale, concept.id] = problems
        return renderings

    def _join(self, concept: Concept, locale: str) -> tuple[Renderings, tuple[Problem, ...]]:
        if locale == self.source_language:
            return _canonical_renderings(concept), ()
        if concept.do_not_translate:
            only = Rendering(concept.name, reading=concept.reading)
            return Renderings((only,), Coverage.APPROVED), ()
        catalogue = self.catalogues.get(locale)
        of_document = self.document_catalogues.get((locale, concept.docname))
        if of_document and (concept.standard_anchor or not catalogue):
            return renderings_of(of_document, "", concept.name)
        if catalogue:
            names, problems = renderings_of(
                catalogue, TERM, concept.msgid, qualifier=concept.qualifier
            )
            if not concept.abbreviation:
                return names, problems
            short = self._read_short(ABBREVIATION, concept.abbreviation, locale)[0]
            return _with_short_forms(names, short), problems
        return Renderings(), ()

    def _read_short(
        self, context: str, msgid: str, locale: str
    ) -> tuple[Renderings, tuple[Problem, ...]]:
        """Read an abbreviation or a subject field in *locale*."""
        catalogue = self.catalogues.get(locale)
        return renderings_of(catalogue, context, msgid) if catalogue else (Renderings(), ())

    def _short_name(self, context: str, msgid: str, locale: str) -> ShownName:
        renderings = self._read_short(context, msgid, locale)[0]
        if approved := renderings.approved:
            return ShownName(approved.name, locale, approved.reading)
        return ShownName(msgid, self.source_language, coverage=renderings.coverage)


def _canonical_renderings(concept: Concept) -> Renderings:
    names = tuple(Rendering(d.name, d.status, d.reading) for d in concept.designations)
    return Renderings(names, Coverage.APPROVED)


def _with_short_forms(renderings: Renderings, short: Renderings) -> Renderings:
    """Add the approved short forms to the names: one may look the concept up by them."""
    taken = {rendering.name for rendering in renderings.names}
    added = [name for name in short.names if name.name not in taken]
    if short.coverage is not Coverage.APPROVED or not added:
        return renderings
    admitted = [r._replace(status=Status.ADMITTED) for r in added if not _is_to_avoid(r)]
    usable = [r for r in renderings.names if not _is_to_avoid(r)]
    place = renderings.names.index(usable[-1]) + 1 if usable else 0
    names = (*renderings.names[:place], *admitted, *renderings.names[place:])
    return replace(renderings, names=(*names, *filter(_is_to_avoid, added)))


def _is_to_avoid(rendering: Rendering) -> bool:
    return rendering.status is Status.DEPRECATED


def _first_by_id(values: Iterable[Defined]) -> dict[str, Defined]:
    found: dict[str, Defined] = {}
    for value in sorted(values, key=lambda value: (value.docname, value.place)):
        found.setdefault(value.id, value)
    return found
