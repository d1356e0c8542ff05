"""The tutorial: its files are written, its commands are run, and what it promises is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from manual.fences import code_blocks
from manual.steps import INSTALLATION, MODULES, follow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest.importorskip("sphinx_intl", reason="the tutorial updates catalogues with sphinx-intl")


@pytest.fixture(scope="module")
def site(once: Callable[..., Path]) -> Path:
    """Follow the tutorial from its first block to its last; return the folder it was done in."""

    def fill(folder: Path) -> None:
        folder.mkdir()
        for block in code_blocks("tutorial.md"):
            follow(block, folder)

    return once("tutorial", fill)


def page(site: Path, name: str) -> str:
    return (site / "build" / "html" / name).read_text("utf-8")


def body(html: str) -> str:
    return html.partition('<div class="body"')[2].partition('class="sphinxsidebar"')[0]


def test_it_has_commands_to_install_and_to_run() -> None:
    commands = [b.text for b in code_blocks("tutorial.md") if b.language == "console"]
    lines = [line.removeprefix("$ ") for text in commands for line in text.splitlines()]
    assert sum(line.startswith(INSTALLATION) for line in lines) == 3
    assert {line.split()[0] for line in lines if not line.startswith(INSTALLATION)} == set(MODULES)


def test_it_writes_the_catalogues_it_names(site: Path) -> None:
    folder = site / "docs" / "locales" / "ja" / "LC_MESSAGES"
    names = {path.name for path in folder.glob("*.po")}
    assert names == {"index.po", "meeting.po", "terminology.po", "words.po"}


def test_the_contrast_shows_on_both_sides(site: Path) -> None:
    html = body(page(site, "en/words.html"))
    assert html.count('<a class="reference internal glossary-term" href="#term-customer">') == 1
    assert html.count('<a class="reference internal glossary-term" href="#term-client">') == 1
    assert "The first meeting" in html


def test_the_japanese_sentence_has_the_approved_names(site: Path) -> None:
    text = re.sub(r"<[^>]*>", "", body(page(site, "ja/meeting.html")))
    assert "クライアント には" in text
    assert "顧客 は" in text


def test_the_japanese_entry_links_to_the_english_one(site: Path) -> None:
    html = body(page(site, "ja/words.html"))
    assert 'href="../en/words.html#term-client"' in html
    assert html.index("クライアント") < html.index("依頼人") < html.index("クライエント")
    assert '<p lang="en">A person or company that engages' in html


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_index_has_both_languages(site: Path, language: str) -> None:
    html = body(page(site, f"{language}/glossary-index.html"))
    assert all(name in html for name in ("client", "customer", "クライアント", "顧客"))


def test_the_landing_page_links_to_both_languages(site: Path) -> None:
    html = page(site, "index.html")
    assert 'href="en/index.html"' in html
    assert 'href="ja/index.html"' in html
    assert "日本語" in html
