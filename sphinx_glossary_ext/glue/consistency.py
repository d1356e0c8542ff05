"""What is wrong with a project, and what leads nowhere, told to its author."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
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
    # a translator's mistake must not keep new messages from all translators
    is_extracting = app.builder.name == "gettext"
    report((checks.check_source if is_extracting else checks.check)(domain.glossary))


def check_textdomain(app: Sphinx, env: BuildEnvironment) -> None:
    """Report a document whose own catalogue would be the terminology catalogue.

    One document is enough to say so: with compact catalogues all of a folder share one.

    :raises ConfigError: in a gettext build, where one catalogue would replace the other
    """
    taken, compact = app.config.glossary_textdomain, app.config.gettext_compact
    documents = (d for d in sorted(env.found_docs) if docname_to_domain(d, compact) == taken)
    docname = next(documents, None)
    if docname is None:
        return
    message = (
        f"the messages of this document belong to the catalogue {taken!r}, where the "
        "names of concepts stand; set glossary_textdomain to another name"
    )
    if app.builder.name == "gettext":
        raise ConfigError(f"{env.doc2path(docname)}: {message}")
    warn(ProblemKind.TEXTDOMAIN_TAKEN, message, docname)


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
        message = f"the reference names {checks.unknown(target, domain.glossary, domain.locale)}"
        warn(ProblemKind.UNKNOWN_CONCEPT, message, node)
        return True
    return False
