"""What a page says and shows, read from its finished doctree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING, Any

from babel.lists import format_list
from docutils import nodes
from sphinx import addnodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.nodes import (
    concept_comparison,
    concept_index,
)
from sphinx_glossary_ext.model import Comparison, Span

if TYPE_CHECKING:
    from sphinx_glossary_ext.glossary import Glossary

_ = get_translation("sphinx_glossary_ext")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of the glossary, each thing once, in the order of the page.

    *references* are pairs of role and target as written, *pulled* the targets of names and
    definitions, *entries* the ids of the page's own concepts, each with a digest of its definition.
    """

    references: tuple[tuple[str, str], ...] = ()
    pulled: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    index: bool = False

    @property
    def concept_targets(self) -> Iterator[str]:
        """The concepts that the page refers to, as written."""
        for role, target in self.references:
            if role != "compare":
                yield concept_of(role, target)


@dataclass(frozen=True, slots=True)
class NamedTitle:
    """A section's title that shows the name of a concept, with the section's ids."""

    ids: tuple[str, ...]
    spans: tuple[Span, ...]


def is_reference(node: nodes.Node) -> bool:
    """Return whether *node* refers to a concept, or to what the standard domain has as a term."""
    return isinstance(node, addnodes.pending_xref) and (
        (node["refdomain"], node["reftype"]) == ("std", "term")
        or (node["refdomain"] == "glossary" and node["reftype"] != "compare")
    )


def concept_of(role: str, target: str) -> str:
    """Return the concept that a reference means, without the ``@`` and language of a name."""
    return (target.rpartition("@")[0] or target) if role == "name" else target


def is_ours(node: nodes.Node) -> bool:
    """Return whether *node* refers to a concept or a comparison."""
    return is_reference(node) or (
        isinstance(node, addnodes.pending_xref)
        and (node["refdomain"], node["reftype"]) == ("glossary", "compare")
    )


def shows_name(node: nodes.Node) -> bool:
    """Return whether *node* is a reference whose text is the concept's name."""
    return is_reference(node) and not node["refexplicit"]  # type: ignore[index]


def shown(document: nodes.document) -> Shown:
    """Return what the page shows."""
    references: Iterator[Any] = document.findall(is_ours)
    entries = (entry for entry in document.findall(addnodes.glossary) if entry.get("concept"))
    compared = (t for c in document.findall(concept_comparison) for t in c["targets"])
    return Shown(
        references=tuple(dict.fromkeys((r["reftype"], r["reftarget"]) for r in references)),
        pulled=tuple(dict.fromkeys(compared)),
        entries=tuple((entry["concept"], _definition_digest(entry)) for entry in entries),
        index=next(document.findall(concept_index), None) is not None,
    )


def _definition_digest(entry: nodes.Element) -> str:
    paragraph = definition_paragraph(entry)
    return "" if paragraph is None else blake2b(str(paragraph).encode(), digest_size=8).hexdigest()


def definitions(
    document: nodes.document, language: str, source_language: str
) -> dict[str, dict[str, Any]]:
    """Return, by concept, the definition and the locale it is in."""
    found: dict[str, dict[str, Any]] = {}
    for entry in document.findall(addnodes.glossary):
        paragraph = definition_paragraph(entry) if entry.get("concept") else None
        if paragraph is not None:
            locale = language if is_translated(paragraph) else source_language
            found.setdefault(
                entry["concept"],
                {"definition": tuple(spans(paragraph)), "definition_locale": locale},
            )
    return found


def is_translated(node: nodes.Element) -> bool:
    """Return whether the text of *node* is in the language of the page."""
    return bool(node.get("translated", False))


def definition_paragraph(entry: nodes.Element) -> nodes.paragraph | None:
    """Return the first paragraph of an entry's own text, if it has one."""
    body = next(entry.findall(nodes.definition), None)
    if body is None:
        return None
    return next((child for child in body if isinstance(child, nodes.paragraph)), None)


def spans(node: nodes.Element) -> Iterator[Span]:
    """Yield the text of *node*, each name that a reference shows apart."""
    runs = groupby(_texts(node), key=lambda span: span.target)
    for target, run in runs:
        if target:
            yield from run
        else:
            text = "".join(span.text for span in run)
            yield Span(" ".join(text.splitlines()))


def _texts(node: nodes.Node) -> Iterator[Span]:
    if isinstance(node, nodes.Text):
        yield Span(node.astext())
    elif shows_name(node):
        yield Span(node.astext(), node["reftarget"])  # type: ignore[index]
    elif not isinstance(node, (nodes.footnote_reference, nodes.system_message)):
        for child in node.children:
            yield from _texts(child)


def named_titles(document: nodes.document) -> list[NamedTitle]:
    """Return the sections' titles that show names."""
    return [
        NamedTitle(tuple(section["ids"]), tuple(spans(section[0])))
        for section in document.findall(nodes.section)
        if any(True for _node in section[0].findall(shows_name))
    ]


def comparison_titles(document: nodes.document) -> dict[str, str]:
    """Return, by comparison, the title that its author gave."""
    comparisons = document.findall(concept_comparison)
    return {
        node["comparison"]: node[0].astext()
        for node in comparisons
        if "generated" not in node[0]
    }


def comparison_title(comparison: Comparison, glossary: Glossary, locale: str) -> str:
    """Return the title to show: the author's, else one made of the names, none inflected."""
    if comparison.title:
        return comparison.title
    concepts = glossary.compared(comparison, locale)
    return generated_title([glossary.name(concept, locale).text for concept in concepts], locale)


def generated_title(names: list[str], locale: str) -> str:
    """Return the title of a comparison of *names*."""
    return _("Comparison: {names}").format(names=format_list(names, locale=locale))

