"""The passes over a page: after it is translated, and before it is written or extracted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_glossary_ext.glue import roles
from sphinx_glossary_ext.glue.nodes import concept_block, concept_entry, nodes_of
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

    from sphinx_glossary_ext.glue.domain import GlossaryDomain

AFTER_LOCALE = 21
AFTER_SUBSTITUTIONS = 221
BEFORE_REFERENCES = 5
AFTER_REFERENCES = 11


class SettlePage(SphinxTransform):
    """Right after Locale: give references their targets back, and report what is out of place."""

    default_priority = AFTER_LOCALE

    def apply(self, **kwargs: Any) -> None:
        """Settle the page, not the messages that Sphinx 8.2 passes through here as well."""
        touched = _domain(self).touched
        if self.env.docname in touched and not self.document["source"].endswith("<translated>"):
            for node in nodes_of(_SETTLED_BY, self.document):
                _SETTLED_BY[type(node)](node)


def _release_misplaced(block: concept_block) -> None:
    """Report a block that stands in no term and no comparison, and keep what it holds."""
    if "adopted" not in block:
        places = "no compare" if block["kind"] == "aspects" else "no term and no compare"
        message = f"{block['kind']} stands in {places}; move it into one"
        warn(ProblemKind.MISPLACED, message, block)
        block.replace_self(block.children)


_SETTLED_BY: dict[type[nodes.Node], Callable[[Any], None]] = {
    addnodes.pending_xref: roles.set_back,
    concept_block: _release_misplaced,
}


class DropSubstitutions(SphinxTransform):
    """After substitutions are made: drop those that hold references of ours.

    What they stand for is on the page only where it was put. A prolog has them on every page, and
    each would use a concept there, show its card, and report what is wrong once more.
    """

    default_priority = AFTER_SUBSTITUTIONS

    def apply(self, **kwargs: Any) -> None:
        """Remove them from the page, if it has anything of ours."""
        if self.env.docname in _domain(self).touched:
            from sphinx_glossary_ext.glue.page import is_ours

            for definition in self.document.substitution_defs.values():
                if any(map(is_ours, nodes_of((addnodes.pending_xref,), definition))):
                    definition.parent.remove(definition)


class FillPage(SphinxPostTransform):
    """Before references are resolved: fill in the names, from all pages and all catalogues."""

    default_priority = BEFORE_REFERENCES

    def run(self, **kwargs: Any) -> None:
        """Fill the page, if it has anything of ours or refers to a term."""
        domain = _domain(self)
        if domain.shown:
            from sphinx_glossary_ext.glue.writing import fill

            context = domain.context(self.env.docname)
            extracting = context.builder.name == "gettext"
            # a message whose node is replaced would not be extracted
            (fill.fill_references if extracting else fill.fill)(context, self.document)
        if domain.freshness:
            for docname in self.documents():
                domain.freshness.note_written(docname)

    def documents(self) -> Iterator[str]:
        """Yield the page and those that the builder has joined to it."""
        yield self.env.docname
        for joined in nodes_of((addnodes.start_of_file,), self.document):
            yield joined["docname"]


class LeaveDraftsOut(SphinxPostTransform):
    """Before messages are extracted: leave out the text of drafts, which is still to change.

    Their references are resolved by then, so that what is wrong with them has been told.
    """

    default_priority = AFTER_REFERENCES
    builders = ("gettext",)

    def run(self, **kwargs: Any) -> None:
        """Remove the entries of drafts."""
        for entry in nodes_of((concept_entry,), self.document):
            if entry.get("draft"):
                entry.parent.remove(entry)


def _domain(transform: SphinxTransform) -> GlossaryDomain:
    return cast("GlossaryDomain", transform.env.domains["glossary"])


def register(app: Sphinx) -> None:
    """Make the passes known to Sphinx."""
    app.add_transform(SettlePage)
    app.add_transform(DropSubstitutions)
    app.add_post_transform(FillPage)
    app.add_post_transform(LeaveDraftsOut)
