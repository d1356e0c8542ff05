"""A whole PO file as values: read completely or not at all, for those who write it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.catalogues.entries import Entries, key_of, parse_entries, split_lines
from sphinx_glossary_ext.catalogues.reading import decode_catalogue
from sphinx_glossary_ext.catalogues.writing import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel.messages.catalog import Message

    from sphinx_glossary_ext.problems import Problem

_PREVIOUS: Final = re.compile(r'\| ?((?:msgctxt |msgid |msgid_plural )?".*")')
"""A ``#|`` line as Babel hands it out: among the translator's comments, which it is not."""
_COMPUTED_FLAGS: Final = frozenset({"python-format", "python-brace-format"})
"""Babel computes these for any text with a per cent sign or a brace; names are no formats."""


class UnreadableCatalogueError(ValueError):
    """A catalogue is damaged: writing it again would lose what cannot be read."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"line {p.place.line}: {p.message}" for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A PO file: its header as it stands, entries in use and obsolete entries."""

    header: str
    live: Mapping[tuple[str, str], Entry]
    obsolete: Mapping[tuple[str, str], Entry]


def parse_file(data: bytes) -> CatalogueFile:
    """Return everything that the PO file *data* holds.

    :raises UnreadableCatalogueError: a part of it cannot be read
    """
    text, encoding_problem = decode_catalogue(data)
    entries = parse_entries(text, with_comments=True)
    problems = [encoding_problem] if encoding_problem else entries.problems
    if problems:
        raise UnreadableCatalogueError(problems)
    live = {key: _entry(message) for key, message in entries.live.items() if key != ("", "")}
    obsolete = {key_of(message): _entry(message) for message in entries.obsolete.values()}
    return CatalogueFile(_header_lines(text, entries), live, obsolete)


def _header_lines(text: str, entries: Entries) -> str:
    """Return the header as it stands, since Babel would fill in dates and its version."""
    if entries.header is None or not entries.header.string:
        return ""
    lines = split_lines(text)
    msgid = (entries.header.lineno or 1) - 1
    before = list(takewhile(_is_comment_or_blank, reversed(lines[:msgid])))
    after = list(takewhile(_is_string_or_blank, lines[msgid + 1 :]))
    return "\n".join([*reversed(before), lines[msgid], *after]).strip()


def _is_comment_or_blank(line: str) -> bool:
    line = line.strip()
    return not line or (line.startswith("#") and not line.startswith("#~"))


def _is_string_or_blank(line: str) -> bool:
    line = line.strip()
    return not line or line.startswith(("msgid_plural", "msgstr", '"'))


def _entry(message: Message) -> Entry:
    context, msgid = key_of(message)
    previous = [_PREVIOUS.fullmatch(comment) for comment in message.user_comments]
    return Entry(
        context=context,
        msgid=msgid,
        msgstr=message.string if isinstance(message.string, str) else message.string[0],
        flags=frozenset(message.flags) - _COMPUTED_FLAGS,
        comments=tuple(message.auto_comments),
        translator_comments=tuple(
            comment
            for comment, match in zip(message.user_comments, previous, strict=True)
            if match is None
        ),
        locations=tuple(message.locations),
        previous=tuple(match[1] for match in previous if match),
    )
