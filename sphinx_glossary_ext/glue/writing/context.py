"""What a page needs to know to show names."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from sphinx_glossary_ext.addresses import Addresses, find_addresses
from sphinx_glossary_ext.glue.nodes import CARDS, HAS_CARD
from sphinx_glossary_ext.glue.writing.as_nodes import piece_node
from sphinx_glossary_ext.glue.writing.pieces import Piece, name_piece
from sphinx_glossary_ext.glue.writing.strings import interface_locale
from sphinx_glossary_ext.glue.writing.titles import comparison_title, title_parts
from sphinx_glossary_ext.linguistics.collation import SortKey, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders import Builder

    from sphinx_glossary_ext.glossary import Glossary, ShownName
    from sphinx_glossary_ext.glue.usage import Usage
    from sphinx_glossary_ext.glue.writing.concept_map import Drawing
    from sphinx_glossary_ext.model import Comparison, Concept, Span

ONE_FILE_OF_MANY: Final = frozenset({"epub", "singlehtml"})
"""Builders of HTML that rewrite links between pages afterwards, and so must have nodes."""


JOINED_FORMATS: Final = ("latex", "texinfo")
"""Where all documents are one, so that a link without a document leads into the wrong one."""


class PageTitle(NamedTuple):
    """The title of a page; titles compare as readers of the page's language expect."""

    key: SortKey
    text: str
    docname: str


@dataclass(frozen=True)
class PageContext:
    """One page, in one language, from one builder.

    *docname* is the page being written, *glossary* all that can be shown on it, *usage* which
    pages refer to what, *titles*, *definitions*, *cards*, *structured_data* and *drawings* those
    that any page of the build has asked for, definitions by page and concept.
    """

    glossary: Glossary
    usage: Usage
    locale: str
    docname: str
    builder: Builder
    titles: dict[str, PageTitle] = field(default_factory=dict)
    definitions: dict[str, dict[str, nodes.paragraph]] = field(default_factory=dict)
    page_uris: dict[str, str] = field(default_factory=dict, init=False)
    cards: dict[str, bytes] = field(default_factory=dict)
    structured_data: dict[str, str] = field(default_factory=dict)
    drawings: dict[str, Drawing | None] = field(default_factory=dict)

    @property
    def is_html(self) -> bool:
        """Whether names can have their readings above them."""
        return self.builder.format == "html"

    @cached_property
    def writes_pages(self) -> bool:
        """Whether this build writes a page of HTML for each document."""
        return self.is_html and self.builder.name not in ONE_FILE_OF_MANY

    @cached_property
    def has_cards(self) -> bool:
        """Whether links to entries show cards."""
        return self.writes_pages and bool(self.builder.config.glossary_tooltips)

    @property
    def has_maps(self) -> bool:
        """Whether entries have maps of their relations, as far as they can be laid out."""
        return self.writes_pages and bool(self.builder.config.glossary_map)

    @property
    def link_base(self) -> str:
        """The page from which links are reckoned; none where pages are joined before they come."""
        return "" if self.builder.format in JOINED_FORMATS else self.docname

    @cached_property
    def interface_locale(self) -> str:
        """The locale of the interface's words, if it is another than the page's."""
        return interface_locale(self.locale)

    def word(self, text: str, *, tag: str = "", css_class: str = "") -> Piece:
        """Return the piece for words of the interface, marked where nobody has translated them."""
        return Piece(text, locale=self.interface_locale, tag=tag, css_class=css_class)

    def name(self, shown: ShownName, *, with_reading: bool = False) -> nodes.Node:
        """Return the node for a name: its language marked if it is not the page's."""
        if shown.locale == self.locale and not (with_reading and shown.reading):
            return nodes.Text(shown.text)
        piece = name_piece(shown, self.locale, with_reading=with_reading)
        return piece_node(self, piece)

    def link_to(self, docname: str, anchor: str, content: nodes.Element) -> nodes.Node:
        """Return a link to *anchor* on *docname*, only *content* where the builder has no pages."""
        try:
            return make_refnode(self.builder, self.link_base, docname, anchor, content)
        except NoUri:
            return content

    def with_card(self, link: nodes.reference, concept: str) -> nodes.reference:
        """Return *link*, which shows the card of *concept* where the build has cards."""
        if self.has_cards:
            link["classes"].append(HAS_CARD)
            link[CARDS] = [concept]
        return link

    def uri(self, docname: str, anchor: str) -> str:
        """Return where *anchor* on *docname* is, seen from this page; nothing without *docname*."""
        if not docname:
            return ""
        fragment = f"#{anchor}" if anchor else ""
        if docname == self.docname:
            return fragment or "#"
        if docname not in self.page_uris:
            self.page_uris[docname] = self.builder.get_relative_uri(self.docname, docname)
        return self.page_uris[docname] + fragment

    def title(self, comparison: Comparison) -> str:
        """Return the title of *comparison* for a place where it stands alone."""
        return comparison_title(comparison, self.glossary, self.locale)

    def title_line(self, comparison: Comparison) -> list[Piece]:
        """Return that title with the interface's words marked where nobody has translated them."""
        before, names, after = title_parts(comparison, self.glossary, self.locale)
        pieces = (self.word(before), Piece(names), self.word(after))
        return [piece for piece in pieces if piece.text]

    def short_title(self, comparison: Comparison) -> str:
        """Return the title of *comparison* for a place that says already that it is one."""
        return self.glossary.comparison_title(comparison, self.locale)

    def heading_text(self, span: Span) -> str:
        """Return what a reader of the page sees of *span* in a heading."""
        comparison = self.glossary.find_comparison(span.target) if span.role == "compare" else None
        return self.title(comparison) if comparison else self.glossary.span_text(span, self.locale)

    def page_title(self, docname: str) -> PageTitle:
        """Return the title of the page *docname*, its name if it has none."""
        if docname not in self.titles:
            title = self.builder.env.titles.get(docname)
            text = title.astext() if title is not None else docname
            self.titles[docname] = PageTitle(self._title_key(text), text, docname)
        return self.titles[docname]

    def _title_key(self, text: str) -> SortKey:
        """Return where a title stands among others; one that is a name is read as that is."""
        concept = self.glossary.find_one(text, self.locale)
        name = concept and self.glossary.name(concept, self.locale)
        reading = name.reading if name and name.text == text else ""
        return sort_key(text, reading, self.locale)

    def in_order(self, concepts: Iterable[Concept]) -> list[Concept]:
        """Return *concepts* in the order of their names on the page."""
        names = [(self.glossary.name(concept, self.locale), concept) for concept in concepts]
        names.sort(
            key=lambda pair: (sort_key(pair[0].text, pair[0].reading, self.locale), pair[1].id)
        )
        return [concept for _name, concept in names]

    @cached_property
    def addresses(self) -> Addresses:
        """Where pages stand in every language."""
        config = self.builder.config
        return find_addresses(config.glossary_link_template, config.html_baseurl, os.environ)

    def foreign_uri(self, concept: Concept, locale: str) -> str:
        """Return where the entry of *concept* is in *locale*; nothing if that is not known."""
        if not self.addresses.template:
            return ""
        page = self.builder.get_target_uri(concept.docname)
        return self.foreign_address(locale, page=page, anchor=f"#{concept.anchor}")

    def foreign_address(self, locale: str, *, page: str, anchor: str) -> str:
        """Return where *anchor* on *page* is in *locale*; nothing if that is not known."""
        if not self.writes_pages:
            return ""
        return self.addresses.relative(locale, root=self.root, page=page, anchor=anchor)

    @cached_property
    def root(self) -> str:
        """The way from this page up to the root of the build."""
        return "../" * self.builder.get_target_uri(self.docname).count("/")
