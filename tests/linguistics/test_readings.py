"""Where a reading stands over its name."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.linguistics.readings import read_over


@pytest.mark.parametrize(
    ("name", "reading", "expected"),
    [
        ("顧客", "こきゃく", (("顧客", "こきゃく"),)),
        ("お客様", "おきゃくさま", (("お", ""), ("客様", "きゃくさま"))),
        ("フロント部門", "フロントぶもん", (("フロント", ""), ("部門", "ぶもん"))),
        # kana of the reading may be of the other kind than those of the name
        ("フロント部門", "ふろんとぶもん", (("フロント", ""), ("部門", "ぶもん"))),
        ("取引先", "とりひきさき", (("取引先", "とりひきさき"),)),
        ("問い合わせ", "といあわせ", (("問", "と"), ("い", ""), ("合", "あ"), ("わせ", ""))),
        ("ITサービス", "アイティーサービス", (("IT", "アイティー"), ("サービス", ""))),
        # a reading that does not fit its name is shown as it is, over all of it
        ("顧客対応", "クライアント", (("顧客対応", "クライアント"),)),
        ("サービス料", "りょう", (("サービス料", "りょう"),)),
        ("カタカナ", "かたかな", (("カタカナ", ""),)),
    ],
)
def test_reading_over_name(name: str, reading: str, expected: object) -> None:
    assert read_over(name, reading) == expected


@pytest.mark.parametrize("end", ["", "い"])
def test_a_reading_that_does_not_fit_is_known_at_once(end: str) -> None:
    # with all ways of dividing it tried, this would take longer than anybody waits
    name, reading = "漢あ" * 200 + end, "かあ" * 400 + "え"
    assert read_over(name, reading) == ((name, reading),)


def test_the_last_kana_stand_at_the_end() -> None:
    assert read_over("取り切り", "とりきりきり") == (
        ("取", "と"),
        ("り", ""),
        ("切", "きりき"),
        ("り", ""),
    )
