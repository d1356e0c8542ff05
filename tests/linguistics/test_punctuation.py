"""Remarks behind names, in the brackets of each language."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.linguistics.punctuation import with_remark


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en", "x (y)"),
        ("fi", "x (y)"),
        ("ja", "x（y）"),
        ("zh_Hant", "x（y）"),
        ("ko_KR", "x(y)"),
        ("xx", "x (y)"),
    ],
)
def test_a_remark_stands_in_the_brackets_of_the_language(locale: str, shown: str) -> None:
    assert with_remark("x", "y", locale) == shown


def test_names_may_hold_braces() -> None:
    assert with_remark("{0}", "{}", "ko") == "{0}({})"
