"""Which names somebody may have meant who wrote one that does not exist."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_glossary_ext.linguistics.keys import term_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE: Final = 0.6
"""The similarity from which two names look like one (the measure and value of difflib)."""

_BEGINNING: Final = 0.75
"""What a name counts for that begins with what was written: less than one with a slip in it."""

_MOST_COMPARED: Final = 20
"""How many names are compared letter by letter, which is dear: those with most in common."""

_BITS: Final = 512
"""How many pairs of letters a set of them tells apart."""


class _Name(NamedTuple):
    """A name, the key that is compared, and the pairs of letters in it."""

    text: str
    key: str
    pairs: int


def nearest(target: str, names: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return the names that look most like *target*, the best first.

    A project may have a thousand mistakes, and a thousand concepts to compare each of them with.
    So only the names that share most pairs of letters with *target* are looked at closely.

    :param target: a name as somebody wrote it
    :param names: the names that exist
    :param most: how many to return at most

    >>> nearest("clent", ["customer", "Client", "clients"])
    ('Client', 'clients')
    >>> nearest("front", ["customer", "front office"])
    ('front office',)
    """
    key = term_key(target)
    if not key:
        return ()
    pairs = _pairs(key)
    shared = [(-_share(key, pairs, name), name) for name in _with_pairs(tuple(names))]
    closest = nsmallest(_MOST_COMPARED, (item for item in shared if item[0]))
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    scores = {name.text: _likeness(matcher, key, name.key) for _share, name in closest}
    alike = [name for name, score in scores.items() if score >= _ALIKE]
    return tuple(sorted(alike, key=lambda name: (-scores[name], name))[:most])


@lru_cache(maxsize=8)
def _with_pairs(names: tuple[str, ...]) -> list[_Name]:
    """Return each of *names* once; those of a project are asked for again and again."""
    keys = {name: term_key(name) for name in names}
    return [_Name(name, key, _pairs(key)) for name, key in keys.items()]


def _pairs(key: str) -> int:
    """Return the pairs of letters in *key*, and its ends, as the bits of a number."""
    bits = 0
    for first, second in pairwise(f"\n{key}\n"):
        bits |= 1 << (31 * ord(first) + ord(second)) % _BITS
    return bits


def _share(target: str, pairs: int, name: _Name) -> float:
    """Return how many of all pairs of letters are common to both names, from 0 to 1."""
    shared = 2 * (pairs & name.pairs).bit_count() / (pairs.bit_count() + name.pairs.bit_count())
    return max(shared, _BEGINNING) if name.key.startswith(target) else shared


def _likeness(matcher: SequenceMatcher[str], target: str, key: str) -> float:
    """Return how much *key* looks like *target*, from 0 to 1; 0 if less than counts.

    :param matcher: one that has *target* already
    """
    beginning = _BEGINNING if key.startswith(target) else 0.0
    matcher.set_seq1(key)
    # The quick ratios are upper bounds: most names need no more.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return beginning
    return max(beginning, matcher.ratio())
