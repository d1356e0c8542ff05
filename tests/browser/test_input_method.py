"""Typing by an input method: text that is not finished belongs to it, and so do its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.readers import COPIED, STATUS, fill_site, needs_graphviz, shown_first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import CDPSession, Page

BOX = ".glossary-search input"
FIELD = "input[name=q]"
"""The search field that the theme has beside every page."""


@pytest.fixture(scope="module")
def site(once: Callable[..., Path]) -> Path:
    """Return a folder with one project in two languages side by side."""
    return once("readers", fill_site) / "site"


@pytest.fixture
def index(page: Page, site: Path) -> Page:
    """Return the page with the search box, its names loaded, the box ready to be typed in."""
    page.goto(f"{site.as_uri()}/en/glossary-index.html")
    page.focus(BOX)
    page.wait_for_function("window.glossaryIndex.data")
    return page


@pytest.fixture
def terms(page: Page, site: Path) -> Page:
    """Return the page with entries, opened from disk, with a clipboard that it may use."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(reduced_motion="reduce")
    # all in view: a browser that ends a composition scrolls to it
    page.set_viewport_size({"width": 1280, "height": 6000})
    page.goto(f"{site.as_uri()}/en/terms.html")
    return page


def compose(page: Page, text: str) -> CDPSession:
    """Show *text* as one that an input method has not finished."""
    client = page.context.new_cdp_session(page)
    end = len(text)
    client.send(
        "Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end}
    )
    return client


def test_keys_of_the_input_method_leave_the_box_alone(index: Page) -> None:
    compose(index, "こきゃく")
    assert shown_first(index) == ["customer"]
    for key in ("ArrowDown", "ArrowUp", "Escape"):
        pressed = f"""document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
            {{key: "{key}", bubbles: true, cancelable: true, isComposing: true}}))"""
        assert index.evaluate(pressed) is True, "nobody has taken the key"
        assert index.evaluate("document.activeElement.type") == "search"
        assert index.input_value(BOX) == "こきゃく"


def test_letters_that_are_not_finished_find_what_they_begin(index: Page) -> None:
    for text, found in (("こk", 1), ("こきゃく", 1), ("こきゃくと", 0)):
        compose(index, text)
        index.wait_for_function(f"{STATUS}.textContent === 'Concepts found: {found}'")


@pytest.mark.parametrize(
    ("label", "choice", "address"),
    [("First language", "日本語", "first=ja"), ("Sort by", "日本語", "sort=ja")],
)
def test_a_choice_keeps_what_was_composed(
    index: Page, label: str, choice: str, address: str
) -> None:
    compose(index, "しゃ")
    index.wait_for_function(f"{STATUS}.textContent === 'Concepts found: 1'")
    index.get_by_label(label).select_option(label=choice)
    index.wait_for_url(f"**&{address}")
    assert index.input_value(BOX) == "しゃ"
    assert index.evaluate(f"{STATUS}.textContent") == "Concepts found: 1"


def test_a_subject_keeps_what_was_composed(index: Page) -> None:
    compose(index, "と")
    index.wait_for_function(f"{STATUS}.textContent === 'Concepts found: 1'")
    index.get_by_label("Subject").select_option(label="Business")
    index.wait_for_function(f"{STATUS}.textContent === 'Concepts found: 0'")
    assert index.input_value(BOX) == "と"


def test_what_was_composed_goes_along_to_the_other_language(index: Page) -> None:
    compose(index, "顧客").send("Input.insertText", {"text": "顧客"})
    # at once: the address of the page has not followed yet
    index.locator(".glossary-languages a[hreflang=ja]").click()
    index.wait_for_url("**/ja/glossary-index.html?q=*")
    assert index.input_value(BOX) == "顧客"
    assert shown_first(index) == ["顧客"]


@needs_graphviz
@pytest.mark.parametrize("link", ["p a[href='#term-customer']", ".glossary-map a"])
def test_a_card_takes_neither_the_text_nor_its_keys(terms: Page, link: str) -> None:
    terms.locator(FIELD).first.focus()
    compose(terms, "こきゃk")
    terms.locator(link).first.hover()
    terms.get_by_role("tooltip").wait_for()
    assert terms.locator(FIELD).first.input_value() == "こきゃk"
    assert terms.evaluate("document.activeElement.name") == "q"
    pressed = """composing => document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
        {key: "Escape", bubbles: true, isComposing: composing}))"""
    terms.evaluate("addEventListener('keydown', () => { window.heard = true })")
    terms.evaluate(pressed, True)
    assert terms.evaluate("window.heard") is True
    assert terms.get_by_role("tooltip").is_visible(), "that Escape was for the input method"
    terms.evaluate(pressed, False)
    assert not terms.get_by_role("tooltip").is_visible()


def test_the_button_copies_while_something_is_composed(terms: Page) -> None:
    terms.locator(FIELD).first.focus()
    compose(terms, "こきゃk")
    terms.locator(".glossary-copy").first.click()
    terms.wait_for_function(COPIED)
    copied = terms.evaluate("navigator.clipboard.readText()")
    assert copied == f"client {terms.url}#term-client"
