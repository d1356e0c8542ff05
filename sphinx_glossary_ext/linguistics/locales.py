"""What a locale's name says about its language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.core import get_locale_identifier
from babel.core import parse_locale as parse_subtags

_AFTER_LANGUAGE: Final = re.compile(r"[-_@.].*", re.DOTALL)

_WRITTEN: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*(?:@\w+)?", re.ASCII)

_SCRIPTS: Final = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}
"""POSIX' modifiers that tell the script (of the locales of the GNU C library), and ISO 15924's."""


@lru_cache
def language_of(locale: str) -> str:
    """Return the language subtag of *locale*, in lower case.

    Both spellings are read: POSIX, as in ``pt_BR.UTF-8``, and BCP 47, as in ``pt-BR``.

    >>> language_of("ko_KR"), language_of("ko-Kore-KR"), language_of("")
    ('ko', 'ko', '')
    """
    return _AFTER_LANGUAGE.sub("", locale).lower()


def is_locale_name(text: str) -> bool:
    """Tell whether *text* is written as a locale, known or not, and so can name its folder.

    Neither ``root`` is, which CLDR knows, nor ``ja.bak``.

    >>> is_locale_name("pt_BR"), is_locale_name("pt-BR"), is_locale_name("../ja")
    (True, True, False)
    """
    return _WRITTEN.fullmatch(text) is not None


def parse_locale(identifier: str) -> Locale | None:
    """Return the locale that *identifier* (``pt_BR``, ``pt-BR``) names, if CLDR knows it.

    >>> str(parse_locale("sr_RS@latin"))
    'sr_Latn_RS'
    """
    try:
        return Locale.parse(_with_script(identifier.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        return None


@lru_cache
def posix_name(locale: str) -> str:
    """Return *locale* as gettext's folders spell it; as written, if it cannot be read.

    >>> posix_name("pt-br"), posix_name("zh-hant"), posix_name("zh_TW"), posix_name("sr@latin")
    ('pt_BR', 'zh_Hant', 'zh_TW', 'sr@latin')
    """
    try:
        return get_locale_identifier(parse_subtags(locale.replace("-", "_")))
    except ValueError:
        return locale


@lru_cache
def language_tag(locale: str) -> str:
    """Return *locale* in the spelling of BCP 47, which HTML asks for.

    A modifier is left out, unless it tells the script.

    >>> language_tag("pt_BR"), language_tag("sr@latin"), language_tag("de@euro")
    ('pt-BR', 'sr-Latn', 'de')
    """
    return _with_script(locale).partition("@")[0].replace("_", "-")


def url_code(locale: str) -> str:
    """Return the code of *locale* in addresses, as Read the Docs has them.

    >>> url_code("pt_BR"), url_code("ja")
    ('pt-br', 'ja')
    """
    return locale.replace("_", "-").lower()


@cache
def language_name(locale: str) -> str:
    """Return what a language calls itself, capital first: it stands alone.

    Where CLDR has no name, that is *locale* as written.

    >>> language_name("fi"), language_name("pt_BR"), language_name("xx")
    ('Suomi', 'Português (Brasil)', 'xx')
    """
    parsed = parse_locale(locale)
    name = parsed and parsed.get_display_name(parsed)
    # a title's capital: in Georgian, which has none, upper case would be another alphabet
    return name[:1].title() + name[1:] if name else locale


def cldr_locale(locale: str) -> Locale:
    """Return what CLDR knows of *locale*, of English where it does not know it.

    >>> str(cldr_locale("pt-br")), str(cldr_locale("tlh"))
    ('pt_BR', 'en')
    """
    return parse_locale(locale) or Locale("en")


def _with_script(locale: str) -> str:
    """Return *locale* with its script where BCP 47 and CLDR have it, after the language."""
    name, _, modifier = locale.partition("@")
    if script := _SCRIPTS.get(modifier):
        language = language_of(name)
        return f"{language}_{script}{name[len(language) :]}"
    return locale
