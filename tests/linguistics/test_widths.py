"""How wide texts are, and where they are broken."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.linguistics.widths import clusters, is_right_to_left, width, wrap

FAMILY = "👩\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧"
FLAG = "🇫🇮"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab", ["a", "b"]),
        ("e\N{COMBINING ACUTE ACCENT}x", ["e\N{COMBINING ACUTE ACCENT}", "x"]),
        (f"{FAMILY}!", [FAMILY, "!"]),
        (f"{FLAG}{FLAG}", [FLAG, FLAG]),
        ("👍🏽a", ["👍🏽", "a"]),
        ("", []),
    ],
)
def test_what_readers_take_for_one_character_stays_whole(text: str, expected: list[str]) -> None:
    assert list(clusters(text)) == expected


def test_wide_characters_count_as_such() -> None:
    assert width("顧客") == 2
    assert width("ill") < width("abc") < width("WWW") < width("客客客")
    assert width(FAMILY) == width("👩")
    assert width("e\N{COMBINING ACUTE ACCENT}") == width("e")
    assert width("") == 0


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("client", 4, ["client"]),
        ("institutional client abroad", 7.5, ["institutional", "client abroad"]),
        ("client-facing role", 6, ["client-", "facing role"]),
        ("機関投資家としての顧客", 9, ["機関投資家としての", "顧客"]),
        ("기관 투자자 고객", 7, ["기관 투자자", "고객"]),
        ("カスタマーサービス担当者", 11, ["カスタマーサービス", "担当者"]),
        ("資産運用アドバイザー", 9, ["資産運用", "アドバイザー"]),
        ("顧客（customer）", 7, ["顧客", "（customer）"]),
        ("", 5, []),
        ("  ", 5, []),
    ],
)
def test_lines_end_where_the_script_lets_them(text: str, limit: float, expected: list[str]) -> None:
    assert wrap(text, limit, 3) == expected


@pytest.mark.parametrize("word", ["ファイナンシャルアドバイザー", "tapahtumasuunnittelija"])
def test_a_word_a_little_longer_than_a_line_stays_whole(word: str) -> None:
    assert width(word) > 11
    assert wrap(word, 11, 3) == [word]


def test_a_word_far_longer_than_a_line_ends_anywhere() -> None:
    assert wrap("プロジェクトマネジメント", 9, 3) == ["プロジェクトマネジ", "メント"]
    assert wrap("人力資源社会保障部長官辦公室", 8, 3) == ["人力資源社会保障", "部長官辦公室"]


def test_what_does_not_fit_becomes_an_ellipsis() -> None:
    lines = wrap("x" * 200, 10, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("x…")
    assert all(width(line) <= 10 for line in lines)


def test_an_ellipsis_cuts_no_character_apart() -> None:
    lines = wrap(FAMILY * 20, 5, 2)
    assert "".join(lines).removesuffix("…").replace(FAMILY, "") == ""


def test_nothing_is_lost_where_all_fits() -> None:
    text = "a name of several words, and-a-few hyphens 顧客 고객 " + FAMILY
    assert "".join("".join(wrap(text, 6, 99)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("לקוח (x)", True), ("(עميل)", True), ("x לקוח", False), ("123 x", False), ("", False)],
)
def test_the_first_letter_gives_the_direction(text: str, *, expected: bool) -> None:
    assert is_right_to_left(text) is expected
