"""A PO file in whatever state it is: what Babel can read of it, and what is wrong with the rest.

Babel's parser either prints warnings and guesses, or stops at the first fault. Here it stops, what
it has read is kept, and it starts again at the next entry. What it would not notice (an unclosed
string, a msgstr without msgid, conflict markers, duplicates) is looked for line by line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, PoFileParser

from sphinx_glossary_ext.catalogues.notation import quoted
from sphinx_glossary_ext.model import Place
from sphinx_glossary_ext.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    Key = tuple[str, str]

_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_LINE: Final = re.compile(rf"(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) +)?{_STRING}")
"""A line that is no comment: the grammar of the gettext manual, "The Format of PO Files"."""
_OBSOLETE_LINE: Final = re.compile(rf"#~ *{_LINE.pattern}")
_CONFLICT_MARKER: Final = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")
_EXTRACTED: Final = ("#.", "#:")
_ENTRY_STARTS: Final = ("#", "msgctxt ", "msgid ")
_MOST_PLURALS: Final = 100
_CONTEXT_ONLY: Final = "the msgctxt has no msgid: restore the entry from the template"


class Entries(BabelCatalog):
    """The messages of one PO file, each as it was written.

    Babel's catalogue merges duplicates and rewrites the header; this one only collects.
    """

    def __init__(self) -> None:
        super().__init__()
        self.live: dict[Key, Message] = {}
        self.problems: list[Problem] = []
        self.lines_before = 0

    @property
    def header(self) -> Message | None:
        """The message with the empty msgid."""
        return self.live.get(("", ""))

    @property
    def num_plurals(self) -> int:
        """How many msgstrs a plural message may have: a wrong header must not lose any."""
        return _MOST_PLURALS

    def __setitem__(self, id: Any, message: Message) -> None:  # noqa: A002 - Babel's name
        message.lineno = (message.lineno or 0) + self.lines_before
        if not message.id and not message.string:
            return  # what the parser makes of comments with nothing after them
        first = self.live.setdefault(key_of(message), message)
        if first is not message:
            self.note_problem(
                message.lineno,
                f"{quoted(key_of(message)[1])} has an entry in line {first.lineno} already, "
                "which is used: delete one of them",
            )

    def note_problem(self, line: int, text: str) -> None:
        """Note what is wrong in *line*, once."""
        problem = Problem(ProblemKind.CATALOGUE_UNREADABLE, text, Place(line=line))
        if not self.problems or self.problems[-1].place != problem.place:
            self.problems.append(problem)


def key_of(message: Message) -> Key:
    """Return the context, empty where there is none, and the msgid; of a plural, the singular."""
    msgid = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", msgid


def parse_entries(text: str, *, with_comments: bool) -> Entries:
    """Read the entries of a PO file; faults are in ``problems``, with lines and without a path.

    :param text: the whole file, decoded, with newlines of any kind
    :param with_comments: whether extracted comments and locations are wanted, which make up most
        of a terminology catalogue; flags are read in any case
    """
    lines = split_lines(text)
    entries = Entries()
    entries.problems.extend(_resolve_conflicts(lines))
    start = 0
    while start < len(lines):
        start = _parse_from(_Gate(lines, start, with_comments=with_comments), entries)
    entries.problems.sort(key=lambda problem: problem.place)
    return entries


def split_lines(text: str) -> list[str]:
    """Split at newlines of any kind; ``str.splitlines`` would split inside strings, too."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _DamagedEntryError(Exception):
    """The entry being read is damaged: nothing of it can be used."""


class _Gate:
    """Hands lines to the parser, until one is damaged."""

    def __init__(self, lines: list[str], start: int, *, with_comments: bool) -> None:
        self.lines = lines
        self.unwanted = () if with_comments else _EXTRACTED
        self.start = self.position = start
        self.damage = ""

    def __iter__(self) -> Iterator[str]:
        keyword, before = "", ""
        for index in range(self.start, len(self.lines)):
            line = self.lines[index].strip()
            if keyword == "msgctxt" and line.startswith(_ENTRY_STARTS[:2]):
                self.damage = _CONTEXT_ONLY
                return
            self.position = index
            if line.startswith("#~"):
                # Nobody uses obsolete entries, so damage in one is nobody's concern; and Babel
                # does not know the "#~|" of msgmerge.
                line = line if _OBSOLETE_LINE.fullmatch(line) else ""
            elif line.startswith("#"):
                keyword = ""
                line = "#" if line.startswith(self.unwanted) else line
            elif line:
                match = _LINE.fullmatch(line)
                self.damage = _damage(line, match, keyword)
                if self.damage and (not before or line.startswith(_ENTRY_STARTS)):
                    return  # the entry before is whole
                if self.damage:
                    raise _DamagedEntryError
                keyword = (match and match[1]) or keyword
            yield line
            before = line
        if keyword == "msgctxt":
            self.damage = _CONTEXT_ONLY

    def next_entry(self, *, inclusive: bool) -> int:
        """Return where the parser can start again."""
        first = self.position if inclusive and self.position > self.start else self.position + 1
        for index in range(first, len(self.lines)):
            line = self.lines[index].strip()
            if not line or line.startswith(_ENTRY_STARTS):
                return index
        return len(self.lines)


def _parse_from(gate: _Gate, entries: Entries) -> int:
    """Read all lines of *gate*; return where to start again, the end if all is read."""
    entries.lines_before = gate.start
    fault: PoFileError | None = None
    try:
        PoFileParser(entries, abort_invalid=True).parse(gate)
    except _DamagedEntryError:
        pass
    except PoFileError as error:
        fault = error
    if gate.damage:
        entries.note_problem(gate.position + 1, gate.damage)
        return gate.next_entry(inclusive=False)
    if fault is None:
        return len(gate.lines)
    reason = str(fault).rpartition(" on ")[0]
    entries.note_problem(
        gate.start + fault.lineno + 1,
        f"the entry cannot be read ({quoted(reason)}): restore it from the template",
    )
    return gate.next_entry(inclusive=True)


def _damage(line: str, match: re.Match[str] | None, keyword: str) -> str:
    """Tell what is wrong with *line*, which follows one with *keyword*."""
    if match is None:
        hint = "close its string on the same line, or restore the entry from the template"
        return f"{quoted(line)} is no line of a PO file: {hint}"
    follows = ("msgid", "msgstr[") if match[1] and "[" in match[1] else ("msgid",)
    if match[1] and match[1].startswith("msgstr") and not keyword.startswith(follows):
        return f"{quoted(line)} has no msgid before it: restore the entry from the template"
    return ""


def _resolve_conflicts(lines: list[str]) -> Iterator[Problem]:
    """Blank every conflict marker and the second side of each conflict, in place."""
    markers = [index for index, line in enumerate(lines) if _CONFLICT_MARKER.match(line)]
    ends = [index for index in markers if lines[index][0] == ">"]
    inside = second_side = False
    for index in range(markers[0] if markers else 0, len(lines) if markers else 0):
        if _CONFLICT_MARKER.match(lines[index]):
            kind = lines[index][0]
            if kind == "<" or not inside:
                yield _conflict(index + 1)
            inside = kind != ">"
            # A side that nothing closes would swallow the rest of the file.
            second_side = kind in "|=" and bool(ends) and index < ends[-1]
            lines[index] = ""
        elif second_side:
            lines[index] = ""


def _conflict(line: int) -> Problem:
    return Problem(
        ProblemKind.CONFLICT_MARKER,
        "a merge left its conflict markers; the first side is used: resolve the conflict",
        Place(line=line),
    )
