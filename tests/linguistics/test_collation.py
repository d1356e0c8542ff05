"""Orders and headings, against those of CLDR."""

import random
import tomllib
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import pytest

from sphinx_glossary_ext.linguistics import with_icu
from sphinx_glossary_ext.linguistics.alphabet import SYMBOLS_HEADING, UNREAD_HEADING
from sphinx_glossary_ext.linguistics.collation import ORDERS, heading, sort_key

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
HEADINGS = [
    (locale, name, expected)
    for locale, headings in CASES["heading"].items()
    for expected, names in headings.items()
    for name in names
]
LOCALES = ["en", "fi", "ja", "ko", "sv"]


def names_of(case):
    return [(entry, "") if isinstance(entry, str) else tuple(entry) for entry in case["names"]]


def shuffled(names):
    return random.Random(3).sample(names, len(names))


def mixed_names():
    """Names of one to four letters of every script, with what can stand before and between."""
    letters = (
        "abzAÅåäöüéßæøþđı"  # Latin
        "άβωςЖйя"
        "가각까나힣ㄱㄲ"
        "あァかがガゃんーゞ"
        "顧客々"
        "09٣ .-&'’(„€\u0301\u00ad"
    )
    draw = random.Random(7)
    return sorted({"".join(draw.choices(letters, k=draw.randint(1, 4))) for _ in range(6000)})


@pytest.mark.parametrize("case", CASES["order"], ids=lambda case: case["title"])
def test_order(case):
    names = names_of(case)
    assert sorted(shuffled(names), key=lambda name: sort_key(*name, case["locale"])) == names


@pytest.mark.parametrize(("locale", "name", "expected"), HEADINGS)
def test_heading(locale, name, expected):
    assert heading(name, "", locale) == expected


def test_a_reading_decides_the_heading():
    assert heading("顧客", "こきゃく", "ja") == "か"
    assert heading("顧客", "고객", "ko") == "ㄱ"
    assert heading("顧客", "gùkè", "en") == "G"


@pytest.mark.parametrize("locale", LOCALES)
def test_sorted_names_come_heading_by_heading(locale):
    names = sorted(mixed_names(), key=lambda name: sort_key(name, "", locale))
    headings = [found for found, _ in groupby(heading(name, "", locale) for name in names)]
    assert len(headings) == len(set(headings)) > 25
    assert headings[0] == SYMBOLS_HEADING
    assert headings[-1] == UNREAD_HEADING


@pytest.mark.parametrize("locale", LOCALES)
def test_no_two_names_have_equal_keys(locale):
    names = mixed_names()
    assert len({sort_key(name, "", locale) for name in names}) == len(names)


def test_a_tie_is_broken_by_the_name():
    assert sort_key("会議", "かいぎ", "ja") < sort_key("怪疑", "かいぎ", "ja")


# Locales that no other test names: orders are remembered.
@pytest.mark.parametrize("locale", ["en_NZ", "da", "qaa"])
def test_order_without_icu_is_the_english_one(locale, monkeypatch):
    monkeypatch.setattr(with_icu, "importlib", SimpleNamespace(import_module=missing))
    for name in ("Åse", "zoom", "顧客"):
        assert sort_key(name, "", locale) == sort_key(name, "", "en")
        assert heading(name, "", locale) == heading(name, "", "en")


def missing(name):
    raise ImportError(name)


@pytest.fixture
def swedish():
    """Return the order of a language that only ICU knows; PyICU is not installed everywhere."""
    pytest.importorskip("icu")
    order = with_icu.icu_order("sv_SE", ORDERS["en"])
    assert order is not None
    return order


def test_icu_is_not_asked_for_what_is_no_locale():
    pytest.importorskip("icu")
    assert with_icu.icu_order("not a locale!", ORDERS["en"]) is None


def test_order_by_icu(swedish):
    expected = ["#1", "2FA", "ali", "zon", "åka", "ära", "öl", "яма", "가게", "顧客"]
    placed = sorted(shuffled(expected), key=lambda name: swedish.place(name)[1:])
    assert placed == expected
    assert [swedish.place(name).heading for name in placed] == [*"##AZÅÄÖЯㄱ…"]


def fake_icu():
    """Return as much of PyICU as is used: a language of the letters B and A, in that order."""
    labels = [("…", 1), ("B", 0), ("A", 0), ("…", 3)]
    buckets = SimpleNamespace(
        getBucket=labels.__getitem__,
        getBucketIndex=lambda text: {"b": 1, "a": 2}.get(text[0], 0 if text < "a" else 3),
    )
    return SimpleNamespace(
        Locale={"xx_YY": SimpleNamespace(isBogus=lambda: False)}.__getitem__,
        Collator=SimpleNamespace(
            createInstance=lambda _: SimpleNamespace(getSortKey=lambda text: text.encode())
        ),
        AlphabeticIndex=lambda _: SimpleNamespace(buildImmutableIndex=lambda: buckets),
    )


def test_other_orders_stand_around_that_of_icu(monkeypatch):
    monkeypatch.setattr(with_icu, "importlib", SimpleNamespace(import_module=lambda _: fake_icu()))
    order = with_icu.icu_order("xx-YY", ORDERS["en"])
    assert order is not None
    names = ["?", "5", "ba", "bb", "ab", "c", "ж", "가", "顧"]
    assert sorted(shuffled(names), key=lambda name: order.place(name)[1:]) == names
    assert [order.place(name).heading for name in names] == [*"##BBACЖㄱ…"]
