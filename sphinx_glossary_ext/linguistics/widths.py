"""How much room a text takes in a line, roughly, and where it can be broken.

Browsers know exactly, but they are asked too late: a drawing is laid out before its font is known.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS: Final = "…"
_JOINER: Final = "\N{ZERO WIDTH JOINER}"
_ATTACHED: Final = frozenset({"Mn", "Me", "Mc", "Cf"})
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
_NARROW: Final = frozenset("fijlrtI.,:;|!'`()[]-/ ")
_BROAD: Final = frozenset("mwMWÆŒ@%—")
_KANJI: Final = r"㐀-鿿\U00020000-\U0003ffff"
_WORD_ENDS: Final = re.compile(
    rf"(?<=[ -])|(?<=[ぁ-ヿ])(?=[{_KANJI}])|(?<=[ぁ-ゖ{_KANJI}])(?=[ァ-ヺ])|(?=[（「])"
)
"""After spaces and hyphens, before full-width brackets, and where kana turn into kanji or other
characters of Japanese into katakana."""
_TOO_LONG: Final = 1.3
"""How many times as wide as a line a word has to be to be cut."""


def width(text: str) -> float:
    """Return the width of *text* in em, with some room to spare in common fonts.

    East Asian characters fill a square (UAX 11); the rest are those of a sans-serif font.
    """
    return sum(map(_cluster_width, clusters(text)))


def clusters(text: str) -> Iterator[str]:
    """Yield what readers take for characters: a letter with its accents, an emoji of several.

    The rules of UAX 29 as far as names need them: what is yielded can be cut apart safely.
    """
    cluster = ""
    for char in text:
        if cluster and not _continues(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def wrap(text: str, limit: float, most: int) -> list[str]:
    """Return *text* in at most *most* lines of *limit* em, what is left over as an ellipsis.

    Lines end at spaces, after hyphens and between the scripts of Japanese. A word that is a little
    longer than a line stays whole; one that is far longer ends anywhere.
    """
    lines = [""]
    for piece in _pieces(text, limit):
        if lines[-1] and width((lines[-1] + piece).rstrip()) > limit:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    lines = [line.rstrip() for line in lines if line.strip()]
    if len(lines) > most:
        last = list(clusters(lines[most - 1]))
        while last and width("".join(last)) > limit - 1:
            last.pop()
        lines = [*lines[: most - 1], "".join(last).rstrip() + ELLIPSIS]
    return lines


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter with a direction says so (UAX 9, rules P2 and P3)."""
    directions = map(unicodedata.bidirectional, text)
    return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"


def _continues(cluster: str, char: str) -> bool:
    code = ord(char)
    return (
        cluster.endswith(_JOINER)
        or unicodedata.category(char) in _ATTACHED
        or code in _SKIN_TONES
        or (code in _FLAG_LETTERS and len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS)
    )


@cache
def _cluster_width(cluster: str) -> float:
    first = cluster[0]
    if unicodedata.east_asian_width(first) in "WF" or ord(first) in _FLAG_LETTERS:
        return 1.0 if ord(first) < 0x1F000 else 1.4
    if first in _NARROW:
        return 0.36
    if first in _BROAD:
        return 0.95
    return 0.72 if first.isupper() else 0.6


def _pieces(text: str, limit: float) -> Iterator[str]:
    """Yield the parts of *text* between which a line can end; spaces stay with what they follow."""
    for word in _WORD_ENDS.split(text):
        if width(word) <= limit * _TOO_LONG:
            yield word
        else:
            yield from clusters(word)
