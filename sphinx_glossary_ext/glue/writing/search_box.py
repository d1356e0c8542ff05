"""What a page tells the search box of its index; without scripts it is an empty element."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.locale import get_translation

from sphinx_glossary_ext.glue import search
from sphinx_glossary_ext.glue.events import domain_of
from sphinx_glossary_ext.glue.writing.strings import coverage_mark
from sphinx_glossary_ext.index_data import COVERAGE_LETTERS
from sphinx_glossary_ext.linguistics.locales import language_name, language_tag

if TYPE_CHECKING:
    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.glue.writing.index import IndexChoice

_ = get_translation("sphinx_glossary_ext")


def search_box_html(context: PageContext, choice: IndexChoice) -> str:
    """Return the element that becomes the search box of the index that *choice* leaves."""
    script = search.index_script(domain_of(context.builder.env), context.builder)
    settings = {
        "languages": [
            [locale, language_name(locale), language_tag(locale), _address(context, locale)]
            for locale in choice.locales(context)
        ],
        "subjects": choice.subjects,
        "letters": choice.letters,
        "number": choice.number,
        "root": context.root,
        "words": _words(),
    }
    lang = f' lang="{context.interface_locale}"' if context.interface_locale else ""
    text = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    return (
        f'<div class="glossary-search"{lang} data-digest="{script.digest}" '
        f'data-file="{search.FILE}" data-settings="{escape(text)}"></div>\n'
    )


def _address(context: PageContext, locale: str) -> str:
    """Return where entries in *locale* are; nothing if that is not known."""
    if locale == context.locale:
        return "{root}{page}{anchor}".replace("{root}", context.root)
    return context.foreign_address(locale, page="{page}", anchor="{anchor}")


def _words() -> dict[str, Any]:
    """Return the box's words; none of them inflects a name or depends on a number."""
    return {
        "label": _("Search the index"),
        "hint": _("Any name, in any language"),
        "found": _("Concepts found: {number}"),
        "window": _("Concepts found: {number}. Shown: {first} to {last}."),
        "more": _("Show more"),
        "previous": _("Show previous"),
        "match": _("found by {name}"),
        "avoid": _("avoid: {name}"),
        "remark": _(" ({remark})"),
        "subject": _("Subject"),
        "allSubjects": _("All subjects"),
        "first": _("First language"),
        "sort": _("Sort by"),
        "relevance": _("Relevance"),
        "loading": _("Loading the names…"),
        "missing": _("The names could not be loaded, so there is no search; the links work."),
        "stale": _("This page and its search are from two builds; some names may differ."),
        "marks": {letter: coverage_mark(kind) for kind, letter in COVERAGE_LETTERS.items()},
    }
