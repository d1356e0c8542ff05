"""Which names somebody may have meant who wrote one that does not exist."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.linguistics.keys import term_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE: Final = 0.6
"""The similarity from which two names look like one (the measure and value of difflib)."""

_BEGINNING: Final = 0.75
"""What a name counts for that begins with what was written: less than one with a slip in it."""


def nearest(target: str, names: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Return the names that look most like *target*, the best first.

    :param target: a name as somebody wrote it
    :param names: the names that exist
    :param most: how many to return at most

    >>> nearest("clent", ["customer", "Client", "clients"])
    ('Client', 'clients')
    >>> nearest("front", ["customer", "front office"])
    ('front office',)
    """
    key = term_key(target)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    scores = {name: _likeness(matcher, key, term_key(name)) for name in names}
    alike = [name for name, score in scores.items() if score >= _ALIKE]
    return tuple(sorted(alike, key=lambda name: (-scores[name], name))[:most])


def _likeness(matcher: SequenceMatcher[str], target: str, key: str) -> float:
    """Return how much *key* looks like *target*, from 0 to 1; 0 if less than counts."""
    if not target:
        return 0.0
    beginning = _BEGINNING if key.startswith(target) else 0.0
    matcher.set_seq1(key)
    # The quick ratios are upper bounds: most names need no more.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return beginning
    return max(beginning, matcher.ratio())
