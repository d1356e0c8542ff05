"""PO files to renderings and back: the notation of msgstrs, catalogues, the template."""

from __future__ import annotations

from sphinx_glossary_ext.catalogues.files import UnreadableCatalogueError
from sphinx_glossary_ext.catalogues.locales import (
    catalogue_paths,
    find_locales,
    read_terminology,
)
from sphinx_glossary_ext.catalogues.merging import agrees, merge_terminology
from sphinx_glossary_ext.catalogues.notation import NO_EQUIVALENT, format_msgstr, parse_msgstr
from sphinx_glossary_ext.catalogues.reading import (
    ABBREVIATION,
    SUBJECT,
    TERM,
    Catalogue,
    CatalogueMessage,
    read_catalogue,
    read_catalogue_cached,
    renderings_of,
)
from sphinx_glossary_ext.catalogues.template import terminology_template

__all__ = [
    "ABBREVIATION",
    "NO_EQUIVALENT",
    "SUBJECT",
    "TERM",
    "Catalogue",
    "CatalogueMessage",
    "UnreadableCatalogueError",
    "agrees",
    "catalogue_paths",
    "find_locales",
    "format_msgstr",
    "merge_terminology",
    "parse_msgstr",
    "read_catalogue",
    "read_catalogue_cached",
    "read_terminology",
    "renderings_of",
    "terminology_template",
]
