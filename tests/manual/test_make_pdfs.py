"""Making PDFs: the settings of the guide are those of these pages, and LaTeX gets them.

No PDF is made here: TeX is far larger than all else that the tests need.
"""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

from manual.fences import CHECKOUT, code_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

FILES = {"index.rst": "Title\n=====\n\n.. term:: client\n\n   One who pays.\n"}


def settings() -> dict[str, Any]:
    """Return what the guide puts into ``conf.py``."""
    (text,) = (b.text for b in code_blocks("how-to/make-pdfs.md") if b.caption == "conf.py")
    namespace: dict[str, Any] = {}
    exec(text, namespace)
    del namespace["__builtins__"]
    return namespace


def test_these_pages_are_set_as_the_guide_says() -> None:
    ours = runpy.run_path(str(CHECKOUT / "docs" / "conf.py"))
    assert settings().items() <= ours.items()


def test_japanese_source_is_for_xelatex(build: Callable[..., Built]) -> None:
    names = {"ja/terminology": {"client": "依頼人《いらいにん》"}}
    built = build(FILES, "latex", language="ja", po=names, **settings())
    assert built.warnings == []
    source = built.text("example.tex")
    assert r"\def\sphinxdocclass{report}" in source
    assert r"\usepackage{xeCJK}" in source
