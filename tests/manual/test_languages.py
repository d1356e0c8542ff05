"""Linking the languages: what the guide tells a project to write does what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from manual.fences import MANUAL, code_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

GUIDE = "how-to/languages.md"
FILES = {"index.rst": "Title\n=====\n\n.. term:: client\n\n   One who pays.\n"}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人"},
    "fi/terminology": {"client": "asiakas"},
    "sv/terminology": {"client": "klient"},
}


def settings() -> dict[str, Any]:
    """Return all that the guide puts into ``conf.py``."""
    namespace: dict[str, Any] = {}
    # some stand in a list, and are indented
    plain = re.findall(r"(?ms)^ *```python\n(.*?)^ *```$", (MANUAL / GUIDE).read_text("utf-8"))
    named = [block.text for block in code_blocks(GUIDE) if block.caption == "docs/conf.py"]
    for text in (*plain, *named):
        exec("\n".join(line.strip() for line in text.splitlines()), namespace)
    del namespace["__builtins__"]
    return namespace


def test_the_settings_and_the_template(build: Callable[..., Built]) -> None:
    (template,) = (
        b.text for b in code_blocks(GUIDE) if b.caption == "docs/_templates/languages.html"
    )
    assert set(settings()) == {
        "glossary_link_template", "glossary_languages", "templates_path", "html_sidebars",
        "glossary_language_links", "html_baseurl",
    }  # fmt: skip
    built = build(
        {**FILES, "_templates/languages.html": template},
        language="ja",
        po=CATALOGUES,
        html_theme="alabaster",
        **settings(),
    )
    assert built.warnings == []
    links = re.findall(
        r'(?s)<a href="([^"]*)" lang="(\w+)" hreflang="\w+">\s*(\w+)</a>', built.html()
    )
    # Swedish is not among those that the guide names
    assert links == [("../en/index.html", "en", "English"), ("../fi/index.html", "fi", "Suomi")]
    assert "glossary-languages" not in built.html()
    here = "https://example.org/docs/ja/index.html"
    assert f'<link rel="canonical" href="{here}" />' in built.html()
    assert f'<link rel="alternate" hreflang="ja" href="{here}" />' in built.html()
