"""PO entries as text.

Babel's writer wraps comments whatever the width and puts dates and its version in the header;
strings are wrapped here as there, so that a file goes through both without other changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDTH: Final = 76
_LONGEST_WORD: Final = 1_000
"""Babel looks for hyphens in a word in the square of its length: longer ones are not wrapped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a PO file, with everything that is written with it."""

    context: str
    msgid: str
    msgstr: str = ""
    flags: frozenset[str] = frozenset()
    comments: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()
    locations: tuple[tuple[str, int | None], ...] = ()
    previous: tuple[str, ...] = ()
    """The lines after ``#|``: the context and msgid a fuzzy msgstr was written for."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells messages of one catalogue apart."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Whether the msgstr awaits a translator's approval."""
        return "fuzzy" in self.flags


def format_catalogue(header: str, live: Iterable[Entry], obsolete: Iterable[Entry] = ()) -> str:
    """Return a PO file: *header* as it stands, then one entry after another.

    :param header: the first entry, without the blank line after it
    :param live: the entries in use
    :param obsolete: the entries that are kept as comments
    """
    entries = [*map(_format_live, live), *map(_format_obsolete, obsolete)]
    return "\n\n".join([header, *entries]) + "\n"


def format_keys(entry: Entry) -> str:
    """Return the lines that give the context and the msgid."""
    context = f"msgctxt {_format_string(entry.context)}\n" if entry.context else ""
    return f"{context}msgid {_format_string(entry.msgid)}"


def _format_live(entry: Entry) -> str:
    lines = [
        *_prefixed("#", entry.translator_comments),
        *_prefixed("#.", entry.comments),
        *_prefixed("#:", dict.fromkeys(_format_location(*place) for place in entry.locations)),
        *_format_flags(entry),
        *_prefixed("#|", entry.previous),
    ]
    return "\n".join([*lines, _format_message(entry)])


def _format_obsolete(entry: Entry) -> str:
    message = _format_message(entry).split("\n")
    comments = _prefixed("#", entry.translator_comments)
    return "\n".join([*comments, *_format_flags(entry), *_prefixed("#~", message)])


def _format_message(entry: Entry) -> str:
    return f"{format_keys(entry)}\nmsgstr {_format_string(entry.msgstr)}"


def _format_string(text: str) -> str:
    longest = max(map(len, text.split()), default=0)
    return normalize(text, width=_WIDTH if longest <= _LONGEST_WORD else 0)


def _format_flags(entry: Entry) -> list[str]:
    return [f"#, {', '.join(sorted(entry.flags))}"] if entry.flags else []


def _prefixed(prefix: str, lines: Iterable[str]) -> Iterator[str]:
    return (f"{prefix} {line}".rstrip() for line in lines)


def _format_location(path: str, line: int | None) -> str:
    # FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE enclose a path with spaces, as in gettext.
    shown = f"\u2068{path}\u2069" if " " in path or "\t" in path else path
    return f"{shown}:{line}" if line else shown
