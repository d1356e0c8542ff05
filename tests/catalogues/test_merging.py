"""A catalogue after its template changed: nothing guessed, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sphinx_glossary_ext.catalogues.files import UnreadableCatalogueError
from sphinx_glossary_ext.catalogues.merging import agrees, merge_terminology
from sphinx_glossary_ext.catalogues.template import terminology_template
from sphinx_glossary_ext.model import Concept, Place

CLIENT = Concept(id="client", name="client", place=Place("/p/a.md", 1))
FACING = Concept(id="client-facing", name="client-facing", place=Place("/p/a.md", 5))
BANK = Concept(id="bank", name="bank", subjects=("Finance",), place=Place("/p/b.md", 1))
HEADER = """\
# Japanese, by Mika
#
# with a blank comment line
msgid ""
msgstr ""
"Project-Id-Version: Trade 0.9\\n"
"PO-Revision-Date: 2026-01-01 12:00+0200\\n"
"Language: ja\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Poedit 3\\n"
"""


def pot(*concepts: Concept) -> bytes:
    return terminology_template(concepts, project="T", version="1", relative_to=Path("/p"))


def message(
    concept: Concept, msgstr: str, *, before: str = "", msgid: str = "", context: str = "term"
) -> str:
    return (
        f"\n{before}#. {concept.name}. Id: {concept.id}\n"
        f'msgctxt "glossary {context}"\nmsgid "{msgid or concept.msgid}"\nmsgstr "{msgstr}"\n'
    )


def po(*messages: str) -> bytes:
    return (HEADER + "".join(messages)).encode()


def merge(template: bytes, previous: bytes) -> str:
    """Merge, and check that merging again changes nothing and that the two agree."""
    merged = merge_terminology(template, previous, locale="ja")
    assert merge_terminology(template, merged, locale="ja") == merged
    assert agrees(template, merged) == ()
    return merged.decode()


def entries(text: str) -> list[str]:
    """Return the entries without header, extracted comments and locations."""
    return [
        "\n".join(line for line in block.splitlines() if line[:2] not in ("#.", "#:"))
        for block in text.strip().split("\n\n")[1:]
    ]


def term(msgid: str, msgstr: str, before: str = "") -> str:
    return f'{before}msgctxt "glossary term"\nmsgid "{msgid}"\nmsgstr "{msgstr}"'


FINANCE = 'msgctxt "glossary subject"\nmsgid "Finance"\nmsgstr ""'


def test_new_catalogue() -> None:
    text = merge(pot(CLIENT), b"")
    assert '"Language: ja\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n' in text
    assert entries(text) == [term("client", "")]


def test_template_wins_on_comments_places_and_messages() -> None:
    previous = po(
        message(CLIENT, "クライアント", before="# Mika: yes\n").replace("#. client", "#. x")
    )
    text = merge(pot(CLIENT, BANK), previous)
    assert text.startswith(HEADER + "\n# Mika: yes\n#. client. Id: client\n#. Several")
    assert "#: a.md:1\n" in text
    assert entries(text) == [
        term("client", "クライアント", "# Mika: yes\n"),
        term("bank", ""),
        FINANCE,
    ]


def test_nothing_changes_no_byte_changes() -> None:
    merged = merge(pot(CLIENT, BANK), po(message(CLIENT, "クライアント")))
    saved_elsewhere = merged.replace(
        "#. Several names: the approved", "#. Several names: the\n#. approved"
    ).replace('msgstr "クライアント"', 'msgstr ""\n"クライ"\n"アント"')
    assert saved_elsewhere != merged
    for text in (merged, saved_elsewhere):
        for data in (text.encode(), text.replace("\n", "\r\n").encode()):
            assert merge_terminology(pot(CLIENT, BANK), data, locale="ja") == data


def test_newlines_are_kept() -> None:
    previous = po(message(CLIENT, "x")).replace(b"\n", b"\r\n")
    merged = merge_terminology(pot(BANK), previous, locale="ja")
    assert merged.count(b"\n") == merged.count(b"\r\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr ""\n', '\nmsgstr ""\n\n'),
        ("\n#. client", "#. client"),
        ("# Japanese", "\n# All rights reserved\n\n# Japanese"),
    ],
)
def test_header_is_kept_however_its_lines_stand(old: str, new: str) -> None:
    previous = po(message(CLIENT, "クライアント")).replace(old.encode(), new.encode(), 1)
    text = merge(pot(CLIENT, BANK), previous)
    assert text.count("X-Generator: Poedit 3") == 1
    assert text.startswith(new.strip() if new.startswith("\n#") else "# Japanese")
    assert text.count('msgid "client"') == 1


def test_msgid_of_another_context_is_added_and_not_guessed() -> None:
    concept = replace(BANK, name="Finance", id="finance")
    text = merge(pot(concept), po(message(concept, "財務")))
    assert entries(text) == [term("Finance", "財務"), FINANCE]


def test_no_names_are_guessed_from_a_neighbour() -> None:
    text = merge(pot(CLIENT, FACING), po(message(CLIENT, "クライアント")))
    assert entries(text) == [term("client", "クライアント"), term("client-facing", "")]


FUZZY = "#, fuzzy\n"
CLIENT_NOTED = '#| msgctxt "glossary term"\n#| msgid "client"\n'


def test_sphinx_intls_guess_is_emptied(tmp_path: Path) -> None:
    basic = pytest.importorskip("sphinx_intl.basic")
    path = tmp_path / "locales/ja/LC_MESSAGES/terminology.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(po(message(CLIENT, "クライアント", before="# Mika: yes\n")))
    (tmp_path / "pot").mkdir()
    (tmp_path / "pot/terminology.pot").write_bytes(pot(CLIENT, FACING))
    basic.update(str(tmp_path / "locales"), str(tmp_path / "pot"), ("ja",), jobs=1)
    guessed = path.read_bytes()
    assert guessed.decode().count("クライアント") == 2
    assert entries(merge(pot(CLIENT, FACING), guessed)) == [
        term("client", "クライアント", "# Mika: yes\n"),
        term("client-facing", ""),
    ]


def test_guess_with_comments_of_another_concept_is_emptied() -> None:
    guess = message(CLIENT, "クライアント", msgid="client-facing", before=FUZZY)
    assert entries(merge(pot(FACING), po(guess))) == [term("client-facing", "")]


def test_guess_with_the_msgid_of_another_concept_is_emptied() -> None:
    noted = '#, fuzzy\n#| msgctxt "glossary term"\n#| msgid "bank"\n'
    previous = po(message(BANK, "銀行"), message(CLIENT, "銀行", before=noted))
    assert entries(merge(pot(CLIENT, BANK), previous)) == [
        term("client", ""),
        term("bank", "銀行"),
        FINANCE,
    ]


@pytest.mark.parametrize("msgstr", ["クライアント | 依頼人", "銀行"])
def test_translators_own_fuzzy_names_stay(msgstr: str) -> None:
    # Homonyms are allowed, so an equal name alone is no evidence of a guess.
    previous = po(message(BANK, "銀行"), message(CLIENT, msgstr, before=FUZZY))
    merged = entries(merge(pot(CLIENT, BANK), previous))
    assert merged[0] == term("client", msgstr, FUZZY)


def test_renamed_concept_keeps_its_names_as_fuzzy() -> None:
    renamed = replace(CLIENT, name="principal")
    previous = po(message(CLIENT, "クライアント", before="# Mika: yes\n"))
    noted = '# Mika: yes\n#, fuzzy\n#| msgctxt "glossary term"\n#| msgid "client"\n'
    text = merge(pot(renamed), previous)
    assert entries(text) == [term("principal", "クライアント", noted)]
    # Approved by the translator, it is an ordinary message again.
    approved = text.replace("#, fuzzy\n", "").encode()
    again = replace(renamed, place=Place("/p/a.md", 2))
    assert entries(merge(pot(again), approved)) == [
        term("principal", "クライアント", "# Mika: yes\n")
    ]


def test_renamed_concept_shares_its_name_with_a_neighbour() -> None:
    renamed = replace(CLIENT, name="clientele")
    previous = po(message(CLIENT, "顧客"), message(FACING, "顧客"))
    noted = '#, fuzzy\n#| msgctxt "glossary term"\n#| msgid "client"\n'
    assert entries(merge(pot(renamed, FACING), previous)) == [
        term("clientele", "顧客", noted),
        term("client-facing", "顧客"),
    ]


def test_of_two_fuzzy_neighbours_neither_is_emptied() -> None:
    previous = po(message(CLIENT, "顧客", before=FUZZY), message(FACING, "顧客", before=FUZZY))
    assert entries(merge(pot(CLIENT, FACING), previous)) == [
        term("client", "顧客", FUZZY),
        term("client-facing", "顧客", FUZZY),
    ]


def test_of_several_names_for_one_message_those_of_the_first_concept_are_offered() -> None:
    # In sets their order was another one in each process.
    concepts = [replace(CLIENT, id=f"c{n}", name=f"x{n}", abbreviation=f"X{n}") for n in range(9)]
    short = [replace(concept, abbreviation="X") for concept in concepts]
    previous = po(
        *(message(c, f"k{c.id}", msgid=c.abbreviation, context="abbreviation") for c in concepts)
    )
    text = merge(pot(*short), previous)
    assert 'msgid "X"\nmsgstr "kc0"' in text
    assert text.count("#~ msgstr") == 8


def test_msgid_that_passes_to_another_concept_leaves_its_names() -> None:
    renamed, heir = replace(CLIENT, name="principal"), replace(CLIENT, id="client-it")
    noted = '#, fuzzy\n#| msgctxt "glossary term"\n#| msgid "client"\n'
    merged = entries(merge(pot(renamed, heir), po(message(CLIENT, "依頼人"))))
    assert sorted(merged) == sorted([term("client", ""), term("principal", "依頼人", noted)])


def test_changed_id_keeps_approved_names() -> None:
    changed = replace(CLIENT, id="customer")
    assert entries(merge(pot(changed), po(message(CLIENT, "顧客")))) == [term("client", "顧客")]


def test_changed_ids_of_many_concepts_are_merged_at_once() -> None:
    # With every entry held against every other one, these took minutes.
    ids = {f"{prefix}{n}": f"name {n}" for prefix in "ab" for n in range(2000)}
    old, new = (
        [Concept(id=id_, name=name) for id_, name in ids.items() if id_.startswith(prefix)]
        for prefix in "ab"
    )
    previous = po(*(message(concept, f"nimi {concept.id}") for concept in old))
    assert merge_terminology(pot(*new), previous, locale="fi").count(b'"nimi a') == 2000


def test_dropped_messages_become_obsolete_and_come_back_as_fuzzy() -> None:
    previous = po(message(CLIENT, "クライアント", before="# Mika: yes\n"), message(BANK, ""))
    text = merge(pot(FACING), previous)
    obsolete = (
        '# Mika: yes\n#~ msgctxt "glossary term"\n#~ msgid "client"\n#~ msgstr "クライアント"'
    )
    assert entries(text) == [term("client-facing", ""), obsolete]
    back = merge(pot(FACING, CLIENT), text.encode())
    assert entries(back) == [
        term("client", "クライアント", "# Mika: yes\n#, fuzzy\n" + CLIENT_NOTED),
        term("client-facing", ""),
    ]


def test_names_that_a_renamed_concept_displaces_are_noted() -> None:
    # gettext's programs refuse a file with the same message in use and obsolete
    obsolete = '\n#~ msgctxt "glossary term"\n#~ msgid "lender"\n#~ msgstr "貸し手 | 貸主"\n'
    lender = replace(CLIENT, name="lender")
    text = merge(pot(lender), po(message(CLIENT, "顧客"), obsolete))
    noted = "# Formerly: 貸し手 | 貸主\n#, fuzzy\n" + CLIENT_NOTED
    assert entries(text) == [term("lender", "顧客", noted)]


def test_all_names_that_a_message_had_are_noted_with_what_was_said_of_them() -> None:
    obsolete = '\n# Ann: yes\n#~ msgctxt "glossary term"\n#~ msgid "lender"\n#~ msgstr "貸し手"\n'
    lender, bank = replace(CLIENT, name="lender"), replace(BANK, name="lender", subjects=())
    buyer = replace(bank, name="buyer")
    previous = po(
        message(CLIENT, "顧客"),
        message(bank, "銀行", before="# Mika: no\n"),
        message(buyer, "買い手"),
        obsolete,
    )
    text = merge(pot(lender, buyer), previous)
    notes = "# Ann: yes\n# Formerly: 貸し手\n# Mika: no\n# Formerly: 銀行\n#, fuzzy\n"
    assert entries(text) == [
        term("lender", "顧客", notes + CLIENT_NOTED),
        term("buyer", "買い手"),
    ]


def test_comments_on_messages_without_names_are_kept() -> None:
    obsolete = '\n# Ann: ask Mika\n#~ msgctxt "glossary term"\n#~ msgid "client"\n#~ msgstr ""\n'
    text = merge(pot(CLIENT), po(message(FACING, "対面"), obsolete))
    assert entries(text)[0] == term("client", "", "# Ann: ask Mika\n")
    taken = replace(FACING, name="client")
    text = merge(pot(taken), po(message(CLIENT, "", before="# Ann: hm\n"), message(FACING, "対面")))
    assert "# Ann: hm\n" in text
    assert "対面" in text


def test_names_of_an_abbreviation_that_joins_another_are_noted() -> None:
    one, other, third = (
        Concept(id=id_, name=id_, abbreviation=abbreviation)
        for id_, abbreviation in (("one", "O"), ("other", "T"), ("third", "T"))
    )
    joined = replace(one, abbreviation="T"), replace(other, abbreviation="O"), third
    before = merge_terminology(pot(one, other, third), b"", locale="ja").decode()
    for abbreviation, msgstr in (("O", "オー"), ("T", "ティー")):
        before = before.replace(
            f'msgid "{abbreviation}"\nmsgstr ""', f'msgid "{abbreviation}"\nmsgstr "{msgstr}"'
        )
    text = merge(pot(*joined), before.encode())
    assert 'msgid "T"\nmsgstr "ティー"' in text
    assert 'msgid "O"\nmsgstr ""' in text
    assert text.count("# Formerly: オー\n") == 1


def test_long_msgids_are_one_message_however_they_are_wrapped() -> None:
    long = replace(CLIENT, name=" ".join(["very long name"] * 12))
    wrapped = po(message(long, "長い", msgid='"\n"' + long.name.replace(" name", ' name"\n"')))
    text = merge(pot(long), wrapped)
    assert 'msgid ""\n"very long' in text
    assert 'msgstr "長い"' in text


def test_flags_that_babel_makes_up_are_not_written() -> None:
    sure = replace(CLIENT, name="100 % sure")
    assert "python-format" not in merge(pot(sure), po(message(BANK, "銀行")))


@pytest.mark.parametrize("damage", ["<<<<<<< HEAD\n", 'msgstr "', "\x80".encode("latin-1")])
def test_damaged_catalogue_is_left_alone(damage: str | bytes) -> None:
    tail = damage.encode() if isinstance(damage, str) else damage
    previous = po(message(CLIENT, "クライアント")) + tail
    with pytest.raises(UnreadableCatalogueError, match="line 16") as caught:
        merge_terminology(pot(CLIENT), previous, locale="ja")
    assert len(caught.value.problems) == 1
    assert agrees(pot(CLIENT), previous) == (str(caught.value),)


def test_differences_are_named() -> None:
    stale = message(CLIENT, "クライアント").replace("#. client.", "#. client (noun).")
    gone = message(FACING, "x")
    assert agrees(pot(CLIENT, BANK), po(stale, gone)) == (
        "“bank” (glossary term) is missing",
        "“Finance” (glossary subject) is missing",
        "“client-facing” (glossary term) is not in the template",
        "“client” (glossary term) has other comments than the template",
    )


def test_documents_catalogues_agree_by_their_messages() -> None:
    document = b'msgid ""\nmsgstr ""\n\n#. one\n#: a.rst:1\nmsgid "Hello %s"\nmsgstr ""\n'
    translated = document.replace(b"one", b"two").replace(b'%s"\nmsgstr ""', b'%s"\nmsgstr "x"')
    assert agrees(document, translated) == ()
    assert agrees(document, b"") == ("“Hello %s” is missing",)
    assert agrees(document, document.replace(b"Hello", b"Bye")) == (
        "“Hello %s” is missing",
        "“Bye %s” is not in the template",
    )


def test_a_long_word_is_written_at_once() -> None:
    # Babel takes the square of its length to look for hyphens in it: minutes for this one
    previous = po(message(CLIENT, "顧客" * 50_000, before="#, fuzzy\n"))
    assert f'msgstr "{"顧客" * 50_000}"' in merge(pot(replace(CLIENT, synonyms=("x",))), previous)
