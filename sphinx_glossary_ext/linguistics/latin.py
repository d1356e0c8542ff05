"""The Latin script: what its letters are made of."""

from __future__ import annotations

from typing import Final

_STROKE: Final = "\u0335"

DECOMPOSITIONS: Final = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o\u0338",
        "đ": "d" + _STROKE,
        "ð": "d\u0336",
        "ħ": "h" + _STROKE,
        "ı": "i" + _STROKE,
        "ł": "l" + _STROKE,
        "ŋ": "n" + _STROKE,
        "ŧ": "t" + _STROKE,
        "ʒ": "z" + _STROKE,
        "þ": "th",
    }
)
"""Small letters that Unicode leaves whole, as base letters and combining marks.

As in the root collation (CLDR), except that ı, ŋ, ʒ and þ are letters of their own there; here
they stand where readers of another language look for them.
"""

MARKS: Final = (
    "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304"
)
"""The usual marks in the order of the root collation (CLDR): acute, grave, breve, circumflex…"""
