"""When two names are the same name: the one place that decides."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from sphinx_glossary_ext.linguistics.locales import language_of

_JOINT: Final = re.compile(r"(?<=[^\s-])[\s-]+(?=[^\s-])")
"""White space and hyphens between two parts of a name.

Hyphens at either end are none: they make a combining form (``asiakas-``) or part of the name
itself (``C--``), and such a name is not the one without them.
"""

_DIRECTIONS: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""The characters that tell the direction of those beside them (UAX 9, section 2)."""

_SPELLING: Final = {
    0x2010: "-",  # HYPHEN; NFKC has made it of U+2011, NON-BREAKING HYPHEN, too
    # Invisible, and pasted along unnoticed. ZWJ and ZWNJ are not here: Persian spells with them.
    0x00AD: None,
    0x200B: None,
    0x2060: None,
    0xFEFF: None,
    **dict.fromkeys(_DIRECTIONS),
}


def term_key(name: str, locale: str = "") -> str:
    """Return the key under which *name* is looked up; equal keys mean the same name.

    Case and width do not count (NFKC and full case folding, as Unicode's NFKC_Casefold), nor does
    a hyphen for a space. Everything that compares names comes through here, so what a language
    adds (spelling variants, inflection) is added here.

    :param name: a name as somebody wrote it
    :param locale: the locale whose rules apply; in Korean spaces do not count at all

    >>> term_key("STRASSE") == term_key(" Straße ")
    True
    >>> term_key("Client-Facing"), term_key("매개 변수", "ko_KR")
    ('client facing', '매개변수')
    """
    key = _fold(name)
    return key.replace(" ", "") if language_of(locale) == "ko" else key


def same_name(a: str, b: str, locale: str = "") -> bool:
    """Tell whether *a* and *b* are one name by the rules of *locale*.

    >>> same_name("front office", "Front-Office"), same_name("C", "C++")
    (True, False)
    """
    return a == b or term_key(a, locale) == term_key(b, locale)


@lru_cache(maxsize=2**10)  # one name is asked for several times in a row; all would be megabytes
def _fold(name: str) -> str:
    """Fold what no language tells apart."""
    folded = name.lower() if name.isascii() else _fold_unicode(name)
    if folded.isalnum():
        return folded
    return _JOINT.sub(" ", folded.strip())


def _fold_unicode(name: str) -> str:
    # Normalised again afterwards: folding can leave what NFKC would still compose.
    folded = unicodedata.normalize("NFKC", name).translate(_SPELLING).casefold()
    return unicodedata.normalize("NFKC", folded)
