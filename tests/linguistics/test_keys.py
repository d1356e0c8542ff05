"""When two names are one."""

import sys
import unicodedata

import pytest

from sphinx_glossary_ext.linguistics.keys import same_name, term_key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Client-Facing", "client facing"),
        ("client\u2010facing", "client\u2011facing"),
        ("client‑facing", "client  facing"),
        ("client - facing", "client-facing"),
        (" front\toffice\n", "Front Office"),
        ("front\u00a0office", "front office"),
        ("Straße", "STRASSE"),
        ("İstanbul", "i̇stanbul"),
        ("Caf\u00e9", "cafe\u0301"),
        ("ｻｰﾊﾞ", "サーバ"),
        ("ＡＰＩ", "api"),
        ("data\u00adbase", "database"),
        ("לקוח\u200f", "לקוח"),
        ("\u2068front\u200e-office\u2069", "front office"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ],
)
def test_one_name(a, b):
    assert same_name(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("C", "C--"),
        ("NET", ".NET"),
        ("R&D", "RD"),
        ("が", "か"),
        ("サーバ", "サーバー"),
        ("さくら", "サクラ"),
        ("kassa", "kässä"),
        ("resume", "résumé"),
        ("asiakas", "asiakas-"),
        ("able", "-able"),
        ("frontoffice", "front office"),
        ("매개 변수", "매개변수"),
    ],
)
def test_two_names(a, b):
    assert not same_name(a, b)


@pytest.mark.parametrize("locale", ["ko", "ko_KR", "ko-KR", "KO"])
def test_in_korean_spaces_do_not_count(locale):
    assert same_name("매개 변수", "매개변수", locale)
    assert same_name("매개-변수", "매개변수", locale)
    assert not same_name("매개 변수", "매개 변인", locale)


@pytest.mark.parametrize("locale", ["", "en", "kok", "ja_KR"])
def test_elsewhere_they_do(locale):
    assert not same_name("매개 변수", "매개변수", locale)


@pytest.mark.parametrize(("name", "key"), [("", ""), ("  ", ""), ("-", "-"), (" C++ ", "c++")])
def test_key(name, key):
    assert term_key(name) == key


def test_the_key_of_a_key_is_itself():
    characters = map(chr, range(sys.maxunicode + 1))
    names = [f"a {char}b" for char in characters if unicodedata.category(char) not in ("Cn", "Cs")]
    assert [name for name in names if term_key(term_key(name)) != term_key(name)] == []
