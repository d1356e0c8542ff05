"""The data of the index's search box: which builds write it, when, and what stands in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILE = "glossary-index-data.js"
TERMS = """\
Title
=====

.. term:: client
   :subject: Business
   :deprecated: punter

   One who pays.

.. term:: bank

   Where money is.

.. term:: ghost
   :status: draft

   Not ready.
"""
CATALOGUES = {
    "ja/terminology": {
        "client": "依頼人《いらいにん》 | ~客",
        ("glossary subject", "Business"): "商業",
    },
    "fi/terminology": {"?client": "asiakas", "bank": "-"},
}


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    return make_project({"index.rst": TERMS}, CATALOGUES)


def data(built: Built) -> Any:
    """Return the value that the script stores."""
    _before, _store, value = built.text(FILE).partition(").data = ")
    return json.loads(value.removesuffix(";\n"))


def digests(built: Built, name: str = "glossary-index.html") -> list[str]:
    return re.findall(r'data-digest="(\w+)"', built.text(name))


def test_every_name_is_there(project: Project) -> None:
    built = project.build()
    assert built.warnings == []
    found = data(built)
    assert found.pop("digest") == digests(built)[0]
    assert found == {
        "locales": ["en", "fi", "ja"],
        "pages": ["index.html"],
        "subjects": [["Business", "Business"]],
        "letters": [["B", 1], ["C", 1]],
        "concepts": [
            [0, "term-bank", [], "anm", [["bank"], [], []]],
            [
                0,
                "term-client",
                [0],
                "afa",
                [
                    ["client", ["punter", "", 1]],
                    ["asiakas"],
                    [["依頼人", "いらいにん"], ["客", "", 1]],
                ],
            ],
        ],
    }


def test_subjects_are_in_the_language_of_the_page(project: Project) -> None:
    assert data(project.build(language="ja"))["subjects"] == [["Business", "商業"]]


def test_addresses_are_those_of_the_builder(project: Project) -> None:
    project.write({"a b/more.rst": ":orphan:\n\nMore\n====\n\n.. term:: other\n\n   Text.\n"})
    assert data(project.build("html"))["pages"] == ["a%20b/more.html", "index.html"]
    built = project.build("dirhtml")
    assert data(built)["pages"] == ["a%20b/more/", "./"]
    assert "&quot;root&quot;:&quot;../&quot;" in built.text("glossary-index/index.html")


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "text", "gettext"])
def test_builders_without_pages_have_no_search(project: Project, builder: str) -> None:
    built = project.build(builder, version="1")
    assert built.warnings == []
    assert FILE not in built.files()
    pages = [text for name, text in built.files().items() if name.endswith("html")]
    assert not any(b'class="glossary-search"' in page for page in pages)


def test_a_catalogue_of_another_language_alone_makes_it_new(project: Project) -> None:
    before = digests(project.build())
    project.write_po({"ja/terminology": {"client": "顧客"}})
    again = project.build()
    assert "顧客" in again.text(FILE)
    assert digests(again) == [data(again)["digest"]] != before


def test_nothing_new_leaves_the_file_alone(project: Project) -> None:
    path = project.build().outdir / FILE
    before = path.stat().st_mtime_ns
    project.build()
    assert path.stat().st_mtime_ns == before


def test_a_lost_file_is_written_again(project: Project) -> None:
    first = project.build()
    (first.outdir / FILE).unlink()
    assert project.build().files()[FILE] == first.files()[FILE]


def test_several_processes_write_the_same(project: Project) -> None:
    files = {f"page{n}.rst": f":orphan:\n\nPage {n}\n======\n\nText.\n" for n in range(12)}
    index = ":orphan:\n\nIndex\n=====\n\n.. glossary-index::\n"
    project.write({**files, "names.rst": index})
    one, four = project.build(to="one"), project.build(to="four", jobs=4)
    assert one.files()[FILE] == four.files()[FILE]
    assert digests(four, "names.html") == digests(one, "names.html") == [data(one)["digest"]]


def test_the_file_goes_with_the_last_index(project: Project) -> None:
    assert FILE in project.build().files()
    assert FILE not in project.build(glossary_index_page=False).files()


def test_a_file_of_the_project_is_left_to_it(make_project: Callable[..., Project]) -> None:
    project = make_project({"index.rst": "Title\n=====\n", f"extra/{FILE}": "mine"})
    assert project.build(html_extra_path=["extra"]).text(FILE) == "mine"


def test_only_pages_with_an_index_link_its_scripts(project: Project) -> None:
    project.write({"names.rst": ":orphan:\n\nIndex\n=====\n\n.. glossary-index::\n"})
    built = project.build()
    assert "sphinx-glossary-index-box.js" in built.html("glossary-index")
    assert "sphinx-glossary-index-box.js" in built.html("names")
    assert "sphinx-glossary-index" not in built.html("index")


def test_names_cannot_end_the_script(build: Callable[..., Built]) -> None:
    name = '</script>\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{RIGHT-TO-LEFT MARK}<!-- \\ "'
    built = build({"index.rst": TERMS}, po={"fi/terminology": {"client": name}})
    script = built.text(FILE)
    assert "<" not in script
    assert not {"\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}"} & set(script)
    # a name is one line, and nothing else is lost
    ((shown,),) = [row[4][1] for row in data(built)["concepts"] if row[1] == "term-client"]
    assert shown == '</script> \N{RIGHT-TO-LEFT MARK}<!-- \\ "'
