"""Making PDFs: the settings of the guide are those of these pages, and LaTeX gets them.

No PDF is made here: TeX is far larger than all else that the tests need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from manual.fences import DOCS, code_blocks
from projects import CONF

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Project

SETTINGS = [
    block.text for block in code_blocks("how-to/make-pdfs.md") if block.caption == "conf.py"
]
SOURCE = "Title\n=====\n\n.. term:: client\n\n   One who pays.\n"


def test_these_pages_are_set_as_the_guide_says() -> None:
    ours = (DOCS / "conf.py").read_text("utf-8")
    assert [text for text in SETTINGS if text not in ours] == []


@pytest.mark.parametrize(
    ("language", "fonts", "warnings"),
    [
        ("ja", {"Noto Serif CJK JP"}, set()),
        # Sphinx's own, once or twice
        (
            "ko",
            {"Noto Serif CJK JP", "Noto Serif CJK KR"},
            {"no Babel option known for language 'ko'"},
        ),
    ],
)
def test_the_source_is_for_xelatex(
    make_project: Callable[..., Project], language: str, fonts: set[str], warnings: set[str]
) -> None:
    conf = "\n".join((CONF, *SETTINGS))
    project = make_project({"conf.py": conf, "index.rst": SOURCE})
    built = project.build("latex", language=language)
    assert set(built.warnings) == warnings
    source = built.text("example.tex")
    assert r"\def\sphinxdocclass{report}" in source
    assert {font for font in ("Noto Serif CJK JP", "Noto Serif CJK KR") if font in source} == fonts
