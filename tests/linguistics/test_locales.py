"""What a locale's name says, in addresses and to readers."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.linguistics.locales import language_name, language_tag, url_code


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("fi", "Suomi"),
        ("ja", "日本語"),
        ("pt_BR", "Português (Brasil)"),
        ("pt-br", "Português (Brasil)"),
        # in the script of its texts
        ("sr", "Српски"),
        ("sr@latin", "Srpski (latinica)"),
        ("sr_RS@latin", "Srpski (latinica, Srbija)"),
        ("ca@valencia", "Català"),
        # Georgian has no capitals that stand at the head of a word
        ("ka", "ქართული"),
        ("xx", "xx"),
        ("", ""),
    ],
)
def test_what_languages_call_themselves(locale: str, name: str) -> None:
    assert language_name(locale) == name


@pytest.mark.parametrize(
    ("locale", "tag", "code"),
    [
        ("ja", "ja", "ja"),
        ("pt_BR", "pt-BR", "pt-br"),
        ("zh_Hant_TW", "zh-Hant-TW", "zh-hant-tw"),
        ("sr_RS@latin", "sr-Latn-RS", "sr-rs@latin"),
        ("uz@cyrillic", "uz-Cyrl", "uz@cyrillic"),
        ("de@euro", "de", "de@euro"),
    ],
)
def test_two_spellings(locale: str, tag: str, code: str) -> None:
    assert (language_tag(locale), url_code(locale)) == (tag, code)
