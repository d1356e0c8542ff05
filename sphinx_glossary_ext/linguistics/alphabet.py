"""An order of letters: where a text stands, and under which heading.

Texts are compared as the Unicode Collation Algorithm (UTS #10) does it, level by level: first
the letters, then their marks, then case and size. It is written for four languages and their
neighbours; where it differs from CLDR, the tables say so.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from sphinx_glossary_ext.linguistics import japanese, korean, latin
from sphinx_glossary_ext.linguistics.scripts import Script, in_order, script_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SYMBOLS_HEADING: Final = "#"
"""The heading of digits and symbols."""

UNREAD_HEADING: Final = "…"
"""The heading of Chinese characters whose reading is not known.

No word, so it needs no translation: it is the label that ICU's ``AlphabeticIndex`` gives to what
comes after the last letter.
"""

_SYMBOLS: Final = " _-‐–—,、;:!¡?¿.。・·'\"‹›«»()[]{}「」『』§¶@*/\\&#%†‡•`^°©®←→+±÷×<=>¬|~ー$£¥€"
"""Symbols in the order of the root collation (CLDR); others follow by code point."""

_QUOTATION_MARKS: Final = str.maketrans("‘’‚“”„", "'''\"\"\"")
"""Curved marks, which the root collation does not tell from straight ones at first."""

_LETTER: Final = "\x01"
"""On the second level, a letter before its marks: lower than any mark."""


class Placement(NamedTuple):
    """Where a text stands: its heading, and what is compared, level by level."""

    heading: str
    primary: str
    secondary: str
    tertiary: str


class Order(Protocol):
    """A way of ordering texts."""

    def place(self, text: str) -> Placement:
        """Return where *text* stands."""


class Alphabet:
    """An order of our own: a page's scripts first, and the letters of its language.

    :param scripts: the scripts in which the language is written, in their order
    :param letters_after_z: small letters of the Latin script that follow z, in their order
    :param variants: small letters compared as another letter and a combining mark
    """

    def __init__(
        self,
        scripts: Sequence[Script],
        *,
        letters_after_z: str = "",
        variants: Mapping[str, str] | None = None,
    ) -> None:
        # A weight is two characters, the script's rank and the letter's place in it, so that
        # weights can be joined into one string and still compare one by one.
        self._ranks = {script: chr(rank) for rank, script in enumerate(in_order(scripts))}
        self._after_z = {letter: chr(ord("z") + n) for n, letter in enumerate(letters_after_z, 1)}
        self._variants = {**{letter: letter for letter in letters_after_z}, **(variants or {})}
        self._placements: dict[str, Placement] = {}

    def place(self, text: str) -> Placement:
        """Return where *text* stands: under the heading of its first letter that has one."""
        normal = japanese.spell_out_marks(unicodedata.normalize("NFKC", text))
        placements = [self._placements.get(char) or self._note(char) for char in normal]
        return Placement(
            next((p.heading for p in placements if p.heading), SYMBOLS_HEADING),
            "".join([p.primary for p in placements]),
            "".join([p.secondary for p in placements]),
            "".join([p.tertiary for p in placements]),
        )

    def _note(self, char: str) -> Placement:
        """Work out and remember the placement of one character."""
        parts = self._spell(char)
        letters = [part for part in parts if not unicodedata.combining(part)]
        placement = self._placements[char] = Placement(
            _heading(letters[0]) if letters else "",
            "".join(map(self._weight, letters)),
            "".join(_mark(part) if unicodedata.combining(part) else _LETTER for part in parts),
            _size(char) * len(letters),
        )
        return placement

    def _spell(self, char: str) -> str:
        """Return *char* as small base letters and combining marks."""
        if unicodedata.category(char) == "Cf":
            return ""
        folded = char.casefold()
        if folded in self._variants:
            return self._variants[folded]
        return unicodedata.normalize("NFKD", folded).translate(latin.DECOMPOSITIONS)

    def _weight(self, letter: str) -> str:
        """Return the weight of a base letter on the first level."""
        script = script_of(letter)
        return self._ranks[script] + (self._after_z.get(letter) or _place_in(script, letter))


def _heading(letter: str) -> str:
    """Return the heading of a base letter."""
    match script_of(letter):
        case Script.SYMBOL | Script.DIGIT:
            return SYMBOLS_HEADING
        case Script.HANGUL:
            return korean.heading_of_jamo(letter)
        case Script.KANA:
            return japanese.row(japanese.base_kana(letter))
        case Script.HAN:
            return UNREAD_HEADING
        case _:
            # Not upper(): Georgian capitals are for whole lines in capitals.
            return letter.title()


def _place_in(script: Script, letter: str) -> str:
    """Return a character that stands where *letter* stands within its script."""
    match script:
        case Script.SYMBOL:
            plain = letter.translate(_QUOTATION_MARKS)
            return chr(_SYMBOLS.index(plain)) if plain in _SYMBOLS else plain
        case Script.DIGIT:
            return str(unicodedata.digit(letter, letter))
        case Script.KANA:
            return japanese.base_kana(letter)
        case _:
            return letter


def _mark(mark: str) -> str:
    """Return the weight of a combining mark on the second level."""
    position = latin.MARKS.find(mark)
    return mark if position < 0 else chr(ord(_LETTER) + 1 + position)


def _size(char: str) -> str:
    """Return the third level: small letters, in kana as in other scripts, come first."""
    if script_of(char) is Script.KANA:
        return "0" if japanese.is_small(char) else "1"
    return "0" if char == char.casefold() else "1"
