"""The build hook: the interface's catalogues, compiled into the wheel.

Git holds the ``.po`` files only. What Sphinx reads at run time are ``.mo`` files, which hatchling
would leave out because git ignores them; pyproject.toml lists them as artifacts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES: Final = "sphinx_glossary_ext/locale/*/LC_MESSAGES/*.po"


class InterfaceCatalogues(BuildHookInterface[Any]):
    """Compile the interface's catalogues before a wheel or an editable install is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them in place; both kinds of install find them there.

        :param version: ``standard`` or ``editable``; the same for both
        :param build_data: not changed
        """
        compile_catalogues(Path(self.root))


def compile_catalogues(root: Path) -> None:
    """Write a ``.mo`` file beside each of the interface's ``.po`` files in the checkout *root*."""
    for path in sorted(root.glob(CATALOGUES)):
        path.with_suffix(".mo").write_bytes(compiled(path.read_bytes()))


def compiled(catalogue: bytes) -> bytes:
    """Compile a ``.po`` file's content; the same content gives the same bytes.

    Babel gives a catalogue without dates the present time, so it is given a fixed one.
    """
    parsed = read_po(BytesIO(catalogue), charset="utf-8", abort_invalid=True)
    parsed.creation_date = parsed.revision_date = datetime(1980, 1, 1, tzinfo=UTC)
    output = BytesIO()
    write_mo(output, parsed)
    return output.getvalue()
