"""The programs that the commands start: how they are called, and what they print."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sphinx_glossary_ext.cli.project import Project


class ProgramError(Exception):
    """A program failed; the message holds what it printed."""


def sphinx_command(
    project: Project, builder: str, *, language: str, doctrees: Path, output: Path
) -> list[str]:
    """Return the command line of a quiet Sphinx build: warnings are all it prints."""
    return [
        *(sys.executable, "-m", "sphinx", "-q", "-b", builder, "-D", f"language={language}"),
        *("-d", str(doctrees), str(project.sourcedir), str(output)),
    ]


def intl_update_command(templates: Path, locale_dir: Path, languages: Iterable[str]) -> list[str]:
    """Return the command line of sphinx-intl that carries *templates* to *languages*."""
    chosen = (argument for code in languages for argument in ("-l", code))
    return [
        *(sys.executable, "-m", "sphinx_intl", "update"),
        *("-p", str(templates), "-d", str(locale_dir), *chosen),
    ]


def program_environment() -> dict[str, str]:
    """Return the environment of a started program: ours, with output in UTF-8 on every system."""
    return {**os.environ, "PYTHONIOENCODING": "utf-8"}


def run_program(command: list[str], *, cwd: Path | None = None) -> str:
    """Run *command* to its end and return all it printed.

    :raises ProgramError: it ended with an error
    """
    done = subprocess.run(
        command,
        cwd=cwd,
        env=program_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        _python, _m, program, *_ = command
        output = done.stdout.strip("\n")
        raise ProgramError(f"{program} ended with status {done.returncode}\n{output}")
    return done.stdout
