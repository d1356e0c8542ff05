r"""The notation of a terminology msgstr: several names, their status and their readings.

::

    msgstr    = "-" *(" | " deprecated) / name *(" | " name)
    name      = [ "~" ] text [ "《" reading "》" ]

Only an ASCII bar with a space on both sides separates; the ends of the msgstr count as spaces,
because PO editors trim them, and so do line breaks. Hence a name can hold a bar, but no bar between
two spaces. It is one line, as inventories have one per name. A tilde directly before a name marks
it deprecated; of the backslashes directly before a tilde one is dropped, so ``\~`` is a tilde.
Everything else is text: markup, hyphens at either end (combining forms such as ``asiakas-``),
parentheses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx_glossary_ext.linguistics.keys import term_key
from sphinx_glossary_ext.model import Coverage, Rendering, Renderings, Status
from sphinx_glossary_ext.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NO_EQUIVALENT: Final = "-"
"""What stands for a name where a language has none."""

_BAR: Final = re.compile(r"(?<=[ \n])\|(?=[ \n])")
_CONTROLS: Final = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)))
_CONTROL: Final = re.compile(f"[{re.escape(_CONTROLS)}]+")
_ESCAPED_TILDE: Final = re.compile(r"\\(\\*~)")
_READINGS: Final = re.compile(r"[^《》]*+(?:《[^《》]*+》[^《》]*+)*+")
_PARENTHESES: Final = re.compile(r"[^(（]+[(（][^()（）]*+[)）]")

_SEPARATOR_MEANT: Final = "“ | ” with its spaces"
_LOOKALIKES: Final = {"|": _SEPARATOR_MEANT, "｜": _SEPARATOR_MEANT, "≪": "“《”", "≫": "“》”"}
_TILDE_LOOKALIKES: Final = "～〜"
"""Wave dashes: they look like the mark only where the mark would stand, as in 〜する."""
_HYPHEN_LOOKALIKES: Final = frozenset("–—－ー‐‑−―")
_READING_LOOKALIKE: Final = re.compile(r"[一-鿿々][^(（〈<＜]*([(（〈<＜][ぁ-ゖー]+[)）〉>＞])\Z")
"""Hiragana in other brackets after a name with kanji: how readings are written elsewhere."""
_SUSPECT: Final = re.compile(
    f"[~{_TILDE_LOOKALIKES}{''.join((*_LOOKALIKES, *sorted(_HYPHEN_LOOKALIKES)))}(（〈<＜]"
)
"""What makes it worth to look for a lookalike: most names have none of it."""


class _Part(NamedTuple):
    """What stands between two bars, and what is wrong with it."""

    rendering: Rendering | None
    problems: Sequence[Problem] = ()
    no_equivalent: bool = False


def parse_msgstr(
    msgstr: str, *, fuzzy: bool = False, qualifier: str = ""
) -> tuple[Renderings, tuple[Problem, ...]]:
    r"""Return the names that *msgstr* gives, and what is wrong with it.

    The first name that is not deprecated is the preferred one. A malformed part is reported and
    never takes the others with it; a malformed reading leaves its name without a reading.

    :param msgstr: the msgstr of a terminology message
    :param fuzzy: whether the message is fuzzy: its names are kept, but none is approved
    :param qualifier: the parentheses of the msgid, which are not to be copied
    :returns: the renderings, and problems without a place

    >>> [(r.name, r.status.value) for r in parse_msgstr("顧客《こきゃく》 | ~お客")[0].names]
    [('顧客', 'preferred'), ('お客', 'deprecated')]
    """
    if not msgstr.strip():
        return Renderings(), ()
    parts = [_parse_part(text.strip(), qualifier) for text in _BAR.split(f" {msgstr.strip()} ")]
    problems = [problem for part in parts for problem in part.problems]
    names, doubled = _distinct([part.rendering for part in parts if part.rendering])
    usable = any(name.status is not Status.DEPRECATED for name in names)
    no_equivalent = any(part.no_equivalent for part in parts)
    problems += doubled
    problems += _contradictions(names, usable=usable, no_equivalent=no_equivalent)
    coverage = _coverage(usable=usable, no_equivalent=no_equivalent)
    if fuzzy and (names or no_equivalent):
        coverage = Coverage.FUZZY
    return Renderings(_ranked(names), coverage), tuple(problems)


def format_msgstr(renderings: Renderings) -> str:
    r"""Return the msgstr that says *renderings*: the inverse of :func:`parse_msgstr`.

    :param renderings: names in the order to be written; the preferred one is put before the
        admitted ones
    :raises ValueError: the notation cannot say a name: it is empty, ``-`` or doubled, has white
        space at its ends, a line break or a bar between two spaces, or its end looks like a reading

    >>> format_msgstr(Renderings((Rendering("~x"), Rendering("y", Status.DEPRECATED))))
    '\\~x | ~y'
    """
    names = _in_order(renderings.names)
    texts = [_format_rendering(name) for name in names]
    usable = any(name.status is not Status.DEPRECATED for name in names)
    if not usable and renderings.coverage is not Coverage.MISSING:
        texts.insert(0, NO_EQUIVALENT)
    msgstr = " | ".join(texts)
    if parse_msgstr(msgstr)[0].names != names:
        raise ValueError(f"the notation of msgstrs cannot say these names: {quoted(msgstr)}")
    return msgstr


def quoted(text: str) -> str:
    """Return *text* in quotation marks, cut where it would drown the message around it."""
    return f"“{text}”" if len(text) <= 80 else f"“{text[:79]}…”"


def _parse_part(text: str, qualifier: str) -> _Part:
    """Read what stands between two bars."""
    if text == NO_EQUIVALENT:
        return _Part(None, no_equivalent=True)
    text, breaks = _CONTROL.subn(" ", text.strip(f" {_CONTROLS}"))
    deprecated = text.startswith("~") and not text[1:2].isspace()
    written, reading, fault = _split_reading(text[1:] if deprecated else text)
    problems = [_malformed_reading(text, fault)] if fault else []
    if written in ("", NO_EQUIVALENT):
        return _Part(None, problems or [_empty_name(text)])
    if breaks:
        problems.append(_broken_line(text))
    if _SUSPECT.search(text):
        problems += _lookalikes(text, written)
    if qualifier and _PARENTHESES.fullmatch(written):
        problems.append(_copied_qualifier(written, qualifier))
    status = Status.DEPRECATED if deprecated else Status.ADMITTED
    name = _ESCAPED_TILDE.sub(r"\1", written) if "\\" in written else written
    return _Part(Rendering(name, status, reading), problems)


def _split_reading(text: str) -> tuple[str, str, str]:
    """Return the name, its reading and what is wrong with the reading."""
    if "《" not in text and "》" not in text:
        return text, "", ""
    if not _READINGS.fullmatch(text):
        name = text.partition("《")[0].strip()
        return name, "", "has a 《 or a 》 without its partner"
    if not text.endswith("》"):
        return text, "", ""
    name, _, reading = (piece.strip() for piece in text[:-1].rpartition("《"))
    if not name:
        return name, "", "has no name before it"
    if name.endswith("》"):
        return name.partition("《")[0].strip(), "", "is doubled"
    return name, reading, "" if reading else "is empty"


def _distinct(names: Sequence[Rendering]) -> tuple[list[Rendering], list[Problem]]:
    """Leave out names that stand there already."""
    if len(names) < 2:
        return list(names), []
    kept: dict[str, Rendering] = {}
    problems = []
    for name in names:
        key = term_key(name.name)
        if key in kept:
            problems.append(_doubled_name(name.name))
        else:
            kept[key] = name
    return list(kept.values()), problems


def _ranked(names: Sequence[Rendering]) -> tuple[Rendering, ...]:
    """Make the first name that is not deprecated the preferred one."""
    preferred = next((name for name in names if name.status is Status.ADMITTED), None)
    return tuple(
        Rendering(name.name, Status.PREFERRED, name.reading) if name is preferred else name
        for name in names
    )


def _coverage(*, usable: bool, no_equivalent: bool) -> Coverage:
    if usable:
        return Coverage.APPROVED
    return Coverage.NO_EQUIVALENT if no_equivalent else Coverage.MISSING


def _in_order(names: Sequence[Rendering]) -> tuple[Rendering, ...]:
    """Move the preferred name before the admitted ones; deprecated names stay where they are."""
    usable = [name for name in names if name.status is not Status.DEPRECATED]
    ranked = iter(sorted(usable, key=lambda name: name.status is not Status.PREFERRED))
    return tuple(name if name.status is Status.DEPRECATED else next(ranked) for name in names)


def _format_rendering(rendering: Rendering) -> str:
    mark = "~" if rendering.status is Status.DEPRECATED else ""
    reading = f"《{rendering.reading}》" if rendering.reading else ""
    return f"{mark}{_escape_tildes(rendering.name)}{reading}"


def _escape_tildes(name: str) -> str:
    r"""Put a backslash where parsing would see a mark or drop a backslash.

    >>> _escape_tildes("~a"), _escape_tildes("a~b"), _escape_tildes(r"\~")
    ('\\~a', 'a~b', '\\\\~')
    """
    doubled = re.sub(r"(\\+~)", r"\\\1", name)
    return f"\\{doubled}" if doubled.startswith("~") else doubled


def _contradictions(
    names: Sequence[Rendering], *, usable: bool, no_equivalent: bool
) -> Iterator[Problem]:
    if usable and no_equivalent:
        yield Problem(
            ProblemKind.EMPTY_NAME,
            "the msgstr has “-”, no equivalent, beside a name to use: delete one of them",
        )
    if names and not usable and not no_equivalent:
        yield Problem(
            ProblemKind.ONLY_DEPRECATED,
            f"the msgstr only has names to avoid, such as {quoted(names[0].name)}: put the name "
            "to use first, or “-” if the language has none",
        )


def _lookalikes(text: str, written: str) -> Iterator[Problem]:
    """Report what looks like the notation and is text."""
    for character, meant in _LOOKALIKES.items():
        if character in written:
            yield _lookalike(text, character, meant)
    if match := _READING_LOOKALIKE.search(written):
        yield _lookalike(text, match[1], f"“《{match[1][1:-1]}》”")
    if text[0] in _TILDE_LOOKALIKES:
        yield _lookalike(text, text[0], "“~”")
    if text[0] == "~" and text[1:2].isspace():
        yield _lookalike(text, "~ ", "“~” directly before the name")
    if written in _HYPHEN_LOOKALIKES:
        yield _lookalike(text, written, "“-”")


def _lookalike(text: str, character: str, meant: str) -> Problem:
    return Problem(
        ProblemKind.LOOKALIKE,
        f"{quoted(text)} is one name, “{character}” and all: if a mark was meant, type {meant}",
    )


def _broken_line(text: str) -> Problem:
    return Problem(
        ProblemKind.LOOKALIKE,
        f"{quoted(text)} is one name, although a line break or a control character is in it: if "
        f"two were meant, type {_SEPARATOR_MEANT}",
    )


def _empty_name(text: str) -> Problem:
    where = f"{quoted(text)} has no name" if text else "the msgstr has a part without a name"
    return Problem(ProblemKind.EMPTY_NAME, f"{where}: delete it with the bar beside it")


def _malformed_reading(text: str, fault: str) -> Problem:
    return Problem(
        ProblemKind.MALFORMED_READING,
        f"the reading in {quoted(text)} {fault}: write one reading after the name, "
        "as in 顧客《こきゃく》",
    )


def _doubled_name(name: str) -> Problem:
    return Problem(
        ProblemKind.DOUBLED_NAME,
        f"the msgstr has the name {quoted(name)} twice: delete one, the first is used",
    )


def _copied_qualifier(name: str, qualifier: str) -> Problem:
    return Problem(
        ProblemKind.COPIED_QUALIFIER,
        f"{quoted(name)} has parentheses: “({qualifier})” only tells two concepts apart, "
        "write the name without it",
    )
