"""The documents' catalogues, updated by sphinx-intl.

It works on copies: it writes in place, file by file, and a failure midway would leave some
catalogues new and others old.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from sphinx_glossary_ext.catalogues.obsolete import translations, without_repeated
from sphinx_glossary_ext.cli.programs import intl_update_command, run_program
from sphinx_glossary_ext.files import write_atomically
from sphinx_glossary_ext.linguistics.locales import posix_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sphinx_glossary_ext.cli.project import Project


def update_documents(
    project: Project, languages: Sequence[str], templates: Mapping[str, bytes], folder: Path
) -> dict[Path, bytes]:
    """Return what the catalogues of the documents are to hold, by their paths.

    :param templates: those of the documents, by textdomain
    :param folder: an empty folder to work in
    """
    pot_dir, locale_dir = folder / "templates", folder / "locales"
    pot_dir.mkdir()
    for textdomain, content in templates.items():
        write_atomically(pot_dir / f"{textdomain}.pot", content)
    copies = {
        project.catalogue_path(language, textdomain): (
            # sphinx-intl knows no other spelling
            locale_dir / posix_name(language) / "LC_MESSAGES" / f"{textdomain}.po"
        )
        for language in languages
        for textdomain in templates
    }
    for path, copy in copies.items():
        if path.exists():
            # Babel takes a byte order mark for a part of the first line, and the header is lost.
            write_atomically(copy, path.read_bytes().removeprefix(BOM_UTF8))
    command = intl_update_command(pot_dir, locale_dir, map(posix_name, languages))
    # Not in the caller's folder: sphinx-intl would run a conf.py that it finds there.
    run_program(command, cwd=folder)
    return {path: copy.read_bytes() for path, copy in copies.items()}


def without_repeated_messages(catalogues: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """Return the *catalogues* of one language without obsolete messages that only repeat."""
    used = translations(catalogues.values())
    return {path: without_repeated(content, used) for path, content in catalogues.items()}
