"""Entries of Sphinx's own glossary directive join the index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from projects import po

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Project

GLOSSARY = """\
Words
=====

.. glossary::

   broker
      Somebody who buys and sells for others, unlike a :term:`dealer`.

   dealer
   trader
      Somebody who buys and sells on their own account.

   顧客
      The Japanese word.
"""
PAGE = "Page\n====\n\nAsk a :term:`broker` or a :term:`Trader`.\n"
INDEX = "Example\n=======\n\n.. toctree::\n   :glob:\n\n   *\n"
NAMES = {"ja/words": {"broker": "ブローカー", "dealer": "ディーラー"}}


@pytest.fixture
def standard(make_project: Callable[..., Project]) -> Project:
    return make_project({"index.rst": INDEX, "words.rst": GLOSSARY, "page.rst": PAGE}, NAMES)


def names(text: str) -> dict[str, dict[str, str]]:
    concepts = json.loads(text)["concepts"]
    return {
        c["name"]: {
            locale: r["names"][0]["text"] for locale, r in c["renderings"].items() if r["names"]
        }
        for c in concepts
    }


def test_entries_have_names_from_the_catalogue_of_their_document(standard: Project) -> None:
    built = standard.build(language="ja")
    assert built.warnings == []
    found = names(built.text("glossary.json"))
    assert found["broker"] == {"en": "broker", "ja": "ブローカー"}
    assert found["trader"] == {"en": "trader"}
    assert "顧客" in found


def test_names_stand_in_any_folder_of_catalogues(standard: Project) -> None:
    more = po({"trader": "トレーダー"}, "ja", "words")
    standard.write({"more/ja/LC_MESSAGES/words.po": more})
    built = standard.build(language="ja", locale_dirs=["locales", "more"])
    found = names(built.text("glossary.json"))
    assert [found[name]["ja"] for name in ("broker", "trader")] == ["ブローカー", "トレーダー"]


def test_a_key_for_the_general_index_is_no_part_of_a_name(standard: Project) -> None:
    standard.replace("words.rst", "   broker\n", "   broker : B\n")
    own = "\n.. term:: client\n\n   One who pays.\n"
    standard.write({"words.rst": (standard.root / "words.rst").read_text("utf-8") + own})
    sentence = {"client : the one who pays": "支払者 : 払う人"}
    standard.write_po(
        {"ja/words": {"broker : B": "仲買人 : な", "dealer": "ディーラー", **sentence}}
    )
    built = standard.build(language="ja")
    found = names(built.text("glossary.json"))
    assert found["broker"] == {"en": "broker", "ja": "仲買人"}
    assert found["dealer"] == {"en": "dealer", "ja": "ディーラー"}
    assert found["client"] == {"en": "client"}, "a sentence with a colon is no name"


def test_references_show_the_name_in_the_language_of_the_page(standard: Project) -> None:
    page = standard.build(language="ja").html("page")
    assert 'href="words.html#term-broker"><span class="xref std std-term">ブローカー' in page
    assert 'href="words.html#term-trader"><span class="xref std std-term"><span lang="en">' in page


def test_the_index_leads_to_the_entries(standard: Project) -> None:
    index = standard.build().html("glossary-index")
    assert 'href="words.html#term-broker"' in index
    assert "ブローカー" in index


def test_our_concept_of_the_same_name_wins(standard: Project) -> None:
    standard.write({"ours.rst": "Ours\n====\n\n.. term:: broker\n\n   Our definition.\n"})
    built = standard.build()
    assert 'href="ours.html#term-broker"' in built.html("page")


def test_they_stay_out_when_told_so(standard: Project) -> None:
    built = standard.build(glossary_std=False)
    assert not (built.outdir / "glossary.json").exists()
    assert 'href="words.html#term-broker"' in built.html("page")


def test_they_have_no_message_in_the_terminology_template(standard: Project) -> None:
    built = standard.build("gettext")
    assert not (built.outdir / "terminology.pot").exists()


def test_the_index_page_follows_the_catalogues(standard: Project) -> None:
    standard.build()
    standard.replace("locales/ja/LC_MESSAGES/words.po", "ブローカー", "仲買人")
    again = standard.build()
    assert "仲買人" in again.html("glossary-index")
    assert again.read == []
    assert (
        again.files()["glossary-index.html"]
        == (standard.build(to="fresh").files()["glossary-index.html"])
    )
