"""The two indexes of an HTML build, and the files that belong to our pages."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.events import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_ = get_translation("sphinx_glossary_ext")

PAGE: Final = "glossary-index"
MARK: Final = "glossary-index-page"
"""The class of an index, by which a page that an earlier build has made is known."""
STATIC: Final = Path(__file__).parents[1] / "static"
STYLESHEET: Final = "sphinx-glossary.css"


def add_static_files(app: Sphinx, env: BuildEnvironment) -> None:
    """Have our files copied with the project's own, if any page has something of ours."""
    if domain_of(env).shown:
        app.config.html_static_path.append(str(STATIC))


def add_stylesheet(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Link the style sheet from the pages that need it, and from no other."""
    is_made = doctree is None and pagename.startswith(PAGE)
    if is_made or (doctree is not None and pagename in domain_of(app.env).shown):
        app.add_css_file(STYLESHEET)


def sort_index(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Sort Sphinx's general index, if names of ours stand in it."""
    domain = domain_of(app.env)
    if "genindexentries" in context and not domain.is_empty:
        from sphinx_glossary_ext.glue.writing.general_index import sort_general_index

        sort_general_index(domain.context(pagename), context["genindexentries"])


def make_index_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the index as a page of its own, unless the project has none or one of that name.

    Where no page has been written, nothing has changed, and Sphinx is not prepared to write.
    """
    domain, builder = domain_of(app.env), app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.name in {"epub", "singlehtml"}:
        return
    made: set[str] = set()
    if app.config.glossary_index_page and not domain.is_empty and PAGE not in app.env.found_docs:
        if not (domain.freshness and domain.freshness.written):
            return
        from sphinx_glossary_ext.glue.writing.as_nodes import language_classes
        from sphinx_glossary_ext.glue.writing.parts import make_index_pages

        title, context = _("Glossary index"), domain.context(PAGE)
        for ending, content in make_index_pages(context):
            made.add(PAGE + ending)
            index = nodes.container("", *content, classes=[MARK])
            heading = nodes.title("", title, classes=language_classes(context.interface_locale))
            section = nodes.section("", heading, index, ids=[PAGE])
            body = builder.render_partial(section)["fragment"]
            yield PAGE + ending, {"title": title, "body": body}, "page.html"
    _remove_others(builder, made | app.env.found_docs)


def _remove_others(builder: StandaloneHTMLBuilder, wanted: Set[str]) -> None:
    """Remove the pages of an earlier build's index that are none of those *wanted*."""
    from sphinx_glossary_ext.files import remove_left_behind

    letters = (f"{PAGE}-{number}" for number in count(1))
    for page in chain([PAGE], letters):
        path = Path(builder.get_outfilename(page))
        if page not in wanted:
            if not path.is_file() and page != PAGE:
                return
            remove_left_behind(path, f'class="{MARK} '.encode())


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("env-updated", add_static_files)
    app.connect("html-page-context", add_stylesheet)
    app.connect("html-page-context", sort_index)
    app.connect("html-collect-pages", make_index_page)
