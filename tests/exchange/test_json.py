"""JSON: what is written, that it is as documented, and that it comes back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from exchange.samples import CLIENT, CUSTOMER, GLOSSARY, KEPT, answers, catalogue, uri
from jsonschema import Draft202012Validator

import sphinx_glossary_ext.exchange
from sphinx_glossary_ext.catalogues import ABBREVIATION, TERM
from sphinx_glossary_ext.exchange import (
    FORMAT_VERSION,
    SCHEMA,
    GlossaryFormatError,
    dump_glossary,
    load_glossary,
)
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.model import Concept, Coverage, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_FILE = Path(sphinx_glossary_ext.exchange.__file__).with_name("glossary.schema.json")
DOCUMENTED = json.loads(SCHEMA_FILE.read_text("utf-8"))


def dump(glossary: Glossary) -> bytes:
    return dump_glossary(glossary, locale="ja", uri=uri)


def written(glossary: Glossary = GLOSSARY) -> Any:
    return json.loads(dump(glossary))


def concept(id_: str) -> Any:
    return next(concept for concept in written()["concepts"] if concept["id"] == id_)


def strict(schema: Any) -> Any:
    """Return *schema* with no properties allowed but those that it describes."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: strict(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if "required" in schema else inner


def described(schema: Any) -> Iterator[tuple[str, Any]]:
    """Yield every property and definition of *schema*."""
    if isinstance(schema, dict):
        for key in ("properties", "$defs"):
            yield from schema.get(key, {}).items()
        for value in schema.values():
            yield from described(value)


# ---- what is written


def test_the_file_names_its_format_and_languages() -> None:
    top = {key: value for key, value in written().items() if not isinstance(value, list)}
    assert top == {
        "$schema": "urn:sphinx-glossary-ext:glossary:1",
        "format_version": "1.0",
        "language": "ja",
        "source_language": "en",
    }
    assert written()["languages"] == ["en", "fi", "ja", "ko", "pt_BR"]


def test_a_concept_tells_all_that_the_model_knows() -> None:
    nothing = {"coverage": "missing", "names": []}
    assert concept("client") == {
        "id": "client",
        "name": "client",
        "reading": "ˈklaɪənt",
        "synonyms": ["principal"],
        "deprecated": ["punter", "mark"],
        "abbreviation": {
            "text": "CL",
            "renderings": {
                "fi": nothing,
                "ja": {"coverage": "approved", "names": [{"text": "ＣＬ", "status": "preferred"}]},
                "ko": nothing,
                "pt_BR": nothing,
            },
        },
        "part_of_speech": "noun",
        "subjects": ["Business", "Law"],
        "definition": {
            "language": "en",
            "text": "Not a Customer, nor an x",
            "spans": [
                {"text": "Not a "},
                {"text": "customer", "target": "Customer", "role": "term", "concept": "customer"},
                {"text": ", nor an "},
                {"text": "x", "target": "y", "role": "term"},
            ],
        },
        "relations": [
            {"relation": "contrast", "concept": "customer", "inverse": False},
            {"relation": "broader", "concept": "party", "inverse": False},
        ],
        "exact_matches": ["https://example.org/client", "urn:example:1"],
        "source": "ISO 1",
        "do_not_translate": False,
        "case_sensitive": False,
        "not_in": ["client certificate"],
        "status": "approved",
        "docname": "a/client",
        "uri": "a/client.html#term-client",
        "renderings": {
            "en": {
                "coverage": "approved",
                "names": [
                    {"text": "client", "status": "preferred", "reading": "ˈklaɪənt"},
                    {"text": "principal", "status": "admitted"},
                    {"text": "CL", "status": "admitted"},
                    {"text": "punter", "status": "deprecated"},
                    {"text": "mark", "status": "deprecated"},
                ],
            },
            "fi": nothing,
            "ja": {
                "coverage": "approved",
                "names": [
                    {"text": "クライアント", "status": "preferred"},
                    {"text": "依頼人", "status": "admitted", "reading": "いらいにん"},
                    {"text": "ＣＬ", "status": "admitted"},
                    {"text": "クライエント", "status": "deprecated"},
                ],
            },
            "ko": {"coverage": "approved", "names": [{"text": "고객", "status": "preferred"}]},
            "pt_BR": {
                "coverage": "approved",
                "names": [
                    {"text": "mau", "status": "deprecated"},
                    {"text": "~cliente", "status": "preferred"},
                    {"text": "a|b", "status": "admitted"},
                    {"text": "`x` *y*", "status": "admitted"},
                ],
            },
        },
    }


def test_empty_texts_are_left_out_and_lists_are_not() -> None:
    party = concept("party")
    optional = {"reading", "abbreviation", "part_of_speech", "source", "definition"}
    assert optional & party.keys() == set()
    assert (party["synonyms"], party["case_sensitive"]) == ([], False)


def test_relations_that_only_the_other_side_has_are_marked() -> None:
    assert concept("customer")["relations"] == [
        {"relation": "contrast", "concept": "client", "inverse": True}
    ]
    assert concept("party")["relations"] == [
        {"relation": "narrower", "concept": "client", "inverse": True},
        {"relation": "related", "concept": "party-politics", "inverse": True},
        {"relation": "replaces", "concept": "party-politics", "inverse": True},
    ]


def test_a_definition_says_which_language_it_is_in() -> None:
    definition = concept("customer")["definition"]
    assert definition["language"] == "ja"
    assert definition["text"] == "買う依頼人。"


def test_comparisons_name_their_concepts_as_written_and_as_found() -> None:
    assert written()["comparisons"] == [
        {
            "id": "c",
            "targets": ["git", "client"],
            "concepts": ["git", "client"],
            "docname": "c",
            "uri": "c.html#compare-c",
        },
        {
            "id": "client-vs-customer",
            "targets": ["client", "Customer", "nothing"],
            "concepts": ["client", "customer"],
            "title": "Who pays?",
            "title_spans": [{"text": "Who pays?"}],
            "difficulty": 2,
            "docname": "a/compared",
            "uri": "a/compared.html#compare-client-vs-customer",
        },
    ]


def test_subjects_have_names_once() -> None:
    coverages = {
        subject["name"]: {loc: r["coverage"] for loc, r in subject["renderings"].items()}
        for subject in written()["subjects"]
    }
    assert coverages == {
        "Business": {"fi": "missing", "ja": "approved", "ko": "missing", "pt_BR": "missing"},
        "Law": {"fi": "missing", "ja": "fuzzy", "ko": "no-equivalent", "pt_BR": "missing"},
    }


def test_names_are_text() -> None:
    assert concept("git")["name"] == KEPT.name == '<script>"Git\\"</script>\u2028'


def test_the_bytes_are_the_same_in_whatever_order_concepts_come() -> None:
    turned = replace(
        GLOSSARY,
        concepts=GLOSSARY.concepts[::-1],
        comparisons=GLOSSARY.comparisons[::-1],
        catalogues=dict(reversed(GLOSSARY.catalogues.items())),
        languages=GLOSSARY.languages[::-1],
    )
    assert dump(turned) == dump(GLOSSARY)


def test_the_bytes_tell_nothing_of_the_machine() -> None:
    assert b"/src/" not in dump(GLOSSARY)


def test_every_concept_has_a_line_of_its_own() -> None:
    lines = dump(GLOSSARY).decode().split("\n")
    assert lines[-1] == ""
    ids = [json.loads(line.rstrip(","))["id"] for line in lines if '"case_sensitive"' in line]
    assert ids == list(GLOSSARY.by_id)


# ---- that it is as documented


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(DOCUMENTED)
    assert DOCUMENTED["$id"] == SCHEMA


def test_every_property_is_documented() -> None:
    bare = [
        name
        for name, schema in described(DOCUMENTED)
        if "$ref" not in schema and not {"title", "description"} <= schema.keys()
    ]
    assert bare == []
    assert len(list(described(DOCUMENTED))) > 50


@pytest.mark.parametrize("glossary", [GLOSSARY, Glossary(), Glossary(source_language="fi")])
def test_the_file_has_nothing_that_the_schema_does_not_have(glossary: Glossary) -> None:
    errors = Draft202012Validator(strict(DOCUMENTED)).iter_errors(written(glossary))
    assert [error.message for error in errors] == []


# ---- that it comes back


def test_a_loaded_glossary_answers_as_the_original() -> None:
    assert answers(load_glossary(dump(GLOSSARY))) == answers(GLOSSARY)


def test_a_loaded_glossary_has_the_same_concepts_but_for_their_lines() -> None:
    loaded = load_glossary(dump(GLOSSARY))
    expected = [replace(concept, place=Place()) for concept in GLOSSARY.by_id.values()]
    assert list(loaded.by_id.values()) == expected


def test_a_loaded_glossary_is_written_as_the_original() -> None:
    assert dump(load_glossary(dump(GLOSSARY))) == dump(GLOSSARY)


@pytest.mark.parametrize(
    "msgstr",
    [
        "",
        "-",
        "?-",
        "~a",
        "?~a",
        "- | ~a | ~b",
        "~a | b | ~c | d",
        "?a | b",
        r"\~a | \\~b | ~\~c | d~e",
        "a | - | b",
        "a |  | b",
        "a|b | |c | d|",
        "《a》 | 顧客《こきゃく | 顧《こ》《く》 | 客《》",
        "a《x》b | 顧客《こきゃく》",
        "asiakas- | -mainen | C-- | –",
        "bank (finance) | ＡＢＣ | a;b | a / b",
        "`a` *b* _c_ <d> \\ \" ' & %s {x}",
        "a\u2028b | c\u00a0d",
        "~ a | ~",
        "a | 銀 | b",
        "a | ~b | 銀",
        "~銀 | a",
        "?~銀",
        "銀",
    ],
)
@pytest.mark.parametrize("short", ["", "銀", "銀《ぎん》 | 行", "?銀", "-"])
def test_every_msgstr_comes_back(msgstr: str, short: str) -> None:
    bank = Concept(id="bank", name="bank", qualifier="finance", abbreviation="BK", docname="b")
    msgstrs = {(TERM, bank.msgid): msgstr, (ABBREVIATION, "BK"): short}
    catalogues = {"ja": catalogue("ja", msgstrs)}
    glossary = Glossary(concepts=(bank,), catalogues=catalogues)
    loaded = load_glossary(dump(glossary))
    assert loaded.renderings(bank, "ja") == glossary.renderings(bank, "ja")
    assert loaded.name(bank, "ja") == glossary.name(bank, "ja")
    assert loaded.abbreviation(bank, "ja") == glossary.abbreviation(bank, "ja")


def test_names_from_a_document_catalogue_come_back() -> None:
    client = replace(CLIENT, relations=())
    document_catalogues = {("fi", client.docname): catalogue("fi", {("", "client"): "asiakas"})}
    glossary = Glossary(
        concepts=(client,), document_catalogues=document_catalogues, languages=("fi",)
    )
    loaded = load_glossary(dump(glossary))
    assert loaded.name(client, "fi") == glossary.name(client, "fi")
    assert loaded.name(client, "fi").coverage is Coverage.APPROVED


def test_a_later_minor_version_may_have_more() -> None:
    later = {**written(), "format_version": "1.7", "more": 1}
    later["concepts"][0]["more"] = {"a": 1}
    assert answers(load_glossary(json.dumps(later).encode())) == answers(GLOSSARY)


def test_other_encodings_of_json_are_read() -> None:
    text = dump(GLOSSARY).decode()
    for encoding in ("utf-8-sig", "utf-16"):
        assert answers(load_glossary(text.encode(encoding))) == answers(GLOSSARY)


# ---- malformed files

NAMES = ("concepts", 0, "renderings", "ja", "names")


@pytest.mark.parametrize(
    ("place", "value", "complaint"),
    [
        ((), [], "$: is a list; expected is an object"),
        (("concepts",), None, "$.concepts: is null; expected is a list"),
        (("format_version",), "2.0", "$.format_version: is 2.0; this program reads version 1.x"),
        (("format_version",), 1, "$.format_version: is 1; expected is a text that is not empty"),
        (("source_language",), "../en", '$.source_language: is "../en"; expected is a locale'),
        (("languages", 1), "", '$.languages[1]: is ""; expected is a text that is not empty'),
        (("concepts", 1), 3, "$.concepts[1]: is 3; expected is an object"),
        (("concepts", 0, "id"), "a b", "$.concepts[0].id: is 'a b'; allowed are ASCII"),
        (("concepts", 0, "name"), ["x"], "$.concepts[0].name: is a list; expected is a text"),
        (("concepts", 0, "status"), "new", "one of draft, approved, deprecated"),
        (("concepts", 0, "case_sensitive"), 1, "case_sensitive: is 1; expected is true or false"),
        (("concepts", 0, "synonyms", 0), "", '$.concepts[0].synonyms[0]: is ""; expected'),
        (("concepts", 0, "part_of_speech"), "nown", '$.concepts[0].part_of_speech: is "nown";'),
        (("concepts", 0, "relations", 1, "relation"), "up", "$.concepts[0].relations[1].relation:"),
        (("concepts", 0, "definition", "spans", 0, "text"), 1, "definition.spans[0].text: is 1;"),
        (("concepts", 0, "renderings", "ja", "coverage"), "most", "renderings.ja.coverage: is"),
        ((*NAMES, 0, "status"), "best", "$.concepts[0].renderings.ja.names[0].status: is"),
        (("comparisons", 1, "difficulty"), 6, "a whole number from 1 to 5"),
        (("comparisons", 1, "difficulty"), True, "difficulty: is true; expected is a whole number"),
        (("comparisons", 1, "targets"), "a; b", '$.comparisons[1].targets: is "a; b"; expected'),
    ],
)
def test_what_the_schema_forbids_is_refused_with_its_place(
    place: tuple[str | int, ...], value: Any, complaint: str
) -> None:
    damaged = changed(written(), place, value)
    assert not Draft202012Validator(DOCUMENTED).is_valid(damaged)
    with pytest.raises(GlossaryFormatError) as caught:
        load_glossary(json.dumps(damaged).encode())
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("place", "value", "complaint"),
    [
        (
            ("concepts", 1, "id"),
            "client",
            "$.concepts[1].id: is 'client', and so is that of $.conc",
        ),
        (("concepts", 0, "name"), "\ud800", "$.concepts[0].name: has half of a surrogate pair"),
        (
            (*NAMES, 1, "status"),
            "preferred",
            "$.concepts[0].renderings.ja: the notation of msgstrs",
        ),
        ((*NAMES, 0, "text"), "a | b", "$.concepts[0].renderings.ja: the notation of msgstrs"),
        (NAMES, [], "$.concepts[0].renderings.ja.coverage: the coverage 'approved' does not fit"),
        (("languages",), ["en"], "$.subjects[0].renderings.fi: fi is not among the"),
    ],
)
def test_what_contradicts_itself_is_refused_with_its_place(
    place: tuple[str | int, ...], value: Any, complaint: str
) -> None:
    damaged = changed(written(), place, value)
    with pytest.raises(GlossaryFormatError) as caught:
        load_glossary(json.dumps(damaged).encode())
    assert complaint in str(caught.value)


def test_two_names_for_one_message_are_refused() -> None:
    both = written(replace(GLOSSARY, concepts=(CLIENT, CUSTOMER), comparisons=()))
    both["concepts"][1]["name"] = "client"
    with pytest.raises(GlossaryFormatError) as caught:
        load_glossary(json.dumps(both).encode())
    assert caught.value.path == "$.concepts[1].renderings.ja"
    assert caught.value.message == "'client' is called otherwise by another concept of that name"


@pytest.mark.parametrize(
    "key",
    [key for key in DOCUMENTED["$defs"]["concept"]["required"] if key != "uri"],
)
def test_what_the_schema_requires_is_required(key: str) -> None:
    damaged = written()
    del damaged["concepts"][0][key]
    with pytest.raises(GlossaryFormatError) as caught:
        load_glossary(json.dumps(damaged).encode())
    assert (caught.value.path, caught.value.message) == (
        "$.concepts[0]",
        f"has no property {key!r}",
    )


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe\xff", b"[" * 100_000, b'{"a": 1} x', b"9" * 10_000]
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(GlossaryFormatError, match=r"^\$: the file is not JSON: "):
        load_glossary(data)


def test_the_version_written_is_one_that_is_read() -> None:
    assert written()["format_version"] == FORMAT_VERSION


def changed(document: Any, place: tuple[str | int, ...], value: Any) -> Any:
    """Return *document* with *value* at *place*, which is there."""
    if not place:
        return value
    key, *rest = place
    inner = changed(document[key], tuple(rest), value)
    if isinstance(document, list):
        return [inner if index == key else item for index, item in enumerate(document)]
    return {**document, key: inner}
