"""What a page says and shows, read from its finished doctree."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.util import docname_join

from sphinx_glossary_ext.glossary import split_target
from sphinx_glossary_ext.glue.nodes import (
    ASK_ALL_DOMAINS,
    concept_comparison,
    concept_coverage,
    concept_entry,
    concept_index,
    nodes_of,
)
from sphinx_glossary_ext.glue.roles import NAMED_BY
from sphinx_glossary_ext.model import PLACE_ROLES, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_glossary_ext.model import Concept


class ShownEntry(NamedTuple):
    """An entry: its concept's id, a digest of its definition's markup, the references in it."""

    id: str
    definition_digest: str
    definition_references: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of the glossary, each thing once, in the order of the page.

    *references* are pairs of role and target as written, *pulled* the targets of names and
    definitions, *entries* the page's own concepts.
    """

    references: tuple[tuple[str, str], ...] = ()
    pulled: tuple[str, ...] = ()
    entries: tuple[ShownEntry, ...] = ()
    index: bool = False
    coverage: bool = False

    @property
    def concept_targets(self) -> Iterator[str]:
        """The concepts that the page refers to, as written."""
        for role, target in self.references:
            if role != "compare":
                yield split_target(role, target)[0]


class Definition(NamedTuple):
    """The text of a definition and the locale it is in."""

    spans: tuple[Span, ...]
    locale: str


class NamedText(NamedTuple):
    """What links to one of *ids* show: a title or caption that holds names, or a name itself."""

    ids: tuple[str, ...]
    spans: tuple[Span, ...]
    is_section: bool


@dataclass(slots=True)
class PageContent:
    """All that a page says and shows, gathered in one walk through its doctree.

    *definitions* and *comparison_titles* are by id; the latter only where the author gave one.
    *any_targets* are what it refers to without a word about what kind of thing that is.
    """

    shown: Shown = Shown()
    definitions: dict[str, Definition] = field(default_factory=dict)
    comparison_titles: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    named_texts: list[NamedText] = field(default_factory=list)
    any_targets: list[str] = field(default_factory=list)


def is_reference(node: nodes.Node) -> bool:
    """Return whether *node* refers to a concept, or to what the standard domain has as a term."""
    return (
        isinstance(node, addnodes.pending_xref) and is_ours(node) and node["reftype"] != "compare"
    )


def is_ours(node: addnodes.pending_xref) -> bool:
    """Return whether *node* refers to a concept or a comparison, and not to another project's."""
    is_known = node["refdomain"] == "glossary" or (
        (node["refdomain"], node["reftype"]) == ("std", "term")
    )
    return is_known and not is_external(node)


def is_external(node: addnodes.pending_xref) -> bool:
    """Return whether *node* asks other projects alone, as ``:external:`` does."""
    return "intersphinx" in node


def shows_name(node: nodes.Node) -> bool:
    """Return whether *node* is a reference whose text is a name or a title of ours."""
    return isinstance(node, addnodes.pending_xref) and is_ours(node) and not node["refexplicit"]


def read_page(document: nodes.document, language: str, source_language: str) -> PageContent:
    """Return what the page says and shows; *language* is that of the page."""
    content = PageContent()
    references: list[tuple[str, str]] = []
    compared: list[str] = []
    entries: list[ShownEntry] = []
    overviews: set[type[nodes.Node]] = set()
    for node in nodes_of(_READ, document):
        if isinstance(node, addnodes.pending_xref):
            if is_ours(node):
                references.append((node["reftype"], node["reftarget"]))
            elif node["reftype"] in ASK_ALL_DOMAINS:
                content.any_targets.append(node["reftarget"])
        elif isinstance(node, concept_entry):
            _note_labels(content, node, (Span(node["written"], node["concept"], "name"),))
            if node["concept"]:
                entries.append(_read_entry(content, node, language, source_language))
        elif isinstance(node, (nodes.title, nodes.caption, nodes.rubric)):
            _read_title(content, node)
        elif isinstance(node, concept_comparison):
            compared += node["targets"]
            _read_comparison(content, node)
        else:
            overviews.add(type(node))
    content.shown = Shown(
        references=tuple(dict.fromkeys(references)),
        pulled=tuple(dict.fromkeys(compared)),
        entries=tuple(entries),
        index=concept_index in overviews,
        coverage=concept_coverage in overviews,
    )
    return content


_READ = {
    addnodes.pending_xref,
    concept_comparison,
    concept_coverage,
    concept_entry,
    concept_index,
    nodes.caption,
    nodes.rubric,
    nodes.title,
}


def _read_entry(
    content: PageContent, entry: concept_entry, language: str, source_language: str
) -> ShownEntry:
    """Note the definition; return what pages that pull it depend on."""
    paragraph = definition_paragraph(entry)
    if paragraph is None:
        return ShownEntry(entry["concept"], "", ())
    locale = language if is_translated(paragraph) else source_language
    content.definitions.setdefault(entry["concept"], Definition(tuple(spans(paragraph)), locale))
    return ShownEntry(
        entry["concept"],
        blake2b(_outline(paragraph).encode(), digest_size=8).hexdigest(),
        tuple(
            (reference["reftype"], reference["reftarget"])
            for reference in nodes_of((addnodes.pending_xref,), paragraph)
            if is_ours(reference)
        ),
    )


def _read_comparison(content: PageContent, comparison: concept_comparison) -> None:
    """Note the author's title, and what labels show: where nothing has the id, what is written."""
    title = cast("nodes.rubric", comparison[0])
    id_, written = comparison["comparison"], "; ".join(comparison["targets"])
    shown: tuple[Span, ...] = (Span(written, id_, "compare"),)
    if "generated" not in title:
        content.comparison_titles[id_] = tuple(spans(title))
        shown = shown if id_ else content.comparison_titles[id_]
    _note_labels(content, comparison, shown)


def _outline(node: nodes.Node) -> str:
    """Return *node* with its markup, the same for nodes that look the same."""
    if isinstance(node, nodes.Element):
        attributes = sorted((k, v) for k, v in node.attributes.items() if v)
        return f"<{node.tagname} {attributes}>{''.join(map(_outline, node.children))}</>"
    return node.astext()


def _read_title(content: PageContent, title: nodes.title | nodes.caption | nodes.rubric) -> None:
    """Note a title that shows names, and mark them in what Sphinx is about to copy of it."""
    names = list(filter(shows_name, nodes_of((addnodes.pending_xref,), title)))
    named = title if isinstance(title, nodes.rubric) else title.parent
    if not names or not named["ids"]:
        return
    content.named_texts.append(
        NamedText(tuple(named["ids"]), tuple(spans(title)), isinstance(named, nodes.section))
    )
    for name in names:
        text = cast("nodes.Element", name[0])
        text[NAMED_BY] = (text.astext(), name["reftarget"], name["reftype"])


def _note_labels(content: PageContent, node: nodes.Element, shown: tuple[Span, ...]) -> None:
    """Note that a label of *node*, by its ``:name:`` or by a target before it, shows *shown*."""
    if node["names"]:
        named = NamedText(tuple(node["ids"]), shown, is_section=False)
        content.named_texts.append(named)


def with_definition(concept: Concept, definition: Definition | None) -> Concept:
    """Return *concept* with its definition, if it has one."""
    if definition is None:
        return concept
    return replace(concept, definition=definition.spans, definition_locale=definition.locale)


def is_translated(node: nodes.Element) -> bool:
    """Return whether the text of *node* is in the language of the page."""
    return bool(node.get("translated", False))


def definition_paragraph(entry: concept_entry) -> nodes.paragraph | None:
    """Return the first paragraph of an entry's own text, if it has one."""
    return next((child for child in entry.children if isinstance(child, nodes.paragraph)), None)


def spans(node: nodes.Element) -> Iterator[Span]:
    """Yield the text of *node*, each name or title that a reference shows apart."""
    runs = groupby(_texts(node), key=lambda span: bool(span.target))
    for is_shown_for_another, run in runs:
        if is_shown_for_another:
            yield from run
        else:
            text = "".join(span.text for span in run)
            yield Span(text.replace("\n", " "))


def _place(node: addnodes.pending_xref) -> Span:
    """Return the text of *node*, with what it leads to if that is a page or a section."""
    role, target = node["reftype"], node["reftarget"]
    if node["refdomain"] == "std" and role in PLACE_ROLES and not is_external(node):
        target = docname_join(node["refdoc"], target) if role == "doc" else target
        return Span(node.astext(), target, role)
    # MyST's link to a file or to a part of it
    is_page = node["refdomain"] == "doc"
    return Span(node.astext(), target, "doc") if is_page else Span(node.astext())


def _texts(node: nodes.Node) -> Iterator[Span]:
    if isinstance(node, nodes.Text):
        yield Span(node.astext())
    elif shows_name(node):
        reference = cast("addnodes.pending_xref", node)
        yield Span(node.astext(), reference["reftarget"], reference["reftype"])
    elif isinstance(node, addnodes.pending_xref) and not node.get("refexplicit"):
        yield _place(node)
    elif isinstance(node, nodes.reference) and "id_link" in node and not node.children:
        # MyST's link to a label or an id, which has no text until later
        target = node["refuri"].removeprefix("#")
        yield Span(target, target, "ref")
    elif not isinstance(node, (nodes.footnote_reference, nodes.raw, nodes.system_message)):
        for child in node.children:
            yield from _texts(child)
