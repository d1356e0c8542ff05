"""Placeholders that a page carries until it is written, when the names are known.

None of them reaches a writer, except the last two, and those only in HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sphinx.application import Sphinx

HAS_CARD: Final = "glossary-term"
"""The class of a link that shows a card."""

CARDS: Final = "glossary_cards"
"""Where a link, or a part of a page that is HTML already, keeps the ids of the concepts whose
cards it shows."""


ASK_ALL_DOMAINS: Final = frozenset({"any", "myst"})
"""The types of the references of ``:any:`` and of MyST's links to a bare target."""


class concept_name(nodes.Inline, nodes.TextElement):  # noqa: N801
    """The name of the concept *target* in the language of the page.

    Its *form* is ``plain``, or ``column``: a link, told apart from the concepts *beside* it.
    """


class concept_definition(nodes.General, nodes.Element):  # noqa: N801
    """The definition of the concept *target*, pulled from its entry."""


class concept_block(nodes.General, nodes.Element):  # noqa: N801
    """Examples, a dialogue or aspects (*kind*), until the directive around takes them over."""


class concept_comparison(nodes.General, nodes.Element):  # noqa: N801
    """A comparison of the concepts *targets*; its children are the author's."""


class concept_entry(nodes.General, nodes.Element):  # noqa: N801
    """The entry of the concept *concept*, its name as *written*; its children are the author's.

    It may be marked as a *draft*. The list around it is made when the page is written: Sphinx keeps
    all pages in memory until then, and there its four nodes are more than the text. Also, Locale
    would make a standard term of any term with an id.
    """


class concept_index(nodes.General, nodes.Element):  # noqa: N801
    """The index of all concepts."""


class concept_coverage(nodes.General, nodes.Element):  # noqa: N801
    """The table of how far each language is."""


def nodes_of(types: Container[Any], root: nodes.Element) -> list[Any]:
    """Return the nodes below *root*, itself included, of exactly these *types*, in their order.

    docutils' own ``findall`` hands each node up through every level above it; on a page of entries,
    which lie deep, that takes several times as long.
    """
    found: list[nodes.Node] = []
    waiting: list[nodes.Node] = [root]
    while waiting:
        node = waiting.pop()
        if type(node) in types:
            found.append(node)
        if node.children:
            waiting += node.children[::-1]
    return found


def element_around(node: nodes.Node) -> nodes.Element:
    """Return the title, paragraph or the like whose text *node* is a part of."""
    around: nodes.Element = node.parent
    while isinstance(around, nodes.Inline):
        around = around.parent
    return around


def is_in_table(node: nodes.Node) -> bool:
    """Return whether *node* stands in a table, in which most writers can have no other."""
    while (node := node.parent) is not None:
        if isinstance(node, nodes.table):
            return True
    return False


def remove_targets_before(node: nodes.Element) -> None:
    """Remove the targets that have given *node* their ids: LaTeX writes a label for either."""
    siblings = node.parent.children
    position = siblings.index(node)
    while position and _leads_to(siblings[position - 1], node):
        position -= 1
        del siblings[position]


def _leads_to(node: nodes.Node, other: nodes.Element) -> bool:
    return isinstance(node, nodes.target) and node.get("refid") in other["ids"]


def any_targets(document: nodes.document) -> list[str]:
    """Return what the page refers to by a role or a link that asks every domain."""
    references = nodes_of((addnodes.pending_xref,), document)
    return [node["reftarget"] for node in references if node["reftype"] in ASK_ALL_DOMAINS]


class ruby(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A run of a name with its *reading*, for HTML; other builders get both as text."""


class written_html(nodes.General, nodes.Element):  # noqa: N801
    """A part of a page that is HTML already (*html*), for builders that write pages of it."""


def cards_shown(document: nodes.document) -> Iterator[str]:
    """Yield the ids of the concepts whose cards a page shows, once for each link."""
    for node in nodes_of((nodes.reference, written_html), document):
        yield from node.get(CARDS, ())


PLACEHOLDERS = (
    concept_name,
    concept_definition,
    concept_block,
    concept_comparison,
    concept_entry,
    concept_index,
    concept_coverage,
)


def visit_ruby(translator: Any, node: ruby) -> None:
    """Open a ruby element."""
    translator.body.append(translator.starttag(node, "ruby", ""))


def depart_ruby(translator: Any, node: ruby) -> None:
    """Write the reading, in parentheses for browsers without ruby, and close the element."""
    reading = translator.encode(node["reading"])
    translator.body.append(f"<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>")


def visit_written_html(translator: Any, node: written_html) -> None:
    """Write the part as it is."""
    translator.body.append(node["html"])


def depart_written_html(_translator: Any, _node: written_html) -> None:
    """Do nothing: there is nothing to close."""


def register(app: Sphinx) -> None:
    """Make the nodes known to Sphinx."""
    for node in PLACEHOLDERS:
        app.add_node(node)
    app.add_node(ruby, html=(visit_ruby, depart_ruby))
    app.add_node(written_html, html=(visit_written_html, depart_written_html))
