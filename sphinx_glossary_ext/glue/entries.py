"""The script of the pages with entries, and the words that it needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.events import domain_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_ = get_translation("sphinx_glossary_ext")

SCRIPT: Final = "sphinx-glossary-entry.js"


def add_script(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Link the script from the pages with entries, and from no other."""
    if doctree is None:
        return
    domain = domain_of(app.env)
    shown = domain.shown.get(pagename)
    if shown is None or not shown.entries or not domain.context(pagename).writes_pages:
        return
    # where a site wants no permalinks, it wants no button for them either
    words = _words() if app.config.html_permalinks else {}
    if words and (locale := domain.context(pagename).interface_locale):
        words["lang"] = locale
    data: dict[str, Any] = {"data-words": json.dumps(words, ensure_ascii=False)}
    app.add_js_file(SCRIPT, loading_method="defer", **data)


def _words() -> dict[str, str]:
    """Return the words of the button that copies an entry's address."""
    return {
        "copy": _("Copy name and address: {name}"),
        "copied": _("Copied: {name}"),
        "refused": _("Nothing was copied. The text to copy is selected: {text}"),
    }


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("html-page-context", add_script)
