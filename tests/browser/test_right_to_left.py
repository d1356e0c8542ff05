"""A page that is read from right to left, as ``dir`` in a site's template says: all is mirrored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.themes import in_themes
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

PAGES = [f"page{number}" for number in range(12)]
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   three\n   " + "\n   ".join(PAGES),
    "terms.rst": """\
Terms
=====

.. term:: client

   One who engages.

.. term:: customer

   One who buys from :term:`client`.

.. term:: party

   Somebody.
""",
    "three.rst": """\
Three
=====

.. compare:: client; customer; party

   They differ.

   .. aspects::

      * - Length
        - short
        - long
        - none
""",
    **{page: f"{page}\n======\n\n:term:`client`\n" for page in (f"{p}.rst" for p in PAGES)},
}
CATALOGUES = {
    "ar/terminology": {"client": "عميل", "customer": "زبون"},
    "fi/terminology": {"client": "asiakas", "customer": "-"},
}
RIGHT_TO_LEFT = """new MutationObserver(() => {
  if (document.documentElement) document.documentElement.dir = "rtl";
}).observe(document, {childList: true});"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that builds the project in a theme, once, and returns its output."""
    project = Project(tmp_path_factory.mktemp("right") / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)
    return in_themes(project, language="ar")


@pytest.fixture
def mirrored(page: Page) -> Page:
    """Return a page whose template says that it is read from right to left."""
    page.add_init_script(RIGHT_TO_LEFT)
    return page


def edges(element: Locator) -> tuple[float, float]:
    """Return where an element begins and ends, seen from the left."""
    box = element.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def test_a_card_begins_where_its_link_does(mirrored: Page, sites: Callable[[str], Path]) -> None:
    mirrored.goto((sites("alabaster") / "terms.html").as_uri())
    link = mirrored.locator("dd p a.glossary-term").first
    link.hover()
    card = mirrored.get_by_role("tooltip")
    card.wait_for()
    assert edges(card)[1] == pytest.approx(edges(link)[1], abs=1)
    language, name = (
        edges(card.locator(f".glossary-card-{part} > span").first)
        for part in ("language", "translation")
    )
    assert name[1] <= language[0] <= name[1] + 40, "the name is beside its language, left of it"


BORDERS = """cells => cells.map(cell => {
  const {borderLeftWidth, borderRightWidth} = getComputedStyle(cell);
  return [borderRightWidth, borderLeftWidth];
})"""


@pytest.mark.parametrize("theme", ["alabaster", "furo", "sphinx_rtd_theme", "pydata_sphinx_theme"])
@pytest.mark.parametrize("table", ["three .glossary-aspects", "glossary-index .glossary-found"])
def test_there_is_one_line_between_two_columns(
    mirrored: Page, sites: Callable[[str], Path], theme: str, table: str
) -> None:
    name, _, selector = table.partition(" ")
    mirrored.goto((sites(theme) / f"{name}.html").as_uri())
    if name == "glossary-index":
        mirrored.fill(".glossary-search input", "client")
        mirrored.locator(".glossary-found tbody tr").first.wait_for()
    rows = mirrored.locator(f"{selector} tr").all()
    assert rows
    for row in rows:
        cells = row.locator("th, td")
        *others, last = cells.evaluate_all(BORDERS)
        assert others == [["0px", "1px"]] * len(others)
        assert last == ["0px", "0px"], "the frame has its own line"


def test_names_stand_in_line_with_the_lines_between_them(
    mirrored: Page, sites: Callable[[str], Path]
) -> None:
    mirrored.goto((sites("alabaster") / "terms.html").as_uri())
    row = mirrored.locator(".glossary-names tbody tr").first
    assert edges(row.locator("th span"))[1] == pytest.approx(edges(row)[1], abs=1)


def test_a_bar_grows_to_the_left(mirrored: Page, sites: Callable[[str], Path]) -> None:
    mirrored.goto((sites("alabaster") / "glossary-index.html").as_uri())
    bar = mirrored.locator(".glossary-bar").first
    assert edges(bar.locator(".glossary-bar-approved"))[0] == pytest.approx(
        edges(bar.locator(".glossary-bar-missing"))[1], abs=1
    )


def test_english_words_of_the_interface_stand_in_their_order(
    mirrored: Page, sites: Callable[[str], Path]
) -> None:
    mirrored.goto((sites("alabaster") / "terms.html").as_uri())
    number, word = mirrored.locator("details > summary > [lang=en]").first.evaluate(
        """words => [[0, 2], [3, 8]].map(([from, to]) => {
            const range = document.createRange();
            range.setStart(words.firstChild, from);
            range.setEnd(words.firstChild, to);
            return range.getBoundingClientRect().x;
        })"""
    )
    assert number < word
