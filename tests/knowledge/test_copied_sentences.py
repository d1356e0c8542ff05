"""The facts of the knowledge base come from five sources; none of their sentences do."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from babel.messages.pofile import read_po
from knowledge.shingles import digest, read_digests, runs

LOCALES: Final = Path(__file__).parents[2] / "locales"
ALLOWED: Final[dict[str, frozenset[str]]] = {
    "ja": frozenset(),
    "ko": frozenset(),
    "fi": frozenset(),
}
"""Runs that a language cannot say otherwise, one by one."""


def texts(locale: str) -> list[str]:
    """Return every message of the knowledge base in *locale*."""
    folder = LOCALES / locale / "LC_MESSAGES"
    found = []
    for path in (folder / "index.po", *sorted((folder / "glossary").glob("*.po"))):
        with path.open("rb") as stream:
            found += [str(message.string) for message in read_po(stream) if message.id]
    return found


@pytest.mark.parametrize("locale", ALLOWED)
def test_no_sentence_is_copied(locale: str) -> None:
    of_sources = read_digests(locale)
    copied = [
        run for text in texts(locale) for run in runs(text, locale) if digest(run) in of_sources
    ]
    assert [run for run in copied if run not in ALLOWED[locale]] == []


@pytest.mark.parametrize(
    ("locale", "one", "other"),
    [
        (
            "ja",
            "「これは、とても長い（本当に長い）文章で、写されたものです。」",
            "それは、これはとても長い本当に長い文章で写されたものです",
        ),
        (
            "fi",
            "Yksi kaksi, kolme neljä viisi; kuusi seitsemän *kahdeksan* yhdeksän.",
            "no niin yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan",
        ),
    ],
)
def test_a_copy_is_found_whatever_its_punctuation(locale: str, one: str, other: str) -> None:
    assert set(runs(one, locale)) & set(runs(other, locale))
    assert not set(runs(one, locale)) & set(runs(other[::-1], locale))
