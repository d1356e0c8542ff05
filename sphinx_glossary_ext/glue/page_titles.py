"""The titles that definitions show of pages and sections, known once all pages are read."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_glossary_ext.glue.roles import NAMED_BY
from sphinx_glossary_ext.model import PLACE_ROLES, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sphinx.environment import BuildEnvironment

    from sphinx_glossary_ext.glue.page import NamedText
    from sphinx_glossary_ext.model import Concept


def with_titles(
    concepts: Iterable[Concept],
    env: BuildEnvironment,
    texts_with_names: Mapping[str, Collection[NamedText]],
) -> Iterator[Concept]:
    """Yield *concepts*, their definitions with titles in the places of references to them.

    What stands in *texts_with_names*, by page, depends on the concepts: a reference to what has
    such a text stays as written.
    """
    named = {
        (docname, id_)
        for docname, texts in texts_with_names.items()
        for text in texts
        for id_ in text.ids
    }
    named |= {(docname, "") for docname in texts_with_names if _has_name(env.titles[docname])}
    for concept in concepts:
        if any(span.role in PLACE_ROLES for span in concept.definition):
            spans = (_with_title(span, env, named) for span in concept.definition)
            yield replace(concept, definition=tuple(_joined(spans)))
        else:
            yield concept


def _has_name(title: nodes.title) -> bool:
    return any(NAMED_BY in inline for inline in title.findall(nodes.inline))


def _with_title(span: Span, env: BuildEnvironment, named: Collection[tuple[str, str]]) -> Span:
    if span.role not in PLACE_ROLES:
        return span
    docname, id_, title = span.target, "", ""
    if span.role == "ref":
        labels = env.domains.standard_domain.labels
        docname, id_, title = labels.get(span.target, ("", "", ""))
    elif docname in env.titles:
        title = env.titles[docname].astext()
    return Span(title if title and (docname, id_) not in named else span.text)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    for has_target, run in groupby(spans, key=lambda span: bool(span.target)):
        if has_target:
            yield from run
        else:
            yield Span("".join(span.text for span in run))
