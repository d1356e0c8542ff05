"""``sphinx-glossary update``: new and changed texts to the translators' catalogues.

sphinx-intl carries the documents' catalogues. The terminology catalogue never passes through it:
it compares msgids alone, so it would leave comments stale, miss a message that differs by its
context, and offer one concept's name for another's.
"""

from __future__ import annotations

import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.catalogues.files import UnreadableCatalogueError, parse_file
from sphinx_glossary_ext.catalogues.headers import obstacle
from sphinx_glossary_ext.catalogues.merging import agrees, merge_terminology
from sphinx_glossary_ext.cli.documents import update_documents, without_repeated_messages
from sphinx_glossary_ext.cli.programs import run_program, sphinx_command
from sphinx_glossary_ext.cli.project import ProjectError
from sphinx_glossary_ext.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sphinx_glossary_ext.cli.project import Project

SPHINX_TEXTDOMAIN: Final = "sphinx"
"""Where a project gives words of Sphinx and of its theme anew (Sphinx, ``locale_dirs``)."""

# A path with spaces may stand between U+2068 and U+2069, as gettext has it; with ``gettext_uuid``
# Sphinx writes the UUIDs of messages as locations, too.
_LOCATION: Final = re.compile("(?m)^#: (?![0-9a-f]{32}$)(\u2068?)(.+)$")


def update(project: Project, *, languages: Sequence[str]) -> int:
    """Carry the templates of *project* to the catalogues of *languages*; print what changed.

    :raises ProjectError: there is no language to update, no sphinx-intl, or a catalogue is damaged;
        nothing was written
    :raises ProgramError: Sphinx or sphinx-intl failed; nothing was written
    """
    _demand_sphinx_intl()
    _demand_languages(project, languages)
    _demand_readable(project, languages)
    before = _contents(project, languages)
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        templates = _build_templates(project, folder)
        updated = _updated(project, languages, templates, folder)
    for path, content in updated.items():
        write_atomically(path, content)
    _report(before, _contents(project, languages))
    _note_orphans(project, languages, templates)
    return 0


def check(project: Project, *, languages: Sequence[str]) -> int:
    """Print where templates and catalogues differ; write nothing into the project.

    :returns: 1 if something differs
    :raises ProjectError: there is no language to check
    :raises ProgramError: Sphinx failed
    """
    _demand_languages(project, languages)
    with TemporaryDirectory() as name:
        templates = _build_templates(project, Path(name).resolve())
    differences = [
        f"{_shown(path)}: {difference}"
        for language in languages
        for textdomain, template in templates.items()
        for path in [project.catalogue_path(language, textdomain)]
        for difference in _differences(template, path)
    ]
    print("\n".join(differences) if differences else "templates and catalogues agree")
    _note_orphans(project, languages, templates)
    return 1 if differences else 0


def _demand_sphinx_intl() -> None:
    # Found, not imported: it is a program to us, and an optional one.
    if find_spec("sphinx_intl") is None:
        raise ProjectError("update needs sphinx-intl: pip install 'sphinx-glossary-ext[intl]'")


def _demand_languages(project: Project, languages: Sequence[str]) -> None:
    if not languages:
        raise ProjectError("no language has catalogues yet: begin one with --language")
    if project.source_language in languages:
        raise ProjectError(
            f"{project.source_language} is the source language, which has no catalogues: "
            "name another with --language"
        )


def _demand_readable(project: Project, languages: Sequence[str]) -> None:
    """Refuse damaged catalogues: sphinx-intl would write them anew without what it cannot read."""
    for language in languages:
        for textdomain, path in project.catalogues(language):
            try:
                reason = obstacle(parse_file(path.read_bytes()).header)
            except UnreadableCatalogueError as error:
                problem = error.problems[0]
                raise ProjectError(f"{path}:{problem.place.line}: {problem.message}") from error
            if reason and textdomain != project.textdomain:
                raise ProjectError(f"{path}: its header stops sphinx-intl: correct it ({reason})")


def _build_templates(project: Project, folder: Path) -> dict[str, bytes]:
    """Extract the messages of every document, in the source language; key them by textdomain.

    Each run starts in an empty *folder*: templates of documents that are gone must not stay.
    """
    output = folder / "gettext"
    command = sphinx_command(
        project,
        "gettext",
        language=project.source_language,
        doctrees=folder / "doctrees",
        output=output,
    )
    print(run_program(command), end="", file=sys.stderr)  # warnings
    home = project.sourcedir / "_build" / "gettext"
    return {
        path.relative_to(output).with_suffix("").as_posix(): relocated(
            path.read_text("utf-8"), written_in=output, home=home
        ).encode()
        for path in sorted(output.rglob("*.pot"))
    }


def relocated(template: str, *, written_in: Path, home: Path) -> str:
    """Return *template* with its locations as seen from *home* instead of *written_in*.

    Sphinx writes locations relative to its output folder. Ours is a temporary one, which
    would give every run its own paths.
    """

    def relocate(match: re.Match[str]) -> str:
        place = os.path.normpath(written_in / match[2])
        return f"#: {match[1]}{Path(os.path.relpath(place, home)).as_posix()}"

    return _LOCATION.sub(relocate, template)


def _updated(
    project: Project, languages: Sequence[str], templates: Mapping[str, bytes], folder: Path
) -> dict[Path, bytes]:
    """Return what every catalogue is to hold, by its path."""
    of_documents = {name: pot for name, pot in templates.items() if name != project.textdomain}
    names = _merge_terminology(project, languages, templates)
    texts = update_documents(project, languages, of_documents, folder)
    updated: dict[Path, bytes] = {}
    for language in languages:
        paths = [project.catalogue_path(language, textdomain) for textdomain in of_documents]
        updated |= without_repeated_messages({path: texts[path] for path in paths})
    return {**updated, **names}


def _merge_terminology(
    project: Project, languages: Sequence[str], templates: Mapping[str, bytes]
) -> dict[Path, bytes]:
    """Return what the terminology catalogue of each language is to hold, if there are terms."""
    template = templates.get(project.textdomain)
    if template is None:
        return {}
    merged = {}
    for language in languages:
        path = project.catalogue_path(language, project.textdomain)
        previous = path.read_bytes() if path.exists() else b""
        merged[path] = merge_terminology(template, previous, locale=language)
    return merged


def _differences(template: bytes, path: Path) -> tuple[str, ...]:
    return agrees(template, path.read_bytes()) if path.exists() else ("the catalogue is missing",)


def _contents(project: Project, languages: Sequence[str]) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for language in languages
        for _, path in project.catalogues(language)
    }


def _report(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> None:
    """Print which catalogues were created or updated, and how many were not."""
    changed = [path for path, content in after.items() if content != before.get(path)]
    for path in changed:
        print(f"{'updated' if path in before else 'created'}  {_shown(path)}")
    print(f"catalogues unchanged: {len(after) - len(changed)}")


def _note_orphans(project: Project, languages: Sequence[str], textdomains: Collection[str]) -> None:
    """Name catalogues that no document feeds: removed documents leave them, other tools too.

    They may hold work, and may belong to a theme, so they are neither deleted nor a failure.
    """
    fed = {*textdomains, SPHINX_TEXTDOMAIN}
    for language in languages:
        for textdomain, path in project.catalogues(language):
            if textdomain not in fed:
                print(f"no document has this catalogue: {_shown(path)}")


def _shown(path: Path) -> Path:
    """Return *path* as a person in the current folder would type it."""
    return Path(os.path.relpath(path))
