"""What is wrong with a glossary as a whole: complete lists of problems."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sphinx_glossary_ext import checks
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.model import Comparison, Concept, ConceptStatus, Place, Relation

A, B, C = Place("a.rst", 1), Place("b.rst", 2), Place("c.rst", 3)
BROADER, RELATED = Relation.BROADER, Relation.RELATED


def concept(id_: str, place: Place = A, **properties: Any) -> Concept:
    """Return a concept that is called as its id is."""
    name = properties.pop("name", id_)
    return Concept(id=id_, name=name, place=place, docname=place.path[:1], **properties)


def problems(*concepts: Concept, comparisons: tuple[Comparison, ...] = ()) -> list[str]:
    """Return the problems as text: kind, place and message."""
    glossary = Glossary(concepts=concepts, comparisons=comparisons)
    return [f"{p.kind} {p.place} {p.message}" for p in checks.check(glossary)]


def test_nothing() -> None:
    assert problems() == []
    assert problems(concept("a", relations=((RELATED, "b"),)), concept("b")) == []


@pytest.mark.parametrize("order", [1, -1])
def test_the_same_id(order: int) -> None:
    both = (concept("a", A), concept("a", B))[::order]
    assert problems(*both) == [
        "duplicate_id b.rst:2 the concept id 'a' is already used at a.rst:1; give one of them "
        "another :id:"
    ]


def test_the_same_id_of_comparisons() -> None:
    pair = [Comparison(id="p", targets=("a", "b"), place=place) for place in (A, B)]
    assert problems(concept("a"), concept("b"), comparisons=tuple(pair)) == [
        "duplicate_id b.rst:2 the comparison id 'p' is already used at a.rst:1; give one of them "
        "another :id:"
    ]


def test_the_same_name() -> None:
    assert problems(concept("a", A, name="Front Office"), concept("b", B, name="front-office")) == [
        "duplicate_name b.rst:2 the name 'front-office' already belongs to the concept 'a' at "
        "a.rst:1; give each a :qualifier: to tell them apart"
    ]


def test_a_qualifier_tells_names_apart() -> None:
    named = [concept(q, name="bank", qualifier=q) for q in ("river", "finance")]
    assert problems(*named) == []


def test_case_tells_names_apart_where_it_counts() -> None:
    sick, health = concept("who", name="who"), concept("w-h-o", B, name="WHO", case_sensitive=True)
    assert problems(sick, health) == []
    alike = concept("w", name="w-ho"), concept("x", B, name="w ho", case_sensitive=True)
    assert problems(*alike) == [
        "duplicate_name b.rst:2 the name 'w ho' already belongs to the concept 'w' at a.rst:1; "
        "give each a :qualifier: to tell them apart"
    ]


def test_a_file_that_is_included_twice() -> None:
    first, second = concept("client"), replace(concept("client"), docname="b")
    assert problems(first, second) == [
        "duplicate_id a.rst:1 the concept id 'client' is already used: the same lines are "
        "included in 'a' and 'b'; include them once"
    ]


def test_relations() -> None:
    wrong = concept("client", relations=((BROADER, "client"), (RELATED, "cliant"), (RELATED, "x")))
    assert problems(wrong) == [
        "self_relation a.rst:1 the concept 'client' has itself under :broader:; remove it",
        "unknown_concept a.rst:1 :related: names the unknown concept 'cliant'; did you mean "
        "'client'?",
        "unknown_concept a.rst:1 :related: names the unknown concept 'x'; define it with the term "
        "directive",
    ]


def test_a_relation_is_where_its_option_is() -> None:
    relations = ((BROADER, "client"), (RELATED, "x"), (RELATED, "y"))
    place = A._replace(options=((str(RELATED), 4),))
    found = checks.check_source(Glossary(concepts=(concept("client", place, relations=relations),)))
    assert [str(problem.place) for problem in found] == ["a.rst:1", "a.rst:4", "a.rst:4"]


def test_a_relation_to_a_draft_is_no_mistake() -> None:
    draft = concept("b", status=ConceptStatus.DRAFT)
    assert problems(concept("a", relations=((RELATED, "b"),)), draft) == []


@pytest.mark.parametrize(
    ("relations", "chains"),
    [
        ({"a": "b", "b": "c"}, []),
        ({"a": "b", "b": "a"}, ["a → b → a"]),
        ({"a": "b", "b": "c", "c": "a"}, ["a → b → c → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        # two ways to one concept are no ring
        ({"a": "b c", "b": "d", "c": "d"}, []),
    ],
)
def test_rings(relations: dict[str, str], chains: list[str]) -> None:
    concepts = [
        concept(id_, relations=tuple((BROADER, t) for t in relations.get(id_, "").split()))
        for id_ in "abcd"
    ]
    found = [p.message for p in checks.check(Glossary(concepts=tuple(concepts)))]
    assert found == [
        f"the concept {chain[0]!r} is broader than itself: {chain}; remove one of these relations"
        for chain in chains
    ]


def test_a_long_chain_is_no_ring() -> None:
    chain = [concept(f"c{n}", relations=((BROADER, f"c{n + 1}"),)) for n in range(5000)]
    assert problems(*chain, concept("c5000")) == []


def test_comparisons() -> None:
    banks = [concept(f"bank-{q}", name="bank", qualifier=q) for q in ("river", "money")]
    pair = Comparison(id="p", targets=("client", "clientt", "bank"), place=B)
    assert problems(concept("client"), *banks, comparisons=(pair,)) == [
        "unknown_concept b.rst:2 the comparison names the unknown concept 'clientt'; did you mean "
        "'client'?",
        "ambiguous_name b.rst:2 'bank' is a name of several concepts; write 'bank-river' or "
        "'bank-money'",
    ]


def test_the_nearest_names_lead_to_ids() -> None:
    glossary = Glossary(concepts=(concept("fo", name="front office", synonyms=("front desk",)),))
    assert checks.unknown("front ofice", glossary) == (
        "the unknown concept 'front ofice'; did you mean 'fo'?"
    )


def test_the_nearest_comparison() -> None:
    glossary = Glossary(comparisons=(Comparison(id="a-vs-b", targets=("a", "b")),))
    assert checks.unknown_comparison("a-vs-c", glossary) == (
        "the reference names the unknown comparison 'a-vs-c'; did you mean 'a-vs-b'?"
    )
    assert checks.unknown_comparison("xyz", Glossary()) == (
        "the reference names the unknown comparison 'xyz'; write one with the compare directive"
    )
