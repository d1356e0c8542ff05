"""What stands inside ``term`` and ``compare``: examples, dialogues, aspects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docutils import nodes

from sphinx_glossary_ext.glue.nodes import concept_block
from sphinx_glossary_ext.glue.options import GlossaryDirective
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

LIST_ITEM: Final = re.compile(r"\s*([*+-]|\(?(\d+|#|[A-Za-z])[.)]) ")
"""How the first item of a list begins, in reST and in Markdown."""


class BlockDirective(GlossaryDirective):
    """One list: of examples, or of the turns of a dialogue.

    Inside ``compare`` the argument says, by id or name, whose it is.
    """

    optional_arguments = 1

    def make_nodes(self) -> list[nodes.Node]:
        """Return a block that the directive around it takes over."""
        if self.is_list_read_as_argument():
            return self.report_list_as_argument()
        body = self.parse_content_to_nodes()
        if not body:
            message = f"the {self.name} directive is empty; write a list in it"
            self.warn(ProblemKind.EMPTY_BODY, message)
            return []
        block = concept_block("", *body, kind=self.kind, target=self.target)
        block["classes"] = self.classes()
        self.set_source_info(block)
        self.add_name(block)
        return self.check_list(block)

    @property
    def kind(self) -> str:
        """What the block holds: the directive's name."""
        return self.name.rpartition(":")[2]

    @property
    def target(self) -> str:
        """The concept that the argument names; empty where there is none."""
        return " ".join(self.arguments[0].split()) if self.arguments else ""

    def is_list_read_as_argument(self) -> bool:
        """Return whether reST took the first item for an argument: no blank line before it."""
        return bool(self.arguments) and LIST_ITEM.match(self.arguments[0]) is not None

    def report_list_as_argument(self) -> list[nodes.Node]:
        """Report the missing blank line, and show the list all the same."""
        message = f"a list was read as the argument of {self.name}; put a blank line before it"
        self.warn(ProblemKind.LIST_AS_ARGUMENT, message)
        return self.parse_text_to_nodes(self.arguments[0], allow_section_headings=False)

    def check_list(self, block: concept_block) -> list[nodes.Node]:
        """Return the block, or only its children if they are no list."""
        lists = [child for child in block if isinstance(child, nodes.Sequential)]
        if len(lists) == 1 and _only_extras(block, lists[0]):
            return [block]
        message = f"the {self.name} directive holds one list, an item each, and nothing else"
        self.warn(ProblemKind.INVALID_LIST, message)
        return list(block.children)


class AspectsDirective(BlockDirective):
    """The aspects of a comparison: the body of a list-table, a row each."""

    optional_arguments = 0


def _only_extras(block: nodes.Element, the_list: nodes.Node) -> bool:
    extras = (nodes.system_message, nodes.comment, nodes.target)
    return all(child is the_list or isinstance(child, extras) for child in block)


def blocks_in(body: Iterable[nodes.Node]) -> Iterator[concept_block]:
    """Yield the blocks in *body* that no directive has taken over yet."""
    for node in body:
        if isinstance(node, concept_block):
            if "adopted" not in node:
                yield node
        elif isinstance(node, nodes.Element) and not isinstance(node, nodes.TextElement):
            # a paragraph holds none, and most entries hold nothing but paragraphs
            yield from (b for b in node.findall(concept_block) if "adopted" not in b)


def adopt_blocks(body: Iterable[nodes.Node], *, kinds: Container[str]) -> None:
    """Take over the blocks in *body* that are of one of *kinds*: they stand where they belong."""
    for block in blocks_in(body):
        if block["kind"] in kinds:
            block["adopted"] = True
