"""Obsolete messages: a catalogue keeps what a translator may want again, and nothing twice.

gettext's own tools keep them all, as ``#~`` comments, since a text may come back. Where a text only
moved to another page, its translation is in use there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from sphinx_glossary_ext.catalogues.files import UnreadableCatalogueError, parse_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from sphinx_glossary_ext.catalogues.files import CatalogueFile
    from sphinx_glossary_ext.catalogues.writing import Entry

Key: TypeAlias = tuple[str, str]
"""The context and msgid of a message."""

Translation: TypeAlias = tuple[Key, str]
"""A message and its msgstr."""

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


def obsolete_entries(
    old: CatalogueFile, live: Mapping[Key, Entry], renamed: Set[Key]
) -> dict[Key, Entry]:
    """Return the entries to keep that are not in use: none whose names live on elsewhere.

    :param old: the catalogue as it was
    :param live: its entries as they will be
    :param renamed: the messages of *old* whose names have gone to a new name of their concept
    """
    kept = {key: entry for key, entry in old.obsolete.items() if key not in live}
    dropped = {
        key: replace(entry, comments=(), locations=(), previous=())
        for key, entry in old.live.items()
        if key not in live and key not in renamed and (entry.msgstr or entry.translator_comments)
    }
    return {**kept, **dropped}


def with_displaced_names(
    old: CatalogueFile, live: Mapping[Key, Entry], renamed: Set[Key]
) -> dict[Key, Entry]:
    """Return the entries of *live* whose message had other names, with these noted in comments.

    What was said of a message that is in use cannot become obsolete: gettext's programs refuse it.
    Fuzzy names in use may be mere guesses; they are not noted.

    :param old: as for :func:`obsolete_entries`
    :param live: as for :func:`obsolete_entries`
    :param renamed: as for :func:`obsolete_entries`
    """
    displaced = [
        *old.obsolete.items(),
        *((key, e) for key, e in old.live.items() if not e.fuzzy and key not in renamed),
    ]
    noted: dict[Key, Entry] = {}
    for key, entry in displaced:
        if key in live:
            is_other = entry.msgstr not in {"", live[key].msgstr}
            note = [f"Formerly: {' '.join(entry.msgstr.split())}"] if is_other else []
            comments = (*entry.translator_comments, *note)
            noted[key] = _with_comments(noted.get(key, live[key]), comments)
    return noted


def _with_comments(entry: Entry, comments: Iterable[str]) -> Entry:
    known = entry.translator_comments
    new = (comment for comment in comments if comment not in known)
    return replace(entry, translator_comments=(*known, *new))
