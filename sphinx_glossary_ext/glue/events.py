"""What happens when: Sphinx's events, in the order in which they come.

Most of the house is imported only when a page turns out to have something of ours: a project that
has no term does not wait for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment

    from sphinx_glossary_ext.glue.domain import GlossaryDomain


def domain_of(env: BuildEnvironment) -> GlossaryDomain:
    """Return our domain."""
    return cast("GlossaryDomain", env.domains["glossary"])


def note_builder(app: Sphinx) -> None:
    """At the start: let the domain know for whom names are filled in."""
    domain_of(app.env).builder = app.builder


def prepare_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Before pages are read: forget what was known of them together."""
    domain = domain_of(env)
    domain.withdraw_standard_terms()
    domain.forget()


def finish_reading(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """After all pages are read: put copied names right; return the pages to write anew."""
    domain = domain_of(env)
    path = Path(app.doctreedir, f"glossary-{app.builder.name}.json")
    if not domain.shown and not path.is_file():
        return []
    from sphinx_glossary_ext.glue import inventory, languages
    from sphinx_glossary_ext.glue.freshness import Fingerprints, Freshness

    context = domain.context("")
    titles = inventory.publish(domain, context)
    domain.derived.titles.clear()
    if app.builder.name in {"gettext", "glossary"}:
        return []
    domain.derived.language_links = languages.find_links(domain, context)
    domain.freshness = Freshness(path, Fingerprints(domain).all(titles))
    return domain.freshness.stale(env.found_docs, app.config.root_doc)


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """When all pages are read: report what only shows then."""
    domain = domain_of(env)
    if not domain.is_empty:
        from sphinx_glossary_ext.glue import consistency

        consistency.check(app, domain)


def report_missing(app: Sphinx, domain: Domain | None, node: nodes.Element) -> bool | None:
    """When a reference leads nowhere: say so, if it could be ours."""
    from sphinx_glossary_ext.glue import consistency

    name = domain.name if domain else ""
    return consistency.report_missing(name, node, domain_of(app.env)) or None


def finish_build(app: Sphinx, exception: Exception | None) -> None:
    """When all is written: keep the fingerprints for the next build."""
    domain = domain_of(app.env) if app.env else None
    if exception is None and domain and domain.freshness:
        domain.freshness.save()


def register(app: Sphinx) -> None:
    """Connect everything."""
    app.connect("builder-inited", note_builder)
    app.connect("env-before-read-docs", prepare_reading)
    app.connect("env-updated", finish_reading)
    app.connect("env-check-consistency", check)
    app.connect("warn-missing-reference", report_missing)
    app.connect("build-finished", finish_build)
