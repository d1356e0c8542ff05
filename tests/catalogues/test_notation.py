r"""The notation of msgstrs: every rule, and every way to get it wrong."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.catalogues import format_msgstr, parse_msgstr
from sphinx_glossary_ext.model import Coverage, Rendering, Renderings, Status
from sphinx_glossary_ext.problems import ProblemKind

PREFERRED, ADMITTED, DEPRECATED = Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED


def written(renderings: Renderings) -> list[str]:
    """Return the names as ``= name``, ``+ name`` or ``~ name``, readings after a slash."""
    marks = {PREFERRED: "=", ADMITTED: "+", DEPRECATED: "~"}
    return [
        f"{marks[r.status]} {r.name}" + (f" / {r.reading}" if r.reading else "")
        for r in renderings.names
    ]


WELL_FORMED = [
    ("asiakas", ["= asiakas"]),
    ("  asiakas \n", ["= asiakas"]),
    ("a | b | c", ["= a", "+ b", "+ c"]),
    ("a  |  b", ["= a", "+ b"]),
    ("クライアント | 依頼人《いらいにん》 | ~クライエント",
     ["= クライアント", "+ 依頼人 / いらいにん", "~ クライエント"]),
    ("クライアント |\n依頼人\n| ~クライエント", ["= クライアント", "+ 依頼人", "~ クライエント"]),
    ("~old | new | newer", ["~ old", "= new", "+ newer"]),
    ("~顧客《こきゃく》 | お客様", ["~ 顧客 / こきゃく", "= お客様"]),
    ("顧客 《 こきゃく 》", ["= 顧客 / こきゃく"]),
    ("고객《顧客》", ["= 고객 / 顧客"]),
    # Only the bar separates.
    ("a; b", ["= a; b"]),
    ("a, b / c", ["= a, b / c"]),
    ("a；b、c", ["= a；b、c"]),
    # A tilde is a mark only directly before a name.
    (r"\~user", ["= ~user"]),
    (r"~\~user | x", ["~ ~user", "= x"]),
    (r"\\~user", [r"= \~user"]),
    ("~~user | x", ["~ ~user", "= x"]),
    ("a~b ~c", ["= a~b ~c"]),
    (r"a\~b", ["= a~b"]),
    (r"\~", ["= ~"]),
    ("1〜3", ["= 1〜3"]),
    ("10～20 | サーバー", ["= 10～20", "+ サーバー"]),
    # Hyphens at either end are a combining form's, other dashes a name's.
    ("asiakas-", ["= asiakas-"]),
    ("-bakteeri | E. coli -bakteeri", ["= -bakteeri", "+ E. coli -bakteeri"]),
    ("asiakas | asiakas- | ~-asiakas", ["= asiakas", "+ asiakas-", "~ -asiakas"]),
    ("A–B — ー", ["= A–B — ー"]),
    ("--", ["= --"]),
    # A reading stands at the end of a name only; elsewhere these are a title's marks.
    ("《红楼梦》研究", ["= 《红楼梦》研究"]),
    ("《红楼梦》研究《yánjiū》", ["= 《红楼梦》研究 / yánjiū"]),
    ("顧客《こきゃく》様", ["= 顧客《こきゃく》様"]),
    # Markup and parentheses are text.
    ("<script>alert(1)</script>", ["= <script>alert(1)</script>"]),
    ("*a* `b` _c_ snake_ **d**", ["= *a* `b` _c_ snake_ **d**"]),
    (r"C:\path\n", [r"= C:\path\n"]),
    ('"quoted" & \'x\' {0} %s', ['= "quoted" & \'x\' {0} %s']),
    ("C++ | C#", ["= C++", "+ C#"]),
    ("pankki (raha)", ["= pankki (raha)"]),
    ("銀行（金融）", ["= 銀行（金融）"]),
    ("(n) ：；！", ["= (n) ：；！"]),
    # Nothing but a name of one character each.
    ("· | ! | ☃", ["= ·", "+ !", "+ ☃"]),
]  # fmt: skip


@pytest.mark.parametrize(("msgstr", "expected"), WELL_FORMED)
def test_well_formed(msgstr: str, expected: list[str]) -> None:
    renderings, problems = parse_msgstr(msgstr)
    assert (written(renderings), problems) == (expected, ())
    assert renderings.coverage is Coverage.APPROVED


@pytest.mark.parametrize(("msgstr", "expected"), WELL_FORMED)
def test_round_trip(msgstr: str, expected: list[str]) -> None:
    renderings, _ = parse_msgstr(msgstr)
    assert parse_msgstr(format_msgstr(renderings)) == (renderings, ())


@pytest.mark.parametrize(
    ("msgstr", "expected"),
    [
        ("-", []),
        (" - ", []),
        ("- | ~x", ["~ x"]),
        ("~x | -", ["~ x"]),
        ("- | ~x | ~y", ["~ x", "~ y"]),
    ],
)
def test_no_equivalent(msgstr: str, expected: list[str]) -> None:
    renderings, problems = parse_msgstr(msgstr)
    assert (written(renderings), problems) == (expected, ())
    assert renderings.coverage is Coverage.NO_EQUIVALENT
    assert renderings.approved is None
    assert parse_msgstr(format_msgstr(renderings)) == (renderings, ())


@pytest.mark.parametrize("msgstr", ["", "  ", "\n"])
@pytest.mark.parametrize("fuzzy", [False, True])
def test_empty_is_missing(msgstr: str, fuzzy: bool) -> None:
    assert parse_msgstr(msgstr, fuzzy=fuzzy) == (Renderings(), ())
    assert format_msgstr(Renderings()) == ""


@pytest.mark.parametrize(
    ("msgstr", "expected"),
    [("a | ~b", ["= a", "~ b"]), ("-", []), ("- | ~b", ["~ b"]), ("~b", ["~ b"])],
)
def test_fuzzy_is_never_approved(msgstr: str, expected: list[str]) -> None:
    renderings, _ = parse_msgstr(msgstr, fuzzy=True)
    assert written(renderings) == expected
    assert renderings.coverage is Coverage.FUZZY
    assert renderings.approved is None
    assert parse_msgstr(format_msgstr(renderings), fuzzy=True)[0] == renderings


K = ProblemKind


@pytest.mark.parametrize(
    ("msgstr", "expected", "kinds"),
    [
        # An empty part never takes the others with it.
        ("a | | b", ["= a", "+ b"], [K.EMPTY_NAME]),
        ("a |  | b", ["= a", "+ b"], [K.EMPTY_NAME]),
        ("| a", ["= a"], [K.EMPTY_NAME]),
        ("a |", ["= a"], [K.EMPTY_NAME]),
        ("|", [], [K.EMPTY_NAME, K.EMPTY_NAME]),
        ("a |\n", ["= a"], [K.EMPTY_NAME]),
        ("a | ~", ["= a"], [K.EMPTY_NAME]),
        ("a | ~-", ["= a"], [K.EMPTY_NAME]),
        ("a | -", ["= a"], [K.EMPTY_NAME]),
        # Names are doubled by their key, not by their spelling.
        ("a | a", ["= a"], [K.DOUBLED_NAME]),
        ("Straße | STRASSE | b", ["= Straße", "+ b"], [K.DOUBLED_NAME]),
        ("a | ~a", ["= a"], [K.DOUBLED_NAME]),
        ("ｱ | ア", ["= ｱ"], [K.DOUBLED_NAME]),
        ("~a", ["~ a"], [K.ONLY_DEPRECATED]),
        ("~a | ~b", ["~ a", "~ b"], [K.ONLY_DEPRECATED]),
        # A malformed reading leaves its name without one.
        ("顧客《こきゃく | b", ["= 顧客", "+ b"], [K.MALFORMED_READING]),
        ("顧客こきゃく》", ["= 顧客こきゃく》"], [K.MALFORMED_READING]),
        ("顧客《》", ["= 顧客"], [K.MALFORMED_READING]),
        ("顧客《  》", ["= 顧客"], [K.MALFORMED_READING]),
        ("顧客《こ》《きゃく》", ["= 顧客"], [K.MALFORMED_READING]),
        ("顧客《《こ》》", ["= 顧客"], [K.MALFORMED_READING]),
        ("《こきゃく》 | b", ["= b"], [K.MALFORMED_READING]),
        ("~《こきゃく》 | b", ["= b"], [K.MALFORMED_READING]),
        ("顧客《a | b》", ["= 顧客", "+ b》"], [K.MALFORMED_READING, K.MALFORMED_READING]),
        # Look-alikes are text.
        ("a|b", ["= a|b"], [K.LOOKALIKE]),
        ("クライアント\n依頼人", ["= クライアント 依頼人"], [K.LOOKALIKE]),
        ("a | \0", ["= a"], [K.EMPTY_NAME]),
        ("a\tb\0c | d", ["= a b c", "+ d"], [K.LOOKALIKE]),
        ("a\x85b | c\u2028d", ["= a b", "+ c d"], [K.LOOKALIKE, K.LOOKALIKE]),
        ("a\0 | b\x7f", ["= a", "+ b"], []),
        ("a| b", ["= a| b"], [K.LOOKALIKE]),
        ("a\u3000|\u3000b", ["= a\u3000|\u3000b"], [K.LOOKALIKE]),
        ("a\u00a0|\u00a0b", ["= a\u00a0|\u00a0b"], [K.LOOKALIKE]),
        ("顧客｜依頼人", ["= 顧客｜依頼人"], [K.LOOKALIKE]),
        ("顧客 ｜ 依頼人", ["= 顧客 ｜ 依頼人"], [K.LOOKALIKE]),
        ("a | ～b", ["= a", "+ ～b"], [K.LOOKALIKE]),
        ("a | 〜b", ["= a", "+ 〜b"], [K.LOOKALIKE]),
        ("a | ~ b", ["= a", "+ ~ b"], [K.LOOKALIKE]),
        ("顧客≪こきゃく≫", ["= 顧客≪こきゃく≫"], [K.LOOKALIKE, K.LOOKALIKE]),
        ("顧客（こきゃく）", ["= 顧客（こきゃく）"], [K.LOOKALIKE]),
        ("a | ~受け手 (うけて)", ["= a", "~ 受け手 (うけて)"], [K.LOOKALIKE]),
        ("お客〈おきゃくー〉", ["= お客〈おきゃくー〉"], [K.LOOKALIKE]),
        ("–", ["= –"], [K.LOOKALIKE]),
        ("—", ["= —"], [K.LOOKALIKE]),
        ("－", ["= －"], [K.LOOKALIKE]),
        ("ー", ["= ー"], [K.LOOKALIKE]),
    ],
)  # fmt: skip
def test_mistakes(msgstr: str, expected: list[str], kinds: list[ProblemKind]) -> None:
    renderings, problems = parse_msgstr(msgstr)
    assert written(renderings) == expected
    assert [problem.kind for problem in problems] == kinds
    assert parse_msgstr(format_msgstr(renderings))[0] == renderings


@pytest.mark.parametrize(
    "msgstr",
    ["顧客（法人）", "コップ（カップ）", "（お）茶", "さら（おさら）", "窓口（まどぐち）係"],
)
def test_what_is_no_reading_is_text(msgstr: str) -> None:
    assert parse_msgstr(msgstr)[1] == ()


@pytest.mark.parametrize("msgstr", ["pankki (finance)", "銀行（金融）", "x | ~pankki (raha)"])
def test_copied_qualifier(msgstr: str) -> None:
    renderings, problems = parse_msgstr(msgstr, qualifier="finance")
    assert [problem.kind for problem in problems] == [K.COPIED_QUALIFIER]
    assert "(finance)" in problems[0].message
    assert renderings == parse_msgstr(msgstr)[0]


@pytest.mark.parametrize("msgstr", ["pankki", "(rahoitus)pankki", "a (b) c"])
def test_other_parentheses_are_no_qualifier(msgstr: str) -> None:
    assert parse_msgstr(msgstr, qualifier="finance")[1] == ()


def test_only_deprecated_names_are_no_coverage() -> None:
    assert parse_msgstr("~a")[0].coverage is Coverage.MISSING


def test_messages_say_how_to_mend_it() -> None:
    messages = [p.message for p in parse_msgstr("a |  | 顧客《 | a | b|c")[1]]
    assert messages == [
        "the msgstr has a part without a name: delete it with the bar beside it",
        "the reading in “顧客《” has a 《 or a 》 without its partner: write one reading after the "
        "name, as in 顧客《こきゃく》",
        "“b|c” is one name, “|” and all: if a mark was meant, type “ | ” with its spaces",
        "the msgstr has the name “a” twice: delete one, the first is used",
    ]


@pytest.mark.parametrize("name", ["", "-", " a", "a | b", "| a", "a |", "a《b》", "a《b", "a《"])
def test_unspeakable_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot say"):
        format_msgstr(Renderings((Rendering(name),), Coverage.APPROVED))


def test_doubled_names_are_refused() -> None:
    with pytest.raises(ValueError, match=r"“A \| a”"):
        format_msgstr(Renderings((Rendering("A"), Rendering("a", ADMITTED))))


def test_preferred_name_is_written_first() -> None:
    names = (Rendering("a", ADMITTED), Rendering("x", DEPRECATED), Rendering("b"))
    assert format_msgstr(Renderings(names, Coverage.APPROVED)) == "b | ~x | a"


def test_long_msgstr_is_read_in_linear_time() -> None:
    renderings, _ = parse_msgstr("《" * 300_000 + " | (" + "(" * 300_000, qualifier="x")
    assert len(renderings.names) == 1
