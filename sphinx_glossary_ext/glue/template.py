"""The terminology template, which a gettext build writes beside Sphinx's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_glossary_ext.glue.events import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write_template(app: Sphinx, exception: Exception | None) -> None:
    """In a gettext build: write the template, or remove it if no concept is left."""
    if exception or app.builder.name != "gettext":
        return
    domain = domain_of(app.env)
    concepts = () if domain.is_empty else domain.glossary.own
    path = Path(app.outdir, f"{app.config.glossary_textdomain}.pot")
    if concepts:
        from sphinx_glossary_ext.catalogues.template import terminology_template
        from sphinx_glossary_ext.files import write_atomically

        content = terminology_template(
            concepts,
            project=app.config.project,
            version=app.config.version,
            copyright=app.config.copyright,
            relative_to=Path(app.outdir),
        )
        write_atomically(path, content)
    elif path.is_file():
        from sphinx_glossary_ext.catalogues.template import START
        from sphinx_glossary_ext.files import remove_left_behind

        # a document may have a template of this name
        remove_left_behind(path, f"# {START}".encode())


def register(app: Sphinx) -> None:
    """Have the template written when a build is finished."""
    app.connect("build-finished", write_template)
