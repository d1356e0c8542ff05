"""The index as a table: a row per concept, a column per language."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.builders import entry_uri
from sphinx_glossary_ext.glue.writing.coverage import coverage_table
from sphinx_glossary_ext.glue.writing.names import language_head, name_lines
from sphinx_glossary_ext.glue.writing.pieces import Cell, Piece, Row, Table
from sphinx_glossary_ext.glue.writing.strings import part_of_speech_word
from sphinx_glossary_ext.index import grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sphinx_glossary_ext.glue.nodes import concept_index
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept

_ = get_translation("sphinx_glossary_ext")


class IndexChoice(NamedTuple):
    """What an index shows: nothing given means everything, and no further columns.

    *number* tells it from the others on its page.
    """

    languages: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    number: int = 0

    def locales(self, context: PageContext) -> tuple[str, ...]:
        """Return the columns' locales: the page's first, then as the glossary has them."""
        known = context.glossary.locales
        chosen = [locale for locale in known if locale in self.languages]
        return tuple(sorted(chosen or known, key=lambda locale: locale != context.locale))


def choice_of(node: concept_index) -> IndexChoice:
    """Return what the options of the directive chose."""
    options = (node[name] for name in ("languages", "subjects", "letters", "columns", "number"))
    return IndexChoice(*options)


class Letter(NamedTuple):
    """The concepts under one heading, and their rows, which are made only to be written."""

    heading: str
    id: str
    concepts: tuple[Concept, ...]
    rows: Callable[[], Iterator[Row]]


class Index(NamedTuple):
    """What an index shows: names, letter by letter, and how complete each language is."""

    heads: tuple[Piece, ...]
    letters: tuple[Letter, ...]
    coverage: Table

    def names(self, letters: Sequence[Letter]) -> Table:
        """Return the table of the names under *letters*."""
        headings = (Row([Cell([[Piece(letter.heading)]])], letter.id) for letter in letters)
        rows = (chain([row], letter.rows()) for row, letter in zip(headings, letters, strict=True))
        return Table("glossary-index", self.heads, chain.from_iterable(rows), is_long=True)


def make_index(context: PageContext, choice: IndexChoice) -> Index | None:
    """Return the index; None if no concept is left by *choice*."""
    groups = grouped(
        context.glossary, context.locale, subjects=choice.subjects, letters=choice.letters
    )
    if not groups:
        return None
    locales = choice.locales(context)
    concepts = [concept for group in groups for concept in group.concepts]
    return Index(
        heads=tuple(_heads(context, locales, choice.columns)),
        letters=tuple(
            Letter(
                group.heading,
                heading_id(choice.number, position),
                group.concepts,
                partial(_concept_rows, context, group.concepts, locales, choice.columns),
            )
            for position, group in enumerate(groups)
        ),
        coverage=coverage_table(context, locales, concepts),
    )


def heading_id(number: int, position: int) -> str:
    """Return the id of the heading at *position*; headings in kana or Hangul have no ASCII."""
    return f"glossary-index-{number}-{position}"


# ---- names


def _heads(context: PageContext, locales: Sequence[str], columns: Sequence[str]) -> Iterator[Piece]:
    for locale in locales:
        yield language_head(context, locale)
    for column in columns:
        yield context.word(_column_heading(column))


def _concept_rows(
    context: PageContext,
    concepts: Iterable[Concept],
    locales: Sequence[str],
    columns: Sequence[str],
) -> Iterator[Row]:
    for concept in concepts:
        cells = [Cell(list(name_lines(context, concept, loc, own_link=True))) for loc in locales]
        cells += [Cell([list(_column(context, concept, column))]) for column in columns]
        # the data of the search box has names alone: it takes other columns from these rows
        is_read = bool(columns) and context.writes_pages
        entry = entry_uri(context.builder, concept.docname, concept.anchor) if is_read else ""
        yield Row(cells, entry=entry)


def _column(context: PageContext, concept: Concept, column: str) -> Iterator[Piece]:
    if column == "definition" and concept.definition:
        source = context.glossary.source_language
        locale = "" if concept.definition_locale == context.locale else source
        yield Piece(context.glossary.definition(concept, context.locale), locale=locale)
    elif column == "part-of-speech" and concept.part_of_speech:
        yield context.word(part_of_speech_word(concept.part_of_speech))
    elif column == "subject":
        names = [context.glossary.subject(s, context.locale).text for s in concept.subjects]
        yield Piece(_(", ").join(names))


def _column_heading(column: str) -> str:
    return {
        "definition": _("Definition"),
        "part-of-speech": _("Part of speech"),
        "subject": _("Subject"),
    }[column]
