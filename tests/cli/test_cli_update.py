"""``sphinx-glossary update`` and its ``--check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.cli import run
from sphinx_glossary_ext.cli.update import relocated

if TYPE_CHECKING:
    from collections.abc import Callable

TERMINOLOGY = """\
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. tea (noun). Id: tea
#. A drink.
msgctxt "glossary term"
msgid "tea"
msgstr ""
"""


@pytest.fixture
def terminology(docs: Path) -> Path:
    """Write the template that the project's stand-in hands on."""
    path = docs / "terminology.txt"
    path.write_text(TERMINOLOGY, "utf-8")
    return path


def snapshot(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """Every file below *folder* with its content and the time of its last change."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_new_texts_reach_every_language(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "index.rst").write_text("Tea\n===\n\nTea is a drink.\n\nMilk too.\n", "utf-8")
    assert run(["update", "docs"]) == 0
    for language in ("fi", "ja"):
        path = tmp_path / f"locales/{language}/LC_MESSAGES/index.po"
        assert '\nmsgid "Milk too."\n' in path.read_text("utf-8")
    assert capsys.readouterr().out.splitlines() == [
        "updated  locales/fi/LC_MESSAGES/index.po",
        "updated  locales/ja/LC_MESSAGES/index.po",
        "catalogues unchanged: 0",
    ]


def test_a_second_run_changes_nothing(
    docs: Path, terminology: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "index.rst").write_text("Tea\n===\n\nMilk.\n", "utf-8")
    assert run(["update", "docs"]) == 0
    before = snapshot(tmp_path)
    capsys.readouterr()
    assert run(["update", "docs"]) == 0
    assert snapshot(tmp_path) == before
    assert capsys.readouterr().out == "catalogues unchanged: 4\n"


def test_a_language_is_begun(
    docs: Path, terminology: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["update", "docs", "--language", "sv"]) == 0
    folder = tmp_path / "locales/sv/LC_MESSAGES"
    names = (folder / "terminology.po").read_text("utf-8")
    assert 'msgctxt "glossary term"\nmsgid "tea"\nmsgstr ""' in names
    assert '"Language: sv\\n"' in names
    prose = (folder / "index.po").read_text("utf-8")
    assert "#: ../../index.rst:4\n" in prose
    assert capsys.readouterr().out.splitlines()[:2] == [
        "created  locales/sv/LC_MESSAGES/index.po",
        "created  locales/sv/LC_MESSAGES/terminology.po",
    ]
    assert not (tmp_path / "locales/fi/LC_MESSAGES/terminology.po").exists()


def test_names_keep_their_translation_and_get_fresh_comments(
    docs: Path, terminology: Path, tmp_path: Path
) -> None:
    assert run(["update", "docs"]) == 0
    path = tmp_path / "locales/fi/LC_MESSAGES/terminology.po"
    path.write_text(path.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr ""\n'), "utf-8")
    translated = path.read_text("utf-8").replace(
        'msgid "tea"\nmsgstr ""', 'msgid "tea"\nmsgstr "tee"'
    )
    path.write_text(translated, "utf-8")
    terminology.write_text(TERMINOLOGY.replace("A drink.", "A hot drink."), "utf-8")
    assert run(["update", "docs"]) == 0
    assert 'msgid "tea"\nmsgstr "tee"' in path.read_text("utf-8")
    assert "#. A hot drink.\n" in path.read_text("utf-8")


def test_check_agrees_after_an_update(
    docs: Path, terminology: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["update", "docs"]) == 0
    before = snapshot(tmp_path)
    capsys.readouterr()
    assert run(["update", "docs", "--check"]) == 0
    assert capsys.readouterr().out == "templates and catalogues agree\n"
    assert snapshot(tmp_path) == before


def test_check_lists_what_differs_and_writes_nothing(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "index.rst").write_text("Tea\n===\n\nTea is a drink.\n\nMilk too.\n", "utf-8")
    (docs / "more.rst").write_text(":orphan:\n\nMore\n====\n", "utf-8")
    before = snapshot(tmp_path)
    assert run(["update", "docs", "--check", "--language", "fi"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "locales/fi/LC_MESSAGES/index.po: “Milk too.” is missing",
        "locales/fi/LC_MESSAGES/index.po: “Cake is not.” is not in the template",
        "locales/fi/LC_MESSAGES/more.po: the catalogue is missing",
    ]
    assert snapshot(tmp_path) == before


def test_check_sees_stale_comments_of_names(
    docs: Path, terminology: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["update", "docs"]) == 0
    terminology.write_text(TERMINOLOGY.replace("A drink.", "A hot drink."), "utf-8")
    capsys.readouterr()
    assert run(["update", "docs", "--check", "--language", "ja"]) == 1
    assert capsys.readouterr().out.startswith("locales/ja/LC_MESSAGES/terminology.po: ")


def test_a_catalogue_without_a_document_is_named_and_kept(
    docs: Path, write_po: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_po("fi/gone", 'msgid "Gone"\nmsgstr "Poissa"\n')
    # of another use: Sphinx takes words of its own and of the theme from there
    write_po("fi/sphinx", 'msgid "Next"\nmsgstr "Seuraava"\n')
    for options in ([], ["--check"]):
        assert run(["update", "docs", *options]) == 0
        printed = capsys.readouterr().out.splitlines()
        assert printed[-1] == "no document has this catalogue: locales/fi/LC_MESSAGES/gone.po"
    assert path.exists()


def test_a_failed_build_changes_nothing(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (docs / "conf.py").open("a") as conf:
        conf.write('\nextensions = ["no_such_extension"]\n')
    before = snapshot(tmp_path)
    assert run(["update", "docs"]) == 1
    assert "no_such_extension" in capsys.readouterr().err
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", ["index", "terminology"])
def test_a_damaged_catalogue_is_named_and_nothing_is_written(
    docs: Path,
    terminology: Path,
    tmp_path: Path,
    write_po: Callable[[str, str], Path],
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    path = write_po(f"fi/{name}", '<<<<<<< ours\nmsgid "Tea"\nmsgstr "Tee"\n')
    before = snapshot(tmp_path)
    assert run(["update", "docs"]) == 2
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith(f"sphinx-glossary: {path}:8: ")
    assert snapshot(tmp_path) == before


def test_a_project_without_languages_is_told_how_to_begin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "conf.py").write_text("", "utf-8")
    assert run(["update", str(tmp_path)]) == 2
    assert "--language" in capsys.readouterr().err


def test_locations_are_as_seen_from_home() -> None:
    template = '#: ../../../home/docs/a b.rst:3\n#. ../../x\nmsgid "#: ../x"\n'
    moved = relocated(template, written_in=Path("/tmp/a/out"), home=Path("/home/docs/_build/pot"))
    assert moved == '#: ../../a b.rst:3\n#. ../../x\nmsgid "#: ../x"\n'


def test_locations_in_isolates_stay_in_them() -> None:
    template = "#: \u2068../docs/a b.rst\u2069:3\n"
    moved = relocated(template, written_in=Path("/home/pot"), home=Path("/home/docs/_build/pot"))
    assert moved == "#: \u2068../../a b.rst\u2069:3\n"


def test_without_sphinx_intl_it_says_how_to_get_it(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sphinx_intl", None)
    assert run(["update", "docs"]) == 2
    assert "sphinx-glossary-ext[intl]" in capsys.readouterr().err
    # Comparing needs it not.
    assert run(["update", "docs", "--check"]) == 0
