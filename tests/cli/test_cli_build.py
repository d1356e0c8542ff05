"""``sphinx-glossary build``: exit status, output, files."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE_ROOT = str(Path(__file__).parents[2])


def test_every_language_is_built_and_linked(
    docs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", "docs", "out/html"]) == 0
    out = tmp_path / "out/html"
    assert "Tee on juoma." in (out / "fi/index.html").read_text("utf-8")
    assert "Tea is a drink." in (out / "ja/index.html").read_text("utf-8")
    assert sorted(path.name for path in (tmp_path / "out/doctrees").iterdir()) == ["en", "fi", "ja"]
    landing = (out / "index.html").read_text("utf-8")
    assert re.findall('href="([^"]+)"', landing) == [
        "en/index.html",
        "fi/index.html",
        "ja/index.html",
    ]
    assert "Tea &amp; &lt;b&gt;Cake&lt;/b&gt;" in landing
    printed = capfd.readouterr().out.splitlines()
    assert printed[-4:] == [
        str(out / name)
        for name in ("index.html", "en/index.html", "fi/index.html", "ja/index.html")
    ]
    started = [line for line in printed if line.endswith(": started")]
    assert sorted(started) == [
        "en     English: started",
        "fi     Suomi: started",
        "ja     日本語: started",
    ]
    done = [line for line in printed if "done" in line]
    assert len(done) == 3
    assert all(re.search(r"done \(\d+\.\d s, pages: 1, warnings: 0\)", line) for line in done)
    assert {path.name for path in out.iterdir()} == {"index.html", "en", "fi", "ja"}


def test_one_language_keeps_the_others_on_the_landing_page(docs: Path, tmp_path: Path) -> None:
    assert run(["build", "docs", "html", "--language", "fi"]) == 0
    assert run(["build", "docs", "html", "--language", "ja"]) == 0
    landing = (tmp_path / "html/index.html").read_text("utf-8")
    assert re.findall('href="([^"]+)"', landing) == ["fi/index.html", "ja/index.html"]


def test_warnings_stand_under_their_language_and_may_fail_it(
    docs: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (docs / "orphan.rst").write_text("Orphan\n======\n", "utf-8")
    options = ["build", "docs", "html", "--language", "fi"]
    assert run(options) == 0
    printed = capfd.readouterr().out.splitlines()
    where = next(i for i, line in enumerate(printed) if "done" in line)
    assert "warnings: 1" in printed[where]
    assert "orphan.rst: WARNING" in printed[where + 1]
    (docs / "orphan.rst").write_text("Orphan\n======\n\nText.\n", "utf-8")
    assert run([*options, "--fail-on-warning"]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "failed: fi"


def test_the_landing_page_leads_to_folders_of_pages(docs: Path, tmp_path: Path) -> None:
    (docs / "index.rst").rename(docs / "start.rst")
    with (docs / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write("root_doc = 'start'\n")
    assert run(["build", "docs", "html", "--builder", "dirhtml", "--language", "fi"]) == 0
    landing = (tmp_path / "html/index.html").read_text("utf-8")
    assert re.findall('href="([^"]+)"', landing) == ["fi/start/index.html"]


def test_a_builder_without_pages_has_no_landing_page(docs: Path, tmp_path: Path) -> None:
    assert run(["build", "docs", "text", "--builder", "text", "--jobs", "8"]) == 0
    assert "Tee on juoma." in (tmp_path / "text/fi/index.txt").read_text("utf-8")
    assert not (tmp_path / "text/index.html").exists()


def test_a_failure_shows_why(docs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "docs", "html", "--language", "fi", "--builder", "no-such"]) == 1
    printed = capfd.readouterr().out
    assert "fi     Suomi: failed with status 2" in printed
    assert "no-such" in printed


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["build", "docs"],
        ["build", "docs", "html", "--jobs", "0"],
        ["build", "docs", "html", "--language", "../up"],
        ["build", "nowhere", "html"],
    ],
)
def test_a_wrong_command_line_is_2(docs: Path, arguments: list[str]) -> None:
    assert run(arguments) == 2


def test_help_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert "build" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise on Windows")
def test_an_interruption_ends_the_children(docs: Path, tmp_path: Path) -> None:
    with (docs / "conf.py").open("a") as conf:
        # Only Sphinx calls setup(): the command itself, which runs conf.py too, does not wait.
        conf.write(
            "\ndef setup(app):\n    import os, pathlib, time\n"
            f"    pathlib.Path({str(tmp_path)!r}, f'{{os.getpid()}}.pid').touch()\n"
            "    time.sleep(60)\n"
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "sphinx_glossary_ext", "build", "docs", "html", "--jobs", "2"],
        env={**os.environ, "PYTHONPATH": PACKAGE_ROOT},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        # tests that run in the background of a shell ignore it, and so would the program
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    wait_until(lambda: len(list(tmp_path.glob("*.pid"))) == 2)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=20)
    assert process.returncode == 130
    assert complaint == "sphinx-glossary: interrupted\n"
    for path in tmp_path.glob("*.pid"):
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.stem), 0)


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until *condition* holds; fail when it does not in time."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


def test_a_language_is_built_once_however_often_and_however_spelled(
    docs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ["--language", "fi", "--language", "FI", "--language", "fi"]
    assert run(["build", "docs", "html", *options]) == 0
    assert capfd.readouterr().out.count(": started") == 1
    assert sorted(path.name for path in (tmp_path / "html").iterdir()) == ["fi", "index.html"]


def test_a_program_that_cannot_be_started_is_one_line(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert run(["build", "docs", "html"]) == 2
    (complaint,) = capfd.readouterr().err.splitlines()
    assert complaint == "sphinx-glossary: /no/such/python: No such file or directory"


def test_what_cannot_be_written_is_one_line(
    docs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "html/index.html").mkdir(parents=True)
    assert run(["build", "docs", "html", "--language", "fi"]) == 2
    (complaint,) = capfd.readouterr().err.splitlines()
    assert complaint.startswith("sphinx-glossary: ")
    assert complaint.endswith(": Is a directory")
