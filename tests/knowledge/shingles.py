"""Runs of text by which a copied sentence is known, hashed: the sources themselves are not ours.

``python tests/knowledge/shingles.py LOCALE SOURCE...`` writes those of a language's sources anew.
"""

from __future__ import annotations

import re
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent / "shingles"
WORDS_IN_A_RUN: Final = {"fi": 8}
"""Languages that put spaces between words; of the others runs of characters are compared."""
CHARACTERS_IN_A_RUN: Final = 20

_MARKUP: Final = re.compile(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>")
_NOT_TEXT: Final = re.compile(r"[\W_]+")


def runs(text: str, locale: str) -> Iterator[str]:
    """Yield every run of *text*; markup, punctuation and case do not count."""
    plain = _MARKUP.sub(" ", text).casefold()
    if length := WORDS_IN_A_RUN.get(locale):
        words = _NOT_TEXT.sub(" ", plain).split()
        yield from (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))
    else:
        letters, length = _NOT_TEXT.sub("", plain), CHARACTERS_IN_A_RUN
        yield from (letters[i : i + length] for i in range(len(letters) - length + 1))


def digest(run: str) -> str:
    """Return what is kept of a run."""
    return blake2b(run.encode(), digest_size=5).hexdigest()


def read_digests(locale: str) -> frozenset[str]:
    """Return the digests of all runs in the sources of *locale*."""
    return frozenset((FOLDER / f"{locale}.txt").read_text("ascii").split())


def main(locale: str, *sources: str) -> None:
    """Write the digests of *sources*."""
    found = {digest(run) for name in sources for run in runs(Path(name).read_text("utf-8"), locale)}
    content = "".join(f"{line}\n" for line in sorted(found))
    (FOLDER / f"{locale}.txt").write_text(content, "ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
