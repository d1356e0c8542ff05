"""Which obsolete messages a catalogue keeps."""

from __future__ import annotations

import pytest

from sphinx_glossary_ext.catalogues.obsolete import translations, without_repeated

PAGE = """\
msgid ""
msgstr ""
"Language: fi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Tea"
msgstr "Tee"

#, fuzzy
msgid "Milk"
msgstr "Maito"
"""
USED = translations([PAGE.encode()])


def test_what_is_approved_is_in_use() -> None:
    assert sorted(USED) == [(("", "Tea"), "Tee")]


@pytest.mark.parametrize(
    ("message", "is_kept"),
    [
        ('#~ msgid "Tea"\n#~ msgstr "Tee"', False),
        ('#, fuzzy\n#~ msgid "Tea"\n#~ msgstr "Tee"', False),
        ('#~ msgid ""\n#~ "Te"\n#~ "a"\n#~ msgstr "Tee"', False),
        ('#~ msgid "gone"\n#~ msgstr ""', False),
        # a translation that is nowhere else, or only a guess there
        ('#~ msgid "Tea"\n#~ msgstr "Teetä"', True),
        ('#~ msgid "gone"\n#~ msgstr "poissa"', True),
        ('#~ msgid "Milk"\n#~ msgstr "Maito"', True),
        ('#~ msgctxt "glossary term"\n#~ msgid "Tea"\n#~ msgstr "Tee"', True),
        # what a translator noted
        ('# Ask Aino.\n#~ msgid "Tea"\n#~ msgstr "Tee"', True),
        # more than a msgid and a msgstr, or nothing that can be read
        ('#~ msgid "Tea"\n#~ msgid_plural "Teas"\n#~ msgstr[0] "Tee"\n#~ msgstr[1] ""', True),
        ('#~ msgid "Tea\n#~ msgstr "Tee"', True),
        ('#~ msgid "Tea"\n#~ msgstr "Tee"\n#~ msgid "x"\n#~ msgstr "y"', True),
        ("# The end.", True),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("after", ["", '\n#~ msgid "x"\n#~ msgstr "y"\n'])
def test_what_is_kept(message: str, is_kept: bool, newline: str, after: str) -> None:
    with_it = f"{PAGE}\n{message}\n{after}".replace("\n", newline).encode()
    without = f"{PAGE}{after}".replace("\n", newline).encode()
    assert without_repeated(with_it, USED) == (with_it if is_kept else without)
