"""Entries of Sphinx's own ``glossary`` directive, as concepts beside ours.

They have a name, a definition and an anchor; what languages call them stands in the catalogue of
their document, where Sphinx extracts the terms.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import split_term_classifiers

from sphinx_glossary_ext.glue.nodes import nodes_of
from sphinx_glossary_ext.glue.page import is_translated, spans
from sphinx_glossary_ext.linguistics.keys import term_key
from sphinx_glossary_ext.linguistics.slugs import SlugError, slug
from sphinx_glossary_ext.model import Concept, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment


def read_entries(
    document: nodes.document, env: BuildEnvironment, docname: str, source_language: str
) -> Iterator[Concept]:
    """Yield the standard entries of the page, without ids: those depend on all pages."""
    for glossary in nodes_of((addnodes.glossary,), document):
        for item in glossary.findall(nodes.definition_list_item):
            yield from _read_item(item, env, docname, source_language)


def _read_item(
    item: nodes.definition_list_item, env: BuildEnvironment, docname: str, source_language: str
) -> Iterator[Concept]:
    body = next(item.findall(nodes.definition), ())
    paragraph = next((child for child in body if isinstance(child, nodes.paragraph)), None)
    translated = paragraph is not None and is_translated(paragraph)
    for term in item.children:
        if isinstance(term, nodes.term) and term["ids"]:
            # Locale replaces the text of a term and leaves what was written
            name, _index_key = split_term_classifiers(term.rawsource or term.astext())
            yield Concept(
                id="",
                name=" ".join((name or "").split()),
                definition=() if paragraph is None else tuple(spans(paragraph)),
                definition_locale=env.config.language if translated else source_language,
                docname=docname,
                place=Place(str(term.source or env.doc2path(docname)), term.line or 0),
                standard_anchor=term["ids"][0],
            )


def identified(entries: Iterable[Concept], concepts: Iterable[Concept]) -> Iterator[Concept]:
    """Yield *entries* with ids of their own; a name or id that one of *concepts* has is theirs."""
    ids: set[str] = set()
    keys: set[str] = set()
    for concept in concepts:
        ids.add(concept.id)
        keys.update(term_key(designation.name) for designation in concept.designations)
    for entry in entries:
        key = term_key(entry.name)
        if entry.name and key not in keys:
            keys.add(key)
            id_ = _id_of(entry.name, ids)
            ids.add(id_)
            yield replace(entry, id=id_)


def _id_of(name: str, taken: set[str]) -> str:
    """Return the slug of *name*; where it has none, or another's, one made of its characters."""
    try:
        made = slug(name)
    except SlugError:
        made = ""
    if made and made not in taken:
        return made
    return "entry-" + blake2b(name.encode(), digest_size=6).hexdigest()
