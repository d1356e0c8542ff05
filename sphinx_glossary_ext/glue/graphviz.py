"""Graphviz' program ``dot``: found, run once for all maps of a build, and its answers kept."""

from __future__ import annotations

import json
import shutil
import subprocess
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sphinx_glossary_ext.dot import answers
from sphinx_glossary_ext.files import write_atomically
from sphinx_glossary_ext.glue.report import logger

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sphinx.builders import Builder

FILE: Final = "glossary-maps.json"
"""The answers of earlier builds, beside the doctrees, by the digests of the questions."""

SECONDS: Final = 30.0
SECONDS_EACH: Final = 0.05
"""A hundred times what a map takes."""


def lay_out(sources: Collection[str], builder: Builder) -> Mapping[str, str]:
    """Return what ``dot`` answers to each of *sources*; nothing where it cannot be asked.

    A map is an addition to a list that is always there: so a missing or failing program is worth a
    remark in the log, and no warning, which would fail the builds of those who do without it.
    """
    # a program set for Sphinx's own extension of that name serves here too
    wanted = str(getattr(builder.config, "graphviz_dot", "dot"))
    program = shutil.which(wanted)
    if program is None:
        logger.info("Graphviz' %r was not found: entries list relations without a map", wanted)
        return {}
    path = Path(builder.doctreedir, FILE)
    kept, digests = _read(path), {source: _digest(source) for source in sources}
    new = [source for source in digests if digests[source] not in kept]
    found = {**kept, **{digests[s]: a for s, a in _ask(program, new).items()}}
    wanted_now = {digest: found[digest] for digest in digests.values() if digest in found}
    content = json.dumps(wanted_now, indent=0, sort_keys=True)
    write_atomically(path, content.encode())
    return {s: found[digest] for s, digest in digests.items() if digest in found}


def _ask(program: str, sources: list[str]) -> dict[str, str]:
    """Return the answers to all *sources* or none, from one process."""
    if not sources:
        return {}
    try:
        done = subprocess.run(
            [program, "-Tplain"],
            input="".join(sources),
            capture_output=True,
            encoding="ascii",
            errors="replace",
            timeout=SECONDS + SECONDS_EACH * len(sources),
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        logger.info("%s failed, so entries list relations without a map: %s", program, error)
        return {}
    found = list(answers(done.stdout))
    if len(found) != len(sources):
        logger.info("%s is no Graphviz, so entries list relations without a map", program)
        return {}
    return dict(zip(sources, found, strict=True))


def _read(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) and all(isinstance(a, str) for a in kept.values()) else {}


def _digest(source: str) -> str:
    return blake2b(source.encode(), digest_size=16).hexdigest()
