"""``glossary-index``: every concept in every language, on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_glossary_ext.glue.nodes import concept_index
from sphinx_glossary_ext.glue.options import GlossaryDirective
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from docutils import nodes

COLUMNS = ("part-of-speech", "subject", "definition")


class IndexDirective(GlossaryDirective):
    """The index; the options choose languages, subjects, letters and further columns."""

    has_content = False
    known_options = ("languages", "subject", "letters", "columns")

    def make_nodes(self) -> list[nodes.Node]:
        """Return a placeholder: which concepts there are is known once all pages are read."""
        index = concept_index(
            languages=self.languages(),
            subjects=self.several("subject"),
            letters=tuple(self.text("letters").replace(";", " ").split()),
            columns=self.parse_columns(),
            number=self.env.new_serialno("glossary-index"),
            classes=self.classes(),
        )
        self.set_source_info(index)
        self.add_name(index)
        return [index]

    def parse_columns(self) -> tuple[str, ...]:
        """Return the chosen further columns."""
        chosen = self.several("columns")
        for column in chosen:
            if column not in COLUMNS:
                message = f":columns: names {column!r}; allowed is {', '.join(COLUMNS)}"
                self.warn(ProblemKind.INVALID_VALUE, message, "columns")
        return tuple(column for column in chosen if column in COLUMNS)
