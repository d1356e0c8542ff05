"""JSON values from elsewhere, read so that every fault names its place in the document."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sphinx_glossary_ext.linguistics.locales import is_locale_name

if TYPE_CHECKING:
    from collections.abc import Mapping

Choice = TypeVar("Choice", bound=StrEnum)

_MEMBER: Final = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_KINDS: Final[dict[type, str]] = {dict: "an object", list: "a list"}


class GlossaryFormatError(ValueError):
    """A file is no glossary that can be read; *path* tells where, as in ``$.concepts[3].name``."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its place: a JSONPath (RFC 9535), ``$`` for the whole document.

    Every method raises GlossaryFormatError where the value is not what is asked for.
    """

    raw: Any
    path: str = "$"

    def error(self, message: str) -> GlossaryFormatError:
        """Return the error that says *message* of this value."""
        return GlossaryFormatError(self.path, message)

    def members(self) -> Mapping[str, Value]:
        """Return the members of an object."""
        return {key: self.get(key) for key in self._object()}

    def find(self, key: str) -> Value | None:
        """Return the member *key* of an object, None where it has none."""
        raw = self._object()
        return Value(raw[key], self._path_of(key)) if key in raw else None

    def get(self, key: str) -> Value:
        """Return the member *key* of an object."""
        if found := self.find(key):
            return found
        raise self.error(f"has no property {key!r}")

    def items(self) -> tuple[Value, ...]:
        """Return the items of a list."""
        if not isinstance(self.raw, list):
            raise self._wrong("a list")
        return tuple(Value(raw, f"{self.path}[{i}]") for i, raw in enumerate(self.raw))

    def text(self, *, may_be_empty: bool = False) -> str:
        """Return a text, one that is not empty if not said otherwise."""
        if not isinstance(self.raw, str) or not (self.raw or may_be_empty):
            raise self._wrong("a text" if may_be_empty else "a text that is not empty")
        if _SURROGATE.search(self.raw):
            raise self.error("has half of a surrogate pair, which is no character")
        return self.raw

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(item.text() for item in self.items())

    def optional_text(self, key: str) -> str:
        """Return the text of the member *key*, empty where there is none."""
        found = self.find(key)
        return found.text() if found else ""

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.raw, bool):
            raise self._wrong("true or false")
        return self.raw

    def number(self, least: int, most: int) -> int:
        """Return a whole number from *least* to *most*."""
        # of Python's types, though not of JSON's, true is a number
        if type(self.raw) is not int or not least <= self.raw <= most:
            raise self._wrong(f"a whole number from {least} to {most}")
        return self.raw

    def choice(self, allowed: type[Choice]) -> Choice:
        """Return one of a closed set."""
        found = [choice for choice in allowed if choice == self.raw]
        if not found:
            raise self._wrong(f"one of {', '.join(allowed)}")
        return found[0]

    def locale(self) -> str:
        """Return the name of a locale, such as ``pt_BR``."""
        name = self.text()
        if not is_locale_name(name):
            raise self._wrong("a locale such as pt_BR")
        return name

    def _object(self) -> dict[str, Any]:
        if not isinstance(self.raw, dict):
            raise self._wrong("an object")
        return self.raw

    def _path_of(self, key: str) -> str:
        return f"{self.path}.{key}" if _MEMBER.fullmatch(key) else f"{self.path}[{key!r}]"

    def _wrong(self, expected: str) -> GlossaryFormatError:
        shown = _KINDS.get(type(self.raw)) or json.dumps(self.raw, ensure_ascii=False)
        short = shown if len(shown) <= 60 else f"{shown[:59]}…"
        return self.error(f"is {short}; expected is {expected}")


def parse_json(data: bytes) -> Value:
    """Return the whole document.

    :param data: a JSON text (RFC 8259) in UTF-8, -16 or -32
    :raises GlossaryFormatError: if it is none, or is nested beyond reason
    """
    try:
        return Value(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise GlossaryFormatError("$", f"the file is not JSON: {error}") from error
