"""``sphinx-glossary build``: every language at once, and a page that links them."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.cli.landing import landing_page
from sphinx_glossary_ext.cli.programs import program_environment, sphinx_command
from sphinx_glossary_ext.files import write_atomically
from sphinx_glossary_ext.linguistics.locales import language_name, url_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx_glossary_ext.cli.project import Project

_COMPLAINTS: Final = ("WARNING: ", "ERROR: ", "CRITICAL: ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Build:
    """One language's build: its command, and where its results lie."""

    language: str
    command: list[str]
    doctrees: Path


def build(
    project: Project,
    outputdir: Path,
    *,
    languages: Sequence[str],
    jobs: int | None = None,
    builder: str = "html",
    fail_on_warning: bool = False,
) -> int:
    """Build *languages* into a folder each of *outputdir* and write the landing page.

    :param jobs: processes at once; more than there are languages are shared among them
    :param fail_on_warning: a language with a warning has failed; it is built to its end
    :returns: 0, or 1 if a language failed
    :raises OSError: Sphinx cannot be started, or the landing page not written
    """
    outputdir = outputdir.resolve()
    # None: only what was asked for, as an extension may not be safe for Sphinx's own -j.
    jobs = jobs or min(len(languages), _cores())
    options = ["-j", str(max(1, jobs // len(languages)))]
    options += ["-W", "--keep-going"] if fail_on_warning else []
    builds = [_plan(project, outputdir, builder, code, options) for code in languages]
    try:
        statuses = asyncio.run(_run_all(builds, jobs))
    except ExceptionGroup as group:
        # of the tasks: what stopped one has stopped all, and callers know it by its own type
        raise group.exceptions[0] from None
    if any(statuses):
        failed = [b.language for b, status in zip(builds, statuses, strict=True) if status]
        print(f"failed: {', '.join(failed)}")
        return 1
    page = _root_page(project.root_doc, builder)
    for path in _publish(project, outputdir, page, languages):
        print(path)
    return 0


def _plan(
    project: Project, outputdir: Path, builder: str, language: str, options: list[str]
) -> _Build:
    # Beside the published tree, not in it: doctrees are large and of no use to a reader.
    doctrees = outputdir.parent / "doctrees" / language
    command = sphinx_command(
        project, builder, language=language, doctrees=doctrees, output=_folder(outputdir, language)
    )
    return _Build(language=language, command=[*command, *options], doctrees=doctrees)


async def _run_all(builds: Sequence[_Build], jobs: int) -> list[int]:
    """Run every build, *jobs* at a time; return their exit statuses in order."""
    gate = asyncio.Semaphore(jobs)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_run_one(build, gate)) for build in builds]
    return [task.result() for task in tasks]


async def _run_one(build: _Build, gate: asyncio.Semaphore) -> int:
    """Run one build with a line when it starts and a line, with its warnings, when it ends."""
    async with gate:
        label = f"{build.language:6} {language_name(build.language)}"
        print(f"{label}: started", flush=True)
        start = time.monotonic()
        status, output = await _run_to_end(build.command)
        seconds = time.monotonic() - start
    pages = sum(1 for _ in build.doctrees.rglob("*.doctree"))
    outcome = f"failed with status {status}" if status else "done"
    warnings = sum(any(word in line for word in _COMPLAINTS) for line in output)
    print(f"{label}: {outcome} ({seconds:.1f} s, pages: {pages}, warnings: {warnings})")
    for line in output:
        print(f"       {line}".rstrip())
    return status


async def _run_to_end(command: list[str]) -> tuple[int, list[str]]:
    """Run *command*; return its exit status and the lines it printed."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=program_environment(),
    )
    try:
        output, _ = await process.communicate()
    finally:
        # Cancelled by Ctrl-C or by another build's failure to start: leave nothing running.
        if process.returncode is None:
            process.terminate()
            await process.wait()
    return process.returncode or 0, output.decode("utf-8", "replace").strip("\n").splitlines()


def _root_page(root_doc: str, builder: str) -> str:
    """Return where *builder* writes the first page, below the folder of its language."""
    has_folder = builder == "dirhtml" and root_doc.rpartition("/")[2] != "index"
    return f"{root_doc}/index.html" if has_folder else f"{root_doc}.html"


def _publish(project: Project, outputdir: Path, page: str, languages: Sequence[str]) -> list[Path]:
    """Write the landing page where the builder made pages; return the paths to open."""
    codes = dict.fromkeys((*project.all_languages, *languages))
    # Not only those built now: ``--language ja`` must not take the others off the page.
    present = [code for code in codes if (_folder(outputdir, code) / page).is_file()]
    if not present:
        return [_folder(outputdir, code) for code in languages]
    index = outputdir / "index.html"
    write_atomically(index, landing_page(present, project.title, page=page).encode())
    return [index, *(_folder(outputdir, code) / page for code in languages)]


def _folder(outputdir: Path, language: str) -> Path:
    """Return where pages in *language* are, by the code with which links lead there."""
    return outputdir / url_code(language)


def _cores() -> int:
    """Count the cores this process may use: in a container, fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
