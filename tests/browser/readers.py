"""A site with everything that readers touch, and what tests of each way to touch it ask."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest
from projects import Project

from sphinx_glossary_ext.cli.landing import landing_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ASPECTS: Final = "".join(
    f"      * - Aspect {number}\n        - Of a client\n        - Of a customer\n"
    for number in range(60)
)
FILES: Final = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   pair\n",
    "terms.rst": """\
Terms
=====

.. term:: client
   :subject: Business
   :broader: party
   :contrast: customer
   :related: engagement; party-to-it; counterparty

   One who engages a professional, and no :term:`customer`.

.. term:: customer
   :subject: Business
   :broader: party

   One who buys.

.. term:: party
   :subject: Law

   Somebody in a contract.

.. term:: engagement of a professional
   :id: engagement
   :broader: party

   What they agree on.

.. term:: another party to the contract
   :id: party-to-it
   :broader: party

   The other one.

.. term:: counterparty
   :broader: party

   The one across the table.
""",
    "pair.rst": f"""\
Pair
====

.. compare:: client; customer

   A client stays; a customer goes.

   .. aspects::

{ASPECTS}
""",
    # so many that the list of them is folded
    **{f"page{n}.rst": f":orphan:\n\nPage {n}\n{'=' * 9}\n\n:term:`client`\n" for n in range(12)},
}
CATALOGUES: Final = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》",
        "customer": "顧客《こきゃく》",
        "party": "当事者《とうじしゃ》",
    }
}

A, E = "another party to the contract", "engagement of a professional"
CHOICES: Final = [
    ("First language", "日本語", "first=ja", [A, "依頼人", "counterparty", "顧客", E, "当事者"]),
    ("Sort by", "日本語", "sort=ja", [A, "counterparty", E, "client", "customer", "party"]),
    ("Subject", "Law", "subject=Law", ["party"]),
]
"""What the index can be asked beside a name: label, choice, address, and what stands there then."""

needs_graphviz: Final = pytest.mark.usefixtures("graphviz")

WATCH: Final = """
window.shown = 0;
addEventListener("beforetoggle", (event) => {
  if (event.newState === "open") window.shown += 1;
}, true);
"""
"""Counts the cards that a page shows, from the start; ``SHOW`` asks for the number."""
SHOW: Final = "window.shown"
COPIED: Final = "document.querySelector('.glossary-copy-status').textContent"
STATUS: Final = "document.querySelector('.glossary-search-status')"


def fill_site(folder: Path) -> None:
    """Build the project in two languages side by side, and the page above them."""
    project = Project(folder / "project")
    project.write(FILES)
    project.write_po(CATALOGUES)
    for language in ("en", "ja"):
        built = project.build(
            language=language,
            html_theme="alabaster",
            glossary_link_template="{root}../{lang}/{page}{anchor}",
        )
        assert built.warnings == []
        shutil.copytree(built.outdir, folder / "site" / language)
    (folder / "site" / "index.html").write_text(landing_page(["en", "ja"], "Tea"), "utf-8")


def shown_first(page: Page) -> list[str]:
    """Return the first name of each row that was found, without its reading."""
    page.wait_for_selector(".glossary-found tbody tr")
    names = page.locator(".glossary-found tbody th > div:first-child [lang]")
    return names.evaluate_all(
        "all => all.map(e => { const copy = e.cloneNode(true);"
        " for (const r of copy.querySelectorAll('rt, rp')) r.remove(); return copy.textContent })"
    )
