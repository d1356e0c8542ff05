"""A guide's blocks, done as its reader does them: files, commands, messages of a catalogue."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

from manual.fences import Block, run_module

if TYPE_CHECKING:
    from pathlib import Path

MODULES: Final = {"sphinx-build": "sphinx", "sphinx-glossary": "sphinx_glossary_ext"}
INSTALLATION: Final = ("python -m venv", ". .venv/bin/activate", "pip install")


def follow(block: Block, folder: Path) -> None:
    """Do what a reader does with *block*."""
    if block.language == "console":
        for line in block.text.splitlines():
            run(line.removeprefix("$ "), folder)
    elif block.language == "po":
        fill_in(folder / block.caption, block.text)
    else:
        path = folder / block.caption
        path.parent.mkdir(exist_ok=True)
        path.write_text(block.text, "utf-8")


def run(command: str, folder: Path) -> None:
    """Run *command* with the interpreter and the code under test; what installs is left out."""
    if command.startswith(INSTALLATION):
        return
    program, *arguments = shlex.split(command)
    output = run_module(MODULES[program], *arguments, cwd=folder)
    assert "WARNING" not in output, output


def fill_in(path: Path, message: str) -> None:
    """Give the catalogue at *path* the msgstr of *message*, which it must have in all else."""
    empty = re.sub(r'^msgstr ".*"$', 'msgstr ""', message, flags=re.MULTILINE)
    catalogue = path.read_text("utf-8")
    assert catalogue.count(empty) == 1, catalogue
    path.write_text(catalogue.replace(empty, message), "utf-8")
