"""terminology.pot: the names of all concepts, abbreviations and subject fields, for translators."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import escape

from sphinx_glossary_ext.catalogues.reading import ABBREVIATION, SUBJECT, TERM
from sphinx_glossary_ext.catalogues.writing import Entry, format_catalogue
from sphinx_glossary_ext.model import Concept, ConceptStatus, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

START: Final = "Names of the concepts"
"""What the first comment of the template begins with."""
NOTATION_HELP: Final = (
    'Several names: the approved one first, then " | ", others; a name to avoid starts with "~";',
    'a reading, where your language needs one: 顧客《こきゃく》; "-": no equivalent.',
)
"""What every term's comment says about the notation."""
_ABBREVIATION_HELP: Final = 'The short form in your language; "-": it has none.'
_SUBJECT_HELP: Final = "A subject field, shown beside the names that belong to it."

_Location = tuple[str, int | None]


def terminology_template(
    concepts: Iterable[Concept],
    *,
    project: str,
    version: str,
    copyright: str = "",  # noqa: A002 - Sphinx's name
    relative_to: Path,
) -> bytes:
    """Return the terminology template: the same bytes whatever the order of *concepts*.

    A draft has no messages; of a concept that is not to be translated only the subjects have.

    :param concepts: all concepts of the project
    :param project: the project's name
    :param version: the project's version
    :param copyright: who holds the copyright, and since when
    :param relative_to: the folder of the template; locations are written relative to it
    """
    located = [
        (_locate(concept.place, relative_to), concept)
        for concept in concepts
        if concept.status is not ConceptStatus.DRAFT
    ]
    located.sort(key=lambda pair: (pair[0][0], pair[0][1] or 0, pair[1].id))
    entries = _merge_equal(
        replace(entry, locations=(location,) if location[0] else ())
        for make_entries in (_term_entries, _abbreviation_entries, _subject_entries)
        for entry, location in _each(make_entries, located)
    )
    return format_catalogue(_header(project, version, copyright), entries).encode()


def _each(
    make_entries: Callable[[Concept], Iterator[Entry]], located: list[tuple[_Location, Concept]]
) -> Iterator[tuple[Entry, _Location]]:
    return ((entry, location) for location, c in located for entry in make_entries(c))


def _locate(place: Place, relative_to: Path) -> _Location:
    if not place.path:
        return "", None
    try:
        path = os.path.relpath(place.path, relative_to)
    except ValueError:  # another drive of Windows
        path = place.path
    return PurePath(path).as_posix(), place.line or None


def _term_entries(concept: Concept) -> Iterator[Entry]:
    if concept.do_not_translate:
        return
    comments = [_describe(concept), _definition(concept), _qualifier_help(concept), *NOTATION_HELP]
    yield Entry(context=TERM, msgid=concept.msgid, comments=tuple(filter(None, comments)))


def _abbreviation_entries(concept: Concept) -> Iterator[Entry]:
    if concept.do_not_translate or not concept.abbreviation:
        return
    description = f"{concept.abbreviation}: abbreviation of {concept.msgid}. Id: {concept.id}"
    comments = (_one_line(description), _ABBREVIATION_HELP)
    yield Entry(context=ABBREVIATION, msgid=concept.abbreviation, comments=comments)


def _subject_entries(concept: Concept) -> Iterator[Entry]:
    for subject in concept.subjects:
        yield Entry(context=SUBJECT, msgid=subject, comments=(_SUBJECT_HELP,))


def _describe(concept: Concept) -> str:
    """Return the name with its grammar and company: ``client (noun, Business). Id: client``."""
    kinds = ", ".join(filter(None, (concept.part_of_speech, *concept.subjects)))
    sentences = [
        f"{concept.name} ({kinds})" if kinds else concept.name,
        *_labelled("Synonyms", concept.synonyms),
        *_labelled("To avoid", concept.deprecated),
        *_labelled("Abbreviation", filter(None, (concept.abbreviation,))),
        f"Id: {concept.id}",
    ]
    return _one_line(". ".join(sentences))


def _labelled(label: str, names: Iterable[str]) -> list[str]:
    listed = ", ".join(names)
    return [f"{label}: {listed}"] if listed else []


def _definition(concept: Concept) -> str:
    return _one_line("".join(span.text for span in concept.definition))


def _qualifier_help(concept: Concept) -> str:
    if not concept.qualifier:
        return ""
    return _one_line(
        f'"({concept.qualifier})" only tells this concept from others called '
        f'"{concept.name}": do not copy the parentheses.'
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _merge_equal(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Make one entry of all that have one context and msgid, where the first of them stands."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.key, []).append(entry)
    for group in groups.values():
        comments = dict.fromkeys(comment for entry in group for comment in entry.comments)
        locations = dict.fromkeys(place for entry in group for place in entry.locations)
        yield replace(group[0], comments=tuple(comments), locations=tuple(locations))


def _header(project: str, version: str, holder: str) -> str:
    """Return a header without dates and tool versions, which would change every template."""
    comments = [
        f"{START} of {project}, for translators.",
        f"Copyright (C) {holder}" if holder else "",
        f"This file is distributed under the same license as {project}.",
    ]
    fields = [
        f"Project-Id-Version: {_one_line(f'{project} {version}')}\n",
        "MIME-Version: 1.0\n",
        "Content-Type: text/plain; charset=UTF-8\n",
        "Content-Transfer-Encoding: 8bit\n",
    ]
    lines = [f"# {_one_line(comment)}" for comment in comments if comment]
    return "\n".join([*lines, "#", 'msgid ""', 'msgstr ""', *map(escape, fields)])
