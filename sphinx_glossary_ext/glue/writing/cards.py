"""The card that a link to a concept shows: its content, as data for the script in the page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.writing.entry import grammar
from sphinx_glossary_ext.glue.writing.in_script import script_json
from sphinx_glossary_ext.glue.writing.names import first_name
from sphinx_glossary_ext.glue.writing.pieces import Line, Piece, name_piece
from sphinx_glossary_ext.linguistics.locales import language_name, language_tag
from sphinx_glossary_ext.linguistics.readings import read_over

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept

_ = get_translation("sphinx_glossary_ext")


class Run(TypedDict):
    """A run of text; *lang* is given where it is not the page's."""

    text: str
    lang: NotRequired[str]
    reading: NotRequired[str]


Runs: TypeAlias = list[Run]


class Card(TypedDict):
    """What a card shows; *names* are pairs of a language and the name in it.

    The keys are those that the script reads.
    """

    name: Runs
    grammar: Runs
    definition: Runs
    names: list[tuple[Runs, Runs]]


def card_json(context: PageContext, concept: Concept) -> str:
    """Return the card of *concept* as JSON, the same on every page and so made only once."""
    if known := context.cards.get(concept.id):
        return known.decode()
    card = script_json(_make_card(context, concept))
    # a str with one letter beyond Latin-1 takes twice the room, and all cards are kept
    context.cards[concept.id] = card.encode()
    return card


def cards_json(context: PageContext, concepts: Iterable[Concept]) -> str:
    """Return the cards of *concepts*, by the address to which the page links, as JSON."""
    cards = (
        f"{script_json(context.uri(concept.docname, concept.anchor))}:{card_json(context, concept)}"
        for concept in concepts
    )
    return f"{{{','.join(cards)}}}"


def _make_card(context: PageContext, concept: Concept) -> Card:
    name = context.glossary.name(concept, context.locale)
    return {
        "name": _runs([name_piece(name, context.locale)]),
        "grammar": _runs(grammar(context, concept)),
        "definition": _runs(_definition(context, concept)),
        "names": [
            (_language(locale, _(": ")), _runs(first_name(context, concept, locale)))
            for locale in context.glossary.locales
            if locale != context.locale
        ],
    }


def _definition(context: PageContext, concept: Concept) -> Line:
    """Return the definition; one that is not translated names other concepts in its own language.

    The entry has those names in the language of the page, but there they are links.
    """
    locale = concept.definition_locale
    text = context.glossary.plain_text(concept.definition, locale)
    return [Piece(text, locale="" if locale == context.locale else locale)]


@cache
def _language(locale: str, colon: str) -> Runs:
    return _runs([Piece(language_name(locale), locale=locale), Piece(colon)])


def _runs(line: Line) -> Runs:
    runs: Runs = []
    for piece in line:
        if piece.reading:
            read = read_over(piece.text, piece.reading)
            runs += [_run(text, piece.locale, reading) for text, reading in read]
        elif piece.text:
            runs.append(_run(piece.text, piece.locale))
    return runs


def _run(text: str, locale: str, reading: str = "") -> Run:
    run: Run = {"text": text}
    if locale:
        run["lang"] = language_tag(locale)
    if reading:
        run["reading"] = reading
    return run
