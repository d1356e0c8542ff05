"""A documentation project as its ``conf.py`` describes it, read without Sphinx."""

from __future__ import annotations

import contextlib
import os
import runpy
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_glossary_ext.catalogues import find_locales
from sphinx_glossary_ext.linguistics.locales import posix_name
from sphinx_glossary_ext.model import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class ProjectError(Exception):
    """The project cannot be used; the message is one line for its author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The settings that concern languages and catalogues."""

    sourcedir: Path
    title: str
    root_doc: str
    source_language: str
    textdomain: str
    locale_dir: Path
    """Where catalogues are written: the first of ``locale_dirs``, as sphinx-intl has it."""
    languages: tuple[str, ...]
    """The languages it is translated into."""
    suppressed: frozenset[str]
    """What ``suppress_warnings`` names."""

    @property
    def all_languages(self) -> tuple[str, ...]:
        """Every language it is read in, the source language first."""
        return (self.source_language, *self.languages)

    def spelled(self, language: str) -> str:
        """Return *language* as its folder is called, or will be: ``pt_BR`` for ``pt-br``."""
        name = posix_name(language)
        return next((known for known in self.all_languages if posix_name(known) == name), name)

    def catalogue_path(self, language: str, textdomain: str) -> Path:
        """Return where the catalogue of *textdomain* in *language* is, or will be, written."""
        return self._folder(language) / f"{textdomain}.po"

    def catalogues(self, language: str) -> Iterator[tuple[str, Path]]:
        """Yield the textdomain and the path of every catalogue in *language*, in order."""
        folder = self._folder(language)
        for path in sorted(folder.rglob("*.po")):
            yield path.relative_to(folder).with_suffix("").as_posix(), path

    def _folder(self, language: str) -> Path:
        return self.locale_dir / language / "LC_MESSAGES"


class _Tags(set[str]):
    """Stands in for the object that Sphinx calls ``tags`` in a ``conf.py``."""

    def has(self, tag: str) -> bool:
        return tag in self


def read_project(sourcedir: Path) -> Project:
    """Run the ``conf.py`` in *sourcedir* and pick out what the commands need.

    The defaults are Sphinx's and those of the extension; without a name of its own, a project has
    that of its folder.

    :raises ProjectError: there is no ``conf.py``, it fails, a value has the wrong type, or two
        folders are of one language
    """
    sourcedir = sourcedir.resolve()
    conf = sourcedir / "conf.py"
    settings = _Settings(conf, _run_conf(conf))
    source_language = settings.text("glossary_source_language", SOURCE_LANGUAGE)
    locale_dirs = [
        Path(os.path.normpath(sourcedir / name))
        for name in settings.texts("locale_dirs") or ["locales"]
    ]
    languages = find_locales(
        locale_dirs, source_language=source_language, languages=settings.texts("glossary_languages")
    )
    _demand_one_folder_each(languages)
    return Project(
        sourcedir=sourcedir,
        title=settings.text("project", sourcedir.name),
        root_doc=settings.text("root_doc", settings.text("master_doc", "index")),
        source_language=source_language,
        textdomain=settings.text("glossary_textdomain", "terminology"),
        locale_dir=locale_dirs[0],
        languages=languages,
        suppressed=frozenset(settings.texts("suppress_warnings") or ()),
    )


def _demand_one_folder_each(languages: Iterable[str]) -> None:
    first: dict[str, str] = {}
    for language in languages:
        other = first.setdefault(posix_name(language), language)
        if other != language:
            raise ProjectError(
                f"the folders {other} and {language} are of one language: put their catalogues "
                "together in one"
            )


@dataclass(frozen=True, slots=True)
class _Settings:
    """The names that a ``conf.py`` leaves behind, taken out with their types checked."""

    conf: Path
    namespace: dict[str, Any]

    def text(self, name: str, default: str) -> str:
        value = self.namespace.get(name, default)
        if not isinstance(value, str):
            raise ProjectError(f"{self.conf}: {name} is {value!r}, not a string")
        return value

    def texts(self, name: str) -> list[str] | None:
        value = self.namespace.get(name)
        if value is None:
            return None
        if not isinstance(value, list | tuple | set):
            raise ProjectError(f"{self.conf}: {name} is {value!r}, not a list of strings")
        return [str(item) for item in value]


def _run_conf(conf: Path) -> dict[str, Any]:
    """Run *conf* where it stands, as Sphinx and sphinx-intl do."""
    if not conf.is_file():
        raise ProjectError(f"{conf}: no such file")
    try:
        with contextlib.chdir(conf.parent):
            return runpy.run_path(str(conf), {"tags": _Tags()})
    except (Exception, SystemExit) as error:
        raise ProjectError(_in_one_line(conf, error)) from error


def _in_one_line(conf: Path, error: BaseException) -> str:
    """Name the line of *conf* that failed, and why."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(conf)]
    if isinstance(error, SyntaxError) and error.filename == str(conf):
        lines.append(error.lineno)
    place = f"{conf}:{lines[-1]}" if lines else str(conf)
    reason = " ".join(str(error).split())
    return f"{place}: {type(error).__name__}: {reason}".removesuffix(": ")
