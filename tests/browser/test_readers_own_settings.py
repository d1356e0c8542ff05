"""What readers set for all pages, in the browser or the system: their own colours, and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.readers import needs_graphviz
from browser.themes import in_themes
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

PAGES = [f"page{number}" for number in range(12)]
CONCEPTS = [f"wide name number {number}" for number in range(9)]
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   " + "\n   ".join(PAGES),
    "terms.rst": f"""\
Terms
=====

.. term:: client
   :related: {"; ".join(name.replace(" ", "-") for name in CONCEPTS)}

   One who engages.

"""
    + "".join(f".. term:: {name}\n   :broader: client\n\n   Text.\n\n" for name in CONCEPTS),
    **{page: f"{page}\n======\n\n:term:`client`\n" for page in (f"{p}.rst" for p in PAGES)},
}
CATALOGUES = {"fi/terminology": {"client": "asiakas"}}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that builds the project in a theme, once, and returns its output."""
    project = Project(tmp_path_factory.mktemp("settings") / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)
    return in_themes(project)


# ---- colours of the reader's own

CONTRASTS = """selectors => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = color => {
    canvas.fillStyle = "black";
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = color => rgb(color)
    .map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  return Object.entries(selectors).map(([selector, [front, back]]) => {
    const style = getComputedStyle(document.querySelector(selector));
    return [selector, contrast(style[front], back ? style[back] : "black")];
  }).filter(([, found]) => found < 4.5);
}"""
"""What is told too little from its ground; none is named where that is the page, which is black."""


@needs_graphviz
@pytest.mark.parametrize("theme", ["alabaster", "furo", "sphinx_rtd_theme"])
def test_drawings_and_marks_are_seen_on_black(
    page: Page, sites: Callable[[str], Path], theme: str
) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    # as one who has chosen the light colours of the theme
    page.add_init_script("localStorage.setItem('theme', 'light')")
    page.goto((sites(theme) / "terms.html").as_uri())
    shown = {
        ".glossary-map a text": ["fill", ""],
        ".glossary-map a rect": ["stroke", "fill"],
        ".glossary-map-here text": ["fill", ""],
        ".glossary-map-lines path": ["stroke", ""],
        ".glossary-map-lines text": ["fill", "stroke"],
        ".glossary-copy > svg": ["stroke", ""],
    }
    assert page.evaluate(CONTRASTS, shown) == []
    assert (
        page.locator(".glossary-map").first.evaluate("e => getComputedStyle(e).backgroundImage")
        == "none"
    )
    page.goto((sites(theme) / "glossary-index.html").as_uri())
    page.fill(".glossary-search input", "client")
    page.locator(".glossary-found mark").first.wait_for()
    shown = {".glossary-found mark": ["color", "backgroundColor"], ".glossary-bar": ["color", ""]}
    assert page.evaluate(CONTRASTS, shown) == []


# ---- paper


@needs_graphviz
def test_paper_has_whole_maps(page: Page, sites: Callable[[str], Path]) -> None:
    page.set_viewport_size({"width": 720, "height": 900})
    page.goto((sites("alabaster") / "terms.html").as_uri())
    frame = page.locator(".glossary-map").first
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    page.emulate_media(media="print")
    assert frame.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_paper_has_the_pages_that_are_folded(page: Page, sites: Callable[[str], Path]) -> None:
    page.goto((sites("alabaster") / "terms.html").as_uri())
    last = page.locator("dl.glossary-facts details a").last
    assert not last.is_visible()
    page.emulate_media(media="print")
    assert last.is_visible()
    assert not page.locator("dl.glossary-facts summary").is_visible()
