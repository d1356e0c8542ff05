"""From Sphinx's configuration to the catalogues of all languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.domains.std import split_term_classifiers
from sphinx.util.i18n import docname_to_domain

from sphinx_glossary_ext.catalogues import (
    Catalogue,
    catalogue_paths,
    find_locales,
    read_terminology,
)
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.glue import config
from sphinx_glossary_ext.glue.page_titles import with_titles

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from sphinx.environment import BuildEnvironment

    from sphinx_glossary_ext.glue.domain import GlossaryDomain
    from sphinx_glossary_ext.model import Concept


def locale_dirs(env: BuildEnvironment) -> list[Path]:
    """Return where the project's catalogues are."""
    return [Path(env.srcdir, directory) for directory in env.config.locale_dirs]


def read_glossary(domain: GlossaryDomain) -> Glossary:
    """Return the glossary of the project, with the catalogues of all its languages."""
    env = domain.env
    concepts = tuple(with_titles(domain.all_concepts(), env, domain.named_texts))
    settings, directories = config.read(env.config), locale_dirs(env)
    locales = find_locales(
        directories, source_language=settings.source_language, languages=settings.languages
    )
    with_names = [
        locale for locale in locales if catalogue_paths(directories, locale, settings.textdomain)
    ]
    without_names = [locale for locale in locales if locale not in with_names]
    return Glossary(
        concepts=concepts,
        comparisons=domain.all_comparisons(),
        catalogues={
            locale: read_terminology(directories, locale, settings.textdomain)
            for locale in with_names
        },
        document_catalogues={
            **_document_catalogues(env, concepts, without_names),
            **_document_catalogues(env, filter(_is_standard, concepts), locales),
        },
        languages=locales,
        source_language=settings.source_language,
    )


def _is_standard(concept: Concept) -> bool:
    return bool(concept.standard_anchor)


def _document_catalogues(
    env: BuildEnvironment, concepts: Iterable[Concept], locales: Iterable[str]
) -> dict[tuple[str, str], Catalogue]:
    found = {}
    entries: dict[str, set[str]] = {}
    for concept in concepts:
        names = entries.setdefault(concept.docname, set())
        if concept.standard_anchor:
            names.add(concept.name)
    for docname, names in sorted(entries.items()):
        textdomain = docname_to_domain(docname, env.config.gettext_compact)
        for locale in locales:
            if catalogue_paths(locale_dirs(env), locale, textdomain):
                catalogue = read_terminology(locale_dirs(env), locale, textdomain)
                found[locale, docname] = _without_index_keys(catalogue, names)
    return found


def _without_index_keys(catalogue: Catalogue, entries: Container[str]) -> Catalogue:
    """Add those names of standard *entries* that Sphinx extracts with a key (``crumb : K``)."""
    added = {}
    for (context, msgid), message in catalogue.messages.items():
        name, key = split_term_classifiers(msgid)
        if key and name in entries:
            msgstr, _key = split_term_classifiers(message.msgstr)
            added[context, name] = replace(message, msgid=name, msgstr=msgstr)
    return replace(catalogue, messages={**added, **catalogue.messages}) if added else catalogue
