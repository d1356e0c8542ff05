"""A glossary to its problems: what only shows once everything has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_glossary_ext.linguistics.keys import term_key
from sphinx_glossary_ext.linguistics.nearest import nearest
from sphinx_glossary_ext.model import Comparison, Concept, Relation
from sphinx_glossary_ext.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx_glossary_ext.glossary import Glossary


def check(glossary: Glossary) -> Iterator[Problem]:
    """Yield everything that is wrong with *glossary* and its catalogues."""
    yield from check_source(glossary)
    yield from glossary.catalogue_problems()


def check_source(glossary: Glossary) -> Iterator[Problem]:
    """Yield what is wrong with the concepts and comparisons themselves."""
    yield from duplicate_ids(glossary.concepts, "concept")
    yield from duplicate_ids(glossary.comparisons, "comparison")
    yield from duplicate_names(glossary)
    yield from wrong_relations(glossary)
    yield from broader_cycles(glossary)
    yield from wrong_comparisons(glossary)


def duplicate_ids(values: Iterable[Concept | Comparison], what: str) -> Iterator[Problem]:
    """Yield a problem for each value whose id an earlier one has, naming both places."""
    first: dict[str, Concept | Comparison] = {}
    for value in sorted(values, key=lambda value: (value.docname, value.place)):
        earlier = first.setdefault(value.id, value)
        if earlier is not value:
            where = f" at {earlier.place}; give one of them another :id:"
            if value.place == earlier.place:
                pages = " and ".join(map(repr, sorted({earlier.docname, value.docname})))
                where = f": the same lines are included in {pages}; include them once"
            message = f"the {what} id {value.id!r} is already used{where}"
            yield Problem(ProblemKind.DUPLICATE_ID, message, value.place)


def duplicate_names(glossary: Glossary) -> Iterator[Problem]:
    """Yield a problem for each concept with the message id of an earlier one."""
    first: dict[str, Concept] = {}
    for concept in glossary.by_id.values():
        key = term_key(concept.msgid, glossary.source_language)
        earlier = first.setdefault(key, concept)
        if earlier is not concept and not _told_apart_by_case(earlier, concept):
            yield Problem(
                ProblemKind.DUPLICATE_NAME,
                f"the name {concept.msgid!r} already belongs to the concept {earlier.id!r} at "
                f"{earlier.place}; give each a :qualifier: to tell them apart",
                concept.place,
            )


def _told_apart_by_case(one: Concept, other: Concept) -> bool:
    spelled_alike = one.msgid.casefold() == other.msgid.casefold()
    is_meant = one.case_sensitive or other.case_sensitive
    return is_meant and spelled_alike and one.msgid != other.msgid


def wrong_relations(glossary: Glossary) -> Iterator[Problem]:
    """Yield a problem for each relation to an unknown concept, or of a concept to itself."""
    for concept in glossary.by_id.values():
        for relation, other_id in concept.relations:
            if other_id == concept.id:
                yield Problem(
                    ProblemKind.SELF_RELATION,
                    f"the concept {concept.id!r} has itself under :{relation}:; remove it",
                    concept.place.of(relation),
                )
            elif other_id not in glossary.by_id:
                yield Problem(
                    ProblemKind.UNKNOWN_CONCEPT,
                    f":{relation}: names {unknown(other_id, glossary)}",
                    concept.place.of(relation),
                )


def broader_cycles(glossary: Glossary) -> Iterator[Problem]:
    """Yield a problem for each ring of concepts of which each is broader than the next."""
    seen: set[str] = set()
    for ring in _broader_rings(glossary):
        if seen.isdisjoint(ring):
            seen.update(ring)
            concept = min((glossary.by_id[id_] for id_ in ring), key=lambda c: c.place)
            at = ring.index(concept.id)
            chain = " → ".join((*ring[at:], *ring[:at], concept.id))
            yield Problem(
                ProblemKind.BROADER_CYCLE,
                f"the concept {concept.id!r} is broader than itself: {chain}; "
                "remove one of these relations",
                concept.place,
            )


def wrong_comparisons(glossary: Glossary) -> Iterator[Problem]:
    """Yield a problem for each concept of a comparison that is unknown, unclear or there twice."""
    for comparison in glossary.comparison_by_id.values():
        compared: set[str] = set()
        for target in comparison.targets:
            found = glossary.find(target, glossary.source_language)
            if not found:
                message = f"the comparison names {unknown(target, glossary)}"
                yield Problem(ProblemKind.UNKNOWN_CONCEPT, message, comparison.place)
            elif len(found) > 1:
                message = ambiguous(target, found)
                yield Problem(ProblemKind.AMBIGUOUS_NAME, message, comparison.place)
            elif found[0].id in compared:
                message = f"the comparison names {found[0].id!r} twice; leave {target!r} out"
                yield Problem(ProblemKind.FEW_CONCEPTS, message, comparison.place)
            else:
                compared.add(found[0].id)


def unknown(target: str, glossary: Glossary, locale: str = "") -> str:
    """Say that *target* is no concept, with the ids that come nearest.

    :param locale: the language of the page, if its names count as well: a translator may use them
        and cannot define a concept
    """
    id_by_name = glossary.id_by_name(locale or glossary.source_language)
    ids = dict.fromkeys(id_by_name[name] for name in nearest(target, id_by_name))
    hint = "define it with the term directive"
    if locale not in ("", glossary.source_language):
        hint += "; in a translation, write what the source has or a name in the language"
    if ids:
        hint = f"did you mean {_any_of(ids)}?"
    return f"the unknown concept {target!r}; {hint}"


def unknown_comparison(target: str, glossary: Glossary) -> str:
    """Say that *target* is no comparison, with the ids that come nearest."""
    ids = nearest(target, glossary.comparison_by_id)
    hint = f"did you mean {_any_of(ids)}?" if ids else "write one with the compare directive"
    return f"the reference names the unknown comparison {target!r}; {hint}"


def unknown_language(locale: str, glossary: Glossary) -> str:
    """Say that the glossary has no names in *locale*, with the locales that it has."""
    known = ", ".join(glossary.locales)
    return f"the glossary has no names in {locale!r}; it has them in {known}"


def base_of_other_language(base: str, locale: str, other: str) -> str:
    """Say that *base* is the address of the site in *other*, and not in *locale*."""
    return (
        f"html_baseurl is {base!r}, where the pages in {other!r} are, but this build is in "
        f"{locale!r}; write {{lang}} where it names the language"
    )


def ambiguous(target: str, found: Iterable[Concept]) -> str:
    """Say that *target* fits several concepts."""
    return f"{target!r} is a name of several concepts; write {_any_of(c.id for c in found)}"


def replaced(concept: Concept, replacements: Iterable[Concept]) -> str:
    """Say that *concept* is no longer in use, with what replaces it."""
    return (
        f"the concept {concept.id!r} is no longer in use; write "
        f"{_any_of(c.id for c in replacements)}, or give the reference a title of its own"
    )


def _any_of(ids: Iterable[str]) -> str:
    return " or ".join(repr(id_) for id_ in ids)


def _broader_rings(glossary: Glossary) -> Iterator[tuple[str, ...]]:
    """Yield each ring that a walk along broader relations closes, every concept visited once."""
    finished: set[str] = set()
    for start in glossary.published:
        if start.id in finished:
            continue
        path = {start.id: _broader(start.id, glossary)}
        while path:
            last = next(reversed(path))
            broader = next(path[last], None)
            if broader is None:
                finished.add(last)
                del path[last]
            elif broader in path:
                ids = list(path)
                yield tuple(ids[ids.index(broader) :])
            elif broader not in finished:
                path[broader] = _broader(broader, glossary)


def _broader(id_: str, glossary: Glossary) -> Iterator[str]:
    found = glossary.relations(glossary.by_id[id_]).get(Relation.BROADER, ())
    return (concept.id for concept in found)
