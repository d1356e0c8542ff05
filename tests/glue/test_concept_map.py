"""The map of a concept in its entry: drawn with Graphviz, left out without it."""

from __future__ import annotations

import os
import re
import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from projects import Built, Project

FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   more/others\n",
    "terms.rst": """\
Terms
=====

.. term:: client
   :broader: party
   :contrast: customer

   One who engages a professional.

.. term:: customer
   :broader: party

   One who buys.

.. term:: lonely
   :related: party

   Without a map.
""",
    "more/others.rst": """\
Others
======

.. term:: party

   Somebody in a contract.

.. term:: aside

   Related to nothing.
""",
}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人", "customer": "顧客", "party": "当事者"},
    "fi/terminology": {"client": "asiakas", "customer": "asiakas", "party": "osapuoli"},
}
SVG = re.compile(r'<div class="glossary-map">(<svg .*?</svg>)</div>', re.DOTALL)


@pytest.fixture
def graphviz() -> None:
    """Demand Graphviz: without it the test is skipped, or fails where CI demands it."""
    if shutil.which("dot") is None:
        assert not os.environ.get("CI"), "Graphviz is not installed"
        pytest.skip("Graphviz is not installed")


def maps(built: Built, docname: str = "terms") -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in SVG.findall(built.html(docname))]


def texts(element: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in element.iter("text")]


def fake_dot(folder: Path, script: str) -> str:
    """Return a program that does what *script* says, and notes each time that it is called."""
    program = folder / "fake-dot"
    program.write_text(f"#!/bin/sh\necho called >> {folder}/calls\n{script}\n")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def with_dot(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that has a build ask another program."""
    find = shutil.which

    def ask(program: str) -> None:
        monkeypatch.setattr("shutil.which", lambda _name: find(program))

    return ask


# ---- what it shows


@pytest.mark.usefixtures("graphviz")
def test_it_shows_the_concept_in_its_surroundings(build: Callable[..., Built]) -> None:
    built = build(FILES)
    assert built.warnings == []
    client = maps(built)[0]
    assert client.attrib["role"] == "group"
    assert client.attrib["aria-label"] == "Concept map: client"
    here = client.find("g[@class='glossary-map-here']")
    assert here is not None
    assert texts(here) == ["client"]
    links = [(a.attrib["href"], *texts(a)) for a in client.iter("a")]
    assert links == [
        ("more/others.html#term-party", "party"),
        ("#term-customer", "customer"),
        ("#term-lonely", "lonely"),
    ]
    lines = client.find("g[@class='glossary-map-lines']")
    assert lines is not None
    assert lines.attrib["aria-hidden"] == "true"
    # the plain line of a related concept says so without words
    assert sorted(texts(lines)) == ["Broader", "Broader", "Contrast"]
    assert len(lines) == 4
    assert client.findtext("desc") == (
        "client (Broader concept: party, Contrast: customer)\n"
        "customer (Broader concept: party)\n"
        "party (See also: lonely)"
    )


@pytest.mark.usefixtures("graphviz")
def test_the_broader_concept_is_above_and_everything_is_inside(
    build: Callable[..., Built],
) -> None:
    client = maps(build(FILES))[0]
    x, y, width, height = map(float, client.attrib["viewBox"].split())
    tops = {}
    for box in [*client.iter("a"), *client.findall("g[@class='glossary-map-here']")]:
        rect = box.find("rect")
        assert rect is not None
        left, top, wide, high = (float(rect.attrib[k]) for k in ("x", "y", "width", "height"))
        assert x <= left
        assert left + wide <= x + width
        assert y <= top
        assert top + high <= y + height
        tops[texts(box)[0]] = top
    assert tops["party"] < tops["client"]
    assert tops["party"] < tops["customer"]


@pytest.mark.usefixtures("graphviz")
def test_names_and_relations_are_in_the_language_of_the_page(build: Callable[..., Built]) -> None:
    built = build(FILES, language="ja", po=CATALOGUES)
    assert built.warnings == []
    client = maps(built)[0]
    assert client.attrib["aria-label"] == "概念図：依頼人"
    assert {"依頼人", "顧客", "当事者", "上位概念", "対照概念"} <= set(texts(client))
    lonely = [a for a in client.iter("a") if texts(a) == ["lonely"]]
    assert [a.attrib["lang"] for a in lonely] == ["en"]
    assert [a for a in client.iter("a") if "lang" in a.attrib] == lonely


@pytest.mark.usefixtures("graphviz")
def test_names_that_are_alike_are_told_apart(build: Callable[..., Built]) -> None:
    built = build(FILES, language="fi", po=CATALOGUES)
    shown = texts(maps(built)[0])
    assert "asiakas (client)" in shown
    assert "asiakas (customer)" in shown


@pytest.mark.usefixtures("graphviz")
def test_its_links_show_cards(build: Callable[..., Built]) -> None:
    built = build(FILES)
    client = maps(built)[0]
    assert {a.attrib["class"] for a in client.iter("a")} == {"reference internal glossary-term"}
    cards = re.findall(r'id="glossary-cards">(.*?)</script>', built.html("terms"))
    assert '"more/others.html#term-party":' in cards[0]
    without = build(FILES, glossary_tooltips=False)
    assert "glossary-term" not in without.html("terms")


@pytest.mark.usefixtures("graphviz")
def test_only_where_it_says_more_than_the_list(build: Callable[..., Built]) -> None:
    built = build(FILES)
    labels = [svg.attrib["aria-label"] for d in ("terms", "more/others") for svg in maps(built, d)]
    assert labels == [f"Concept map: {name}" for name in ("client", "customer", "lonely", "party")]


@pytest.mark.usefixtures("graphviz")
def test_addresses_of_the_other_builder_of_pages(build: Callable[..., Built]) -> None:
    built = build(FILES, "dirhtml")
    text = built.text("terms/index.html")
    assert '<a class="reference internal glossary-term" href="../more/others/#term-party">' in text
    text = built.text("more/others/index.html")
    assert 'href="../../terms/#term-client"' in text


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "singlehtml", "man", "gettext"])
def test_builders_without_pages_have_the_list_alone(
    build: Callable[..., Built], tmp_path: Path, with_dot: Callable[..., None], builder: str
) -> None:
    with_dot(fake_dot(tmp_path, "exit 1"))
    settings = {"version": "1", "epub_copyright": "x", "man_pages": [("terms", "m", "t", "a", 1)]}
    built = build(FILES, builder, **settings)
    assert built.warnings == []
    documents = {n: c for n, c in built.files().items() if not n.endswith((".css", ".js"))}
    assert documents
    assert not any(b"glossary-map" in content for content in documents.values())
    assert not (tmp_path / "calls").exists()


@pytest.mark.usefixtures("graphviz")
def test_names_are_text(build: Callable[..., Built]) -> None:
    names = {
        "markup": "<script>alert(1)</script>",
        "dot": r"\N \G \" ]; <b>html-like</b>",
        "entity": "&lt;i&gt; & 'q'",
        "rtl": "לקוח (א)",
        "emoji": "👩‍👩‍👧 🇫🇮",
        "long": "x" * 200,
    }
    terms = "".join(
        f".. term:: {name}\n   :id: {id_}\n   :related: markup; dot\n\n   Text.\n\n"
        for id_, name in names.items()
    )
    built = build({"index.rst": f"Title\n=====\n\n{terms}"})
    assert [w for w in built.warnings if "self_relation" not in w] == []
    first = maps(built, "index")[0]
    shown = {a.attrib["href"]: " ".join(texts(a)[0].split()) for a in first.iter("a")}
    assert shown["#term-rtl"] == names["rtl"]
    assert shown["#term-emoji"] == names["emoji"]
    for id_ in ("dot", "entity"):
        assert "".join(shown[f"#term-{id_}"].split()) == "".join(names[id_].split())
    assert shown["#term-long"].endswith("x…")
    long = next(a for a in first.iter("a") if a.attrib["href"] == "#term-long")
    assert long.attrib["aria-label"] == names["long"]
    rtl = next(a for a in first.iter("a") if a.attrib["href"] == "#term-rtl")
    assert [text.attrib.get("direction") for text in rtl.iter("text")] == ["rtl"]
    assert not list(first.iter("script"))
    assert "<script>alert" not in built.html()


# ---- how it is made


def test_it_can_be_turned_off(
    build: Callable[..., Built], tmp_path: Path, with_dot: Callable[..., None]
) -> None:
    with_dot(fake_dot(tmp_path, "exit 1"))
    built = build(FILES, glossary_map=False)
    assert maps(built) == []
    assert not (tmp_path / "calls").exists()


@pytest.mark.parametrize(
    "script",
    ["exit 1", "echo nonsense", "echo stop", "cat", "exec sleep 60", "printf '\\377\\nstop\\n'"],
)
def test_a_program_that_fails_leaves_the_list_and_no_warning(
    build: Callable[..., Built],
    tmp_path: Path,
    with_dot: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    script: str,
) -> None:
    monkeypatch.setattr("sphinx_glossary_ext.glue.graphviz.SECONDS", 0.5)
    with_dot(fake_dot(tmp_path, script))
    built = build(FILES)
    assert built.warnings == []
    assert maps(built) == []
    assert "Contrast" in built.words("terms")
    assert (tmp_path / "calls").read_text().split() == ["called"]


def test_a_missing_program_is_told_of_once_and_is_no_warning(
    build: Callable[..., Built],
    with_dot: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    from sphinx_glossary_ext.glue.graphviz import logger

    monkeypatch.setattr(logger, "info", lambda text, *args: told.append(text % args))
    with_dot("no-such-program")
    built = build(FILES)
    assert built.warnings == []
    assert maps(built) == []
    assert told == ["Graphviz' 'dot' was not found: entries list relations without a map"]


@pytest.mark.usefixtures("graphviz")
def test_the_program_that_is_set_is_called_once_for_all_maps(
    build: Callable[..., Built], tmp_path: Path
) -> None:
    program = fake_dot(tmp_path, f'exec {shutil.which("dot")} "$@"')
    extensions = ["sphinx_glossary_ext", "sphinx.ext.graphviz"]
    built = build(FILES, extensions=extensions, graphviz_dot=program)
    assert len(maps(built)) == 3
    assert (tmp_path / "calls").read_text().split() == ["called"]


@pytest.mark.usefixtures("graphviz")
def test_layouts_are_kept_between_builds(
    make_project: Callable[..., Project], tmp_path: Path, with_dot: Callable[..., None]
) -> None:
    with_dot(fake_dot(tmp_path, f'exec {shutil.which("dot")} "$@"'))
    project = make_project(FILES, CATALOGUES)
    kept = project.build().doctreedir / "glossary-maps.json"
    assert kept.is_file()
    project.replace("terms.rst", "One who buys.", "One who pays.")
    project.build()
    assert (tmp_path / "calls").read_text().split() == ["called"]
    kept.write_text("[broken")
    assert len(maps(project.build(to="build"))) == 3
    assert (tmp_path / "calls").read_text().split() == ["called"] * 2


# ---- the same pages whatever the way


def pages(built: Built) -> dict[str, bytes]:
    return {name: text for name, text in built.files().items() if name.endswith(".html")}


CHANGES: dict[str, Any] = {
    "a relation on another page": (
        "more/others.rst", ".. term:: party", ".. term:: party\n   :broader: aside",
    ),
    "a further relation": ("terms.rst", ":related: party", ":related: party; aside"),
    "a name on another page": (
        "more/others.rst", ".. term:: party", ".. term:: litigant\n   :id: party",
    ),
    "a name in the language of the page": (
        "locales/ja/LC_MESSAGES/terminology.po", "顧客", "とても長い名前のお客様",
    ),
}  # fmt: skip


@pytest.mark.usefixtures("graphviz")
@pytest.mark.parametrize("change", CHANGES)
def test_a_rebuild_equals_a_fresh_build(make_project: Callable[..., Project], change: str) -> None:
    project = make_project(FILES, CATALOGUES)
    settings: dict[str, Any] = {"language": "ja", "html_sidebars": {"**": []}}
    project.build(**settings)
    project.replace(*CHANGES[change])
    again, fresh = project.build(**settings), project.build(to="fresh", **settings)
    assert again.warnings == fresh.warnings == []
    assert pages(again) == pages(fresh)
    assert len(maps(again)) == 3


@pytest.mark.usefixtures("graphviz")
def test_a_map_changes_with_a_page_that_is_not_read_again(
    make_project: Callable[..., Project],
) -> None:
    project = make_project(FILES)
    assert "Broader concept: aside" not in str(maps(project.build())[0].findtext("desc"))
    project.replace("more/others.rst", ".. term:: party", ".. term:: party\n   :broader: aside")
    again = project.build()
    assert again.read == ["more/others"]
    assert "party (Broader concept: aside" in str(maps(again)[0].findtext("desc"))


@pytest.mark.usefixtures("graphviz")
def test_graphviz_that_comes_and_goes(
    make_project: Callable[..., Project], with_dot: Callable[..., None]
) -> None:
    project = make_project(FILES)
    with_map = pages(project.build())
    with_dot("no-such-program")
    without = project.build()
    assert maps(without) == []
    assert "lonely" in without.words("terms")
    with_dot("dot")
    assert pages(project.build()) == with_map


@pytest.mark.usefixtures("graphviz")
def test_two_processes_write_the_same(make_project: Callable[..., Project]) -> None:
    many = {
        f"page{number}.rst": (
            f"Page {number}\n=======\n\n.. term:: concept {number}\n   :related: client; party\n\n"
            "   Text.\n"
        )
        for number in range(12)
    }
    index = "Title\n=====\n\n.. toctree::\n   :glob:\n\n   *\n   more/*\n"
    project = make_project({**FILES, **many, "index.rst": index})
    one, two = project.build(to="one"), project.build(to="two", jobs=2)
    assert one.warnings == two.warnings == []
    assert pages(one) == pages(two)
    assert len(maps(two, "page3")) == 1
