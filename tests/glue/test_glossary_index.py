"""``glossary-index`` and the page of that name: every concept in the reader's order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

TERMS = """\
.. term:: client
   :subject: Business
   :part-of-speech: noun

   One who pays.

.. term:: bank
   :subject: Business; Finance

   Where money is.

.. term:: apple

   A fruit.

.. term:: ghost
   :status: draft

   Not ready.

"""
CATALOGUES = {
    "ja/terminology": {"client": "顧客《こきゃく》 | 依頼人《いらいにん》 | ~お客", "apple": "-"},
    "fi/terminology": {"client": "äiti", "bank": "zeniitti"},
}


def page(*options: str) -> dict[str, str]:
    """Return a page with an index that has the given options."""
    lines = "".join(f"   {option}\n" for option in options)
    return {"index.rst": f"Title\n=====\n\n{TERMS}.. glossary-index::\n{lines}"}


def rows(built: Built, docname: str = "index") -> list[list[str]]:
    """Return the text of every row of the table of names, its head first."""
    table = re.search(r'(?s)<table class="[^"]*glossary-index.*?</table>', built.html(docname))
    assert table
    return [
        [
            " ".join(re.sub("<[^>]*>", " ", cell).split())
            for cell in re.findall(r"(?s)<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in re.findall(r"(?s)<tr[^>]*>(.*?)</tr>", table[0])
    ]


def first_column(built: Built) -> list[str]:
    """Return the headings and names in the language of the page."""
    return [row[0] for row in rows(built)[1:]]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["A", "apple", "B", "bank", "C", "client"]),
        ("fi", ["A", "apple", "Z", "zeniitti", "Ä", "äiti"]),
    ],
)
def test_order_and_headings(
    build: Callable[..., Built], language: str, expected: list[str]
) -> None:
    built = build(page(), language=language, po=CATALOGUES)
    assert built.warnings == []
    assert [name.partition(" (")[0] for name in first_column(built)] == [
        name.partition(" (")[0] for name in expected
    ]


def test_the_whole_index(build: Callable[..., Built], snapshot: Callable[[str, str], None]) -> None:
    index = ".. glossary-index::\n   :columns: definition; subject\n   :class: special\n"
    files = {"index.rst": f"Title\n=====\n\n{TERMS}", "names.rst": f":orphan:\n\nN\n=\n\n{index}"}
    built = build(files, "dummy", po=CATALOGUES)
    assert built.warnings == []
    snapshot("index", built.shape("names"))


EASTERN = {
    "ja/terminology": {
        "client": "顧客《こきゃく》", "bank": "銀行《ぎんこう》", "apple": "お客",
    },
    "ko/terminology": {"client": "고객", "bank": "나그네", "apple": "은행"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", ["あ", "お客", "か", "銀行 ( ぎんこう )", "顧客 ( こきゃく )"]),
        ("ko", ["ㄱ", "고객", "ㄴ", "나그네", "ㅇ", "은행"]),
    ],
)
def test_order_and_headings_in_eastern_scripts(
    build: Callable[..., Built], language: str, expected: list[str]
) -> None:
    built = build(page(), language=language, po=EASTERN)
    assert built.warnings == []
    assert first_column(built) == expected


def test_names_that_are_not_there_are_marked(build: Callable[..., Built]) -> None:
    po = {"ja/terminology": {"?client": "顧客", "apple": "-"}}
    found = {row[0]: row[1:] for row in rows(build(page(), po=po))}
    assert found["client"] == ["顧客 (not yet approved)"]
    assert found["bank"] == ["bank (not yet translated)"]
    assert found["apple"] == ["apple (no equivalent)"]


def test_coverage_of_each_language(build: Callable[..., Built]) -> None:
    po = {"ja/terminology": {"?client": "顧客", "apple": "-"}}
    words = build(page(), po=po).words()
    assert "Language Approved Not yet approved Missing No equivalent Complete" in words
    assert "English 3 0 0 0 100%" in words
    assert "日本語 0 1 1 1 33%" in words


def test_every_name_is_there(build: Callable[..., Built]) -> None:
    built = build(page(), po=CATALOGUES)
    client = next(row for row in rows(built) if row[0] == "client")
    for name in ("顧客", "こきゃく", "依頼人", "いらいにん", "お客"):
        assert name in " ".join(client)
    assert "ghost" not in str(rows(built))


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":subject: Business", ["bank", "client"]),
        (":subject: Finance", ["bank"]),
        (":letters: A C", ["apple", "client"]),
        (":subject: Nothing", None),
    ],
)
def test_choice(build: Callable[..., Built], option: str, expected: list[str] | None) -> None:
    built = build(page(option), po=CATALOGUES)
    assert built.warnings == []
    if expected is None:
        assert "No concepts." in built.words()
    else:
        assert [name for name in first_column(built) if len(name) > 1] == expected


def test_languages_and_columns(build: Callable[..., Built]) -> None:
    built = build(page(":languages: ja en", ":columns: definition; part-of-speech"), po=CATALOGUES)
    assert built.warnings == []
    assert rows(built)[0][0] == "English"
    assert len(rows(built)[0]) == 4
    client = next(row for row in rows(built) if row[0] == "client")
    assert client[2:] == ["One who pays.", "noun"]


def test_the_page_is_made_unless_there_is_one(build: Callable[..., Built]) -> None:
    assert rows(build(page(), po=CATALOGUES), "glossary-index") == rows(
        build(page(), po=CATALOGUES)
    )
    own = build({**page(), "glossary-index.rst": ":orphan:\n\nMine\n====\n\nMy own page.\n"})
    assert own.warnings == []
    assert "My own page." in own.words("glossary-index")


def test_the_page_can_be_left_out(build: Callable[..., Built]) -> None:
    built = build(page(), glossary_index_page=False)
    assert built.warnings == []
    assert not (built.outdir / "glossary-index.html").exists()


def test_jumps_lead_to_their_headings(build: Callable[..., Built]) -> None:
    html = build(page(), po=CATALOGUES).html()
    wanted = set(re.findall(r'href="#(glossary-index-[^"]*)"', html))
    assert len(wanted) == 3
    assert wanted <= set(re.findall(r'id="([^"]*)"', html))


def test_two_indexes_on_one_page(build: Callable[..., Built]) -> None:
    files = {"index.rst": page()["index.rst"] + "\n.. glossary-index::\n   :subject: Business\n"}
    built = build(files, po=CATALOGUES)
    assert built.warnings == []
    ids = re.findall(r' id="([^"]*)"', built.html())
    assert sorted(ids) == sorted(set(ids))


def test_a_large_index_has_a_page_for_each_letter(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_glossary_ext.glue.writing.parts.ROWS_ON_ONE_PAGE", 2)
    built = build({"index.rst": f"Title\n=====\n\n{TERMS}"})
    assert built.warnings == []
    letters = re.findall(r'href="(glossary-index-\d\.html)">(\w)', built.html("glossary-index"))
    assert letters == [
        ("glossary-index-1.html", "A"),
        ("glossary-index-2.html", "B"),
        ("glossary-index-3.html", "C"),
    ]
    assert rows(built, "glossary-index-2") == [["English"], ["B"], ["bank"]]


LARGE = {"index.rst": f"Title\n=====\n\n{TERMS}"}
SMALL = {"index.rst": "Title\n=====\n\n.. term:: bank\n\n   Money.\n"}
NOTHING = {"index.rst": "Title\n=====\n"}
OWN = {**SMALL, "glossary-index.rst": ":orphan:\n\nMine\n====\n\nMy own words.\n"}


def generated(built: Built) -> list[str]:
    return sorted(path.name for path in built.outdir.glob("glossary-index*.html"))


@pytest.mark.parametrize(
    ("files", "settings", "left"),
    [
        (SMALL, {}, ["glossary-index.html"]),
        (NOTHING, {}, []),
        (LARGE, {"glossary_index_page": False}, []),
        (OWN, {}, ["glossary-index.html"]),
    ],
)
def test_pages_of_an_earlier_index_go(
    make_project: Callable[..., Project],
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    settings: dict[str, Any],
    left: list[str],
) -> None:
    monkeypatch.setattr("sphinx_glossary_ext.glue.writing.parts.ROWS_ON_ONE_PAGE", 2)
    project = make_project(LARGE)
    letters = [f"glossary-index-{number}.html" for number in (1, 2, 3)]
    assert generated(project.build()) == [*letters, "glossary-index.html"]
    project.write(files)
    assert generated(project.build(**settings)) == left


def test_a_page_of_the_project_stays(make_project: Callable[..., Project]) -> None:
    project = make_project({**NOTHING, "extra/glossary-index.html": "<p>mine</p>"})
    built = project.build(html_extra_path=["extra"])
    assert built.html("glossary-index") == "<p>mine</p>"
