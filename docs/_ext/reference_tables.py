"""The manual's tables that the code itself can fill: warnings, configuration, the JSON Schema.

Texts are ordinary nodes of the page, so that translators find them in its catalogue; names and
types are the same in every language.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from docutils import nodes
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective

from sphinx_glossary_ext import exchange, problems
from sphinx_glossary_ext.glue import config
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

Schema: TypeAlias = dict[str, Any]
Cell: TypeAlias = str | nodes.paragraph
"""A text to be translated, or a paragraph that is finished."""

SCHEMA_PATH: Final = Path(str(exchange.__file__)).with_name("glossary.schema.json")

NAMED: Final = "named_by_section"
"""Marks a link whose text is the title of the section that it leads to."""

REBUILDS: Final = {"env": "pages are read again", "html": "pages are written again"}
"""What a new value means for the pages of an earlier build, by Sphinx's name for it."""


class ReferenceDirective(SphinxDirective):
    """Makes tables whose messages all have the place of the directive."""

    def make_table(
        self, head: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]
    ) -> nodes.table:
        """Return a table with *widths* in per cent."""
        group = nodes.tgroup("", cols=len(widths))
        group += [nodes.colspec("", colwidth=width) for width in widths]
        group += nodes.thead("", self.make_row(head))
        group += nodes.tbody("", *(self.make_row(row) for row in rows))
        return nodes.table("", group, classes=["colwidths-given"])

    def make_row(self, cells: Sequence[Cell]) -> nodes.row:
        """Return a row with a paragraph in each cell."""
        return nodes.row("", *(nodes.entry("", self.make_paragraph(cell)) for cell in cells))

    def make_paragraph(self, content: Cell) -> nodes.paragraph:
        """Return *content* as a paragraph; a text is parsed as the page's markup."""
        if isinstance(content, nodes.paragraph):
            return content
        children, messages = self.parse_inline(content, lineno=self.lineno)
        paragraph = nodes.paragraph(content, "", *children, *messages)
        self.set_source_info(paragraph)
        return paragraph

    def make_section(self, title: str, *content: nodes.Node) -> nodes.section:
        """Return a section with an address of its own."""
        heading = nodes.title(title, title)
        self.set_source_info(heading)
        section = nodes.section("", heading, *content, ids=[section_id(title)])
        self.set_source_info(section)
        return section


class WarningTable(ReferenceDirective):
    """Every kind of warning, with the docstring of its enum member."""

    def run(self) -> list[nodes.Node]:
        """Return the table, a row per kind, each with an address of its own."""
        self.env.note_dependency(problems.__file__)
        rows = [
            (literally(f"glossary.{kind}", anchor=f"glossary-{kind}"), meaning)
            for kind, meaning in warning_meanings()
        ]
        return [self.make_table(("Warning", "Meaning"), rows, (40, 60))]


class ConfigTable(ReferenceDirective):
    """Every configuration value, from the metadata of its field."""

    def run(self) -> list[nodes.Node]:
        """Return the table, a row per value, each with an address of its own."""
        self.env.note_dependency(str(config.__file__))
        rows = [
            (
                literally(f"glossary_{item.name}", anchor=f"glossary_{item.name}"),
                literally(*map(type_name, item.metadata["types"])),
                literally(repr(item.default)),
                REBUILDS[item.metadata["rebuild"]],
                quotes_to_code(item.metadata["help"]),
            )
            for item in fields(config.GlossaryConfig)
        ]
        head = ("Value", "Type", "Default", "On change", "Meaning")
        return [self.make_table(head, rows, (24, 10, 14, 18, 34))]


class SchemaTables(ReferenceDirective):
    """A section for each object of the JSON Schema, with a table of its properties."""

    def run(self) -> list[nodes.Node]:
        """Return the sections, the root first."""
        self.env.note_dependency(str(SCHEMA_PATH))
        schema = json.loads(SCHEMA_PATH.read_text("utf-8"))
        definitions = schema["$defs"]
        return [self.describe(part, definitions) for part in parts_of(schema)]

    def describe(self, part: Schema, definitions: Schema) -> nodes.section:
        """Return the section for *part*: what it is, then its properties or its pattern."""
        content: list[nodes.Node] = [self.make_paragraph(part["description"])]
        if "pattern" in part:
            content.append(literally(part["pattern"]))
        rows = list(property_rows(part, definitions))
        if rows:
            head = ("Property", "Type", "Required", "Meaning")
            content.append(self.make_table(head, rows, (22, 24, 12, 42)))
        return self.make_section(part["title"], *content)


def warning_meanings() -> Iterator[tuple[ProblemKind, str]]:
    """Yield each kind with its docstring in one line.

    :raises KeyError: a kind has no docstring
    """
    comments = ModuleAnalyzer.for_module(problems.__name__).find_attr_docs()
    for kind in ProblemKind:
        yield kind, " ".join(" ".join(comments["ProblemKind", kind.name]).split())


def parts_of(schema: Schema) -> Iterator[Schema]:
    """Yield what deserves a section: *schema* with the objects inside it, then its definitions."""
    if "properties" in schema or "pattern" in schema or "propertyNames" in schema:
        yield schema
    inner = [*schema.get("properties", {}).values(), *filter(None, [schema.get("items")])]
    for value in inner:
        yield from (part for part in parts_of(value) if part.get("type") == "object")
    for definition in schema.get("$defs", {}).values():
        yield from parts_of(definition)


def property_rows(part: Schema, definitions: Schema) -> Iterator[Sequence[Cell]]:
    """Yield a row per property of *part*; one for all where only their pattern is known."""
    required = part.get("required", ())
    for name, value in part.get("properties", {}).items():
        described = value if "description" in value else referred(value, definitions)
        yield (
            literally(name),
            fixed(*type_nodes(value, definitions)),
            fixed(nodes.Text("✓" if name in required else "")),
            described["description"],
        )
    if names := part.get("propertyNames"):
        value = part["additionalProperties"]
        meaning = referred(value, definitions)["description"]
        types = (type_nodes(schema, definitions) for schema in (names, value))
        yield (*(fixed(*nodes_) for nodes_ in types), fixed(), meaning)


def type_nodes(value: Schema, definitions: Schema) -> list[nodes.Node]:
    """Return what *value* may be; objects and definitions as links to their sections."""
    if "$ref" in value:
        return [link_to_section(referred(value, definitions)["title"])]
    if "properties" in value:
        return [link_to_section(value["title"])]
    if "items" in value:
        return [nodes.Text("array: "), *type_nodes(value["items"], definitions)]
    if "enum" in value or "const" in value:
        allowed = value.get("enum", [value.get("const")])
        return literally(*map(json.dumps, allowed)).children
    return [nodes.Text(value["type"])]


def referred(value: Schema, definitions: Schema) -> Schema:
    """Return the definition that *value* refers to."""
    definition: Schema = definitions[value["$ref"].rpartition("/")[2]]
    return definition


def link_to_section(title: str) -> nodes.reference:
    """Return a link to the section of *title* on the same page, to be named as that is there."""
    return nodes.reference("", title, internal=True, refid=section_id(title), **{NAMED: True})


def name_links(app: Sphinx, document: nodes.document, docname: str) -> None:
    """When a page is translated: give the links to its sections the titles that these have now."""
    links = [link for link in document.findall(nodes.reference) if NAMED in link]
    if links:
        titles = {s["ids"][0]: s[0].astext() for s in document.findall(nodes.section)}
        for link in links:
            link.children = [nodes.Text(titles[link["refid"]])]


def section_id(title: str) -> str:
    """Return the id of the section of *title*."""
    return f"json-{nodes.make_id(title)}"


def literally(*texts: str, anchor: str = "") -> nodes.paragraph:
    """Return *texts* as code with commas between them; *anchor* makes it a place to link to."""
    code = [nodes.literal("", text) for text in texts]
    separated = [node for item in code for node in (nodes.Text(", "), item)][1:]
    if not anchor:
        return fixed(*separated)
    return fixed(nodes.inline("", "", *separated, ids=[nodes.make_id(anchor)]))


def fixed(*content: nodes.Node) -> nodes.paragraph:
    """Return a paragraph that is the same in every language."""
    return nodes.paragraph("", "", *content, translatable=False)


def quotes_to_code(text: str) -> str:
    """Return *text* with what stands in single quotes, as in messages, made code."""
    return re.sub(r"'([^']*)'", r"`\1`", text)


def type_name(type_: type) -> str:
    """Return the name of *type_* as one writes its values in conf.py."""
    return "None" if type_ is type(None) else type_.__name__


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directives known to Sphinx."""
    app.add_directive("warning-table", WarningTable)
    app.add_directive("config-table", ConfigTable)
    app.add_directive("schema-tables", SchemaTables)
    app.connect("doctree-resolved", name_links)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
