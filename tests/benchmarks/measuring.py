"""User time and peak memory of whole builds, as the operating system counts them."""

from __future__ import annotations

import compileall
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import sphinx_glossary_ext

# as an installed package is; some machines keep Python from doing so by itself
compileall.compile_dir(sphinx_glossary_ext.__path__[0], quiet=1)


COUNTING = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
"""Counts instructions: the same for the same work, however busy the machine is."""


@dataclass(frozen=True)
class Figures:
    """What one build took: seconds of user time, mebibytes at the peak."""

    seconds: float
    mebibytes: float


def measure_build(source: Path, *, keep: Path | None = None) -> Figures:
    """Build *source* in a process of its own; into *keep* if given, else somewhere fresh."""
    with TemporaryDirectory() as name:
        command = _build_command(source, keep or Path(name))
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build of {source} failed")
    return Figures(usage.ru_utime, usage.ru_maxrss / 1024)


def count_instructions(source: Path) -> int:
    """Build *source* under valgrind, some forty times as slow; return the instructions it took."""
    with TemporaryDirectory() as name:
        command = [*COUNTING, *_build_command(source, Path(name))]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if found is None:
        raise SystemExit(f"valgrind has counted nothing:\n{done.stderr}")
    return int(found[1].replace(",", ""))


def _build_command(source: Path, output: Path) -> list[str]:
    return [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(output)]


def medians(found: list[Figures]) -> Figures:
    """Return the median of each figure."""
    return Figures(median(f.seconds for f in found), median(f.mebibytes for f in found))
