"""One glossary, every language: concepts, their names and the catalogues that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; the import is late so that the floors below never load Sphinx."""
    from sphinx_glossary_ext.glue.extension import register

    return register(app)
