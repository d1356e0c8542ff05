"""Every message of the knowledge base is translated; what is unsure is told to its readers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from babel.messages.pofile import read_po

from sphinx_glossary_ext.catalogues import TERM, parse_msgstr, read_catalogue
from sphinx_glossary_ext.model import Status

ROOT: Final = Path(__file__).parents[2]
TO_REVIEW: Final = ROOT / "docs/glossary/to-review.md"
_ROW: Final = re.compile(
    r"\| (?P<locale>\w+) \| (?P<catalogue>[\w/-]+) \| `(?P<start>.+?)` \| .+ \|"
)


class Doubt(NamedTuple):
    """A row of the list: a message that is fuzzy, by what it begins with."""

    locale: str
    catalogue: str
    start: str


def doubts() -> list[Doubt]:
    """Return the rows of the list."""
    rows = map(_ROW.fullmatch, TO_REVIEW.read_text("utf-8").splitlines())
    return [Doubt(*row.groups()) for row in rows if row]


def messages(locale: str) -> list[tuple[str, str, str, bool]]:
    """Return the catalogue, msgid, msgstr and fuzziness of each message in *locale*."""
    folder = ROOT / "locales" / locale / "LC_MESSAGES"
    paths = [folder / "index.po", folder / "terminology.po", *folder.glob("glossary/**/*.po")]
    found = []
    for path in paths:
        catalogue = path.relative_to(folder).with_suffix("").as_posix()
        with path.open("rb") as stream:
            found += [
                (catalogue, str(m.id), str(m.string), m.fuzzy) for m in read_po(stream) if m.id
            ]
    return found


@pytest.mark.parametrize("locale", ["ja", "ko", "fi"])
def test_every_message_is_translated(locale: str) -> None:
    found = messages(locale)
    assert len(found) > 500
    assert [(catalogue, msgid) for catalogue, msgid, msgstr, _fuzzy in found if not msgstr] == []


@pytest.mark.parametrize("locale", ["ja", "ko", "fi"])
def test_only_listed_messages_are_fuzzy(locale: str) -> None:
    listed = [(catalogue, start) for where, catalogue, start in doubts() if where == locale]
    fuzzy = [(catalogue, msgid) for catalogue, msgid, _msgstr, fuzzy in messages(locale) if fuzzy]
    unlisted = [
        (catalogue, msgid)
        for catalogue, msgid in fuzzy
        if not any(catalogue == where and msgid.startswith(start) for where, start in listed)
    ]
    settled = [
        (where, start)
        for where, start in listed
        if not any(catalogue == where and msgid.startswith(start) for catalogue, msgid in fuzzy)
    ]
    assert (unlisted, settled) == ([], [])


@pytest.mark.parametrize("locale", ["ja", "ko", "fi"])
def test_the_entry_speaks_of_each_name_to_avoid(locale: str) -> None:
    """Without a word on it, readers could not know why."""
    folder = ROOT / "locales" / locale / "LC_MESSAGES"
    texts: dict[str, str] = {}
    for catalogue, _msgid, msgstr, _fuzzy in messages(locale):
        texts[catalogue] = f"{texts.get(catalogue, '')}\n{msgstr}".casefold()
    found, silent = 0, []
    for (context, msgid), message in read_catalogue(
        folder / "terminology.po", locale
    ).messages.items():
        for name in parse_msgstr(message.msgstr)[0].names:
            if context == TERM and name.status is Status.DEPRECATED:
                found += 1
                page = f"glossary/{re.sub('[^a-z]+', '-', msgid)}"
                if name.name.casefold() not in texts[page]:
                    silent.append((msgid, name.name))
    assert found >= 15
    assert silent == []
