"""``sphinx-glossary stat``: how far each catalogue is translated."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_glossary_ext.catalogues import (
    CONTEXTS,
    lost_contexts,
    read_catalogue,
    renderings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_glossary_ext.catalogues import Catalogue, CatalogueMessage
    from sphinx_glossary_ext.cli.project import Project
    from sphinx_glossary_ext.problems import Problem

_Row = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages are in each state; a fuzzy one is not approved."""

    approved: int = 0
    fuzzy: int = 0
    missing: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.approved + other.approved, self.fuzzy + other.fuzzy, self.missing + other.missing
        )


def stat(project: Project) -> int:
    """Print the counts of every catalogue, of each language, and of all.

    :returns: 0, or 1 if something is wrong with a catalogue or with names in it; what can be read
        is counted
    """
    rows: list[_Row] = [("language", "catalogue", "approved", "fuzzy", "missing")]
    problems: list[Problem] = []
    total = Count()
    for language in project.languages:
        of_language = Count()
        for textdomain, path in project.catalogues(language):
            catalogue = read_catalogue(path, language)
            problems += catalogue.problems
            if textdomain == project.textdomain:
                problems += _name_problems(catalogue)
            count = count_messages(catalogue.messages.values())
            rows.append(_row(language, textdomain, count))
            of_language += count
        rows.append(_row(language, "all", of_language))
        total += of_language
    print(aligned([*rows, _row("all", "all", total)]))
    told = [problem for problem in problems if not _is_suppressed(problem, project)]
    for problem in told:
        print(f"{problem.place}: {problem.message}", file=sys.stderr)
    return 1 if told else 0


def _name_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with names; only a build knows a copied qualifier."""
    for context, msgid in catalogue.messages:
        if context in CONTEXTS:
            yield from renderings_of(catalogue, context, msgid)[1]
    yield from lost_contexts(catalogue)


def _is_suppressed(problem: Problem, project: Project) -> bool:
    kinds = {"glossary", "glossary.*", f"glossary.{problem.kind}"}
    return not project.suppressed.isdisjoint(kinds)


def count_messages(messages: Iterable[CatalogueMessage]) -> Count:
    """Count *messages* by state."""
    return sum(map(_state, messages), Count())


def _state(message: CatalogueMessage) -> Count:
    if not message.msgstr:
        return Count(missing=1)
    return Count(fuzzy=1) if message.fuzzy else Count(approved=1)


def _row(language: str, textdomain: str, count: Count) -> _Row:
    return (language, textdomain, str(count.approved), str(count.fuzzy), str(count.missing))


def aligned(rows: Sequence[_Row]) -> str:
    """Lay *rows* out as plain text: the first two columns to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(
            cell.ljust(width) if index < 2 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(lines)
