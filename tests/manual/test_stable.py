"""What is stable: the promises name what there is."""

from __future__ import annotations

import re
from pathlib import Path

from manual.fences import MANUAL

import sphinx_glossary_ext
from sphinx_glossary_ext.catalogues import ABBREVIATION, SUBJECT
from sphinx_glossary_ext.catalogues.reading import TERM
from sphinx_glossary_ext.exchange import FORMAT_VERSION

PAGE = (MANUAL / "explanation" / "stable.md").read_text("utf-8")
STATIC = Path(str(sphinx_glossary_ext.__file__)).with_name("static")


def test_the_version_of_the_schema_is_named() -> None:
    assert f"now {FORMAT_VERSION};" in PAGE


def test_the_contexts_are_named() -> None:
    assert all(f"`{context}`" in PAGE for context in (TERM, ABBREVIATION, SUBJECT))


def test_custom_properties_have_the_prefix() -> None:
    styles = "".join(path.read_text("utf-8") for path in STATIC.glob("*.css"))
    defined = set(re.findall(r"^ *(--[\w-]+):", styles, re.MULTILINE))
    assert defined
    assert [name for name in defined if not name.startswith("--glossary-")] == []
