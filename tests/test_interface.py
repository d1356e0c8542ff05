"""The interface speaks all its languages: every string extracted and translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import sphinx_glossary_ext

PACKAGE = Path(sphinx_glossary_ext.__file__).parent
TEMPLATE = PACKAGE / "locale" / "sphinx_glossary_ext.pot"
FIELD = re.compile(r"\{\w+\}")


def messages(path: Path) -> dict[str, str]:
    with path.open("rb") as stream:
        return {str(m.id): str(m.string) for m in read_po(stream) if m.id and not m.fuzzy}


def test_the_template_is_fresh() -> None:
    extracted = {message for _file, _line, message, *_rest in extract_from_dir(PACKAGE)}
    assert set(messages(TEMPLATE)) == extracted


@pytest.mark.parametrize("locale", ["fi", "ja", "ko"])
def test_every_string_is_translated(locale: str) -> None:
    catalogue = PACKAGE / "locale" / locale / "LC_MESSAGES" / "sphinx_glossary_ext.po"
    translated = messages(catalogue)
    assert translated.keys() == messages(TEMPLATE).keys()
    assert all(translated.values())
    for msgid, msgstr in translated.items():
        assert FIELD.findall(msgid) == FIELD.findall(msgstr)
