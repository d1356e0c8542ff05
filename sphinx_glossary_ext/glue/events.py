"""What happens when: Sphinx's events, in the order in which they come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.util.i18n import docname_to_domain

from sphinx_glossary_ext import checks
from sphinx_glossary_ext.glue import inventory
from sphinx_glossary_ext.glue.freshness import Fingerprints, Freshness
from sphinx_glossary_ext.glue.page import concept_of
from sphinx_glossary_ext.glue.report import report, warn
from sphinx_glossary_ext.glue.writing.definition import PULLED
from sphinx_glossary_ext.problems import ProblemKind

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
    inventory.withdraw_standard_terms(env)
    domain_of(env).forget()


def finish_reading(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """After all pages are read: put copied names right; return the pages to write anew."""
    domain = domain_of(env)
    if not domain.shown:
        return []
    context = domain.context("")
    titles = inventory.publish(domain, context)
    if app.builder.name == "gettext":
        return []
    path = Path(app.doctreedir, f"glossary-{app.builder.name}.json")
    domain.freshness = Freshness(path, Fingerprints(context, domain.shown).all(titles))
    return domain.freshness.stale(env.found_docs)


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """When all pages are read: report what only shows then."""
    domain = domain_of(env)
    if not domain.concepts and not domain.comparisons:
        return
    check_textdomain(app, env)
    problems = checks.check(domain.glossary)
    if app.builder.name == "gettext":
        # a translator's mistake must not keep new messages from all translators
        problems = checks.check_source(domain.glossary)
    report(problems)


def check_textdomain(app: Sphinx, env: BuildEnvironment) -> None:
    """Report a document whose own catalogue would be the terminology catalogue."""
    taken = app.config.glossary_textdomain
    for docname in sorted(env.found_docs):
        if docname_to_domain(docname, app.config.gettext_compact) == taken:
            message = (
                f"the messages of this document belong to the catalogue {taken!r}, where the "
                "names of concepts stand; set glossary_textdomain to another name"
            )
            warn(ProblemKind.TEXTDOMAIN_TAKEN, message, docname)
            return


def report_missing(app: Sphinx, domain: Domain | None, node: nodes.Element) -> bool | None:
    """When a reference leads nowhere: say so with the nearest names, if concepts are defined."""
    if PULLED in node:
        return True
    glossary_domain = domain_of(app.env)
    glossary, reftype = glossary_domain.glossary, node["reftype"]
    if domain is None or ((domain.name, reftype) == ("std", "term") and not glossary.by_id):
        return None
    if domain.name == "glossary" and reftype == "compare":
        message = checks.unknown_comparison(node["reftarget"], glossary)
        warn(ProblemKind.UNKNOWN_COMPARISON, message, node)
    elif domain.name == "glossary" or (domain.name, reftype) == ("std", "term"):
        target = concept_of(reftype, node["reftarget"])
        message = f"the reference names {checks.unknown(target, glossary)}"
        warn(ProblemKind.UNKNOWN_CONCEPT, message, node)
    else:
        return None
    return True


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
