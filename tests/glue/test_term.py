"""``term``: one concept, in reST and MyST, with everything that its entry shows."""

from __future__ import annotations

import re
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.glue.nodes import concept_entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

OPTIONS = """\
:id: client-facing-role
:qualifier: business
:synonyms: customer-facing; public-facing
:deprecated: front-facing
:abbreviation: CF
:reading: klaɪənt feɪsɪŋ
:part-of-speech: adjective
:subject: Business; Retail
:broader: contact
:narrower: sales
:related: office
:contrast: back
:replaced-by: facing
:exact-match: https://example.org/a https://example.org/b
:source: https://example.com/source
:do-not-translate:
:case-sensitive:
:not-in: client-facing API
:status: deprecated
:name: a label
:class: special
"""
OTHERS = ("contact", "sales", "office", "back", "facing")

RST = """\
.. term:: client-facing
{options}
   Said of a *role*.

   A note.

   .. examples::

      * One example.
      * Two examples.

   .. dialogue::

      * Ann: May I come in?
      * Ben: Do.

   .. dialogue::

      * May I come in?
      * Do.

"""
MYST = """\
{o}{{term}} client-facing
{options}
Said of a *role*.

A note.

{i}{{examples}}
* One example.
* Two examples.
{i}

{i}{{dialogue}}
* Ann: May I come in?
* Ben: Do.
{i}

{i}{{dialogue}}
* May I come in?
* Do.
{i}
{o}
"""
IN_RST = {
    "index.rst": "Title\n=====\n\n"
    + RST.format(options=indent(OPTIONS, "   "))
    + "".join(f".. term:: {name}\n\n   Other.\n\n" for name in OTHERS)
}


def in_myst(outer: str, inner: str) -> dict[str, str]:
    """Return the same page in MyST."""
    others = "".join(f":::{{term}} {name}\nOther.\n:::\n\n" for name in OTHERS)
    entry = MYST.format(o=outer, i=inner, options=OPTIONS)
    return {"index.md": f"# Title\n\n{entry}\n{others}"}


def test_every_option(build: Callable[..., Built], snapshot: Callable[[str, str], None]) -> None:
    built = build(IN_RST, "dummy")
    assert built.warnings == []
    snapshot("term", built.shape())


@pytest.mark.parametrize(
    "fences", [("::::", ":::"), ("````", "```"), ("~~~~", "```"), (":::", "```")]
)
def test_myst_makes_the_same(make_project: Callable[..., Project], fences: tuple[str, str]) -> None:
    rst = make_project(IN_RST, name="rst").build("dummy")
    myst = make_project(in_myst(*fences), name="myst").build("dummy")
    assert (rst.warnings, myst.warnings) == ([], [])
    assert myst.shape() == rst.shape()


def test_an_entry_is_a_glossary_for_every_theme(build: Callable[..., Built]) -> None:
    html = build(IN_RST).html()
    assert re.search('<dl class="[^"]*\\bglossary\\b[^"]* special">', html)
    assert '<a class="reference external" href="https://example.org/a">' in html
    assert '<dt id="term-client-facing-role">' in html
    assert "<ruby>client-facing<rp>(</rp><rt>klaɪənt feɪsɪŋ</rt><rp>)</rp></ruby>" in html


def test_the_other_side_of_each_relation_is_shown(build: Callable[..., Built]) -> None:
    built = build(IN_RST)
    entries = built.words().split("¶")
    label = {"contact": "Narrower concept", "sales": "Broader concept", "office": "See also",
             "back": "Contrast", "facing": "Replaces"}  # fmt: skip
    for name, entry in zip(OTHERS, entries[-5:], strict=True):
        assert f"Other. {label[name]}: client-facing" in entry


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "Broader concept: c0", "Narrower concepts: c1, c2"),
        ("fi", "Yläkäsite: c0", "Alakäsitteet: c1, c2"),
        ("ja", "上位概念: c0", "下位概念: c1、c2"),
        ("ko", "상위 개념: c0", "하위 개념: c1, c2"),
    ],
)
def test_labels_are_in_the_number_of_what_follows(
    build: Callable[..., Built], language: str, one: str, several: str
) -> None:
    source = "".join(f".. term:: c{n}\n   :broader: c{n - 1}\n\n   A.\n\n" for n in (1, 3))
    source += ".. term:: c2\n   :broader: c0\n\n   A.\n\n.. term:: c0\n\n   A.\n\n"
    words = build({"index.rst": source}, language=language).words()
    assert one in words
    assert several in words


def test_speakers(build: Callable[..., Built]) -> None:
    source = dedent("""\
        .. term:: shop

           Where one buys.

           .. dialogue::

              * Customer: How much: two?
              * 店員： 三つです。

           .. dialogue::

              * Customer: How much?
              * It depends: two or three.

           .. dialogue::

              * First.
              * Second.
              * Third.
        """)
    words = build({"index.rst": source}).words()
    assert "Customer: How much: two? 店員: 三つです。" in words
    assert "A: First. B: Second. A: Third." in words


# ---- in the language of the page


JA = {
    "ja/terminology": {
        "client": "クライアント | 依頼人《いらいにん》 | ~クライエント",
        ("glossary subject", "Business"): "ビジネス",
        ("glossary abbreviation", "CL"): "略称",
    },
    "ja/index": {
        "Title": "題",
        "One who pays.": "払う人。",
        "An example.": "例文。",
        "Ann: Hello.": "アン：こんにちは。",
    },
}
CLIENT = {
    "index.rst": """\
Title
=====

.. term:: client
   :part-of-speech: noun
   :subject: Business
   :abbreviation: CL
   :synonyms: principal

   One who pays.

   .. examples::

      * An example.

   .. dialogue::

      * Ann: Hello.
"""
}


def test_translated(build: Callable[..., Built]) -> None:
    built = build(CLIENT, "dummy", language="ja", po=JA)
    assert built.warnings == []
    text = built.resolved["index"].astext()
    for shown in (
        "クライアント",
        "依頼人",
        "クライエント",
        "払う人。",
        "例文。",
        "アン",
        "ビジネス",
        "略称",
    ):
        assert shown in text
    assert "principal" in text  # among the names in other languages


def test_the_part_of_speech_is_that_of_the_canonical_name(build: Callable[..., Built]) -> None:
    source = (
        ".. term:: client-facing\n   :part-of-speech: adjective\n\n   One.\n\n"
        ".. term:: customer\n   :part-of-speech: noun\n\n   Two.\n"
    )
    po = {"ja/terminology": {"client-facing": "クライアント対応"}}
    facing, customer = (
        build({"index.rst": source}, language="ja", po=po).words().partition("customer")[::2]
    )
    assert facing.count("形容詞") == 1
    assert "English client-facing（形容詞）" in facing
    # at the head of the entry, where the canonical name stands for one that is missing
    assert customer.startswith("¶名詞 · 未訳")


def test_ids_are_the_same_in_every_language(make_project: Callable[..., Project]) -> None:
    project = make_project(CLIENT, JA)
    english, japanese = project.build(), project.build(language="ja")
    assert 'id="term-client"' in english.html()
    assert 'id="term-client"' in japanese.html()


def test_an_untranslated_definition_is_marked(build: Callable[..., Built]) -> None:
    po = {"ja/terminology": {"client": "クライアント"}}
    built = build(CLIENT, language="ja", po=po)
    assert '<p lang="en">One who pays.</p>' in built.html()


def test_names_in_other_languages_carry_their_language(build: Callable[..., Built]) -> None:
    built = build(CLIENT, po={**JA, "fi/terminology": {"?client": "asiakas"}})
    assert built.warnings == []
    html = built.html()
    assert '<span lang="ja">クライアント</span>' in html
    assert '<span lang="ja"><ruby>依頼人<rp>(</rp><rt>いらいにん</rt>' in html
    # a name that is not approved is not a name
    assert "not yet approved" in built.words()


def test_links_to_the_page_in_another_language(build: Callable[..., Built]) -> None:
    files = {"index.rst": "Title\n=====\n\n.. toctree::\n\n   deep/page\n",
             "deep/page.rst": CLIENT["index.rst"]}  # fmt: skip
    built = build(files, po=JA, glossary_link_template="{root}../{lang}/{page}{anchor}")
    assert built.warnings == []
    assert 'href="../../ja/deep/page.html#term-client"' in built.html("deep/page")


def test_gettext(build: Callable[..., Built]) -> None:
    built = build(CLIENT, "gettext")
    assert built.warnings == []
    prose = re.findall('^msgid "(.+)"$', built.text("index.pot"), re.MULTILINE)
    assert prose == ["Title", "One who pays.", "An example.", "Ann: Hello."]
    names = re.findall('^msgid "(.+)"$', built.text("terminology.pot"), re.MULTILINE)
    assert names == ["client", "CL", "Business"]


def test_gettext_is_the_same_from_two_processes(make_project: Callable[..., Project]) -> None:
    pages = {
        f"page{n}.rst": f"Page {n}\n======\n\n.. term:: word {n}\n\n   Text.\n" for n in range(8)
    }
    toctree = "Title\n=====\n\n.. toctree::\n   :glob:\n\n   page*\n"
    project = make_project({"index.rst": toctree, **pages})
    one = project.build("gettext", to="one").text("terminology.pot")
    assert one == project.build("gettext", to="two", jobs=2).text("terminology.pot")
    assert one == project.build("gettext", to="one").text("terminology.pot")


def test_a_draft_has_no_message(build: Callable[..., Built]) -> None:
    files = {
        "index.rst": CLIENT["index.rst"] + "\n.. term:: ghost\n   :status: draft\n\n   Not ready.\n"
    }
    built = build(files, "gettext")
    assert built.warnings == []
    assert "ghost" not in built.text("terminology.pot")


def test_the_text_of_a_draft_waits_for_translators(make_project: Callable[..., Project]) -> None:
    draft = """\

.. term:: ghost
   :status: draft

   Not ready; ask a :term:`client` or :ref:`nobody`.

   .. note:: Not yet.

   .. examples::

      * Boo.

.. term:: spirit

   Ready.
"""
    project = make_project({"index.rst": CLIENT["index.rst"] + draft})
    built = project.build("gettext")
    # what is wrong with it is told all the same
    assert [warning.partition(":")[0] for warning in built.warnings] == ["index.rst"]
    prose = re.findall('^msgid "(.+)"$', built.text("index.pot"), re.MULTILINE)
    assert prose == ["Title", "One who pays.", "An example.", "Ann: Hello.", "Ready."]
    assert "Not ready;" in project.build(to="pages").words()
    project.replace("index.rst", "   :status: draft\n", "")
    assert 'msgid "Boo."' in project.build("gettext").text("index.pot")


def test_used_in(build: Callable[..., Built]) -> None:
    files = {
        "index.rst": CLIENT["index.rst"] + "\n:term:`client`\n\n.. toctree::\n\n   use\n   other\n",
        "use.rst": "How it is *used*\n================\n\n:term:`client`, :glossary:abbr:`CL`\n",
        "other.rst": "Other\n=====\n\nNothing.\n",
    }
    built = build(files)
    assert built.warnings == []
    assert "Used in: How it is used" in built.words()
    assert "Used in: How it is used, Other" not in built.words()


@pytest.mark.parametrize(("pages", "folded"), [(10, False), (11, True)])
def test_used_in_many_pages(
    make_project: Callable[..., Project], pages: int, *, folded: bool
) -> None:
    files = {f"p{n:02}.rst": f"Page {n}\n=======\n\nSee :term:`client`.\n" for n in range(pages)}
    source = ".. term:: client\n\n   One who pays.\n\n.. toctree::\n   :glob:\n\n   p*\n"
    project = make_project({"index.rst": source, **files})
    built = project.build()
    assert built.warnings == []
    assert (f"<details><summary>{pages} pages</summary><p><a " in built.html()) is folded
    # where nothing can be opened, all of them are there
    text = project.build("text").text("index.txt")
    assert all(f"Page {n}" in text for n in range(pages))


def test_a_term_can_hold_whatever_docutils_can(build: Callable[..., Built]) -> None:
    source = """\
.. term:: thing

   What *it* is [#f]_.

   .. note:: Mind this.

   .. code-block:: python

      print("x")

   ======  =====
   Column  Other
   ======  =====
   one     two
   ======  =====

   .. [#f] A footnote.

   .. figure:: missing-not.png

.. term:: empty name

   - A list first.
"""
    png = "\x89PNG"
    built = build({"index.rst": source, "missing-not.png": png})
    assert built.warnings == []
    assert "A footnote." in built.words()


def test_an_entry_waits_as_one_node_around_its_text(build: Callable[..., Built]) -> None:
    # Sphinx keeps all pages in memory until they are written, and walks them for garbage
    built = build({"index.rst": "Title\n=====\n\n.. term:: client\n\n   One who *pays*.\n"})
    entry = next(built.doctree().findall(concept_entry))
    assert [node.tagname for node in entry.findall()] == [
        *("concept_entry", "paragraph", "#text", "emphasis", "#text", "#text")
    ]
