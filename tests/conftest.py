"""Real projects, written from text and built by real Sphinx."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock
from manual.fences import DOCS, run_module
from projects import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from projects import Built, Messages


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Project]:
    """Return a function that makes a project of files and catalogues."""

    def make(
        files: Mapping[str, str],
        po: Mapping[str, str | Messages] | None = None,
        name: str = "project",
    ) -> Project:
        project = Project(tmp_path / name)
        project.write(files)
        project.write_po(po or {})
        return project

    return make


@pytest.fixture
def build(make_project: Callable[..., Project]) -> Callable[..., Built]:
    """Return a function that makes a project and builds it once."""

    def make_and_build(
        files: Mapping[str, str],
        builder: str = "html",
        language: str = "en",
        po: Mapping[str, str | Messages] | None = None,
        jobs: int = 1,
        **confoverrides: Any,
    ) -> Built:
        project = make_project(files, po)
        return project.build(builder, language=language, jobs=jobs, **confoverrides)

    return make_and_build


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that fills the folder of a name, once for all processes of a test run.

    The tests only read there: another process may do so at the same time.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def folder_of(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                # what an attempt that failed has left
                shutil.rmtree(folder, ignore_errors=True)
                fill(folder)
                done.touch()
        return folder

    return folder_of


@pytest.fixture(scope="session")
def documentation(once: Callable[..., Path]) -> Callable[[str], Path]:
    """Return a function that builds our own documentation in a language."""

    def build(language: str) -> Path:
        command = ("-q", "-b", "html", "-D", f"language={language}", DOCS)

        def fill(folder: Path) -> None:
            assert run_module("sphinx", *command, folder) == ""

        return once(f"documentation-{language}", fill)

    return build


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with the one kept under a name.

    With ``UPDATE_SNAPSHOTS=1`` in the environment the text is kept instead.
    """

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "snapshots" / f"{name}.txt"
        if os.environ.get("UPDATE_SNAPSHOTS") == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return compare
