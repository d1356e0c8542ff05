"""Adding a language: the guide is followed in the project of the tutorial."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from manual.fences import code_blocks
from manual.steps import follow

from sphinx_glossary_ext.cli.project import read_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest.importorskip("myst_parser", reason="the guide is written for a project in MyST")
pytest.importorskip("sphinx_intl", reason="the guide updates catalogues with sphinx-intl")

GUIDE = code_blocks("how-to/add-a-language.md")
SETTING = GUIDE[-1].text


@pytest.fixture(scope="module")
def site(once: Callable[..., Path]) -> Path:
    """Write the tutorial's files, then follow the guide; return the folder it was done in."""
    files = [b for b in code_blocks("tutorial.md") if b.language in {"python", "markdown"}]

    def fill(folder: Path) -> None:
        folder.mkdir()
        for block in (*files, *(b for b in GUIDE if b.text != SETTING)):
            follow(block, folder)

    return once("add-a-language", fill)


def body(site: Path, page: str) -> str:
    html = (site / "build" / "html" / page).read_text("utf-8")
    return html.partition('<div class="body"')[2].partition('class="sphinxsidebar"')[0]


def test_names_appear_in_sentences_that_are_not_translated(site: Path) -> None:
    text = re.sub(r"<[^>]*>", "", body(site, "fi/meeting.html"))
    assert "Ask the asiakas what has been tried before." in text


def test_what_is_missing_is_english_and_marked(site: Path) -> None:
    html = body(site, "fi/words.html")
    assert '<dt id="term-customer"><span lang="en">customer</span>' in html
    assert "ei vielä käännetty" in html
    assert '<p lang="en">A person or company that engages' in html
    assert "Esiintyy sivulla" in html


def test_other_languages_name_the_new_one(site: Path) -> None:
    words = " ".join(re.sub(r"<[^>]*>", " ", body(site, "en/words.html")).split())
    assert "Suomi asiakas toimeksiantaja" in words
    assert "Suomi customer (not yet translated)" in words
    assert "Suomi" in body(site, "en/glossary-index.html")


def test_the_setting_keeps_it_from_commands(site: Path, tmp_path: Path) -> None:
    docs = shutil.copytree(site / "docs", tmp_path / "docs")
    assert read_project(docs).languages == ("fi",)
    with (docs / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(SETTING)
    assert read_project(docs).languages == ()
