"""``compare``: two or more concepts, in the language of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

ENTRIES = """\
.. term:: client

   One who pays a :term:`vendor`; see :doc:`sub/other`.

.. term:: customer

   One who buys.

.. term:: vendor

   One who sells.

"""
COMPARISON = """\
.. compare:: client; customer
   :difficulty: 2
   :name: the label
   :class: special

   A :term:`client` comes back; a customer may not.

   Before the table.

   .. aspects::

      * - Relationship
        - long-term
        - open to *anyone*

          and short
      * - Decides by
        - trust
        - price

   .. examples:: client

      * A client example.

   .. dialogue:: customer

      * Clerk: Next!
      * Customer: Here.

   .. examples:: Customer

      * A customer example.

   .. examples::

      * Nobody's example.

   The summary.

   And more of it.
"""
FILES = {
    "index.rst": f"Title\n=====\n\n.. toctree::\n\n   sub/pair\n   sub/other\n\n{ENTRIES}",
    "sub/pair.rst": f"Pair\n====\n\n{COMPARISON}\n",
    "sub/other.rst": "Other\n=====\n\n:glossary:compare:`client-vs-customer`,"
    " :glossary:compare:`here <client-vs-customer>`, :ref:`the label`.\n",
}
IN_MYST = """\
# Pair

:::::{compare} client; customer
:difficulty: 2
:name: the label
:class: special

A {term}`client` comes back; a customer may not.

Before the table.

::::{aspects}
* - Relationship
  - long-term
  - open to *anyone*

    and short
* - Decides by
  - trust
  - price
::::
::::{examples} client
* A client example.
::::
::::{dialogue} customer
* Clerk: Next!
* Customer: Here.
::::
::::{examples} Customer
* A customer example.
::::
::::{examples}
* Nobody's example.
::::
The summary.

And more of it.
:::::
"""
SHARED = {
    "ko/terminology": {"client": "고객", "customer": "고객", "vendor": "판매자"},
    "fi/terminology": {"client": "asiakas", "customer": "asiakas"},
}


def heads(built: Built, docname: str) -> list[str]:
    """Return the heads of the columns of the first table."""
    table = built.html(docname).partition("<thead>")[2].partition("</thead>")[0]
    cells = re.findall(r"(?s)<th[^>]*>(.*?)</th>", table)
    return [re.sub("<[^>]*>", "", cell).strip() for cell in cells]


def test_two_concepts(build: Callable[..., Built], snapshot: Callable[[str, str], None]) -> None:
    built = build(FILES, "dummy")
    assert built.warnings == []
    snapshot("compare", built.shape("sub/pair"))


def test_myst_makes_the_same(make_project: Callable[..., Project]) -> None:
    rst = make_project(FILES, name="rst").build("dummy")
    files = {name: text for name, text in FILES.items() if name != "sub/pair.rst"}
    myst = make_project({**files, "sub/pair.md": IN_MYST}, name="myst").build("dummy")
    assert (rst.warnings, myst.warnings) == ([], [])
    assert myst.shape("sub/pair") == rst.shape("sub/pair")


def test_the_order_in_which_a_reader_meets_the_parts(build: Callable[..., Built]) -> None:
    words = build(FILES).words("sub/pair")
    parts = [
        "Comparison: client and customer",
        "A client comes back; a customer may not.",
        "Before the table.",
        "Difficulty: 2 of 5",
        "One who pays a vendor; see Other.",
        "One who buys.",
        "Relationship long-term open to anyone and short",
        "A client example.",
        "Clerk: Next! Customer: Here.",
        "A customer example.",
        "Nobody's example.".replace("'", "’"),
        "The summary. And more of it.",
    ]
    places = [words.index(part) for part in parts]
    assert places == sorted(places)


def test_the_rows_and_columns_of_the_table_have_heads(build: Callable[..., Built]) -> None:
    html = build(FILES).html("sub/pair")
    assert '<th class="stub"><p>Relationship</p></th>' in html
    assert '<a class="glossary-term reference internal" href="../index.html#term-client">' in html


def test_links_to_a_comparison(build: Callable[..., Built]) -> None:
    built = build(FILES)
    # a sentence says already why one is to look there; what has a heading's text has all of it
    names = "client and customer"
    assert f"Other¶ {names}, here, Comparison: {names}." in built.words("sub/other")
    assert built.html("sub/other").count('href="pair.html#compare-client-vs-customer"') == 3
    # and from each of the concepts
    assert built.html().count('href="sub/pair.html#compare-client-vs-customer"') == 2
    assert built.html("sub/pair").count('id="compare-client-vs-customer"') == 1


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ja", "See 依頼人、顧客."),
        ("ko", "See 고객(client) 및 고객(customer)."),
        ("fi", "See asiakas (client) ja asiakas (customer)."),
    ],
)
def test_a_comparison_in_a_sentence(build: Callable[..., Built], language: str, shown: str) -> None:
    po = {**SHARED, "ja/terminology": {"client": "依頼人", "customer": "顧客"}}
    other = "Other\n=====\n\nSee :glossary:compare:`client-vs-customer`.\n"
    built = build({**FILES, "sub/other.rst": other}, language=language, po=po)
    assert built.warnings == []
    assert shown in built.words("sub/other")


def test_a_comparison_in_a_heading_keeps_its_whole_title(build: Callable[..., Built]) -> None:
    role = ":glossary:compare:`client-vs-customer`"
    other = f"{role}\n{'=' * 40}\n\n.. rubric:: Again, {role}\n\n.. note:: {role}\n"
    built = build({**FILES, "sub/other.rst": other})
    assert built.warnings == []
    title = "Comparison: client and customer"
    assert f"<title>{title} &#8212;" in built.html("sub/other")
    assert title in built.words("index").partition("client¶")[0]
    words = built.words("sub/other")
    assert f"{title}¶ Again, {title} Note client and customer" in words


def test_titles_that_hold_each_other_come_to_an_end(build: Callable[..., Built]) -> None:
    pair = ".. compare:: client; customer\n   :title: Not :glossary:compare:`other`\n\n   One.\n\n"
    other = (
        ".. compare:: client; vendor\n   :id: other\n"
        "   :title: Not :glossary:compare:`client-vs-customer`\n\n   Two.\n"
    )
    label = ".. _the label:\n\nPair\n====\n\n"
    built = build({**FILES, "sub/pair.rst": f"{label}{pair}{other}"})
    assert built.warnings == []
    assert "Not client and vendor, here, Pair." in built.words("sub/other")


@pytest.mark.parametrize(("language", "shown"), [("ko", "고객({})"), ("fi", "asiakas ({})")])
def test_a_shared_name_stands_beside_the_canonical_one(
    build: Callable[..., Built], language: str, shown: str
) -> None:
    built = build(FILES, language=language, po=SHARED)
    assert built.warnings == []
    assert heads(built, "sub/pair")[1:] == [shown.format("client"), shown.format("customer")]
    assert '(<span lang="en">client</span>)' in built.html("sub/pair")


def test_names_of_their_own_stand_alone(build: Callable[..., Built]) -> None:
    po = {"ja/terminology": {"client": "依頼人", "customer": "顧客"}}
    built = build(FILES, language="ja", po=po)
    assert built.warnings == []
    assert heads(built, "sub/pair")[1:] == ["依頼人", "顧客"]


def test_three_concepts(build: Callable[..., Built]) -> None:
    source = """\
.. compare:: vendor; client; customer
   :id: all-three
   :title: All *three* of them

   They differ.

   .. aspects::

      * - Money
        - gets it
        - gives it
        - gives it once
"""
    files = {**FILES, "sub/pair.rst": f"Pair\n====\n\n{source}"}
    files["sub/other.rst"] = "Other\n=====\n\n:glossary:compare:`all-three`\n"
    built = build(files, language="fi", po=SHARED)
    assert built.warnings == []
    assert heads(built, "sub/pair")[1:] == ["vendor", "asiakas (client)", "asiakas (customer)"]
    assert "All three of them" in built.words("sub/other")
    assert 'href="pair.html#compare-all-three"' in built.html("sub/other")


def test_translated(build: Callable[..., Built]) -> None:
    source = COMPARISON.replace("   :difficulty: 2\n", "   :title: Two words\n")
    messages = {
        "Two words": "二つの言葉",
        "A :term:`client` comes back; a customer may not.": ":term:`client` は戻る。",
        "Relationship": "関係",
        "open to *anyone*": "*誰* でも",
        "A client example.": "例文。",
        "The summary.": "まとめ。",
    }
    po = {"ja/terminology": {"client": "依頼人", "customer": "顧客"}, "ja/sub/pair": messages}
    built = build({**FILES, "sub/pair.rst": f"Pair\n====\n\n{source}"}, language="ja", po=po)
    assert built.warnings == []
    words = built.words("sub/pair")
    for shown in ("二つの言葉", "依頼人 は戻る。", "関係", "誰 でも", "例文。", "まとめ。"):
        assert shown in words
    assert "二つの言葉, here, 二つの言葉." in built.words("sub/other")


def test_gettext(build: Callable[..., Built]) -> None:
    built = build(FILES, "gettext")
    assert built.warnings == []
    assert re.findall('^msgid "(.+)"$', built.text("sub/pair.pot"), re.MULTILINE) == [
        "Pair",
        "A :term:`client` comes back; a customer may not.",
        "Before the table.",
        "Relationship",
        "long-term",
        "open to *anyone*",
        "and short",
        "Decides by",
        "trust",
        "price",
        "A client example.",
        "Clerk: Next!",
        "Customer: Here.",
        "A customer example.",
        "Nobody's example.",
        "The summary.",
        "And more of it.",
    ]


def test_a_pulled_definition_keeps_its_references(build: Callable[..., Built]) -> None:
    html = build(FILES).html("sub/pair")
    assert 'href="../index.html#term-vendor"' in html
    assert 'href="other.html"' in html


def test_a_definition_with_a_footnote_and_a_target_is_pulled_without_them(
    build: Callable[..., Built],
) -> None:
    entries = ENTRIES.replace("One who buys.", "One who _`buys` [#f]_.\n\n   .. [#f] A note.")
    built = build({**FILES, "index.rst": FILES["index.rst"].replace(ENTRIES, entries)})
    assert built.warnings == []
    assert "One who buys ." in built.words("sub/pair")
    assert 'id="buys"' not in built.html("sub/pair")


def test_two_comparisons_of_the_same_concepts_on_one_page(build: Callable[..., Built]) -> None:
    again = COMPARISON.replace("   :name: the label\n", "   :id: again\n")
    files = {**FILES, "sub/pair.rst": f"Pair\n====\n\n{COMPARISON}\n{again}"}
    built = build(files)
    assert built.warnings == []
    assert 'id="compare-again"' in built.html("sub/pair")


def test_a_comparison_of_an_unknown_concept_shows_what_there_is(
    build: Callable[..., Built],
) -> None:
    files = {
        **FILES,
        "sub/pair.rst": FILES["sub/pair.rst"].replace("client; customer", "client; xyz"),
    }
    files["sub/other.rst"] = "Other\n=====\n"
    built = build(files)
    unknown = "the unknown concept 'xyz'; define it with the term directive"
    assert built.warnings == [
        f"sub/pair.rst:4: the comparison names {unknown} [glossary.unknown_concept]",
        "sub/pair.rst:28: 'customer' is not compared here; write one of client; xyz "
        "[glossary.not_compared]",
        "sub/pair.rst:33: 'Customer' is not compared here; write one of client; xyz "
        "[glossary.not_compared]",
    ]
    assert heads(built, "sub/pair")[1:] == ["client", "xyz"]
    assert "A customer example." in built.words("sub/pair")


CPP = """\
.. term:: C++
   :id: cpp
   :synonyms: シー

   A language.

"""
CPP_AND_CLIENT = ".. compare:: {}; client\n\n   The one is a language.\n"


@pytest.mark.parametrize("target", ["C++", "c++", "シー", "cpp"])
def test_the_default_id_is_made_of_the_ids_on_the_page(
    build: Callable[..., Built], target: str
) -> None:
    source = f"Title\n=====\n\n{CPP}{ENTRIES}{CPP_AND_CLIENT.format(target)}"
    built = build({"index.rst": source, "sub/other.rst": ":orphan:\n\nOther\n=====\n"})
    assert built.warnings == []
    assert 'id="compare-cpp-vs-client"' in built.html()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_default_id_does_not_depend_on_other_pages(
    build: Callable[..., Built], jobs: int
) -> None:
    pages = {f"page{n}.rst": f":orphan:\n\nPage {n}\n======\n" for n in range(8)}
    files = {
        "a.rst": f":orphan:\n\nA\n=\n\n{CPP}",
        "index.rst": f"Title\n=====\n\n{ENTRIES}{CPP_AND_CLIENT.format('C++')}",
        "sub/other.rst": ":orphan:\n\nOther\n=====\n",
    }
    built = build({**files, **pages}, jobs=jobs)
    assert built.warnings == [
        'index.rst:16: "C++" makes no id: it would lose "+"; no term above on this page has the '
        "name; write the id of its concept in place of the name, or add an :id: in ASCII "
        "[glossary.invalid_id]"
    ]
