"""A phone, held in the hand: everything that a pointer or a key does is done by a finger, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.readers import (
    CHOICES,
    COPIED,
    SHOW,
    STATUS,
    WATCH,
    fill_site,
    needs_graphviz,
    shown_first,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

STEPS = 12
"""Of a finger's way: a phone takes one jump for a slip."""


@pytest.fixture(scope="module")
def site(once: Callable[..., Path]) -> Path:
    """Return a folder with one project in two languages side by side."""
    return once("readers", fill_site) / "site"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """Yield a page on a phone, which has no pointer; the test fails if a script on it throws."""
    context = chromium.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(WATCH)
    page.clock.install()
    yield page
    context.close()
    assert errors == []


def open_page(page: Page, site: Path, name: str) -> None:
    page.goto(f"{site.as_uri()}/{name}")


def swipe(page: Page, frame: Locator, *, x: int = 0, y: int = 0) -> None:
    """Put a finger on the middle of *frame*, and move it by so many pixels."""
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    start = (box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 300))
    session = page.context.new_cdp_session(page)
    for step in range(STEPS + 1):
        point = {"x": start[0] + x * step / STEPS, "y": start[1] + y * step / STEPS}
        event = {"type": "touchMove" if step else "touchStart", "touchPoints": [point]}
        session.send("Input.dispatchTouchEvent", event)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@needs_graphviz
@pytest.mark.parametrize("around", ["p", ".glossary-map"])
def test_a_link_is_followed_and_shows_no_card(phone: Page, site: Path, around: str) -> None:
    open_page(phone, site, "en/terms.html")
    phone.locator(f"{around} a[href='#term-customer']").first.tap()
    phone.wait_for_url("**/terms.html#term-customer")
    phone.clock.run_for(600)
    assert phone.evaluate(SHOW) == 0


@needs_graphviz
@pytest.mark.parametrize("link", ["p a[href='#term-customer']", ".glossary-map a"])
def test_a_finger_that_rests_on_a_link_opens_no_card(phone: Page, site: Path, link: str) -> None:
    open_page(phone, site, "en/terms.html")
    box = phone.locator(link).first.bounding_box()
    assert box is not None
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    session = phone.context.new_cdp_session(phone)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    # longer than a pointer has to rest, by the browser's own clock: it tells a long press by it
    phone.wait_for_timeout(600)
    assert phone.evaluate(SHOW) == 0
    session.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})


@needs_graphviz
def test_the_map_is_moved_in_its_frame(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/terms.html")
    frame = phone.locator(".glossary-map").first
    at = "document.querySelector('.glossary-map').scrollLeft"
    start = frame.evaluate("e => e.scrollLeft")
    swipe(phone, frame, x=60)
    phone.wait_for_function(f"{at} < {start}")
    moved = phone.evaluate(at)
    swipe(phone, frame, x=-60)
    phone.wait_for_function(f"{at} > {moved}")


def test_the_pages_that_use_a_concept_are_unfolded_and_followed(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/terms.html")
    folded = phone.locator("dl.glossary-facts details").first
    summary, link = folded.locator("summary"), folded.get_by_role("link", name="Page 7")
    box = summary.bounding_box()
    assert box is not None
    assert box["height"] >= 24, "WCAG 2.2, 2.5.8"
    assert not link.is_visible()
    for is_open in (True, False, True):
        summary.tap()
        assert link.is_visible() is is_open
    link.tap()
    phone.wait_for_url("**/en/page7.html")


def test_the_table_of_aspects_is_moved_in_its_frame(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/pair.html")
    frame = phone.locator(".glossary-aspects-frame")
    swipe(phone, frame, y=-250)
    phone.wait_for_function("document.querySelector('.glossary-aspects-frame').scrollTop > 100")
    head, around = frame.locator("thead th").last.bounding_box(), frame.bounding_box()
    assert head is not None
    assert around is not None
    assert abs(head["y"] - around["y"]) < 2, "the headers stay in sight"


def test_the_button_copies(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/terms.html")
    phone.get_by_role("button", name="Copy name and address: customer", exact=True).tap()
    phone.wait_for_function(COPIED)
    address = phone.url.partition("#")[0] + "#term-customer"
    assert phone.evaluate("navigator.clipboard.readText()") == f"customer {address}"


def test_a_finger_hits_the_button(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/terms.html")
    for button in phone.locator(".glossary-copy").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24, "WCAG 2.2, 2.5.8"


def test_the_index_is_searched(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/glossary-index.html")
    phone.locator(".glossary-search input").tap()
    phone.keyboard.type("顧客")
    phone.wait_for_function(f"{STATUS}.textContent === 'Concepts found: 1'")
    phone.locator(".glossary-found a").first.tap()
    phone.wait_for_url("**/en/terms.html#term-customer")


@pytest.mark.parametrize(("label", "choice", "address", "found"), CHOICES)
def test_the_index_is_arranged(
    phone: Page, site: Path, label: str, choice: str, address: str, found: list[str]
) -> None:
    open_page(phone, site, "en/glossary-index.html")
    box = phone.get_by_label(label)
    # the list that opens is the phone's own
    box.tap()
    box.select_option(label=choice)
    phone.wait_for_url(f"**/glossary-index.html?{address}")
    assert shown_first(phone) == found
    assert box.evaluate("e => e.getBoundingClientRect().height") >= 24, "WCAG 2.2, 2.5.8"


def test_each_concept_is_a_block(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/glossary-index.html")
    for table in (".glossary-index:not(.glossary-found)", ".glossary-found"):
        cells = phone.locator(f"{table} tbody tr", has_text="customer").first.locator("th, td")
        boxes = [cell.bounding_box() for cell in cells.all() if cell.is_visible()]
        assert len(boxes) == 2
        upper, lower = boxes
        assert upper is not None
        assert lower is not None
        assert upper["x"] == lower["x"]
        assert lower["y"] >= upper["y"] + upper["height"]
        phone.locator(".glossary-search input").fill("customer")
        phone.wait_for_selector(".glossary-found tbody tr")


def test_the_other_language_is_one_tap_away(phone: Page, site: Path) -> None:
    open_page(phone, site, "en/terms.html#term-customer")
    phone.locator(".glossary-languages a[hreflang=ja]").tap()
    phone.wait_for_url("**/ja/terms.html#term-customer")
    # and from a name in an entry, too
    phone.locator("dl.glossary-entry a[hreflang=en]").first.tap()
    phone.wait_for_url("**/en/terms.html#term-*")


def test_the_page_above_the_languages(phone: Page, site: Path) -> None:
    open_page(phone, site, "index.html")
    phone.get_by_role("link", name="日本語").tap()
    phone.wait_for_url("**/ja/index.html")
