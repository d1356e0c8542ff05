"""The languages of a project and the catalogues of each, as Sphinx would find them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_glossary_ext.catalogues.reading import (
    Catalogue,
    CatalogueMessage,
    read_catalogue_cached,
)
from sphinx_glossary_ext.linguistics.locales import is_locale_name, parse_locale, posix_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def find_locales(
    locale_dirs: Iterable[Path], *, source_language: str, languages: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Return the locales that take part: sorted names of folders that hold catalogues.

    :param locale_dirs: Sphinx's ``locale_dirs``, as paths; those that do not exist are passed over
    :param source_language: the canonical language, which has no catalogues
    :param languages: the only locales to take, in any spelling, or none for all
    """
    source = parse_locale(source_language)
    folders = {
        path.parent.name
        for locale_dir in locale_dirs
        if locale_dir.is_dir()
        for path in locale_dir.glob("*/LC_MESSAGES")
        if path.is_dir() and is_locale_name(path.parent.name)
    }
    if languages is not None:
        chosen = set(map(posix_name, languages))
        folders = {name for name in folders if posix_name(name) in chosen}
    found = ((name, parse_locale(name)) for name in folders)
    return tuple(sorted(name for name, locale in found if locale and locale != source))


def catalogue_paths(locale_dirs: Iterable[Path], locale: str, textdomain: str) -> tuple[Path, ...]:
    """Return the PO files of *textdomain* that exist, in the order of the directories.

    :param locale_dirs: Sphinx's ``locale_dirs``, as paths
    :param locale: the name of a folder in them
    :param textdomain: gettext's domain; it may hold a slash, as a document's does
    """
    paths = (directory / locale / "LC_MESSAGES" / f"{textdomain}.po" for directory in locale_dirs)
    return tuple(path for path in paths if path.exists())


def read_terminology(locale_dirs: Iterable[Path], locale: str, textdomain: str) -> Catalogue:
    """Read the catalogues of *textdomain* as one; of two messages the first directory's wins.

    As in gettext's chain of translations, a message that is empty or fuzzy gives way to a later
    one that is neither.

    :param locale_dirs: Sphinx's ``locale_dirs``, as paths
    :param locale: the name of a folder in them
    :param textdomain: gettext's domain
    """
    paths = catalogue_paths(locale_dirs, locale, textdomain)
    catalogues = [read_catalogue_cached(path, locale) for path in paths]
    if len(catalogues) == 1:
        return catalogues[0]
    messages: dict[tuple[str, str], CatalogueMessage] = {}
    for catalogue in catalogues:
        for key, message in catalogue.messages.items():
            if key not in messages or _rank(message) > _rank(messages[key]):
                messages[key] = message
    problems = tuple(problem for catalogue in catalogues for problem in catalogue.problems)
    return Catalogue(locale, paths[0] if paths else Path(), messages, problems)


def _rank(message: CatalogueMessage) -> tuple[bool, bool]:
    return message.approved, bool(message.msgstr)
