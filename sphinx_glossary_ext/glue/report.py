"""The one place that talks to Sphinx's logger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.logging import getLogger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

    from sphinx_glossary_ext.problems import Problem, ProblemKind

logger = getLogger("sphinx_glossary_ext")


def warn(kind: ProblemKind, message: str, location: nodes.Node | str) -> None:
    """Tell the author; *location* is a node, ``file:line`` or a docname."""
    logger.warning(message, type="glossary", subtype=kind.value, location=location)


def report(problems: Iterable[Problem]) -> None:
    """Tell the author each of *problems*, at its place."""
    for problem in problems:
        # Sphinx takes a location without a line for a docname
        location = f"{problem.place.path}:{problem.place.line or 1}"
        warn(problem.kind, problem.message, location)
