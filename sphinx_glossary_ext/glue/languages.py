"""The other languages of each HTML page: links below its text, and in its head."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.events import domain_of
from sphinx_glossary_ext.glue.pages import PAGE
from sphinx_glossary_ext.linguistics.locales import url_code
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config

    from sphinx_glossary_ext.glue.domain import GlossaryDomain
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.language_links import LanguageLinks

_ = get_translation("sphinx_glossary_ext")

SCRIPT: Final = "sphinx-glossary-languages.js"
STYLESHEET: Final = "sphinx-glossary-languages.css"
TEMPLATE: Final = "glossary-languages.html"
TEMPLATES: Final = Path(__file__).parents[1] / "templates"

NO_WEBSITE: Final = frozenset(
    {"applehelp", "devhelp", "epub", "htmlhelp", "json", "pickle", "qthelp", "singlehtml"}
)
"""Builders of HTML whose pages have no siblings in folders beside them."""

LETTER: Final = re.compile(rf"(genindex|{PAGE})-.*")
"""A page of an index for one letter; other languages have other letters."""


def fill_base(app: Sphinx, config: Config) -> None:
    """Put the language into the address of the site, before Sphinx makes canonical ones of it.

    ``conf.py`` cannot do it: it does not see the language that a command line sets.
    """
    # a value of another type has Sphinx's own warning
    if isinstance(config.html_baseurl, str):
        config.html_baseurl = config.html_baseurl.replace("{lang}", url_code(config.language))


def find_links(domain: GlossaryDomain, context: PageContext) -> LanguageLinks | None:
    """Return what pages say of themselves in other languages; None if that is not known."""
    builder, addresses = context.builder, context.addresses
    if (
        domain.is_empty
        or not isinstance(builder, StandaloneHTMLBuilder)
        or builder.name in NO_WEBSITE
        or not addresses.template
        or not set(context.glossary.locales) - {context.locale}
    ):
        return None
    from sphinx_glossary_ext.language_links import LanguageLinks

    label = _("This page in other languages") if builder.config.glossary_language_links else ""
    links = LanguageLinks(
        context.locale, context.glossary.locales, addresses, label, context.interface_locale
    )
    _check_base(links, builder)
    return links


def _check_base(links: LanguageLinks, builder: StandaloneHTMLBuilder) -> None:
    """Report an address of the site that belongs to another language than this build's."""
    page = builder.get_target_uri(builder.config.root_doc)
    if other := links.language_of_base(page):
        from sphinx_glossary_ext.checks import base_of_other_language
        from sphinx_glossary_ext.glue.report import warn

        message = base_of_other_language(links.addresses.base, links.locale, other)
        warn(ProblemKind.BASE_URL, message, _place_of_base(Path(builder.confdir, "conf.py")))


def _place_of_base(conf: Path) -> str:
    lines = conf.read_text("utf-8", "replace").splitlines() if conf.is_file() else []
    found = (number for number, line in enumerate(lines, 1) if "html_baseurl" in line)
    return f"{conf}:{next(found, 1)}"


def add_links(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    """Put the links into a page; return the template to use instead of *template*, if any.

    They follow the text: themes have no common place for a switch of languages, but every theme
    shows the text. A template finds them as ``glossary_languages``, to show them elsewhere.
    """
    links = domain_of(app.env).derived.language_links
    other_name = _name_elsewhere(app.builder, pagename) if links else ""
    if links is None or not other_name:
        return None
    page = app.builder.get_target_uri(other_name)
    context["glossary_languages"] = list(links.links(page))
    if other_name == pagename:
        context["metatags"] = context.get("metatags", "") + links.alternates_html(page)
    nav, has_body = links.nav_html(page), "body" in context
    if not nav or not (has_body or _finds_ours(app.builder)):
        return None
    app.add_css_file(STYLESHEET)
    app.add_js_file(SCRIPT, loading_method="defer")
    if not has_body:
        return _wrapped(template, context, nav)
    context["body"] += nav
    return None


def _name_elsewhere(builder: Any, pagename: str) -> str:
    """Return what the page is called in other languages; nothing if it may not be there.

    Documents are the same in all languages, and so are the pages that Sphinx makes of them, but
    others may make a page for what only one language has.
    """
    if pagename in builder.env.found_docs:
        return pagename
    if letter := LETTER.fullmatch(pagename):
        return letter[1]
    additional = builder.config.html_additional_pages.keys() - {"404"}
    indices = {index[0] for index in builder.domain_indices}
    is_known = pagename in {PAGE, "genindex", "search"} | additional | indices
    return pagename if is_known else ""


def _wrapped(template: str, context: dict[str, Any], nav: str) -> str:
    """Return a template that puts *nav* once into the page that *template* makes."""
    unused = [nav]
    context["glossary_extended"] = template
    context["glossary_language_nav"] = lambda: unused.pop() if unused else ""
    return TEMPLATE


def add_templates(app: Sphinx) -> None:
    """Let the templates of pages be found, after those of the project and of its theme."""
    if isinstance(app.builder, StandaloneHTMLBuilder) and _finds_ours(app.builder):
        app.builder.templates.loaders.append(SphinxFileSystemLoader(TEMPLATES))


def _finds_ours(builder: Builder) -> bool:
    """Return whether our templates can be found: a project may have its own way to templates."""
    return isinstance(builder.templates, BuiltinTemplateLoader)


def register(app: Sphinx) -> None:
    """Connect everything; a template that another extension chooses goes before ours."""
    app.connect("config-inited", fill_base)
    app.connect("builder-inited", add_templates)
    app.connect("html-page-context", add_links, priority=900)
