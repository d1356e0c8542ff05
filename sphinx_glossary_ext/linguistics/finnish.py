"""Finnish: å ä ö are letters of their own, at the end of the alphabet."""

from __future__ import annotations

from typing import Final

LETTERS_AFTER_Z: Final = "åäö"
"""The last letters of the alphabet, in their order (CLDR, ``fi``, standard)."""

VARIANTS: Final = {
    "æ": "ä\u0338",
    "ø": "ö\u0338",
    "ü": "y\u0308",
    "ű": "y\u030b",
}
"""Foreign letters, as the letter and the mark under which CLDR's ``fi`` sorts them.

The older rule that made w a variant of v is CLDR's ``fi-u-co-trad``, and not followed.
"""
