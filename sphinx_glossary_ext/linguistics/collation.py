"""In which order a page's readers expect names, and under which heading.

English, Finnish, Japanese and Korean have orders of our own, the same on every machine. Other
languages have ICU's where PyICU is installed, and the English one elsewhere.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from sphinx_glossary_ext.linguistics import finnish
from sphinx_glossary_ext.linguistics.alphabet import Alphabet, Order
from sphinx_glossary_ext.linguistics.locales import language_of
from sphinx_glossary_ext.linguistics.scripts import Script
from sphinx_glossary_ext.linguistics.with_icu import icu_order

_LATIN: Final = Alphabet((Script.LATIN,))

ORDERS: Final[dict[str, Order]] = {
    "": _LATIN,
    "en": _LATIN,
    "fi": Alphabet(
        (Script.LATIN,), letters_after_z=finnish.LETTERS_AFTER_Z, variants=finnish.VARIANTS
    ),
    # CLDR, ja: [reorder Latn Kana Hani]; as in Japanese books, the alphabet stands before kana.
    "ja": Alphabet((Script.LATIN, Script.KANA)),
    # CLDR, ko: [reorder Hang Hani].
    "ko": Alphabet((Script.HANGUL,)),
}
"""The orders of our own, by language."""


class SortKey(NamedTuple):
    """What names are sorted by, with the heading under which they stand.

    Keys compare with keys of the same locale only.
    """

    primary: str
    secondary: str
    tertiary: str
    text: str
    name: str
    heading: str


def sort_key(name: str, reading: str = "", locale: str = "") -> SortKey:
    """Return the key by which *name* is sorted among the names on a page.

    Symbols come first, then digits, the scripts of the page's language, other scripts, and last
    Chinese characters without a reading. No two names have equal keys.

    :param name: a name, in any language
    :param reading: how it is pronounced, which is sorted instead
    :param locale: the locale of the page, whose readers look for the name

    >>> sorted(["Öljy", "Zeniitti", "Ala", "Åbo"], key=lambda name: sort_key(name, locale="fi"))
    ['Ala', 'Zeniitti', 'Åbo', 'Öljy']
    """
    text = reading or name
    place = _order(locale).place(text)
    return SortKey(place.primary, place.secondary, place.tertiary, text, name, place.heading)


def heading(name: str, reading: str = "", locale: str = "") -> str:
    """Return the heading under which *name* stands; sorted names come heading by heading.

    A letter without its marks, unless the language has it as a letter of its own; the row of a
    kana; the initial consonant of a Korean syllable; ``#`` for digits and symbols; ``…`` for
    Chinese characters without a reading.

    :param name: a name, in any language
    :param reading: how it is pronounced
    :param locale: the locale of the page

    >>> heading("顧客", "こきゃく", "ja"), heading("顧客", "", "ja"), heading("까치", "", "ko")
    ('か', '…', 'ㄱ')
    """
    return _order(locale).place(reading or name).heading


@lru_cache
def _order(locale: str) -> Order:
    """Return the order that readers of *locale* expect."""
    return ORDERS.get(language_of(locale)) or icu_order(locale, _LATIN) or _LATIN
