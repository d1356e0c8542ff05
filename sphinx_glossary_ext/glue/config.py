"""The configuration: each value declared once, with its check and its line in the manual."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from babel import Locale, UnknownLocaleError
from sphinx.errors import ConfigError

from sphinx_glossary_ext.addresses import LINK_FIELDS
from sphinx_glossary_ext.linguistics.locales import parse_locale
from sphinx_glossary_ext.model import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

Check: TypeAlias = Callable[[Any], str]
"""Returns what is allowed, if the value is not; else nothing."""


def option(default: Any, rebuild: str, types: tuple[type, ...], check: Check, text: str) -> Any:
    """Declare a configuration value: its default, what a change rebuilds, types, check, help."""
    return field(
        default=default,
        metadata={"rebuild": rebuild, "types": types, "check": check, "help": text},
    )


def _is_locale(value: str) -> bool:
    try:
        Locale.parse(value)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def check_locale(value: str) -> str:
    """Allow what Babel knows as a locale."""
    return "" if _is_locale(value) else "a locale such as 'en' or 'pt_BR'"


def check_locales(value: Any) -> str:
    """Allow None and a list of locales."""
    if value is None or all(isinstance(item, str) and parse_locale(item) for item in value):
        return ""
    return "None or a list of locales such as ['ja', 'pt_BR']"


def check_textdomain(value: str) -> str:
    """Allow what can be a file's name on every system."""
    return "" if re.fullmatch(r"[\w.-]+", value, re.ASCII) else "a file name without its .po"


def check_link_template(value: str | None) -> str:
    """Allow None and a template with known fields."""
    if value is None:
        return ""
    try:
        value.format(**dict.fromkeys(LINK_FIELDS, ""))
    except (AttributeError, LookupError, TypeError, ValueError):
        return "None or a text with no fields but " + ", ".join(f"{{{f}}}" for f in LINK_FIELDS)
    return ""


def check_any(_value: Any) -> str:
    """Allow everything of the right type."""
    return ""


@dataclass(frozen=True, slots=True)
class GlossaryConfig:
    """What a project can set in conf.py, each name with the prefix ``glossary_``."""

    source_language: str = option(
        SOURCE_LANGUAGE, "env", (str,), check_locale, "The language in which concepts are defined."
    )
    languages: tuple[str, ...] | None = option(
        None,
        "html",
        (type(None), list, tuple),
        check_locales,
        "The languages that take part; 'None': all that have catalogues in 'locale_dirs'.",
    )
    textdomain: str = option(
        "terminology", "html", (str,), check_textdomain, "The name of the catalogue of names."
    )
    link_template: str | None = option(
        None,
        "html",
        (type(None), str),
        check_link_template,
        "Where a page stands in another language, such as '{root}../{lang}/{page}{anchor}'; "
        "'None': as Read the Docs has it, and no links elsewhere.",
    )
    language_links: bool = option(
        True,
        "html",
        (bool,),
        check_any,
        "Whether each page ends with links to itself in the other languages, where "
        "'glossary_link_template' says where they are.",
    )
    std: bool = option(
        True, "env", (bool,), check_any, "Whether standard glossary entries join the index."
    )
    tooltips: bool = option(
        True,
        "html",
        (bool,),
        check_any,
        "Whether a reference shows a card with the definition and the names of its concept.",
    )
    map: bool = option(
        True,
        "html",
        (bool,),
        check_any,
        "Whether entries with many relations have a map of them, laid out by Graphviz.",
    )
    index_page: bool = option(
        True, "html", (bool,), check_any, "Whether HTML builds have a page 'glossary-index'."
    )


def register(app: Sphinx) -> None:
    """Make the values known to Sphinx and check them at start-up."""
    for item in fields(GlossaryConfig):
        metadata = item.metadata
        app.add_config_value(
            f"glossary_{item.name}",
            item.default,
            metadata["rebuild"],
            types=metadata["types"],
            description=metadata["help"],
        )
    app.connect("config-inited", validate)


def validate(_app: Sphinx, config: Config) -> None:
    """Check every value.

    :raises ConfigError: naming the value and what is allowed.
    """
    split_overrides(config)
    for item in fields(GlossaryConfig):
        name, value = f"glossary_{item.name}", getattr(config, f"glossary_{item.name}")
        right_type = isinstance(value, item.metadata["types"])
        allowed = item.metadata["check"](value) if right_type else _type_names(item.metadata)
        if allowed:
            raise ConfigError(f"{name} is {value!r}; allowed is {allowed}")


def split_overrides(config: Config) -> None:
    """Make lists of what the command line (``-D``) gives for lists, with commas in between.

    Sphinx itself does so where the default is a list, and ours may be None.
    """
    for item in fields(GlossaryConfig):
        name = f"glossary_{item.name}"
        value = getattr(config, name)
        if list in item.metadata["types"] and isinstance(value, str) and name in config.overrides:
            setattr(config, name, [part.strip() for part in value.split(",") if part.strip()])


def read(config: Config) -> GlossaryConfig:
    """Return the project's values."""
    values = {
        item.name: getattr(config, f"glossary_{item.name}") for item in fields(GlossaryConfig)
    }
    if values["languages"] is not None:
        values["languages"] = tuple(values["languages"])
    return GlossaryConfig(**values)


def _type_names(metadata: Any) -> str:
    return " or ".join("None" if t is type(None) else t.__name__ for t in metadata["types"])
