"""The index: in the order and under the headings of the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_glossary_ext.catalogues import Catalogue
from sphinx_glossary_ext.catalogues.reading import CatalogueMessage
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.index import coverage, grouped
from sphinx_glossary_ext.model import Concept, ConceptStatus, Coverage

TERM = "glossary term"
NAMES = {
    "ja": {
        "client": "顧客《こきゃく》",
        "bank": "銀行《ぎんこう》",
        "apple": "林檎《りんご》",
        "egg": "",
    },
    "fi": {"client": "äiti", "bank": "zeniitti", "apple": "omena", "egg": "åland"},
    "ko": {"client": "나라", "bank": "가나", "apple": "-", "?egg": "달걀"},
}


def catalogue(locale: str) -> Catalogue:
    """Return the catalogue of *locale*."""
    messages = {
        (TERM, msgid.lstrip("?")): CatalogueMessage(
            TERM, msgid.lstrip("?"), msgstr, fuzzy=msgid.startswith("?")
        )
        for msgid, msgstr in NAMES[locale].items()
    }
    return Catalogue(locale, Path(f"{locale}.po"), messages)


GLOSSARY = Glossary(
    concepts=(
        Concept(id="client", name="client", subjects=("Business",)),
        Concept(id="bank", name="bank", subjects=("Business", "Finance")),
        Concept(id="apple", name="apple"),
        Concept(id="egg", name="egg", subjects=("Food",)),
        Concept(id="ghost", name="ghost", status=ConceptStatus.DRAFT),
    ),
    catalogues={locale: catalogue(locale) for locale in NAMES},
)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", [("A", ["apple"]), ("B", ["bank"]), ("C", ["client"]), ("E", ["egg"])]),
        ("fi", [("O", ["apple"]), ("Z", ["bank"]), ("Å", ["egg"]), ("Ä", ["client"])]),
        ("ko", [("ㄱ", ["bank"]), ("ㄴ", ["client"]), ("A", ["apple"]), ("E", ["egg"])]),
    ],
)
def test_order_and_headings(locale: str, expected: list[tuple[str, list[str]]]) -> None:
    found = [(g.heading, [c.id for c in g.concepts]) for g in grouped(GLOSSARY, locale)]
    assert found == expected


def test_japanese_is_ordered_by_reading() -> None:
    found = [(g.heading, [c.id for c in g.concepts]) for g in grouped(GLOSSARY, "ja")]
    kana = [group for group in found if group[0] in {"か", "ら"}]
    assert kana == [("か", ["bank", "client"]), ("ら", ["apple"])]
    assert ("E", ["egg"]) in found


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"subjects": ("Business",)}, ["bank", "client"]),
        ({"subjects": ("Food", "Finance")}, ["bank", "egg"]),
        ({"subjects": ("Nothing",)}, []),
        ({"letters": ("A", "C")}, ["apple", "client"]),
        ({"letters": ("C",), "subjects": ("Food",)}, []),
    ],
)
def test_choice(choice: dict[str, tuple[str, ...]], expected: list[str]) -> None:
    found = [c.id for group in grouped(GLOSSARY, "en", **choice) for c in group.concepts]
    assert found == expected


def test_coverage() -> None:
    by_locale = {found.locale: found for found in coverage(GLOSSARY, ("en", "ja", "ko"))}
    assert by_locale["ko"].counts == {
        Coverage.APPROVED: 2,
        Coverage.FUZZY: 1,
        Coverage.MISSING: 0,
        Coverage.NO_EQUIVALENT: 1,
    }
    assert (by_locale["ko"].total, by_locale["ko"].settled) == (4, 3)
    assert (by_locale["ja"].settled, by_locale["en"].settled) == (3, 4)


def test_coverage_of_some_concepts() -> None:
    (found,) = coverage(GLOSSARY, ("ko",), [GLOSSARY.by_id["egg"]])
    assert (found.total, found.settled) == (1, 0)


def test_coverage_of_nothing() -> None:
    (found,) = coverage(GLOSSARY, ("ko",), [])
    assert (found.total, found.settled) == (0, 0)
