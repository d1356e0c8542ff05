"""What a page needs to know to show names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale
from docutils import nodes
from sphinx.errors import NoUri
from sphinx.locale import get_translation
from sphinx.util.nodes import make_refnode

from sphinx_glossary_ext.glue.nodes import ruby
from sphinx_glossary_ext.glue.page import comparison_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.builders import Builder

    from sphinx_glossary_ext.glossary import Glossary, ShownName
    from sphinx_glossary_ext.glue.usage import Usage
    from sphinx_glossary_ext.model import Comparison, Concept

_ = get_translation("sphinx_glossary_ext")

READ_THE_DOCS_TEMPLATE = "{root}../../{lang}/{version}/{page}{anchor}"


@dataclass(frozen=True)
class PageContext:
    """One page, in one language, from one builder.

    *docname* is the page being written, *glossary* all that can be shown on it, *usage* which
    pages refer to what.
    """

    glossary: Glossary
    usage: Usage
    locale: str
    docname: str
    builder: Builder

    @property
    def is_html(self) -> bool:
        """Whether the page can have ruby and links to pages in other languages."""
        return self.builder.format == "html"

    def name(self, shown: ShownName, *, with_reading: bool = False) -> nodes.Node:
        """Return the node for a name: its language marked if it is not the page's."""
        classes = [] if shown.locale == self.locale else [language_class(shown.locale)]
        if with_reading and shown.reading:
            return self._with_reading(shown, classes)
        if classes:
            return nodes.inline("", shown.text, classes=classes)
        return nodes.Text(shown.text)

    def link(self, concept: Concept, shown: ShownName | None = None) -> nodes.Node:
        """Return a link to the entry of *concept*, its text the name unless *shown* is given."""
        name = self.name(shown or self.glossary.name(concept, self.locale))
        content = nodes.inline("", "", name, classes=["xref", "std", "std-term"])
        return self.link_to(concept.docname, concept.anchor, content)

    def link_to(self, docname: str, anchor: str, content: nodes.Element) -> nodes.Node:
        """Return a link to *anchor* on *docname*, only *content* where the builder has no pages."""
        try:
            return make_refnode(self.builder, self.docname, docname, anchor, content)
        except NoUri:
            return content

    def title(self, comparison: Comparison) -> str:
        """Return the title of *comparison*."""
        return comparison_title(comparison, self.glossary, self.locale)

    def page_title(self, docname: str) -> str:
        """Return the title of the page *docname*, its name if it has none."""
        title = self.builder.env.titles.get(docname)
        return title.astext() if title is not None else docname

    def foreign_uri(self, concept: Concept, locale: str) -> str:
        """Return where the entry of *concept* is in *locale*; nothing if that is not known."""
        template = self.builder.config.glossary_link_template or _detected_template()
        if not template or not self.is_html or self.builder.name in {"epub", "singlehtml"}:
            return ""
        root = "../" * self.builder.get_target_uri(self.docname).count("/")
        return str(template).format(
            root=root,
            lang=url_code(locale),
            page=self.builder.get_target_uri(concept.docname),
            anchor=f"#{concept.anchor}",
            version=os.environ.get("READTHEDOCS_VERSION", ""),
        )

    def _with_reading(self, shown: ShownName, classes: Sequence[str]) -> nodes.Node:
        if self.is_html:
            return ruby("", shown.text, reading=shown.reading, classes=list(classes))
        return nodes.inline("", f"{shown.text} ({shown.reading})", classes=list(classes))


def _detected_template() -> str:
    return READ_THE_DOCS_TEMPLATE if os.environ.get("READTHEDOCS") == "True" else ""


def url_code(locale: str) -> str:
    """Return the code of *locale* in addresses, as Read the Docs has them: ``pt-br``."""
    return locale.replace("_", "-").lower()


def language_class(locale: str) -> str:
    """Return the class of which docutils makes a ``lang`` attribute (BCP 47)."""
    return "language-" + locale.replace("_", "-")


def language_name(locale: str) -> str:
    """Return what a language calls itself."""
    parsed = Locale.parse(locale)
    return str(parsed.get_display_name(parsed)).capitalize() if parsed.language else locale


def joined(parts: Iterable[Iterable[nodes.Node]]) -> list[nodes.Node]:
    """Return the nodes of all *parts*, with the page's own comma between two parts."""
    result: list[nodes.Node] = []
    for part in parts:
        if result:
            result.append(nodes.Text(_(", ")))
        result.extend(part)
    return result


def field(label: str, *body: nodes.Node) -> nodes.field:
    """Return one field of what an entry says of its concept."""
    return nodes.field("", nodes.field_name("", label), nodes.field_body("", *body))


def inline_field(label: str, *content: nodes.Node) -> nodes.field:
    """Return a field that holds one line."""
    return field(label, nodes.paragraph("", "", *content))
