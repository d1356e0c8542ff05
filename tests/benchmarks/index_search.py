"""The search box of the index: how soon it answers a key, in a real browser."""

from __future__ import annotations

import argparse
import gzip
import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from measuring import measure_build
from playwright.sync_api import sync_playwright
from projects import write_catalogues, write_project

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONF = "extensions = ['sphinx_glossary_ext']\nlocale_dirs = ['locales']"
TYPED = (
    "account ledger",
    "tilierä 99",
    "だい99かんじょう",
    "ㄱㅈㅎㅁ",
    "계정 항목",
    "kirjanpidon erä",
)
PAUSES = {"typed fast": 120, "typed slowly": 600}
"""Milliseconds between two keys; in a long pause the rows below the window come too."""

LOAD = """async () => {
  const start = performance.now();
  document.querySelector('.glossary-search input').focus();
  const note = document.querySelector('.glossary-search-note');
  while (note.textContent) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""

TYPE = """async ([typed, pause]) => {
  const input = document.querySelector('.glossary-search input');
  const spent = [];
  for (let end = 1; end <= typed.length; end += 1) {
    input.value = typed.slice(0, end);
    const start = performance.now();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    const answered = performance.now() - start;
    document.body.getBoundingClientRect();
    spent.push([answered, performance.now() - start]);
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  return spent;
}"""


def main() -> None:
    """Print the size of the data, the time to load it, and the time that each key takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10, help="thousands of concepts")
    parser.add_argument("--runs", type=int, default=3, help="how often to open the page and type")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        source, output = Path(name, "source"), Path(name, "output")
        write_project(source, "term", options.size * 1000, conf=CONF)
        write_catalogues(source, options.size * 1000)
        measure_build(source, keep=output)
        content = (output / "glossary-index-data.js").read_bytes()
        print(f"{options.size * 1000} concepts, 4 languages")
        print(f"data: {_mib(content)}, compressed {_mib(gzip.compress(content))}")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu"],
            )
            address = (output / "glossary-index.html").as_uri()
            for _run in range(options.runs):
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                page.goto(address)
                report(page)
                page.close()
            browser.close()


def report(page: Page) -> None:
    """Print a line for loading, and one for each way to type: without and with the layout."""
    print(f"names loaded and folded in {page.evaluate(LOAD):.0f} ms")
    for way, pause in PAUSES.items():
        keys: list[tuple[float, float]] = []
        for typed in TYPED:
            keys += page.evaluate(TYPE, [typed, pause])
        answered, laid_out = zip(*keys, strict=True)
        print(
            f"{way}: median {median(answered):.1f} ms, worst {max(answered):.1f} ms; "
            f"with layout: median {median(laid_out):.1f} ms, worst {max(laid_out):.1f} ms"
        )


def _mib(content: bytes) -> str:
    return f"{len(content) / 2**20:.2f} MiB"


if __name__ == "__main__":
    main()
