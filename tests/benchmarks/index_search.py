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

LOAD = """async () => {
  const start = performance.now();
  document.querySelector('.glossary-search input').focus();
  const note = document.querySelector('.glossary-search-note');
  while (note.textContent) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""

TYPE = """async typed => {
  const input = document.querySelector('.glossary-search input');
  const spent = [];
  for (let end = 1; end <= typed.length; end += 1) {
    input.value = typed.slice(0, end);
    const start = performance.now();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    const answered = performance.now() - start;
    document.body.getBoundingClientRect();
    spent.push([answered, performance.now() - start]);
    await new Promise(resolve => setTimeout(resolve, 120));
  }
  return spent;
}"""


def main() -> None:
    """Print the size of the data, the time to load it, and the time that each key takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10, help="thousands of concepts")
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
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto((output / "glossary-index.html").as_uri())
            report(page)
            browser.close()


def report(page: Page) -> None:
    """Print a line for loading, and a line per phrase typed."""
    print(f"names loaded and folded in {page.evaluate(LOAD):.0f} ms")
    keys: list[tuple[float, float]] = []
    for typed in TYPED:
        keys += page.evaluate(TYPE, typed)
    for what, figures in zip(("answer", "answer and layout"), zip(*keys, strict=True), strict=True):
        print(f"{what}: median {median(figures):.1f} ms, worst {max(figures):.1f} ms")
    print(f"{len(keys)} keys")


def _mib(content: bytes) -> str:
    return f"{len(content) / 2**20:.2f} MiB"


if __name__ == "__main__":
    main()
