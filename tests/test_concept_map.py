"""Which concepts and relations a map shows, and when there is one."""

from __future__ import annotations

from sphinx_glossary_ext.concept_map import MOST_CONCEPTS, ConceptMap, map_around
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.model import Concept, ConceptStatus, Relation


def glossary(**relations: str) -> Glossary:
    """Return concepts with relations written ``relation:id relation:id``."""
    return Glossary(
        concepts=tuple(
            Concept(
                id=id_,
                name=id_,
                relations=tuple(
                    (Relation(kind), other)
                    for kind, _, other in (part.partition(":") for part in text.split())
                ),
            )
            for id_, text in relations.items()
        )
    )


def found(of: Glossary, id_: str = "a") -> ConceptMap | None:
    return map_around(of, of.by_id[id_])


def links(of: Glossary, id_: str = "a") -> set[str]:
    shown = found(of, id_)
    assert shown is not None
    return {f"{link.source} {link.relation} {link.target}" for link in shown.links}


def test_no_relation_and_one_relation_have_no_map() -> None:
    assert found(glossary(a="")) is None
    assert found(glossary(a="related:b", b="")) is None
    assert found(glossary(a="related:b contrast:c", b="", c="")) is None


def test_three_relations_of_its_own_are_worth_a_map() -> None:
    assert links(glossary(a="related:b contrast:c broader:d", b="", c="", d="")) == {
        "a related b",
        "a contrast c",
        "a broader d",
    }


def test_a_relation_between_two_others_is_worth_a_map() -> None:
    assert links(glossary(a="related:b related:c", b="contrast:c", c="")) == {
        "a related b",
        "a related c",
        "b contrast c",
    }


def test_the_concept_comes_first_and_the_second_step_last() -> None:
    shown = found(glossary(c="broader:b", b="broader:a", a=""))
    assert shown is not None
    assert [concept.id for concept in shown.concepts] == ["a", "b", "c"]


def test_each_relation_is_drawn_once_from_one_side() -> None:
    written_on_both = glossary(
        a="narrower:b related:b replaced-by:c contrast:c",
        b="broader:a related:a contrast:c",
        c="contrast:a contrast:b",
    )
    shown = found(written_on_both)
    assert shown is not None
    assert len(shown.links) == 5
    assert links(written_on_both) == {
        "b broader a",
        "a related b",
        "a replaced-by c",
        "a contrast c",
        "b contrast c",
    }


def test_the_second_step_is_left_out_where_it_would_crowd_the_map() -> None:
    near = {f"n{number}": "" for number in range(4)}
    far = {f"f{number}": f"broader:n{number % 4}" for number in range(6)}
    of = glossary(a=" ".join(f"related:{id_}" for id_ in near), **near, **far)
    shown = found(of)
    assert shown is not None
    assert [concept.id for concept in shown.concepts] == ["a", *near]


def test_a_thicket_has_no_map() -> None:
    others = {f"b{number}": "" for number in range(MOST_CONCEPTS)}
    of = glossary(a=" ".join(f"narrower:{id_}" for id_ in others), **others)
    assert found(of) is None
    one_less = dict(list(others.items())[1:])
    assert found(glossary(a=" ".join(f"narrower:{i}" for i in one_less), **one_less)) is not None


def test_drafts_and_unknown_concepts_are_not_drawn() -> None:
    of = glossary(a="related:b related:c related:missing related:a", b="contrast:c", c="")
    draft = Concept(
        id="d", name="d", relations=((Relation.RELATED, "a"),), status=ConceptStatus.DRAFT
    )
    with_draft = Glossary(concepts=(*of.concepts, draft))
    assert links(with_draft) == {"a related b", "a related c", "b contrast c"}
