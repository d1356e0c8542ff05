"""Concepts, comparisons and renderings as values."""

from __future__ import annotations

import pickle

import pytest

from sphinx_glossary_ext.model import (
    Comparison,
    Concept,
    Coverage,
    Designation,
    Place,
    Relation,
    Rendering,
    Renderings,
    Status,
)


@pytest.mark.parametrize("relation", Relation)
def test_the_inverse_of_the_inverse_is_the_relation(relation: Relation) -> None:
    assert relation.inverse.inverse is relation


def test_inverses() -> None:
    assert {relation: relation.inverse for relation in Relation} == {
        Relation.BROADER: Relation.NARROWER,
        Relation.NARROWER: Relation.BROADER,
        Relation.RELATED: Relation.RELATED,
        Relation.CONTRAST: Relation.CONTRAST,
        Relation.REPLACED_BY: Relation.REPLACES,
        Relation.REPLACES: Relation.REPLACED_BY,
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [(Place("a.rst", 3), "a.rst:3"), (Place("a.rst"), "a.rst"), (Place(), "")],
)
def test_place(place: Place, expected: str) -> None:
    assert str(place) == expected


def test_names_of_a_concept_come_with_their_status() -> None:
    concept = Concept(
        id="fo",
        name="front office",
        reading="f",
        synonyms=("front line",),
        deprecated=("front end",),
        abbreviation="FO",
    )
    assert concept.designations == (
        Designation("front office", Status.PREFERRED, "f"),
        Designation("front line", Status.ADMITTED),
        Designation("FO", Status.ADMITTED),
        Designation("front end", Status.DEPRECATED),
    )


@pytest.mark.parametrize(("qualifier", "msgid"), [("", "bank"), ("finance", "bank (finance)")])
def test_the_msgid_tells_homographs_apart(qualifier: str, msgid: str) -> None:
    assert Concept(id="b", name="bank", qualifier=qualifier).msgid == msgid


def test_anchors_come_from_ids_alone() -> None:
    assert Concept(id="fo", name="窓口").anchor == "term-fo"
    assert Comparison(id="a-vs-b", targets=("a", "b")).anchor == "compare-a-vs-b"


@pytest.mark.parametrize(
    ("coverage", "approved"),
    [
        (Coverage.APPROVED, Rendering("asiakas")),
        (Coverage.FUZZY, None),
        (Coverage.MISSING, None),
        (Coverage.NO_EQUIVALENT, None),
    ],
)
def test_only_an_approved_name_is_shown(coverage: Coverage, approved: Rendering | None) -> None:
    names = (Rendering("vanha", Status.DEPRECATED), Rendering("asiakas"))
    assert Renderings(names, coverage).approved == approved


def test_values_survive_the_environment() -> None:
    concept = Concept(id="a", name="a", relations=((Relation.BROADER, "b"),), place=Place("a", 1))
    assert pickle.loads(pickle.dumps(concept)) == concept
