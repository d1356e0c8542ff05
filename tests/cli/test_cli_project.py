"""Reading conf.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.cli.project import ProjectError, read_project

if TYPE_CHECKING:
    from pathlib import Path


def test_defaults_are_those_of_sphinx_and_the_extension(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("", "utf-8")
    project = read_project(tmp_path)
    assert project.title == tmp_path.name
    assert (project.root_doc, project.source_language) == ("index", "en")
    assert project.textdomain == "terminology"
    assert project.locale_dir == tmp_path / "locales"
    assert project.languages == ()


def test_languages_are_folders_with_catalogues(docs: Path, tmp_path: Path) -> None:
    for name in ("en", "pt_BR", "pot", "not-a-locale"):
        (tmp_path / "locales" / name / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locales" / "sv").mkdir()
    project = read_project(docs)
    assert project.languages == ("fi", "ja", "pt_BR")
    assert project.all_languages == ("en", "fi", "ja", "pt_BR")


def test_the_project_may_choose_its_languages(docs: Path) -> None:
    with (docs / "conf.py").open("a") as conf:
        conf.write('glossary_languages = ["ja", "fr"]\nglossary_source_language = "fr"\n')
    # fr is the source language, and of the others ja alone has catalogues.
    assert read_project(docs).all_languages == ("fr", "ja")


def test_languages_may_be_chosen_in_either_spelling(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "locales/pt_BR/LC_MESSAGES").mkdir(parents=True)
    with (docs / "conf.py").open("a") as conf:
        conf.write('glossary_languages = ["pt-BR"]\n')
    assert read_project(docs).languages == ("pt_BR",)


def test_conf_runs_in_its_own_folder_and_has_tags(tmp_path: Path) -> None:
    (tmp_path / "title.txt").write_text("Tea", "utf-8")
    (tmp_path / "conf.py").write_text(
        "tags.add('draft')\nassert tags.has('draft') and 'other' not in tags\n"
        "project = open('title.txt').read()\nlocale_dirs = [__file__]\n",
        "utf-8",
    )
    project = read_project(tmp_path)
    assert project.title == "Tea"
    assert project.locale_dir == tmp_path / "conf.py"


@pytest.mark.parametrize(
    ("conf", "message"),
    [
        ("a = 1\nb = undefined\n", "conf.py:2: NameError: name 'undefined' is not defined"),
        ("import sys\nsys.exit(3)\n", "conf.py:2: SystemExit: 3"),
        ("raise ValueError\n", "conf.py:1: ValueError"),
        ("raise ValueError('a\\nb')\n", "conf.py:1: ValueError: a b"),
        ("locale_dirs = 'locales'\n", "conf.py: locale_dirs is 'locales', not a list of strings"),
        ("locale_dirs = 3\n", "conf.py: locale_dirs is 3, not a list of strings"),
        ("project = 3\n", "conf.py: project is 3, not a string"),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, conf: str, message: str) -> None:
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    with pytest.raises(ProjectError) as caught:
        read_project(tmp_path)
    assert str(caught.value) == f"{tmp_path}/{message}"


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("a = 1\nb = (\n", "utf-8")
    with pytest.raises(ProjectError, match=r"conf\.py:2: SyntaxError: '\(' was never closed"):
        read_project(tmp_path)


def test_without_conf(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"conf\.py: no such file"):
        read_project(tmp_path)
