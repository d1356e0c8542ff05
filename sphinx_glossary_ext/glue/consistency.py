"""What is wrong with a project, and what leads nowhere, told to its author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.i18n import docname_to_domain

from sphinx_glossary_ext import checks
from sphinx_glossary_ext.glossary import split_target
from sphinx_glossary_ext.glue.report import report, warn
from sphinx_glossary_ext.glue.writing.definition import PULLED
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_glossary_ext.glue.domain import GlossaryDomain


def check(app: Sphinx, domain: GlossaryDomain) -> None:
    """Report everything that only shows when all pages have been read."""
    check_textdomain(app, domain.env)
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


def report_missing(domain_name: str, node: nodes.Element, domain: GlossaryDomain) -> bool:
    """Report a reference that leads nowhere, with the nearest names; return whether it is ours."""
    if PULLED in node:
        return True
    reftype = node["reftype"]
    is_term = (domain_name, reftype) == ("std", "term")
    if (domain_name, reftype) == ("glossary", "compare"):
        message = checks.unknown_comparison(node["reftarget"], domain.glossary)
        warn(ProblemKind.UNKNOWN_COMPARISON, message, node)
        return True
    if domain_name == "glossary" or (is_term and domain.glossary.own):
        target = split_target(reftype, node["reftarget"])[0]
        message = f"the reference names {checks.unknown(target, domain.glossary)}"
        warn(ProblemKind.UNKNOWN_CONCEPT, message, node)
        return True
    return False
