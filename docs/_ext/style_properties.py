"""The manual's table of the properties by which a site restyles our pages, from the style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reference_tables import ReferenceDirective, literally

import sphinx_glossary_ext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

STYLESHEET: Final = Path(sphinx_glossary_ext.__file__).parent / "static" / "sphinx-glossary.css"

_LIST: Final = re.compile(r"(?s):where\(body\) \{\n(.*?)\n\}")
_PROPERTY: Final = re.compile(r"(?s)/\* (?P<purpose>.*?) \*/\s*(?P<name>--[\w-]+): (?P<value>.*?);")
_FALLBACK: Final = re.compile(r"var\(\s*(?P<name>--[\w-]+),\s*(?P<rest>.*)\)", re.DOTALL)


@dataclass(frozen=True)
class StyleProperty:
    """A property: what it is for, the theme's variables it takes, and what else it is."""

    name: str
    purpose: str
    variables: tuple[str, ...]
    otherwise: str


def style_properties() -> Iterator[StyleProperty]:
    """Yield the properties in the order of the style sheet.

    :raises ValueError: one has no comment, or the list is not found
    """
    found = _LIST.search(STYLESHEET.read_text("utf-8"))
    if found is None or found[1].count("/*") != len(re.findall(r"(?m)^  --", found[1])):
        raise ValueError(f"{STYLESHEET}: each property needs a comment in front")
    for match in _PROPERTY.finditer(found[1]):
        variables, value = [], " ".join(match["value"].split())
        while nested := _FALLBACK.fullmatch(value):
            variables.append(nested["name"])
            value = nested["rest"].strip()
        purpose = " ".join(match["purpose"].split())
        yield StyleProperty(match["name"], purpose, tuple(variables), value)


class StyleTable(ReferenceDirective):
    """Every property, with the comment in front of it."""

    def run(self) -> list[nodes.Node]:
        """Return the table, a row per property."""
        self.env.note_dependency(str(STYLESHEET))
        rows = [
            (
                literally(item.name, anchor=item.name.lstrip("-")),
                f"{item.purpose[0].upper()}{item.purpose[1:]}.",
                literally(*item.variables),
                literally(item.otherwise),
            )
            for item in style_properties()
        ]
        head = ("Property", "What it is for", "Taken from the theme", "Else")
        return [self.make_table(head, rows, (24, 30, 26, 20))]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the directive known to Sphinx."""
    app.add_directive("style-table", StyleTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
