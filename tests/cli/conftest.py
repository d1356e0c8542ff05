"""A small translated project, plain Sphinx but for a stand-in that writes the terminology."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONF = """\
project = "Tea & <b>Cake</b>"
locale_dirs = ["../locales"]
gettext_compact = False


def write_terminology(app, error):
    source = app.srcdir / "terminology.txt"
    if error is None and app.builder.name == "gettext" and source.exists():
        (app.outdir / "terminology.pot").write_bytes(source.read_bytes())


def setup(app):
    app.connect("build-finished", write_terminology)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@pytest.fixture
def docs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_po: Callable[[str, str], Path]
) -> Path:
    """Write a source folder with one page in English, half of it in Finnish, none in Japanese."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "index.rst").write_text("Tea\n===\n\nTea is a drink.\n\nCake is not.\n", "utf-8")
    write_po(
        "fi/index",
        'msgid "Tea"\nmsgstr "Tee"\n\n'
        'msgid "Tea is a drink."\nmsgstr "Tee on juoma."\n\n'
        '#, fuzzy\nmsgid "Cake is not."\nmsgstr "Kakku"\n',
    )
    write_po(
        "ja/index",
        'msgid "Tea"\nmsgstr ""\n\n'
        'msgid "Tea is a drink."\nmsgstr ""\n\n'
        'msgid "Cake is not."\nmsgstr ""\n',
    )
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def write_po(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a catalogue, such as ``fi/index``, with a header; return its path."""

    def write(name: str, messages: str) -> Path:
        language, _, textdomain = name.partition("/")
        path = tmp_path / "locales" / language / "LC_MESSAGES" / f"{textdomain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER.format(language=language) + messages, "utf-8")
        return path

    return write
