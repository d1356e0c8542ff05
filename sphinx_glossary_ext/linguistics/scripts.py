"""Scripts, as far as the order of an index tells them apart."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence


class Script(Enum):
    """A script, in the order in which they follow each other (CLDR's root collation).

    Chinese characters alone are moved: without a reading nobody knows where they belong, so they
    come last on every page.
    """

    SYMBOL = auto()
    DIGIT = auto()
    LATIN = auto()
    OTHER = auto()
    HANGUL = auto()
    KANA = auto()
    HAN = auto()


_RANGES: Final = (
    (0x1100, 0x11FF, Script.HANGUL),
    (0x3005, 0x3007, Script.HAN),  # 々 〆 〇
    (0x3041, 0x3096, Script.KANA),
    (0x30A1, 0x30FA, Script.KANA),
    (0x3400, 0x4DBF, Script.HAN),
    (0x4E00, 0x9FFF, Script.HAN),
    (0xA960, 0xA97F, Script.HANGUL),
    (0xAC00, 0xD7FF, Script.HANGUL),
    (0xF900, 0xFAFF, Script.HAN),
    (0x20000, 0x3FFFF, Script.HAN),
)
"""The blocks of Unicode that decide by themselves."""


def script_of(char: str) -> Script:
    """Return the script of *char*.

    >>> script_of("한").name, script_of("7").name, script_of("д").name, script_of("&").name
    ('HANGUL', 'DIGIT', 'OTHER', 'SYMBOL')
    """
    code = ord(char)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    if char.isnumeric():
        return Script.DIGIT
    # Modifier letters are marks beside letters, such as the Hawaiian okina.
    if not unicodedata.category(char).startswith(("L", "M")) or unicodedata.category(char) == "Lm":
        return Script.SYMBOL
    return Script.LATIN if unicodedata.name(char, "").startswith("LATIN") else Script.OTHER


def in_order(first: Sequence[Script]) -> tuple[Script, ...]:
    """Return every script: symbols and digits, then the page's own *first*, then the others."""
    return tuple(dict.fromkeys((Script.SYMBOL, Script.DIGIT, *first, *Script)))
