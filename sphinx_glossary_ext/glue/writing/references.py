"""References to concepts and comparisons: what they mean, and the text that they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_glossary_ext import checks
from sphinx_glossary_ext.glossary import split_target
from sphinx_glossary_ext.glue.nodes import element_around
from sphinx_glossary_ext.glue.page import is_ours, is_reference
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.glue.writing.as_nodes import language_classes, line_nodes
from sphinx_glossary_ext.glue.writing.definition import PULLED, make_definition
from sphinx_glossary_ext.glue.writing.pieces import in_parentheses
from sphinx_glossary_ext.model import Concept, ConceptStatus
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx import addnodes

    from sphinx_glossary_ext.glue.writing.context import PageContext


class ReferenceFiller:
    """Fills the references of one page, in their order: an abbreviation expands only once."""

    def __init__(self, context: PageContext) -> None:
        self.context = context
        self.glossary = context.glossary
        self.expanded: set[str] = set()
        self.by_role: dict[str, Callable[[addnodes.pending_xref, Concept], None]] = {
            "term": self.fill_term,
            "name": self.fill_name,
            "abbr": self.fill_abbreviation,
        }

    def fill(self, node: addnodes.pending_xref) -> None:
        """Fill *node* if it is ours; what we do not know is left to the standard domain."""
        if is_ours(node) and node["reftype"] == "compare":
            self.fill_comparison(node)
        elif is_reference(node):
            target, _locale = split_target(node["reftype"], node["reftarget"])
            found = self.glossary.find(target, self.context.locale)
            if len(found) == 1:
                self.fill_concept(node, found[0])
            elif found:
                self.warn(ProblemKind.AMBIGUOUS_NAME, checks.ambiguous(target, found), node)
                node.replace_self(node.children)

    def warn(self, kind: ProblemKind, message: str, node: addnodes.pending_xref) -> None:
        """Report a mistake, unless *node* is a copy: the mistake is reported where it was made."""
        if PULLED not in node:
            warn(kind, message, node)

    def fill_concept(self, node: addnodes.pending_xref, concept: Concept) -> None:
        """Redirect *node* to *concept*, its text as its role has it."""
        if node["reftype"] == "definition":
            self.fill_definition(node, concept)
            return
        self.report_replaced(node, concept)
        self.by_role[node["reftype"]](node, concept)
        if concept.status is ConceptStatus.DRAFT:
            node.replace_self(node.children)
        node["refdomain"], node["reftype"], node["reftarget"] = "glossary", "term", concept.id

    def report_replaced(self, node: addnodes.pending_xref, concept: Concept) -> None:
        """Report a concept that is gone, unless the writer's own title shows that it is meant."""
        replacements = self.glossary.replacements(concept)
        if replacements and node["reftype"] != "name" and not node["refexplicit"]:
            self.warn(ProblemKind.REPLACED_CONCEPT, checks.replaced(concept, replacements), node)

    def fill_comparison(self, node: addnodes.pending_xref) -> None:
        """Show the title of the comparison, the whole of it in headings, or the writer's own."""
        comparison = self.glossary.find_comparison(node["reftarget"])
        if comparison and not node["refexplicit"]:
            if isinstance(element_around(node), (nodes.title, nodes.rubric)):
                title = line_nodes(self.context, self.context.title_line(comparison))
            else:
                title = [nodes.Text(self.context.short_title(comparison))]
            _set_text(node, *title)

    def fill_term(self, node: addnodes.pending_xref, concept: Concept) -> None:
        """Show words of the page's language as written, anything else as the approved name."""
        if node["refexplicit"]:
            return
        shown = self.glossary.text(node["reftarget"], concept, self.context.locale)
        if shown.text != node.astext() or shown.locale != self.context.locale:
            _set_text(node, self.context.name(shown))
        if self.glossary.is_to_avoid(shown, concept):
            use = self.glossary.name(concept, self.context.locale).text
            message = f"{shown.text!r} is a name to avoid; write {use!r} or the id {concept.id!r}"
            self.warn(ProblemKind.NAME_TO_AVOID, message, node)

    def fill_name(self, node: addnodes.pending_xref, concept: Concept) -> None:
        """Show the name in the language after the ``@``, or in the page's."""
        _target, asked = split_target("name", node["reftarget"])
        locale = asked or self.context.locale
        if locale not in self.glossary.locales:
            message = checks.unknown_language(locale, self.glossary)
            self.warn(ProblemKind.UNKNOWN_LANGUAGE, message, node)
        elif not node["refexplicit"]:
            _set_text(node, self.context.name(self.glossary.name(concept, locale)))

    def fill_definition(self, node: addnodes.pending_xref, concept: Concept) -> None:
        """Put the definition in the place of *node*, in the same line."""
        definition = make_definition(self.context, concept)
        inline = nodes.inline("", "", *definition.children, classes=list(definition["classes"]))
        inline["classes"].append("glossary-definition")
        node.replace_self(inline)
        for inner in list(inline.findall(is_reference)):
            self.fill(inner)  # type: ignore[arg-type]

    def fill_abbreviation(self, node: addnodes.pending_xref, concept: Concept) -> None:
        """Show the short form, at its first use on a page after the full one."""
        short = self.glossary.abbreviation(concept, self.context.locale)
        if short is None:
            message = f"the concept {concept.id!r} has no :abbreviation:; write :term: instead"
            self.warn(ProblemKind.NO_ABBREVIATION, message, node)
            self.fill_term(node, concept)
            return
        full = self.glossary.name(concept, self.context.locale)
        if node["refexplicit"]:
            return
        classes = [] if short.locale == self.context.locale else language_classes(short.locale)
        form = nodes.abbreviation("", short.text, explanation=full.text, classes=classes)
        if concept.id in self.expanded:
            _set_text(node, form)
        else:
            self.expanded.add(concept.id)
            form.attributes.pop("explanation")
            before, _field, after = in_parentheses("{form}").partition("{form}")
            parts = (self.context.name(full), nodes.Text(before), form, nodes.Text(after))
            _set_text(node, *parts)


def _set_text(node: addnodes.pending_xref, *content: nodes.Node) -> None:
    """Show *content*, within the inline node that gives the reference its classes."""
    inner = node[0]
    assert isinstance(inner, nodes.Element)
    inner.children = []
    inner += list(content)
