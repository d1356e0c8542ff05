"""The roles: ``:term:``, which replaces the standard one, and those of our own domain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from docutils.nodes import Element, Node, system_message
    from sphinx import addnodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

SET_ASIDE: Final = "glossary_reference"
"""Where a reference's own domain, type and target wait until Locale has done its work."""

ONE_FOR_LOCALE: Final = ("std", "term", "glossary")
"""Locale compares the targets of a message with those of its translation, and copies the
attributes of one onto the other; of all references only standard terms are left alone."""


NAMED_BY: Final = "glossary_named_by"
"""Text, target and role of a reference as written, where Sphinx keeps only what it showed last."""

_REFERENCE: Final = ("refdomain", "reftype", "reftarget")


class ConceptRole(XRefRole):
    """A reference to a concept, by its id or by any of its names.

    A translator may leave the target as it is or write the name in the own language; so every
    reference looks the same to Locale, which still warns where one is dropped.
    """

    def __init__(self) -> None:
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)

    def result_nodes(
        self, document: nodes.document, env: BuildEnvironment, node: Element, is_ref: bool
    ) -> tuple[list[Node], list[system_message]]:
        """Set the target of *node* aside and note that the page refers to a concept."""
        if is_ref:
            node[SET_ASIDE] = tuple(node[key] for key in _REFERENCE)
            node.attributes.update(zip(_REFERENCE, ONE_FOR_LOCALE, strict=True))
            env.domains["glossary"].touched.add(env.docname)  # type: ignore[attr-defined]
        return [node], []


ROLES: Final = {name: ConceptRole() for name in ("term", "name", "definition", "abbr", "compare")}
"""The roles of the domain; ``glossary:term`` is the long name of ``term``."""


def set_back(node: addnodes.pending_xref) -> None:
    """Give a reference its own domain, type and target back, if they were set aside."""
    if SET_ASIDE in node:
        own = node.attributes.pop(SET_ASIDE)
        node.attributes.update(zip(_REFERENCE, own, strict=True))


def register(app: Sphinx) -> None:
    """Replace the standard ``term`` role; ours hands on whatever it does not know."""
    app.add_role_to_domain("std", "term", ROLES["term"], override=True)
