"""What a page tells search engines of its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_glossary_ext.exchange.schema_org import defined_term, defined_term_set, document
from sphinx_glossary_ext.glue.events import domain_of
from sphinx_glossary_ext.glue.pages import PAGE
from sphinx_glossary_ext.glue.writing.in_script import script_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_glossary_ext.exchange.schema_org import JsonObject
    from sphinx_glossary_ext.glue.domain import GlossaryDomain
    from sphinx_glossary_ext.glue.writing.context import PageContext


def structured_data(context: PageContext) -> str:
    """Return the JSON-LD of a page; nothing where it has neither entries nor the index."""
    if context.docname not in context.structured_data:
        things = list(_things(context)) if context.writes_pages else []
        text = script_json(document(things)) if things else ""
        context.structured_data[context.docname] = text
    return context.structured_data[context.docname]


def _things(context: PageContext) -> Iterator[JsonObject]:
    domain, docname = domain_of(context.builder.env), context.docname
    concepts = context.glossary.published_on.get(docname, ())
    if not concepts and not _has_index(domain, docname):
        return
    set_page = _set_page(domain, context)
    set_id, set_url = _identified(context, set_page, f"#{PAGE}")
    name = context.builder.config.project
    # each page stands alone: who reads it need not have read that of the index
    yield defined_term_set(id_=set_id, name=name, locale=context.locale, url=set_url)
    for concept in concepts:
        id_, url = _identified(context, docname, f"#{concept.anchor}")
        yield defined_term(
            context.glossary, concept, context.locale, id_=id_, set_id=set_id, url=url
        )


def _has_index(domain: GlossaryDomain, docname: str) -> bool:
    shown = domain.shown.get(docname)
    return shown.index if shown else docname == PAGE


def _set_page(domain: GlossaryDomain, context: PageContext) -> str:
    """Return the page that stands for the whole glossary: its index, else the first page."""
    config = context.builder.config
    if config.glossary_index_page or PAGE in context.builder.env.found_docs:
        return PAGE
    with_index = (docname for docname, shown in domain.shown.items() if shown.index)
    return min(with_index, default=str(config.root_doc))


def _identified(context: PageContext, docname: str, anchor: str) -> tuple[str, str]:
    """Return what identifies a place, and where it is on the web, if that is known.

    An address below the page's own identifies a place as well, while the page stays where it is.
    """
    url = context.addresses.here(context.builder.get_target_uri(docname), anchor)
    return url or context.uri(docname, "").removesuffix("#") + anchor, url
