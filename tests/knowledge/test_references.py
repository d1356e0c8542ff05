"""The prose names concepts by references, so that names agree with the glossary by themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES: Final = Path(__file__).parents[2] / "docs/glossary"
FOR_MAINTAINERS: Final = {"sources", "to-review"}

ANOTHER_MEANING: Final = {
    "client": ["In computing, a client is a program"],
    "consumer": ["what its owner carries home"],
    "customer": ["went home with a free loaf"],
    "customer-satisfaction": ["customer service."],
    "individual-client": ["leaves the stopwatch at home"],
}
"""Where a page has the word for another concept, or as part of a longer one."""

_TERM: Final = re.compile(r"^:{3,}\{term\} (?P<name>.+)\n(?P<options>(?::.*\n)*)", re.MULTILINE)
_SYNONYMS: Final = re.compile(r":synonyms:(.*)")
_REFERENCE: Final = re.compile(r"\{[\w:]+\}`[^`]*`")
_WORD_AS_WORD: Final = re.compile(r"(?<!\*)\*[^*\n]+\*(?!\*)")
_TOCTREE: Final = re.compile(r"^:::\{toctree\}.*?^:::$", re.MULTILINE | re.DOTALL)
_SPEAKER: Final = re.compile(r"^\* [A-Z][\w -]+: ", re.MULTILINE)
_NO_PROSE: Final = re.compile(r"^(?:#|:).*$", re.MULTILINE)


def sources() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every page."""
    for path in sorted(PAGES.glob("*.md")):
        if path.stem not in FOR_MAINTAINERS:
            yield path.stem, path.read_text("utf-8")


def names() -> list[str]:
    """Return every name that the pages define, the longest first."""
    found = []
    for _page, text in sources():
        for term in _TERM.finditer(text):
            synonyms = _SYNONYMS.search(term["options"])
            found += [term["name"], *(synonyms[1].split(";") if synonyms else ())]
    return sorted((name.strip() for name in found), key=len, reverse=True)


def plain_prose(page: str, text: str) -> str:
    """Return what stands on the page in plain words."""
    for pattern in (_TOCTREE, _REFERENCE, _WORD_AS_WORD, _SPEAKER, _NO_PROSE):
        text = pattern.sub(" … ", text)
    text = " ".join(text.split())
    for phrase in ANOTHER_MEANING.get(page, ()):
        assert phrase in text, f"{page} does not say {phrase!r} any more"
        text = text.replace(phrase, "…")
    return text


def test_names_are_references() -> None:
    defined = names()
    assert len(defined) > 60
    any_name = "|".join(map(re.escape, defined))
    named = re.compile(rf"(?<![\w-])(?:{any_name})(?:s|es)?(?![\w-])", re.IGNORECASE)
    prose = {page: plain_prose(page, text) for page, text in sources()}
    found = [(page, match[0]) for page, text in prose.items() for match in named.finditer(text)]
    assert found == []


def test_there_is_enough_to_read() -> None:
    """What was promised: 30 concepts and four comparisons, each concept with two examples."""
    texts = dict(sources())
    concepts = {page: text for page, text in texts.items() if _TERM.search(text)}
    assert len(concepts) >= 30
    assert sum("{compare}" in text for text in texts.values()) >= 4
    assert [page for page, text in concepts.items() if count_examples(text) < 2] == []


def count_examples(text: str) -> int:
    """Return how many examples the entry on a page has."""
    block = text.partition(":::{examples}")[2].partition("\n:::")[0]
    return len(re.findall(r"^\* ", block, re.MULTILINE))
