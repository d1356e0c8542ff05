"""Pictures of the knowledge base in four languages and at three widths, to be looked at.

They are kept where ``SCREENSHOTS`` in the environment says, else in ``.screenshots``.
"""

from __future__ import annotations

import importlib.util
import re
from typing import TYPE_CHECKING

import pytest
from browser.themes import screenshots, skip_unless_ci

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

WIDTHS = (360, 768, 1280)
ASKED = "고객"
"""What readers of every language can ask the index for."""


def take_index(page: Page, site: Path) -> None:
    """Show the index as it comes."""
    page.goto((site / "glossary-index.html").as_uri())


def take_search(page: Page, site: Path) -> None:
    """Show what the search box of the index finds."""
    take_index(page, site)
    page.fill(".glossary-search input", ASKED)
    page.locator(".glossary-found tbody tr").first.wait_for()


def take_entry(page: Page, site: Path) -> None:
    """Show the page of an entry."""
    page.goto((site / "glossary" / "client.html").as_uri())


def take_comparison(page: Page, site: Path) -> None:
    """Show the page of a comparison."""
    page.goto((site / "glossary" / "client-and-customer.html").as_uri())


def take_card(page: Page, site: Path) -> None:
    """Show a card on the page of an entry."""
    take_entry(page, site)
    page.locator("p a.glossary-term").first.hover()
    page.get_by_role("tooltip").wait_for()


VIEWS: dict[str, Callable[[Page, Path], None]] = {
    "index": take_index,
    "search": take_search,
    "entry": take_entry,
    "comparison": take_comparison,
    "card": take_card,
}


@pytest.fixture(params=["en", "ja", "ko", "fi"])
def knowledge_base(
    request: pytest.FixtureRequest, documentation: Callable[[str], Path]
) -> tuple[str, Path]:
    """Return a language, and the documentation in it."""
    if importlib.util.find_spec("myst_parser") is None:
        skip_unless_ci("myst_parser is not installed, and the knowledge base is written for it")
    return request.param, documentation(request.param)


def take_picture(page: Page, path: Path, *, whole: bool) -> None:
    """Take a picture of the window, or of the *whole* page.

    The browser lays out found rows only where they are seen, and soon after; in a picture of the
    whole page those below the window would be empty.
    """
    if whole:
        page.add_style_tag(content=".glossary-found tr { content-visibility: visible !important }")
        assert all(row.inner_text() for row in page.locator(".glossary-found tbody tr").all())
    page.screenshot(path=path, full_page=whole)


def test_no_page_is_wider_than_its_window(page: Page, knowledge_base: tuple[str, Path]) -> None:
    language, site = knowledge_base
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    too_wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for view, take in VIEWS.items():
            take(page, site)
            name = f"{language}-{width:04}-{view}"
            take_picture(page, screenshots() / f"{name}.png", whole=view != "card")
            excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if excess > 0:
                too_wide[name] = excess
    assert too_wide == {}


def test_words_stay_whole_on_a_phone(page: Page, knowledge_base: tuple[str, Path]) -> None:
    language, site = knowledge_base
    page.set_viewport_size({"width": 360, "height": 800})
    take_comparison(page, site)
    breaks = page.locator("h1, .related-pages .title").evaluate_all(
        "all => all.map(e => getComputedStyle(e).wordBreak)"
    )
    assert breaks == [{"ko": "keep-all", "ja": "auto-phrase"}.get(language, "normal")] * 3


LINES = """all => all.filter(
  e => new Set([...e.getClientRects()].map(({bottom}) => bottom)).size > 1
).map(e => e.textContent)"""
"""What stands on more than one line."""


def test_what_is_one_name_stands_on_one_line(page: Page, knowledge_base: tuple[str, Path]) -> None:
    language, site = knowledge_base
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((site / "manual" / "reference" / "configuration.html").as_uri())
    headings = page.locator("h2 > code")
    assert headings.count() == 1
    assert headings.evaluate_all(LINES) == []
    page.goto((site / "glossary" / "insurance-agent.html").as_uri())
    readings = page.locator("table.glossary-names ruby")
    assert readings.count() == (0 if language == "ja" else 4)
    for width in range(360, 1281, 40):
        page.set_viewport_size({"width": width, "height": 800})
        assert readings.evaluate_all(LINES) == [], width


def test_no_column_of_sentences_is_the_width_of_a_letter(
    page: Page, knowledge_base: tuple[str, Path]
) -> None:
    _language, site = knowledge_base
    page.set_viewport_size({"width": 360, "height": 800})
    for name in ("configuration", "json"):
        page.goto((site / "manual" / "reference" / f"{name}.html").as_uri())
        widths = page.locator("table.docutils:has(th:nth-child(4)) td:last-child").evaluate_all(
            "all => all.map(e => e.clientWidth)"
        )
        assert len(widths) > 5
        assert min(widths) > 120


def test_options_are_whole_where_there_is_room(
    page: Page, knowledge_base: tuple[str, Path]
) -> None:
    _language, site = knowledge_base
    for width in (768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((site / "manual" / "reference" / "directives.html").as_uri())
        lines = page.locator("table.docutils td:first-child code").evaluate_all(
            "all => all.map(e => e.getClientRects().length)"
        )
        assert len(lines) > 15
        assert set(lines) == {1}
        frames = page.locator(".table-wrapper")
        assert set(frames.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")) == {0}


WHOLE = """([selector, letters]) => {
  const all = document.querySelectorAll(selector);
  const broken = [];
  for (const element of all) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const {0: word, index} of text.data.matchAll(new RegExp(letters, "gu"))) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({top}) => top)).size > 1) broken.push(word);
      }
    }
  }
  return [all.length > 0, broken];
}"""
"""What is broken within a word that browsers cannot divide, or not without Finnish hyphenation."""
LATIN = r"\p{Script=Latin}+"
KATAKANA = r"[\p{Script=Katakana}ー]+"


def test_no_finnish_word_is_broken_in_two(page: Page, knowledge_base: tuple[str, Path]) -> None:
    _language, site = knowledge_base
    for width in (600, 700, 1280):
        page.set_viewport_size({"width": width, "height": 2400})
        take_index(page, site)
        assert page.evaluate(WHOLE, [".glossary-index tbody :is(th, td)", LATIN]) == [True, []]
        frames = page.locator(".glossary-table-frame")
        assert frames.count() > 1
        assert set(frames.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")) == {0}
    take_search(page, site)
    assert page.evaluate(WHOLE, [".glossary-found :is(th, td)", LATIN]) == [True, []]
    page.set_viewport_size({"width": 390, "height": 2400})
    take_comparison(page, site)
    assert page.evaluate(WHOLE, [".glossary-aspects tbody :is(th, td)", LATIN]) == [True, []]


def test_no_loanword_is_broken_in_two(page: Page, knowledge_base: tuple[str, Path]) -> None:
    _language, site = knowledge_base
    page.goto((site / "glossary" / "financial-adviser.html").as_uri())
    for width in (360, 500, 600, 720, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(WHOLE, [".glossary-names td", KATAKANA]) == [True, []]
        frame = page.locator(".glossary-table-frame:has(.glossary-names)")
        assert frame.evaluate("e => e.scrollWidth - e.clientWidth") == 0


FOUND = [
    "Search finished, found one page matching the search query.",
    "Search finished, found ${resultCount} pages matching the search query.",
]


def test_the_search_of_the_site_says_what_it_found(
    page: Page, knowledge_base: tuple[str, Path]
) -> None:
    _language, site = knowledge_base
    page.goto(f"{(site / 'search.html').as_uri()}?q=qwertyuiop")
    page.locator("#search-results .search-summary:not(:empty)").wait_for()
    # pages that were found cannot be opened from disk, so that the search would not end
    assert page.evaluate("([one, more]) => Documentation.ngettext(one, more, 2)", FOUND)


def test_every_page_says_its_language_and_shows_no_markup(
    knowledge_base: tuple[str, Path],
) -> None:
    language, site = knowledge_base
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in pages_of(site)}
    assert len(pages) > 60
    said = re.compile(rf'<html[^>]* lang="{language}"')
    assert [name for name, html in pages.items() if not said.search(html)] == []
    left_over = {
        name: found
        for name, html in pages.items()
        if name.startswith("glossary/") and (found := MARKUP.findall(NO_PROSE.sub(" ", html)))
    }
    assert left_over == {}


def pages_of(site: Path) -> list[Path]:
    """Return the pages of *site*, without the files of its theme."""
    return [path for path in sorted(site.rglob("*.html")) if "_static" not in path.parts]


NO_PROSE = re.compile(r"(?s)<(script|style|code|pre|svg).*?</\1>|<[^>]*>")
MARKUP = re.compile(r"\*\*|\{[\w:]+\}|`")
"""What a translator's slip leaves in the text: bold that does not close, a role that is none."""
