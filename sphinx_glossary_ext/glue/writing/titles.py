"""The titles of comparisons: the author's, else made of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list
from sphinx.locale import get_translation

from sphinx_glossary_ext.linguistics.locales import cldr_locale

if TYPE_CHECKING:
    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.model import Comparison

_ = get_translation("sphinx_glossary_ext")


def comparison_title(comparison: Comparison, glossary: Glossary, locale: str) -> str:
    """Return the title to show: the author's, else one made of the names, none inflected."""
    if comparison.title:
        return glossary.comparison_title(comparison, locale)
    return _("Comparison: {names}").replace("{names}", short_title(comparison, glossary, locale))


def short_title(comparison: Comparison, glossary: Glossary, locale: str) -> str:
    """Return the title for a place that says already that it is one of a comparison."""
    if comparison.title:
        return glossary.comparison_title(comparison, locale)
    return format_list(glossary.names_compared(comparison, locale), locale=cldr_locale(locale))
