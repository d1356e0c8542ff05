"""The interface's words for closed sets, in the language of the page.

Functions and not tables: which language that is, is known only when a page is written.
"""

from __future__ import annotations

from gettext import NullTranslations
from typing import Final

from sphinx.locale import get_translation, get_translator

from sphinx_glossary_ext.linguistics.locales import language_of
from sphinx_glossary_ext.model import ConceptStatus, Coverage, PartOfSpeech, Relation

_ = get_translation("sphinx_glossary_ext")

ENGLISH: Final = "en"
"""In which the words are written, and stay where nobody has translated them."""


def interface_locale(page_locale: str) -> str:
    """Return the locale of the interface's words, if it is another than the page's."""
    is_translated = type(get_translator("sphinx_glossary_ext")) is not NullTranslations
    return "" if is_translated or language_of(page_locale) == ENGLISH else ENGLISH


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form for *count* things, by the rule of the language of the page."""
    return get_translator("sphinx_glossary_ext").ngettext(singular, plural, count)


def part_of_speech_word(part: PartOfSpeech) -> str:
    """Return the word for a part of speech."""
    return {
        PartOfSpeech.NOUN: _("noun"),
        PartOfSpeech.PROPER_NOUN: _("proper noun"),
        PartOfSpeech.VERB: _("verb"),
        PartOfSpeech.ADJECTIVE: _("adjective"),
        PartOfSpeech.ADVERB: _("adverb"),
        PartOfSpeech.PHRASE: _("phrase"),
        PartOfSpeech.PREFIX: _("prefix"),
        PartOfSpeech.SUFFIX: _("suffix"),
        PartOfSpeech.OTHER: _("other part of speech"),
    }[part]


def relation_label(relation: Relation, count: int = 1) -> str:
    """Return the label before so many concepts that stand in a relation."""
    return {
        Relation.BROADER: ngettext("Broader concept", "Broader concepts", count),
        Relation.NARROWER: ngettext("Narrower concept", "Narrower concepts", count),
        Relation.RELATED: _("See also"),
        Relation.CONTRAST: _("Contrast"),
        # one form in English, two in Finnish
        Relation.REPLACED_BY: ngettext("Replaced by", "Replaced by", count),
        Relation.REPLACES: ngettext("Replaces", "Replaces", count),
    }[relation]


def status_mark(status: ConceptStatus) -> str:
    """Return the word for a concept that is not simply in use; nothing for one that is."""
    return {
        ConceptStatus.DRAFT: _("draft"),
        ConceptStatus.APPROVED: "",
        ConceptStatus.DEPRECATED: _("no longer in use"),
    }[status]


def coverage_mark(coverage: Coverage) -> str:
    """Return the words for a name that a language does not have yet; nothing for one it has."""
    return {
        Coverage.APPROVED: "",
        Coverage.FUZZY: _("not yet approved"),
        Coverage.MISSING: _("not yet translated"),
        Coverage.NO_EQUIVALENT: _("no equivalent"),
    }[coverage]


def coverage_heading(coverage: Coverage) -> str:
    """Return the heading over the number of names that are so far."""
    return {
        Coverage.APPROVED: _("Approved"),
        Coverage.FUZZY: _("Not yet approved"),
        Coverage.MISSING: _("Missing"),
        Coverage.NO_EQUIVALENT: _("No equivalent"),
    }[coverage]


def block_label(kind: str) -> str:
    """Return the label over a block."""
    return {"examples": _("Examples"), "dialogue": _("Dialogue")}.get(kind, "")
