"""What an entry's page has around its author's text: the names table, the words of its script."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_glossary_ext.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

    from sphinx_glossary_ext.glossary import ShownName
    from sphinx_glossary_ext.model import Concept

FILES = {
    "index.rst": """\
Title
=====

.. toctree::

   plain

.. term:: client

   One who pays.

.. term:: <b>bold</b>
   :id: bold

   Text.
""",
    "plain.rst": "Plain\n=====\n\nSee :term:`client`.\n",
}
CATALOGUES = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》 | 顧客 | ~クライエント",
        "<b>bold</b>": "太字",
    },
    "fi/terminology": {"?client": "asiakas"},
}


def table(built: Built, number: int) -> str:
    found = re.findall(r'(?s)<table class="glossary-names">(.*?)</table>', built.html())
    return str(found[number])


def test_names_stand_in_a_table_with_headings(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES)
    assert built.warnings == []
    client = table(built, 0)
    heads = re.findall(r'<th class="head" scope="col"><p>(.*?)</p></th>', client)
    assert heads == ["Language", "Name", "Other names"]
    assert '<th class="stub" scope="row"><p><span lang="fi">Suomi</span></p></th>' in client
    assert '<span lang="fi">asiakas</span><em class="glossary-fuzzy"> (not yet approved)' in client
    assert "<ruby>依頼人<rp>(</rp><rt>いらいにん</rt><rp>)</rp></ruby>" in client
    others = '<span lang="ja">顧客</span>, avoid: <span class="glossary-avoid" lang="ja">'
    assert others in client


def test_a_column_without_names_is_left_out(build: Callable[..., Built]) -> None:
    bold = table(build(FILES, po=CATALOGUES), 1)
    assert "Other names" not in bold
    assert "&lt;b&gt;bold&lt;/b&gt;" in bold
    assert "<b>" not in bold


@pytest.mark.parametrize("builder", ["text", "latex", "man", "texinfo"])
def test_other_builders_have_the_table_too(build: Callable[..., Built], builder: str) -> None:
    settings: dict[str, Any] = {
        "man_pages": [("index", "example", "t", "a", 1)],
        "texinfo_documents": [("index", "example", "t", "a", "example", "d", "c")],
    }
    built = build(FILES, builder, po=CATALOGUES, **settings)
    assert built.warnings == []
    name = {"text": "index.txt", "latex": "example.tex", "man": "example.1"}.get(builder)
    text = built.text(name or "example.texi")
    for word in ("Other names", "依頼人", "いらいにん", "asiakas"):
        assert word in text


def words(built: Built, docname: str = "index") -> dict[str, str] | None:
    found = re.search(r'<script[^>]* data-words="([^"]*)"', built.html(docname))
    return json.loads(html.unescape(found[1])) if found else None


def test_the_script_is_told_its_words_in_the_language_of_the_page(
    build: Callable[..., Built],
) -> None:
    built = build(FILES, language="ja", po=CATALOGUES)
    told = words(built)
    assert told is not None
    assert told["copied"] == "コピーしました：{name}"
    assert words(built, "plain") is None


def test_no_button_where_a_site_has_no_permalinks(build: Callable[..., Built]) -> None:
    assert words(build(FILES, html_permalinks=False)) == {}


@pytest.mark.parametrize("builder", ["epub", "singlehtml"])
def test_builders_without_pages_have_no_script(build: Callable[..., Built], builder: str) -> None:
    built = build(FILES, builder, version="1", epub_copyright="x")
    assert built.warnings == []
    pages = [c for n, c in built.files().items() if n.endswith((".html", ".xhtml"))]
    assert pages
    assert not any(b"sphinx-glossary-entry.js" in content for content in pages)


IN_ORDER = {
    "index.rst": """\
Title
=====

.. toctree::

   wine
   sale

.. term:: trade
   :related: a-wine; z-sale

   Text.

.. term:: wine
   :id: a-wine

   Text.

.. term:: sale
   :id: z-sale

   Text.
""",
    "wine.rst": ":term:`wine`\n============\n\nSee :term:`trade`.\n",
    "sale.rst": ":term:`sale`\n============\n\nSee :term:`trade`.\n",
}


def test_names_stand_in_the_order_of_the_reader(build: Callable[..., Built]) -> None:
    po = {
        "ja/terminology": {
            "wine": "ワイン",
            "sale": "売上《うりあげ》",
            "trade": "取引《とりひき》",
        }
    }
    built = build(IN_ORDER, po=po, language="ja")
    assert built.warnings == []
    facts = re.search(r'(?s)id="term-trade".*?<dl class="glossary-facts.*?</dl>', built.html())
    assert facts is not None
    lists = re.findall(r"<p>(<a .*?)</p>", facts[0])
    names = [re.sub(r"<[^>]*>", "", line) for line in lists]
    # by the reading, and not by ids or by the code of the character
    assert names == ["売上、ワイン", "売上、ワイン"]


def test_names_are_asked_for_in_proportion_to_what_is_shown(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0
    name_of = Glossary.name

    def count(self: Glossary, concept: Concept, locale: str) -> ShownName:
        nonlocal asked
        asked += 1
        return name_of(self, concept, locale)

    def names_asked_for(narrower: int) -> int:
        nonlocal asked
        terms = [f".. term:: n{i}\n   :broader: top\n\n   Text.\n" for i in range(narrower)]
        source = "\n".join(["Title\n=====\n", ".. term:: top\n\n   Text.\n", *terms])
        names = {"top": "上", **{f"n{i}": f"名{i}" for i in range(narrower)}}
        asked = 0
        project = make_project({"index.rst": source}, {"ja/terminology": names}, f"{narrower}")
        assert project.build(language="ja").warnings == []
        return asked

    monkeypatch.setattr(Glossary, "name", count)
    # one concept above all others is a common shape
    assert names_asked_for(120) < 3 * names_asked_for(60)
