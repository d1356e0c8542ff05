"""Entries in the words of schema.org, from plain values."""

from __future__ import annotations

from typing import Any, Final

import pytest
from exchange.samples import CLIENT, CUSTOMER, GLOSSARY, KEPT, OLD

from sphinx_glossary_ext.exchange.schema_org import defined_term, defined_term_set, document

THING: Final = frozenset(
    {
        *("additionalType", "alternateName", "description", "disambiguatingDescription"),
        *("identifier", "image", "mainEntityOfPage", "name", "owner", "potentialAction"),
        *("sameAs", "subjectOf", "url"),
    }
)
"""What schema.org says of everything (https://schema.org/Thing)."""

PROPERTIES: Final = {
    "DefinedTerm": THING | {"about", "inDefinedTermSet", "termCode"},
    # of the many properties of a creative work, those that a glossary could have
    "DefinedTermSet": THING | {"hasDefinedTerm", "inLanguage", "license", "publisher", "version"},
}
KEYWORDS: Final = {"@type", "@id"}

HERE: Final = "https://example.org/ja/"
SET: Final = f"{HERE}glossary-index.html#glossary-index"


def term(concept: Any, locale: str = "ja", url: str = "") -> dict[str, Any]:
    return defined_term(GLOSSARY, concept, locale, id_=f"#{concept.anchor}", set_id=SET, url=url)


def test_an_entry_in_its_page_s_language() -> None:
    assert term(CLIENT, url=f"{HERE}client.html#term-client") == {
        "@type": "DefinedTerm",
        "@id": "#term-client",
        "name": {"@language": "ja", "@value": "クライアント"},
        "termCode": "client",
        "inDefinedTermSet": {"@id": SET},
        # the short form and the other name in use; the one to avoid is no alias
        "alternateName": [
            {"@language": "ja", "@value": "ＣＬ"},
            {"@language": "ja", "@value": "依頼人"},
        ],
        # not translated: so it is not in the language of the page
        "description": {"@language": "en", "@value": "Not a Customer, nor an x"},
        # only what a browser can open
        "sameAs": ["https://example.org/client"],
        "url": f"{HERE}client.html#term-client",
    }


def test_an_entry_in_the_source_language() -> None:
    assert term(CLIENT, "en")["name"] == {"@language": "en", "@value": "client"}
    assert term(CLIENT, "en")["alternateName"] == [
        {"@language": "en", "@value": "CL"},
        {"@language": "en", "@value": "principal"},
    ]


def test_a_name_that_is_not_approved_is_the_canonical_one() -> None:
    found = term(CUSTOMER)
    assert found["name"] == {"@language": "en", "@value": "customer"}
    assert found["description"]["@language"] == "ja"
    assert found["description"]["@value"].startswith("買う")
    assert "alternateName" not in found


def test_what_is_not_there_is_left_out() -> None:
    assert term(OLD, "pt_BR").keys() == {
        "@type", "@id", "name", "termCode", "inDefinedTermSet",
    }  # fmt: skip


def test_the_set_has_the_language() -> None:
    assert defined_term_set(id_=SET, name="Tea & <b>", locale="pt_BR", url="") == {
        "@type": "DefinedTermSet",
        "@id": SET,
        "name": "Tea & <b>",
        "inLanguage": "pt-BR",
    }
    assert defined_term_set(id_=SET, name="Tea", locale="ja", url=SET)["url"] == SET


@pytest.mark.parametrize("locale", GLOSSARY.locales)
def test_every_property_is_one_of_schema_org(locale: str) -> None:
    things = [
        defined_term_set(id_=SET, name="Tea", locale=locale, url=SET),
        *(term(concept, locale, url=SET) for concept in GLOSSARY.published),
    ]
    written = document(things)
    assert written.keys() == {"@context", "@graph"}
    assert written["@context"] == "https://schema.org"
    assert len(written["@graph"]) == 1 + len(GLOSSARY.published)
    for thing in written["@graph"]:
        assert thing.keys() - KEYWORDS <= PROPERTIES[thing["@type"]]
        assert thing["name"]
        for value in thing.values():
            for text in value if isinstance(value, list) else [value]:
                # strings are addresses, codes and the project's name; all else has its language
                assert isinstance(text, str) or text.keys() in (
                    {"@language", "@value"},
                    {"@id"},
                )


def test_a_name_stays_a_value() -> None:
    assert term(KEPT, "pt_BR")["name"]["@value"] == KEPT.name
