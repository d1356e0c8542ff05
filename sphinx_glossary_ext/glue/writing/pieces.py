"""What entries and the index say, before it becomes HTML or nodes.

An index of thousands of concepts as docutils nodes costs more than all other pages together: every
transform walks through every name. HTML builders therefore write pieces as they are, and only the
others get nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from sphinx_glossary_ext.glossary import ShownName

_ = get_translation("sphinx_glossary_ext")


class Piece(NamedTuple):
    """A run of text.

    *locale* is given where it is not the page's. *docname* and *anchor* lead to another page of
    this build, *uri* anywhere else, to a page in *target_locale* if that is given. *concept* is the
    id of that which a link to its entry shows on a card. *tag* and *css_class* say what the text
    is.
    """

    text: str
    locale: str = ""
    reading: str = ""
    docname: str = ""
    anchor: str = ""
    uri: str = ""
    target_locale: str = ""
    concept: str = ""
    tag: str = ""
    css_class: str = ""

    @property
    def is_internal(self) -> bool:
        """Whether the piece, if it is a link, leads to a page of the site."""
        return "://" not in self.uri


Line: TypeAlias = Sequence[Piece]


class Field(NamedTuple):
    """A label with lines, or with a table; with a *summary*, the lines wait behind it in HTML."""

    label: str
    lines: Sequence[Line] = ()
    table: Table | None = None
    summary: str = ""


class Cell(NamedTuple):
    """A cell of a table: a line for each name, or numbers with a *bar* that shows them."""

    lines: Sequence[Line]
    locale: str = ""
    bar: tuple[int, ...] = ()


class Row(NamedTuple):
    """A row of a table; with a *heading_id*, one cell that goes across it and can be jumped to.

    *entry* is the address of the entry that the row is about, for scripts that look for it.
    """

    cells: Sequence[Cell]
    heading_id: str = ""
    entry: str = ""


class Table(NamedTuple):
    """A table; the first cell of every row is a heading of its own.

    *widths* are those of the columns in characters, where a table is written in such; all alike if
    there are none. *is_plain* is one that looks like a list and not as the theme has its tables,
    *is_long* one that goes on over pages where there are such.
    """

    css_class: str
    heads: Sequence[Piece]
    rows: Iterable[Row]
    widths: Sequence[int] = ()
    is_plain: bool = False
    is_long: bool = False


def name_piece(shown: ShownName, page_locale: str, *, with_reading: bool = True) -> Piece:
    """Return the piece for a name, its language marked if it is not the page's."""
    locale = "" if shown.locale == page_locale else shown.locale
    return Piece(shown.text, locale=locale, reading=shown.reading if with_reading else "")


def joined(lines: Iterable[Line]) -> list[Piece]:
    """Return one line of all *lines*, with the page's own comma between two."""
    result: list[Piece] = []
    for line in lines:
        if result:
            result.append(Piece(_(", ")))
        result.extend(line)
    return result


def in_lines(field: Field) -> Field:
    """Return *field* with a line for each row of its table, if it has one."""
    if field.table is None:
        return field
    return field._replace(lines=[_in_line(row) for row in field.table.rows], table=None)


def _in_line(row: Row) -> Line:
    head, *others = ([piece for line in cell.lines for piece in line] for cell in row.cells)
    return [*head, Piece(_(": ")), *joined(filter(None, others))]


def concepts_linked(fields: Iterable[Field]) -> list[str]:
    """Return the ids of the concepts that *fields* link to, each once."""
    pieces = (piece for field in fields for line in field.lines for piece in line)
    return list(dict.fromkeys(piece.concept for piece in pieces if piece.concept))


def in_parentheses(text: str) -> str:
    """Return *text* as a remark behind a name, in the page's own parentheses."""
    return _(" ({remark})").replace("{remark}", text)


def linked(piece: Piece, docname: str, anchor: str, *, concept: str = "") -> Piece:
    """Return *piece* as a link to a page of this build, which may show the card of *concept*."""
    return piece._replace(docname=docname, anchor=anchor, uri="", concept=concept)
