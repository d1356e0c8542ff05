"""Concepts joined with their names: look-up, names to show, what belongs together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sphinx_glossary_ext.catalogues import Catalogue
from sphinx_glossary_ext.catalogues.reading import CatalogueMessage
from sphinx_glossary_ext.glossary import Glossary, ShownName
from sphinx_glossary_ext.model import (
    Comparison,
    Concept,
    ConceptStatus,
    Coverage,
    Place,
    Relation,
    Span,
    Status,
)
from sphinx_glossary_ext.problems import ProblemKind

TERM, SHORT, SUBJECT = "glossary term", "glossary abbreviation", "glossary subject"


def concept(name: str, **properties: Any) -> Concept:
    """Return a concept with an id made of its name."""
    return Concept(**{"id": name.replace(" ", "-"), "name": name, **properties})


def catalogue(locale: str, messages: dict[str, str], context: str = TERM) -> Catalogue:
    """Return a catalogue; a msgid that starts with ``?`` is fuzzy."""
    path = Path(f"{locale}.po")
    found = {
        (context, msgid.lstrip("?")): CatalogueMessage(
            context, msgid.lstrip("?"), msgstr, fuzzy=msgid.startswith("?"), line=7, path=path
        )
        for msgid, msgstr in messages.items()
    }
    return Catalogue(locale, path, found)


CLIENT = concept("client", synonyms=("principal",), deprecated=("punter",))
OFFICE = concept("front office", abbreviation="FO")
RIVER = concept("bank", id="bank-river", qualifier="river")
MONEY = concept("bank", id="bank-money", qualifier="money")
WHO = concept("WHO", id="who", case_sensitive=True)
GHOST = concept("ghost", status=ConceptStatus.DRAFT)
GLOSSARY = Glossary(
    concepts=(CLIENT, OFFICE, RIVER, MONEY, WHO, GHOST),
    catalogues={
        "ja": catalogue(
            "ja",
            {"client": "クライアント | 依頼人《いらいにん》 | ~クライエント", "front office": "-"},
        ),
        "ko": catalogue("ko", {"?client": "고객", "front office": "매개 변수", "WHO": "누구"}),
    },
    languages=("fi",),
)


# ---- what there is


def test_locales_start_with_the_source_language() -> None:
    assert GLOSSARY.locales == ("en", "fi", "ja", "ko")


def test_a_draft_is_known_but_not_published() -> None:
    assert GLOSSARY.by_id["ghost"] is GHOST
    assert GHOST not in GLOSSARY.published


def test_of_two_with_one_id_the_first_by_place_counts() -> None:
    later = concept("client", docname="b", place=Place("b.rst", 1))
    first = concept("client", docname="a", place=Place("a.rst", 9))
    assert Glossary(concepts=(later, first)).by_id["client"] is first


# ---- look-up


@pytest.mark.parametrize(
    ("target", "locale", "expected"),
    [
        # an id, in every case
        ("front-office", "en", [OFFICE]),
        ("FRONT-OFFICE", "en", [OFFICE]),
        ("bank-river", "ja", [RIVER]),
        ("ghost", "en", [GHOST]),
        # a canonical name in every language
        ("Front Office", "ja", [OFFICE]),
        ("principal", "en", [CLIENT]),
        ("punter", "ja", [CLIENT]),
        ("fo", "en", [OFFICE]),
        # a name of the page's language, and of no other
        ("クライアント", "ja", [CLIENT]),
        ("クライエント", "ja", [CLIENT]),
        ("依頼人", "en", []),
        ("依頼人", "ko", []),
        ("매개변수", "ko", [OFFICE]),
        ("매개변수", "ja", []),
        # a name that is not approved leads there all the same
        ("고객", "ko", [CLIENT]),
        # several
        ("bank", "en", [RIVER, MONEY]),
        # with regard to case
        ("WHO", "en", [WHO]),
        ("Who", "en", []),
        ("", "en", []),
        ("nobody", "ja", []),
    ],
)
def test_find(target: str, locale: str, expected: list[Concept]) -> None:
    assert list(GLOSSARY.find(target, locale)) == expected


def test_an_id_comes_before_a_name() -> None:
    other = concept("other", synonyms=("client",))
    assert Glossary(concepts=(CLIENT, other)).find("client", "en") == (CLIENT,)


def test_a_canonical_name_comes_before_one_of_the_page() -> None:
    gift = concept("gift")
    poison = concept("poison")
    glossary = Glossary(
        concepts=(gift, poison), catalogues={"de": catalogue("de", {"poison": "Gift"})}
    )
    assert glossary.find("Gift", "de") == (gift,)


# ---- names to show


@pytest.mark.parametrize(
    ("of", "locale", "expected"),
    [
        (CLIENT, "en", ShownName("client", "en")),
        (CLIENT, "ja", ShownName("クライアント", "ja")),
        (CLIENT, "ko", ShownName("client", "en", coverage=Coverage.FUZZY)),
        (CLIENT, "fi", ShownName("client", "en", coverage=Coverage.MISSING)),
        (OFFICE, "ja", ShownName("front office", "en", coverage=Coverage.NO_EQUIVALENT)),
    ],
)
def test_name(of: Concept, locale: str, expected: ShownName) -> None:
    assert GLOSSARY.name(of, locale) == expected


@pytest.mark.parametrize(
    ("target", "locale", "shown", "shown_locale"),
    [
        ("client", "en", "client", "en"),
        ("Client", "en", "Client", "en"),
        ("principal", "en", "principal", "en"),
        ("client", "ja", "クライアント", "ja"),
        ("principal", "ja", "クライアント", "ja"),
        ("依頼人", "ja", "依頼人", "ja"),
        ("  依頼人 ", "ja", "依頼人", "ja"),
        ("client", "ko", "client", "en"),
    ],
)
def test_text_of_an_implicit_reference(
    target: str, locale: str, shown: str, shown_locale: str
) -> None:
    name = GLOSSARY.text(target, CLIENT, locale)
    assert (name.text, name.locale) == (shown, shown_locale)


def test_an_id_shows_the_name() -> None:
    assert GLOSSARY.text("front-office", OFFICE, "en").text == "front office"


def test_do_not_translate() -> None:
    brand = concept("Acme", do_not_translate=True)
    glossary = Glossary(concepts=(brand,), catalogues={"ja": catalogue("ja", {"Acme": "アクメ"})})
    assert glossary.name(brand, "ja") == ShownName("Acme", "ja")
    assert list(glossary.catalogue_problems()) == []


def test_abbreviation_and_subject() -> None:
    glossary = Glossary(
        concepts=(OFFICE,),
        catalogues={
            "ja": catalogue("ja", {"FO": "窓"}, SHORT),
            "fi": catalogue("fi", {"Business": "Kauppa"}, SUBJECT),
        },
    )
    assert glossary.abbreviation(OFFICE, "ja") == ShownName("窓", "ja")
    assert glossary.abbreviation(OFFICE, "en") == ShownName("FO", "en", coverage=Coverage.MISSING)
    assert glossary.abbreviation(CLIENT, "ja") is None
    assert glossary.subject("Business", "fi") == ShownName("Kauppa", "fi")
    assert glossary.subject("Business", "ja").text == "Business"


def test_every_short_form_is_a_name() -> None:
    glossary = Glossary(
        concepts=(OFFICE,),
        catalogues={"ja": catalogue("ja", {"FO": "窓 | 窓口 | ~前"}, SHORT)},
    )
    assert glossary.abbreviation(OFFICE, "ja") == ShownName("窓", "ja")
    assert [glossary.find(name, "ja") for name in ("窓", "窓口", "前")] == [(OFFICE,)] * 3
    found = [(r.name, str(r.status)) for r in glossary.renderings(OFFICE, "ja").names]
    assert found == [("窓", "admitted"), ("窓口", "admitted"), ("前", "deprecated")]


def test_short_forms_and_subjects_have_problems_too() -> None:
    business = concept("bank", subjects=("Business",))
    wrong = {("FO", SHORT): "窓 |", ("Business", SUBJECT): "~Kauppa"}
    for (msgid, context), msgstr in wrong.items():
        glossary = Glossary(
            concepts=(OFFICE, business),
            catalogues={"ja": catalogue("ja", {msgid: msgstr}, context)},
        )
        assert len(list(glossary.catalogue_problems())) == 1


def test_a_document_catalogue_serves_a_locale_without_terminology() -> None:
    paged = concept("client", docname="page")
    glossary = Glossary(
        concepts=(paged,),
        document_catalogues={("fi", "page"): catalogue("fi", {"client": "asiakas"}, "")},
        languages=("fi", "sv"),
    )
    assert glossary.name(paged, "fi") == ShownName("asiakas", "fi")
    assert glossary.name(paged, "sv").coverage is Coverage.MISSING


def test_definition_shows_names_in_the_language() -> None:
    office = concept(
        "office", definition=(Span("Where a "), Span("client", "client"), Span(" comes in."))
    )
    glossary = Glossary(concepts=(CLIENT, office), catalogues=GLOSSARY.catalogues)
    assert glossary.definition(office, "en") == "Where a client comes in."
    assert glossary.definition(office, "ja") == "Where a クライアント comes in."


def test_problems_of_catalogues_have_their_place() -> None:
    glossary = Glossary(
        concepts=(CLIENT,), catalogues={"fi": catalogue("fi", {"client": "asiakas | "})}
    )
    (problem,) = glossary.catalogue_problems()
    assert (problem.kind, problem.place) == (ProblemKind.EMPTY_NAME, Place("fi.po", 7))
    assert [r.name for r in glossary.renderings(CLIENT, "fi").names] == ["asiakas"]


# ---- what belongs together


def test_relations_show_on_both_sides() -> None:
    a = concept("a", relations=((Relation.BROADER, "b"), (Relation.REPLACED_BY, "c")))
    b = concept("b", relations=((Relation.NARROWER, "a"), (Relation.RELATED, "c")))
    c = concept("c")
    glossary = Glossary(concepts=(a, b, c))
    assert glossary.relations(a) == {Relation.BROADER: (b,), Relation.REPLACED_BY: (c,)}
    assert glossary.relations(b) == {Relation.NARROWER: (a,), Relation.RELATED: (c,)}
    assert glossary.relations(c) == {Relation.RELATED: (b,), Relation.REPLACES: (a,)}


def test_relations_to_drafts_to_itself_and_to_nobody_are_not_shown() -> None:
    draft = concept("draft", status=ConceptStatus.DRAFT, relations=((Relation.RELATED, "a"),))
    targets = ("draft", "a", "nobody")
    a = concept("a", relations=tuple((Relation.RELATED, target) for target in targets))
    assert Glossary(concepts=(a, draft)).relations(a) == {}


def test_comparisons_of_a_concept() -> None:
    pair = Comparison(id="p", targets=("client", "FO"))
    other = Comparison(id="o", targets=("principal", "nobody", "bank"))
    glossary = Glossary(concepts=GLOSSARY.concepts, comparisons=(pair, other))
    assert glossary.comparisons_of(CLIENT) == (other, pair)
    assert glossary.comparisons_of(OFFICE) == (pair,)
    assert glossary.comparisons_of(RIVER) == ()
    assert glossary.compared(other, "en") == (CLIENT,)
    assert glossary.find_comparison("p") is pair
    assert glossary.find_comparison("x") is None


def test_statuses_of_names_in_another_language() -> None:
    found = [(r.name, r.status) for r in GLOSSARY.renderings(CLIENT, "ja").names]
    assert found == [
        ("クライアント", Status.PREFERRED),
        ("依頼人", Status.ADMITTED),
        ("クライエント", Status.DEPRECATED),
    ]
