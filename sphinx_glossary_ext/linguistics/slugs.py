"""Ids made of names: ASCII, stable, the same in every language."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sphinx_glossary_ext.linguistics import latin

_ID: Final = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")

_SEPARATORS: Final = re.compile(r"[\s\-\u2010\u2011_/\\⁄,()]+|(?<=[^\W_])\.")
"""What may stand between words; a dot only after a letter, for ``.NET`` is not ``NET``."""

_LOST: Final = re.compile(r"[^A-Za-z0-9-]")

_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’ʼ"))


class SlugError(ValueError):
    """A name makes no id that would be known again."""


def slug(name: str, qualifier: str = "") -> str:
    """Return the ASCII id of *name*, told apart from its homographs by *qualifier*.

    Letters lose case and marks. White space, hyphens, underscores, slashes, commas, parentheses
    and the dots after letters become one hyphen, and apostrophes nothing. With ``term-`` before
    it, the id is one that HTML and docutils take as it is.

    :param name: a name in the canonical language
    :param qualifier: the word that tells it from a homograph
    :raises SlugError: if a character that matters would be lost, as in ``C++`` or ``顧客``, or
        nothing is left; the message names the characters

    >>> slug("bank", "finance"), slug("Café au lait"), slug("Straße"), slug("Node.js")
    ('bank-finance', 'cafe-au-lait', 'strasse', 'node-js')
    """
    parts = [_slug(part) for part in (name, qualifier) if part]
    if not parts:
        raise SlugError("an empty name makes no id")
    return "-".join(parts)


def is_valid_id(text: str) -> bool:
    """Tell whether *text* can be the id of a concept.

    ASCII letters of either case and digits, with single hyphens inside: it stands in addresses
    and in other people's links. Underscores are not allowed, as docutils makes hyphens of them.

    >>> is_valid_id("front-office"), is_valid_id("C"), is_valid_id("front_office")
    (True, True, False)
    """
    return _ID.fullmatch(text) is not None


def _slug(part: str) -> str:
    words = _SEPARATORS.sub("-", _plain_letters(part))
    if lost := _LOST.findall(words):
        characters = ", ".join(f'"{char}"' for char in dict.fromkeys(lost))
        raise SlugError(f'"{part}" makes no id: it would lose {characters}')
    made = "-".join(filter(None, words.split("-")))
    if not made:
        raise SlugError(f'"{part}" makes no id: it has neither letters nor digits')
    return made


def _plain_letters(text: str) -> str:
    """Return *text* in small letters, those of the Latin script without their marks."""
    if text.isascii():
        return text.translate(_APOSTROPHES).lower()
    folded = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    return "".join(_plain_letter(char) for char in folded)


def _plain_letter(char: str) -> str:
    """Return the base letters of *char* if they are ASCII, else *char* to be told of."""
    spelled = unicodedata.normalize("NFKD", char).translate(latin.DECOMPOSITIONS)
    base = "".join(part for part in spelled if not unicodedata.combining(part))
    return base if base.isascii() else char
