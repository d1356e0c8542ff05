"""The glossary as other programs read it, and back."""

from __future__ import annotations

from sphinx_glossary_ext.exchange.as_json import (
    FORMAT_VERSION,
    SCHEMA,
    dump_glossary,
    glossary_to_json,
)
from sphinx_glossary_ext.exchange.checked import GlossaryFormatError
from sphinx_glossary_ext.exchange.from_json import load_glossary

__all__ = [
    "FORMAT_VERSION",
    "SCHEMA",
    "GlossaryFormatError",
    "dump_glossary",
    "glossary_to_json",
    "load_glossary",
]
