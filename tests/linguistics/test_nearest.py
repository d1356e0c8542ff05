"""Which name was meant."""

from difflib import SequenceMatcher

import pytest

from sphinx_glossary_ext.linguistics.nearest import nearest

TEXT = """\
back front office counter client customer guest visitor patron buyer teller cashier clerk branch
desk lobby window queue ticket waiting appointment opening hours service quality price discount
receipt refund exchange delivery order invoice payment deposit loan account savings interest
"""
NAMES = ["client", "customer", "client-facing", "front office", "back office", "顧客", "고객"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("clinet", ("client",)),
        ("CLIENT", ("client", "client-facing")),
        ("cust", ("customer",)),
        ("front-ofice", ("front office",)),
        ("顧客様", ("顧客",)),
        ("zebra", ()),
        ("", ()),
        (" ", ()),
    ],
)
def test_nearest(target, expected):
    assert nearest(target, NAMES) == expected


def test_at_most():
    names = [f"name {n}" for n in range(9)]
    assert nearest("name", names, most=2) == ("name 0", "name 1")
    assert len(nearest("name", names)) == 3


def test_the_order_of_the_names_does_not_count():
    names = ["bank a", "bank b", "bonk", "banks"]
    assert (
        nearest("bank", names) == nearest("bank", reversed(names)) == ("banks", "bank a", "bank b")
    )


def test_a_name_is_suggested_once():
    assert nearest("client", ["Client", "Client"]) == ("Client",)


def test_few_of_many_names_are_compared_letter_by_letter(monkeypatch):
    compared = []

    class Counting(SequenceMatcher):
        def set_seq1(self, a):
            compared.append(a)
            super().set_seq1(a)

    monkeypatch.setattr("sphinx_glossary_ext.linguistics.nearest.SequenceMatcher", Counting)
    words = TEXT.split()
    names = [f"{first} {second}" for first in words for second in words]
    assert len(names) == 1521
    assert nearest("front ofice", names)[0] == "front office"
    assert nearest("fron", names)[0].startswith("front ")
    assert len(compared) <= 2 * 22  # of the 20 for each; the matcher's own constructor, too
