"""The titles of comparisons where they stand alone: the author's, else made of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation

if TYPE_CHECKING:
    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.model import Comparison

_ = get_translation("sphinx_glossary_ext")


def comparison_title(comparison: Comparison, glossary: Glossary, locale: str) -> str:
    """Return the title to show: the author's, else one made of the names, none inflected."""
    return "".join(title_parts(comparison, glossary, locale))


def title_parts(comparison: Comparison, glossary: Glossary, locale: str) -> tuple[str, str, str]:
    """Return the interface's words before the names, the names, and the words after them."""
    title = glossary.comparison_title(comparison, locale)
    if comparison.title:
        return "", title, ""
    before, _field, after = _("Comparison: {names}").partition("{names}")
    return before, title, after
