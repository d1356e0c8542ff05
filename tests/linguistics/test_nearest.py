"""Which name was meant."""

import pytest

from sphinx_glossary_ext.linguistics.nearest import nearest

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
