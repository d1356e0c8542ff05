"""The manual's code blocks, taken out of its source, and the programs that they call."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT: Final = Path(__file__).parents[2]
DOCS: Final = CHECKOUT / "docs"
MANUAL: Final = DOCS / "manual"

_CODE_BLOCK: Final = re.compile(
    r"^```\{code-block\} (?P<language>[\w+]+)\n"
    r"(?::caption: (?P<caption>.+)\n)?\n?"
    r"(?P<text>(?s:.*?))^```$",
    re.MULTILINE,
)
_SOURCE_AND_RESULT: Final = re.compile(
    r"^(?P<fence>:{4,})\{source-and-result\}\n(?P<text>(?s:.*?))^(?P=fence)$", re.MULTILINE
)


@dataclass(frozen=True)
class Block:
    """One block of code: its language, the file that it belongs to, if any, and its text."""

    language: str
    caption: str
    text: str


def code_blocks(page: str) -> list[Block]:
    """Return the blocks of *page*, such as ``tutorial.md``, in their order."""
    found = _CODE_BLOCK.finditer((MANUAL / page).read_text("utf-8"))
    return [Block(m["language"], m["caption"] or "", m["text"]) for m in found]


def examples(page: str) -> Iterator[Block]:
    """Yield what *page* shows of the directives: sources, and sources with their results."""
    yield from (block for block in code_blocks(page) if block.language in {"markdown", "rst"})
    for match in _SOURCE_AND_RESULT.finditer((MANUAL / page).read_text("utf-8")):
        yield Block("markdown", "", match["text"])


def run_module(module: str, *arguments: object, cwd: Path = CHECKOUT) -> str:
    """Run *module* with the interpreter and the code under test; return what it printed."""
    paths = [str(CHECKOUT), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
