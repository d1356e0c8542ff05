"""The table of how far each language is, with its bars, in every kind of output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sphinx_glossary_ext.glue.writing.bars import bar_html, shares
from sphinx_glossary_ext.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from projects import Built, Project

TERMS = "".join(
    f".. term:: concept {number}\n   :subject: {subject}\n\n   Text.\n\n"
    for number, subject in enumerate(("Law", "Law", "Law", "Trade"))
)
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   status\n",
    "terms.rst": f"Terms\n=====\n\n{TERMS}",
    "status.rst": "Status\n======\n\n.. glossary-coverage::\n   :name: how-far\n",
}
CATALOGUES = {
    "ja/terminology": {"concept 0": "零", "concept 1": "一", "concept 2": "-"},
    "fi/terminology": {"?concept 0": "nolla", "concept 1": "yksi"},
}


def rows(built: Built) -> list[list[str]]:
    table = built.html("status").partition('<table class="glossary-coverage')[2]
    found = re.findall(r"(?s)<tr>(.*?)</tr>", table.partition("</table>")[0])
    cells = (re.findall(r"(?s)<t[hd].*?>(.*?)</t[hd]>", row) for row in found)
    return [[re.sub(r"<[^>]*>", "", cell).strip() for cell in row] for row in cells]


def test_numbers_stand_beside_the_bars(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES)
    assert built.warnings == []
    assert rows(built) == [
        ["Language", "Approved", "Not yet approved", "Missing", "No equivalent", "Complete"],
        ["English", "4", "0", "0", "0", "100%"],
        ["Suomi", "1", "1", "2", "0", "25%"],
        ["日本語", "2", "0", "1", "1", "75%"],
    ]
    html = built.html("status")
    assert html.count('<svg class="glossary-bar" aria-hidden="true"') == 3
    assert '<div class="glossary-coverage-page docutils container" id="how-far">' in html
    assert "glossary-index-box.js" not in html


def test_languages_and_subjects_can_be_chosen(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES, CATALOGUES)
    project.replace("status.rst", "how-far\n", "how-far\n   :languages: fi\n   :subject: Law\n")
    assert rows(project.build())[1:] == [["Suomi", "1", "1", "1", "0", "33%"]]


@pytest.mark.parametrize(
    ("option", "start", "kind"),
    [
        (":languages: sv", "status.rst:4: ", "unknown_language"),
        (":languages: 1", "status.rst:6: :languages: is '1'; allowed are ", "invalid_value"),
        (":letters: A", "status.rst:6: the glossary-coverage directive has no ", "unknown_option"),
    ],
)
def test_mistakes_are_told(
    make_project: Callable[..., Project], option: str, start: str, kind: str
) -> None:
    project = make_project(FILES, CATALOGUES)
    project.replace("status.rst", "how-far\n", f"how-far\n   {option}\n")
    (line,) = project.build().warnings
    assert line.startswith(start)
    assert line.endswith(f"[glossary.{kind}]")


def test_nothing_to_count(build: Callable[..., Built]) -> None:
    files = {"index.rst": "Title\n=====\n\n.. glossary-coverage::\n"}
    built = build(files)
    assert built.warnings == []
    assert "No concepts." in built.words()


def test_text_has_bars_of_characters(build: Callable[..., Built]) -> None:
    built = build(FILES, "text", po=CATALOGUES)
    assert built.warnings == []
    text = " ".join(built.text("status.txt").split())
    assert "Approved █" in text
    assert "25% ██▄▄▁▁▁▁▁▁" in text
    assert "75% ██████▁▁▂▂" in text


def test_latex_has_bars_of_rules(build: Callable[..., Built]) -> None:
    built = build(FILES, "latex", po=CATALOGUES)
    assert built.warnings == []
    (tex,) = (text.decode() for name, text in built.files().items() if name.endswith("example.tex"))
    assert r"\rule{" in tex
    assert not set("█▄▁▂") & set(tex)


def test_a_new_name_shows_in_the_next_build(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES, CATALOGUES)
    project.build()
    project.replace("locales/fi/LC_MESSAGES/terminology.po", "#, fuzzy\n", "")
    again = project.build()
    assert again.read == []
    assert rows(again) == rows(project.build(to="fresh"))
    assert rows(again)[2] == ["Suomi", "2", "0", "2", "0", "50%"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((1, 1, 2, 0), (25, 25, 50, 0)),
        ((999, 0, 1, 0), (99, 0, 1, 0)),
        ((1, 1, 1, 0), (34, 33, 33, 0)),
        ((10000, 1, 1, 1), (97, 1, 1, 1)),
        ((0, 0, 0, 0), (0, 0, 0, 0)),
    ],
)
def test_shares_add_up_and_nothing_vanishes(counts: Sequence[int], expected: Sequence[int]) -> None:
    assert shares(counts, 100) == dict(zip(Coverage, expected, strict=True))


def test_a_bar_tells_kinds_by_their_heights() -> None:
    bar = bar_html((1, 1, 1, 1))
    heights = re.findall(r'class="glossary-bar-([\w-]+)".*?height="(\d+)"', bar)
    assert [kind for kind, _height in heights] == [str(kind) for kind in Coverage]
    assert len({height for _kind, height in heights}) == 4
