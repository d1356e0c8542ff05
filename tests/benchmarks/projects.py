"""Projects of any size, the same text in each of several forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTRIES_PER_PAGE = 50
LOCALES = {
    "ja": "第{0}勘定項目《だい{0}かんじょうこうもく》",
    "ko": "제{0} 계정 항목 | ~제{0} 어카운트",
    "fi": "tilierä {0} | kirjanpidon erä {0}",
}
WORDS = [
    "account",
    "agency",
    "balance",
    "broker",
    "budget",
    "client",
    "contract",
    "customer",
    "dealer",
    "deposit",
    "exchange",
    "fee",
    "fund",
    "holder",
    "income",
    "index",
    "insurer",
    "invoice",
    "lender",
    "ledger",
    "loan",
    "margin",
    "market",
    "merger",
    "office",
    "order",
    "partner",
    "payment",
    "planner",
    "policy",
    "premium",
    "price",
    "product",
    "profit",
    "purchase",
    "rate",
    "receipt",
    "refund",
    "register",
    "report",
    "reserve",
    "retail",
    "revenue",
    "risk",
    "sale",
    "seller",
    "service",
    "share",
    "stock",
    "supplier",
    "surplus",
    "tariff",
    "tax",
    "trade",
    "transfer",
    "treasury",
    "trust",
    "turnover",
    "value",
    "vendor",
    "warrant",
    "wealth",
    "yield",
]


def name_of(number: int) -> str:
    """Return the name of the concept with *number*: three words, no two alike."""
    first, rest = divmod(number, len(WORDS) ** 2)
    second, third = divmod(rest, len(WORDS))
    return f"{WORDS[third]} {WORDS[second]} {WORDS[first]}{number}"


def sentences(number: int, total: int, reference: str) -> Iterator[str]:
    """Yield the text of an entry: a definition and a note, each with a reference."""
    other, another = name_of((number * 7 + 3) % total), name_of((number * 13 + 5) % total)
    yield (
        f"What a firm counts as number {number} of its books, set beside a "
        f"{reference.format(other)} and kept for as long as the law of the place demands."
    )
    yield (
        f"It differs from a {reference.format(another)} in who pays for it, in when it is due "
        f"and in how an auditor of {number} firms would check it."
    )


def as_terms(number: int, total: int) -> str:
    """Return the entry as a directive of ours."""
    body = "\n\n".join(f"   {line}" for line in sentences(number, total, ":term:`{}`"))
    return f".. term:: {name_of(number)}\n\n{body}\n\n"


def as_standard(number: int, total: int) -> str:
    """Return the entry as one of a standard glossary."""
    body = "\n\n".join(f"      {line}" for line in sentences(number, total, ":term:`{}`"))
    return f"   {name_of(number)}\n{body}\n\n"


def as_plain(number: int, total: int) -> str:
    """Return the entry as a definition list."""
    body = "\n\n".join(f"   {line}" for line in sentences(number, total, "*{}*"))
    return f"{name_of(number)}\n{body}\n\n"


FORMS = {"term": as_terms, "standard": as_standard, "plain": as_plain}


def write_project(folder: Path, form: str, total: int, *, conf: str = "") -> None:
    """Write a project with *total* entries in *form* to *folder*."""
    make = FORMS[form]
    pages = range(0, total, ENTRIES_PER_PAGE)
    toctree = "\n".join(f"   page{page:05}" for page in pages)
    write(folder / "conf.py", f"project = 'benchmark'\nhtml_theme = 'alabaster'\n{conf}\n")
    write(folder / "index.rst", f"Benchmark\n=========\n\n.. toctree::\n\n{toctree}\n")
    for page in pages:
        entries = "".join(make(n, total) for n in range(page, min(page + ENTRIES_PER_PAGE, total)))
        head = ".. glossary::\n\n" if form == "standard" else ""
        write(folder / f"page{page:05}.rst", f"Page {page}\n{'=' * 20}\n\n{head}{entries}")


def write_catalogues(folder: Path, total: int) -> None:
    """Write a terminology catalogue for each language."""
    for locale, name in LOCALES.items():
        messages = "\n".join(
            f'msgctxt "glossary term"\nmsgid "{name_of(n)}"\nmsgstr "{name.format(n)}"\n'
            for n in range(total)
        )
        header = (
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: {locale}\\n"'
        )
        write(
            folder / "locales" / locale / "LC_MESSAGES" / "terminology.po",
            f"{header}\n\n{messages}",
        )


def write(path: Path, text: str) -> None:
    """Write *text* to *path*, its folder made first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
