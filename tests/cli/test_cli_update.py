"""``sphinx-glossary update`` and its ``--check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_glossary_ext.cli import documents, run
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


def test_a_location_that_another_tool_broke_in_two_is_named(
    docs: Path,
    tmp_path: Path,
    write_po: Callable[[str, str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    broken = '#: \u2068../docs/a\n#: b.rst\u2069:5\nmsgid "Tea"\nmsgstr "Tee"\n'
    path = write_po("fi/index", broken)
    before = snapshot(tmp_path)
    assert run(["update", "docs"]) == 2
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith(f"sphinx-glossary: {path}:8: the entry cannot be read")
    assert snapshot(tmp_path) == before


def test_a_byte_order_mark_costs_no_header(docs: Path, tmp_path: Path) -> None:
    path = tmp_path / "locales/fi/LC_MESSAGES/index.po"
    by_mika = path.read_text("utf-8").replace("Language: fi", "Last-Translator: Mika <m@x.org>")
    path.write_text(by_mika, "utf-8-sig")
    (docs / "index.rst").write_text("Tea\n===\n\nMilk.\n", "utf-8")
    assert run(["update", "docs"]) == 0
    header, _, messages = path.read_text("utf-8").partition("#: ")
    assert "Mika <m@x.org>" in header
    assert 'msgid "Tea"\nmsgstr "Tee"\n' in messages


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


def test_uuids_that_sphinx_writes_as_locations_are_no_paths() -> None:
    template = f"#: ../docs/a.rst:3\n#: {'2f' * 16}\n"
    moved = relocated(template, written_in=Path("/home/pot"), home=Path("/home/docs/_build/pot"))
    assert moved == f"#: ../../a.rst:3\n#: {'2f' * 16}\n"


def test_without_sphinx_intl_it_says_how_to_get_it(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sphinx_intl", None)
    assert run(["update", "docs"]) == 2
    assert "sphinx-glossary-ext[intl]" in capsys.readouterr().err
    # Comparing needs it not.
    assert run(["update", "docs", "--check"]) == 0


@pytest.mark.parametrize("spelling", ["pt_BR", "pt-BR", "PT-br"])
def test_a_language_may_be_spelled_as_in_addresses(
    docs: Path, terminology: Path, tmp_path: Path, spelling: str
) -> None:
    assert run(["update", "docs", "--language", spelling]) == 0
    folder = tmp_path / "locales/pt_BR/LC_MESSAGES"
    assert sorted(path.name for path in folder.iterdir()) == ["index.po", "terminology.po"]
    for path in folder.iterdir():
        assert '"Language: pt_BR\\n"' in path.read_text("utf-8")
    assert sorted(path.name for path in (tmp_path / "locales").iterdir()) == ["fi", "ja", "pt_BR"]


def test_a_folder_may_be_spelled_otherwise_than_sphinx_intl_does(
    docs: Path, write_po: Callable[[str, str], Path], tmp_path: Path
) -> None:
    path = write_po("pt-BR/index", 'msgid "Tea"\nmsgstr "Chá"\n')
    assert run(["update", "docs", "--language", "pt_BR"]) == 0
    assert 'msgid "Tea is a drink."' in path.read_text("utf-8")
    assert 'msgstr "Chá"' in path.read_text("utf-8")
    assert not (tmp_path / "locales/pt_BR").exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("klingon", "'klingon' is not written as a locale"),
        ("pt BR", "'pt BR' is not written as a locale"),
        ("", "'' is not written as a locale"),
        ("ja/../fi", "'ja/../fi' is not written as a locale"),
        ("jp", "'jp' is no locale that CLDR knows: write a language, not a country"),
        ("ja_XX", "'ja_XX' is no locale that CLDR knows"),
    ],
)
def test_a_name_that_is_no_locale_is_told_why(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, reason: str
) -> None:
    before = snapshot(tmp_path)
    assert run(["update", "docs", "--language", name]) == 2
    complaint = capsys.readouterr().err
    assert f"argument --language: {reason}" in complaint
    assert "such as ja, pt_BR or zh_Hant" in complaint
    assert snapshot(tmp_path) == before


def test_the_source_language_has_no_catalogues(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["update", "docs", "--language", "en"]) == 2
    assert "en is the source language" in capsys.readouterr().err
    assert not (tmp_path / "locales/en").exists()


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("charset=UTF-8", "charset=CHARSET", "unknown encoding: charset"),
        # sphinx-intl would lose what the charset has not
        ("charset=UTF-8", "charset=ISO-8859-1", "charset=iso-8859-1 in place of UTF-8"),
        (
            "MIME-Version: 1.0",
            "POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE",
            "time data 'YEAR-MO-DA HO:MI+ZONE' does not match format '%Y-%m-%d %H:%M'",
        ),
    ],
)
def test_a_header_that_stops_sphinx_intl_is_named(
    docs: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    right: str,
    wrong: str,
    reason: str,
) -> None:
    path = tmp_path / "locales/fi/LC_MESSAGES/index.po"
    path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    before = snapshot(tmp_path)
    assert run(["update", "docs"]) == 2
    assert capsys.readouterr().err == (
        f"sphinx-glossary: {path}: its header stops sphinx-intl: correct it ({reason})\n"
    )
    assert snapshot(tmp_path) == before


def test_a_failure_of_sphinx_intl_changes_nothing(
    docs: Path, terminology: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = documents.intl_update_command

    def update_and_fail(*arguments: Any) -> list[str]:
        script = "import subprocess, sys; subprocess.run(sys.argv[1:], check=True); sys.exit(3)"
        return [sys.executable, "-c", script, *real(*arguments)]

    monkeypatch.setattr(documents, "intl_update_command", update_and_fail)
    (docs / "index.rst").write_text("Tea\n===\n\nMilk.\n", "utf-8")
    before = snapshot(tmp_path)
    assert run(["update", "docs"]) == 1
    assert snapshot(tmp_path) == before


def test_a_text_that_moved_leaves_nothing_behind(
    docs: Path, tmp_path: Path, write_po: Callable[[str, str], Path]
) -> None:
    (docs / "index.rst").write_text("Tea\n===\n\nMilk.\n", "utf-8")
    (docs / "more.rst").write_text(":orphan:\n\nTea is a drink.\n\nCake is not.\n", "utf-8")
    write_po(
        "fi/more",
        'msgid "Tea is a drink."\nmsgstr "Tee on juoma."\n\n'
        'msgid "Cake is not."\nmsgstr "Kakku ei ole."\n',
    )
    path = tmp_path / "locales/fi/LC_MESSAGES/index.po"
    assert run(["update", "docs"]) == 0
    obsolete = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#~")]
    # moved as it was: gone; moved with another translation: kept
    assert obsolete == ['#~ msgid "Cake is not."', '#~ msgstr "Kakku"']


def test_a_language_in_two_folders_is_an_error(
    docs: Path, write_po: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("pt_BR", "pt-BR"):
        write_po(f"{name}/index", "")
    assert run(["update", "docs"]) == 2
    assert "the folders pt-BR and pt_BR are of one language" in capsys.readouterr().err
