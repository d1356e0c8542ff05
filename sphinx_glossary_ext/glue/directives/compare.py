"""``compare``: two or more concepts side by side."""

from __future__ import annotations

from typing import Final

from docutils import nodes

from sphinx_glossary_ext.glue.directives.aspects import make_aspects_table
from sphinx_glossary_ext.glue.directives.blocks import adopt_blocks, blocks_in
from sphinx_glossary_ext.glue.nodes import concept_block, concept_comparison, concept_name
from sphinx_glossary_ext.glue.options import GlossaryDirective
from sphinx_glossary_ext.linguistics.keys import same_name
from sphinx_glossary_ext.linguistics.slugs import SlugError, slug
from sphinx_glossary_ext.model import Comparison, Place
from sphinx_glossary_ext.problems import ProblemKind

DIFFICULTIES = {str(level): level for level in range(1, 6)}

NO_ID: Final = (
    "no term above on this page has the name; write the id of its concept in place of the name, or "
    "add an :id: in ASCII"
)


class CompareDirective(GlossaryDirective):
    """Set concepts side by side; the argument names them, ``;`` between them."""

    required_arguments = 1
    known_options = ("id", "title", "difficulty")

    def make_nodes(self) -> list[nodes.Node]:
        """Return the comparison, its columns to be arranged when the page is written."""
        comparison = self.parse_comparison()
        title = self.make_title(comparison)
        body = self.parse_content_to_nodes()
        self.check(comparison, body)
        self.replace_aspects(comparison, body)
        adopt_blocks(body, kinds=("examples", "dialogue"))
        if comparison.id:
            self.domain.note_comparison(comparison, self.env.docname)
        return [self.make_comparison(comparison, title, body)]

    def parse_comparison(self) -> Comparison:
        """Return the comparison as the argument and the options describe it."""
        written = (" ".join(part.split()) for part in self.arguments[0].split(";"))
        targets = tuple(dict.fromkeys(filter(None, written)))
        source, line = self.place_of()
        return Comparison(
            id=self.parse_id(lambda: "-vs-".join(map(self.id_of, targets)), hint=NO_ID),
            targets=targets,
            difficulty=self.choice("difficulty", DIFFICULTIES, None),
            docname=self.env.docname,
            place=Place(source, line),
        )

    def id_of(self, target: str) -> str:
        """Return what stands for *target* in the id: its slug, else the id of a term above.

        Terms on other pages may not have been read yet; an id must not depend on their order.

        :raises SlugError: there is neither
        """
        try:
            return slug(target)
        except SlugError:
            language = self.domain.source_language
            for concept in self.domain.concepts.get(self.env.docname, ()):
                if any(same_name(d.name, target, language) for d in concept.designations):
                    return concept.id
            raise

    def check(self, comparison: Comparison, body: list[nodes.Node]) -> None:
        """Report what the comparison lacks, and blocks of concepts that it does not name."""
        if len(comparison.targets) < 2:
            message = "a comparison needs two concepts or more; put ; between their ids"
            self.warn(ProblemKind.FEW_CONCEPTS, message)
        if not body:
            message = "the comparison is empty; say the difference in one paragraph"
            self.warn(ProblemKind.EMPTY_BODY, message)

    def make_title(self, comparison: Comparison) -> nodes.rubric:
        """Return the title: the author's, a message of the page, or one made from the names."""
        written = self.text("title")
        source, line = self.place_of("title")
        if written:
            children, messages = self.parse_inline(written, lineno=line)
            title = nodes.rubric(written, "", *children, *messages)
        else:
            names = (concept_name("", target=t, form="plain") for t in comparison.targets)
            title = nodes.rubric("", "", *names, translatable=False)
            title["generated"] = True
        title.source, title.line = source, line
        title["classes"].append("glossary-comparison-title")
        return title

    def replace_aspects(self, comparison: Comparison, body: list[nodes.Node]) -> None:
        """Make a table of each block of aspects."""
        for block in list(blocks_in(body)):
            if block["kind"] == "aspects":
                table = make_aspects_table(block, comparison.targets)
                _replace(body, block, table)

    def make_comparison(
        self, comparison: Comparison, title: nodes.rubric, body: list[nodes.Node]
    ) -> concept_comparison:
        """Return the comparison with its title and body."""
        node = concept_comparison("", title, *body)
        node["comparison"] = comparison.id
        node["targets"] = comparison.targets
        node["difficulty"] = comparison.difficulty
        node["classes"] = ["glossary-comparison", *self.classes()]
        self.set_source_info(node)
        if comparison.id and comparison.anchor not in self.state.document.ids:
            node["ids"].append(comparison.anchor)
            self.state.document.note_explicit_target(node)
        self.add_name(node)
        return node


def _replace(body: list[nodes.Node], old: concept_block, new: nodes.Node) -> None:
    if old in body:
        body[body.index(old)] = new
    else:
        old.replace_self(new)
