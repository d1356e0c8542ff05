"""Names are text, never markup: they appear as typed, whoever wrote them."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

NAMES = [
    "<script>alert(1)</script>",
    "*stars*",
    "**strong**",
    "`role`",
    "``literal``",
    "snake_",
    "_private_",
    "|substitution|",
    r"back\slash",
    r"C:\new\table",
    "E. coli -bakteeri",
    "1. first",
    "- item",
    "quotes \"and\" 'more'",
    "a & b &amp; c",
    "{braces} %s {0}",
    "semi; colon",
    "see! this",
    "$x^2$ # ~ %",
    "[1]_ [link](http://example.org)",
    ".. term:: x",
    ":sup:`x`",
    "!",
    "a<b",
    "\N{RIGHT-TO-LEFT MARK}\N{HEBREW LETTER ALEF}",
]


def page(name: str) -> str:
    """Return a page that defines *name* and shows it in every way there is."""
    return f"""\
Title
=====

.. term:: {name}
   :id: thing
   :abbreviation: {name}x
   :deprecated: {name.replace(";", "")}z
   :subject: {name.replace(";", "")}
   :source: {name}

   One thing.

.. term:: other
   :related: thing

   See :term:`thing`, :glossary:name:`thing`, :glossary:abbr:`thing`.

.. compare:: thing; other

   They differ.

   .. aspects::

      * - Aspect
        - one
        - two

.. glossary-index::
"""


def assert_shown(text: str, name: str) -> None:
    """Check that *name* is in *text*, and that no script is."""
    assert html.escape(name, quote=False) in _unquoted(text)
    assert "<script>alert" not in text


def _unquoted(text: str) -> str:
    return text.replace("&quot;", '"').replace("&#x27;", "'").replace("&#39;", "'")


@pytest.mark.parametrize("name", NAMES)
def test_in_the_canonical_language(build: Callable[..., Built], name: str) -> None:
    built = build({"index.rst": page(name)}, smartquotes=False)
    assert built.warnings == []
    for output in ("index", "glossary-index"):
        assert_shown(built.html(output), name)
    assert f"See {name}, {name}, {name} ({name}x)." in html.unescape(built.words())
    concepts = json.loads(built.text("glossary.json"))["concepts"]
    names = {concept["id"]: concept["name"] for concept in concepts}
    assert names == {"other": "other", "thing": name}


@pytest.mark.parametrize("name", NAMES)
def test_in_myst(build: Callable[..., Built], name: str) -> None:
    source = f"# Title\n\n:::{{term}} {name}\n:id: thing\n\nOne.\n:::\n\nSee {{term}}`thing`.\n"
    built = build({"index.md": source}, smartquotes=False)
    assert built.warnings == []
    assert_shown(built.html(), name)
    assert f"See {name}." in html.unescape(built.words())


@pytest.mark.parametrize("name", ['the client\'s "own"', "x--y ... z", "rock 'n' roll"])
def test_quotation_marks_of_names_stay_as_typed(build: Callable[..., Built], name: str) -> None:
    source = f".. term:: {name}\n   :id: thing\n\n   One.\n\nSee :term:`{name}`, :term:`thing`.\n"
    po = {"fi/terminology": {name: f"fi {name}"}}
    for language, shown in (("en", name), ("fi", f"fi {name}")):
        built = build({"index.rst": source}, language=language, po=po)
        assert built.warnings == []
        assert f"{shown}¶" in html.unescape(built.words())
        assert f"See {shown}, {shown}." in html.unescape(built.words())


@pytest.mark.parametrize("name", [n for n in NAMES if n != "!"])
def test_in_a_catalogue(build: Callable[..., Built], name: str) -> None:
    po = {"fi/terminology": {"thing": f"{name} | {name}2", ("glossary abbreviation", "TH"): name}}
    source = page("thing").replace("thingx", "TH")
    built = build({"index.rst": source}, language="fi", po=po, smartquotes=False)
    # a bar may have been meant as the one between two names; the abbreviation has one, too
    assert [warning.split()[-1] for warning in built.warnings] == (
        ["[glossary.lookalike]"] * 3 if "|" in name else []
    )
    for output in ("index", "glossary-index"):
        assert_shown(built.html(output), name)
    assert f"See {name}, {name}, {name} ({name})." in html.unescape(built.words())


@pytest.mark.parametrize("name", [n for n in NAMES if n.isascii()])
def test_in_latex(build: Callable[..., Built], name: str) -> None:
    built = build({"index.rst": page(name)}, "latex", smartquotes=False)
    assert built.warnings == []
    source = next(path for path in built.outdir.glob("*.tex")).read_text("utf-8")
    assert unescaped_latex(name) in unescaped_latex(source)
    for special in ("$x^2$", "# ~ %"):
        assert special not in source


def unescaped_latex(text: str) -> str:
    """Return *text* without what the LaTeX writer escapes, and without white space."""
    commands = {
        r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
        r"\textasteriskcentered{}": "*", r"\textgreater{}": ">", r"\textless{}": "<",
        r"\textquotesingle{}": "'", r"\textasciigrave{}": "`", r"\textquotedbl{}": '"',
        r"\sphinxhyphen{}": "-", r"{[}": "[", r"{]}": "]",
    }  # fmt: skip
    for command, character in commands.items():
        text = text.replace(command, character)
    for character in "#$%&_{}":
        text = text.replace(f"\\{character}", character)
    return "".join(text.split())
