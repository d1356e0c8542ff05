"""Signs that stand around names, as each language sets them."""

from __future__ import annotations

from typing import Final

from sphinx_glossary_ext.linguistics.locales import language_of

_PARENTHESES: Final = {"ja": "{}（{}）", "zh": "{}（{}）", "ko": "{}({})"}
"""Full-width brackets bring their own space (Japanese: W3C, Requirements for Japanese Text Layout,
3.1.2; Chinese: GB/T 15834); Korean ones touch the word before (한글 맞춤법, appendix on signs)."""


def with_remark(name: str, remark: str, locale: str) -> str:
    """Return *name* with *remark* behind it in parentheses, as a text in *locale* has them.

    >>> with_remark("고객", "client", "ko"), with_remark("asiakas", "client", "fi")
    ('고객(client)', 'asiakas (client)')
    """
    return _PARENTHESES.get(language_of(locale), "{} ({})").format(name, remark)
