"""The search box of the index, in a real browser and from a disk."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Route
    from projects import Built

HOSTILE = '</script><img src=x onerror="document.title=1">&amp;'
TERMS = f"""\
.. term:: client
   :subject: Business
   :synonyms: principal

   One who pays.

.. term:: customer
   :subject: Business; Retail

   One who buys.

.. term:: bank
   :subject: Finance

   Where money is.

.. term:: {HOSTILE}
   :id: hostile

   A name.

.. term:: café
   :id: cafe

   Where coffee is.

"""
CATALOGUES = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》 | クライアント | ~クライエント",
        "customer": "顧客《こきゃく》",
        "bank": "銀行《ぎんこう》",
        "café": "カフェー 店",
    },
    "ko/terminology": {"client": "의뢰인", "customer": "고객", "bank": "은행", "café": "카페"},
    "fi/terminology": {"client": "toimeksiantaja", "customer": "asiakas", "?bank": "pankki"},
}
BOX = ".glossary-search input"
ROWS = ".glossary-found tbody tr"
STATUS = ".glossary-search-status"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build one project for all the tests that only read it."""
    project = Project(tmp_path_factory.mktemp("search"))
    index = f"Title\n=====\n\n{TERMS}.. glossary-index::\n   :subject: Retail; Finance\n"
    project.write({"index.rst": index})
    project.write_po(CATALOGUES)
    built = project.build()
    assert built.warnings == []
    return built


@pytest.fixture
def index(page: Page, site: Built) -> Page:
    """Return the generated page, opened from the disk."""
    page.goto(address(site))
    return page


def address(built: Built, name: str = "glossary-index.html") -> str:
    return (built.outdir / name).as_uri()


def ask(page: Page, query: str, box: str = BOX) -> list[str]:
    """Type *query*, and return the first name of every row."""
    page.fill(box, query)
    page.wait_for_selector(".glossary-search-note", state="hidden")
    return page.locator(f"{ROWS} th a").all_text_contents()


@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("顧客", "customer", "顧客"),
        ("こきゃく", "customer", "顧客"),
        ("コキャク", "customer", "顧客"),
        ("ｺｷｬｸ", "customer", "顧客"),
        ("こきゃk", "customer", "顧客"),
        ("ｃｕｓｔｏｍｅｒ", "customer", ""),
        ("くらいあんと", "client", "クライアント"),
        ("クライエント", "client", "クライエント"),
        ("カフェ", "café", "カフェー"),
        ("カフェ店", "café", "カフェー 店"),
        ("ㄱㄱ", "customer", "고객"),
        ("고개", "customer", "고객"),
        ("곡", "customer", "고객"),
        ("고ㄱ", "customer", "고객"),
        ("은ㅎ", "bank", "은행"),
        ("ASIAKAS", "customer", "asiakas"),
        ("pankki", "bank", "pankki"),
        ("cafe", "café", ""),
        ("principal", "client", "principal"),
        ("\u2067client\u200e\u2069", "client", ""),
        ("カ\u200eフェー\u200e店", "café", "カフェー 店"),
        ("\u2067ㄱㄱ\u2069", "customer", "고객"),
    ],
)
def test_any_name_in_any_language_is_found(index: Page, query: str, name: str, reason: str) -> None:
    assert ask(index, query) == [name]
    shown = index.locator(".glossary-match").all_text_contents()
    assert [reason in text for text in shown] == [True] * bool(reason)
    assert index.locator(STATUS).text_content() == "Concepts found: 1"


def test_the_whole_name_comes_first_and_then_those_that_begin_so(index: Page) -> None:
    assert ask(index, "c") == ["café", "client", "customer", HOSTILE]


def test_a_row_under_the_name_that_was_found_says_no_more(page: Page, site: Built) -> None:
    # Japanese has no name for it, so that the row stands under the English one
    page.goto(f"{address(site)}?first=ja")
    for query, reasons in (("onerror", 0), ("bank", 1)):
        ask(page, query)
        assert page.locator(ROWS).count() == 1
        assert page.locator(".glossary-match").count() == reasons
        assert (page.locator(f"{ROWS} th mark").count() == 0) is bool(reasons)


def test_nothing_found_is_said(index: Page) -> None:
    assert ask(index, "xyzzy") == []
    assert index.locator(STATUS).text_content() == "Concepts found: 0"


def test_the_pages_own_table_returns(index: Page) -> None:
    own = index.locator("table.glossary-index:not(.glossary-found)")
    assert own.is_visible()
    ask(index, "bank")
    assert not own.is_visible()
    index.keyboard.press("Escape")
    assert index.input_value(BOX) == ""
    assert own.is_visible()


def test_links_lead_to_entries(index: Page) -> None:
    ask(index, "은행")
    index.click(f"{ROWS} th a")
    index.wait_for_url(re.compile(r"index\.html#term-bank$"))


def test_names_stay_text(index: Page) -> None:
    assert len(ask(index, "onerror")) == 1
    assert index.locator(f"{ROWS} img").count() == 0
    assert index.title() != "1"
    assert "<img src=x" in index.inner_text(ROWS)


def test_the_state_survives_a_reload(index: Page) -> None:
    ask(index, "고개")
    index.wait_for_url(re.compile(r"\?q="))
    index.reload()
    index.wait_for_selector(ROWS)
    assert index.input_value(BOX) == "고개"
    assert index.locator(f"{ROWS} th a").all_text_contents() == ["customer"]
    index.keyboard.press("Tab")
    index.fill(BOX, "")
    index.wait_for_url(re.compile(r"html$"))


def test_a_choice_is_kept_in_the_address_too(page: Page, site: Built) -> None:
    page.goto(f"{address(site)}?subject=Business&first=ko&sort=fi")
    page.wait_for_selector(ROWS)
    assert page.locator(f"{ROWS} th").all_text_contents() == ["고객", "의뢰인"]
    assert page.locator(".glossary-found thead th").first.text_content() == "한국어"


def test_an_address_that_asks_for_what_there_is_not(page: Page, site: Built) -> None:
    page.goto(f"{address(site)}?q=bank&subject=None&first=xx&sort=yy")
    page.wait_for_selector(ROWS)
    chosen = page.locator(".glossary-search select").evaluate_all(
        "all => all.map(e => e.selectedOptions[0]?.text)"
    )
    assert chosen == ["English", "Relevance", "All subjects"]
    page.wait_for_url(re.compile(r"html\?q=bank$"))


def test_steps_through_the_history_stay_in_step_with_the_box(index: Page) -> None:
    ask(index, "bank")
    index.get_by_label("Subject").select_option("Finance")
    index.wait_for_url(re.compile(r"\?q=bank&subject=Finance$"))
    index.evaluate("location.hash = 'place'")
    index.fill(BOX, "c")
    index.get_by_label("Subject").select_option("")
    index.get_by_label("Sort by").select_option("fi")
    index.wait_for_url(re.compile(r"\?q=c&sort=fi#place$"))
    for step, query, choices in (
        ("back", "bank", ["English", "Relevance", "Finance"]),
        ("forward", "c", ["English", "Suomi", "All subjects"]),
    ):
        index.evaluate(f"history.{step}()")
        index.wait_for_function(f"document.querySelector('{BOX}').value === '{query}'")
        chosen = index.locator(".glossary-search select").evaluate_all(
            "all => all.map(e => e.selectedOptions[0].text)"
        )
        assert chosen == choices
        assert index.locator(ROWS).count() == (1 if query == "bank" else 4)


def test_a_place_on_the_page_takes_no_query_from_the_box(page: Page, site: Built) -> None:
    # where the address cannot follow the box, it does not lead it either
    page.goto(address(site))
    # not before: a script of Sphinx 8.2 calls it on every page
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('no') } }")
    ask(page, "bank")
    page.evaluate("location.hash = 'place'")
    page.wait_for_url("**#place")
    assert (page.input_value(BOX), page.locator(ROWS).count()) == ("bank", 1)


def test_a_locale_with_a_modifier(page: Page, build: Callable[..., Built]) -> None:
    po = {"sr@latin/terminology": {"client": "klijent", "bank": "banka"}}
    for language in ("sr@latin", "en"):
        built = build({"index.rst": f"Title\n=====\n\n{TERMS}"}, language=language, po=po)
        page.goto(f"{address(built)}?sort=sr@latin")
        page.wait_for_selector(ROWS)
        assert "klijent" in page.locator(ROWS, has_text="client").first.inner_text()
        tags = page.locator(".glossary-found [lang]").evaluate_all("all => all.map(e => e.lang)")
        assert set(tags) == {"sr-Latn", "en"}


def test_japanese_is_sorted_by_readings(page: Page, site: Built) -> None:
    page.goto(f"{address(site)}?sort=ja&first=ja")
    page.wait_for_selector(ROWS)
    names = page.locator(f"{ROWS} th [lang=ja]:first-child ruby").all_inner_texts()
    assert [name.split("\n")[0][:2] for name in names] == ["依頼", "銀行", "顧客"]


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("fi", ["asiakas", "toimeksiantaja", "zoo", "åkeri", "äiti", "öljy"]),
        ("ko", ["가방", "까치", "나무", "의뢰인", "카페", "하늘"]),
        ("ja", ["依頼", "カフェ", "顧客", "コピ", "たな", "ハン"]),
    ],
)
def test_each_language_has_its_own_order(
    page: Page, build: Callable[..., Built], locale: str, names: list[str]
) -> None:
    shuffled = [names[n] for n in (3, 0, 5, 2, 4, 1)]
    readings = {"依頼": "《いらい》", "顧客": "《こきゃく》"}
    terms = "".join(f".. term:: name {n}\n\n   Text.\n\n" for n in range(len(names)))
    po = {f"name {n}": name + readings.get(name, "") for n, name in enumerate(shuffled)}
    built = build({"index.rst": f"Title\n=====\n\n{terms}"}, po={f"{locale}/terminology": po})
    page.goto(f"{address(built)}?sort={locale}&first={locale}")
    page.wait_for_selector(ROWS)
    shown = page.locator(f"{ROWS} th [lang={locale}]:first-child").all_text_contents()
    assert [name.partition("(")[0] for name in shown] == names


def test_a_name_to_avoid_says_nothing_of_the_order(page: Page, build: Callable[..., Built]) -> None:
    terms = "".join(f".. term:: {name}\n\n   Text.\n\n" for name in ("bee", "cat", "dog"))
    po = {"bee": "- | ~zebra", "cat": "kissa", "dog": "ahma"}
    built = build({"index.rst": f"Title\n=====\n\n{terms}"}, po={"fi/terminology": po})
    page.goto(f"{address(built)}?sort=fi&first=fi")
    page.wait_for_selector(ROWS)
    names = page.locator(f"{ROWS} th > div:first-child [lang]")
    assert names.all_text_contents() == ["ahma", "bee", "kissa"]


@pytest.mark.parametrize(
    ("name", "reading", "runs"),
    [
        ("クライアント対応", "クライアントたいおう", [["クライアント", ""], ["対応", "たいおう"]]),
        ("取り引き", "とりひき", [["取", "と"], ["り", ""], ["引", "ひ"], ["き", ""]]),
        ("银行", "yínháng", [["银行", "yínháng"]]),
        ("a(か", "x(か", [["a(", "x("], ["か", ""]]),
        ("取り", "xyz", [["取り", "xyz"]]),
    ],
)
def test_a_reading_lies_over_what_it_reads(
    index: Page, name: str, reading: str, runs: list[list[str]]
) -> None:
    call = "([name, reading]) => window.glossaryIndex.readOver(name, reading)"
    assert index.evaluate(call, [name, reading]) == runs


def test_an_index_of_some_subjects_finds_no_others(page: Page, site: Built) -> None:
    page.goto(address(site, "index.html"))
    assert ask(page, "c") == ["customer"]


def test_found_rows_have_the_columns_of_the_index(page: Page, build: Callable[..., Built]) -> None:
    options = "   :columns: definition; subject\n   :languages: ja fi\n"
    second = f"Second\n------\n\n.. glossary-index::\n   :letters: B\n{options}"
    files = {
        "index.rst": f"Title\n=====\n\n.. toctree::\n\n   sub/names\n\n{TERMS}",
        "sub/names.rst": f"Names\n=====\n\n.. glossary-index::\n{options}\n{second}",
    }
    built = build(files, po=CATALOGUES)
    assert built.warnings == []
    page.goto(address(built, "sub/names.html"))
    assert ask(page, "고객") == []
    # neither language of this index is the page's, so that no name is a link
    cells = page.locator(f"{ROWS} > *").all_inner_texts()
    assert cells[2:] == ["One who buys.", "Business, Retail"]
    heads = page.locator(".glossary-found thead th").all_inner_texts()
    assert heads == ["Suomi", "日本語", "Definition", "Subject"]
    roles = page.locator(f"{ROWS} > *").evaluate_all("all => all.map(e => e.role)")
    assert roles == ["rowheader", "cell", "cell", "cell"]
    other = page.locator("table.glossary-index:not(.glossary-found)")
    assert [other.nth(number).is_visible() for number in range(2)] == [False, True]


def test_words_and_names_each_say_their_language(page: Page, build: Callable[..., Built]) -> None:
    index = ".. glossary-index::\n   :columns: definition; subject\n"
    po = {"sv/terminology": {"client": "klient", ("glossary subject", "Business"): "affärer"}}
    sv = build({"index.rst": f"T\n=\n\n{TERMS}{index}"}, language="sv", po=po)
    page.goto(address(sv, "index.html"))
    ask(page, "client")
    lang = "e => e.closest('[lang]').lang"
    for text, expected in (
        ("Concepts found: 1", "en"),
        ("Sort by", "en"),
        ("found by", "en"),
        ("klient", "sv"),
        ("affärer", "sv"),
    ):
        found = page.locator(".glossary-search").get_by_text(text).first
        assert (text, found.evaluate(lang)) == (text, expected)


def test_an_input_method_is_answered_when_it_is_done(index: Page) -> None:
    index.focus(BOX)
    index.wait_for_function("window.glossaryIndex.data")
    client = index.context.new_cdp_session(index)
    client.send(
        "Input.imeSetComposition", {"text": "こきゃk", "selectionStart": 4, "selectionEnd": 4}
    )
    index.wait_for_selector(ROWS)
    client.send("Input.insertText", {"text": "顧客"})
    assert index.input_value(BOX) == "顧客"
    assert index.locator(f"{ROWS} th a").all_text_contents() == ["customer"]


def test_the_names_come_with_the_focus_and_are_folded_in_one_pass(page: Page, site: Built) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(address(site))
    assert not [url for url in loaded if "glossary-index-data" in url]
    page.evaluate(
        """() => {
          const { folding } = window.glossaryIndex;
          const { fold } = folding;
          window.folded = [];
          folding.fold = (text) => { window.folded.push(text); return fold(text) };
        }"""
    )
    page.focus(BOX)
    page.wait_for_function("window.folded.length")
    page.focus(".glossary-search select")
    page.focus(BOX)
    ask(page, "bank")
    assert len([url for url in loaded if "glossary-index-data" in url]) == 1
    whole, *asked = page.evaluate("window.folded")
    assert whole.count("\n") > 20
    assert asked == ["bank"]


def test_what_is_found_is_counted_in_a_live_region(index: Page) -> None:
    # it must be there before it says something
    region = index.locator(f"{STATUS}[role=status]")
    assert region.count() == 1
    assert region.text_content() == ""
    region.evaluate("e => { window.region = e }")
    ask(index, "bank")
    assert index.evaluate("window.region.isConnected && window.region.textContent")


def test_nothing_comes_from_a_network(page: Page, site: Built) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address(site))
    ask(page, "顧客")
    assert requests
    assert [url for url in requests if not url.startswith(site.outdir.as_uri())] == []


def test_arrows_walk_through_the_rows(index: Page) -> None:
    ask(index, "c")
    focused = "document.activeElement.textContent"
    index.keyboard.press("ArrowDown")
    assert index.evaluate(focused) == "café"
    index.keyboard.press("ArrowDown")
    assert index.evaluate(focused) == "client"
    index.keyboard.press("ArrowUp")
    index.keyboard.press("ArrowUp")
    assert index.evaluate("document.activeElement.type") == "search"
    index.keyboard.press("ArrowDown")
    index.keyboard.press("Escape")
    assert index.evaluate("document.activeElement.type") == "search"
    assert index.input_value(BOX) == "c"


def test_many_rows_come_in_windows(page: Page, build: Callable[..., Built]) -> None:
    terms = "".join(f".. term:: name {n:04}\n\n   Text.\n\n" for n in range(1000))
    built = build({"index.rst": f"Title\n=====\n\n{terms}"})
    page.goto(address(built))
    ask(page, "name")
    rows = page.locator(ROWS)
    page.wait_for_function(f"document.querySelectorAll('{ROWS}').length === 200")
    assert page.locator(STATUS).text_content() == "Concepts found: 1,000. Shown: 1 to 200."
    page.get_by_role("button", name="Show more").click()
    page.wait_for_function(f"document.querySelectorAll('{ROWS}').length === 200")
    assert rows.first.inner_text() == "name 0200"
    assert page.evaluate("document.activeElement.textContent") == "name 0200"
    for _step in range(3):
        page.get_by_role("button", name="Show more").click()
    assert page.locator(STATUS).text_content() == "Concepts found: 1,000. Shown: 801 to 1,000."
    assert not page.get_by_role("button", name="Show more").is_visible()
    page.get_by_role("button", name="Show previous").click()
    assert rows.first.inner_text() == "name 0600"
    page.get_by_role("button", name="Show previous").focus()
    page.keyboard.press("Enter")
    assert rows.first.inner_text() == "name 0400"


def test_a_step_without_links_keeps_the_focus(page: Page, build: Callable[..., Built]) -> None:
    terms = "".join(f".. term:: name {n:03}\n\n   Text.\n\n" for n in range(250))
    index = ".. glossary-index::\n   :languages: fi\n\n"
    files = {"index.rst": f"Title\n=====\n\n{index}{terms}"}
    page.goto(address(build(files, po={"fi/terminology": {}}), "index.html"))
    ask(page, "name")
    for step, other in (("Show more", "Show previous"), ("Show previous", "Show more")):
        page.get_by_role("button", name=step).focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.textContent") == other


def missing(path: Path) -> None:
    path.unlink()


def broken(path: Path) -> None:
    path.write_text("(", "utf-8")


@pytest.mark.parametrize("spoil", [missing, broken])
def test_lost_data_is_said_and_links_stay(
    context: BrowserContext, build: Callable[..., Built], spoil: Callable[[Path], None]
) -> None:
    built = build({"index.rst": f"Title\n=====\n\n{TERMS}"})
    spoil(built.outdir / "glossary-index-data.js")
    # not the fixture's page: a script of broken data throws
    page = context.new_page()
    page.goto(address(built))
    page.fill(BOX, "bank")
    page.wait_for_function(
        "document.querySelector('.glossary-search-note').textContent.includes('no search')"
    )
    assert page.locator("table.glossary-index a").first.is_visible()


def test_stale_data_is_said_and_still_searched(page: Page, build: Callable[..., Built]) -> None:
    built = build({"index.rst": f"Title\n=====\n\n{TERMS}"})
    html = built.html("glossary-index")
    stale = re.sub('data-digest="[^"]*"', 'data-digest="old"', html)
    (built.outdir / "glossary-index.html").write_text(stale, "utf-8")
    page.goto(address(built))
    page.fill(BOX, "bank")
    page.wait_for_selector(ROWS)
    assert "two builds" in (page.locator(".glossary-search-note").text_content() or "")


def test_stale_data_without_a_language_of_the_page(page: Page, build: Callable[..., Built]) -> None:
    files = {"index.rst": f"Title\n=====\n\n{TERMS}"}
    stale = build(files, po={"fi/terminology": {"bank": "pankki"}}).files()
    built = build(files, po={"fi/terminology": {"bank": "pankki"}, "ja/terminology": {}})
    (built.outdir / "glossary-index-data.js").write_bytes(stale["glossary-index-data.js"])
    page.goto(address(built))
    page.fill(BOX, "pankki")
    page.wait_for_selector(ROWS)
    assert "two builds" in (page.locator(".glossary-search-note").text_content() or "")
    assert page.locator(f"{ROWS} td").all_inner_texts() == ["pankki", "bank"]


def test_a_query_that_is_faster_than_the_names(page: Page, site: Built) -> None:
    held: list[Route] = []
    page.route("**/glossary-index-data.js*", lambda route: held.append(route))
    page.goto(address(site))
    page.fill(BOX, "bank")
    note = page.locator(".glossary-search-note")
    assert note.text_content() == "Loading the names…"
    assert page.locator("table.glossary-index").first.is_visible()
    held[0].continue_()
    page.wait_for_selector(ROWS)
    assert page.locator(f"{ROWS} th a").all_text_contents() == ["bank"]
    assert note.text_content() == ""
    page.wait_for_url(re.compile(r"\?q=bank$"))


def test_without_scripts_the_table_is_whole(chromium: Browser, site: Built) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site))
    assert page.locator("input[type=search]").count() == 0
    assert page.locator("table.glossary-index td").first.is_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_readings_have_room(page: Page, build: Callable[..., Built], width: int) -> None:
    po = {"client": "顧客《こきゃく》 | 依頼人《いらいにん》 | 依頼者《いらいしゃ》"}
    built = build({"index.rst": f"Title\n=====\n\n{TERMS}"}, po={"ja/terminology": po})
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address(built))
    ask(page, "client")
    boxes = page.locator(f"{ROWS} [lang=ja] ruby").evaluate_all(
        """all => all.map(ruby => {
          const name = document.createRange();
          name.selectNode(ruby.firstChild);
          return [ruby.querySelector("rt").getBoundingClientRect().top,
                  name.getBoundingClientRect().bottom];
        })"""
    )
    assert len(boxes) == 3
    for (_top, bottom), (top, _bottom) in itertools.pairwise(boxes):
        # the box of a name has some room below its letters
        assert top >= bottom - 2, "no reading touches the name above it"


def test_only_what_was_found_is_printed(index: Page) -> None:
    ask(index, "c")
    index.emulate_media(media="print")
    assert not index.locator(".glossary-search form").is_visible()
    assert index.locator(ROWS).first.is_visible()


@pytest.mark.parametrize("query", ["", "c"])
def test_a_phone_needs_no_sideways_scrolling(page: Page, site: Built, query: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address(site))
    if query:
        ask(page, query)
    # the table of coverage, which is wide, scrolls in a frame of its own
    parts = page.locator(".glossary-index-page, .glossary-table-frame:has(.glossary-index)")
    widths = parts.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
    assert max(widths) <= 0


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_phone_shows_no_label_of_what_is_empty(
    page: Page, build: Callable[..., Built], language: str
) -> None:
    index = ".. glossary-index::\n   :columns: definition; subject; part-of-speech\n"
    terms = ".. term:: no definition\n   :subject: Law\n\n.. term:: definition\n\n   Text.\n\n"
    built = build({"index.rst": f"T\n=\n\n{terms}{index}"}, language=language, po=CATALOGUES)
    # so high that all rows are seen: the browser lays out no others
    page.set_viewport_size({"width": 360, "height": 4000})
    page.goto(address(built, "index.html"))
    for table in (".glossary-index:not(.glossary-found)", ".glossary-found"):
        cells = page.locator(f"{table} td[data-label]").all()
        shown = [cell.inner_text().strip() for cell in cells if cell.is_visible()]
        assert [text for text in shown if text in {"Law", "Text."}] == ["Text.", "Law"]
        assert "" not in shown
        ask(page, "definition")
