"""The interface speaks all its languages: every string extracted and translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import sphinx_glossary_ext
from sphinx_glossary_ext.linguistics.punctuation import with_remark

PACKAGE = Path(sphinx_glossary_ext.__file__).parent
TEMPLATE = PACKAGE / "locale" / "sphinx_glossary_ext.pot"
PLURALS = {"fi": 2, "ja": 1, "ko": 1}
FIELD = re.compile(r"\{\w+\}")


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def messages(path: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each message with its translations: several of what has a plural."""
    with path.open("rb") as stream:
        return {forms(m.id): forms(m.string) for m in read_po(stream) if m.id and not m.fuzzy}


def test_the_template_is_fresh() -> None:
    extracted = {forms(message) for _file, _line, message, *_rest in extract_from_dir(PACKAGE)}
    assert set(messages(TEMPLATE)) == extracted


@pytest.mark.parametrize("locale", ["fi", "ja", "ko"])
def test_every_string_is_translated(locale: str) -> None:
    catalogue = PACKAGE / "locale" / locale / "LC_MESSAGES" / "sphinx_glossary_ext.po"
    translated = messages(catalogue)
    assert translated.keys() == messages(TEMPLATE).keys()
    for msgids, msgstrs in translated.items():
        assert len(msgstrs) == (1 if len(msgids) == 1 else PLURALS[locale])
        assert all(msgstrs)
        assert {*map(fields, msgids)} == {*map(fields, msgstrs)}


@pytest.mark.parametrize("locale", ["fi", "ja", "ko"])
def test_remarks_have_the_brackets_of_texts(locale: str) -> None:
    catalogue = PACKAGE / "locale" / locale / "LC_MESSAGES" / "sphinx_glossary_ext.po"
    (remark,) = messages(catalogue)[(" ({remark})",)]
    assert remark == with_remark("", "{remark}", locale)


def fields(text: str) -> tuple[str, ...]:
    return tuple(FIELD.findall(text))
