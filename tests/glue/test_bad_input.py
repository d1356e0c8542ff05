"""Authors' mistakes: one warning each, at its line, and the rest of the page stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

CLIENT = ".. term:: client\n\n   One who pays.\n"
"""Lines 1 to 3."""
CUSTOMER = "\n.. term:: customer\n\n   One who buys.\n\n"
"""Lines 4 to 8."""

IN_RST = [
    # options
    (
        ".. term:: client\n   :synonym: buyer\n\n   One.\n",
        ["2: the term directive has no option :synonym:; did you mean :synonyms:? "
         "[unknown_option]"],
    ),
    (
        ".. term:: client\n   :xyzzy: buyer\n\n   One.\n",
        [
            "2: the term directive has no option :xyzzy:; it has abbreviation, broader, "
            "case-sensitive, class, contrast, deprecated, do-not-translate, exact-match, id, name, "
            "narrower, not-in, part-of-speech, qualifier, reading, related, replaced-by, source, "
            "status, subject, synonyms [unknown_option]"
        ],
    ),
    (
        ".. term:: client\n   :do-not-translate: yes\n\n   One.\n",
        ["2: :do-not-translate: takes no value; leave 'yes' out [invalid_value]"],
    ),
    (
        ".. term:: client\n   :id: c\n   :part-of-speech: nown\n\n   One.\n",
        [
            "3: :part-of-speech: is 'nown'; allowed is noun, proper noun, verb, adjective, adverb, "
            "phrase, prefix, suffix, other [invalid_value]"
        ],
    ),
    (
        ".. term:: client\n   :status: final\n\n   One.\n",
        ["2: :status: is 'final'; allowed is draft, approved, deprecated [invalid_value]"],
    ),
    (
        ".. term:: client\n   :class: !!\n\n   One.\n",
        ['2: :class: is no class name: cannot make "!!" into a class name [invalid_value]'],
    ),
    (
        f"{CLIENT}{CUSTOMER}.. compare:: client; customer\n   :difficulty: 6\n\n   Text.\n",
        ["10: :difficulty: is '6'; allowed is 1, 2, 3, 4, 5 [invalid_value]"],
    ),
    # ids
    (
        ".. term:: client\n   :exact-match: https://example.org/a; Q1 urn:x:1\n\n   One.\n",
        [
            f"2: :exact-match: has {word!r}, which is no address; write URIs such as "
            "https://example.org/client, with spaces between them [invalid_value]"
            for word in ("https://example.org/a;", "Q1")
        ],
    ),
    (
        ".. term:: client\n   :id: front_office\n\n   One.\n",
        [
            "2: :id: is 'front_office'; allowed are ASCII letters and digits, with single hyphens "
            "between them [invalid_id]"
        ],
    ),
    (
        ".. term:: 顧客\n\n   One.\n",
        ['1: "顧客" makes no id: it would lose "顧", "客"; add an :id: in ASCII [invalid_id]'],
    ),
    (
        ".. term:: C++\n\n   One.\n",
        ['1: "C++" makes no id: it would lose "+"; add an :id: in ASCII [invalid_id]'],
    ),
    (
        ".. term:: 顧客\n   :id: 顧客\n\n   One.\n",
        [
            "2: :id: is '顧客'; allowed are ASCII letters and digits, with single hyphens between "
            "them [invalid_id]"
        ],
    ),
    (
        f"{CLIENT}\n.. term:: Client\n\n   Two.\n",
        [
            "5: the concept id 'client' is already used at index.rst:1; give one of them another "
            ":id: [duplicate_id]"
        ],
    ),
    (
        f"{CLIENT}\n.. term:: Client\n   :id: other\n\n   Two.\n",
        [
            "5: the name 'Client' already belongs to the concept 'client' at index.rst:1; give "
            "each a :qualifier: to tell them apart [duplicate_name]"
        ],
    ),
    # bodies
    (
        ".. term:: client\n   :id: c\n\nAfter.\n",
        ["1: the term 'client' has no definition; write one paragraph [empty_body]"],
    ),
    (
        f"{CLIENT}\n   .. examples::\n",
        ["5: the examples directive is empty; write a list in it [empty_body]"],
    ),
    (
        f"{CLIENT}\n   .. examples::\n      * first\n      * second\n",
        [
            "5: a list was read as the argument of examples; put a blank line before it "
            "[list_as_argument]"
        ],
    ),
    (
        f"{CLIENT}\n   .. dialogue::\n\n      Text.\n",
        ["5: the dialogue directive holds one list, an item each, and nothing else [invalid_list]"],
    ),
    (
        f"{CLIENT}\n   .. dialogue::\n\n      * Guest: Hello.\n      * It left.\n"
        "      * Guest: Oh.\n",
        [
            "8: this turn names no speaker, so that A and B take turns in the whole dialogue; "
            "begin it with “Speaker:”, as the others do [speaker_missing]"
        ],
    ),
    (f"{CLIENT}\n   .. dialogue::\n\n      * Listen: it rains.\n      * So it does.\n", []),
    (
        ".. examples::\n\n   * a\n\n.. dialogue::\n\n   * b\n\n.. aspects::\n\n   * - c\n",
        [
            "1: examples stands in no term and no compare; move it into one [misplaced]",
            "5: dialogue stands in no term and no compare; move it into one [misplaced]",
            "9: aspects stands in no compare; move it into one [misplaced]",
        ],
    ),
    (
        f"{CLIENT}\n   .. aspects::\n\n      * - Aspect\n        - cell\n",
        ["5: aspects stands in no compare; move it into one [misplaced]"],
    ),
    # relations
    (
        ".. term:: client\n   :related: client\n\n   One.\n",
        ["2: the concept 'client' has itself under :related:; remove it [self_relation]"],
    ),
    (
        ".. term:: client\n   :id: client\n   :broader: xyz;\n      abc\n"
        "   :related: cliant; xyzzy\n\n   :narrower: One.\n",
        [
            "3: :broader: names the unknown concept 'xyz'; define it with the term directive "
            "[unknown_concept]",
            "3: :broader: names the unknown concept 'abc'; define it with the term directive "
            "[unknown_concept]",
            "5: :related: names the unknown concept 'cliant'; did you mean 'client'? "
            "[unknown_concept]",
            "5: :related: names the unknown concept 'xyzzy'; define it with the term directive "
            "[unknown_concept]",
        ],
    ),
    (
        ".. term:: a1\n   :broader: b1\n\n   A.\n\n.. term:: b1\n   :broader: c1\n\n   B.\n\n"
        ".. term:: c1\n   :broader: a1\n\n   C.\n",
        [
            "1: the concept 'a1' is broader than itself: a1 → b1 → c1 → a1; remove one of these "
            "relations [broader_cycle]"
        ],
    ),
    (
        ".. term:: a1\n   :broader: b1\n   :narrower: b1\n\n   A.\n\n.. term:: b1\n\n   B.\n",
        [
            "1: the concept 'a1' is broader than itself: a1 → b1 → a1; remove one of these "
            "relations [broader_cycle]"
        ],
    ),
    # comparisons
    (
        f"{CLIENT}\n.. compare:: client; cliont\n\n   Text.\n",
        ["5: the comparison names the unknown concept 'cliont'; did you mean 'client'? "
         "[unknown_concept]"],
    ),
    (
        f"{CLIENT}\n.. compare:: client\n\n   Text.\n",
        ["5: a comparison needs two concepts or more; put ; between their ids [few_concepts]"],
    ),
    (
        f"{CLIENT}{CUSTOMER}.. compare:: client; customer\n",
        ["9: the comparison is empty; say the difference in one paragraph [empty_body]"],
    ),
    (
        f"{CLIENT}{CUSTOMER}.. compare:: client; customer\n\n   Text.\n\n"
        "   .. aspects::\n\n"
        "      * - Few\n        - a\n      * - Right\n        - a\n        - b\n"
        "      * - Many\n        - a\n        - b\n        - c\n      * Flat\n",
        [
            "15: this row has 2 cells, not 3: one for the aspect, then one per concept "
            "[aspect_cells]",
            "20: this row has 4 cells, not 3: one for the aspect, then one per concept "
            "[aspect_cells]",
            "24: this row has one cell, not 3: one for the aspect, then one per concept "
            "[aspect_cells]",
        ],
    ),
    (
        f"{CLIENT}{CUSTOMER}.. compare:: client; customer\n\n   Text.\n\n"
        "   .. examples:: client\n\n      * a\n\n   .. examples:: third\n\n      * b\n",
        ["17: 'third' is not compared here; write one of client; customer [not_compared]"],
    ),
    (
        f"{CLIENT}\n.. compare:: client; customer\n\n   Text.\n\n"
        f".. compare:: client; customer\n\n   Text.\n{CUSTOMER}",
        [
            "9: the comparison id 'client-vs-customer' is already used at index.rst:5; give one "
            "of them another :id: [duplicate_id]"
        ],
    ),
    # references
    (
        ".. term:: bank\n   :qualifier: finance\n\n   One.\n\n"
        ".. term:: bank\n   :qualifier: river\n\n   Two; :term:`bank`.\n",
        [
            "9: 'bank' is a name of several concepts; write 'bank-finance' or 'bank-river' "
            "[ambiguous_name]"
        ],
    ),
    (f"{CLIENT}\n:term:`clint`\n",
     ["5: the reference names the unknown concept 'clint'; did you mean 'client'? "
      "[unknown_concept]"]),
    (f"{CLIENT}\n:glossary:definition:`xyzzy`\n",
     ["5: the reference names the unknown concept 'xyzzy'; define it with the term directive "
      "[unknown_concept]"]),
    (f"{CLIENT}\n:glossary:name:`client@sv`\n",
     ["5: the glossary has no names in 'sv'; it has them in en [unknown_language]"]),
    (f"{CLIENT}\n:glossary:abbr:`client`\n",
     ["5: the concept 'client' has no :abbreviation:; write :term: instead [no_abbreviation]"]),
    (f"{CLIENT}{CUSTOMER}.. compare:: client; customer\n\n   Text.\n\n"
     ":glossary:compare:`client-vs-customers`\n",
     ["13: the reference names the unknown comparison 'client-vs-customers'; did you mean "
      "'client-vs-customer'? [unknown_comparison]"]),
    # the index
    (
        f"{CLIENT}\n.. glossary-index::\n   :languages: en klingon\n   :columns: x; definition\n"
        "   :letter: A\n",
        [
            "8: the glossary-index directive has no option :letter:; did you mean :letters:? "
            "[unknown_option]",
            "6: :languages: is 'en klingon'; allowed are locales such as ja or pt_BR "
            "[invalid_value]",
            "7: :columns: names 'x'; allowed is part-of-speech, subject, definition "
            "[invalid_value]",
        ],
    ),
    (
        f"{CLIENT}\n.. glossary-index::\n   :languages: sv\n",
        ["5: the glossary has no names in 'sv'; it has them in en [unknown_language]"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), IN_RST)
def test_in_rst(build: Callable[..., Built], source: str, expected: list[str]) -> None:
    built = build({"index.rst": f"{source}\nThe rest.\n"}, "dummy")
    assert built.warnings == _complete("index.rst", expected)
    assert built.resolved["index"].astext().endswith("The rest.")


def test_in_an_included_file(build: Callable[..., Built]) -> None:
    # docutils names it as seen from the working directory, and the next build may have another
    part = ".. term:: client\n   :related: xyz\n   :status: final\n\n   A :term:`clint`.\n"
    files = {"index.rst": ".. include:: sub/part.txt\n", "sub/part.txt": part}
    built = build(files)
    assert [warning.partition(": ")[0] for warning in built.warnings if "clint" not in warning] == [
        "sub/part.txt:3",
        "sub/part.txt:2",
    ]


IN_MYST = [
    (
        ":::{term} client\n:synonyms: buyer\n:xyz: b\n:part-of-speech: nown\n\n{term}`xyz`\n:::",
        [
            "3: the term directive has no option :xyz:; it has abbreviation, broader, "
            "case-sensitive, class, contrast, deprecated, do-not-translate, exact-match, id, name, "
            "narrower, not-in, part-of-speech, qualifier, reading, related, replaced-by, source, "
            "status, subject, synonyms [unknown_option]",
            "4: :part-of-speech: is 'nown'; allowed is noun, proper noun, verb, adjective, adverb, "
            "phrase, prefix, suffix, other [invalid_value]",
            "6: the reference names the unknown concept 'xyz'; define it with the term directive "
            "[unknown_concept]",
        ],
    ),
    (
        "```{term} client\n---\nsynonyms: buyer\nstatus: final\n---\n\nOne.\n```",
        ["4: :status: is 'final'; allowed is draft, approved, deprecated [invalid_value]"],
    ),
    (
        "Text.\n\n```{term} client\n---\nbroader: >\n  one;\n  two\nrelated: xyzzy\n---\n\n"
        "One.\n```",
        [
            f"{line}: :{option}: names the unknown concept {target!r}; define it with the term "
            "directive [unknown_concept]"
            for line, option, target in (
                (5, "broader", "one"),
                (5, "broader", "two"),
                (8, "related", "xyzzy"),
            )
        ],
    ),
    (
        ":::{term} client\n:::",
        ["1: the term 'client' has no definition; write one paragraph [empty_body]"],
    ),
    (
        "::::{term} client\nOne.\n\n:::{examples} * a\n* b\n:::\n::::",
        [
            "4: a list was read as the argument of examples; put a blank line before it "
            "[list_as_argument]"
        ],
    ),
    (
        ":::{term} client\nOne.\n:::\n\n:::{term} customer\nTwo.\n:::\n\n"
        "::::{compare} client; customer\nText.\n\n:::{aspects}\n"
        "* - Few\n  - a\n* - Many\n  - a\n  - b\n  - c\n:::\n::::",
        [
            "13: this row has 2 cells, not 3: one for the aspect, then one per concept "
            "[aspect_cells]",
            "15: this row has 4 cells, not 3: one for the aspect, then one per concept "
            "[aspect_cells]",
        ],
    ),
    (
        ":::{term} 顧客\nOne.\n:::",
        ['1: "顧客" makes no id: it would lose "顧", "客"; add an :id: in ASCII [invalid_id]'],
    ),
    (
        ":::{term} client\n:related: client; cliant\n:broader: buyer\nOne.\n:::\n\n"
        ":::{term} buyer\n:broader: client\nTwo.\n:::\n\n:::{term} Buyer\n:id: other\nThree.\n:::",
        [
            "12: the name 'Buyer' already belongs to the concept 'buyer' at index.md:7; give each "
            "a :qualifier: to tell them apart [duplicate_name]",
            "2: the concept 'client' has itself under :related:; remove it [self_relation]",
            "2: :related: names the unknown concept 'cliant'; did you mean 'client'? "
            "[unknown_concept]",
            "1: the concept 'client' is broader than itself: client → buyer → client; remove one "
            "of these relations [broader_cycle]",
        ],
    ),
    (
        ":::{term} client\nOne.\n:::\n\n:::{compare} client\nText.\n:::\n\n"
        "::::{compare} client; cliant\nText.\n\n:::{examples} vendor\n* a\n:::\n::::\n\n"
        "{glossary:name}`clint@en`",
        [
            "5: a comparison needs two concepts or more; put ; between their ids [few_concepts]",
            "9: the comparison names the unknown concept 'cliant'; did you mean 'client'? "
            "[unknown_concept]",
            "12: 'vendor' is not compared here; write one of client; cliant [not_compared]",
            "17: the reference names the unknown concept 'clint'; did you mean 'client'? "
            "[unknown_concept]",
        ],
    ),
]


@pytest.mark.parametrize(("source", "expected"), IN_MYST)
def test_in_myst(build: Callable[..., Built], source: str, expected: list[str]) -> None:
    built = build({"index.md": f"{source}\n\nThe rest.\n"}, "dummy")
    assert built.warnings == _complete("index.md", expected)
    assert built.resolved["index"].astext().endswith("The rest.")


def test_nothing_is_lost_of_a_row_with_too_many_cells(build: Callable[..., Built]) -> None:
    built = build(
        {
            "index.rst": f"{CLIENT}{CUSTOMER}.. compare:: client; customer\n\n   Text.\n\n"
            "   .. aspects::\n\n      * - Many\n        - one\n        - two\n        - three\n"
            "      * - Few\n"
        },
        "dummy",
    )
    table = built.resolved["index"].astext()
    assert "Many\n\none\n\ntwo\n\nthree\n\nFew" in table


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_id_on_two_pages(build: Callable[..., Built], jobs: int) -> None:
    pages = {f"page{n}.rst": f"Page {n}\n======\n\n{CLIENT}" for n in range(8)}
    toctree = "Title\n=====\n\n.. toctree::\n   :glob:\n\n   page*\n"
    built = build({"index.rst": toctree, **pages}, "dummy", jobs=jobs)
    assert built.warnings == [
        f"page{n}.rst:4: the concept id 'client' is already used at page0.rst:4; give one of them "
        "another :id: [glossary.duplicate_id]"
        for n in range(1, 8)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_name_on_two_pages(build: Callable[..., Built], jobs: int) -> None:
    pages = {
        f"page{n}.rst": f"Page {n}\n======\n\n.. term:: client\n   :id: c{n}\n\n   One.\n"
        for n in range(8)
    }
    toctree = "Title\n=====\n\n.. toctree::\n   :glob:\n\n   page*\n"
    built = build({"index.rst": toctree, **pages}, "dummy", jobs=jobs)
    assert built.warnings == [
        f"page{n}.rst:4: the name 'client' already belongs to the concept 'c0' at page0.rst:4; "
        "give each a :qualifier: to tell them apart [glossary.duplicate_name]"
        for n in range(1, 8)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_translation_repeats_no_mistake(
    build: Callable[..., Built], language: str, jobs: int
) -> None:
    source = (
        ".. term:: client\n   :status: final\n\n   A :term:`clint`.\n\n"
        ".. compare:: client; nobody\n\n   Text.\n\n   .. aspects::\n\n      * - Aspect\n"
        "        - cell\n\n   .. examples:: third\n\n      * One.\n"
    )
    pages = {f"page{n}.rst": f":orphan:\n\nPage {n}\n======\n" for n in range(8)}
    messages = {"A :term:`clint`.": "或る :term:`clint` 。", "Aspect": "面", "One.": "一つ。"}
    built = build(
        {"index.rst": source, **pages}, language=language, jobs=jobs, po={"ja/index": messages}
    )
    translated = "<translated>:1:" if language == "ja" else ""
    assert built.warnings == _complete(
        "index.rst",
        [
            "2: :status: is 'final'; allowed is draft, approved, deprecated [invalid_value]",
            "12: this row has 2 cells, not 3: one for the aspect, then one per concept "
            "[aspect_cells]",
            "6: the comparison names the unknown concept 'nobody'; define it with the term "
            "directive [unknown_concept]",
            "15: 'third' is not compared here; write one of client; nobody [not_compared]",
            f"4:{translated} the reference names the unknown concept 'clint'; did you mean "
            "'client'? [unknown_concept]",
        ],
    )


def test_the_name_of_another_concept_is_ambiguous_only_where_it_is_used(
    build: Callable[..., Built],
) -> None:
    source = (
        ".. term:: account\n   :synonyms: client\n\n   One; :term:`client`.\n\n"
        ".. term:: customer\n   :synonyms: client\n\n   Two.\n"
    )
    built = build({"index.rst": source}, "dummy")
    assert built.warnings == _complete(
        "index.rst",
        ["4: 'client' is a name of several concepts; write 'account' or 'customer' "
         "[ambiguous_name]"],
    )  # fmt: skip


def test_warnings_can_be_suppressed_by_their_subtype(build: Callable[..., Built]) -> None:
    source = ".. term:: client\n   :synonym: buyer\n   :status: final\n\n   One.\n"
    built = build({"index.rst": source}, "dummy", suppress_warnings=["glossary.unknown_option"])
    assert built.warnings == _complete(
        "index.rst",
        ["3: :status: is 'final'; allowed is draft, approved, deprecated [invalid_value]"],
    )


@pytest.mark.parametrize(
    ("docname", "settings"),
    [("terminology", {}), ("terminology/index", {"gettext_compact": True})],
)
def test_a_document_with_the_textdomain_of_the_names(
    build: Callable[..., Built], docname: str, settings: dict[str, bool]
) -> None:
    files = {
        "index.rst": f"Title\n=====\n\n.. toctree::\n\n   {docname}\n\n{CLIENT}",
        f"{docname}.rst": "Terminology\n===========\n",
    }
    built = build(files, "dummy", **settings)
    assert built.warnings == [
        f"{docname}.rst: the messages of this document belong to the catalogue 'terminology', "
        "where the names of concepts stand; set glossary_textdomain to another name "
        "[glossary.textdomain_taken]"
    ]
    other = build(files, "dummy", glossary_textdomain="names", **settings)
    assert other.warnings == []


def _complete(file: str, expected: list[str]) -> list[str]:
    """Return the warnings as Sphinx prints them: the file first, our type before each subtype."""
    parts = (line.rpartition("[") for line in expected)
    return [f"{file}:{message}[glossary.{kind}" for message, _bracket, kind in parts]


def test_examples_of_another_concept_in_a_term(build: Callable[..., Built]) -> None:
    source = ".. term:: client\n\n   Text.\n\n   .. examples:: customer\n\n      * One.\n"
    built = build({"index.rst": f"T\n=\n\n{source}"})
    assert built.warnings == [
        "index.rst:8: examples inside a term are that concept's; leave 'customer' out "
        "[glossary.misplaced]"
    ]
    assert "One." in built.html()


def test_a_gettext_build_does_not_overwrite_the_catalogue_of_a_document(
    build: Callable[..., Built],
) -> None:
    files = {
        "index.rst": "T\n=\n\n.. toctree::\n\n   terminology\n\n.. term:: client\n\n   Text.\n",
        "terminology.rst": "Words\n=====\n",
    }
    with pytest.raises(ConfigError, match="set glossary_textdomain to another name"):
        build(files, "gettext")
