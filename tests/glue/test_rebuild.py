"""A page is written again if what it shows has changed, and then equals that of a fresh build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    # Sphinx itself leaves the links to the next and previous page as they were
    "_templates/layout.html": """\
{% extends "!layout.html" %}
{% set next, prev, rellinks = none, none, [] %}
""",
    "index.rst": """\
Title
=====

.. toctree::

   people
   places
   use
   compare
   plain
""",
    "people.rst": """\
People
======

.. term:: client
   :synonyms: principal
   :subject: Business
   :related: bank

   One who pays a :term:`bank`.

.. term:: customer
   :abbreviation: CU

   One who buys.
""",
    "places.rst": """\
Places
======

.. term:: bank

   Where money is.
""",
    "use.rst": """\
Use of words
============

A :term:`client` comes; :glossary:name:`bank@fi`.
""",
    "compare.rst": """\
Side by side
============

.. compare:: client; customer

   One pays and one buys.

   .. aspects::

      * - Money
        - much
        - little
""",
    "plain.rst": "Plain\n=====\n\nNothing here.\n",
}
PAGES = {name.removesuffix(".rst") for name in FILES if name.endswith(".rst")}
CATALOGUES = {
    "ja/terminology": {"client": "クライアント", "customer": "顧客", "bank": "銀行"},
    "fi/terminology": {"client": "asiakas", "customer": "asiakas", "bank": "pankki"},
    "ja/people": {"One who buys.": "買う人。"},
}


class BuiltBefore:
    """A project in one language that has been built once."""

    def __init__(self, project: Project, language: str, *, jobs: int = 1) -> None:
        self.project = project
        self.language = language
        assert self.build(jobs=jobs).warnings == []

    def build(self, builder: str = "html", **settings: Any) -> Built:
        """Build it again."""
        settings = {"templates_path": ["_templates"], "html_sidebars": {"**": []}, **settings}
        return self.project.build(builder, language=self.language, **settings)


@pytest.fixture
def english(make_project: Callable[..., Project]) -> BuiltBefore:
    """Return the project, built in English."""
    return BuiltBefore(make_project(FILES, CATALOGUES), "en")


@pytest.fixture
def japanese(make_project: Callable[..., Project]) -> BuiltBefore:
    """Return the project, built in Japanese."""
    return BuiltBefore(make_project(FILES, CATALOGUES), "ja")


def assert_as_fresh(built_before: BuiltBefore, incremental: Built) -> None:
    """Compare every file with that of a build from nothing."""
    fresh = built_before.build(to="fresh")
    ours, theirs = incremental.files(), fresh.files()
    assert sorted(ours) == sorted(theirs)
    assert [name for name in theirs if _content(name, ours) != _content(name, theirs)] == []


def _content(name: str, files: dict[str, bytes]) -> object:
    # which files are pickles, dates or logs of the build itself does not matter to a reader
    if name == ".buildinfo" or name.endswith((".doctree", ".pickle")):
        return None
    if name == "searchindex.js":
        # Sphinx numbers documents in the order in which they were read
        index = json.loads(files[name].decode().removeprefix("Search.setIndex(").removesuffix(")"))
        return sorted(index["docnames"])
    return files[name]


def test_nothing_changed(japanese: BuiltBefore) -> None:
    again = japanese.build()
    assert (again.warnings, again.read, again.updated) == ([], [], [])


def test_a_name_in_another_language(japanese: BuiltBefore) -> None:
    japanese.project.replace("locales/fi/LC_MESSAGES/terminology.po", "pankki", "rahalaitos")
    again = japanese.build()
    # its entry, the pages whose links show it on a card, and those whose toctree lists them
    assert (again.warnings, again.read) == ([], [])
    assert [page for page in again.updated if page in PAGES] == [
        "compare", "index", "people", "places", "use",
    ]  # fmt: skip
    assert_as_fresh(japanese, again)


def test_a_page_with_an_index(make_project: Callable[..., Project]) -> None:
    files = {
        **FILES,
        "plain.rst": FILES["plain.rst"] + "\n.. glossary-index::\n   :subject: Business\n",
    }
    before = BuiltBefore(make_project(files, CATALOGUES), "ja")
    before.project.replace("locales/fi/LC_MESSAGES/terminology.po", '"client"\nmsgstr "asiakas"',
                           '"client"\nmsgstr "toimeksiantaja"')  # fmt: skip
    again = before.build()
    assert (again.warnings, again.read) == ([], [])
    assert "toimeksiantaja" in again.html("plain")
    assert_as_fresh(before, again)


def test_a_name_in_the_language_of_the_page(japanese: BuiltBefore) -> None:
    japanese.project.replace("locales/ja/LC_MESSAGES/terminology.po", "銀行", "金融機関")
    again = japanese.build()
    assert (again.warnings, again.read) == ([], [])
    assert [page for page in again.updated if page in PAGES] == [
        "compare", "index", "people", "places", "use",
    ]  # fmt: skip
    assert "金融機関" in again.html("people")
    assert_as_fresh(japanese, again)


@pytest.mark.parametrize("context", ["glossary subject", "glossary abbreviation"])
def test_a_subject_or_a_short_form_in_the_language_of_the_page(
    make_project: Callable[..., Project], context: str
) -> None:
    msgid = "Business" if context == "glossary subject" else "CU"
    project = make_project(FILES, CATALOGUES)
    # a card would show it too
    settings: dict[str, Any] = {"language": "ja", "glossary_tooltips": False}
    project.build(**settings)
    project.write_po({"ja/terminology": {**CATALOGUES["ja/terminology"], (context, msgid): "新語"}})
    again = project.build(**settings)
    assert (again.warnings, again.read) == ([], [])
    assert "新語" in again.words("people")


def test_a_name_that_was_approved_becomes_fuzzy(japanese: BuiltBefore) -> None:
    japanese.project.write_po(
        {"ja/terminology": {"client": "クライアント", "customer": "顧客", "?bank": "銀行"}}
    )
    again = japanese.build()
    assert "銀行" not in again.html("people")
    assert_as_fresh(japanese, again)


def test_a_catalogue_that_says_the_same_in_other_words(japanese: BuiltBefore) -> None:
    path = japanese.project.root / "locales/fi/LC_MESSAGES/terminology.po"
    path.write_text(path.read_text("utf-8") + "\n# a comment\n", "utf-8")
    again = japanese.build()
    assert (again.warnings, again.read, again.updated) == ([], [], [])


def test_a_new_language(japanese: BuiltBefore) -> None:
    japanese.project.write_po({"ko/terminology": {"client": "의뢰인"}})
    again = japanese.build()
    assert (again.warnings, again.read) == ([], [])
    assert "의뢰인" in again.html("people")
    assert_as_fresh(japanese, again)


def test_a_language_removed(japanese: BuiltBefore) -> None:
    (japanese.project.root / "locales/fi/LC_MESSAGES/terminology.po").unlink()
    (japanese.project.root / "locales/fi/LC_MESSAGES").rmdir()
    again = japanese.build()
    assert again.warnings == [
        "use.rst:4: the glossary has no names in 'fi'; it has them in en, ja "
        "[glossary.unknown_language]"
    ]
    assert "pankki" not in again.html("places")
    assert_as_fresh(japanese, again)


def test_a_definition_changed_where_it_is_pulled(english: BuiltBefore) -> None:
    english.project.replace("people.rst", "One who buys.", "One who *always* buys.")
    again = english.build()
    assert (again.warnings, again.read) == ([], ["people"])
    assert [page for page in again.updated if page in PAGES] == ["compare", "index", "people"]
    assert "<em>always</em>" in again.html("compare")
    assert_as_fresh(english, again)


@pytest.mark.parametrize("link", [":doc:`/plain`", ":doc:`plain`", ":ref:`the-label`"])
def test_a_title_changed_that_a_pulled_definition_shows(
    make_project: Callable[..., Project], link: str
) -> None:
    files = {
        **FILES,
        "people.rst": FILES["people.rst"].replace("One who buys.", f"One who buys; see {link}."),
        "plain.rst": f".. _the-label:\n\n{FILES['plain.rst']}",
        "cards.rst": ":orphan:\n\nCards\n=====\n\n:term:`customer`\n",
        "inline.rst": ":orphan:\n\nInline\n======\n\n:glossary:definition:`customer`\n",
    }
    before = BuiltBefore(make_project(files, CATALOGUES), "en")
    assert "One who buys; see Plain." in before.build().html("cards")
    before.project.replace("plain.rst", "Plain\n=====", "Fancy\n=====")
    again = before.build()
    assert (again.warnings, again.read) == ([], ["plain"])
    assert "One who buys; see Fancy." in again.words("compare")
    assert_as_fresh(before, again)


def test_the_titles_that_a_definition_in_myst_shows(build: Callable[..., Built]) -> None:
    entry = ":::{term} bank\nSee [](sub/page.md), [](sub/page.md#part), [it](sub/page.md).\n:::\n"
    files = {
        "index.md": f"# Start\n\n{entry}\n{{term}}`bank`\n\n```{{toctree}}\nsub/page\n```\n",
        "sub/page.md": "# Whole\n\n## Part\n",
    }
    built = build(files, myst_heading_anchors=2)
    assert built.warnings == []
    assert "See Whole, Part, it." in built.words()
    definition = json.loads(built.text("glossary.json"))["concepts"][0]["definition"]["text"]
    assert definition == "See Whole, Whole, it."


def test_a_translation_of_a_definition_changed(japanese: BuiltBefore) -> None:
    japanese.project.replace("locales/ja/LC_MESSAGES/people.po", "買う人。", "購入者。")
    again = japanese.build()
    assert (again.warnings, again.read) == ([], ["people"])
    assert "購入者。" in again.html("compare")
    assert_as_fresh(japanese, again)


def test_a_concept_renamed(english: BuiltBefore) -> None:
    english.project.replace(
        "places.rst", ".. term:: bank\n", ".. term:: savings bank\n   :id: bank\n"
    )
    again = english.build()
    assert again.read == ["places"]
    assert "savings bank" in again.html("people")
    assert_as_fresh(english, again)


def test_a_concept_moved_to_another_page(english: BuiltBefore) -> None:
    entry = FILES["places.rst"].partition("\n\n")[2]
    english.project.replace("places.rst", entry, "Nothing.\n")
    english.project.write({"plain.rst": FILES["plain.rst"] + "\n" + entry})
    again = english.build()
    assert (again.warnings, again.read) == ([], ["places", "plain"])
    assert 'href="plain.html#term-bank"' in again.html("people")
    assert_as_fresh(english, again)


def test_a_compared_concept_moved_to_another_page(english: BuiltBefore) -> None:
    people, begin, entry = FILES["people.rst"].partition(".. term:: customer")
    english.project.write(
        {"people.rst": people, "plain.rst": f"{FILES['plain.rst']}\n{begin}{entry}"}
    )
    again = english.build()
    assert (again.warnings, again.read) == ([], ["people", "plain"])
    assert 'href="plain.html#term-customer"' in again.html("compare")
    assert_as_fresh(english, again)


def test_a_comparison_with_another_title(english: BuiltBefore) -> None:
    english.project.replace("compare.rst", "customer\n", "customer\n   :title: Who pays\n")
    again = english.build()
    assert (again.warnings, again.read) == ([], ["compare"])
    assert "Who pays" in again.words("people")
    assert_as_fresh(english, again)


def test_a_comparison_moved_to_another_page(english: BuiltBefore) -> None:
    title, begin, comparison = FILES["compare.rst"].partition(".. compare::")
    english.project.write(
        {"compare.rst": title, "plain.rst": f"{FILES['plain.rst']}\n{begin}{comparison}"}
    )
    again = english.build()
    assert (again.warnings, again.read) == ([], ["compare", "plain"])
    assert 'href="plain.html#compare-client-vs-customer"' in again.html("people")
    assert_as_fresh(english, again)


def test_a_canonical_name_changed_that_stands_beside_a_shared_one(
    make_project: Callable[..., Project],
) -> None:
    project = make_project(FILES, CATALOGUES)
    # a card would show it too
    settings: dict[str, Any] = {"language": "fi", "glossary_tooltips": False}
    assert "asiakas (customer)" in project.build(**settings).words("compare")
    project.replace("people.rst", ".. term:: customer\n", ".. term:: purchaser\n   :id: customer\n")
    project.write_po({"fi/terminology": {**CATALOGUES["fi/terminology"], "purchaser": "asiakas"}})
    again = project.build(**settings)
    assert (again.warnings, again.read) == ([], ["people"])
    assert "asiakas (purchaser)" in again.words("compare")


def test_a_page_deleted(english: BuiltBefore) -> None:
    (english.project.root / "use.rst").unlink()
    english.project.replace("index.rst", "   use\n", "")
    again = english.build()
    assert again.read == ["index"]
    assert "Use of words" not in again.html("people")
    assert "use.html" not in again.html("places")
    (again.outdir / "use.html").unlink()
    (again.outdir / "_sources/use.rst.txt").unlink()
    assert_as_fresh(english, again)


def test_a_page_with_concepts_deleted(english: BuiltBefore) -> None:
    (english.project.root / "places.rst").unlink()
    english.project.replace("index.rst", "   places\n", "")
    again = english.build()
    message = "the unknown concept 'bank'; define it with the term directive"
    assert sorted(again.warnings) == [
        f"people.rst:7: :related: names {message} [glossary.unknown_concept]",
        f"people.rst:9: the reference names {message} [glossary.unknown_concept]",
        f"use.rst:4: the reference names {message} [glossary.unknown_concept]",
    ]
    (again.outdir / "places.html").unlink()
    (again.outdir / "_sources/places.rst.txt").unlink()
    assert_as_fresh(english, again)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_concept_renamed_that_a_page_refers_to_as_anything(
    make_project: Callable[..., Project], jobs: int
) -> None:
    files = {
        "index.rst": ".. toctree::\n   :glob:\n\n   *\n",
        "anything.rst": "Anything\n========\n\nSee :any:`bank`.\n",
        "places.rst": FILES["places.rst"],
        # Sphinx reads five documents or fewer in one process
        **{f"more{n}.rst": f"More {n}\n======\n" for n in range(4)},
    }
    before = BuiltBefore(make_project(files), "en", jobs=jobs)
    before.project.replace("places.rst", ".. term:: bank", ".. term:: shore")
    again = before.build()
    assert again.read == ["places"]
    assert [warning.partition(":")[0] for warning in again.warnings] == ["anything.rst"]
    assert "places.html#term-bank" not in again.html("anything")
    assert_as_fresh(before, again)


def test_the_title_of_a_page_shown_in_used_in(english: BuiltBefore) -> None:
    english.project.replace("use.rst", "Use of words\n", "Use of them.\n")
    again = english.build()
    assert (again.warnings, again.read) == ([], ["use"])
    assert "Use of them." in again.html("people")
    assert_as_fresh(english, again)


def test_a_new_page_that_uses_a_concept(english: BuiltBefore) -> None:
    english.project.replace("index.rst", "   use\n", "   use\n   more\n")
    english.project.write({"more.rst": "More\n====\n\nA :term:`customer`.\n"})
    again = english.build()
    assert (again.warnings, again.read) == ([], ["index", "more"])
    assert 'href="more.html"' in again.html("people")
    assert_as_fresh(english, again)


def test_a_page_without_ours_is_not_touched(english: BuiltBefore) -> None:
    english.project.replace("plain.rst", "Nothing", "Not a thing")
    again = english.build()
    assert (again.warnings, again.read) == ([], ["plain"])
    assert [page for page in again.updated if page in PAGES] == ["index", "plain"]
    assert_as_fresh(english, again)


# after an error Sphinx reads everything anew; after Ctrl+C it takes pages for written
@pytest.mark.parametrize(
    ("error", "all_is_read"), [(RuntimeError, True), (KeyboardInterrupt, False)]
)
def test_an_interrupted_build_is_made_good(
    japanese: BuiltBefore,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
    *,
    all_is_read: bool,
) -> None:
    def interrupt(*_arguments: object) -> None:
        raise error

    japanese.project.replace("locales/fi/LC_MESSAGES/terminology.po", "pankki", "rahalaitos")
    with monkeypatch.context() as context:
        # the names are filled in by then, but not written
        context.setattr(StandaloneHTMLBuilder, "write_doc", interrupt)
        with pytest.raises(error):
            japanese.build()
    again = japanese.build()
    assert again.read == (sorted(PAGES) if all_is_read else [])
    assert_as_fresh(japanese, again)


def test_other_builders_keep_their_own_account(japanese: BuiltBefore) -> None:
    japanese.project.replace("locales/fi/LC_MESSAGES/terminology.po", "pankki", "rahalaitos")
    japanese.build("dirhtml")
    again = japanese.build()
    assert [page for page in again.updated if page in PAGES] == [
        "compare", "index", "people", "places", "use",
    ]  # fmt: skip
    assert_as_fresh(japanese, again)


def test_without_cards_only_what_names_it_is_written(
    make_project: Callable[..., Project],
) -> None:
    project = make_project(FILES, CATALOGUES)
    project.build(language="ja", glossary_tooltips=False)
    project.replace("locales/fi/LC_MESSAGES/terminology.po", "pankki", "rahalaitos")
    again = project.build(language="ja", glossary_tooltips=False)
    assert [page for page in again.updated if page in PAGES] == ["index", "places", "use"]


def test_a_definition_on_a_card(english: BuiltBefore) -> None:
    english.project.replace("places.rst", "Where money is.", "Where money sleeps.")
    again = english.build()
    assert (again.warnings, again.read) == ([], ["places"])
    assert "Where money sleeps." in again.html("use")
    assert_as_fresh(english, again)


def test_a_name_in_a_definition_on_a_card(english: BuiltBefore) -> None:
    # the card of client, which use.rst shows, says "One who pays a bank."
    english.project.replace("use.rst", "; :glossary:name:`bank@fi`", "")
    english.build()
    english.project.replace(
        "places.rst", ".. term:: bank\n", ".. term:: savings bank\n   :id: bank\n"
    )
    again = english.build()
    assert again.read == ["places"]
    assert "One who pays a savings bank." in again.html("use")
    assert_as_fresh(english, again)


def test_a_translated_definition_on_a_card(japanese: BuiltBefore) -> None:
    japanese.project.write_po({"ja/places": {"Where money is.": "お金のある所。"}})
    again = japanese.build()
    assert (again.warnings, again.read) == ([], ["places"])
    assert "お金のある所。" in again.html("use")
    assert_as_fresh(japanese, again)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_two_processes_make_what_one_makes(
    make_project: Callable[..., Project], language: str
) -> None:
    many = {f"more{n}.rst": f"More {n}\n======\n\nA :term:`client`.\n" for n in range(8)}
    many["standard.rst"] = "Standard\n========\n\n.. glossary::\n\n   word\n      Said.\n"
    many["titled.rst"] = "The :term:`bank` today\n======================\n\nText.\n"
    project = make_project({**FILES, **many}, CATALOGUES)
    project.replace("index.rst", "   plain\n", "   plain\n   more0\n   more1\n   more2\n"
                    "   more3\n   more4\n   more5\n   more6\n   more7\n   standard\n"
                    "   titled\n")  # fmt: skip
    one = project.build(language=language, to="one")
    two = project.build(language=language, to="two", jobs=2)
    assert one.warnings == two.warnings == []
    assert one.files().keys() == two.files().keys()
    differing = [n for n in one.files() if _content(n, one.files()) != _content(n, two.files())]
    assert differing == []


def test_two_processes_after_one_change(japanese: BuiltBefore) -> None:
    for name in ("people", "places", "use", "compare", "plain", "index"):
        path = japanese.project.root / f"{name}.rst"
        path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
    again = japanese.build(jobs=2)
    assert again.warnings == []
    assert_as_fresh(japanese, again)


def test_one_page_alone(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES, CATALOGUES)
    project.replace("use.rst", "Use of words\n", ".. _use:\n\nUse of a :term:`bank`\n")
    project.replace("use.rst", "============\n", "=====================\n")
    project.replace("plain.rst", "Nothing here.", "See :ref:`use`.")
    before = BuiltBefore(project, "ja")
    project.replace("locales/ja/LC_MESSAGES/terminology.po", "銀行", "金庫")
    alone = before.build(only=["compare.rst"])
    assert [page for page in alone.updated if page in PAGES] == ["compare", "index"]
    again = before.build()
    assert "See Use of a 金庫." in again.words("plain")
    assert_as_fresh(before, again)


@pytest.mark.parametrize("builder", ["html", "text"])
def test_a_canonical_name_that_tells_a_related_concept_apart(
    make_project: Callable[..., Project], builder: str
) -> None:
    names = {"client": "asiakas", "bank": "asiakas"}
    project = make_project(FILES, {"fi/terminology": names})
    before = BuiltBefore(project, "fi")
    before.build(builder, glossary_tooltips=False)
    project.replace("places.rst", ".. term:: bank\n", ".. term:: saver\n   :id: bank\n")
    project.write_po({"fi/terminology": {"client": "asiakas", "saver": "asiakas"}})
    again = before.build(builder, glossary_tooltips=False)
    page = f"people.{'html' if builder == 'html' else 'txt'}"
    assert "saver" in again.text(page)
    fresh = before.build(builder, to="fresh", glossary_tooltips=False)
    assert again.text(page) == fresh.text(page)
