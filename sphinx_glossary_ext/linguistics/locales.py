"""What a locale's name says about its language."""

from __future__ import annotations

import re

_AFTER_LANGUAGE = re.compile(r"[-_@.].*", re.DOTALL)


def language_of(locale: str) -> str:
    """Return the language subtag of *locale*, in lower case.

    Both spellings are read: POSIX, as in ``pt_BR.UTF-8``, and BCP 47, as in ``pt-BR``.

    >>> language_of("ko_KR"), language_of("ko-Kore-KR"), language_of("")
    ('ko', 'ko', '')
    """
    return _AFTER_LANGUAGE.sub("", locale).lower()
