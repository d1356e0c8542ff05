"""The map of a concept: what stands around it, and how all that stands to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.model import Concept, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_glossary_ext.glossary import Glossary

MOST_CONCEPTS: Final = 16
"""More than these, and a map is a thicket: the list is easier to read."""

MOST_WITH_SECOND_STEP: Final = 9
"""Up to these, the concepts two steps away are shown as well."""

FEWEST_OF_ITS_OWN: Final = 3
"""So many relations of the concept alone are worth a map: above and below show at a glance."""

_DRAWN_FROM: Final = {
    Relation.NARROWER: Relation.BROADER,
    Relation.REPLACES: Relation.REPLACED_BY,
}
"""Relations that are drawn as their inverse, from the other end: each arrow only once."""

SYMMETRIC: Final = frozenset({Relation.RELATED, Relation.CONTRAST})


@dataclass(frozen=True, slots=True)
class MapLink:
    """A relation between two concepts, by their ids: *target* is the *relation* of *source*."""

    source: str
    relation: Relation
    target: str


@dataclass(frozen=True, slots=True)
class ConceptMap:
    """Concepts, the one in the middle first, and all relations between them."""

    concepts: tuple[Concept, ...]
    links: tuple[MapLink, ...]


def map_around(glossary: Glossary, concept: Concept) -> ConceptMap | None:
    """Return the map of *concept*, None where it would say no more than a list of its relations.

    It says more if two other concepts are related, or if the concept has three relations or more.
    """
    near = {concept.id: concept} | _neighbours(glossary, [concept])
    if not 1 < len(near) <= MOST_CONCEPTS:
        return None
    far = near | _neighbours(glossary, near.values())
    shown = far if len(far) <= MOST_WITH_SECOND_STEP else near
    links = tuple(dict.fromkeys(_links(glossary, shown)))
    own = sum(concept.id in {link.source, link.target} for link in links)
    if own == len(links) and own < FEWEST_OF_ITS_OWN:
        return None
    return ConceptMap(tuple(shown.values()), links)


def _neighbours(glossary: Glossary, concepts: Iterable[Concept]) -> dict[str, Concept]:
    return {
        other.id: other
        for concept in concepts
        for others in glossary.relations(concept).values()
        for other in others
    }


def _links(glossary: Glossary, shown: dict[str, Concept]) -> Iterator[MapLink]:
    """Yield each relation, once or twice alike; what is symmetric starts nearer to the middle."""
    order = {id_: number for number, id_ in enumerate(shown)}
    for concept in shown.values():
        for relation, others in glossary.relations(concept).items():
            for other in others:
                if other.id not in shown:
                    continue
                ends = concept.id, other.id
                if relation in SYMMETRIC:
                    first, second = sorted(ends, key=order.__getitem__)
                    yield MapLink(first, relation, second)
                elif relation in _DRAWN_FROM:
                    yield MapLink(other.id, _DRAWN_FROM[relation], concept.id)
                else:
                    yield MapLink(concept.id, relation, other.id)
