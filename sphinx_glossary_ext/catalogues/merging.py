"""A catalogue brought up to date with its template, without guesses and without losses.

``sphinx-intl update`` compares msgids only, so it leaves comments and locations stale, does not
add a message whose msgid exists in another context, and offers one concept's names for another.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from babel.messages.plurals import get_plural
from babel.messages.pofile import denormalize

from sphinx_glossary_ext.catalogues.files import (
    CatalogueFile,
    UnreadableCatalogueError,
    parse_file,
)
from sphinx_glossary_ext.catalogues.notation import quoted
from sphinx_glossary_ext.catalogues.obsolete import obsolete_entries, with_displaced_names
from sphinx_glossary_ext.catalogues.reading import CONTEXTS, SUBJECT
from sphinx_glossary_ext.catalogues.writing import Entry, format_catalogue, format_keys
from sphinx_glossary_ext.linguistics.locales import parse_locale

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

_CONCEPT_ID: Final = re.compile(r"(?<!\S)Id: (\S+)")
_GUESSED_FROM: Final = 0.6
"""How similar two msgids must be for Babel's ``Catalog.update`` to offer a msgstr for another."""


def merge_terminology(template: bytes, previous: bytes, *, locale: str) -> bytes:
    """Return the terminology catalogue *previous*, brought up to date with *template*.

    The template decides which messages there are, their order, comments and locations; the
    catalogue keeps its header, msgstrs, flags and translators' comments. The names of a concept
    that was renamed stay as fuzzy. A fuzzy guess taken from another concept is emptied. Names that
    are no longer in use become obsolete; those whose message another concept has now become a
    translators' comment. If nothing changes, the bytes do not change either.

    :param template: the terminology template
    :param previous: the catalogue, best as it was before sphinx-intl's update, which leaves few
        traces of what it guessed; empty for a new one
    :param locale: the locale of the catalogue, for the header of a new one
    :raises UnreadableCatalogueError: one of the two is damaged; nothing is lost that way
    """
    source, old = parse_file(template), parse_file(previous)
    former = _former_entries(source, old)
    ids = {(entry.context, id_) for entry in source.live.values() for id_ in _concepts(entry)}
    live = {
        key: _bring_over(entry, former.get(key), source, old, ids)
        for key, entry in source.live.items()
    }
    renamed = {other.key for key, other in former.items() if live[key].msgstr == other.msgstr}
    obsolete = obsolete_entries(old, live, renamed)
    live |= with_displaced_names(old, live, renamed)
    unchanged = _essence(old.live, old.obsolete) == _essence(live, obsolete)
    if old.header and unchanged:
        return previous
    header = old.header or _new_header(source.header, locale)
    text = format_catalogue(header, live.values(), obsolete.values())
    return text.replace("\n", "\r\n" if b"\r\n" in previous else "\n").encode()


def agrees(template: bytes, po: bytes) -> tuple[str, ...]:
    """Return how a catalogue differs from its template, an empty tuple if they agree.

    To agree, they need the same messages and, in the terminology catalogue, the same extracted
    comments. Line breaks in comments do not count, because PO tools move them; nor do locations.

    :param template: a template, of the terminology or of a document
    :param po: the catalogue in one language
    """
    try:
        theirs, ours = parse_file(template).live, parse_file(po).live
    except UnreadableCatalogueError as error:
        return tuple(f"line {p.place.line}: {p.message}" for p in error.problems)
    stale = (
        key
        for key in theirs.keys() & ours.keys()
        if key[0] in CONTEXTS and _unwrapped(theirs[key]) != _unwrapped(ours[key])
    )
    return (
        *(f"{_named(key)} is missing" for key in theirs if key not in ours),
        *(f"{_named(key)} is not in the template" for key in ours if key not in theirs),
        *(f"{_named(key)} has other comments than the template" for key in sorted(stale)),
    )


def _bring_over(
    entry: Entry,
    former: Entry | None,
    source: CatalogueFile,
    old: CatalogueFile,
    ids: Set[tuple[str, str]],
) -> Entry:
    """Return the template's *entry* with what the catalogue has for it.

    :param former: the entry that has the names of a renamed concept
    :param ids: the ids of the concepts in *source*, each with its context
    """
    same = old.live.get(entry.key)
    if same and same.msgstr:
        same = _without_names_of_others(same, entry, source, old, ids)
    if same and same.msgstr:
        return _with_names_of(same, entry)
    if former:
        return _as_fuzzy(former, entry)
    revived = old.obsolete.get(entry.key)
    if revived and revived.msgstr:
        return _as_fuzzy(revived, entry)
    return _with_names_of(same, entry) if same else entry


def _with_names_of(theirs: Entry, entry: Entry) -> Entry:
    return replace(
        entry,
        msgstr=theirs.msgstr,
        flags=entry.flags | theirs.flags,
        translator_comments=theirs.translator_comments,
        previous=theirs.previous if theirs.fuzzy else (),
    )


def _as_fuzzy(theirs: Entry, entry: Entry) -> Entry:
    """Return *entry* with names to be approved; what they were for is noted: no mere guess."""
    filled = _with_names_of(theirs, entry)
    previous = tuple(format_keys(theirs).split("\n"))
    return replace(filled, flags=filled.flags | {"fuzzy"}, previous=previous)


def _without_names_of_others(
    same: Entry,
    entry: Entry,
    source: CatalogueFile,
    old: CatalogueFile,
    ids: Set[tuple[str, str]],
) -> Entry:
    """Empty the catalogue's entry if its msgstr belongs to another concept."""
    emptied = replace(same, msgstr="", flags=same.flags - {"fuzzy"}, previous=())
    if _differ(same, entry) and (same.fuzzy or _is_renamed(same, ids)):
        return emptied
    donor = _donor(same, entry, source, old) if same.fuzzy else None
    if donor is None:
        return same
    copied = donor.translator_comments == same.translator_comments
    return replace(emptied, translator_comments=()) if copied else emptied


def _donor(same: Entry, entry: Entry, source: CatalogueFile, old: CatalogueFile) -> Entry | None:
    """Return the entry of another concept from which a fuzzy msgstr was taken.

    It has this very msgstr, and its msgid is the one noted with the guess, as msgmerge does, or,
    where none is noted, so similar that Babel would offer the one for the other. Of two fuzzy
    entries nobody can tell which was first.
    """
    noted = _previous_key(same)
    for other in old.live.values():
        if (
            other.msgstr == same.msgstr
            and not other.fuzzy
            and _differ(source.live.get(other.key, other), entry)
            and (other.key == noted if noted else _similar(other.msgid, entry.msgid))
        ):
            return other
    return None


def _former_entries(source: CatalogueFile, old: CatalogueFile) -> dict[tuple[str, str], Entry]:
    """Return the entries that hold the names of renamed concepts, by the concepts' new keys."""
    homeless = {
        (other.context, concept): other
        for key, other in old.live.items()
        if other.msgstr and (key not in source.live or _differ(source.live[key], other))
        for concept in _concepts(other)
    }
    return {
        key: homeless[key[0], concept]
        for key, entry in source.live.items()
        if not (key in old.live and old.live[key].msgstr and not _differ(old.live[key], entry))
        # of several the first counts, which comes last
        for concept in reversed(_concepts(entry))
        if (key[0], concept) in homeless
    }


def _is_renamed(same: Entry, ids: Set[tuple[str, str]]) -> bool:
    """Tell whether the concept that an entry was about has another msgid now."""
    return any((same.context, id_) in ids for id_ in _concepts(same))


def _differ(one: Entry, other: Entry) -> bool:
    """Tell whether two entries are about different concepts, as far as they say."""
    if one.context != other.context:
        return True
    ids, other_ids = _concepts(one), _concepts(other)
    return bool(ids and other_ids and set(ids).isdisjoint(other_ids))


def _concepts(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the concepts that an entry is about; a subject stands for itself."""
    if entry.context == SUBJECT:
        return (entry.msgid,)
    return tuple(_CONCEPT_ID.findall(" ".join(entry.comments)))


def _similar(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.lower(), other.lower(), autojunk=False)
    return matcher.ratio() >= _GUESSED_FROM


def _previous_key(entry: Entry) -> tuple[str, str] | None:
    """Return the context and msgid noted after ``#|``, if there are any."""
    context, keyword, msgid = "\n".join(entry.previous).rpartition("msgid ")
    if not keyword:
        return None
    context = context.removeprefix("msgctxt ").strip()
    return denormalize(context) if context else "", denormalize(msgid)


def _essence(
    live: Mapping[tuple[str, str], Entry], obsolete: Mapping[tuple[str, str], Entry]
) -> list[object]:
    """Return what makes two files say the same, however their lines are wrapped."""
    used = [
        (replace(entry, comments=(), locations=()), _unwrapped(entry), set(entry.locations))
        for entry in live.values()
    ]
    unused = [replace(e, comments=(), locations=(), previous=()) for e in obsolete.values()]
    return [*used, "obsolete", *unused]


def _unwrapped(entry: Entry) -> str:
    """Return the extracted comments without white space, where tools break lines."""
    return "".join("".join(entry.comments).split())


def _named(key: tuple[str, str]) -> str:
    context, msgid = key
    return f"{quoted(msgid)} ({context})" if context else quoted(msgid)


def _new_header(header: str, locale: str) -> str:
    """Return the template's header for a language, with its plural rule."""
    lines = [f'"Language: {locale}\\n"']
    known = parse_locale(locale)
    if known:
        forms, rule, *_ = get_plural(str(known))
        lines.append(f'"Plural-Forms: nplurals={forms}; plural={rule};\\n"')
    return "\n".join([header, *lines])
