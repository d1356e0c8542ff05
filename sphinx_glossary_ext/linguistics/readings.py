"""A reading laid over the name that it reads."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import Final

_HIRAGANA: Final = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
_KANA: Final = re.compile("[ぁ-ゖァ-ヺー]")


@lru_cache(maxsize=2**11)
def read_over(name: str, reading: str) -> tuple[tuple[str, str], ...]:
    """Return the runs of *name*, each with its part of *reading*; kana read themselves.

    Where the parts cannot be told apart, the whole name has the whole reading.

    >>> read_over("クライアント対応", "クライアントたいおう")
    (('クライアント', ''), ('対応', 'たいおう'))
    >>> read_over("取り引き", "とりひき")
    (('取', 'と'), ('り', ''), ('引', 'ひ'), ('き', ''))
    >>> read_over("银行", "yínháng")
    (('银行', 'yínháng'),)
    """
    if not reading:
        return ((name, ""),)
    runs = ["".join(run) for _is_kana, run in groupby(name, key=_reads_itself)]
    match = re.fullmatch(_pattern(runs), _fold(reading))
    if match is None:
        return ((name, reading),)
    # folding changes no lengths, so the parts of the folded reading are those of the written one
    parts = (reading[slice(*match.span(group))] for group in range(1, len(runs) + 1))
    return tuple(
        (run, "" if _reads_itself(run[0]) else part) for run, part in zip(runs, parts, strict=True)
    )


def _pattern(runs: list[str]) -> str:
    """Return the pattern of a reading, with a group for each of the *runs*.

    The first place where kana fit is as good as any later one for all that follows. So it is
    never given up (an atomic group), but for the last kana, which have to stand at the end: what
    does not fit is known at once, however many runs there are.
    """
    groups = [f"({re.escape(_fold(run))})" if _reads_itself(run[0]) else "(.+?)" for run in runs]
    first = 1 if runs and _reads_itself(runs[0][0]) else 0
    pairs = ["".join(groups[at : at + 2]) for at in range(first, len(groups), 2)]
    return "".join([*groups[:first], *(f"(?>{pair})" for pair in pairs[:-1]), *pairs[-1:]])


def _reads_itself(char: str) -> bool:
    return _KANA.match(char) is not None


def _fold(text: str) -> str:
    return text.translate(_HIRAGANA)
