"""The index as a table: a row per concept, a column per language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.writing.context import PageContext, language_class, language_name
from sphinx_glossary_ext.glue.writing.entry import names_in
from sphinx_glossary_ext.glue.writing.strings import coverage_heading, part_of_speech_word
from sphinx_glossary_ext.index import IndexGroup, coverage, grouped
from sphinx_glossary_ext.model import Concept, Coverage

if TYPE_CHECKING:
    from sphinx_glossary_ext.glue.nodes import concept_index

_ = get_translation("sphinx_glossary_ext")


@dataclass(frozen=True, slots=True)
class IndexChoice:
    """What an index shows: nothing given means everything, and no further columns."""

    languages: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def locales(self, context: PageContext) -> tuple[str, ...]:
        """Return the columns' locales: the page's first, then as the glossary has them."""
        known = context.glossary.locales
        chosen = [locale for locale in known if not self.languages or locale in self.languages]
        return tuple(sorted(chosen, key=lambda locale: locale != context.locale))


def choice_of(node: concept_index) -> IndexChoice:
    """Return what the options of the directive chose."""
    return IndexChoice(node["languages"], node["subjects"], node["letters"], node["columns"])


def make_index(context: PageContext, choice: IndexChoice) -> list[nodes.Node]:
    """Return the headings to jump to, a table of all names, and how complete each language is."""
    groups = grouped(
        context.glossary, context.locale, subjects=choice.subjects, letters=choice.letters
    )
    if not groups:
        return [nodes.paragraph("", _("No concepts."))]
    locales = choice.locales(context)
    concepts = [concept for group in groups for concept in group.concepts]
    return [
        _jumps(groups),
        _names_table(context, groups, locales, choice.columns),
        _coverage_table(context, locales, concepts),
    ]


def heading_id(position: int) -> str:
    """Return the id of the heading at *position*; headings in kana or Hangul have no ASCII."""
    return f"glossary-index-{position}"


def _jumps(groups: Sequence[IndexGroup]) -> nodes.paragraph:
    jumps = nodes.paragraph("", classes=["glossary-jumps"])
    for position, group in enumerate(groups):
        if position:
            jumps += nodes.Text(" | ")
        jumps += nodes.reference("", group.heading, refid=heading_id(position), internal=True)
    return jumps


# ---- names


def _names_table(
    context: PageContext,
    groups: Sequence[IndexGroup],
    locales: Sequence[str],
    columns: Sequence[str],
) -> nodes.table:
    width = len(locales) + len(columns)
    body = nodes.tbody("")
    for position, group in enumerate(groups):
        body += _heading_row(group.heading, position, width)
        body += [_concept_row(context, concept, locales, columns) for concept in group.concepts]
    heads = [_language_head(locale) for locale in locales]
    heads += [nodes.Text(_column_heading(column)) for column in columns]
    return _table(heads, body, "glossary-index", stubs=1)


def _heading_row(heading: str, position: int, width: int) -> nodes.row:
    label = nodes.paragraph("", "", nodes.strong("", heading))
    entry = nodes.entry("", label, ids=[heading_id(position)], classes=["glossary-heading"])
    if width > 1:
        entry["morecols"] = width - 1
    return nodes.row("", entry)


def _concept_row(
    context: PageContext, concept: Concept, locales: Sequence[str], columns: Sequence[str]
) -> nodes.row:
    cells = [_names_cell(context, concept, locale) for locale in locales]
    cells += [_column_cell(context, concept, column) for column in columns]
    return nodes.row("", *cells)


def _names_cell(context: PageContext, concept: Concept, locale: str) -> nodes.entry:
    classes = [] if locale == context.locale else [language_class(locale)]
    lines = list(names_in(context, concept, locale, own_link=True))
    block = nodes.line_block("", *(nodes.line("", "", *line) for line in lines))
    return nodes.entry("", block, classes=classes)


def _column_cell(context: PageContext, concept: Concept, column: str) -> nodes.entry:
    return nodes.entry("", nodes.paragraph("", "", *_column_content(context, concept, column)))


def _column_content(
    context: PageContext, concept: Concept, column: str
) -> Iterator[nodes.Node]:
    if column == "definition":
        yield nodes.Text(context.glossary.definition(concept, context.locale))
    elif column == "part-of-speech" and concept.part_of_speech:
        yield nodes.Text(part_of_speech_word(concept.part_of_speech))
    elif column == "subject":
        names = [context.glossary.subject(s, context.locale).text for s in concept.subjects]
        yield nodes.Text(_(", ").join(names))


def _column_heading(column: str) -> str:
    return {
        "definition": _("Definition"),
        "part-of-speech": _("Part of speech"),
        "subject": _("Subject"),
    }[column]


# ---- coverage


def _coverage_table(
    context: PageContext, locales: Sequence[str], concepts: Sequence[Concept]
) -> nodes.table:
    kinds = list(Coverage)
    body = nodes.tbody("")
    for found in coverage(context.glossary, locales, concepts):
        share = f"{100 * found.settled // found.total}%" if found.total else "–"
        numbers = [str(found.counts[kind]) for kind in kinds]
        cells = [_language_head(found.locale), *map(nodes.Text, [*numbers, share])]
        body += nodes.row("", *(nodes.entry("", nodes.paragraph("", "", c)) for c in cells))
    heads = [_("Language"), *map(coverage_heading, kinds), _("Complete")]
    return _table([nodes.Text(h) for h in heads], body, "glossary-coverage", stubs=1)


# ---- tables


def _language_head(locale: str) -> nodes.Node:
    return nodes.inline("", language_name(locale), classes=[language_class(locale)])


def _table(heads: Iterable[nodes.Node], body: nodes.tbody, name: str, *, stubs: int) -> nodes.table:
    cells = [nodes.entry("", nodes.paragraph("", "", head)) for head in heads]
    group = nodes.tgroup("", cols=len(cells))
    for position in range(len(cells)):
        stub = {"stub": 1} if position < stubs else {}
        group += nodes.colspec("", colwidth=100 // len(cells), **stub)
    group += nodes.thead("", nodes.row("", *cells))
    group += body
    return nodes.table("", group, classes=[name])
