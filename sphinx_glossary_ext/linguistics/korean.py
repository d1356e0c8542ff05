"""Korean: initial consonants as the headings of an index."""

from __future__ import annotations

from typing import Final

_FIRST_INITIAL: Final = "\u1100"
_HEADINGS: Final = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The heading of each of the 19 modern initials; doubled ones stand under the plain one (CLDR)."""


def heading_of_jamo(jamo: str) -> str:
    r"""Return the consonant under which a syllable stands that begins with *jamo*.

    :param jamo: a conjoining jamo, as NFD gives it; one that begins no modern syllable is its
        own heading

    >>> heading_of_jamo("\u1100"), heading_of_jamo("\u1101")
    ('ㄱ', 'ㄱ')
    """
    position = ord(jamo) - ord(_FIRST_INITIAL)
    return _HEADINGS[position] if 0 <= position < len(_HEADINGS) else jamo
