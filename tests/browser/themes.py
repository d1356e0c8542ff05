"""The themes in which our pages are looked at, how each is told to be dark, and what axe finds."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from projects import Project

ROOT = Path(__file__).parents[2]

THEMES = (
    "alabaster",
    "furo",
    "sphinx_rtd_theme",
    "pydata_sphinx_theme",
    "sphinx_book_theme",
)
MODES = ("light", "dark")
HAVE_NO_DARK_MODE = frozenset({"alabaster", "sphinx_rtd_theme"})
"""Themes that stay light whatever the system prefers."""

Finding: TypeAlias = tuple[str, ...]

_CHOOSE = """mode => {
  for (const name of ["mode", "theme"]) localStorage.setItem(name, mode);
}"""
"""How readers of furo ("theme") and of pydata_sphinx_theme and its kin ("mode", "theme") choose."""


def skip_unless_ci(reason: str) -> NoReturn:
    """Skip the test; where ``CI`` is set everything has to be there, and it fails."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def skip_without(theme: str) -> None:
    """Skip the test unless *theme* is installed."""
    if importlib.util.find_spec(theme) is None:
        # pyproject.toml leaves this one out where it would take Sphinx back
        if theme == "sphinx_rtd_theme" and sys.version_info >= (3, 13):
            pytest.skip(f"no {theme} for this Python")
        skip_unless_ci(f"{theme} is not installed")


def in_themes(project: Project, **settings: Any) -> Callable[[str], Path]:
    """Return a function that builds *project* in a theme, once, and returns its output."""
    built: dict[str, Path] = {}

    def site(theme: str) -> Path:
        skip_without(theme)
        if theme not in built:
            built[theme] = project.build(to=theme, html_theme=theme, **settings).outdir
        return built[theme]

    return site


def screenshots() -> Path:
    """Return the folder for pictures, which git ignores: ``SCREENSHOTS`` in the environment."""
    folder = Path(os.environ.get("SCREENSHOTS") or ROOT / ".screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def open_in(page: Page, address: str, mode: str, *, system: str = "") -> None:
    """Open *address* as one who chose *mode* in the theme, and *system* (else that) outside it."""
    scheme: Literal["light", "dark"] = "dark" if (system or mode) == "dark" else "light"
    page.emulate_media(reduced_motion="reduce", color_scheme=scheme)
    page.add_init_script(f"({_CHOOSE})({mode!r})")
    page.goto(address)


def findings(page: Page) -> dict[Finding, float]:
    """Return what axe finds on the page, with the contrast of what is too faint.

    Faint text is told by its colour, so that a theme's own faint links allow ours; anything else
    by the element.
    """
    from axe_playwright_python.sync_playwright import Axe

    options = {"resultTypes": ["violations"]}
    violations = Axe().run(page, options=options).response["violations"]
    found: dict[Finding, float] = {}
    for violation in violations:
        for node in violation["nodes"]:
            finding, contrast = _finding(violation["id"], node)
            found[finding] = min(contrast, found.get(finding, contrast))
    return found


def _finding(rule: str, node: dict[str, Any]) -> tuple[Finding, float]:
    for check in node["any"]:
        if rule == "color-contrast" and check["data"]:
            return (rule, check["data"]["fgColor"]), check["data"]["contrastRatio"]
    return (rule, node["html"][:200]), 0


def worse(found: dict[Finding, float], known: dict[Finding, float]) -> dict[Finding, float]:
    """Return those of *found* that are not *known*, or were not so faint there."""
    return {
        finding: contrast
        for finding, contrast in found.items()
        if finding not in known or contrast < known[finding]
    }
