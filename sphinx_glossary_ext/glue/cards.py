"""The cards of an HTML page: their data, the script and the style sheet, where they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sphinx_glossary_ext.glue.events import domain_of
from sphinx_glossary_ext.glue.nodes import cards_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx

SCRIPT: Final = "sphinx-glossary-card.js"
STYLESHEET: Final = "sphinx-glossary-card.css"


def add_cards(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Put the cards into the pages whose links show them, and into no other."""
    domain = domain_of(app.env)
    if doctree is None or pagename not in domain.shown:
        return
    ids = dict.fromkeys(cards_shown(doctree))
    if not ids:
        return
    from sphinx_glossary_ext.glue.writing.cards import cards_json

    data = cards_json(domain.context(pagename), [domain.glossary.by_id[id_] for id_ in ids])
    # in the page and not in a file: browsers refuse to fetch files for a page opened from disk
    context["body"] += f'<script type="application/json" id="glossary-cards">{data}</script>\n'
    app.add_js_file(SCRIPT, loading_method="defer")
    app.add_css_file(STYLESHEET)


def forget_cards(app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Drop the cards once all documents are written: next comes the search index, which is large.

    The event asks for pages; there are none from here.
    """
    domain_of(app.env).derived.cards.clear()
    return ()


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("html-page-context", add_cards)
    app.connect("html-collect-pages", forget_cards)
