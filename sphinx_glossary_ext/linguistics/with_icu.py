"""The order of any language that ICU knows, where PyICU is installed."""

from __future__ import annotations

import importlib
from typing import Any, Final

from sphinx_glossary_ext.linguistics.alphabet import SYMBOLS_HEADING, Order, Placement

_NORMAL_LABEL: Final = 0
"""``U_ALPHAINDEX_NORMAL``: a letter of the language, neither before, between nor after them."""


def icu_order(locale: str, others: Order) -> Order | None:
    """Return ICU's order for *locale*; None if PyICU is not installed or cannot read the name.

    :param locale: a locale's name; for a language that it does not know ICU has its root order
    :param others: the order of what is not written in the language's own script
    """
    try:
        icu = importlib.import_module("icu")
    except ImportError:
        return None
    wanted = icu.Locale(locale.replace("-", "_"))
    return None if wanted.isBogus() else _IcuOrder(icu, wanted, others)


class _IcuOrder:
    """Names in the language's script as ICU has them, after symbols and before other scripts.

    ICU gives what comes before and after its letters one label, so those go by another order.
    """

    def __init__(self, icu: Any, locale: Any, others: Order) -> None:
        self._collator = icu.Collator.createInstance(locale)
        self._buckets = icu.AlphabeticIndex(locale).buildImmutableIndex()
        self._others = others

    def place(self, text: str) -> Placement:
        """Return where *text* stands."""
        bucket = self._buckets.getBucketIndex(text)
        label, kind = self._buckets.getBucket(bucket)
        if kind == _NORMAL_LABEL:
            # Hexadecimal digits keep the order of the bytes. The bucket is compared first, for
            # ICU files some names under a letter from which its own order parts them.
            weight = f"1{bucket:04x}{self._collator.getSortKey(text).hex()}"
            return Placement(label, weight, "", "")
        other = self._others.place(text)
        rank = "0" if other.heading == SYMBOLS_HEADING else "2"
        return other._replace(primary=rank + other.primary)
