"""What a PDF needs of the LaTeX source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

FILES = {
    "index.rst": """\
Title
=====

.. term:: client
   :synonyms: principal

   One who pays.

   .. examples::

      * A :term:`client` pays.

.. term:: sale

   An exchange.

.. compare:: client; sale

   They differ.

.. glossary-index::

.. glossary-coverage::
"""
}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人《いらいにん》 | クライアント", "sale": "販売《はんばい》"},
    "fi/terminology": {"client": "asiakas"},
}


def source(built: Built) -> str:
    """Return the LaTeX source of a build without warnings."""
    assert built.warnings == []
    return built.text("example.tex")


def test_the_index_goes_on_over_pages(build: Callable[..., Built]) -> None:
    text = source(build(FILES, "latex", po=CATALOGUES))
    # Sphinx lets only tables of more than thirty rows do so
    assert text.count(r"\begin{longtable}") == 1


def test_columns_of_names_are_as_wide_as_we_say(build: Callable[..., Built]) -> None:
    text = source(build(FILES, "latex", po=CATALOGUES))
    assert r"\X{14}{66}\X{26}{66}\X{26}{66}" in text


def test_labels_of_blocks_stand_out(build: Callable[..., Built]) -> None:
    assert r"\sphinxstylestrong{Examples}" in source(build(FILES, "latex"))


def test_names_are_sorted_by_their_readings(build: Callable[..., Built]) -> None:
    text = source(build(FILES, "latex", language="ja", po=CATALOGUES))
    entries = re.findall(r"\\index\{(.*?)\|spxpagem\}", text)
    assert entries == [
        r"いらいにん@\spxentry{依頼人}",
        r"クライアント@\spxentry{クライアント}",
        r"はんばい@\spxentry{販売}",
    ]


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex"])
def test_marks_in_an_index_entry_are_no_commands(build: Callable[..., Built], engine: str) -> None:
    name = r's{e"y!l@|\%'
    files = {"index.rst": f"Title\n=====\n\n.. term:: {name}\n   :id: s\n\n   One.\n"}
    text = source(build(files, "latex", latex_engine=engine))
    marked = r's\textbraceleft{}e""y"!l"@\textbar{}\textbackslash{}\%'
    assert rf"\index{{{marked}@\spxentry{{{marked}}}|spxpagem}}" in text


def test_other_builders_choose_the_widths_of_columns(build: Callable[..., Built]) -> None:
    built = build(FILES, "singlehtml", po=CATALOGUES)
    assert built.warnings == []
    assert "asiakas" in built.html()
    assert "<colgroup>" not in built.html()
