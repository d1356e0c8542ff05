"""Real projects, written from text and built by real Sphinx."""

from __future__ import annotations

import gettext
import io
import os
import pickle
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import BytecodeCache
from sphinx import locale as sphinx_locale
from sphinx.application import Sphinx
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes
    from jinja2.bccache import Bucket
    from sphinx.builders import Builder
    from sphinx.theming import Theme

Messages: TypeAlias = Mapping[str | tuple[str, str], str]
"""A catalogue: msgid to msgstr, or context and msgid to it."""

CONF = """\
project = "Example"
author = copyright = "Somebody"
extensions = ["sphinx_glossary_ext"]
locale_dirs = ["locales"]
gettext_compact = False
gettext_uuid = False
html_theme = "basic"
html_last_updated_fmt = None
myst_enable_extensions = ["colon_fence"]
intersphinx_disabled_reftypes = []
"""

PO_HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {locale}\\n"
"""

_COLOUR = re.compile(r"\x1b\[[\d;]*m")


@dataclass(frozen=True)
class Built:
    """What one build left behind."""

    srcdir: Path
    outdir: Path
    doctreedir: Path
    warnings: list[str]
    """Every line of every warning: ``file:line: message [type.subtype]``."""
    updated: list[str]
    """The pages that were written, in alphabetical order; Sphinx writes its index every time."""
    read: list[str]
    """The documents that Sphinx read, in alphabetical order."""
    resolved: dict[str, nodes.document] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the file *name* of the output."""
        return (self.outdir / name).read_text("utf-8")

    def html(self, docname: str = "index") -> str:
        """Return the page of *docname*."""
        return self.text(f"{docname}.html")

    def words(self, docname: str = "index") -> str:
        """Return what a reader of the page of *docname* reads, tags and line ends left out."""
        body = re.sub(r"(?s)^.*?<body>|<(script|style).*?</\1>", "", self.html(docname))
        return " ".join(re.sub(r"<[^>]*>", "", body).split())

    def doctree(self, docname: str = "index") -> nodes.document:
        """Return the doctree of *docname* as it was read."""
        with (self.doctreedir / f"{docname}.doctree").open("rb") as stream:
            document: nodes.document = pickle.load(stream)
        return document

    def shape(self, docname: str = "index") -> str:
        """Return the resolved doctree of *docname* as every docutils writes it."""
        text = re.sub(r' source="[^"]*"', "", self.resolved[docname].pformat())
        return text.replace('="True"', '="1"').replace('="False"', '="0"')

    def files(self) -> dict[str, bytes]:
        """Return every file of the output."""
        paths = (path for path in sorted(self.outdir.rglob("*")) if path.is_file())
        return {path.relative_to(self.outdir).as_posix(): path.read_bytes() for path in paths}


class Project:
    """A source folder that can be changed and built again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def write(self, files: Mapping[str, str]) -> None:
        """Write the source files, and a conf.py if there is none."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        if not (self.root / "conf.py").exists():
            (self.root / "conf.py").write_text(CONF, "utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace *old*, which stands there once, in the file *name*."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def write_po(self, catalogues: Mapping[str, str | Messages]) -> None:
        """Write catalogues, such as ``ja/index``; a text is taken as it stands."""
        for name, content in catalogues.items():
            locale, _, textdomain = name.partition("/")
            text = content if isinstance(content, str) else po(content, locale, textdomain)
            self.write({f"locales/{locale}/LC_MESSAGES/{textdomain}.po": text})

    def build(
        self,
        builder: str = "html",
        *,
        language: str = "en",
        jobs: int = 1,
        to: str = "build",
        only: Iterable[str] = (),
        **confoverrides: Any,
    ) -> Built:
        """Build the project, keeping what an earlier build in the folder *to* left.

        With *only*, the pages of these files alone are written.
        """
        base = self.root / "_build" / to / language
        overrides = {
            "language": language,
            "exclude_patterns": ["_build", "locales"],
            "extensions": self._extensions(),
            "template_bridge": "projects.Templates",
            **confoverrides,
        }
        _forget_translations()
        warnings, resolved, read = io.StringIO(), {}, []
        with patch_docutils(self.root), docutils_namespace():
            app = Sphinx(
                self.root,
                self.root,
                base / builder,
                base / "doctrees",
                builder,
                overrides,
                status=None,
                warning=warnings,
                parallel=jobs,
            )
            app.connect(
                "doctree-resolved", lambda _app, doctree, name: resolved.update({name: doctree})
            )
            app.connect("env-before-read-docs", lambda _app, _env, names: read.extend(names))
            before = _times(base / builder)
            app.build(filenames=[str(self.root / name) for name in only])
        after = _times(base / builder)
        return Built(
            srcdir=self.root,
            outdir=base / builder,
            doctreedir=base / "doctrees",
            warnings=self._lines(warnings.getvalue()),
            updated=sorted(name for name in after if before.get(name) != after[name]),
            read=sorted(read),
            resolved=resolved,
        )

    def _extensions(self) -> list[str]:
        has_markdown = next(self.root.rglob("*.md"), None) is not None
        return ["myst_parser", "sphinx_glossary_ext"] if has_markdown else ["sphinx_glossary_ext"]

    def _lines(self, warnings: str) -> list[str]:
        plain = _COLOUR.sub("", warnings).replace(f"{self.root}{os.sep}", "")
        return [line.replace("WARNING: ", "", 1) for line in plain.splitlines() if line]


class _CompiledTemplates(BytecodeCache):
    """What Jinja made of each template; it looks itself whether the source is still the same."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _CompiledTemplates()


class Templates(BuiltinTemplateLoader):
    """Sphinx's own, but compiled once in a process: it takes half the time of a small build."""

    def init(
        self, builder: Builder, theme: Theme | None = None, dirs: list[str] | None = None
    ) -> None:
        super().init(builder, theme, dirs)
        self.environment.bytecode_cache = COMPILED


def _forget_translations() -> None:
    """Forget what Sphinx and Python keep of catalogues as long as a process runs."""
    sphinx_locale.translators.clear()
    gettext._translations.clear()  # type: ignore[attr-defined]


def _times(outdir: Path) -> dict[str, int]:
    pages = (path for path in outdir.rglob("*.html") if path.stem not in {"genindex", "search"})
    return {
        path.relative_to(outdir).with_suffix("").as_posix(): path.stat().st_mtime_ns
        for path in pages
    }


def po(messages: Messages, locale: str, textdomain: str = "terminology") -> str:
    """Return a catalogue; a terminology's messages are names of concepts if not said otherwise.

    A msgid that starts with ``?`` is fuzzy.
    """
    default = "glossary term" if textdomain == "terminology" else ""
    parts = [PO_HEADER.format(locale=locale)]
    for key, msgstr in messages.items():
        context, msgid = key if isinstance(key, tuple) else (default, key)
        lines = ["#, fuzzy"] if msgid.startswith("?") else []
        lines += [f"msgctxt {_quoted(context)}"] if context else []
        lines += [f"msgid {_quoted(msgid.removeprefix('?'))}", f"msgstr {_quoted(msgstr)}", ""]
        parts.append("\n".join(lines))
    return "\n".join(parts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
