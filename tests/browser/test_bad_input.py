"""Names that break pages, such as markup or emoji, and a browser that refuses storage."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from browser.themes import skip_without
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

PHONE = {"width": 360, "height": 740}
LONG = "x" * 200
HEBREW = "\N{HEBREW LETTER LAMED}\N{HEBREW LETTER QOF}\N{HEBREW LETTER VAV} (x)"
FAMILY = "👩‍👩‍👧 가족"
MARKUP = "<b>\"bold\"</b> & 'co' </script>"
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   plain\n   terms\n   compared\n   see\n",
    "plain.rst": "Plain\n=====\n\nText.\n",
    "terms.rst": f"""\
Terms
=====

.. term:: {MARKUP}
   :id: markup
   :synonyms: {LONG}; {MARKUP}2
   :related: undefined

   Where <i>this</i> & "that" </script> stand.

.. term:: undefined

.. term:: {LONG}y
   :id: long
   :contrast: markup

   {LONG}
""",
    "compared.rst": """\
Compared
========

.. compare:: markup; long

   They differ.

   .. aspects::

      * - Length
        - short
        - long
""",
    "see.rst": "See\n===\n\n:term:`markup`, :term:`undefined` and :term:`long`.\n",
}
CATALOGUES = {
    "ko/terminology": {MARKUP: FAMILY, "undefined": LONG},
    "fi/terminology": {MARKUP: LONG, f"{LONG}y": MARKUP},
    "he/terminology": {MARKUP: HEBREW, "undefined": f"{HEBREW}{LONG}"},
}
REFUSE = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {get() { throw new DOMException("", "SecurityError"); }});
}
history.replaceState = () => { throw new DOMException("", "SecurityError"); };
Object.defineProperty(navigator, "clipboard", {get() { return undefined; }});
"""

POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src file:">"""
INLINE = """document.head.append(Object.assign(document.createElement("script"),
  {textContent: "window.inline = true"}))"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that builds the project in a theme, once, and returns its output."""
    built: dict[str, Path] = {}
    project = Project(tmp_path_factory.mktemp("bad") / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)

    def site(theme: str) -> Path:
        skip_without(theme)
        if theme not in built:
            done = project.build(language="fi", to=theme, html_theme=theme)
            assert [line.rpartition("[")[2] for line in done.warnings] == ["glossary.empty_body]"]
            built[theme] = done.outdir
        return built[theme]

    return site


def sideways(page: Page) -> int:
    """Return how far the page can be moved sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("name", ["glossary-index", "terms", "compared"])
@pytest.mark.parametrize("theme", ["alabaster", "furo", "sphinx_rtd_theme", "pydata_sphinx_theme"])
def test_a_phone_shows_the_whole_page(
    page: Page, sites: Callable[[str], Path], theme: str, name: str
) -> None:
    page.set_viewport_size(PHONE)
    # some themes are too wide themselves
    page.goto((sites(theme) / "plain.html").as_uri())
    own = sideways(page)
    page.goto((sites(theme) / f"{name}.html").as_uri())
    assert sideways(page) <= own
    wide = page.locator(".glossary-facts, .glossary-columns, .glossary-search, dl.glossary-entry")
    widths = wide.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
    assert max(widths) <= 0


@pytest.mark.parametrize("theme", ["alabaster", "furo", "sphinx_rtd_theme", "pydata_sphinx_theme"])
def test_a_phone_shows_whole_rows_and_cards(
    page: Page, sites: Callable[[str], Path], theme: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto((sites(theme) / "glossary-index.html").as_uri())
    page.fill(".glossary-search input", "x")
    rows = page.locator(".glossary-found tbody tr")
    rows.first.wait_for()
    assert rows.count() == 3
    frame = page.locator(".glossary-search-results")
    assert frame.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    page.goto((sites(theme) / "see.html").as_uri())
    for link in page.locator("p a.glossary-term").all():
        link.hover()
        page.get_by_role("tooltip").wait_for()
        box = page.get_by_role("tooltip").bounding_box()
        assert box is not None
        assert (box["x"] >= 0, box["x"] + box["width"] <= PHONE["width"]) == (True, True)
        page.keyboard.press("Escape")


def test_names_are_text_and_stand_as_their_script_does(
    page: Page, sites: Callable[[str], Path]
) -> None:
    page.goto((sites("furo") / "glossary-index.html").as_uri())
    page.fill(".glossary-search input", "bold")
    row = page.locator(".glossary-found tbody tr", has_text=HEBREW)
    row.wait_for()
    shown = row.inner_text()
    assert all(name in shown for name in (MARKUP, FAMILY, HEBREW, LONG))
    assert row.locator("b, i, script").count() == 0
    page.goto((sites("furo") / "terms.html").as_uri())
    entry = page.locator("dl.glossary-entry").first
    assert entry.locator("b, i, script").count() == 0
    assert "Where <i>this</i> &" in entry.inner_text()
    assert page.locator("#term-undefined").is_visible()


PLACES = """name => {
  const text = document.createTreeWalker(name, NodeFilter.SHOW_TEXT).nextNode();
  return ["\N{HEBREW LETTER LAMED}", "x"].map(letter => {
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(letter));
    range.setEnd(text, text.data.indexOf(letter) + 1);
    return range.getBoundingClientRect().x;
  });
}"""


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("glossary-index", ".glossary-index:not(.glossary-found)"),
        ("glossary-index", ".glossary-found"),
        ("terms", ".glossary-names"),
    ],
)
def test_a_name_of_two_scripts_begins_where_its_own_does(
    page: Page, sites: Callable[[str], Path], name: str, table: str
) -> None:
    page.goto((sites("alabaster") / f"{name}.html").as_uri())
    if table == ".glossary-found":
        page.fill(".glossary-search input", "bold")
    first, last = page.locator(table).get_by_text(HEBREW, exact=True).first.evaluate(PLACES)
    assert last < first, "what is in parentheses follows, and so stands left of it"


def test_a_browser_that_refuses_storage_still_searches_and_shows_cards(
    context: BrowserContext, sites: Callable[[str], Path]
) -> None:
    page = context.new_page()
    page.add_init_script(REFUSE)
    page.clock.install()
    # scripts of Sphinx's own do not expect it
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error.stack)))
    page.goto((sites("alabaster") / "glossary-index.html").as_uri())
    page.fill(".glossary-search input", FAMILY)
    page.locator(".glossary-found tbody tr").first.wait_for()
    # what keeps the state in the address comes a moment later, and may not throw
    page.clock.run_for(400)
    page.goto((sites("alabaster") / "see.html").as_uri())
    page.locator("p a.glossary-term").first.hover()
    page.get_by_role("tooltip").wait_for()
    assert [error for error in errors if "sphinx-glossary" in error] == []


def test_a_site_whose_policy_forbids_what_is_inline(
    context: BrowserContext, sites: Callable[[str], Path], tmp_path: Path
) -> None:
    site = shutil.copytree(sites("alabaster"), tmp_path / "site")
    for path in site.glob("*.html"):
        html = path.read_text("utf-8")
        path.write_text(html.replace("<head>", f"<head>{POLICY}", 1), "utf-8")
    # not the fixture's page: scripts of Sphinx and of the theme stand in their pages
    page = context.new_page()
    page.goto((site / "see.html").as_uri())
    page.evaluate(INLINE)
    assert page.evaluate("window.inline") is None, "the policy holds"
    page.locator("p a.glossary-term").first.hover()
    page.get_by_role("tooltip").wait_for()
    page.goto((site / "terms.html").as_uri())
    assert page.locator(".glossary-copy").count() == 3
    page.goto((site / "glossary-index.html").as_uri())
    page.fill(".glossary-search input", "x")
    row = page.locator(".glossary-found tbody tr").first
    row.wait_for()
    columns = row.evaluate("e => getComputedStyle(e).gridTemplateColumns.split(' ').length")
    assert columns == row.locator("> *").count()
