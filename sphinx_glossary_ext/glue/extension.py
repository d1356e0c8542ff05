"""Registration with Sphinx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_glossary_ext import __version__
from sphinx_glossary_ext.glue import (
    builders,
    cards,
    config,
    directives,
    entries,
    events,
    languages,
    nodes,
    pages,
    roles,
    search,
    structured_data,
    template,
    transforms,
)
from sphinx_glossary_ext.glue.domain import GlossaryDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    *(config, nodes, directives, roles, transforms),
    *(events, template, pages, search, cards, entries, structured_data, languages, builders),
)
LOCALE_DIR = Path(__file__).parents[1] / "locale"


def register(app: Sphinx) -> ExtensionMetadata:
    """Register everything that the extension brings."""
    app.add_message_catalog("sphinx_glossary_ext", LOCALE_DIR)
    app.add_domain(GlossaryDomain)
    for part in PARTS:
        part.register(app)
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
