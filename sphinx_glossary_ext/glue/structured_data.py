"""The JSON-LD of an HTML page, where it has entries or the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_glossary_ext.glue.events import domain_of
from sphinx_glossary_ext.glue.pages import PAGE

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def add_structured_data(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the data into the pages that have any."""
    domain = domain_of(app.env)
    is_ours = pagename == PAGE if doctree is None else pagename in domain.shown
    if not is_ours:
        return
    from sphinx_glossary_ext.glue.writing.structured_data import structured_data

    if data := structured_data(domain.context(pagename)):
        context["body"] += f'<script type="application/ld+json">{data}</script>\n'
        # nobody asks for them again, and those of all pages together take much room
        domain.derived.structured_data.pop(pagename, None)


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("html-page-context", add_structured_data)
