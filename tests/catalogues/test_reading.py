"""Reading catalogues in every state they can be in: one problem each, and the rest is used."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from sphinx_glossary_ext.catalogues import (
    SUBJECT,
    TERM,
    Catalogue,
    read_catalogue,
    read_catalogue_cached,
    renderings_of,
)
from sphinx_glossary_ext.model import Coverage, Place, Renderings
from sphinx_glossary_ext.problems import ProblemKind

HEADER = """\
msgid ""
msgstr ""
"Language: ja\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
CLIENT = """\
# seen by Mika
#. client (noun). Id: client
#. Somebody who pays.
#: a.md:1
msgctxt "glossary term"
msgid "client"
msgstr "クライアント"

"""
BANK = """\
#. bank (finance). Id: bank
msgctxt "glossary term"
msgid "bank (finance)"
msgstr "銀行"
"""
K = ProblemKind


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "terminology.po"


def read(path: Path, text: str | bytes) -> Catalogue:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_catalogue(path, "ja")


def msgstrs(catalogue: Catalogue) -> dict[str, str]:
    return {msgid: message.msgstr for (_, msgid), message in catalogue.messages.items()}


BOTH = {"client": "クライアント", "bank (finance)": "銀行"}
ONLY_CLIENT = {"client": "クライアント"}
ONLY_BANK = {"bank (finance)": "銀行"}


def test_messages_are_read_with_lines(path: Path) -> None:
    catalogue = read(path, HEADER + CLIENT + BANK)
    assert catalogue.problems == ()
    assert list(catalogue.messages) == [(TERM, "client"), (TERM, "bank (finance)")]
    client = catalogue.messages[TERM, "client"]
    assert client.place == Place(str(path), 12)
    assert pickle.loads(pickle.dumps(catalogue)) == catalogue


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_newlines_and_byte_order_mark(path: Path, newline: str, bom: bytes) -> None:
    catalogue = read(path, bom + (HEADER + CLIENT + BANK).replace("\n", newline).encode())
    assert (msgstrs(catalogue), catalogue.problems) == (BOTH, ())
    assert catalogue.messages[TERM, "bank (finance)"].line == 17


@pytest.mark.parametrize("text", ["", "# only a comment\n", HEADER, "#, fuzzy\n"])
def test_nothing_to_read_is_no_problem(path: Path, text: str) -> None:
    assert read(path, text) == Catalogue("ja", path)


def test_obsolete_messages_are_left_out(path: Path) -> None:
    obsolete = (
        '#, fuzzy\n#~| msgid "o"\n#~ msgctxt "glossary term"\n#~ msgid "old"\n#~ msgstr "x"\n\n'
        "#~ damaged, but nobody uses it\n\n"
    )
    catalogue = read(path, HEADER + CLIENT + obsolete + BANK)
    assert (msgstrs(catalogue), catalogue.problems) == (BOTH, ())
    assert not any(message.fuzzy for message in catalogue.messages.values())


def test_plural_messages_give_their_first_form(path: Path) -> None:
    plural = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "日"\nmsgstr[1] "日々"\n\n'
    catalogue = read(path, HEADER + plural + BANK)
    assert (msgstrs(catalogue), catalogue.problems) == ({"day": "日", **ONLY_BANK}, ())


def test_unicode_line_separators_do_not_end_a_line(path: Path) -> None:
    catalogue = read(path, HEADER + CLIENT.replace("クラ", "ク\u2028\x85\x0bラ") + BANK)
    assert catalogue.problems == ()
    assert catalogue.messages[TERM, "bank (finance)"].line == 17


DAMAGED = {
    "truncated in a string": (CLIENT + BANK[: BANK.index("行")], ONLY_CLIENT, 18),
    "truncated in an entry": (CLIENT + BANK[: BANK.index("msgstr")], ONLY_CLIENT, 17),
    "truncated after a context": (CLIENT + BANK[: BANK.index("msgid")], ONLY_CLIENT, 17),
    "unclosed string": (CLIENT.replace('ント"', "ント") + BANK, ONLY_BANK, 13),
    "unescaped quote": (CLIENT.replace("イア", 'イ"ア') + BANK, ONLY_BANK, 13),
    "unclosed continuation": (CLIENT.rstrip() + '\n"more\n\n' + BANK, ONLY_BANK, 14),
    "misspelt keyword": (CLIENT.replace("msgstr", "msgstrr") + BANK, ONLY_BANK, 13),
    "no msgstr": (CLIENT.replace('msgstr "クライアント"\n', "") + BANK, ONLY_BANK, 12),
    "two msgstrs": (CLIENT.rstrip() + '\nmsgstr "x"\n\n' + BANK, ONLY_BANK, 14),
    "a context alone": ('msgctxt "x"\n\n' + CLIENT + BANK, BOTH, 8),
    "msgstr alone": (CLIENT + 'msgstr "x"\n\n' + BANK, BOTH, 15),
    "string alone": ('# c\n"x"\n\n' + CLIENT + BANK, BOTH, 8),
    "stray text": (CLIENT + "stray text\n\n" + BANK, BOTH, 15),
    "stray text in an entry": (CLIENT.replace("msgstr", "stray\nmsgstr") + BANK, ONLY_BANK, 13),
    "bad index": (CLIENT.replace("msgstr ", "msgstr[x] ") + BANK, ONLY_BANK, 13),
    "high index": ('msgid "a"\nmsgid_plural "b"\nmsgstr[999] "c"\n\n' + BANK, ONLY_BANK, 7),
    "duplicate": (CLIENT + CLIENT.replace("クラ", "x") + BANK, BOTH, 20),
    "second header": (CLIENT + HEADER + BANK, BOTH, 15),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_one_problem_and_the_rest_is_used(
    path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, expected, line = DAMAGED[name]
    catalogue = read(path, HEADER + text)
    assert msgstrs(catalogue) == expected
    assert [(p.kind, p.place) for p in catalogue.problems] == [
        (K.CATALOGUE_UNREADABLE, Place(str(path), line))
    ]
    assert capsys.readouterr() == ("", "")


def test_fuzzy_flag_survives_damage_before_it(path: Path) -> None:
    text = HEADER + 'msgctxt "x"\n#, fuzzy\n' + CLIENT + "stray\n#, fuzzy\n" + BANK
    assert [m.fuzzy for m in read(path, text).messages.values()] == [True, True]


CONFLICT = """\
<<<<<<< HEAD
msgstr "ours"
{base}=======
msgstr "theirs"
>>>>>>> branch
"""


@pytest.mark.parametrize("base", ["", '||||||| 1234567\nmsgstr "base"\n'])
def test_conflict_gives_the_first_side(path: Path, base: str) -> None:
    text = HEADER + CLIENT.replace('msgstr "クライアント"\n', CONFLICT.format(base=base)) + BANK
    catalogue = read(path, text)
    assert msgstrs(catalogue) == {"client": "ours", **ONLY_BANK}
    assert [(p.kind, p.place.line) for p in catalogue.problems] == [(K.CONFLICT_MARKER, 13)]


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "=======", ">>>>>>> branch"])
def test_left_over_marker_loses_nothing(path: Path, marker: str) -> None:
    catalogue = read(path, f"{HEADER}{CLIENT}{marker}\n{BANK}")
    assert msgstrs(catalogue) == BOTH
    assert [(p.kind, p.place.line) for p in catalogue.problems] == [(K.CONFLICT_MARKER, 15)]


@pytest.mark.parametrize(
    ("data", "expected", "line"),
    [
        ((HEADER.replace("UTF-8", "EUC-JP") + CLIENT + BANK).encode("euc-jp"), BOTH, 13),
        ((HEADER + CLIENT + BANK).encode("utf-16"), BOTH, 1),
        ((HEADER + CLIENT + BANK).encode().replace("行".encode(), b"\xff"), ONLY_CLIENT, 18),
        ((HEADER.replace("UTF-8", "CHARSET") + BANK).encode("cp932"), {}, 10),
        (bytes(range(256)) * 1000, {}, 2),
    ],
)
def test_other_encodings(path: Path, data: bytes, expected: dict[str, str], line: int) -> None:
    catalogue = read(path, data)
    assert msgstrs(catalogue) == expected
    assert [(p.kind, p.place.line) for p in catalogue.problems] == [(K.CATALOGUE_ENCODING, line)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Language: ja", "Language: fi", "“Language: fi”, the folder says ja"),
        ("Language: ja", "Language: Japanese", "“Language: Japanese”"),
        ("nplurals=1", "nplurals=3", "is not that of ja"),
        ("nplurals=1", "nplurals=INTEGER", "cannot be read"),
        ("nplurals=1", "nplurals=" + "9" * 5000, "cannot be read"),
        ("plural=0", "plural=foo(", "cannot be computed"),
        ("plural=0", "plural=1%n", "cannot be computed"),
        ("plural=0", "plural=n>1", "needs 2 forms and declares 1"),
        ("UTF-8", "ISO-8859-1", "“charset=ISO-8859-1”"),
    ],
)
def test_wrong_header(path: Path, old: str, new: str, message: str) -> None:
    catalogue = read(path, HEADER.replace(old, new) + CLIENT + BANK)
    assert msgstrs(catalogue) == BOTH
    assert [(p.kind, p.place.line) for p in catalogue.problems] == [(K.CATALOGUE_HEADER, 1)]
    assert message in catalogue.problems[0].message


@pytest.mark.parametrize(
    ("locale", "language", "rule"),
    [
        ("ja", "ja_JP", "nplurals=1; plural=0"),
        ("pt_BR", "pt-BR", "nplurals=2; plural=(n > 1)"),
        ("zh_TW", "zh_Hant", "nplurals=1; plural=0"),
        ("fr", "", "nplurals=3; plural=(n==0 || n==1) ? 0 : n%1000000==0 ? 1 : 2"),
        ("pl", "pl", "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2"),
    ],
)
def test_right_header(path: Path, locale: str, language: str, rule: str) -> None:
    header = HEADER.replace("ja", language).replace("nplurals=1; plural=0", rule)
    path.write_text(header + CLIENT, encoding="utf-8")
    assert read_catalogue(path, locale).problems == ()


def test_broken_dates_are_nobodys_concern(path: Path) -> None:
    header = HEADER.replace('"Lang', '"PO-Revision-Date: yesterday\\n"\n"Lang')
    assert read(path, header + BANK).problems == ()


def test_folder_and_missing_file(path: Path) -> None:
    for absent, reason in ((path.parent, "is a directory"), (path, "no such file")):
        catalogue = read_catalogue(absent, "ja")
        assert catalogue.messages == {}
        [problem] = catalogue.problems
        assert (problem.kind, problem.place) == (K.CATALOGUE_UNREADABLE, Place(str(absent)))
        assert reason in problem.message


def test_unreadable_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    [problem] = read_catalogue(path, "ja").problems
    assert "permission denied" in problem.message


@pytest.mark.parametrize("unit", ["あ", r"\\", r"\"", "{a} %s", "《 | "])
def test_ten_megabytes_on_one_line(path: Path, unit: str) -> None:
    times = 10_000_000 // len(unit.encode())
    text = f'{HEADER}msgctxt "glossary term"\nmsgid "x"\nmsgstr "{unit * times}"\n\n{BANK}'
    catalogue = read(path, text)
    assert (len(catalogue.messages), catalogue.problems) == (2, ())


def test_unchanged_file_is_read_once(path: Path) -> None:
    read(path, HEADER + CLIENT)
    first = read_catalogue_cached(path, "ja")
    assert read_catalogue_cached(path, "ja") is first
    path.write_text(HEADER + CLIENT + BANK, encoding="utf-8")
    assert msgstrs(read_catalogue_cached(path, "ja")) == BOTH
    same_size = (HEADER + CLIENT + BANK).replace("銀行", "金庫")
    path.write_text(same_size, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert msgstrs(read_catalogue_cached(path, "ja"))["bank (finance)"] == "金庫"
    path.unlink()
    assert read_catalogue_cached(path, "ja").problems != ()


def test_renderings_have_places(path: Path) -> None:
    catalogue = read(path, HEADER + CLIENT + BANK.replace("銀行", "銀行 (finance) | "))
    renderings, problems = renderings_of(catalogue, TERM, "bank (finance)", qualifier="finance")
    assert renderings.approved is not None
    assert [(p.kind, p.place) for p in problems] == [
        (K.COPIED_QUALIFIER, Place(str(path), 17)),
        (K.EMPTY_NAME, Place(str(path), 17)),
    ]
    assert renderings_of(catalogue, SUBJECT, "client") == (Renderings(), ())


def test_fuzzy_message_is_not_approved(path: Path) -> None:
    catalogue = read(path, HEADER + "#, fuzzy\n" + CLIENT)
    renderings, _ = renderings_of(catalogue, TERM, "client")
    assert renderings.coverage is Coverage.FUZZY


def test_a_msgstr_of_megabytes_is_no_name(tmp_path: Path) -> None:
    path = tmp_path / "terminology.po"
    path.write_text(
        'msgctxt "glossary term"\nmsgid "client"\nmsgstr "' + "x" * 10_000_000 + '"\n\n'
        'msgctxt "glossary term"\nmsgid "customer"\nmsgstr "asiakas"\n',
        "utf-8",
    )
    catalogue = read_catalogue(path, "fi")
    renderings, problems = renderings_of(catalogue, TERM, "client")
    assert renderings == Renderings()
    assert [(p.kind, p.place.line) for p in problems] == [(ProblemKind.CATALOGUE_UNREADABLE, 2)]
    assert renderings_of(catalogue, TERM, "customer")[0].approved
