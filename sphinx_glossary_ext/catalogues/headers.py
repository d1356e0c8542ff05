"""What a catalogue's header may get wrong: its language, its plural rule, its charset."""

from __future__ import annotations

import codecs
import gettext
import re
from io import BytesIO
from typing import TYPE_CHECKING, Final

from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from sphinx_glossary_ext.linguistics.locales import parse_locale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

_PLURAL_FORMS: Final = re.compile(r"\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*([^;]+)")
_CHARSET: Final = re.compile(r"charset\s*=\s*([\w.:-]+)", re.IGNORECASE)
_SAMPLE: Final = range(201)
"""Numbers that reach every form of every plural rule in CLDR."""


def header_faults(header: str, locale: str) -> Iterator[str]:
    """Yield what is wrong with *header* in a catalogue of *locale*, each with a hint.

    :param header: the msgstr of the empty msgid
    :param locale: the locale of the folder that holds the catalogue
    """
    fields = header_fields(header)
    ours = parse_locale(locale)
    language = fields.get("language", "")
    if language and ours and not _agree(ours, parse_locale(language)):
        yield (
            f"the header says “Language: {language}”, the folder says {locale}: correct the "
            "header, or move the catalogue to the folder of its language"
        )
    rule = fields.get("plural-forms", "")
    if rule and (fault := _plural_fault(rule, ours)):
        yield f"the header's “Plural-Forms: {rule}” {fault}: copy the rule of the language"
    charset = charset_of(fields.get("content-type", ""))
    if charset.lower() not in ("", "utf-8", "utf8", "us-ascii", "ascii"):
        yield (
            f"the header says “charset={charset}” and the catalogue is in UTF-8: "
            "write “charset=UTF-8”"
        )


def header_fields(header: str) -> dict[str, str]:
    r"""Return the fields of a header, their names in lower case.

    >>> header_fields("Language: fi\nMIME-Version: 1.0\n")
    {'language': 'fi', 'mime-version': '1.0'}
    """
    pairs = (line.partition(":") for line in header.splitlines())
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def charset_of(text: str) -> str:
    """Return the charset that *text* declares, or nothing."""
    match = _CHARSET.search(text)
    return match[1] if match else ""


def obstacle(header: str) -> str:
    """Return why a catalogue with *header* is closed to Babel, and so to sphinx-intl; else nothing.

    It stops at a date that is none, and writes in the charset that is declared, which loses what
    that charset has not.

    :param header: the entry with the empty msgid, as it stands in the file
    """
    try:
        charset = read_po(BytesIO(header.encode())).charset or "utf-8"
        is_utf8 = codecs.lookup(charset).name == "utf-8"
    except (ValueError, LookupError) as error:
        return str(error)
    return "" if is_utf8 else f"charset={charset} in place of UTF-8"


def _agree(ours: Locale, theirs: Locale | None) -> bool:
    """Tell whether nothing in one locale contradicts the other."""
    if theirs is None or ours.language != theirs.language:
        return False
    pairs = ((ours.script, theirs.script), (ours.territory, theirs.territory))
    return all(a == b for a, b in pairs if a and b)


def _plural_fault(rule: str, locale: Locale | None) -> str:
    match = _PLURAL_FORMS.match(rule)
    if match is None:
        return "cannot be read"
    forms = int(match[1])
    try:
        plural = gettext.c2py(match[2].strip())
        highest = max(plural(n) for n in _SAMPLE)
    except (ValueError, ArithmeticError, RecursionError):
        return "cannot be computed"
    if highest >= forms:
        return f"needs {highest + 1} forms and declares {forms}"
    expected = _numbers_of_forms(locale) if locale else {forms}
    return "" if forms in expected else f"is not that of {locale}"


def _numbers_of_forms(locale: Locale) -> set[int]:
    """Return how many forms a language has in gettext's table and in CLDR, which may differ."""
    return {get_plural(str(locale))[0], len(locale.plural_form.tags) + 1}
