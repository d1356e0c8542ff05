"""What axe finds on a page, in the themes and modes that readers have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

THEMES = {
    "alabaster": ["light"],
    "furo": ["light", "dark"],
    "sphinx_rtd_theme": ["light"],
    "pydata_sphinx_theme": ["light", "dark"],
    "sphinx_book_theme": ["light", "dark"],
}


def violations(page: Page, path: Path, mode: str) -> set[tuple[str, str]]:
    """Return what axe finds on the page, each rule with the element."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(reduced_motion="reduce", color_scheme="dark" if mode == "dark" else "light")
    page.goto(path.as_uri())
    page.evaluate(
        "mode => { for (const e of [document.documentElement, document.body])"
        " e.dataset.theme = e.dataset.mode = mode }",
        mode,
    )
    return {
        (violation["id"], str(target))
        for violation in axe.run(page).response["violations"]
        for node in violation["nodes"]
        for target in node["target"]
    }
