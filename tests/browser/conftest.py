"""A real Chromium: found on the machine, or the tests say plainly that they are skipped."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from browser.themes import skip_unless_ci

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
"""What is looked for, the best first.

All are the same engine. The shell has no windows: theirs draw themselves anew for every test, which
costs several times what its page does.
"""

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Yield a running browser.

    Not for the whole session: while Playwright runs, so does its event loop, and commands that
    need one of their own fail in the same process.
    """
    try:
        from playwright import sync_api
    except ModuleNotFoundError:
        skip_unless_ci("playwright is not installed: no browser test is run")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        skip_unless_ci("no Chromium is installed: no browser test is run")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Yield a fresh browser profile of desktop size."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Yield a page that fails the test if a script on it throws."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


@pytest.fixture
def graphviz() -> None:
    """Demand Graphviz: without it there are no maps."""
    if shutil.which("dot") is None:
        skip_unless_ci("Graphviz is not installed")
