"""glossary.json: in every HTML build but EPUB, and from the builder ``glossary`` alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import quote

from sphinx.builders import Builder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from sphinx_glossary_ext.glue.events import domain_of

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.config import Config

FILE: Final = "glossary.json"


class GlossaryBuilder(Builder):
    """Writes the glossary as JSON, with the addresses of an HTML build, and no pages."""

    name = "glossary"
    epilog = "The glossary is in %(outdir)s/glossary.json."
    allow_parallel = True

    def get_outdated_docs(self) -> str:
        """Return what to announce: one file of all documents, written if it differs."""
        return FILE

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Return the address of *docname* in an HTML build."""
        return quote(docname) + _link_suffix(self.config)

    def write_documents(self, docnames: Set[str]) -> None:
        """Write no pages."""

    def finish(self) -> None:
        """Write the glossary, even one without concepts."""
        write_glossary(self)


def write_glossary(builder: Builder) -> None:
    """Write the glossary at the root of what *builder* writes, unless it is there already."""
    from sphinx_glossary_ext.exchange.as_json import dump_in_parts
    from sphinx_glossary_ext.files import write_parts_atomically

    domain = domain_of(builder.env)
    parts = dump_in_parts(
        domain.glossary,
        locale=domain.locale,
        uri=lambda docname, anchor: entry_uri(builder, docname, anchor),
    )
    write_parts_atomically(Path(builder.outdir, FILE), parts)


def entry_uri(builder: Builder, docname: str, anchor: str) -> str:
    """Return where *anchor* is, relative to the root of what *builder* writes."""
    return f"{page_uri(builder, docname)}#{anchor}"


def page_uri(builder: Builder, docname: str) -> str:
    """Return where *docname* is, relative to the root of what *builder* writes."""
    if isinstance(builder, SingleFileHTMLBuilder):
        # its own addresses only serve inside the one page
        page = quote(builder.config.root_doc) + builder.link_suffix
    else:
        # the root itself is an empty address, which would mean the JSON file
        page = builder.get_target_uri(docname) or "./"
    # not every builder quotes docnames; what is quoted, or a suffix with a query, stays
    return quote(page, safe="/%?=&")


def export_with_pages(app: Sphinx, exception: Exception | None) -> None:
    """When pages are written: write the glossary beside them, or remove it if no concept is left.

    The event comes even where no page is out of date: a name in a language that no page shows may
    be new.
    """
    builder = app.builder
    # in EPUB every file must be declared, and no reader of books has a use for this one
    if exception or builder.format != "html" or builder.name == "epub":
        return
    path = Path(builder.outdir, FILE)
    if not domain_of(app.env).is_empty:
        write_glossary(builder)
    elif path.is_file():
        from sphinx_glossary_ext.exchange import SCHEMA
        from sphinx_glossary_ext.files import remove_left_behind

        remove_left_behind(path, SCHEMA.encode())


def _link_suffix(config: Config) -> str:
    suffixes = (config.html_link_suffix, config.html_file_suffix, ".html")
    return cast("str", next(suffix for suffix in suffixes if suffix is not None))


def register(app: Sphinx) -> None:
    """Make the builder known to Sphinx, and have HTML builds export the glossary."""
    app.add_builder(GlossaryBuilder)
    app.connect("build-finished", export_with_pages)
