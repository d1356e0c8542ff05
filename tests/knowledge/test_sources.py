"""docs/glossary/sources.md: every heading of the sources has a page of ours, and that exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

PAGES: Final = Path(__file__).parents[2] / "docs/glossary"
TABLE: Final = (PAGES / "sources.md").read_text("utf-8")
_LINK: Final = re.compile(r"\]\((?P<page>[\w-]+)\.md(?:#(?P<section>[\w-]+))?\)")


def rows() -> list[list[str]]:
    """Return the cells of every row, without heads and rules."""
    lines = [line for line in TABLE.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {n for n, row in enumerate(cells) if set("".join(row)) <= set("-: ")}
    heads = {n - 1 for n in rules}
    return [row for n, row in enumerate(cells) if n not in rules | heads]


def section_ids(page: str) -> set[str]:
    """Return the ids of the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", (PAGES / f"{page}.md").read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-") for heading in headings}


def test_every_row_is_filled() -> None:
    assert len(rows()) >= 70
    assert [row for row in rows() if not all(row)] == []


def test_every_page_and_section_exists() -> None:
    links = _LINK.findall(TABLE)
    assert len(links) >= 70
    missing = [(p, s) for p, s in links if not (PAGES / f"{p}.md").is_file()]
    assert missing == []
    assert [(p, s) for p, s in links if s and s not in section_ids(p)] == []
