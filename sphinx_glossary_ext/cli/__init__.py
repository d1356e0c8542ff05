"""The command line: its arguments, and which command answers them.

Nothing here imports Sphinx: the commands start it, and sphinx-intl, as programs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_glossary_ext.cli.build import build
from sphinx_glossary_ext.cli.programs import ProgramError
from sphinx_glossary_ext.cli.project import ProjectError, read_project
from sphinx_glossary_ext.cli.stat import stat
from sphinx_glossary_ext.cli.update import check, update
from sphinx_glossary_ext.linguistics.locales import is_locale_name, parse_locale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_glossary_ext.cli.project import Project

USAGE_ERROR = 2
INTERRUPTED = 130


def run(argv: Sequence[str]) -> int:
    """Run the command that *argv* names and return the exit status.

    0 is success, 1 a build that failed or catalogues that differ, 2 a command line or a
    project that cannot be used, 130 an interruption (as shells count it: 128 + SIGINT).
    """
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as request:  # argparse has printed its help or its complaint
        return int(request.code or 0)
    try:
        return _dispatch(arguments, read_project(arguments.sourcedir))
    except (ProjectError, ProgramError) as error:
        print(f"sphinx-glossary: {error}", file=sys.stderr)
        return USAGE_ERROR if isinstance(error, ProjectError) else 1
    except OSError as error:  # a file or folder that cannot be read or written
        place = f"{error.filename}: " if error.filename else ""
        print(f"sphinx-glossary: {place}{error.strerror or error}", file=sys.stderr)
        return USAGE_ERROR
    except KeyboardInterrupt:
        print("sphinx-glossary: interrupted", file=sys.stderr)
        return INTERRUPTED


def _dispatch(arguments: argparse.Namespace, project: Project) -> int:
    """Hand the parsed arguments to their command."""
    if arguments.command == "stat":
        return stat(project)
    # each once, or two builds would write into one folder
    languages = tuple(dict.fromkeys(map(project.spelled, arguments.language)))
    match arguments.command:
        case "build":
            return build(
                project,
                arguments.outputdir,
                languages=languages or project.all_languages,
                jobs=arguments.jobs,
                builder=arguments.builder,
                fail_on_warning=arguments.fail_on_warning,
            )
        case _:
            command = check if arguments.check else update
            return command(project, languages=languages or project.languages)


def _parser() -> argparse.ArgumentParser:
    """Declare the commands and their options."""
    parser = argparse.ArgumentParser(
        prog="sphinx-glossary", description="One glossary, every language."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_build(commands.add_parser("build", help="build the documentation in every language"))
    _add_update(commands.add_parser("update", help="carry new and changed texts to translators"))
    _add_project(commands.add_parser("stat", help="count what is translated"))
    return parser


def _add_build(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("outputdir", type=Path, metavar="OUTPUTDIR", help="holds LANGUAGE/ folders")
    _add_language(parser, "build only this language (repeatable; default: all)")
    parser.add_argument(
        "--jobs",
        type=_positive,
        metavar="N",
        help="processes at once (default: one per core, at most one per language)",
    )
    parser.add_argument("--builder", default="html", help="Sphinx builder (default: html)")
    parser.add_argument(
        "--fail-on-warning", action="store_true", help="a language with a warning has failed"
    )


def _add_update(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    _add_language(parser, "update only this language; a new one is begun (repeatable)")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a catalogue is out of date"
    )


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sourcedir", type=Path, metavar="SOURCEDIR", help="the folder that has conf.py"
    )


def _add_language(parser: argparse.ArgumentParser, help_text: str) -> None:
    parser.add_argument(
        "--language", action="append", type=_language, metavar="LL", help=help_text, default=[]
    )


def _language(text: str) -> str:
    """Accept what names a locale, ``pt_BR`` or ``pt-BR``, and nothing that leaves a folder."""
    if not is_locale_name(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not written as a locale: a language of two or three letters, and after "
            "an underscore a country or script, such as ja, pt_BR or zh_Hant"
        )
    if parse_locale(text) is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no locale that CLDR knows: write a language, not a country, "
            "such as ja, pt_BR or zh_Hant"
        )
    return text


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)
