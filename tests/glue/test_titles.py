"""Names in titles, which Sphinx copies to tables of contents, labels and the general index."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    "index.rst": """\
Title
=====

.. toctree::

   page
   see

.. term:: client

   One who pays.
""",
    "page.rst": """\
.. _first:

The :term:`client` today
========================

.. _second:

A :term:`new client <client>` and a :term:`client`
--------------------------------------------------

Text.
""",
    "see.rst": "See\n===\n\nNot :ref:`first`, :ref:`second`, :doc:`page`, :ref:`entry`.\n",
    "entry.rst": """\
:orphan:

Entry
=====

.. term:: bank
   :name: entry

   Where money is.
""",
}
JA = {"client": "顧客《こきゃく》", "bank": "銀行《ぎんこう》"}


def toc(built: Built) -> list[str]:
    """Return the entries of the table of contents on the first page."""
    contents = built.html().partition('class="toctree-wrapper')[2].partition("</div>")[0]
    entries = re.findall(r"<a [^>]*>(.*?)</a>", contents)
    return [re.sub("<[^>]*>", "", entry) for entry in entries]


def headings(built: Built) -> list[str]:
    """Return the headings of the general index."""
    return re.findall("<h2[^>]*>(.*?)</h2>", built.html("genindex"))


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    """Return the project, not yet built."""
    return make_project(FILES, {"ja/terminology": JA})


def test_in_the_canonical_language(project: Project) -> None:
    built = project.build()
    assert built.warnings == []
    assert "<title>The client today &#8212; Example" in built.html("page")
    assert toc(built) == ["The client today", "A new client and a client", "See"]
    assert (
        "Not The client today, A new client and a client, The client today, bank."
        in built.words("see")
    )


def test_in_another_language(project: Project) -> None:
    built = project.build(language="ja")
    assert built.warnings == []
    assert "<title>The 顧客 today &#8212; Example" in built.html("page")
    assert toc(built) == ["The 顧客 today", "A new client and a 顧客", "See"]
    assert "Not The 顧客 today, A new client and a 顧客, The 顧客 today, 銀行." in built.words(
        "see"
    )


def test_in_a_translated_title(project: Project) -> None:
    project.write_po({"ja/page": {"The :term:`client` today": "今日の :term:`client`"}})
    built = project.build(language="ja")
    assert built.warnings == []
    assert "<title>今日の 顧客 &#8212; Example" in built.html("page")
    assert toc(built)[0] == "今日の 顧客"
    assert "Not 今日の 顧客," in built.words("see")


def test_after_the_catalogue_was_edited(project: Project) -> None:
    project.build(language="ja")
    project.replace("locales/ja/LC_MESSAGES/terminology.po", "顧客《こきゃく》", "依頼人")
    again = project.build(language="ja")
    assert (again.warnings, again.read) == ([], [])
    assert "<title>The 依頼人 today &#8212; Example" in again.html("page")
    assert toc(again)[0] == "The 依頼人 today"
    assert "Not The 依頼人 today," in again.words("see")
    fresh = project.build(language="ja", to="fresh")
    pages = [name for name in fresh.files() if name.endswith(".html")]
    assert [name for name in pages if fresh.files()[name] != again.files()[name]] == []


def test_the_general_index_is_in_the_language_of_the_page(project: Project) -> None:
    built = project.build(language="ja")
    index = built.html("genindex")
    assert '<a href="index.html#term-client"><strong>顧客</strong></a>' in index
    # by reading: か comes from ぎんこう and こきゃく alike, in this order
    assert index.index("銀行") < index.index("顧客")
    assert headings(built) == ["か"]


@pytest.mark.parametrize(
    ("language", "heading", "expected"),
    [
        ("en", "C", ["card", "client", "coin", "cost", "CSAT"]),
        ("ja", "か", ["カード", "会社", "記録", "契約"]),
    ],
)
@pytest.mark.parametrize("page", ["genindex", "genindex-all", "genindex-{}"])
def test_the_general_index_is_sorted_for_its_readers(
    build: Callable[..., Built], language: str, heading: str, expected: list[str], page: str
) -> None:
    names = {
        "CSAT": "記録《きろく》",
        "card": "契約《けいやく》",
        "coin": "カード",
        "cost": "会社《かいしゃ》",
    }
    terms = "\n".join(f".. term:: {name}\n\n   One.\n" for name in names)
    built = build(
        # an entry of Sphinx's own among ours
        {"index.rst": f"Title\n=====\n\n{terms}\n.. index:: client\n"},
        language=language,
        po={"ja/terminology": names},
        html_split_index=page != "genindex",
    )
    entries = built.html(page.format(heading)).partition(f"{heading}</h")[2].partition("<h2")[0]
    assert re.findall(r"<li><a [^>]*>(?:<strong>)?([^<]*)", entries) == expected


def test_the_general_index_after_the_catalogue_was_edited(project: Project) -> None:
    project.build(language="ja")
    project.replace(
        "locales/ja/LC_MESSAGES/terminology.po", "顧客《こきゃく》", "依頼人《いらいにん》"
    )
    again = project.build(language="ja")
    assert again.html("genindex") == project.build(language="ja", to="fresh").html("genindex")
    assert headings(again) == ["あ", "か"]
    assert "顧客" not in again.html("genindex")


def test_the_general_index_after_another_page_took_the_id(project: Project) -> None:
    project.build()
    project.write({"again.rst": ":orphan:\n\nAgain\n=====\n\n.. term:: client\n\n   A copy.\n"})
    again = project.build()
    assert again.html("genindex") == project.build(to="fresh").html("genindex")
    assert 'href="again.html#term-client"' in again.html("genindex")


@pytest.mark.parametrize("msgstr", ["推測", "推測 | ~憶測", "-"])
def test_the_general_index_has_no_name_that_is_not_approved(
    build: Callable[..., Built], msgstr: str
) -> None:
    msgid = "client" if msgstr == "-" else "?client"
    files = {"index.rst": "Title\n=====\n\n.. term:: client\n\n   One who pays.\n"}
    index = build(files, language="ja", po={"ja/terminology": {msgid: msgstr}}).html("genindex")
    assert "推測" not in index
    assert "憶測" not in index
    assert '<a href="index.html#term-client"><strong>client</strong></a>' in index


def test_a_numbered_toctree_with_names(project: Project) -> None:
    project.replace("index.rst", ".. toctree::\n", ".. toctree::\n   :numbered:\n")
    built = project.build(language="ja")
    assert built.warnings == []
    assert "<title>1. The 顧客 today &#8212; Example" in built.html("page")


def test_a_title_that_names_an_unknown_concept(project: Project) -> None:
    project.write(
        {"page.rst": "The :term:`nobody`\n==================\n\n.. _first:\n.. _second:\n"}
    )
    built = project.build()
    assert (
        "page.rst:1: the reference names the unknown concept 'nobody'; define it with the term "
        "directive [glossary.unknown_concept]" in built.warnings
    )
    assert "<title>The nobody &#8212; Example" in built.html("page")


def test_a_title_that_names_a_concept_that_is_gone(project: Project) -> None:
    project.build(language="ja")
    project.replace("index.rst", ".. term:: client\n\n   One who pays.\n", "")
    built = project.build(language="ja")
    assert toc(built) == ["The client today", "A new client and a client", "See"]


def test_a_definition_that_refers_to_what_is_not_named_on_such_a_page(project: Project) -> None:
    project.replace("page.rst", "Text.\n", ".. _plain:\n\nPlain\n-----\n\nText.\n")
    project.replace("entry.rst", "Where money is.", "Not :ref:`plain` but :ref:`first`.")
    concepts = json.loads(project.build().text("glossary.json"))["concepts"]
    assert concepts[0]["definition"]["text"] == "Not Plain but first."


def test_a_definition_that_refers_to_an_entry_by_its_label(project: Project) -> None:
    project.replace("index.rst", "One who pays.", "Pays a :ref:`entry`.")
    project.build(language="ja")
    project.replace("locales/ja/LC_MESSAGES/terminology.po", "銀行《ぎんこう》", "金庫")
    again = project.build(language="ja")
    fresh = project.build(language="ja", to="fresh")
    assert again.text("glossary.json") == fresh.text("glossary.json")


MARKED = """\
Marked
======

.. _one:
.. _other:

.. term:: client

   One who pays.

.. rst-class:: special

.. term:: customer

   One who buys.

.. _both:

.. compare:: client; customer

   They differ.
"""


def test_marks_before_an_entry_or_a_comparison_lead_there_and_show_its_name(
    make_project: Callable[..., Project],
) -> None:
    see = "See\n===\n\n:ref:`one` :ref:`other` :ref:`both` :ref:`Same words <one>`\n"
    files = {
        "index.rst": "Start\n=====\n\n.. toctree::\n\n   marked\n   see\n",
        "marked.rst": MARKED,
        "see.rst": see,
    }
    project = make_project(files, {"ja/terminology": {"client": "顧客", "customer": "買い手"}})
    built = project.build(language="ja")
    links = re.findall(r'href="marked.html#([^"]+)"><span[^>]*>([^<]+)<', built.html("see"))
    assert links[:4] == [
        ("one", "顧客"),
        ("other", "顧客"),
        ("both", "比較：顧客、買い手"),
        ("one", "Same words"),
    ]
    page = built.html("marked")
    assert all(page.count(f'id="{mark}"') == 1 for mark in ("one", "other", "both"))
    assert "glossary-entry special" in page
    assert built.warnings == []


def test_a_label_of_a_comparison_that_nothing_can_identify(
    make_project: Callable[..., Project],
) -> None:
    text = (
        "Title\n=====\n\n.. _both:\n\n.. compare:: 銀行; 金庫\n\n   They differ.\n\n"
        ".. _titled:\n\n.. compare:: 銀行; 金庫\n   :title: Or a safe?\n\n   They differ.\n\n"
        ":ref:`both`, :ref:`titled`\n"
    )
    built = make_project({"index.rst": text}).build()
    assert 'href="#both"><span class="std std-ref">銀行; 金庫<' in built.html()
    assert 'href="#titled"><span class="std std-ref">Or a safe?<' in built.html()
    assert not any("cross reference" in warning for warning in built.warnings)


LABELLED = """\
Labelled
========

.. _capital:

.. term:: API

   A contract.

.. term:: allowlist
   :id: whitelist
   :deprecated: whitelist
   :name: renamed

   A list.

:ref:`capital` :ref:`renamed`
"""


@pytest.mark.parametrize(
    ("language", "shown"), [("en", ["API", "allowlist"]), ("ja", ["エーピーアイ", "許可リスト"])]
)
def test_a_label_shows_the_approved_name_where_the_id_is_spelled_like_another(
    make_project: Callable[..., Project], language: str, shown: list[str]
) -> None:
    names = {"API": "エーピーアイ | api", "allowlist": "許可リスト | ~whitelist"}
    project = make_project({"index.rst": LABELLED}, {"ja/terminology": names})
    built = project.build(language=language)
    assert re.findall('<span class="std std-ref">([^<]+)<', built.html()) == shown


def test_a_label_before_something_of_ours_is_one_label_in_latex(
    make_project: Callable[..., Project],
) -> None:
    index = ".. _all:\n\n.. glossary-index::\n"
    text = make_project({"index.rst": f"{MARKED}\n{index}"}).build("latex").text("example.tex")
    for label in ("one", "other", "both", "all"):
        assert len(re.findall(rf"\\label{{[^}}]*:{label}}}", text)) == 1


def test_a_label_of_an_entry_that_nothing_can_identify(project: Project) -> None:
    project.replace("entry.rst", ".. term:: bank", ".. term:: 銀行")
    built = project.build()
    link = re.search('href="entry.html#([^"]+)"><span class="std std-ref">銀行<', built.html("see"))
    assert link
    assert f'<dt id="{link[1]}">銀行<' in built.html("entry")
    assert len(built.warnings) == 1
    assert "glossary.invalid_id" in built.warnings[0]


NAMED = """\
In :glossary:name:`client@ja`
=============================

.. term:: client

   One who pays.

.. term:: payer

   In Japanese :glossary:name:`client@ja`.

.. compare:: client; payer
   :title: A :term:`client` or a :term:`payer`?

   They differ.
"""
SEE = "See\n===\n\n:glossary:definition:`payer` :glossary:compare:`client-vs-payer`\n"


def test_names_in_other_languages_in_titles_and_definitions(
    make_project: Callable[..., Project],
) -> None:
    files = {
        "index.rst": "Start\n=====\n\n.. toctree::\n\n   named\n   see\n",
        "named.rst": NAMED,
        "see.rst": SEE,
    }
    project = make_project(files, {"ja/terminology": {"client": "顧客", "payer": "支払人"}})
    built = project.build()
    assert built.warnings == []
    assert "In 顧客" in built.words("index")
    assert json.loads(built.text("glossary.json"))["concepts"][1]["definition"]["text"] == (
        "In Japanese 顧客."
    )
    project.replace("locales/ja/LC_MESSAGES/terminology.po", "顧客", "依頼人")
    again = project.build()
    assert "In Japanese 依頼人." in again.words("see")
    assert again.files()["see.html"] == project.build(to="fresh").files()["see.html"]


def test_a_title_of_a_comparison_shows_names(make_project: Callable[..., Project]) -> None:
    files = {
        "index.rst": "Start\n=====\n\n.. toctree::\n\n   named\n   see\n",
        "named.rst": NAMED,
        "see.rst": SEE,
    }
    project = make_project(files, {"ja/terminology": {"client": "顧客", "payer": "支払人"}})
    built = project.build(language="ja")
    assert "A 顧客 or a 支払人?" in built.words("see")
    assert "A 顧客 or a 支払人?" in built.words("named")


def test_a_name_that_a_substitution_puts_into_a_title(project: Project) -> None:
    project.replace("page.rst", "The :term:`client` today\n", "The |one| today\n")
    project.replace("page.rst", "Text.\n", "Text.\n\n.. |one| replace:: :term:`client`\n")
    built = project.build(language="ja")
    assert built.warnings == []
    assert "<title>The 顧客 today &#8212; Example" in built.html("page")
    assert toc(built)[0] == "The 顧客 today"
    assert "Not The 顧客 today," in built.words("see")


CAPTIONS = """\
.. _figure:

.. figure:: one.png

   A :term:`client` at work

.. _table:

.. table:: All of a :term:`client`

   == ==
   a  b
   == ==

.. _code:

.. code-block:: text
   :caption: As a :term:`client` has it

   x

.. _rubric:

.. rubric:: For a :term:`client`
"""


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("figure", "A 顧客 at work"),
        ("table", "All of a 顧客"),
        ("code", "As a 顧客 has it"),
        ("rubric", "For a 顧客"),
    ],
)
def test_a_caption_that_shows_a_name(project: Project, label: str, shown: str) -> None:
    project.write({"page.rst": f"Page\n====\n\n.. _first:\n.. _second:\n\n{CAPTIONS}"})
    project.write({"one.png": "", "see.rst": f"See\n===\n\nNot :ref:`{label}`.\n"})
    project.replace("entry.rst", "Where money is.", f"See :doc:`page`, not :ref:`{label}`.")
    built = project.build(language="ja")
    assert f"Not {shown}." in built.words("see")
    project.replace("locales/ja/LC_MESSAGES/terminology.po", "顧客《こきゃく》", "依頼人")
    again = project.build(language="ja")
    assert f"Not {shown.replace('顧客', '依頼人')}." in again.words("see")
    # a caption is no title: that of the page can stand in a definition
    concepts = json.loads(again.text("glossary.json"))["concepts"]
    assert concepts[0]["definition"]["text"] == f"See Page, not {label}."


MARKDOWN = {
    "index.md": """\
# Title

:::{term} client
Pays, see [](#below), [](#there), [](#gone) and [here](#below).
:::

(below)=
## Below
""",
    "other.rst": """\
:orphan:

Other
=====

.. _there:

There
-----

.. term:: bank

   Has a There_, as

:glossary:definition:`client` and :glossary:definition:`bank`.
""",
    "see.rst": ":orphan:\n\nSee\n===\n\n:glossary:definition:`bank`\n",
}


def test_links_of_markdown_in_a_definition(build: Callable[..., Built]) -> None:
    built = build(MARKDOWN)
    concepts = json.loads(built.text("glossary.json"))["concepts"]
    assert concepts[0]["definition"]["text"] == "Pays, see Below, There, gone and here."


@pytest.mark.parametrize(
    ("builder", "other", "to_index", "to_other"),
    [
        ("html", "other.html", "index.html", "other.html"),
        ("dirhtml", "other/index.html", "../", "../other/"),
    ],
)
def test_links_within_a_page_in_a_definition_on_another(
    build: Callable[..., Built], builder: str, other: str, to_index: str, to_other: str
) -> None:
    built = build(MARKDOWN, builder)
    assert built.text(other).count(f'href="{to_index}#below"') == 2
    assert built.text(other).count('href="#there"') > 1
    assert f'href="{to_other}#there"' in built.text(other.replace("other", "see"))


def test_links_within_a_page_in_a_definition_in_latex(build: Callable[..., Built]) -> None:
    files = {**MARKDOWN, "other.rst": MARKDOWN["other.rst"].removeprefix(":orphan:\n")}
    files["index.md"] += "\n```{toctree}\nother\n```\n"
    latex = build(files, "latex").text("example.tex")
    assert latex.count(r"\hyperref[\detokenize{index:below}]") == 4
    assert r"{other:below}" not in latex
