"""The glossary: concepts with their names, found by any of them, and what belongs together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from babel.lists import format_list

from sphinx_glossary_ext.linguistics.keys import same_name, term_key
from sphinx_glossary_ext.linguistics.locales import cldr_locale
from sphinx_glossary_ext.linguistics.punctuation import with_remark
from sphinx_glossary_ext.model import (
    PLACE_ROLES,
    Comparison,
    Concept,
    ConceptStatus,
    Relation,
    Rendering,
    Span,
    Status,
)
from sphinx_glossary_ext.terminology import ShownName, Terminology

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Glossary", "ShownName"]

Value = TypeVar("Value")


def split_target(role: str, target: str) -> tuple[str, str]:
    """Return the concept that a reference means, and the locale that the role ``name`` asks for.

    >>> split_target("name", "client@ja"), split_target("term", "a@b")
    (('client', 'ja'), ('a@b', ''))
    """
    if role != "name" or "@" not in target[1:]:
        return target, ""
    concept, _at, locale = target.rpartition("@")
    return concept, locale


@dataclass(frozen=True, kw_only=True)
class Glossary(Terminology):
    """A terminology in which one can look things up."""

    # ---- look-up

    def find(self, target: str, locale: str) -> tuple[Concept, ...]:
        """Return the concepts that *target* may mean on a page in *locale*.

        An id is certain. Else the names in the canonical language are asked, then those of
        *locale*, and in each the preferred names before all others: no concept, one, or several
        between which only the writer can choose.
        """
        if (target, locale) not in self._found:
            self._found[target, locale] = self._find(target, locale)
        return self._found[target, locale]

    @cached_property
    def _found(self) -> dict[tuple[str, str], tuple[Concept, ...]]:
        return {}

    def _find(self, target: str, locale: str) -> tuple[Concept, ...]:
        if concept := self.by_id.get(target):
            return (concept,)
        return (
            self._look_up(target, self.source_language)
            or self._look_up(target, locale)
            or self._by_folded_id.get(term_key(target), ())
        )

    def find_one(self, target: str, locale: str) -> Concept | None:
        """Return the concept that *target* means on a page in *locale*, if it is only one."""
        found = self.find(target, locale)
        return found[0] if len(found) == 1 else None

    def find_comparison(self, target: str) -> Comparison | None:
        """Return the comparison with the id *target*."""
        return self.comparison_by_id.get(target)

    def compared(self, comparison: Comparison, locale: str) -> tuple[Concept, ...]:
        """Return the concepts of *comparison*, without the targets that fit none or several."""
        found = (self.find_one(target, locale) for target in comparison.targets)
        return tuple(concept for concept in found if concept)

    def text(self, target: str, concept: Concept, locale: str) -> ShownName:
        """Return what an implicit reference shows: words of the page's language stand as written.

        An id, or a name in another language than the page's, becomes the approved name; a canonical
        name does so too where the language of the page has it as a loan to avoid.
        """
        written = " ".join(target.split())
        if locale == self.source_language and written == concept.name:
            return ShownName(written, locale)  # as most references are; looking on takes long
        matched = _named(written, self.renderings(concept, locale).names, locale)
        spelled = {rendering.name.casefold() for rendering in matched}
        is_id = written == concept.id and written.casefold() not in spelled
        is_loan = locale != self.source_language and self._is_canonical(written, concept)
        only_to_avoid = all(r.status is Status.DEPRECATED for r in matched)
        if not matched or is_id or (is_loan and only_to_avoid):
            return self.name(concept, locale)
        return ShownName(written, locale)

    def _is_canonical(self, written: str, concept: Concept) -> bool:
        source = self.source_language
        matched = _named(written, self.renderings(concept, source).names, source)
        return any(rendering.status is not Status.DEPRECATED for rendering in matched)

    def is_to_avoid(self, shown: ShownName, concept: Concept) -> bool:
        """Return whether the name *shown* for *concept* is one that must not be used."""
        return any(
            rendering.status is Status.DEPRECATED
            and same_name(rendering.name, shown.text, shown.locale)
            for rendering in self.renderings(concept, shown.locale).names
        )

    def id_by_name(self, locale: str) -> Mapping[str, str]:
        """Return every name that a page in *locale* can use, and every id, with where it leads."""
        if locale not in self._id_by_name:
            self._id_by_name[locale] = {
                **{r.name: c.id for c in self.published for r in self.renderings(c, locale).names},
                **{d.name: c.id for c in self.published for d in c.designations},
                **{id_: id_ for id_ in self.by_id},
            }
        return self._id_by_name[locale]

    @cached_property
    def _id_by_name(self) -> dict[str, Mapping[str, str]]:
        """What has been asked for, by locale."""
        return {}

    # ---- texts that show names

    def definition(self, concept: Concept, locale: str) -> str:
        """Return the definition as plain text, its references showing names in *locale*."""
        return self.plain_text(concept.definition, locale)

    def plain_text(self, spans: Iterable[Span], locale: str) -> str:
        """Return what a reader of *locale* reads where *spans* stand."""
        return "".join(self.span_text(span, locale) for span in spans)

    def span_text(self, span: Span, locale: str) -> str:
        """Return what the reader sees of one span: as written, where its target is not known."""
        if not span.target or span.role in PLACE_ROLES:
            return span.text
        if span.role == "compare":
            comparison = self.find_comparison(span.target)
            return self.comparison_title(comparison, locale) if comparison else span.text
        target, asked_locale = split_target(span.role, span.target)
        concept = self.find_one(target, locale)
        if concept is None:
            return span.text
        if span.role == "name":
            return self.name(concept, asked_locale or locale).text
        short = self.abbreviation(concept, locale) if span.role == "abbr" else None
        return (short or self.text(target, concept, locale)).text

    def comparison_title(self, comparison: Comparison, locale: str) -> str:
        """Return the title that the author gave, else the names compared, as a sentence has them.

        A title in a title stands as it is, unless it holds a third: there might be no end.
        """
        if not comparison.title:
            return self._names_compared(comparison, locale)
        return "".join(self._text_in_title(span, locale) for span in comparison.title)

    def _text_in_title(self, span: Span, locale: str) -> str:
        other = self.find_comparison(span.target) if span.role == "compare" else None
        if other and any(inner.role == "compare" for inner in other.title):
            return self._names_compared(other, locale)
        return self.span_text(span, locale)

    def _names_compared(self, comparison: Comparison, locale: str) -> str:
        """Return the names of what is compared, or what was written where that is nothing.

        Canonical names are added where two names are the same.
        """
        targets = comparison.targets
        concepts = [self.find_one(target, locale) for target in targets]
        names = [
            self.name(concept, locale).text if concept else target
            for concept, target in zip(concepts, targets, strict=True)
        ]
        told_apart = [
            with_remark(name, concept.name, locale) if concept and names.count(name) > 1 else name
            for name, concept in zip(names, concepts, strict=True)
        ]
        return format_list(told_apart, locale=cldr_locale(locale))

    # ---- by name

    def _look_up(self, target: str, locale: str) -> tuple[Concept, ...]:
        found = [
            concept
            for concept in self._by_name(locale).get(term_key(target, locale), ())
            if not concept.case_sensitive or target in self._names(concept, locale)
        ]
        preferred = [c for c in found if self._is_preferred(target, c, locale)]
        return tuple(preferred or found)

    def _is_preferred(self, target: str, concept: Concept, locale: str) -> bool:
        approved = self.renderings(concept, locale).approved
        return approved is not None and same_name(target, approved.name, locale)

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
        return _group(
            (term_key(concept.id), concept)
            for concept in self.by_id.values()
            if not concept.case_sensitive
        )

    def _names(self, concept: Concept, locale: str) -> tuple[str, ...]:
        return tuple(rendering.name for rendering in self.renderings(concept, locale).names)

    # ---- what belongs together

    def relations(self, concept: Concept) -> Mapping[Relation, tuple[Concept, ...]]:
        """Return the concepts that *concept* stands to, written on either side."""
        return self._relations.get(concept.id, {})

    def replacements(self, concept: Concept) -> tuple[Concept, ...]:
        """Return what to use instead of *concept*, if it is no longer in use."""
        if concept.status is not ConceptStatus.DEPRECATED:
            return ()
        return self.relations(concept).get(Relation.REPLACED_BY, ())

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


def _named(written: str, names: Iterable[Rendering], locale: str) -> list[Rendering]:
    """Return those of *names* that are *written*."""
    key = term_key(written, locale)
    return [r for r in names if r.name == written or term_key(r.name, locale) == key]


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
