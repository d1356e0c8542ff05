"""Which languages take part, and which catalogues are theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_glossary_ext.catalogues import (
    TERM,
    Catalogue,
    catalogue_paths,
    find_locales,
    read_terminology,
)


@pytest.fixture
def dirs(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "locales", tmp_path / "theme"


def write_po(directory: Path, locale: str, *entries: str) -> Path:
    path = directory / locale / "LC_MESSAGES" / "terminology.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(entries), encoding="utf-8")
    return path


def entry(msgid: str, msgstr: str, flags: str = "") -> str:
    return f'{flags}msgctxt "{TERM}"\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'


def test_folders_that_are_locales_take_part(dirs: tuple[Path, Path]) -> None:
    taking_part = ["fi", "ja", "ko", "pt_BR", "sr_Latn_RS", "sr@latin", "zh_Hant", "en_GB"]
    for name in [*taking_part, "en", "pot", "root", "ja.bak", "_static", "xx", "LC_MESSAGES"]:
        (dirs[0] / name / "LC_MESSAGES").mkdir(parents=True)
    (dirs[0] / "de").mkdir()
    (dirs[0] / "fr").mkdir()
    (dirs[0] / "fr" / "LC_MESSAGES").touch()
    (dirs[1] / "sv" / "LC_MESSAGES").mkdir(parents=True)
    missing = dirs[0] / "missing"
    found = find_locales([missing, *dirs], source_language="en")
    assert found == tuple(sorted([*taking_part, "sv"]))


def test_only_configured_languages_take_part(dirs: tuple[Path, Path]) -> None:
    for name in ("fi", "ja", "ko"):
        (dirs[0] / name / "LC_MESSAGES").mkdir(parents=True)
    assert find_locales(dirs, source_language="fi", languages=["ko", "fi", "de"]) == ("ko",)
    assert find_locales(dirs, source_language="en", languages=[]) == ()


def test_paths_in_the_order_of_directories(dirs: tuple[Path, Path]) -> None:
    theirs = write_po(dirs[1], "ja")
    ours = write_po(dirs[0], "ja")
    assert catalogue_paths(dirs, "ja", "terminology") == (ours, theirs)
    assert catalogue_paths(dirs, "ja", "glossary/client") == ()


def test_first_directory_wins_unless_it_has_nothing_approved(dirs: tuple[Path, Path]) -> None:
    fuzzy = "#, fuzzy\n"
    ours = write_po(
        dirs[0],
        "ja",
        entry("both", "ours"),
        entry("empty", ""),
        entry("fuzzy", "ours", fuzzy),
        entry("guesses", "ours", fuzzy),
        "stray",
    )
    theirs = write_po(
        dirs[1],
        "ja",
        entry("both", "theirs"),
        entry("empty", "theirs", fuzzy),
        entry("fuzzy", "theirs"),
        entry("guesses", "theirs", fuzzy),
        entry("new", "theirs"),
        "stray",
    )
    catalogue = read_terminology(dirs, "ja", "terminology")
    msgstrs = {msgid: m.msgstr for (_, msgid), m in catalogue.messages.items()}
    assert msgstrs == {
        "both": "ours",
        "empty": "theirs",
        "fuzzy": "theirs",
        "guesses": "ours",
        "new": "theirs",
    }
    assert catalogue.messages[TERM, "new"].place.path == str(theirs)
    assert [problem.place.path for problem in catalogue.problems] == [str(ours), str(theirs)]


def test_no_catalogue_is_an_empty_one(dirs: tuple[Path, Path]) -> None:
    assert read_terminology(dirs, "ja", "terminology") == Catalogue("ja", Path())
