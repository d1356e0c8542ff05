"""Entries and comparisons as readers meet them: the button, the map, names, headers, columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser.themes import HAVE_NO_DARK_MODE, MODES, THEMES, open_in, skip_without
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   plain\n   pair\n\n:term:`client`\n",
    "plain.rst": """\
Plain
=====

No entry, but a :doc:`link <terms>`.

.. glossary::

   standard
      One of Sphinx.
""",
    "terms.rst": """\
Terms
=====

.. term:: client
   :broader: party
   :contrast: customer
   :related: engagement; hostile

   One who engages a professional.

.. term:: customer
   :synonyms: buyer
   :broader: party

   One who buys.

.. term:: party

   Somebody in a contract.

.. term:: engagement of a professional
   :id: engagement
   :broader: party

   What they agree on.

.. term:: $& <b>'"</b>
   :id: hostile

   Hostile.
""",
}
ROWS = "".join(
    f"      * - Aspect {number}\n        - What a client has of it\n        - Nothing of {number}\n"
    for number in range(40)
)
FILES["pair.rst"] = f"""\
Pair
====

.. compare:: client; customer
   :difficulty: 2

   A client stays; a customer goes.

   .. aspects::

{ROWS}
   .. examples:: client

      * A lawyer and her client.

   .. examples:: customer

      * A shop and its customer.

   .. dialogue:: client

      * Ann: May I ask?
      * Ben: You may.

   Where there is trust, it is a client.
"""
CATALOGUES = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》 | 顧客 | ~クライエント",
        "party": "当事者 | 当方 | 売り場《うりば》",
    },
    "fi/terminology": {"client": "asiakas", "customer": "x" * 200},
    "ko/terminology": {"client": "고객", "?customer": "손님"},
    # the interface does not speak it
    "sv/terminology": {"client": "klient"},
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that builds the project, each variant once, and returns its output."""
    built: dict[object, Path] = {}
    project = Project(tmp_path_factory.mktemp("entry") / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)

    def site(theme: str = "basic", language: str = "en", *, ours: bool = True) -> Path:
        key = (theme, language, ours)
        if key not in built:
            settings = {"html_theme": theme, "glossary_tooltips": ours, "glossary_map": ours}
            to = f"{theme}-{ours}"
            built[key] = project.build(language=language, to=to, **settings).outdir
        return built[key]

    return site


@pytest.fixture
def terms(page: Page, sites: Callable[..., Path]) -> Page:
    """Return the page with entries, opened from disk, with a clipboard that it may use."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto((sites() / "terms.html").as_uri())
    return page


def status(page: Page) -> str:
    """Return what was said last."""
    return page.get_by_role("status").inner_text()


def refuse(page: Page) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
    )


# ---- the button


def test_it_copies_name_and_address(terms: Page) -> None:
    assert terms.get_by_role("status").count() == 1
    assert status(terms) == ""
    button = terms.get_by_role("button", name="Copy name and address: client", exact=True)
    button.click()
    terms.wait_for_function("document.querySelector('[role=status]').textContent")
    assert status(terms) == "Copied: client"
    address = terms.url.partition("#")[0] + "#term-client"
    assert terms.evaluate("navigator.clipboard.readText()") == f"client {address}"
    assert terms.locator(".glossary-copied").count() == 1
    terms.wait_for_function("!document.querySelector('.glossary-copied')")


def test_the_address_has_the_entry_and_nothing_else_of_the_visit(
    page: Page, sites: Callable[..., Path]
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    url = (sites(language="ja") / "terms.html").as_uri()
    page.goto(f"{url}?highlight=x#term-party")
    page.get_by_role("button", name="依頼人").first.click()
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"依頼人 {url}#term-client", "without the reading that stands over it"


def test_by_keyboard(terms: Page) -> None:
    button = terms.locator(".glossary-copy").nth(1)
    terms.locator(".glossary-copy").first.focus()
    for _ in range(20):
        terms.keyboard.press("Tab")
        if button.evaluate("e => e === document.activeElement"):
            break
    terms.keyboard.press("Enter")
    terms.wait_for_function("document.querySelector('[role=status]').textContent")
    assert status(terms) == "Copied: customer"


def test_each_entry_has_one_and_names_are_text(terms: Page) -> None:
    labels = terms.locator(".glossary-copy").evaluate_all("all => all.map(e => e.ariaLabel)")
    names = ["client", "customer", "party", "engagement of a professional", "$& <b>'\"</b>"]
    assert labels == [f"Copy name and address: {name}" for name in names]
    terms.locator(".glossary-copy").last.click()
    terms.wait_for_function("document.querySelector('[role=status]').textContent")
    assert status(terms) == "Copied: $& <b>'\"</b>"
    assert terms.locator("dt b").count() == 0


LANGUAGES = "all => all.map(e => [e.innerText, e.closest('[lang]').lang])"


def test_a_name_in_an_english_sentence_is_in_its_own_language(
    page: Page, sites: Callable[..., Path]
) -> None:
    refuse(page)
    page.goto((sites(language="sv") / "terms.html").as_uri())
    for name, lang in (("klient", "sv"), ("party", "en")):
        page.get_by_role("button", name=f"Copy name and address: {name}", exact=True).click()
        page.wait_for_function(f"String(getSelection()).startsWith('{name} ')")
        for place in (".glossary-copy-refused", "[role=status]"):
            parts = page.locator(f"{place}, {place} > span").evaluate_all(LANGUAGES)
            (sentence, around), (text, within) = parts
            assert text in sentence
            assert (text.split()[0], within, around) == (name, lang, "en")


def test_a_refused_clipboard_leaves_the_text_selected(
    page: Page, sites: Callable[..., Path]
) -> None:
    refuse(page)
    page.goto((sites() / "terms.html").as_uri())
    for name in ("client", "customer"):
        page.get_by_role("button", name=f"Copy name and address: {name}", exact=True).click()
        page.wait_for_function(f"String(getSelection()).startsWith('{name} ')")
        selected = page.evaluate("String(getSelection())")
        assert selected == f"{name} {page.url}#term-{name}"
        assert selected in status(page)
        assert status(page).startswith("Nothing was copied.")
        assert page.locator(".glossary-copy-refused").count() == 1
    assert page.locator(".glossary-copied").count() == 0


def test_a_browser_without_a_clipboard(page: Page, sites: Callable[..., Path]) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto((sites() / "terms.html").as_uri())
    page.locator(".glossary-copy").first.click()
    page.wait_for_function("String(getSelection()).startsWith('client ')")


def test_without_scripts_there_is_the_link_of_the_theme(
    chromium: Browser, sites: Callable[..., Path]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sites() / "terms.html").as_uri())
    assert page.locator(".glossary-copy, [role=status]").count() == 0
    page.locator("#term-client .headerlink").click(force=True)
    assert page.url.endswith("#term-client")
    context.close()


def test_it_is_not_printed(terms: Page) -> None:
    terms.emulate_media(media="print")
    assert not terms.locator(".glossary-copy").first.is_visible()


def test_pages_without_entries_have_none(page: Page, sites: Callable[..., Path]) -> None:
    for name in ("plain", "index", "glossary-index"):
        page.goto((sites() / f"{name}.html").as_uri())
        assert page.locator(".glossary-copy").count() == 0
        assert "sphinx-glossary-entry.js" not in page.content()


# ---- the map


@pytest.mark.usefixtures("graphviz")
def test_its_links_lead_to_entries_and_show_cards(terms: Page) -> None:
    link = terms.locator(".glossary-map").first.locator("a[href='#term-customer']")
    link.hover()
    terms.get_by_role("tooltip").wait_for()
    assert terms.locator(".glossary-card-name").inner_text() == "customer"
    link.click()
    assert terms.url.endswith("#term-customer")


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("theme", THEMES)
def test_on_a_phone_it_scrolls_in_its_frame_and_starts_at_its_concept(
    page: Page, sites: Callable[..., Path], theme: str
) -> None:
    skip_without(theme)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((sites(theme) / "plain.html").as_uri())
    own = page.evaluate("document.documentElement.scrollWidth")
    page.goto((sites(theme) / "terms.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == own
    frame = page.locator(".glossary-map").first
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    here, around = frame.locator(".glossary-map-here").bounding_box(), frame.bounding_box()
    assert here is not None
    assert around is not None
    assert around["x"] <= here["x"]
    assert here["x"] + here["width"] <= around["x"] + around["width"]
    size = frame.locator("a text").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 14


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("language", ["en", "ja", "ko", "fi"])
def test_every_name_fits_its_box(page: Page, sites: Callable[..., Path], language: str) -> None:
    page.goto((sites(language=language) / "terms.html").as_uri())
    overflow = page.locator(".glossary-map :is(a, .glossary-map-here)").evaluate_all(
        """all => all.map(e => [e.querySelector('text'), e.querySelector('rect')]
            .map(part => part.getBBox())).filter(([t, r]) => t.width > r.width)
            .map(([t, r]) => [t.width, r.width])"""
    )
    assert overflow == []


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mode", MODES)
def test_the_map_is_in_the_colours_of_the_theme(
    page: Page, sites: Callable[..., Path], theme: str, mode: str
) -> None:
    skip_without(theme)
    open_in(page, (sites(theme) / "terms.html").as_uri(), mode)
    colours = page.evaluate(
        """() => {
          const of = (selector, name) =>
            getComputedStyle(document.querySelector(selector)).getPropertyValue(name);
          return [of(".glossary-map a text", "fill"), of(".glossary-map a", "color"),
                  of(".glossary-map-here text", "fill"), of(".glossary-map", "color")];
        }"""
    )
    link, link_colour, here, text_colour = colours
    assert (link, here) == (link_colour, text_colour)
    is_dark = mode == "dark" and theme not in HAVE_NO_DARK_MODE
    red, green, blue = map(int, re.findall(r"\d+", here)[:3])
    assert (red + green + blue > 382) is is_dark


# ---- names in other languages


@pytest.mark.parametrize("theme", THEMES)
def test_names_fit_a_phone(page: Page, sites: Callable[..., Path], theme: str) -> None:
    skip_without(theme)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((sites(theme) / "terms.html").as_uri())
    table = page.locator("table.glossary-names").first
    head, name, others = (
        table.locator(f"tbody tr:nth-child(2) > :nth-child({n})") for n in (1, 2, 3)
    )
    boxes = [cell.bounding_box() for cell in (head, name, others)]
    assert None not in boxes
    (first, second, third) = boxes
    assert first["x"] < second["x"] == third["x"]
    assert second["y"] < third["y"], "one name under the other"
    for box in boxes:
        assert box["x"] + box["width"] <= 360


BROKEN_AT_SOME_WIDTH = """selector => {
  const broken = new Set();
  for (const part of document.querySelectorAll(selector)) {
    const frame = part.closest("dd");
    const text = document.createRange();
    text.selectNodeContents(part);
    for (let width = 9; width < 20; width += 0.5) {
      frame.style.width = `${width}em`;
      const tops = new Set([...text.getClientRects()].map((line) => Math.round(line.top)));
      if (tops.size > 1) broken.add(part.textContent);
    }
    frame.style.width = "";
  }
  return [...broken];
}"""


def test_a_name_in_a_list_of_names_stays_whole(page: Page, sites: Callable[..., Path]) -> None:
    page.goto((sites(language="ja") / "terms.html").as_uri())
    names = "dl.glossary-facts > dd > p > a:not([lang], :has([lang]))"
    assert page.locator(names).count() > 2
    assert page.evaluate(BROKEN_AT_SOME_WIDTH, names) == []


LINES = """name => {
  const texts = document.createTreeWalker(name, NodeFilter.SHOW_TEXT);
  const bottoms = new Set();
  while (texts.nextNode()) {
    if (texts.currentNode.parentElement.closest("rt, rp")) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const {bottom} of range.getClientRects()) bottoms.add(Math.round(bottom));
  }
  return bottoms.size;
}"""
"""On how many lines a name stands, its readings aside."""


def test_no_name_is_broken_at_a_reading(page: Page, sites: Callable[..., Path]) -> None:
    page.goto((sites() / "terms.html").as_uri())
    name = page.locator("table.glossary-names td span", has_text="場")
    assert name.locator("ruby").count() == 2
    cell = name.locator("xpath=ancestor::td")
    cell.evaluate("cell => { cell.style.display = 'block' }")
    for width in range(60, 120, 4):
        cell.evaluate("(cell, width) => { cell.style.width = `${width}px` }", width)
        assert name.evaluate(LINES) == 1, width


@pytest.mark.parametrize("name", ["terms", "glossary-index"])
def test_kanji_are_not_slanted(page: Page, sites: Callable[..., Path], name: str) -> None:
    page.goto((sites(language="ja") / f"{name}.html").as_uri())
    mark = page.locator("em", has_text="未承認").first
    assert mark.evaluate("e => getComputedStyle(e).fontStyle") == "normal"


# ---- comparisons


def visible_within(page: Page, selector: str, frame: str) -> bool:
    """Return whether the whole element is inside what can be seen of its frame."""
    return bool(
        page.evaluate(
            """([selector, frame]) => {
                const part = document.querySelector(selector).getBoundingClientRect();
                const whole = document.querySelector(frame).getBoundingClientRect();
                return part.top >= whole.top - 2 && part.bottom <= whole.bottom + 2
                    && part.left >= whole.left - 2 && part.right <= whole.right + 2;
            }""",
            [selector, frame],
        )
    )


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [360, 1280])
def test_headers_of_aspects_stick(
    page: Page, sites: Callable[..., Path], theme: str, width: int
) -> None:
    skip_without(theme)
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((sites(theme) / "plain.html").as_uri())
    own = page.evaluate("document.documentElement.scrollWidth")
    page.goto((sites(theme) / "pair.html").as_uri())
    frame = ".glossary-aspects-frame"
    assert page.evaluate("document.documentElement.scrollWidth") == own
    box = page.locator(frame).bounding_box()
    assert box is not None
    assert box["height"] < 700, "the frame is lower than the window"
    scroll = "e => { e.scrollTop = e.scrollHeight; e.scrollLeft = e.scrollWidth }"
    page.locator(frame).evaluate(scroll)
    assert page.locator(frame).evaluate("e => e.scrollTop") > 100
    assert visible_within(page, f"{frame} thead th:last-child", frame)
    assert visible_within(page, f"{frame} tbody tr:last-child th", frame)
    hidden = "document.querySelector('.glossary-aspects-frame tbody tr').getBoundingClientRect()"
    assert page.evaluate(f"{hidden}.bottom") < box["y"]
    background = "e => getComputedStyle(e).backgroundColor"
    for cell in ("thead th:first-child", "thead th:last-child", "tbody tr:last-child th"):
        colour = page.locator(f"{frame} {cell}").evaluate(background)
        assert "rgba" not in colour, "what is beneath does not show through"


@pytest.mark.parametrize("theme", THEMES)
def test_columns_stand_side_by_side_and_stack_on_a_phone(
    page: Page, sites: Callable[..., Path], theme: str
) -> None:
    skip_without(theme)
    page.goto((sites(theme) / "pair.html").as_uri())
    for width, stacked in ((1280, False), (360, True)):
        page.set_viewport_size({"width": width, "height": 740})
        for columns in page.locator(".glossary-columns").all():
            first, second = (columns.locator(".glossary-column").nth(n) for n in (0, 1))
            one, two = first.bounding_box(), second.bounding_box()
            assert one is not None
            assert two is not None
            assert (two["y"] >= one["y"] + one["height"]) is stacked
            assert two["x"] + two["width"] <= width


def test_the_difference_comes_first(page: Page, sites: Callable[..., Path]) -> None:
    page.goto((sites() / "pair.html").as_uri())
    parts = page.locator(".glossary-comparison > *")
    classes = parts.evaluate_all("all => all.map(e => e.classList[0] ?? e.tagName)")
    assert classes == [
        "glossary-comparison-title", "glossary-difference", "glossary-difficulty",
        "glossary-columns", "glossary-table-frame", "glossary-columns", "P",
    ]  # fmt: skip


def test_aspects_are_printed_whole(page: Page, sites: Callable[..., Path]) -> None:
    page.goto((sites() / "pair.html").as_uri())
    page.emulate_media(media="print")
    frame = page.locator(".glossary-aspects-frame")
    assert frame.evaluate("e => e.scrollHeight === e.clientHeight")
