"""Catalogues as values: read once, whatever state the file is in, and asked for names."""

from __future__ import annotations

import codecs
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.catalogues.entries import Entries, key_of, parse_entries
from sphinx_glossary_ext.catalogues.headers import charset_of, header_faults
from sphinx_glossary_ext.catalogues.notation import parse_msgstr
from sphinx_glossary_ext.model import Place, Renderings
from sphinx_glossary_ext.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from babel.messages.catalog import Message

TERM: Final = "glossary term"
"""The context of a concept's preferred name."""
ABBREVIATION: Final = "glossary abbreviation"
"""The context of an abbreviation."""
SUBJECT: Final = "glossary subject"
"""The context of a subject field."""
CONTEXTS: Final = frozenset({TERM, ABBREVIATION, SUBJECT})
"""Every context of a terminology catalogue."""

MOST_CHARACTERS: Final = 10_000
"""What one msgstr may hold: far more than all names of a concept need."""

_UNDECODABLE: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class CatalogueMessage:
    """One message of a catalogue; of a plural, the singular and the first form."""

    context: str
    msgid: str
    msgstr: str
    fuzzy: bool = False
    line: int = 0
    path: Path = Path()

    @property
    def place(self) -> Place:
        """Where the msgid stands."""
        return Place(str(self.path), self.line)

    @property
    def approved(self) -> bool:
        """Whether there is a msgstr and it is not fuzzy."""
        return bool(self.msgstr) and not self.fuzzy


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one locale that are not obsolete, by context and msgid."""

    locale: str
    path: Path
    messages: Mapping[tuple[str, str], CatalogueMessage] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


_CACHE: dict[tuple[Path, str], tuple[tuple[int, int], Catalogue]] = {}


def read_catalogue(path: Path, locale: str) -> Catalogue:
    """Read the catalogue at *path*; what is wrong with it is among its problems.

    Never raises for the state of the file: what can be read is used.

    :param path: a PO file
    :param locale: the locale of the folder that holds it
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        text = f"the catalogue cannot be read ({reason}): make it a readable PO file"
        problem = Problem(ProblemKind.CATALOGUE_UNREADABLE, text, Place(str(path)))
        return Catalogue(locale, path, {}, (problem,))
    return _parse_catalogue(data, path, locale)


def read_catalogue_cached(path: Path, locale: str) -> Catalogue:
    """Read the catalogue at *path*, unless this process has read it and it has not changed.

    :param path: a PO file
    :param locale: the locale of the folder that holds it
    """
    try:
        status = path.stat()
    except OSError:
        return read_catalogue(path, locale)
    version = (status.st_mtime_ns, status.st_size)
    cached = _CACHE.get((path, locale))
    if cached is None or cached[0] != version:
        cached = _CACHE[path, locale] = (version, read_catalogue(path, locale))
    return cached[1]


def renderings_of(
    catalogue: Catalogue, context: str, msgid: str, *, qualifier: str = ""
) -> tuple[Renderings, tuple[Problem, ...]]:
    """Return the names that *catalogue* gives, and what is wrong with them, with places.

    :param catalogue: a terminology catalogue
    :param context: :data:`TERM`, :data:`ABBREVIATION` or :data:`SUBJECT`
    :param msgid: the name in the canonical language, with its qualifier
    :param qualifier: the qualifier, which a msgstr is not to copy
    """
    message = catalogue.messages.get((context, msgid))
    if message is None:
        return Renderings(), ()
    if len(message.msgstr) > MOST_CHARACTERS:
        # names go to every page and index; a text of megabytes is a slip, not a name
        text = f"{msgid!r} has {len(message.msgstr)} characters for names; write names alone"
        return Renderings(), (Problem(ProblemKind.CATALOGUE_UNREADABLE, text, message.place),)
    renderings, problems = parse_msgstr(message.msgstr, fuzzy=message.fuzzy, qualifier=qualifier)
    if not problems:
        return renderings, ()
    return renderings, tuple(replace(problem, place=message.place) for problem in problems)


def lost_contexts(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem if translations have no context of names, so that no page shows them.

    :param catalogue: a terminology catalogue; a platform that knows no contexts leaves them out
    """
    lost = [m for m in catalogue.messages.values() if m.msgstr and m.context not in CONTEXTS]
    if lost:
        text = (
            f"the message {lost[0].msgid!r} lacks the context of a name, so that no page shows it "
            f"(messages like it: {len(lost)}); keep the msgctxt lines of the template"
        )
        yield Problem(ProblemKind.CATALOGUE_UNREADABLE, text, lost[0].place)


def decode_catalogue(data: bytes) -> tuple[str, Problem | None]:
    """Decode the bytes of a PO file, by its header's charset if they are not UTF-8.

    :returns: the text, with replacement characters where nothing helps, and the problem
    """
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    text = "the catalogue is not in UTF-8: convert it (“msgconv --to-code=UTF-8”)"
    problem = Problem(ProblemKind.CATALOGUE_ENCODING, text, Place(line=line))
    for charset in (_utf16_of(data), charset_of(data[:10_000].decode("latin-1"))):
        try:
            return data.decode(charset), problem
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8-sig", "replace"), problem


def _utf16_of(data: bytes) -> str:
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""


def _parse_catalogue(data: bytes, path: Path, locale: str) -> Catalogue:
    text, encoding_problem = decode_catalogue(data)
    entries = parse_entries(text, with_comments=False)
    # In a wrong encoding the rest may look wrong without being so.
    problems = [encoding_problem] if encoding_problem else entries.problems
    if encoding_problem is None:
        problems += _header_problems(entries, locale)
    found = (_catalogue_message(m, path) for key, m in entries.live.items() if key != ("", ""))
    messages = {(message.context, message.msgid): message for message in found}
    if encoding_problem:
        messages = {key: m for key, m in messages.items() if _UNDECODABLE not in m.msgid + m.msgstr}
    placed = (replace(p, place=Place(str(path), p.place.line)) for p in problems)
    return Catalogue(locale, path, messages, tuple(placed))


def _header_problems(entries: Entries, locale: str) -> Iterator[Problem]:
    if entries.header is None:
        return
    place = Place(line=entries.header.lineno or 0)
    for fault in header_faults(str(entries.header.string), locale):
        yield Problem(ProblemKind.CATALOGUE_HEADER, fault, place)


def _catalogue_message(message: Message, path: Path) -> CatalogueMessage:
    msgstr = message.string if isinstance(message.string, str) else message.string[0]
    # the same in the catalogue of every language, and some of them in every message
    context, msgid = map(sys.intern, key_of(message))
    return CatalogueMessage(context, msgid, msgstr, message.fuzzy, message.lineno or 0, path)
