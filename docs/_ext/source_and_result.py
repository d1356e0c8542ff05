"""An example in the manual: its source, and below it what the source makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_glossary_ext.glue.nodes import concept_entry

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class SourceAndResult(SphinxDirective):
    """Shows its content as MyST source, then parses it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the source as a block of code, and the result."""
        text = "\n".join(self.content)
        source = nodes.literal_block(text, text, language="markdown")
        self.set_source_info(source)
        result = nodes.container("", *self.parse_content_to_nodes(), classes=["result"])
        for entry in result.findall(concept_entry):
            # an example is a draft to stay out of the index; its text is finished
            entry.attributes.pop("draft", None)
        return [source, result]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive known to Sphinx."""
    app.add_directive("source-and-result", SourceAndResult)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
