"""Writing files so that nothing is ever lost or half written."""

from __future__ import annotations

import filecmp
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_atomically(path: Path, content: bytes) -> bool:
    """Write *content* to *path*, all of it or nothing; return whether anything changed.

    :raises OSError: where the folder cannot be written to; *path* is then as it was.
    """
    return write_parts_atomically(path, (content,))


def remove_left_behind(path: Path, mark: bytes) -> None:
    """Remove *path* if it holds *mark*, and so is what an earlier build wrote.

    :raises OSError: where the file cannot be read or removed.
    """
    if path.is_file() and mark in path.read_bytes():
        path.unlink()


def write_parts_atomically(path: Path, parts: Iterable[bytes]) -> bool:
    """Write *parts* one after another to *path*, as `write_atomically` does.

    They need never be in memory together.

    A link stays a link, and a file keeps its mode.

    :raises OSError: where the folder cannot be written to; *path* is then as it was.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".glossary-")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(parts)
        is_new = not path.is_file() or not filecmp.cmp(name, path, shallow=False)
        if is_new:
            # mkstemp's files are private; new ones of ours are for every reader
            mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o644
            Path(name).chmod(mode)
            Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return is_new
