"""Concepts, their designations and renderings, comparisons: plain values.

The words are those of ISO 1087 (concept, designation) and of TBX, ISO 30042 (the
administrative status of a designation).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

SOURCE_LANGUAGE: Final = "en"
"""The canonical language, unless a project configures another."""


class Status(StrEnum):
    """How far a designation is to be used (TBX ``administrativeStatus``)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class ConceptStatus(StrEnum):
    """How far a concept is ready: a draft has neither message nor link."""

    DRAFT = "draft"
    APPROVED = "approved"
    DEPRECATED = "deprecated"


class PartOfSpeech(StrEnum):
    """The closed set of grammatical categories (a superset of TBX-Basic's)."""

    NOUN = "noun"
    PROPER_NOUN = "proper noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PHRASE = "phrase"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    OTHER = "other"


class Relation(StrEnum):
    """How one concept stands to another; every relation has its inverse."""

    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
    CONTRAST = "contrast"
    REPLACED_BY = "replaced-by"
    REPLACES = "replaces"

    @property
    def inverse(self) -> Relation:
        """The relation as seen from the other concept."""
        return _INVERSES.get(self, self)


_INVERSES: Final = {
    Relation.BROADER: Relation.NARROWER,
    Relation.NARROWER: Relation.BROADER,
    Relation.REPLACED_BY: Relation.REPLACES,
    Relation.REPLACES: Relation.REPLACED_BY,
}


class Place(NamedTuple):
    """Where something was written: a file and a 1-based line, 0 where it is not known.

    *options* are those of a directive whose lines are known, each with its line.
    """

    path: str = ""
    line: int = 0
    options: tuple[tuple[str, int], ...] = ()

    def of(self, option: str) -> Place:
        """Return where *option* was written, the directive's own place if that is not known."""
        return Place(self.path, dict(self.options).get(option, self.line))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class Designation(NamedTuple):
    """A name of a concept in the canonical language."""

    name: str
    status: Status = Status.PREFERRED
    reading: str = ""


PLACE_ROLES: Final = frozenset({"doc", "ref"})
"""Sphinx's own roles, in whose place the title of a page or section is to stand."""


class Span(NamedTuple):
    """A run of text as written; with a *target*, what a reference of the role *role* shows.

    The roles are those of the domain: ``term``, ``name``, ``definition``, ``abbr``, ``compare``;
    until all pages are read, also those of `PLACE_ROLES`.
    """

    text: str
    target: str = ""
    role: str = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A unit of meaning, defined once, in the canonical language."""

    id: str
    name: str
    qualifier: str = ""
    reading: str = ""
    synonyms: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    abbreviation: str = ""
    part_of_speech: PartOfSpeech | None = None
    subjects: tuple[str, ...] = ()
    relations: tuple[tuple[Relation, str], ...] = ()
    exact_matches: tuple[str, ...] = ()
    source: str = ""
    do_not_translate: bool = False
    case_sensitive: bool = False
    not_in: tuple[str, ...] = ()
    status: ConceptStatus = ConceptStatus.APPROVED
    definition: tuple[Span, ...] = ()
    definition_locale: str = SOURCE_LANGUAGE
    docname: str = ""
    place: Place = Place()
    standard_anchor: str = ""
    """The HTML id that Sphinx gave the entry; only entries of its own ``glossary`` have one."""

    @property
    def anchor(self) -> str:
        """The HTML id of the entry, the same in every language."""
        return self.standard_anchor or f"term-{self.id}"

    @property
    def msgid(self) -> str:
        """The name as the terminology catalogue writes it, unique by its qualifier."""
        return f"{self.name} ({self.qualifier})" if self.qualifier else self.name

    @property
    def designations(self) -> tuple[Designation, ...]:
        """Every name in the canonical language, the preferred one first."""
        admitted = (*self.synonyms, *filter(None, (self.abbreviation,)))
        return (
            Designation(self.name, Status.PREFERRED, self.reading),
            *(Designation(name, Status.ADMITTED) for name in admitted),
            *(Designation(name, Status.DEPRECATED) for name in self.deprecated),
        )


class Rendering(NamedTuple):
    """One name of a concept in one locale; a msgstr may hold several."""

    name: str
    status: Status = Status.PREFERRED
    reading: str = ""


class Coverage(StrEnum):
    """How far a locale has a name for a concept."""

    APPROVED = "approved"
    FUZZY = "fuzzy"
    MISSING = "missing"
    NO_EQUIVALENT = "no-equivalent"


@dataclass(frozen=True, slots=True)
class Renderings:
    """What one msgstr says: the names of one concept in one locale, in the order written."""

    names: tuple[Rendering, ...] = ()
    coverage: Coverage = Coverage.MISSING

    @property
    def approved(self) -> Rendering | None:
        """The preferred name, unless the message is fuzzy or holds none."""
        if self.coverage is not Coverage.APPROVED:
            return None
        for rendering in self.names:
            if rendering.status is Status.PREFERRED:
                return rendering
        return None

    @property
    def usable(self) -> tuple[Rendering, ...]:
        """The names that may be used, none unless all are approved."""
        if self.coverage is not Coverage.APPROVED:
            return ()
        return tuple(r for r in self.names if r.status is not Status.DEPRECATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two or more concepts set side by side; *targets* are their ids or names, as written.

    *title* is the author's; where there is none, it is made from the names.
    """

    id: str
    targets: tuple[str, ...]
    title: tuple[Span, ...] = ()
    difficulty: int | None = None
    docname: str = ""
    place: Place = Place()

    @property
    def anchor(self) -> str:
        """The HTML id of the comparison, the same in every language."""
        return f"compare-{self.id}"
