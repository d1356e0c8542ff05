"""Names that Sphinx copies out of pages: titles, the general index, inventories.

They are put right when everything has been read, so no page is read again for a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from docutils import nodes

from sphinx_glossary_ext.glue.roles import NAMED_BY
from sphinx_glossary_ext.glue.writing.general_index import index_entries
from sphinx_glossary_ext.glue.writing.pieces import in_parentheses
from sphinx_glossary_ext.glue.writing.strings import coverage_mark
from sphinx_glossary_ext.glue.writing.titles import comparison_title
from sphinx_glossary_ext.model import Coverage, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.glue.domain import GlossaryDomain
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept


InventoryObject: TypeAlias = tuple[str, str, str, str, str, int]
"""A name, what it shows, its type, its docname, its anchor and its priority, as Sphinx has them."""


def publish(domain: GlossaryDomain, context: PageContext) -> dict[str, str]:
    """Put all copied names right; return what other pages may show: titles and labels."""
    note_standard_terms(domain, context)
    note_index_entries(domain, context)
    return dict((*name_titles(domain, context), *name_labels(domain, context)))


def note_standard_terms(domain: GlossaryDomain, context: PageContext) -> None:
    """Give other projects our concepts as standard terms, in both languages of this build.

    They are looked up by Sphinx and intersphinx: exactly as written, then by ``lower()``. So this,
    and not the key of a name, tells which are one, unless case tells the concepts apart.
    """
    standard = domain.env.domains.standard_domain
    taken = {name.lower() for objtype, name in standard.objects if objtype == "term"}
    noted: list[str] = domain.data["standard_terms"]
    for concept in context.glossary.own:
        for name in dict.fromkeys(_names(context, concept)):
            is_found = not concept.case_sensitive and name.lower() in taken
            if is_found or ("term", name) in standard.objects:
                continue
            standard.objects["term", name] = (concept.docname, concept.anchor)
            noted.append(name)
            if not concept.case_sensitive:
                taken.add(name.lower())


def _names(context: PageContext, concept: Concept) -> Iterator[str]:
    """Yield every canonical name, old ones too, which others may have linked; then the page's.

    The first has its qualifier, for of two concepts with one name only one can have it alone.
    """
    yield concept.msgid
    yield from (designation.name for designation in concept.designations)
    yield from (r.name for r in context.glossary.renderings(concept, context.locale).usable)


def objects(glossary: Glossary, locale: str) -> Iterator[InventoryObject]:
    """Yield all that one can refer to.

    A concept comes under each of its names in every language; *locale* is that of the build.
    """
    for concept in glossary.published:
        where = ("concept", concept.docname, concept.anchor, 1)
        yield (concept.id, concept.name, *where)
        for language in glossary.locales:
            renderings = glossary.renderings(concept, language)
            is_fuzzy = renderings.coverage is Coverage.FUZZY
            mark = in_parentheses(coverage_mark(Coverage.FUZZY)) if is_fuzzy else ""
            names = {r.name for r in renderings.names}
            for number, name in enumerate(sorted(names - {concept.name}), 1):
                yield (f"{concept.id}@{language}.{number}", f"{name}{mark}", *where)
    for comparison in glossary.comparison_by_id.values():
        title = comparison_title(comparison, glossary, locale)
        yield comparison.id, title, "comparison", comparison.docname, comparison.anchor, 1


def note_index_entries(domain: GlossaryDomain, context: PageContext) -> None:
    """Put the names in the page's language, and their headings, into the general index.

    Of concepts with one id only the first has entries, and another may have been it before.
    """
    noted: dict[str, list[Any]] = domain.env.domains["index"].data.setdefault("entries", {})
    for docname, written in domain.concepts.items():
        anchors = {concept.anchor for concept in written}
        others = [entry for entry in noted.get(docname, ()) if entry[2] not in anchors]
        shown = context.glossary.published_on.get(docname, ())
        ours = [concept for concept in shown if not concept.standard_anchor]
        noted[docname] = others + [e for concept in ours for e in index_entries(context, concept)]


def name_titles(domain: GlossaryDomain, context: PageContext) -> Iterator[tuple[str, str]]:
    """Yield the title of each document that shows names in titles, having put it right."""
    env = domain.env
    for docname, noted in domain.named_texts.items():
        titles = [title for title in noted if title.is_section]
        if not titles:
            continue
        for copied in (env.titles[docname], env.longtitles[docname], env.tocs[docname]):
            _name_marked(copied, context)
        yield docname, " ".join(_text(title.spans, context) for title in titles)


def _name_marked(copied: nodes.Element, context: PageContext) -> None:
    for inline in copied.findall(nodes.inline):
        if written := inline.get(NAMED_BY):
            text = context.heading_text(Span(*written))
            inline.children = []
            inline += nodes.Text(text)


def name_labels(domain: GlossaryDomain, context: PageContext) -> Iterator[tuple[str, str]]:
    """Put the names into what ``:ref:`` shows for a title, an entry or a comparison.

    Yields each such label, as no document is called, with its new text.
    """
    named = {
        (docname, id_): text
        for docname, texts in domain.named_texts.items()
        for text in texts
        for id_ in text.ids
    }
    standard = domain.env.domains.standard_domain
    for label, (docname, id_) in standard.anonlabels.items():
        found = named.get((docname, id_))
        if found and (text := _text(found.spans, context)):
            standard.labels[label] = docname, id_, text
            yield f":ref:{label}", text


def _text(spans: tuple[Span, ...], context: PageContext) -> str:
    return "".join(map(context.heading_text, spans))
