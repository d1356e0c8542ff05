"""``glossary-coverage``: how far each language is, on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_glossary_ext.glue.nodes import concept_coverage
from sphinx_glossary_ext.glue.options import GlossaryDirective

if TYPE_CHECKING:
    from docutils import nodes


class CoverageDirective(GlossaryDirective):
    """The table of coverage; the options choose languages and subjects."""

    has_content = False
    known_options = ("languages", "subject")

    def make_nodes(self) -> list[nodes.Node]:
        """Return a placeholder: which names there are is known once all pages are read."""
        coverage = concept_coverage(
            languages=self.languages(),
            subjects=self.several("subject"),
            classes=self.classes(),
        )
        self.set_source_info(coverage)
        self.add_name(coverage)
        return [coverage]
