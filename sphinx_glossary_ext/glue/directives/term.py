"""``term``: one concept, defined once."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, Any, Final

from sphinx_glossary_ext.glue.directives.blocks import adopt_blocks, blocks_in
from sphinx_glossary_ext.glue.nodes import concept_entry
from sphinx_glossary_ext.glue.options import GlossaryDirective
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.linguistics.slugs import slug
from sphinx_glossary_ext.model import Concept, ConceptStatus, PartOfSpeech, Place, Relation
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes

WRITTEN_RELATIONS: Final = tuple(r for r in Relation if r is not Relation.REPLACES)
"""The relations that have an option; the other side of replaced-by is only ever shown."""

PARTS_OF_SPEECH: Final = {str(part): part for part in PartOfSpeech}
STATUSES: Final = {str(status): status for status in ConceptStatus}


class TermDirective(GlossaryDirective):
    """Define one concept; the argument is its name, as typed."""

    required_arguments = 1
    known_options = (
        *("id", "qualifier", "synonyms", "deprecated", "abbreviation", "reading"),
        *("part-of-speech", "subject", "exact-match", "source", "not-in", "status"),
        *("do-not-translate", "case-sensitive"),
        *WRITTEN_RELATIONS,
    )

    def make_nodes(self) -> list[nodes.Node]:
        """Return the entry; the concept is noted unless nothing can identify it."""
        concept = self.parse_concept()
        if concept.id:
            self.domain.note_concept(concept, self.env.docname)
        return [self.make_entry(concept)]

    def parse_concept(self) -> Concept:
        """Return the concept as the options describe it, its definition still to be read."""
        name, qualifier = " ".join(self.arguments[0].split()), self.text("qualifier")
        source, line = self.place_of()
        return Concept(
            id=self.parse_id(lambda: slug(name, qualifier)),
            name=name,
            qualifier=qualifier,
            reading=self.text("reading"),
            synonyms=self.several("synonyms"),
            deprecated=self.several("deprecated"),
            abbreviation=self.text("abbreviation"),
            subjects=self.several("subject"),
            docname=self.env.docname,
            place=Place(intern(source), line, tuple(self.lines_of_relations())),
            **self.parse_properties(),
        )

    def parse_properties(self) -> dict[str, Any]:
        """Return what is said of the concept rather than of its names."""
        return {
            "part_of_speech": self.choice("part-of-speech", PARTS_OF_SPEECH, None),
            "relations": tuple((r, id_) for r in WRITTEN_RELATIONS for id_ in self.several(r)),
            "exact_matches": self.addresses("exact-match"),
            "source": self.text("source"),
            "do_not_translate": self.flag("do-not-translate"),
            "case_sensitive": self.flag("case-sensitive"),
            "not_in": self.several("not-in"),
            "status": self.choice("status", STATUSES, ConceptStatus.APPROVED),
        }

    def lines_of_relations(self) -> Iterator[tuple[str, int]]:
        """Yield the lines of the relations: what is wrong with them shows once all is read."""
        for relation in WRITTEN_RELATIONS:
            if relation in self.options:
                yield str(relation), self.place_of(relation)[1]

    def make_entry(self, concept: Concept) -> concept_entry:
        """Return the entry, with the id that is the same in every language."""
        body = self.parse_content_to_nodes()
        if not body:
            message = f"the term {concept.name!r} has no definition; write one paragraph"
            self.warn(ProblemKind.EMPTY_BODY, message)
        self.report_owned_blocks(body)
        adopt_blocks(body, kinds=("examples", "dialogue"))
        entry = concept_entry("", *body, concept=concept.id, written=concept.name)
        entry["classes"] = self.classes()
        if concept.status is ConceptStatus.DRAFT:
            entry["draft"] = True
        entry.source, entry.line = concept.place.path, concept.place.line
        if concept.id and concept.anchor not in self.state.document.ids:
            entry["ids"].append(concept.anchor)
            self.state.document.note_explicit_target(entry)
        self.add_name(entry)
        return entry

    def report_owned_blocks(self, body: list[nodes.Node]) -> None:
        """Report blocks that name a concept: here they can only be this one's."""
        for block in blocks_in(body):
            if block["target"] and block["kind"] != "aspects":
                message = (
                    f"{block['kind']} inside a term are that concept's; "
                    f"leave {block['target']!r} out"
                )
                warn(ProblemKind.MISPLACED, message, block)
