"""Ids made of names, and ids that writers give."""

import pytest
from docutils import nodes

from sphinx_glossary_ext.linguistics.slugs import SlugError, is_valid_id, slug

SLUGS = [
    ("client-facing", "client-facing"),
    ("Client Facing", "client-facing"),
    ("front\u2011office", "front-office"),
    ("snake_case", "snake-case"),
    ("input/output", "input-output"),
    ("read (a file), again", "read-a-file-again"),
    ("Café", "cafe"),
    ("naïve", "naive"),
    ("Straße", "strasse"),
    ("Ærø", "aero"),
    ("Łódź", "lodz"),
    ("Node.js", "node-js"),
    ("U.S.", "u-s"),
    ("version 2.0", "version-2-0"),
    ("client's", "clients"),
    ("o’clock", "oclock"),
    ("3D model", "3d-model"),
    ("-able", "able"),
    ("ＡＰＩ", "api"),
]


@pytest.mark.parametrize(("name", "expected"), SLUGS)
def test_slug(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize("made", [made for _, made in SLUGS])
def test_a_slug_is_an_id_as_it_is(made):
    assert is_valid_id(made)
    assert slug(made) == made
    assert nodes.make_id(f"term-{made}") == f"term-{made}"


def test_qualifier():
    assert slug("bank", "finance") == "bank-finance"
    assert slug("Bank", "River, side") == "bank-river-side"


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("顧客", '"顧", "客"'),
        ("C++", '"+"'),
        ("C#", '"#"'),
        ("R&D", '"&"'),
        (".NET", '"."'),
        ("ASP .NET", '"."'),
        ("wait...", '"."'),
        ("std::vector", '":"'),
        ("Yahoo!", '"!"'),
        ("й", '"й"'),
        ("client 顧", '"顧"'),
    ],
)
def test_a_character_that_matters_is_named(name, lost):
    with pytest.raises(SlugError) as caught:
        slug(name)
    assert str(caught.value) == f'"{name}" makes no id: it would lose {lost}'


@pytest.mark.parametrize("name", ["-", "()", " / "])
def test_nothing_is_left(name):
    with pytest.raises(SlugError, match="neither letters nor digits"):
        slug(name)


def test_a_qualifier_must_be_usable_too():
    with pytest.raises(SlugError, match='"金融" makes no id'):
        slug("bank", "金融")


def test_no_name():
    with pytest.raises(SlugError, match="empty name"):
        slug("")


@pytest.mark.parametrize("text", ["client", "front-office", "C", "3d", "a-1-B"])
def test_valid_id(text):
    assert is_valid_id(text)


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "-a", "a--b", "a_b", "a b", "a.b", "é", "顧客", "a\n", "C++", "٣"]
)
def test_invalid_id(text):
    assert not is_valid_id(text)
