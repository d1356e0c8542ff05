"""The cross-language index: every concept in every language, in the reader's order."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sphinx_glossary_ext.linguistics.collation import sort_key
from sphinx_glossary_ext.model import Concept, Coverage

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sphinx_glossary_ext.glossary import Glossary


class IndexGroup(NamedTuple):
    """The concepts under one heading, such as あ, ㄱ or Å."""

    heading: str
    concepts: tuple[Concept, ...]


class LocaleCoverage(NamedTuple):
    """How many concepts have an approved, a fuzzy, no or deliberately no name in a locale."""

    locale: str
    counts: dict[Coverage, int]

    @property
    def total(self) -> int:
        """How many concepts there are."""
        return sum(self.counts.values())

    @property
    def settled(self) -> int:
        """How many concepts need no further work: a name is approved, or ruled out."""
        return self.counts[Coverage.APPROVED] + self.counts[Coverage.NO_EQUIVALENT]


def grouped(
    glossary: Glossary, locale: str, *, subjects: Container[str] = (), letters: Container[str] = ()
) -> tuple[IndexGroup, ...]:
    """Return the concepts of *glossary* in the order and groups of *locale*'s readers.

    :param glossary: Where the concepts and their names come from.
    :param locale: Whose names, alphabet and headings count.
    :param subjects: If given, only concepts of one of these subject fields.
    :param letters: If given, only concepts under one of these headings.
    """
    chosen = [c for c in glossary.published if not subjects or _in(c.subjects, subjects)]
    names = {concept.id: glossary.name(concept, locale) for concept in chosen}
    keys = {id_: sort_key(name.text, name.reading, locale) for id_, name in names.items()}
    ordered = sorted(chosen, key=lambda c: (keys[c.id], c.id))
    groups = groupby(ordered, key=lambda c: keys[c.id].heading)
    return tuple(
        IndexGroup(letter, tuple(concepts))
        for letter, concepts in groups
        if not letters or letter in letters
    )


def coverage(
    glossary: Glossary, locales: Sequence[str], concepts: Iterable[Concept] | None = None
) -> tuple[LocaleCoverage, ...]:
    """Return how far each of *locales* has names for *concepts*, for all if None."""
    counted = glossary.published if concepts is None else tuple(concepts)
    return tuple(
        LocaleCoverage(
            locale, dict(_NONE | Counter(glossary.renderings(c, locale).coverage for c in counted))
        )
        for locale in locales
    )


_NONE = dict.fromkeys(Coverage, 0)


def _in(values: Iterable[str], chosen: Container[str]) -> bool:
    return any(value in chosen for value in values)
