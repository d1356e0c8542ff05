"""Words of another script are marked, so that they are read and drawn in their language."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest.importorskip("myst_parser", reason="the manual is written in MyST")

SCRIPTS: Final = {"ja": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"), "ko": re.compile("[가-힣]")}
VOID: Final = {"area", "br", "hr", "img", "input", "link", "meta", "wbr"}


class Sentences(HTMLParser):
    """Collects the texts of a page's article with their language; code and data have none."""

    def __init__(self) -> None:
        """Begin outside of the article."""
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the language of what stands inside."""
        if tag not in VOID:
            inherited = self.open[-1][1] if self.open else None
            self.open.append((tag, dict(attrs).get("lang", inherited)))

    def handle_endtag(self, tag: str) -> None:
        """Go back to the language outside."""
        if tag not in VOID:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note the text."""
        tags = {tag for tag, _ in self.open}
        if "article" in tags and not tags & {"pre", "script", "select"}:
            self.found.append((data, self.open[-1][1] or ""))


@pytest.mark.parametrize(
    "page", ["glossary/client", "glossary/automation", "manual/tutorial", "manual/how-to/translate"]
)
def test_words_of_other_scripts_are_marked(documentation: Callable[[str], Path], page: str) -> None:
    sentences = Sentences()
    sentences.feed((documentation("en") / f"{page}.html").read_text("utf-8"))
    languages = {
        (locale, language)
        for locale, script in SCRIPTS.items()
        for text, language in sentences.found
        if script.search(text)
    }
    assert ("ja", "ja") in languages
    assert {locale == language for locale, language in languages} == {True}
