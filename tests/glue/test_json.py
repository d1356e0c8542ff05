"""glossary.json: which builds write it, when, and what stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sphinx_glossary_ext.exchange import load_glossary

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

INDEX = """\
Example
=======

.. toctree::

   a b/terms
   z

.. term:: client

   One who pays a :term:`back office`.
"""
TERMS = """\
Terms
=====

.. term:: back office
   :subject: Business

   Where no :term:`client` comes.

.. compare:: client; back office

   Quite another thing.
"""
FILES = {"index.rst": INDEX, "a b/terms.rst": TERMS, "z.rst": "Z\n=\n\nNothing.\n"}
PO = {
    "ja/terminology": {"client": "クライアント", "back office": "バックオフィス"},
    "fi/terminology": {"client": "asiakas"},
    "ja/a b/terms": {"Where no :term:`client` comes.": ":term:`client` が来ない所。"},
}


def exported(built: Built) -> Any:
    return json.loads(built.text("glossary.json"))


def uris(built: Built) -> list[str]:
    found = exported(built)
    return [entry["uri"] for key in ("concepts", "comparisons") for entry in found[key]]


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    return make_project(FILES, PO)


@pytest.mark.parametrize(
    ("builder", "index", "terms"),
    [
        ("html", "index.html", "a%20b/terms.html"),
        ("dirhtml", "./", "a%20b/terms/"),
        ("singlehtml", "index.html", "index.html"),
        ("json", "./", "a%20b/terms/"),
        ("glossary", "index.html", "a%20b/terms.html"),
    ],
)
def test_entries_have_addresses_relative_to_the_root(
    project: Project, builder: str, index: str, terms: str
) -> None:
    built = project.build(builder)
    assert built.warnings == []
    expected = [
        f"{terms}#term-back-office",
        f"{index}#term-client",
        f"{terms}#compare-client-vs-back-office",
    ]
    assert uris(built) == expected


def test_the_addresses_lead_to_the_entries(project: Project) -> None:
    built = project.build("singlehtml")
    page = built.html("index")
    assert all(f'id="{uri.partition("#")[2]}"' in page for uri in uris(built))


@pytest.mark.parametrize("builder", ["epub", "text", "latex", "gettext", "dummy", "linkcheck"])
def test_other_builds_have_no_file(project: Project, builder: str) -> None:
    built = project.build(builder, version="1")
    assert built.warnings == []
    assert list(built.outdir.rglob("glossary.json")) == []


def test_a_project_without_concepts_has_no_file(build: Callable[..., Built]) -> None:
    assert "glossary.json" not in build({"index.rst": "Title\n=====\n"}).files()


def test_a_definition_is_in_the_language_of_the_build_or_says_that_it_is_not(
    project: Project,
) -> None:
    concepts = exported(project.build(language="ja"))["concepts"]
    told = {c["id"]: (c["definition"]["language"], c["definition"]["text"]) for c in concepts}
    assert told == {
        "back-office": ("ja", "クライアント が来ない所。"),
        "client": ("en", "One who pays a back office."),
    }


def test_names_are_text(build: Callable[..., Built]) -> None:
    name = '<script>alert("1")</script> \\ * ` _ | ~'
    rst = f"T\n=\n\n.. term:: {name}\n   :id: odd\n\n   One.\n"
    catalogue = {name: f"{name} x"}
    built = build({"index.rst": rst}, po={"ja/terminology": catalogue})
    (concept,) = exported(built)["concepts"]
    assert concept["name"] == name
    assert [n["text"] for n in concept["renderings"]["ja"]["names"]] == [
        name.removesuffix(" | ~"),
        "~ x",
    ]


# ---- the builder "glossary"


def test_the_builder_writes_the_one_file_and_the_same_as_html(project: Project) -> None:
    alone = project.build("glossary", to="alone")
    assert alone.warnings == []
    assert list(alone.files()) == ["glossary.json"]
    assert alone.files()["glossary.json"] == project.build("html").files()["glossary.json"]


def test_the_builder_writes_an_empty_glossary(build: Callable[..., Built]) -> None:
    assert exported(build({"index.rst": "Title\n=====\n"}, "glossary"))["concepts"] == []


def test_the_builder_knows_the_suffix_of_addresses(project: Project) -> None:
    built = project.build("glossary", html_file_suffix=".htm")
    assert uris(built)[1] == "index.htm#term-client"
    assert uris(project.build("glossary", html_link_suffix=""))[1] == "index#term-client"


def test_the_builder_tells_where_the_file_is() -> None:
    from sphinx_glossary_ext.glue.builders import GlossaryBuilder

    epilog = GlossaryBuilder.epilog % {"outdir": "out", "project": "Example"}
    assert epilog == "The glossary is in out/glossary.json."


# ---- again and again

BUILDERS = ["html", "glossary"]


@pytest.mark.parametrize("builder", [*BUILDERS, "singlehtml"])
def test_parallel_builds_write_the_same(project: Project, builder: str) -> None:
    # Sphinx reads and writes five documents or fewer in one process
    project.write({f"more{n}.rst": f":orphan:\n\nMore {n}\n======\n" for n in range(4)})
    one, four = (project.build(builder, jobs=jobs, to=f"j{jobs}") for jobs in (1, 4))
    assert one.files()["glossary.json"] == four.files()["glossary.json"]


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_name_in_another_language_alone_is_enough(project: Project, builder: str) -> None:
    project.build(builder, language="ja")
    project.write_po({"fi/terminology": {"client": "päämies"}})
    again = project.build(builder, language="ja")
    assert again.read == []
    assert "päämies" in again.text("glossary.json")
    assert_fresh(project, again, builder)


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_subject_that_no_page_shows_in_its_language_is_enough(
    project: Project, builder: str
) -> None:
    """No page is out of date then, and Sphinx writes none."""
    project.build(builder, language="ja")
    project.write_po({"fi/terminology": {("glossary subject", "Business"): "Liiketoiminta"}})
    assert_fresh(project, project.build(builder, language="ja"), builder)


@pytest.mark.parametrize("builder", BUILDERS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Where no", "Where hardly a"),
        (".. term:: back office\n", ".. term:: back office\n   :synonyms: BO\n"),
        (".. term:: back office\n", ".. term:: back office\n   :related: client\n"),
        (".. compare:: client; back office\n", ".. compare:: back office; client\n"),
    ],
)
def test_an_edited_page_is_noticed(project: Project, builder: str, old: str, new: str) -> None:
    project.build(builder, language="ja")
    project.replace("a b/terms.rst", old, new)
    assert_fresh(project, project.build(builder, language="ja"), builder)


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_translated_definition_is_noticed(project: Project, builder: str) -> None:
    project.build(builder, language="ja")
    msgid = "One who pays a :term:`back office`."
    project.write_po({"ja/index": {msgid: ":term:`back office` に払う人。"}})
    again = project.build(builder, language="ja")
    assert "バックオフィス に払う人。" in again.text("glossary.json")
    assert_fresh(project, again, builder)


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_file_that_is_right_is_left_alone(project: Project, builder: str) -> None:
    path = project.build(builder).outdir / "glossary.json"
    before = path.stat().st_mtime_ns
    again = project.build(builder)
    assert path.stat().st_mtime_ns == before
    assert {entry.name for entry in again.outdir.iterdir() if entry.name.startswith(".g")} == set()


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_lost_file_is_written_again(project: Project, builder: str) -> None:
    first = project.build(builder)
    content = first.files()["glossary.json"]
    (first.outdir / "glossary.json").unlink()
    assert project.build(builder).files()["glossary.json"] == content


def test_the_file_goes_with_the_last_concept(project: Project) -> None:
    project.build()
    project.write({"index.rst": "Title\n=====\n", "a b/terms.rst": "Terms\n=====\n"})
    assert "glossary.json" not in project.build().files()


def test_a_file_of_the_project_is_left_to_it(make_project: Callable[..., Project]) -> None:
    files = {"index.rst": "Title\n=====\n", "extra/glossary.json": '{"mine": 1}'}
    project = make_project(files)
    built = project.build(html_extra_path=["extra"])
    assert built.text("glossary.json") == '{"mine": 1}'


def test_what_is_written_can_be_loaded(project: Project) -> None:
    glossary = load_glossary(project.build(language="ja").files()["glossary.json"])
    (client,) = glossary.find("クライアント", "ja")
    assert (client.id, glossary.name(client, "fi").text) == ("client", "asiakas")
    assert [c.id for c in glossary.comparisons_of(client)] == ["client-vs-back-office"]


def assert_fresh(project: Project, again: Built, builder: str) -> None:
    """Assert that an incremental build has left what a fresh one writes."""
    fresh = project.build(builder, language="ja", to="fresh")
    assert again.files()["glossary.json"] == fresh.files()["glossary.json"]
    assert again.warnings == fresh.warnings


def test_what_is_written_for_one_format_is_no_text(build: Callable[..., Built]) -> None:
    built = build({"index.md": "# Title\n\n:::{term} water\nH<sub>2</sub>O, to drink.\n:::\n"})
    assert built.warnings == []
    assert "H<sub>2</sub>O, to drink." in built.html()
    assert json.loads(built.text("glossary.json"))["concepts"][0]["definition"]["text"] == (
        "H2O, to drink."
    )
