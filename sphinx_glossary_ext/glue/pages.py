"""The page ``glossary-index`` of an HTML build, and the files that belong to our pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.events import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_ = get_translation("sphinx_glossary_ext")

PAGE: Final = "glossary-index"
STATIC: Final = Path(__file__).parents[1] / "static"
STYLESHEET: Final = "sphinx-glossary.css"


def add_static_files(app: Sphinx) -> None:
    """Have our style sheet copied with the project's own files."""
    app.config.html_static_path.append(str(STATIC))


def add_stylesheet(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Link the style sheet from the pages that need it, and from no other."""
    if pagename.startswith(PAGE) or (doctree is not None and pagename in domain_of(app.env).shown):
        app.add_css_file(STYLESHEET)


def make_index_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the index as a page of its own, unless the project has none or one of that name.

    Where no page has been written, nothing has changed, and Sphinx is not prepared to write.
    """
    domain, builder = domain_of(app.env), app.builder
    if (
        not (domain.freshness and domain.freshness.written)
        or not app.config.glossary_index_page
        or domain.is_empty
        or PAGE in app.env.found_docs
        or not isinstance(builder, StandaloneHTMLBuilder)
        or builder.name in {"epub", "singlehtml"}
    ):
        return
    from sphinx_glossary_ext.glue.writing.parts import make_index_pages

    title = _("Glossary index")
    for ending, content in make_index_pages(domain.context(PAGE)):
        index = nodes.container("", *content, classes=["glossary-index-page"])
        section = nodes.section("", nodes.title("", title), index, ids=[PAGE])
        body = builder.render_partial(section)["fragment"]
        yield PAGE + ending, {"title": title, "body": body}, "page.html"


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("builder-inited", add_static_files)
    app.connect("html-page-context", add_stylesheet)
    app.connect("html-collect-pages", make_index_page)
