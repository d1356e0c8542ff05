"""Every message of the knowledge base is translated; what is unsure is told to its readers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from babel.messages.pofile import read_po

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
