"""The search box of the index: its data beside the pages, its scripts on those that have one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx_glossary_ext.glue.builders import page_uri
from sphinx_glossary_ext.glue.events import domain_of
from sphinx_glossary_ext.glue.pages import PAGE

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_glossary_ext.glue.domain import GlossaryDomain
    from sphinx_glossary_ext.index_data import IndexScript

FILE: Final = "glossary-index-data.js"
SCRIPTS: Final = ("fold", "finder", "readings", "columns", "rows", "results", "address", "box")
"""Classic scripts, in the order in which they need each other."""
STYLESHEET: Final = "sphinx-glossary-index.css"
WITHOUT_BOX: Final = frozenset({"epub", "singlehtml"})
"""Builders of HTML that write no page for each document."""


def index_script(domain: GlossaryDomain, builder: Builder) -> IndexScript:
    """Return the data of the box, put together once per build."""
    if domain.derived.index_script is None:
        from sphinx_glossary_ext.index_data import make_index_script

        domain.derived.index_script = make_index_script(
            domain.glossary,
            builder.config.language,
            partial(page_uri, builder),
        )
    return domain.derived.index_script


def add_scripts(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Link the scripts and their style sheet from the pages with an index, and from no other."""
    if _has_index(app, pagename, is_document=doctree is not None):
        app.add_css_file(STYLESHEET)
        for script in SCRIPTS:
            app.add_js_file(f"sphinx-glossary-index-{script}.js", loading_method="defer")


def _has_index(app: Sphinx, pagename: str, *, is_document: bool) -> bool:
    if not _has_box(app.builder):
        return False
    if not is_document:
        return pagename.startswith(PAGE)
    shown = domain_of(app.env).shown.get(pagename)
    return shown is not None and shown.index


def write_data(app: Sphinx, exception: Exception | None) -> None:
    """When pages are written: write the data beside them, or remove it where no page has a box.

    The event comes even where no page is out of date: a name in a language that no page shows may
    be new.
    """
    if exception or not _has_box(app.builder):
        return
    domain, path = domain_of(app.env), Path(app.outdir, FILE)
    if not domain.is_empty and _any_index(app, domain):
        from sphinx_glossary_ext.files import write_atomically

        write_atomically(path, index_script(domain, app.builder).content)
    elif path.is_file():
        from sphinx_glossary_ext.files import remove_left_behind
        from sphinx_glossary_ext.index_data import START

        remove_left_behind(path, START.encode())


def _has_box(builder: Builder) -> bool:
    return builder.format == "html" and builder.name not in WITHOUT_BOX


def _any_index(app: Sphinx, domain: GlossaryDomain) -> bool:
    generated = app.config.glossary_index_page and PAGE not in app.env.found_docs
    return bool(generated) or any(page.index for page in domain.shown.values())


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("html-page-context", add_scripts)
    app.connect("build-finished", write_data)
