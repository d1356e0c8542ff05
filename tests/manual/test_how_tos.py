"""Writing terms and comparisons: the guides' examples are built, their claims tried."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from manual.fences import MANUAL, Block, examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

pytest.importorskip("myst_parser", reason="the manual is written in MyST")

EXAMPLES = [*examples("how-to/write-a-term.md"), *examples("how-to/compare.md")]
OTHERS = ("boat", "ferry", "water taxi", "pier")
"""What an example may refer to without defining it."""

TERM = "::::{term} ferry\n\nA boat with a timetable.\n"
MISTAKES: Final = {
    "fence_length": ":::{term} ferry\n\nA boat.\n\n:::{examples}\n* The ferry.\n:::\n:::\n",
    "list_as_argument": ".. term:: ferry\n\n   A boat.\n\n   .. examples::\n      * The ferry.\n",
    "unknown_option": ":::{term} ferry\n:synonym: taxi boat\n\nA boat.\n:::\n",
    "invalid_value": ":::{term} ferry\n:part-of-speech: nuon\n\nA boat.\n:::\n",
    "unknown_concept": (
        ":::{term} ferry\n:related: Water taxi\n\nA boat.\n:::\n"
        ":::{term} water taxi\n\nA boat for hire.\n:::\n"
    ),
    "invalid_id": ":::{term} C++\n\nA language.\n:::\n",
    "empty_body": ":::{term} ferry\n:::\n",
    "invalid_list": f"{TERM}\n:::{{examples}}\nThe ferry.\n:::\n::::\n",
    "misplaced": ":::{examples}\n* The ferry.\n:::\n",
    "duplicate_name": f"{TERM}::::\n:::{{term}} ferry\n:id: boat\n\nA boat.\n:::\n",
    "ambiguous_name": (
        ":::{term} bank\n:qualifier: finance\n\nA business.\n:::\n"
        ":::{term} bank\n:qualifier: river\n\nLand.\n:::\nThe {term}`bank`.\n"
    ),
    "name_to_avoid": ":::{term} ferry\n:deprecated: tub\n\nA boat.\n:::\nThe {term}`tub`.\n",
    "replaced_concept": (
        ":::{term} steamer\n:status: deprecated\n:replaced-by: ferry\n\nA boat.\n:::\n"
        ":::{term} ferry\n\nA boat.\n:::\nThe {term}`steamer`, {term}`steamer <steamer>`.\n"
    ),
}


def page(text: str) -> dict[str, str]:
    """Return a project of one page, in reST if *text* is."""
    rest = text.startswith("..")
    return {"index.rst": f"T\n=\n\n{text}"} if rest else {"index.md": f"# T\n\n{text}"}


@pytest.mark.parametrize("block", EXAMPLES, ids=[block.text[:24] for block in EXAMPLES])
def test_the_examples_build_without_a_warning(build: Callable[..., Built], block: Block) -> None:
    others = "\n".join(
        f":::{{term}} {name}\n\nAnother concept.\n:::\n"
        for name in OTHERS
        if f"{{term}} {name}\n" not in block.text
        and f":id: {name.replace(' ', '-')}\n" not in block.text
        and f":synonyms: {name}" not in block.text
    )
    built = build(page(f"{others}\n{block.text}"))
    assert built.warnings == []


def test_every_mistake_of_the_table_is_tried() -> None:
    source = (MANUAL / "how-to" / "write-a-term.md").read_text("utf-8")
    rows = re.findall(r"^\| .* \| `glossary\.(\w+)` \|", source, re.MULTILINE)
    assert rows == list(MISTAKES)


@pytest.mark.parametrize("kind", MISTAKES)
def test_every_mistake_gets_its_warning(build: Callable[..., Built], kind: str) -> None:
    warnings = build(page(MISTAKES[kind])).warnings
    assert [w for w in warnings if "[glossary." in w and f"[glossary.{kind}]" not in w] == []
    assert any(w.endswith(f"[glossary.{kind}]") for w in warnings), warnings


def test_what_gets_no_warning(build: Callable[..., Built]) -> None:
    built = build(
        page(
            ":::{term} ferry\n:synonyms: tub, barge\n:status: deprecated\n\n- A list.\n\nA boat.\n"
            ":::\n\nThe {term}`ferry` and {glossary:definition}`ferry` and {term}`tub, barge`.\n"
        )
    )
    assert built.warnings == []
    assert "The ferry and A boat. and tub, barge." in built.words()


def test_a_draft_has_no_message_and_no_link(make_project: Callable[..., Project]) -> None:
    project = make_project(
        page(":::{term} raft\n:status: draft\n\nA float.\n:::\n\nThe {term}`raft`.\n")
    )
    built = project.build()
    assert built.warnings == []
    paragraph = built.html().partition("<p>The ")[2].partition("</p>")[0]
    assert "raft" in paragraph
    assert "href" not in paragraph
    templates = project.build("gettext", to="templates")
    messages = "".join(p.read_text("utf-8") for p in templates.outdir.glob("*.pot"))
    assert 'msgid "The {term}`raft`."' in messages
    assert 'msgid "raft"' not in messages
    assert "A float." not in messages


COMPARED = """\
:::{term} client

Who asks for advice.
:::

:::{term} customer
:contrast: client

Who buys.
:::

"""


def test_a_reference_or_bold_text_is_no_speaker(build: Callable[..., Built]) -> None:
    built = build(
        page(
            f"{COMPARED}::::{{compare}} client; customer\n\nThey differ.\n\n"
            ":::{dialogue} customer\n* {term}`customer`: Hello.\n* Clerk: Hi.\n:::\n\n"
            ":::{dialogue} client\n* **Lawyer**: Hello.\n* Lawyer: Hi.\n:::\n\n"
            ":::{dialogue} client\n* Lawyer: Hello, {term}`client`.\n* 客：Hi.\n:::\n::::\n"
        )
    )
    assert built.warnings == []
    speakers = re.findall(r'<strong class="glossary-speaker">(.*?)</strong>', built.html())
    assert sorted(speakers) == ["A", "A", "B", "B", "Lawyer", "客"]


def test_what_belongs_to_nobody_stands_below_the_columns(build: Callable[..., Built]) -> None:
    built = build(
        page(
            f"{COMPARED}::::{{compare}} client; customer\n\nThey differ.\n\n"
            ":::{examples} client\n* First.\n:::\n\nBetween.\n\n:::{examples}\n* Whose?\n:::\n\n"
            ":::{examples} customer\n* Last.\n:::\n::::\n"
        )
    )
    assert built.warnings == []
    found = re.findall(r"First\.|Between\.|Whose\?|Last\.", built.words())
    assert found == ["First.", "Last.", "Between.", "Whose?"]


def test_a_shared_name_is_told_apart(build: Callable[..., Built]) -> None:
    comparison = "::::{compare} client; customer\n\nThey differ.\n::::\n\nOne.\n"
    names = {"client": "asiakas | toimeksiantaja", "customer": "asiakas"}
    narrower = "{term}`toimeksiantaja`, {term}`satunnainen asiakas <customer>`"
    built = build(
        page(COMPARED + comparison),
        language="fi",
        po={"fi/terminology": names, "fi/index": {"One.": f"{narrower}, {{term}}`asiakas`"}},
    )
    assert "asiakas (client) ja asiakas (customer)" in built.words()
    assert "toimeksiantaja, satunnainen asiakas, asiakas" in built.words()
    (warning,) = (w for w in built.warnings if "[glossary." in w)
    assert warning.endswith(
        "'asiakas' is a name of several concepts; write 'client' or 'customer' "
        "[glossary.ambiguous_name]"
    )
