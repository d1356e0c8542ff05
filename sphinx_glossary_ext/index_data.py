"""The data of the index's search box: every name of every concept, as a classic script.

A script and not JSON, because pages opened from a disk may not fetch. The format is the box's own
and serves the files of one build only; ``glossary.json`` is for other programs.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sphinx_glossary_ext.index import grouped
from sphinx_glossary_ext.model import Coverage, Rendering, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.index import IndexGroup
    from sphinx_glossary_ext.model import Concept, Renderings

COVERAGE_LETTERS: Final = {
    Coverage.APPROVED: "a",
    Coverage.FUZZY: "f",
    Coverage.MISSING: "m",
    Coverage.NO_EQUIVALENT: "n",
}
"""One letter per language of a concept says how far its names are settled there."""

START: Final = "(window.glossaryIndex ??= {}).data = "
"""What the script begins with."""
_ESCAPES: Final = str.maketrans(
    # a script must hold neither its own end tag nor what older browsers read as line ends
    {"<": "\\u003c", "\N{LINE SEPARATOR}": "\\u2028", "\N{PARAGRAPH SEPARATOR}": "\\u2029"}
)


class IndexScript(NamedTuple):
    """The script's content, and the *digest* by which a page knows the data it was made with."""

    content: bytes
    digest: str


def make_index_script(
    glossary: Glossary, locale: str, page_uri: Callable[[str], str]
) -> IndexScript:
    """Return the script for the pages in *locale*, its concepts in their readers' order.

    :param glossary: what can be found
    :param locale: the language of the pages
    :param page_uri: returns where a docname's page is, relative to the script
    """
    value = _encoded(glossary, locale, page_uri)
    digest = blake2b(value, digest_size=8).hexdigest()
    # the value without its opening brace: the digest goes first
    content = f'{START}{{"digest":"{digest}",'.encode() + value[1:] + b";\n"
    return IndexScript(content, digest)


def _encoded(glossary: Glossary, locale: str, page_uri: Callable[[str], str]) -> bytes:
    """Return the data as JSON, encoded row by row: a large index would take much room at once."""
    groups = grouped(glossary, locale)
    concepts = [concept for group in groups for concept in group.concepts]
    docnames = sorted({concept.docname for concept in concepts})
    subjects = sorted({subject for concept in concepts for subject in concept.subjects})
    head = {
        "locales": list(glossary.locales),
        "pages": [page_uri(docname) for docname in docnames],
        "subjects": [[s, glossary.subject(s, locale).text] for s in subjects],
        "letters": [_letter(group) for group in groups],
    }
    rows = _Rows(glossary, docnames, subjects)
    encoded = b",".join(_json(rows.row(concept)).encode() for concept in concepts)
    return _json(head)[:-1].encode() + b',"concepts":[' + encoded + b"]}"


def _letter(group: IndexGroup) -> list[Any]:
    """Return a heading, and how many of the next concepts stand under it."""
    return [group.heading, len(group.concepts)]


class _Rows:
    """Makes the rows: page, anchor, subjects, a coverage letter per locale, names per locale."""

    def __init__(
        self, glossary: Glossary, docnames: Sequence[str], subjects: Sequence[str]
    ) -> None:
        self.glossary = glossary
        self.pages = {docname: number for number, docname in enumerate(docnames)}
        self.subjects = {subject: number for number, subject in enumerate(subjects)}

    def row(self, concept: Concept) -> list[Any]:
        found = [self.glossary.renderings(concept, locale) for locale in self.glossary.locales]
        return [
            self.pages[concept.docname],
            concept.anchor,
            [self.subjects[subject] for subject in concept.subjects],
            "".join(COVERAGE_LETTERS[renderings.coverage] for renderings in found),
            [_names(renderings) for renderings in found],
        ]


def _names(renderings: Renderings) -> list[Any]:
    """Return the names to use, then those to avoid."""
    ordered = sorted(renderings.names, key=_is_deprecated)
    return [_name(rendering) for rendering in ordered]


def _name(rendering: Rendering) -> Any:
    """Return a text; with a reading or a name to avoid, a list of text, reading and 1."""
    if _is_deprecated(rendering):
        return [_line(rendering.name), _line(rendering.reading), 1]
    if rendering.reading:
        return [_line(rendering.name), _line(rendering.reading)]
    return _line(rendering.name)


def _is_deprecated(rendering: Rendering) -> bool:
    return rendering.status is Status.DEPRECATED


def _line(text: str) -> str:
    """Return *text* on one line: the box folds all names joined by line ends."""
    return " ".join(text.split())


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPES)
