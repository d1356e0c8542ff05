"""``sphinx-glossary stat``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_counts_by_language_and_catalogue(
    docs: Path, write_po: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    write_po(
        "fi/guide/tea",
        'msgid "one"\nmsgstr ""\n\n#~ msgid "gone"\n#~ msgstr "poissa"\n',
    )
    assert run(["stat", "docs"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "language  catalogue  approved  fuzzy  missing",
        "fi        guide/tea         0      0        1",
        "fi        index             2      1        0",
        "fi        all               2      1        1",
        "ja        index             0      0        3",
        "ja        all               0      0        3",
        "all       all               2      1        4",
    ]


def test_a_broken_catalogue_is_named_and_the_rest_counted(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "locales/fi/LC_MESSAGES/index.po"
    path.write_bytes(path.read_bytes().replace(b'"Tee"', b'"T\xe9e"'))
    assert run(["stat", "docs"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-1].split() == ["all", "all", "1", "1", "3"]
    (complaint,) = printed.err.splitlines()
    assert complaint.startswith(f"{path}:9: the catalogue is not in UTF-8")


def test_mistakes_in_names_are_told_at_their_lines(
    docs: Path, write_po: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_po(
        "ja/terminology",
        'msgctxt "glossary term"\nmsgid "quay"\nmsgstr "岸壁｜埠頭"\n\n'
        'msgctxt "glossary subject"\nmsgid "Harbor"\nmsgstr "港《"\n\n'
        'msgctxt "glossary term"\nmsgid "pier"\nmsgstr "桟橋《さんばし》 | ~ピアー"\n\n'
        'msgid "Harbor《"\nmsgstr "港《"\n',
    )
    write_po("ja/index", 'msgid "Harbor《"\nmsgstr "港《"\n')
    assert run(["stat", "docs"]) == 1
    lookalike, reading, context = capsys.readouterr().err.splitlines()
    assert lookalike.startswith(f"{path}:9: “岸壁｜埠頭” is one name")
    assert reading.startswith(f"{path}:13: the reading in “港《” has a 《")
    assert context.startswith(f"{path}:20: the message 'Harbor《' lacks the context of a name")


@pytest.mark.parametrize("name", ["glossary", "glossary.*", "glossary.lookalike"])
def test_what_the_project_suppresses_is_not_told(
    docs: Path,
    write_po: Callable[[str, str], Path],
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    with (docs / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"suppress_warnings = [{name!r}]\n")
    write_po("ja/terminology", 'msgctxt "glossary term"\nmsgid "quay"\nmsgstr "岸壁｜埠頭"\n')
    assert run(["stat", "docs"]) == 0
    assert capsys.readouterr().err == ""
