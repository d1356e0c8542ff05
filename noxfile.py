"""The sessions: ``nox`` runs the whole matrix, ``nox -s lint`` one of them."""

from __future__ import annotations

import re
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["lint", "docs", "tests"]
nox.options.error_on_missing_interpreters = False

INTERFACE = Path("sphinx_glossary_ext/locale")
TEXTDOMAIN = "sphinx_glossary_ext"
LANGUAGES = ("ja", "ko", "fi")
# as the Makefile has it
DISTRIBUTED = ("-n", "auto", "--dist", "worksteal")
UNSTEADY = (
    "POT-Creation-Date|PO-Revision-Date|Generated-By|Project-Id-Version"
    "|Report-Msgid-Bugs-To|Last-Translator|Language-Team"
)


@nox.session
@nox.parametrize(
    ("python", "sphinx"),
    [("3.11", "8.2"), ("3.11", "newest"), ("3.12", "newest"), ("3.13", "newest")],
)
def tests(session: nox.Session, sphinx: str) -> None:
    """Run the tests; pip picks the newest Sphinx that each Python has."""
    pinned = [] if sphinx == "newest" else [f"Sphinx=={sphinx}.*"]
    session.install("-e", ".[docs,test,browser]", *pinned)
    session.run("python", "-m", "sphinx", "--version")
    session.run("python", "-m", "pytest", *(session.posargs or DISTRIBUTED))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and types."""
    session.install("-e", ".[docs,test,browser,lint]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("python", "tests/browser/check_types.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation in every language, without a warning."""
    session.install("-e", ".[docs]")
    session.run("sphinx-glossary", "build", "docs", "docs/_build/html", "--fail-on-warning")
    session.run("sphinx-glossary", "update", "docs", "--check")


@nox.session
def interface(session: nox.Session) -> None:
    """Extract the interface's strings, carry them to its catalogues and compile those."""
    session.install("Babel>=2.14")
    template = INTERFACE / f"{TEXTDOMAIN}.pot"
    session.run(
        *("pybabel", "-q", "extract", "--sort-by-file", "--add-location=file"),
        *("--add-comments=Translators:", "--project=sphinx-glossary-ext"),
        *(f"--output={template}", "sphinx_glossary_ext"),
    )
    # The comment on top that pybabel writes names the year.
    text = re.sub(r"\A(#( .*)?\n)+", "", template.read_text("utf-8"))
    template.write_text(_steady(text), "utf-8")
    for language in LANGUAGES:
        session.run(
            *("pybabel", "-q", "update", "--init-missing", "--no-fuzzy-matching"),
            *(f"--domain={TEXTDOMAIN}", f"--input-file={template}"),
            *(f"--output-dir={INTERFACE}", f"--locale={language}"),
        )
        path = INTERFACE / language / "LC_MESSAGES" / f"{TEXTDOMAIN}.po"
        path.write_text(_steady(path.read_text("utf-8")), "utf-8")
    # The build hook compiles them.
    session.install("--no-deps", "-e", ".")


def _steady(catalogue: str) -> str:
    """Keep the header lines that mean something; the others change with the day or the tool."""
    return re.sub(rf'(?m)^"({UNSTEADY}): .*\n', "", catalogue).strip() + "\n"
