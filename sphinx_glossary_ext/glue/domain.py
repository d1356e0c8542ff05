"""The domain: what each page defines, refers to and shows; everything else is derived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.domains import Domain, ObjType
from sphinx.locale import get_translation
from sphinx.util.nodes import make_refnode

from sphinx_glossary_ext.glue.derived import Derived
from sphinx_glossary_ext.glue.directives import DIRECTIVES
from sphinx_glossary_ext.glue.nodes import any_targets
from sphinx_glossary_ext.glue.roles import ROLES
from sphinx_glossary_ext.model import ConceptStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from docutils import nodes
    from docutils.parsers.rst import Directive
    from sphinx import addnodes
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.roles import XRefRole
    from sphinx.util.typing import RoleFunction

    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.glue import page
    from sphinx_glossary_ext.glue.freshness import Freshness
    from sphinx_glossary_ext.glue.inventory import InventoryObject
    from sphinx_glossary_ext.glue.usage import Usage
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Comparison, Concept

_ = get_translation("sphinx_glossary_ext")


class GlossaryDomain(Domain):
    """Concepts and comparisons by document, with what each document shows of them."""

    name = "glossary"
    label = "Glossary"
    directives: ClassVar[dict[str, type[Directive]]] = dict(DIRECTIVES)
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = dict(ROLES)
    object_types: ClassVar[dict[str, ObjType]] = {
        # not "term": Sphinx's search makes an anchor of its own from that
        "concept": ObjType(_("concept"), "term", "name", "definition", "abbr"),
        "comparison": ObjType(_("comparison"), "compare"),
    }
    data_version = 7
    initial_data: ClassVar[dict[str, Any]] = {
        "concepts": {},
        "standard_entries": {},
        "comparisons": {},
        "shown": {},
        "named_texts": {},
        "any_targets": {},
        "standard_terms": [],
    }
    by_docname = tuple(key for key in initial_data if key != "standard_terms")

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.touched: set[str] = set()
        """The pages read in this process that have anything of ours."""
        self.freshness: Freshness | None = None
        """Which pages are to be written; None until all have been read."""
        self.builder: Builder | None = None
        """For whom pages are written."""
        self.derived = Derived()
        """What follows from all that has been read."""

    # ---- what pages say

    @property
    def concepts(self) -> dict[str, list[Concept]]:
        """The concepts that each document defines."""
        concepts: dict[str, list[Concept]] = self.data["concepts"]
        return concepts

    @property
    def standard_entries(self) -> dict[str, list[Concept]]:
        """The entries of Sphinx's own glossaries in each document."""
        entries: dict[str, list[Concept]] = self.data["standard_entries"]
        return entries

    @property
    def comparisons(self) -> dict[str, list[Comparison]]:
        """The comparisons that each document makes."""
        comparisons: dict[str, list[Comparison]] = self.data["comparisons"]
        return comparisons

    @property
    def shown(self) -> dict[str, page.Shown]:
        """What each document shows of concepts, its own and others'."""
        shown: dict[str, page.Shown] = self.data["shown"]
        return shown

    @property
    def named_texts(self) -> dict[str, list[page.NamedText]]:
        """The titles and captions of each document that hold names, and what its labels show."""
        texts: dict[str, list[page.NamedText]] = self.data["named_texts"]
        return texts

    @property
    def any_targets(self) -> dict[str, list[str]]:
        """What each document refers to without a word about what kind of thing it is."""
        targets: dict[str, list[str]] = self.data["any_targets"]
        return targets

    def note_concept(self, concept: Concept, docname: str) -> None:
        """Store that *docname* defines *concept*."""
        self.concepts.setdefault(docname, []).append(concept)

    def note_comparison(self, comparison: Comparison, docname: str) -> None:
        """Store that *docname* makes *comparison*."""
        self.comparisons.setdefault(docname, []).append(comparison)

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Store what the page shows, now that it is translated."""
        own = {concept.anchor for concept in self.concepts.get(docname, ())}
        if env.config.glossary_std and any(id_[:5] == "term-" for id_ in document.ids.keys() - own):
            self.note_standard_entries(docname, document)
        if docname not in self.touched:
            self.any_targets[docname] = any_targets(document)
            return
        self.touched.discard(docname)
        from sphinx_glossary_ext.glue.page import read_page, with_definition

        content = read_page(document, env.config.language, self.source_language)
        self.concepts[docname] = [
            with_definition(concept, content.definitions.get(concept.id))
            for concept in self.concepts.get(docname, ())
        ]
        self.comparisons[docname] = [
            replace(comparison, title=content.comparison_titles.get(comparison.id, ()))
            for comparison in self.comparisons.get(docname, ())
        ]
        self.shown[docname] = content.shown
        self.named_texts[docname] = content.named_texts
        self.any_targets[docname] = content.any_targets

    def note_standard_entries(self, docname: str, document: nodes.document) -> None:
        """Store the entries of Sphinx's own glossaries; their names are part of what is shown."""
        from sphinx_glossary_ext.glue.standard import read_entries

        entries = list(read_entries(document, self.env, docname, self.source_language))
        if entries:
            self.standard_entries[docname] = entries
            self.touched.add(docname)

    def clear_doc(self, docname: str) -> None:
        """Forget what *docname* said."""
        for key in self.by_docname:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for key in self.by_docname:
            theirs = otherdata[key]
            self.data[key].update((d, theirs[d]) for d in docnames if d in theirs)

    def withdraw_standard_terms(self) -> None:
        """Take our concepts out of the standard terms before pages are read anew."""
        for name in self.data["standard_terms"]:
            self.env.domains.standard_domain.objects.pop(("term", name), None)
        self.data["standard_terms"] = []

    # ---- what follows from it

    @property
    def source_language(self) -> str:
        """The language in which concepts are defined."""
        return str(self.env.config.glossary_source_language)

    @property
    def is_empty(self) -> bool:
        """Whether no page defines or compares anything."""
        stored = (self.concepts, self.standard_entries, self.comparisons)
        return not any(any(by_docname.values()) for by_docname in stored)

    @property
    def glossary(self) -> Glossary:
        """All concepts with all their names, read once per build."""
        if self.derived.glossary is None:
            from sphinx_glossary_ext.glue.catalogues import read_glossary

            self.derived.glossary = read_glossary(self)
        return self.derived.glossary

    @property
    def locale(self) -> str:
        """The locale whose names this build shows."""
        return self.glossary.locale_of(self.env.config.language)

    @property
    def usage(self) -> Usage:
        """Which pages refer to what."""
        if self.derived.usage is None:
            from sphinx_glossary_ext.glue.usage import find_usage

            self.derived.usage = find_usage(self.shown, self.glossary, self.locale)
        return self.derived.usage

    def forget(self) -> None:
        """Have everything put together anew: pages or catalogues may have changed."""
        self.derived = Derived()

    def context(self, docname: str) -> PageContext:
        """Return what the page *docname* needs to show names."""
        if self.derived.context is None or self.derived.context.docname != docname:
            self.derived.context = self._make_context(docname)
        return self.derived.context

    def _make_context(self, docname: str) -> PageContext:
        from sphinx_glossary_ext.glue.writing.context import PageContext

        assert self.builder is not None, "a page is written after the builder is inited"
        return PageContext(
            glossary=self.glossary,
            usage=self.usage,
            titles=self.derived.titles,
            definitions=self.derived.definitions,
            cards=self.derived.cards,
            structured_data=self.derived.structured_data,
            drawings=self.derived.drawings,
            locale=self.locale,
            docname=docname,
            builder=self.builder,
        )

    def all_concepts(self) -> tuple[Concept, ...]:
        """Return the concepts of all documents, in the order of the documents' names."""
        concepts = [c for docname in sorted(self.concepts) for c in self.concepts[docname]]
        if self.standard_entries:
            from sphinx_glossary_ext.glue.standard import identified

            found = self.standard_entries
            entries = [entry for docname in sorted(found) for entry in found[docname]]
            concepts += identified(entries, concepts)
        return tuple(concepts)

    def all_comparisons(self) -> tuple[Comparison, ...]:
        """Return the comparisons of all documents, in the order of the documents' names."""
        return tuple(c for docname in sorted(self.comparisons) for c in self.comparisons[docname])

    # ---- what Sphinx asks

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002
        """Return the kind of object for search results, without the domain before it."""
        return str(type.lname)

    def get_objects(self) -> Iterable[InventoryObject]:
        """Return concepts under every name in every language, for inventories and the search."""
        if self.is_empty:
            return ()
        from sphinx_glossary_ext.glue.inventory import objects

        return objects(self.glossary, self.locale)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Link to the concept or comparison with the id *target*; its text stands already."""
        found: Concept | Comparison | None = self.glossary.by_id.get(target)
        if typ == "compare":
            found = self.glossary.find_comparison(target)
        if found is None:
            return None
        link = make_refnode(builder, fromdocname, found.docname, found.anchor, contnode)
        return link if typ == "compare" else self.context(fromdocname).with_card(link, found.id)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Link to every concept that has *target* as an id or a name."""
        if ("term", target.lower()) in env.domains.standard_domain.objects:
            return []  # the standard domain, which looks for just that, has found it already
        found = self.glossary.find(target, self.locale)
        return [
            ("glossary:term", make_refnode(builder, fromdocname, c.docname, c.anchor, contnode))
            for c in found
            if c.status is not ConceptStatus.DRAFT
        ]
