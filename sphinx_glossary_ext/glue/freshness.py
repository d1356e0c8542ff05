"""Which pages show something else than when they were last written.

Sphinx rewrites a page whose source has changed. A page of ours also changes with the catalogues of
all languages and with other pages; so each has a fingerprint of what it shows.
"""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from sphinx_glossary_ext import __version__
from sphinx_glossary_ext.files import write_atomically
from sphinx_glossary_ext.glossary import split_target
from sphinx_glossary_ext.glue.writing.cards import card_json
from sphinx_glossary_ext.glue.writing.concept_map import drawing_of
from sphinx_glossary_ext.glue.writing.structured_data import structured_data
from sphinx_glossary_ext.model import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set
    from pathlib import Path

    from sphinx_glossary_ext.glue.domain import GlossaryDomain
    from sphinx_glossary_ext.glue.page import Shown
    from sphinx_glossary_ext.model import Renderings

EVERYWHERE: Final = ""
"""The key of the fingerprint of what any page may show, ours or not: titles, labels, languages."""

INDEX: Final = "\N{NULL}index"
"""The key of the fingerprint of the index, which may stand on no document's page."""

PROBLEMS: Final = "\N{NULL}problems"
"""The key of the fingerprint of what is wrong with catalogues, which no page need show."""

VISIBLE: Final = attrgetter(*sorted({*Concept.__slots__} - {"place", "definition"}))
"""What pages show of a concept as its author wrote it, but for the definition."""


class Freshness:
    """The fingerprints of one build, and those of the build before.

    They are kept beside the doctrees, by builder, and only once all pages are written: an
    interrupted build leaves those of the last complete one.
    """

    def __init__(self, path: Path, current: Mapping[str, str]) -> None:
        self.path = path
        self.current = dict(current)
        self.outdated: set[str] = set()
        """The pages that may show what has changed everywhere."""
        self.written: set[str] = set()
        self.previous = _read(path)

    def stale(self, documents: Set[str], root: str) -> list[str]:
        """Return those of *documents* that are to be written: all when any may show a change.

        If only the page of the index is stale, or catalogues have new problems, that is *root*:
        Sphinx makes such pages, and has projects checked, when it writes others.
        """
        if self._has_changed(EVERYWHERE):
            self.outdated = set(documents)
            return sorted(documents)
        found = sorted(filter(self._has_changed, documents & self.current.keys()))
        return found or [root] * any(map(self._has_changed, (INDEX, PROBLEMS)))

    def _has_changed(self, key: str) -> bool:
        return self.previous.get(key) != self.current.get(key)

    def note_written(self, docname: str) -> None:
        """Store that *docname* is now as it should be."""
        self.written.add(docname)

    def save(self) -> None:
        """Keep the fingerprints of what has been written."""
        kept = {
            docname: fingerprint if docname in self.written else self.previous.get(docname, "")
            for docname, fingerprint in self.current.items()
        }
        kept.update((key, self.current[key]) for key in (INDEX, PROBLEMS))
        # a build of some pages alone has left the others as they were
        if self.outdated <= self.written:
            kept[EVERYWHERE] = self.current[EVERYWHERE]
        content = json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True)
        write_atomically(self.path, content.encode())


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


class Fingerprints:
    """Computes what each page shows, now that *domain* knows all pages."""

    def __init__(self, domain: GlossaryDomain) -> None:
        self.domain = domain
        self.shown = domain.shown
        self.any_targets = domain.any_targets
        entries = [entry for page in self.shown.values() for entry in page.entries]
        self.definitions = {entry.id: entry.definition_digest for entry in entries}
        self.references = {entry.id: entry.definition_references for entry in entries}
        self.context = domain.context("")
        self.glossary = domain.glossary
        self.locale = domain.locale
        self.concept_digests: dict[str, str] = {}
        self.card_digests: dict[str, str] = {}

    def all(self, titles: Mapping[str, str]) -> dict[str, str]:
        """Return the fingerprint of each page, and those that belong to no page.

        :param titles: all titles and labels
        """
        docnames = self.shown.keys() | {doc for doc, found in self.any_targets.items() if found}
        return {
            **{docname: _digest(*self._page(docname)) for docname in docnames},
            EVERYWHERE: _digest(sorted(titles.items()), self.domain.derived.language_links),
            INDEX: self.index,
            PROBLEMS: _digest(*self.glossary.catalogue_problems()),
        }

    def _page(self, docname: str) -> Iterator[Any]:
        for target in self.any_targets.get(docname, ()):
            for concept in self._find(target):
                yield target, concept.id, concept.docname, concept.status
        if page := self.shown.get(docname):
            yield structured_data(self.domain.context(docname))
            yield from self._shown(page)

    def _shown(self, page: Shown) -> Iterator[Any]:
        yield __version__, self.context.addresses
        for role, target in page.references:
            yield role, target, *self._reference(role, target)
        for target in page.pulled:
            for concept in self._find(target):
                yield target, self._pulled(concept), self.card(concept)
        for entry in page.entries:
            yield from self._entry(entry.id)
        if page.index or page.coverage:
            yield self.index

    def _find(self, target: str) -> tuple[Concept, ...]:
        return self.glossary.find(target, self.locale)

    def _reference(self, role: str, target: str) -> Iterator[Any]:
        if role == "compare":
            if comparison := self.glossary.find_comparison(target):
                yield comparison.docname, self.context.title(comparison)
            return
        for concept in self._find(split_target(role, target)[0]):
            yield concept.id, concept.docname, concept.status
            yield [other.id for other in self.glossary.replacements(concept)]
            if role != "definition":
                yield self.card(concept)
            if role == "term":
                yield self.glossary.text(target, concept, self.locale)
            elif role == "definition":
                yield self._pulled(concept)
            else:
                yield self.concept(concept)

    def _pulled(self, concept: Concept) -> str:
        """Return the fingerprint of a concept's name and definition, its markup included."""
        return _digest(
            concept.docname,
            self.glossary.name(concept, self.locale),
            self.glossary.name(concept, self.glossary.source_language),
            self.definitions.get(concept.id),
            concept.definition,
            [list(self._pulled_reference(*r)) for r in self.references.get(concept.id, ())],
        )

    def _pulled_reference(self, role: str, target: str) -> Iterator[Any]:
        # a definition within a definition is shown as a name
        return self._reference("term" if role == "definition" else role, target)

    def concept(self, concept: Concept) -> str:
        """Return the fingerprint of a concept with all its names in all languages."""
        if concept.id not in self.concept_digests:
            self.concept_digests[concept.id] = self._concept(concept)
        return self.concept_digests[concept.id]

    def _concept(self, concept: Concept) -> str:
        locales = self.glossary.locales
        return _digest(
            VISIBLE(concept),
            # plain tuples spell themselves out many times faster than named ones
            [tuple(span) for span in concept.definition],
            locales,
            [_names(self.glossary.renderings(concept, locale)) for locale in locales],
            self.glossary.abbreviation(concept, self.locale),
            [self.glossary.subject(subject, self.locale) for subject in concept.subjects],
        )

    def card(self, concept: Concept) -> str:
        """Return the fingerprint of what links to *concept* show on a card."""
        if not self.context.has_cards:
            return ""
        if concept.id not in self.card_digests:
            self.card_digests[concept.id] = _digest(card_json(self.context, concept))
        return self.card_digests[concept.id]

    def _entry(self, id_: str) -> Iterator[Any]:
        concept = self.glossary.by_id.get(id_)
        if concept is None:
            return
        yield self.concept(concept)
        for relation, others in self.glossary.relations(concept).items():
            for other in others:
                # the canonical name tells those apart that share one
                locales = self.locale, self.glossary.source_language
                names = [self.glossary.name(other, locale) for locale in locales]
                yield relation, other.id, other.docname, names, self.card(other)
        yield from self._map(concept)
        for comparison in self.glossary.comparisons_of(concept):
            yield comparison.docname, comparison.id, self.context.title(comparison)
        for docname in self.context.usage.pages(concept):
            yield self.context.page_title(docname)

    def _map(self, concept: Concept) -> Iterator[Any]:
        if drawing := drawing_of(self.context, concept):
            shown = drawing.plan.map
            yield drawing.layout, drawing.plan.names, shown.links
            for other in shown.concepts:
                yield other.docname, self.card(other)

    @cached_property
    def index(self) -> str:
        """The fingerprint of all concepts with all their names."""
        return _digest([self.concept(concept) for concept in self.glossary.published])


def _names(renderings: Renderings) -> str:
    # a dataclass spells itself out too slowly for every name in every language
    names = (f"{name.status} {name.name} {name.reading}" for name in renderings.names)
    return "\n".join((renderings.coverage, *names))


def _digest(*values: Any) -> str:
    return blake2b(repr(values).encode(), digest_size=8).hexdigest()
