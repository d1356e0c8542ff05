"""The names of 10,000 concepts in four languages are less than a megabyte on their way to readers.

The names are made of random syllables, so that they repeat no more than names do: numbered ones, as
the benchmark has them, compress to less than half of it.
"""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from sphinx_glossary_ext.catalogues import Catalogue
from sphinx_glossary_ext.catalogues.reading import CatalogueMessage
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.index_data import make_index_script
from sphinx_glossary_ext.model import Concept

CONCEPTS = 10_000
MEGABYTE = 1_000_000
TERM = "glossary term"
KANJI = [chr(code) for code in range(0x4E00, 0x4E00 + 2000)]
KANA = [chr(code) for code in range(0x3042, 0x3094)]
HANGUL = [chr(code) for code in range(0xAC00, 0xAC00 + 11172, 14)]
LATIN = [c + v + e for c in "bdfghklmnprstv" for v in "aeiouäö" for e in ("", "n", "s", "t")]
chance = random.Random(4)


def some(pieces: list[str], least: int, most: int) -> str:
    """Return a word of so many pieces."""
    return "".join(chance.choices(pieces, k=chance.randint(least, most)))


def japanese() -> str:
    return f"{some(KANJI, 2, 5)}《{some(KANA, 4, 9)}》"


def korean() -> str:
    return f"{some(HANGUL, 2, 3)} {some(HANGUL, 2, 3)}"


def latin() -> str:
    return f"{some(LATIN, 2, 4)} {some(LATIN, 1, 4)}"


def catalogue(locale: str, msgids: list[str]) -> Catalogue:
    """Return a catalogue in which every third concept has a synonym."""
    name = {"ja": japanese, "ko": korean, "fi": latin}[locale]
    messages = {
        (TERM, msgid): CatalogueMessage(
            TERM, msgid, f"{name()} | {name()}" if number % 3 == 0 else name()
        )
        for number, msgid in enumerate(msgids)
    }
    return Catalogue(locale, Path(f"{locale}.po"), messages)


def test_the_data_of_a_large_glossary_is_below_a_megabyte() -> None:
    msgids = list(dict.fromkeys(latin() for _ in range(CONCEPTS + 200)))[:CONCEPTS]
    glossary = Glossary(
        concepts=tuple(
            Concept(id=msgid.replace(" ", "-"), name=msgid, docname=f"page{number // 50}")
            for number, msgid in enumerate(msgids)
        ),
        catalogues={locale: catalogue(locale, msgids) for locale in ("ja", "ko", "fi")},
    )
    script = make_index_script(glossary, "en", lambda docname: f"{docname}.html")
    compressed = len(gzip.compress(script.content))
    assert len(msgids) == CONCEPTS
    # were it far less, the names would be no likeness of names
    assert MEGABYTE / 2 < compressed <= MEGABYTE
