"""From a page to itself in another language, as readers go there: with their place, from a disk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from browser.themes import (
    HAVE_NO_DARK_MODE,
    MODES,
    THEMES,
    findings,
    open_in,
    skip_without,
    worse,
)
from projects import Project

from sphinx_glossary_ext.cli.landing import landing_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   deep/terms\n",
    "deep/terms.rst": "Terms\n=====\n\n"
    + "".join(f".. term:: word {n}\n\n   Said of {n}.\n\n" for n in range(30)),
}
CATALOGUES = {
    "ja/terminology": {"word 7": "七語"},
    "fi/terminology": {"word 7": "sana"},
    "pt_BR/terminology": {"word 7": "palavra"},
}
FOLDERS = {"en": "en", "ja": "ja", "pt_BR": "pt-br"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the project in three languages side by side."""
    folder = tmp_path_factory.mktemp("languages")
    project = Project(folder / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)
    for language, name in FOLDERS.items():
        built = project.build(
            language=language, glossary_link_template="{root}../{lang}/{page}{anchor}"
        )
        assert built.warnings == []
        shutil.copytree(built.outdir, folder / "site" / name)
    return folder / "site"


def link(page: Page, tag: str) -> Locator:
    """Return the link to the page in another language."""
    return page.locator(f".glossary-languages a[hreflang='{tag}']")


def open_page(page: Page, site: Path, address: str) -> None:
    """Open a page from the disk."""
    page.goto(f"{site.as_uri()}/{address}")


def test_the_place_goes_along(page: Page, site: Path) -> None:
    open_page(page, site, "en/deep/terms.html#term-word-7")
    link(page, "ja").click()
    page.wait_for_url("**/ja/deep/terms.html#term-word-7")
    assert page.locator("dt:target").inner_text().startswith("七語")
    assert page.locator("dt:target").evaluate("e => Math.abs(e.getBoundingClientRect().top) < 40")
    # and back, from there
    link(page, "en").click()
    page.wait_for_url("**/en/deep/terms.html#term-word-7")


def test_a_place_reached_on_the_page_goes_along(page: Page, site: Path) -> None:
    open_page(page, site, "en/deep/terms.html")
    assert (link(page, "pt-BR").get_attribute("href") or "").endswith("/pt-br/deep/terms.html")
    page.evaluate("location.hash = 'term-word-9'")
    page.wait_for_function(
        "document.querySelector('.glossary-languages a').hash === '#term-word-9'"
    )
    page.evaluate("location.hash = ''")
    page.wait_for_function("document.querySelector('.glossary-languages a').hash === ''")


@pytest.mark.parametrize("place", ["%E9%A1%A7%E5%AE%A2", "a%22%3E%3Cb%3E", "javascript:alert(1)"])
def test_any_place_stays_a_place(page: Page, site: Path, place: str) -> None:
    open_page(page, site, f"en/deep/terms.html#{place}")
    assert link(page, "ja").evaluate("a => a.href.split('#')[0]") == (
        f"{site.as_uri()}/ja/deep/terms.html"
    )
    assert link(page, "ja").evaluate("a => a.hash === location.hash") is True


def test_by_keyboard(page: Page, site: Path) -> None:
    open_page(page, site, "en/deep/terms.html#term-word-3")
    link(page, "ja").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ja/deep/terms.html#term-word-3")


def test_a_query_goes_along(page: Page, site: Path) -> None:
    open_page(page, site, "en/glossary-index.html?q=sana")
    page.wait_for_selector(".glossary-found tbody tr")
    page.fill(".glossary-search input[type=search]", "palavra")
    page.wait_for_function("location.search.includes('palavra')")
    link(page, "ja").click()
    page.wait_for_url("**/ja/glossary-index.html?q=palavra")
    assert page.locator(".glossary-found tbody tr").count() == 1


def test_a_query_that_is_typed_under_a_resting_pointer_goes_along(page: Page, site: Path) -> None:
    open_page(page, site, "en/glossary-index.html")
    link(page, "ja").hover()
    page.focus(".glossary-search input")
    page.keyboard.insert_text("nothing")
    page.wait_for_function("location.search.includes('nothing')")
    # a click without a move, as of a pointer that rests
    link(page, "ja").evaluate("e => e.click()")
    page.wait_for_url("**/ja/glossary-index.html?q=nothing")


def test_without_scripts_the_links_lead_to_the_page(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(page, site, "en/deep/terms.html#term-word-7")
    link(page, "ja").click()
    page.wait_for_url("**/ja/deep/terms.html")
    context.close()


def test_every_link_leads_to_a_page(page: Page, site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if path.parts[-2] in FOLDERS.values()]
    assert len(pages) == 4 * len(FOLDERS)
    for path in pages:
        page.goto(path.as_uri())
        found = page.locator(".glossary-languages a[href], a[rel=alternate]")
        for address in found.evaluate_all("all => all.map(a => a.href)"):
            target = address.removeprefix(site.as_uri()).lstrip("/")
            if not target.startswith("fi/"):  # which was not built
                assert (site / target).is_file(), (path, address)


def test_a_screen_reader_finds_a_landmark(page: Page, site: Path) -> None:
    open_page(page, site, "ja/deep/terms.html")
    landmark = page.get_by_role("navigation", name="このページのほかの言語版")
    assert landmark.get_by_role("listitem").count() == 3
    names = landmark.get_by_role("link").evaluate_all("all => all.map(a => [a.lang, a.innerText])")
    assert names == [["en", "English"], ["fi", "Suomi"], ["pt-BR", "Português (Brasil)"]]


def test_paper_has_no_links(page: Page, site: Path) -> None:
    open_page(page, site, "en/deep/terms.html")
    assert page.locator(".glossary-languages").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".glossary-languages").is_visible()


# ---- in every theme


@pytest.mark.parametrize("theme", THEMES)
def test_it_stands_in_every_theme(page: Page, theme: str, tmp_path: Path) -> None:
    skip_without(theme)
    project = Project(tmp_path / "project")
    # the links are the same beside one entry, and the rest is soon looked through
    project.write({**FILES, "deep/terms.rst": "Terms\n=====\n\n.. term:: word 7\n\n   Said.\n"})
    project.write_po(CATALOGUES)
    settings: dict[str, Any] = {
        "html_theme": theme,
        "glossary_link_template": "{root}../{lang}/{page}{anchor}",
    }
    ours = project.build(to="ours", language="ja", **settings).outdir
    plain = project.build(
        to="plain", language="ja", glossary_language_links=False, **settings
    ).outdir
    page.set_viewport_size({"width": 360, "height": 740})
    for mode in MODES[: 1 if theme in HAVE_NO_DARK_MODE else 2]:
        # on a page without terms the same links stand in the same colours
        for name in ("deep/terms.html", "genindex.html")[: 2 if mode == "light" else 1]:
            open_in(page, (plain / name).as_uri(), mode)
            width = page.evaluate("document.documentElement.scrollWidth")
            known = findings(page)
            open_in(page, (ours / name).as_uri(), mode)
            assert page.locator(".glossary-languages").is_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= max(width, 360)
            boxes = page.locator(".glossary-languages a").evaluate_all(
                "all => all.map(a => a.parentElement.getBoundingClientRect().height)"
            )
            assert min(boxes) >= 24  # WCAG 2.2, 2.5.8
            # axe does not always find the same in a theme's own footer
            theirs = (plain / name).read_text("utf-8")
            new = worse(findings(page), known)
            assert [finding for finding in new if finding[1] not in theirs] == []


# ---- the page above the languages


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("fi", ["fi", "en", "ja", "pt-BR"]),
        ("pt-PT", ["pt-BR", "en", "ja", "fi"]),
        ("en-US", ["en", "ja", "fi", "pt-BR"]),
        ("sv", ["en", "ja", "fi", "pt-BR"]),
    ],
)
def test_the_reader_s_language_comes_first(
    chromium: Browser, tmp_path: Path, wanted: str, first: list[str]
) -> None:
    (tmp_path / "index.html").write_text(landing_page(["en", "ja", "fi", "pt_BR"], "Tea"), "utf-8")
    context = chromium.new_context(locale=wanted)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((tmp_path / "index.html").as_uri())
    links = page.locator("nav a")
    assert links.evaluate_all("all => all.map(a => a.hreflang)") == first
    # nobody is led away, and nothing is loaded
    assert requests == [(tmp_path / "index.html").as_uri()] == [page.url]
    context.close()


@pytest.mark.parametrize("mode", MODES)
def test_the_page_above_has_no_barrier(page: Page, tmp_path: Path, mode: str) -> None:
    (tmp_path / "index.html").write_text(landing_page(["en", "ja", "he"], "Tea"), "utf-8")
    open_in(page, (tmp_path / "index.html").as_uri(), mode)
    assert findings(page) == {}
