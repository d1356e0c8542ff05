"""The card beside a link to a concept, as readers meet it: pointer, keyboard, touch, print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from projects import Project

import sphinx_glossary_ext

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Locator, Page

STATIC = Path(sphinx_glossary_ext.__file__).parent / "static"
ENTRIES = """\
Terms
=====

.. term:: client
   :part-of-speech: noun
   :subject: Business

   A person or company that engages a professional; see :term:`bank`.

.. term:: bank
   :qualifier: finance

   Where money is kept.

.. term:: undefined

.. term:: <b>"bold"</b> & 'co' </script>
   :id: hostile

   Where <i>this</i> & "that" </script> stand.

.. term:: long
"""
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   see\n",
    "terms.rst": ENTRIES,
    "see.rst": """\
See
===

A :term:`client` comes to the :term:`bank <bank-finance>`.

:term:`hostile`, :term:`undefined`.

:term:`emoji and right to left <long>`.
""",
}
HEBREW = "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} (x)"
CATALOGUES = {
    "ja/terminology": {"client": "依頼人《いらいにん》", "bank (finance)": "銀行《ぎんこう》"},
    "ko/terminology": {"client": "의뢰인", "long": "👩‍👩‍👧 가족"},
    "fi/terminology": {"client": "asiakas", "long": "x" * 200},
    "he/terminology": {"client": "לקוח", "long": HEBREW},
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that builds the project, each language once, and returns its output."""
    built: dict[str, Path] = {}
    project = Project(tmp_path_factory.mktemp("cards") / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)

    def site(language: str = "en") -> Path:
        if language not in built:
            built[language] = project.build(language=language).outdir
        return built[language]

    return site


@pytest.fixture
def see(page: Page, sites: Callable[..., Path]) -> Page:
    """Return the page with references, opened from disk, its scripts run; its clock is ours."""
    page.emulate_media(reduced_motion="reduce")
    page.clock.install()
    page.goto((sites() / "see.html").as_uri())
    return page


def term(page: Page, concept: str) -> Locator:
    """Return the first link to *concept*."""
    return page.locator(f"p a.internal[href$='#term-{concept}']").first


def card(page: Page) -> Locator:
    """Return the card."""
    return page.get_by_role("tooltip")


def hover(page: Page, concept: str) -> Locator:
    """Point at a link until its card is there."""
    term(page, concept).hover()
    card(page).wait_for()
    return card(page)


# ---- what it shows


def test_it_shows_the_concept(see: Page) -> None:
    assert hover(see, "client").inner_text().split("\n") == [
        "client",
        "noun · Business",
        "A person or company that engages a professional; see bank.",
        "Suomi:", "asiakas", "עברית:", "לקוח", "日本語:",
        *see.locator(".glossary-card ruby").inner_text().split("\n"), "한국어:", "의뢰인",
    ]  # fmt: skip
    assert see.locator(".glossary-card rt").all_inner_texts() == ["いらいにん"]
    languages = see.locator(".glossary-card-translation [lang]")
    assert languages.evaluate_all("all => all.map(e => e.lang)") == ["fi", "he", "ja", "ko"]


def test_english_on_a_japanese_page_is_marked(page: Page, sites: Callable[..., Path]) -> None:
    page.goto((sites(language="ja") / "see.html").as_uri())
    hover(page, "client")
    assert page.locator(".glossary-card-name ruby").count() == 1
    assert page.locator(".glossary-card-definition [lang=en]").count() == 1


def test_names_are_text(see: Page) -> None:
    shown = hover(see, "hostile")
    assert shown.locator(".glossary-card-name").inner_text() == "<b>\"bold\"</b> & 'co' </script>"
    definition = shown.locator(".glossary-card-definition").inner_text()
    assert definition == "Where <i>this</i> & “that” </script> stand."
    assert shown.locator("b, i, script").count() == 0


def test_a_missing_definition_leaves_no_gap(see: Page) -> None:
    shown = hover(see, "undefined")
    assert shown.locator(".glossary-card-name").inner_text() == "undefined"
    assert not shown.locator(".glossary-card-definition").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_long_emoji_and_right_to_left_names_fit(see: Page, width: int) -> None:
    see.set_viewport_size({"width": width, "height": 900})
    scrolled = see.evaluate("document.documentElement.scrollWidth")
    shown = hover(see, "long")
    box = shown.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert see.evaluate("document.documentElement.scrollWidth") == scrolled
    for name in ("x" * 200, HEBREW, "👩‍👩‍👧 가족"):
        assert name in shown.inner_text()
    hebrew = shown.locator(".glossary-card-translation", has_text=HEBREW)
    assert hebrew.evaluate("e => getComputedStyle(e).direction") == "rtl"


# ---- how it comes and goes


def test_it_describes_the_link_and_holds_no_link(see: Page) -> None:
    link = term(see, "client")
    assert link.get_attribute("aria-describedby") is None
    shown = hover(see, "client")
    assert shown.get_attribute("id") == link.get_attribute("aria-describedby")
    assert shown.locator("a, button, input, [tabindex]").count() == 0
    assert see.locator("[role=tooltip]").count() == 1
    see.keyboard.press("Escape")
    assert link.get_attribute("aria-describedby") is None
    hover(see, "hostile")
    assert see.locator("[aria-describedby], [role=tooltip]").count() == 2


def test_the_pointer_can_enter_it_and_it_stays(see: Page) -> None:
    box = hover(see, "client").bounding_box()
    assert box is not None
    see.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    see.clock.run_for(900)
    assert card(see).is_visible()
    see.mouse.move(1200, 800)
    card(see).wait_for(state="hidden")


def test_a_pointer_on_its_way_opens_nothing(see: Page) -> None:
    term(see, "client").hover()
    see.mouse.move(1200, 800)
    see.clock.run_for(600)
    assert see.locator(".glossary-card:popover-open").count() == 0


def test_escape_dismisses_it_and_moves_nothing(see: Page) -> None:
    hover(see, "client")
    see.keyboard.press("Escape")
    see.clock.run_for(500)
    assert not card(see).is_visible()
    term(see, "client").focus()
    see.keyboard.press("Shift+Tab")
    see.keyboard.press("Tab")
    card(see).wait_for()
    see.keyboard.press("Escape")
    assert not card(see).is_visible()
    assert see.evaluate("document.activeElement.className").startswith("glossary-term")


def test_what_escape_dismissed_stays_away_within_the_link(see: Page) -> None:
    # a link of several parts, as a box of a map is one
    term(see, "client").evaluate("e => e.append(document.createElement('b'))")
    see.locator("a.glossary-term b").first.evaluate("e => e.append('and more')")
    hover(see, "client")
    see.keyboard.press("Escape")
    see.locator("a.glossary-term b").hover()
    see.clock.run_for(600)
    assert not card(see).is_visible()
    see.mouse.move(1200, 800)
    hover(see, "client")


def test_escape_before_it_comes(see: Page) -> None:
    term(see, "client").hover()
    see.keyboard.press("Escape")
    see.clock.run_for(600)
    assert see.locator(".glossary-card:popover-open").count() == 0


def test_the_first_escape_is_for_the_card(see: Page) -> None:
    see.evaluate("addEventListener('keydown', e => { window.heard = e.key })")
    hover(see, "client")
    see.keyboard.press("Escape")
    assert see.evaluate("window.heard") is None
    see.keyboard.press("Escape")
    assert see.evaluate("window.heard") == "Escape"


def test_by_keyboard(see: Page) -> None:
    for _ in range(30):
        see.keyboard.press("Tab")
        if see.evaluate("document.activeElement.matches('.glossary-term')"):
            break
    assert card(see).locator(".glossary-card-name").inner_text() == "client"
    see.mouse.move(1200, 800)
    see.clock.run_for(600)
    assert card(see).is_visible(), "the focus is still there"
    see.keyboard.press("Tab")
    assert card(see).locator(".glossary-card-name").inner_text() == "bank"
    for _ in range(5):
        see.keyboard.press("Tab")
    assert not card(see).is_visible()


def test_it_goes_with_the_focus_although_a_pointer_rests_on_another_link(see: Page) -> None:
    # where the other card does not come under the pointer
    term(see, "hostile").evaluate("e => { e.style = 'position: fixed; bottom: 0; right: 0' }")
    hover(see, "hostile")
    term(see, "bank-finance").focus()
    see.keyboard.press("Shift+Tab")
    assert card(see).locator(".glossary-card-name").inner_text() == "client"
    see.keyboard.press("Shift+Tab")
    assert not card(see).is_visible()


def test_it_is_not_there_when_the_reader_comes_back(see: Page) -> None:
    term(see, "bank-finance").focus()
    see.keyboard.press("Shift+Tab")
    card(see).wait_for()
    see.keyboard.press("Enter")
    see.wait_for_url("**/terms.html#term-client")
    see.go_back()
    see.wait_for_url("**/see.html")
    assert see.locator(".glossary-card:popover-open").count() == 0


def test_the_link_is_still_a_link(see: Page) -> None:
    term(see, "client").click()
    assert see.url.endswith("terms.html#term-client")


def test_a_click_within_the_page_closes_it(page: Page, sites: Callable[..., Path]) -> None:
    page.goto((sites() / "terms.html").as_uri())
    hover(page, "bank-finance")
    page.mouse.down()
    page.mouse.up()
    assert not card(page).is_visible()
    assert page.url.endswith("#term-bank-finance")


def test_below_the_link_and_above_where_there_is_no_room(see: Page) -> None:
    link, shown = term(see, "client").bounding_box(), hover(see, "client").bounding_box()
    assert link is not None
    assert shown is not None
    assert shown["y"] >= link["y"] + link["height"] - 1
    see.keyboard.press("Escape")
    see.evaluate("document.querySelector('#see').style.paddingBlock = '700px'")
    see.evaluate("scrollTo(0, document.querySelector('.glossary-term').offsetTop - 850)")
    link, shown = term(see, "client").bounding_box(), hover(see, "client").bounding_box()
    assert link is not None
    assert shown is not None
    assert shown["y"] + shown["height"] <= link["y"] + 1


@pytest.mark.parametrize("edge", ["top: 0; left: 0", "top: 0; right: 0", "bottom: 0; left: 0"])
@pytest.mark.parametrize("size", [(1280, 900), (320, 800)])
def test_it_is_whole_at_the_edges_of_the_window(
    see: Page, size: tuple[int, int], edge: str
) -> None:
    width, height = size
    see.set_viewport_size({"width": width, "height": height})
    term(see, "client").evaluate("(e, edge) => { e.style = `position: fixed; ${edge}` }", edge)
    box = hover(see, "client").bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["x"] + box["width"] <= width) == (True, True)
    assert (box["y"] >= 0, box["y"] + box["height"] <= height) == (True, True)


def test_one_that_is_higher_than_the_window_is_read_to_its_end(see: Page) -> None:
    # 1280 by 900, at 400 %
    see.set_viewport_size({"width": 320, "height": 225})
    box = hover(see, "long").bounding_box()
    assert box is not None
    assert box["height"] > 225
    see.mouse.wheel(0, 3000)
    see.wait_for_function("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    box = card(see).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 226


def test_it_goes_along_with_a_link_in_a_frame_that_scrolls(see: Page) -> None:
    see.evaluate(
        """() => {
          const frame = document.createElement("div");
          frame.style = "overflow: auto; height: 200px";
          const text = document.querySelector("p:has(a.glossary-term)");
          text.replaceWith(frame);
          text.style.paddingBlock = "100px 900px";
          frame.append(text);
        }"""
    )
    term(see, "bank-finance").focus()
    see.keyboard.press("Shift+Tab")
    card(see).wait_for()
    # as the arrow keys do, whose focus is in the frame
    see.locator("div:has(> p > a.glossary-term)").last.evaluate("e => e.scrollBy(0, 60)")
    see.wait_for_function(
        """() => {
          const [link, card] = ["[aria-describedby]", ".glossary-card"].map(
            (selector) => document.querySelector(selector).getBoundingClientRect());
          return Math.abs(card.top - link.bottom) < 2;
        }"""
    )


# ---- other ways to read


def test_touch_follows_the_link(chromium: Browser, sites: Callable[..., Path]) -> None:
    context = chromium.new_context(has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((sites() / "see.html").as_uri())
    page.evaluate("addEventListener('toggle', () => localStorage.setItem('shown', 1), true)")
    term(page, "client").tap()
    page.wait_for_url("**/terms.html#term-client")
    assert page.evaluate("localStorage.getItem('shown')") is None
    context.close()


def test_it_is_not_printed(see: Page) -> None:
    hover(see, "client")
    see.emulate_media(media="print")
    assert not see.locator(".glossary-card").is_visible()


def test_motion_only_where_it_is_wanted(see: Page) -> None:
    duration = "e => getComputedStyle(e).transitionDuration"
    assert hover(see, "client").evaluate(duration) == "0s"
    see.emulate_media(reduced_motion="no-preference")
    assert card(see).evaluate(duration) == "0.12s"


def test_without_scripts_a_link_is_plain(chromium: Browser, sites: Callable[..., Path]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites() / "see.html").as_uri())
    term(page, "client").hover()
    assert page.locator(".glossary-card").count() == 0
    assert "term-client" not in page.inner_text("body")
    term(page, "client").click()
    assert page.url.endswith("terms.html#term-client")
    context.close()


def test_in_a_browser_without_popovers_a_link_is_plain(
    page: Page, sites: Callable[..., Path]
) -> None:
    page.add_init_script("delete HTMLElement.prototype.popover")
    page.clock.install()
    page.goto((sites() / "see.html").as_uri())
    term(page, "client").hover()
    page.clock.run_for(500)
    assert page.locator(".glossary-card").count() == 0


def test_nothing_is_fetched(page: Page, sites: Callable[..., Path]) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((sites() / "see.html").as_uri())
    # no script of a third party, and nothing from a network
    assert {url for url in requests if not url.startswith(sites().as_uri())} == set()
    requests.clear()
    hover(page, "client")
    assert requests == []


# ---- its size


@pytest.mark.parametrize("name", ["sphinx-glossary-card.js", "sphinx-glossary-card.css"])
def test_it_is_small(name: str) -> None:
    text = (STATIC / name).read_text("utf-8")
    text = re.sub(r"(?s)/\*.*?\*/|^\s*//[^\n]*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\s*([{}()\[\];,:=<>?&|+]|\s)\s*", r"\1", text)
    # what the script declares needs no name that explains itself
    declared = "|".join(set(re.findall(r"\b(?:const|let|function) (\w+)", text)))
    text = re.sub(rf"(?<![.\w])(?:{declared})\b", "a", text) if declared else text
    assert len(text.encode()) <= 3000
