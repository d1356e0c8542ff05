"""Writing files."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a"
    assert write_atomically(path, b"1")
    assert not write_atomically(path, b"1")
    assert write_atomically(path, b"2")
    assert [file.name for file in path.parent.iterdir()] == ["a"]


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("顧" * 84 + ".po")
    assert len(os.fsencode(path.name)) == 255
    assert write_atomically(path, b"1")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    path.chmod(0o660)
    write_atomically(path, b"2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "a").write_bytes(b"1")
    link = tmp_path / "a"
    link.symlink_to("shared/a")
    write_atomically(link, b"2")
    assert link.is_symlink()
    assert (tmp_path / "shared" / "a").read_bytes() == b"2"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_atomically(tmp_path / "a", b"1")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
