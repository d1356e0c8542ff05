"""The directives: each parses, notes what it found in the domain and makes nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_glossary_ext.glue.directives.blocks import AspectsDirective, BlockDirective
from sphinx_glossary_ext.glue.directives.compare import CompareDirective
from sphinx_glossary_ext.glue.directives.coverage import CoverageDirective
from sphinx_glossary_ext.glue.directives.index import IndexDirective
from sphinx_glossary_ext.glue.directives.term import TermDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx

DIRECTIVES: dict[str, type[Directive]] = {
    "term": TermDirective,
    "compare": CompareDirective,
    "aspects": AspectsDirective,
    "examples": BlockDirective,
    "dialogue": BlockDirective,
    "glossary-index": IndexDirective,
    "glossary-coverage": CoverageDirective,
}


def register(app: Sphinx) -> None:
    """Make the directives known to Sphinx under their short names."""
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
