"""Obsolete messages: a catalogue keeps what a translator may want again, and nothing twice.

gettext's own tools keep them all, as ``#~`` comments, since a text may come back. Where a text only
moved to another page, its translation is in use there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from sphinx_glossary_ext.catalogues.files import UnreadableCatalogueError, parse_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

Translation: TypeAlias = tuple[tuple[str, str], str]
"""The context and msgid of a message, and its msgstr."""

_BLANK_LINES: Final = re.compile(r"(\r?\n(?:[ \t]*\r?\n)+)")


def translations(catalogues: Iterable[bytes]) -> frozenset[Translation]:
    """Return all that is translated and approved in *catalogues*.

    :raises UnreadableCatalogueError: one of them is damaged
    """
    return frozenset(
        (key, entry.msgstr)
        for data in catalogues
        for key, entry in parse_file(data).live.items()
        if entry.msgstr and not entry.fuzzy
    )


def without_repeated(po: bytes, used: Set[Translation]) -> bytes:
    """Return the catalogue *po* without the obsolete messages that hold nothing of their own.

    They have no msgstr, or one that is in use for the same msgid. A comment of a translator saves
    a message. Everything else stays as it is, byte by byte.

    :param po: a catalogue in UTF-8
    :param used: what is translated in all catalogues of the language
    """
    first, *rest = _BLANK_LINES.split(po.decode())
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    kept = [(blank, block) for blank, block in pairs if not _is_repeated(block, used)]
    if len(kept) == len(pairs):
        return po
    text = "".join([first, *(part for pair in kept for part in pair)])
    return (text if text.endswith("\n") else text + ("\r\n" if b"\r\n" in po else "\n")).encode()


def _is_repeated(block: str, used: Set[Translation]) -> bool:
    """Tell whether the lines *block* are an obsolete message that can go."""
    is_obsolete = all(line.startswith("#") for line in block.splitlines()) and "#~ msgid" in block
    if not is_obsolete or "#~ msgid_plural" in block:
        return False
    try:
        found = parse_file(block.encode()).obsolete
    except UnreadableCatalogueError:
        return False
    return bool(found) and all(
        not entry.translator_comments and (not entry.msgstr or (key, entry.msgstr) in used)
        for key, entry in found.items()
    )
