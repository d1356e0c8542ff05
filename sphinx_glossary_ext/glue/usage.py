"""Which pages refer to which concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.glue.page import Shown
    from sphinx_glossary_ext.model import Concept


class Usage(NamedTuple):
    """The pages that refer to each concept, by its id, in the order of their names."""

    by_concept: Mapping[str, tuple[str, ...]]

    def pages(self, concept: Concept) -> tuple[str, ...]:
        """Return the pages that refer to *concept*, its own left out."""
        return self.by_concept.get(concept.id, ())


def find_usage(shown: Mapping[str, Shown], glossary: Glossary, locale: str) -> Usage:
    """Return which of the pages *shown* refer to what; a page that compares is listed elsewhere."""
    pages: dict[str, list[str]] = {}
    for docname in sorted(shown):
        compared = {c.id for t in shown[docname].pulled for c in glossary.find(t, locale)}
        used = (glossary.find_one(target, locale) for target in shown[docname].concept_targets)
        for id_ in dict.fromkeys(concept.id for concept in used if concept):
            if id_ not in compared and glossary.by_id[id_].docname != docname:
                pages.setdefault(id_, []).append(docname)
    return Usage({id_: tuple(docnames) for id_, docnames in pages.items()})
