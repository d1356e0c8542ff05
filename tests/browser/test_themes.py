"""Our pages in five themes, light and dark: in the theme's colours, and without new barriers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from browser.readers import ASPECTS
from browser.themes import (
    HAVE_NO_DARK_MODE,
    MODES,
    THEMES,
    findings,
    open_in,
    screenshots,
    skip_without,
    worse,
)
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

# so many that the table scrolls in its frame
FURTHER_ASPECTS = ASPECTS.partition("      * - Aspect 20\n")[0]
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   plain\n   terms\n   compared\n   see\n",
    "plain.rst": """\
Plain
=====

A paragraph with a :doc:`link <see>`, *emphasis* and **strength**.

:Field: With a :doc:`link <see>`.

.. list-table::
   :header-rows: 1
   :stub-columns: 1

   * - One
     - Two
   * - Three
     - A :doc:`link <see>`

.. glossary::

   word
      Its meaning.
""",
    "terms.rst": """\
Terms
=====

.. term:: client
   :part-of-speech: noun
   :subject: Business
   :synonyms: principal
   :deprecated: payer
   :abbreviation: Cl.
   :broader: party
   :contrast: customer
   :related: engagement
   :exact-match: https://example.org/client

   A person or company that engages a professional; see :term:`customer`.

   Further text.

   .. examples::

      * The :term:`client` waited.

   .. dialogue::

      * May I?
      * Of course.

.. term:: customer
   :subject: Business; Retail
   :broader: party

   A person who buys.

.. term:: party

   Somebody in a contract.

.. term:: engagement
   :broader: party

   What they agree on.
""",
    "compared.rst": f"""\
Compared
========

.. compare:: client; customer
   :difficulty: 2

   A client engages over time; a customer buys once.

   .. aspects::

      * - Relationship
        - long-term
        - anonymous
      * - Decides by
        - trust
        - price
{FURTHER_ASPECTS}
   .. examples:: client

      * One engages.

   .. dialogue:: customer

      * Here you are.
      * Thank you.

   In short, they differ.
""",
    "see.rst": "See\n===\n\nA :term:`client` is no :term:`customer`.\n",
}
CATALOGUES = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》 | ~クライエント",
        "customer": "顧客《こきゃく》",
    },
    "ko/terminology": {"client": "의뢰인", "?customer": "고객"},
    "fi/terminology": {"client": "toimeksiantaja", "customer": "-"},
}


def show_results(page: Page) -> None:
    """Ask the search box for what is found in several languages."""
    page.fill(".glossary-search input", "i")
    page.locator(".glossary-found tbody tr").first.wait_for()


def show_card(page: Page) -> None:
    """Point at a link until its card is there."""
    page.locator("a.glossary-term").first.hover()
    page.get_by_role("tooltip").wait_for()


def show_page(_page: Page) -> None:
    """Leave the page as it comes."""


VIEWS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "index": ("glossary-index", show_page),
    "search": ("glossary-index", show_results),
    "entry": ("terms", show_page),
    "comparison": ("compared", show_page),
    "card": ("see", show_card),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that builds the project in a theme, once, and returns its output."""
    built: dict[str, Path] = {}
    project = Project(tmp_path_factory.mktemp("themes") / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)

    def site(theme: str) -> Path:
        skip_without(theme)
        if theme not in built:
            done = project.build(language="ja", to=theme, html_theme=theme)
            assert done.warnings == []
            built[theme] = done.outdir
        return built[theme]

    return site


def address(site: Path, name: str) -> str:
    return (site / f"{name}.html").as_uri()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", THEMES)
def test_no_barrier_that_the_theme_has_not(
    page: Page, sites: Callable[[str], Path], theme: str, mode: str
) -> None:
    site = sites(theme)
    open_in(page, address(site, "plain"), mode)
    # a link that is pointed at has a colour of the theme's own, and there are others
    page.get_by_role("main").get_by_role("link", name="link").first.hover()
    known = findings(page)
    new = {}
    for view, (name, show) in VIEWS.items():
        open_in(page, address(site, name), mode)
        show(page)
        page.screenshot(path=screenshots() / f"{theme}-{mode}-{view}.png", full_page=view != "card")
        if found := worse(findings(page), known):
            new[view] = found
        if view == "entry":
            has_maps = page.locator(".glossary-map").count() > 0
            assert has_maps is (shutil.which("dot") is not None)
    assert new == {}


# ---- light and dark

BRIGHTNESS = """selector => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const brightness = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 765;
  };
  const style = getComputedStyle(document.querySelector(selector));
  return [brightness(style.color), brightness(style.backgroundColor)];
}"""


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("chosen", [True, False], ids=["chosen", "system"])
def test_it_is_dark_where_the_theme_is(
    page: Page, sites: Callable[[str], Path], theme: str, mode: str, *, chosen: bool
) -> None:
    # what a reader chose in the theme goes before what the system prefers
    system = mode if not chosen else "light" if mode == "dark" else "dark"
    open_in(page, address(sites(theme), "see"), mode if chosen else "auto", system=system)
    show_card(page)
    text, ground = page.evaluate(BRIGHTNESS, ".glossary-card")
    is_dark = mode == "dark" and theme not in HAVE_NO_DARK_MODE
    assert (text > 0.5, ground > 0.5) == ((True, False) if is_dark else (False, True))


# ---- a site's own colours

OWN = "body { --glossary-surface: rgb(1, 2, 3); --glossary-text: rgb(250, 251, 252); }"


def test_a_site_sets_properties_and_overrides_no_rule(
    page: Page, sites: Callable[[str], Path]
) -> None:
    page.goto(address(sites("furo"), "see"))
    # before ours: the order of style sheets must not matter
    page.evaluate(
        "css => document.head.prepend(Object.assign(document.createElement('style'),"
        " {textContent: css}))",
        OWN,
    )
    show_card(page)
    style = "e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor] }"
    colours = page.get_by_role("tooltip").evaluate(style)
    assert colours == ["rgb(250, 251, 252)", "rgb(1, 2, 3)"]
