"""Japanese: kana as JIS X 4061 and CLDR compare them, and the rows of the kana table."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final

_ROWS: Final = "あかさたなはまやらわ"

_COLUMNS: Final = {
    "ァ": "あかさたなはまやらわ",
    "ィ": "いきしちにひみりゐ",
    "ゥ": "うくすつぬふむゆる",
    "ェ": "えけせてねへめれゑ",
    "ォ": "おこそとのほもよろを",
}
_VOWELS: Final = {kana: vowel for vowel, column in _COLUMNS.items() for kana in column}

_LARGE: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_HIRAGANA: Final = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}

_MARKS: Final = re.compile("[ーゝゞヽヾ]")
_VOICING: Final = "\u3099"


def is_small(kana: str) -> bool:
    """Tell whether *kana* is a small one, as ゃ or ッ."""
    return ord(_plain(kana)) in _LARGE


def base_kana(kana: str) -> str:
    """Return the large unvoiced hiragana that *kana* is compared as.

    >>> base_kana("ガ"), base_kana("ッ")
    ('か', 'つ')
    """
    return _plain(kana).translate(_LARGE)


def row(kana: str) -> str:
    """Return the first kana of the row in which the base form *kana* stands.

    >>> row("し"), row("ん")
    ('さ', 'わ')
    """
    return _ROWS[bisect_right(_ROWS, kana) - 1]


def spell_out_marks(text: str) -> str:
    """Write a long vowel as its small vowel, and an iteration mark as the kana it repeats.

    A mark after anything but the kana that it needs stays what it is.

    :param text: a name in NFKC

    >>> spell_out_marks("サーバー"), spell_out_marks("すゝむ")
    ('サァバァ', 'すすむ')
    """
    if not _MARKS.search(text):
        return text
    spelled: list[str] = []
    for char in text:
        before = base_kana(spelled[-1]) if spelled and spelled[-1] != _VOICING else ""
        spelled += _spell_out(char, before)
    return "".join(spelled)


def _spell_out(char: str, before: str) -> str:
    """Return what *char* stands for after the base kana *before*."""
    if char == "ー":
        return _VOWELS.get(before, char)
    if "ぁ" <= before <= "ん":
        if char in "ゝヽ":
            return before
        if char in "ゞヾ":
            return before + _VOICING
    return char


def _plain(kana: str) -> str:
    """Return *kana* as unvoiced hiragana, small if it is small."""
    return unicodedata.normalize("NFD", kana)[0].translate(_HIRAGANA)
