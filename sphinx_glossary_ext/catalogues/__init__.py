"""PO files to renderings and back: the notation of msgstrs, and catalogues.

What a build of pages has no use for stands apart: ``template`` and ``merging``.
"""

from __future__ import annotations

from sphinx_glossary_ext.catalogues.locales import (
    catalogue_paths,
    find_locales,
    read_terminology,
)
from sphinx_glossary_ext.catalogues.notation import NO_EQUIVALENT, format_msgstr, parse_msgstr
from sphinx_glossary_ext.catalogues.reading import (
    ABBREVIATION,
    CONTEXTS,
    SUBJECT,
    TERM,
    Catalogue,
    CatalogueMessage,
    lost_contexts,
    read_catalogue,
    read_catalogue_cached,
    renderings_of,
)

__all__ = [
    "ABBREVIATION",
    "CONTEXTS",
    "NO_EQUIVALENT",
    "SUBJECT",
    "TERM",
    "Catalogue",
    "CatalogueMessage",
    "catalogue_paths",
    "find_locales",
    "format_msgstr",
    "lost_contexts",
    "parse_msgstr",
    "read_catalogue",
    "read_catalogue_cached",
    "read_terminology",
    "renderings_of",
]
