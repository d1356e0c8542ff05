"""Maps, tables and the choices of the index, by keys alone and by a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.readers import CHOICES, SHOW, WATCH, fill_site, needs_graphviz, shown_first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

FOCUSED = "document.activeElement"
MOST_KEYS = 80


@pytest.fixture(scope="module")
def site(once: Callable[..., Path]) -> Path:
    """Return a folder with one project in two languages side by side."""
    return once("readers", fill_site) / "site"


def open_page(page: Page, site: Path, name: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(WATCH)
    page.goto(f"{site.as_uri()}/{name}")


def tab_to(page: Page, selector: str) -> None:
    """Press the key that goes from one thing to the next, until *selector* has the focus."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED}.matches({selector!r})"):
            return
    pytest.fail(f"no key leads to {selector}")


@needs_graphviz
def test_a_box_of_the_map_shows_its_card_and_is_followed_by_keys(page: Page, site: Path) -> None:
    open_page(page, site, "en/terms.html")
    tab_to(page, ".glossary-map a[href='#term-customer']")
    assert page.evaluate(SHOW) > 0
    assert page.locator(".glossary-card-name").inner_text() == "customer"
    described = page.evaluate(f"{FOCUSED}.getAttribute('aria-describedby')")
    assert described == page.get_by_role("tooltip").get_attribute("id")
    frame, link = (
        page.locator(s).first.bounding_box() for s in (".glossary-map", ".glossary-map a:focus")
    )
    assert frame is not None
    assert link is not None
    assert frame["x"] <= link["x"], "the frame has scrolled to what has the focus"
    page.keyboard.press("Escape")
    assert not page.get_by_role("tooltip").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms.html#term-customer")


def test_the_pages_that_use_a_concept_are_unfolded_and_followed(page: Page, site: Path) -> None:
    open_page(page, site, "en/terms.html")
    link = page.locator("dl.glossary-facts details").first.get_by_role("link", name="Page 7")
    tab_to(page, "dl.glossary-facts summary")
    assert page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle") != "none"
    page.keyboard.press("Tab")
    assert not page.evaluate(f"{FOCUSED}.closest('details')"), "what is folded takes no focus"
    page.keyboard.press("Shift+Tab")
    for key, is_open in (("Enter", True), ("Space", False), ("Space", True)):
        page.keyboard.press(key)
        assert link.is_visible() is is_open
    tab_to(page, "details a[href='page7.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/page7.html")


def test_the_table_of_aspects_scrolls_by_keys(page: Page, site: Path) -> None:
    open_page(page, site, "en/pair.html")
    tab_to(page, ".glossary-aspects-frame, .glossary-aspects-frame a")
    page.keyboard.press("PageDown")
    page.wait_for_function("document.querySelector('.glossary-aspects-frame').scrollTop > 100")


@pytest.mark.parametrize(("label", "choice", "address", "found"), CHOICES)
@pytest.mark.parametrize("way", ["keys", "mouse"])
def test_the_index_is_arranged(
    page: Page, site: Path, way: str, label: str, choice: str, address: str, found: list[str]
) -> None:
    open_page(page, site, "en/glossary-index.html")
    box = page.get_by_label(label)
    if way == "mouse":
        box.click()
        box.select_option(label=choice)
    else:
        tab_to(page, ".glossary-search input")
        page.wait_for_function("window.glossaryIndex.data")
        box.focus()
        # as in every list: the letters with which it begins, or the keys that go through it
        for _ in range(MOST_KEYS):
            page.keyboard.press("ArrowDown")
            if box.evaluate("e => e.selectedOptions[0].text") == choice:
                break
    page.wait_for_url(f"**/glossary-index.html?{address}")
    assert shown_first(page) == found
    # and it is there again
    page.reload()
    assert shown_first(page) == found
    assert page.get_by_label(label).evaluate("e => e.selectedOptions[0].text") == choice


def test_the_page_above_the_languages_by_keys(page: Page, site: Path) -> None:
    open_page(page, site, "index.html")
    tab_to(page, "a[hreflang=ja]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ja/index.html")
