"""References: what finds a concept, and what a reader sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

ENTRIES = """\
.. term:: client
   :synonyms: principal

   One who pays.

.. term:: front office
   :abbreviation: FO
   :deprecated: front end

   Where a :term:`client` comes in.

.. term:: bank
   :qualifier: river
   :case-sensitive:

   The side of a river.

.. term:: ghost
   :status: draft

   Not ready.

"""
JA = {
    "client": "クライアント | 依頼人《いらいにん》 | ~クライエント",
    "front office": "窓口",
    ("glossary abbreviation", "FO"): "FO部門",
}
KO = {"client": "의뢰인 | 법률 의뢰인"}


def see(source: str) -> dict[str, str]:
    """Return two pages: the entries, and *source*."""
    toctree = "Title\n=====\n\n.. toctree::\n\n   see\n\n"
    return {"index.rst": toctree + ENTRIES, "see.rst": f"See\n===\n\n{source}\n"}


def links(built: Built, docname: str = "see") -> list[tuple[str, str]]:
    """Return text and anchor of each link to a concept on the page of *docname*."""
    body = (
        built.html(docname).partition('<div class="body"')[2].partition('class="sphinxsidebar"')[0]
    )
    found = re.findall(r'(?s)<a class="[^"]*" href="[^"]*#([^"]*)"[^>]*>(.*?)</a>', body)
    return [(re.sub("<[^>]*>", "", text), anchor) for anchor, text in found if anchor != docname]


@pytest.mark.parametrize(
    ("written", "shown", "anchor"),
    [
        ("client", "client", "term-client"),
        ("Client", "Client", "term-client"),
        ("principal", "principal", "term-client"),
        ("front office", "front office", "term-front-office"),
        ("Front-Office", "Front-Office", "term-front-office"),
        # an id shows the name
        ("front-office", "front office", "term-front-office"),
        ("bank-river", "bank", "term-bank-river"),
        ("FO", "FO", "term-front-office"),
        ("clients <client>", "clients", "term-client"),
        ("client <client>", "client", "term-client"),
        ("bank", "bank", "term-bank-river"),
    ],
)
def test_what_finds_a_concept(
    build: Callable[..., Built], written: str, shown: str, anchor: str
) -> None:
    built = build(see(f":term:`{written}`"))
    assert (built.warnings, links(built)) == ([], [(shown, anchor)])


def test_a_name_to_avoid_leads_there_all_the_same(build: Callable[..., Built]) -> None:
    built = build(see(":term:`front end`, :term:`this one <front end>`"))
    message = "'front end' is a name to avoid; write 'front office' or the id 'front-office'"
    assert built.warnings[0] == f"see.rst:4: {message} [glossary.name_to_avoid]"
    assert links(built) == [(n, "term-front-office") for n in ("front end", "this one")]


GONE = """\
.. term:: steamer
   :status: deprecated
   :replaced-by: {by}
   :abbreviation: SS

   A boat.

.. term:: ferry

   A better boat, after the :term:`steamer <steamer>`.

"""


def test_a_concept_that_another_replaces(build: Callable[..., Built]) -> None:
    files = see(
        ":term:`steamer`\n\n:glossary:abbr:`SS`\n\n:term:`SS`\n\n"
        ":term:`the old one <steamer>`, :glossary:name:`steamer@en`, "
        ":glossary:definition:`steamer`, :any:`steamer`"
    )
    built = build({**files, "index.rst": files["index.rst"] + GONE.format(by="ferry; client")})
    message = (
        "the concept 'steamer' is no longer in use; write 'client' or 'ferry', or give the "
        "reference a title of its own"
    )
    assert built.warnings == [
        f"see.rst:{line}: {message} [glossary.replaced_concept]" for line in (4, 6, 8)
    ]
    assert ("steamer", "term-steamer") in links(built)


def test_a_concept_that_is_gone_without_a_replacement(build: Callable[..., Built]) -> None:
    files = see(":term:`steamer`")
    gone = GONE.replace("   :replaced-by: {by}\n", "")
    assert build({**files, "index.rst": files["index.rst"] + gone}).warnings == []


def test_a_concept_that_another_is_to_replace_one_day(build: Callable[..., Built]) -> None:
    files = see(":term:`steamer`")
    still = GONE.replace("   :status: deprecated\n", "").format(by="ferry")
    assert build({**files, "index.rst": files["index.rst"] + still}).warnings == []


def test_the_replacement_comes_later(make_project: Callable[..., Project]) -> None:
    files = see(":term:`steamer`")
    gone = GONE.replace("   :replaced-by: {by}\n", "")
    project = make_project({**files, "index.rst": files["index.rst"] + gone})
    assert project.build(glossary_tooltips=False).warnings == []
    project.replace("index.rst", "   :status: deprecated\n",
                    "   :status: deprecated\n   :replaced-by: ferry\n")  # fmt: skip
    again = project.build(glossary_tooltips=False)
    assert (len(again.warnings), again.read) == (1, ["index"])


def test_a_name_to_avoid_in_a_translation(build: Callable[..., Built]) -> None:
    po = {"ja/terminology": JA, "ja/see": {"A :term:`client`.": ":term:`クライエント` 。"}}
    built = build(see("A :term:`client`."), language="ja", po=po)
    message = "'クライエント' is a name to avoid; write 'クライアント' or the id 'client'"
    assert built.warnings == [f"see.rst:4:<translated>:1: {message} [glossary.name_to_avoid]"]
    assert links(built) == [("クライエント", "term-client")]


def test_case_counts_where_the_concept_says_so(build: Callable[..., Built]) -> None:
    built = build(see(":term:`Bank`, :term:`bank-river`"), "dummy")
    assert built.warnings == [
        "see.rst:4: the reference names the unknown concept 'Bank'; did you mean 'bank-river'? "
        "[glossary.unknown_concept]"
    ]


def test_a_draft_has_no_link(build: Callable[..., Built]) -> None:
    built = build(see(":term:`ghost` and :term:`the ghost <ghost>`"))
    assert (built.warnings, links(built)) == ([], [])
    assert "ghost and the ghost" in built.words("see")


def test_the_long_name_of_the_role(build: Callable[..., Built]) -> None:
    built = build(see(":glossary:term:`principal`"))
    assert (built.warnings, links(built)) == ([], [("principal", "term-client")])


# ---- in the language of the page


@pytest.mark.parametrize(
    ("translation", "shown"),
    [
        # untouched: the approved name
        (":term:`client`", "クライアント"),
        (":term:`principal`", "クライアント"),
        # translated: as written
        (":term:`依頼人`", "依頼人"),
        (":term:`クライアント`", "クライアント"),
        (":term:`顧問先 <client>`", "顧問先"),
        (":term:`顧問先 <依頼人>`", "顧問先"),
    ],
)
def test_a_translated_reference(build: Callable[..., Built], translation: str, shown: str) -> None:
    built = build(
        see("A :term:`client` pays."),
        language="ja",
        po={"ja/terminology": JA, "ja/see": {"A :term:`client` pays.": f"払う {translation} 。"}},
    )
    assert (built.warnings, links(built)) == ([], [(shown, "term-client")])


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("asiakkaan", "did you mean 'client'?"),
        ("xyzzy", "define it with the term directive; in a translation, write what the source has "
         "or a name in the language"),
    ],
)  # fmt: skip
def test_a_translator_learns_what_to_write(
    build: Callable[..., Built], written: str, hint: str
) -> None:
    source = "A :term:`client` pays."
    built = build(
        see(source),
        language="fi",
        po={"fi/terminology": {"client": "asiakas"}, "fi/see": {source: f":term:`{written}` ."}},
    )
    assert built.warnings == [
        f"see.rst:4:<translated>:1: the reference names the unknown concept '{written}'; {hint} "
        "[glossary.unknown_concept]"
    ]


@pytest.mark.parametrize("written", ["법률 의뢰인", "법률의뢰인"])
def test_spaces_do_not_count_in_korean(build: Callable[..., Built], written: str) -> None:
    built = build(see(f":term:`{written}`"), language="ko", po={"ko/terminology": KO})
    assert (built.warnings, links(built)) == ([], [(written, "term-client")])


def test_an_untranslated_message_shows_the_name_in_the_language(
    build: Callable[..., Built],
) -> None:
    built = build(see("A :term:`client` pays."), language="ja", po={"ja/terminology": JA})
    assert (built.warnings, links(built)) == ([], [("クライアント", "term-client")])


def test_a_missing_or_fuzzy_name_shows_the_canonical_one_marked(
    build: Callable[..., Built],
) -> None:
    po = {"ja/terminology": {"?client": "推測", "front office": "-"}}
    built = build(see(":term:`client`, :term:`front-office`"), language="ja", po=po)
    assert built.warnings == []
    assert "推測" not in built.html("see")
    assert built.html("see").count('<span lang="en">client</span>') == 1
    assert built.html("see").count('<span lang="en">front office</span>') == 1


def test_a_name_of_two_concepts_in_the_language_of_the_page(build: Callable[..., Built]) -> None:
    source = "A :term:`client` and a :term:`bank`."
    po = {
        "fi/terminology": {"client": "asiakas", "bank (river)": "asiakas"},
        "fi/see": {source: ":term:`asiakas` ja :term:`bank`."},
    }
    built = build(see(source), language="fi", po=po)
    assert built.warnings == [
        "see.rst:4:<translated>:1: 'asiakas' is a name of several concepts; write 'client' or "
        "'bank-river' [glossary.ambiguous_name]"
    ]
    assert links(built) == [("asiakas", "term-bank-river")]


def test_a_dropped_reference_is_reported(build: Callable[..., Built]) -> None:
    built = build(
        see("A :term:`client` pays."),
        language="ja",
        po={"ja/terminology": JA, "ja/see": {"A :term:`client` pays.": "払う。"}},
    )
    assert len(built.warnings) == 1
    assert built.warnings[0].startswith("see.rst:4: inconsistent term references")
    assert built.warnings[0].endswith("[i18n.inconsistent_references]")


def test_two_references_may_change_places(build: Callable[..., Built]) -> None:
    source = "A :term:`client` in a :term:`front office`."
    translation = ":term:`窓口` に :term:`client` 。"
    built = build(
        see(source),
        language="ja",
        po={"ja/terminology": JA, "ja/see": {source: translation}},
    )
    assert (built.warnings, links(built)) == (
        [],
        [("窓口", "term-front-office"), ("クライアント", "term-client")],
    )


def test_other_references_in_a_message_are_compared_as_ever(build: Callable[..., Built]) -> None:
    source = "A :term:`client`, :doc:`index`, :glossary:name:`client@ja`."
    built = build(
        see(source),
        language="ja",
        po={
            "ja/terminology": JA,
            "ja/see": {source: ":glossary:name:`client@en` 、 :doc:`index` 、 :term:`client` 。"},
        },
    )
    assert built.warnings == []
    assert "client 、 Title 、 クライアント 。" in built.words("see")


# ---- the other roles


def test_name(build: Callable[..., Built]) -> None:
    source = (
        ":glossary:name:`client@ja`, :glossary:name:`client@ko`, :glossary:name:`client`, "
        ":glossary:name:`here <client@ja>`"
    )
    built = build(see(source), po={"ja/terminology": JA, "ko/terminology": {}})
    assert built.warnings == []
    assert links(built) == [
        (name, "term-client") for name in ("クライアント", "client", "client", "here")
    ]
    assert '<span lang="ja">クライアント</span>' in built.html("see")


def test_abbr_expands_once_on_a_page(build: Callable[..., Built]) -> None:
    source = ":glossary:abbr:`FO` and :glossary:abbr:`front office` and :glossary:abbr:`desk <FO>`"
    built = build(see(source))
    assert built.warnings == []
    assert "front office (FO) and FO and desk" in built.words("see")
    assert '<abbr title="front office">FO</abbr>' in built.html("see")


def test_abbr_in_another_language(build: Callable[..., Built]) -> None:
    built = build(
        see(":glossary:abbr:`FO`, :glossary:abbr:`FO`"), language="ja", po={"ja/terminology": JA}
    )
    assert built.warnings == []
    assert "窓口（FO部門）, FO部門" in built.words("see")


def test_definition_stands_in_the_line_with_its_own_references(
    build: Callable[..., Built],
) -> None:
    built = build(see("That is: :glossary:definition:`FO` Well."))
    assert (built.warnings, links(built)) == ([], [("client", "term-client")])
    assert "That is: Where a client comes in. Well." in built.words("see")


def test_definitions_that_hold_each_other_come_to_an_end(build: Callable[..., Built]) -> None:
    source = (
        ".. term:: hen\n\n   What :glossary:definition:`egg` hatches into.\n\n"
        ".. term:: egg\n\n   What :glossary:definition:`hen` lays.\n"
    )
    built = build({"index.rst": source})
    assert built.warnings == []
    assert "What What hen lays. hatches into." in built.words()


def test_a_translated_definition_is_pulled_in_translation(build: Callable[..., Built]) -> None:
    built = build(
        see(":glossary:definition:`client` :glossary:definition:`FO`"),
        language="ja",
        po={"ja/terminology": JA, "ja/index": {"One who pays.": "払う人。"}},
    )
    assert built.warnings == []
    assert "払う人。 Where a クライアント comes in." in built.words("see")
    assert '<span class="glossary-definition" lang="en">Where a' in built.html("see")


# ---- beside what Sphinx has


GLOSSARY = ".. glossary::\n\n   account\n      A record.\n\n   client\n      Another client.\n\n"


def test_a_standard_glossary_keeps_working(build: Callable[..., Built]) -> None:
    files = see(f"{GLOSSARY}:term:`account`, :term:`Account`, :term:`front office`")
    built = build(files)
    assert (built.warnings, links(built)[-1:]) == ([], [("front office", "term-front-office")])
    assert '<a class="glossary-term reference internal" href="#term-account">' in built.html("see")


def test_ours_comes_before_a_standard_term_of_the_same_name(build: Callable[..., Built]) -> None:
    built = build(see(f"{GLOSSARY}:term:`client`"))
    assert (built.warnings, links(built)[-1:]) == ([], [("client", "term-client")])
    assert 'href="index.html#term-client"' in built.html("see")


def test_an_unknown_term_of_a_project_without_concepts_is_left_to_sphinx(
    build: Callable[..., Built],
) -> None:
    built = build({"index.rst": f"{GLOSSARY}:term:`acount`\n"})
    assert built.warnings == ["index.rst:9: term not in glossary: 'acount' [ref.term]"]


def test_any_finds_no_draft(build: Callable[..., Built]) -> None:
    built = build(see(":any:`ghost`"))
    assert built.warnings == ["see.rst:4: 'any' reference target not found: ghost [ref.any]"]
    assert links(built) == []


def test_any_finds_a_concept(build: Callable[..., Built]) -> None:
    built = build(see(":any:`principal`, :any:`front-office`"))
    assert (built.warnings, links(built)) == (
        [],
        [("principal", "term-client"), ("front-office", "term-front-office")],
    )


@pytest.mark.parametrize("setting", [{"nitpicky": True}, {"default_role": "term"}])
def test_settings_that_touch_references(
    build: Callable[..., Built], setting: dict[str, Any]
) -> None:
    built = build(see(":term:`client` :glossary:name:`client@en`"), "dummy", **setting)
    assert built.warnings == []


def test_myst_has_the_same_roles(build: Callable[..., Built]) -> None:
    built = build(
        {
            "index.md": "# Title\n\n:::{term} client\n:abbreviation: CL\n\nOne.\n:::\n\n"
            "{term}`client`, {term}`clients <client>`, {glossary:abbr}`CL`, "
            "{glossary:name}`client@ja`, {glossary:definition}`client`\n"
        },
        po={"ja/terminology": JA},
    )
    assert built.warnings == []
    assert "client, clients, client (CL), クライアント, One." in built.words()


def test_missing_references_are_told_once_per_place(make_project: Callable[..., Project]) -> None:
    project = make_project(see(":term:`clint`\n\n:term:`clint`"))
    message = (
        "the reference names the unknown concept 'clint'; did you mean 'client'? "
        "[glossary.unknown_concept]"
    )
    assert project.build(nitpicky=True).warnings == [f"see.rst:{n}: {message}" for n in (4, 6)]


def test_a_draft_is_neither_linked_nor_a_mistake(build: Callable[..., Built]) -> None:
    draft = ".. term:: ghost\n   :status: draft\n\n   Something unfinished.\n\n"
    references = "A :term:`ghost`, :glossary:definition:`ghost`\n"
    built = build({"index.rst": f"T\n=\n\n{draft}{references}"})
    assert built.warnings == []
    assert "A ghost, Something unfinished." in built.words()
    assert 'class="glossary-term reference internal" href="#term-ghost"' not in built.html()


def test_a_substitution_counts_where_it_stands(build: Callable[..., Built]) -> None:
    files = {
        "index.rst": "Title\n=====\n\n.. toctree::\n\n   use\n   plain\n\n"
        ".. term:: client\n\n   One who pays.\n",
        "use.rst": "Use\n===\n\nA |one| and |short|.\n",
        "plain.rst": "Plain\n=====\n\nText.\n",
    }
    prolog = ".. |one| replace:: :term:`client`\n.. |short| replace:: :glossary:abbr:`client`\n"
    built = build(files, rst_prolog=prolog)
    assert [warning.partition(">:")[2] for warning in built.warnings] == [
        "2: the concept 'client' has no :abbreviation:; write :term: instead "
        "[glossary.no_abbreviation]"
    ]
    assert 'href="index.html#term-client"' in built.html("use")
    assert "glossary-cards" not in built.html("plain")
    assert "Used in: Use " in built.words()
