"""Japanese and Korean words in the sentences of other languages: which language they are in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

WORDS: Final = {
    "ja": re.compile("([\u3005-\u30ff\u4e00-\u9fff]+)"),
    "ko": re.compile("([\uac00-\ud7a3]+(?: [\uac00-\ud7a3]+)*)"),
}
"""The words of a language, known by their script; Chinese characters on this site are Japanese."""


class ForeignWords(SphinxPostTransform):
    """Marks the words, since browsers else draw Chinese forms and screen readers skip them."""

    # when every reference has its words
    default_priority = 900
    formats = ("html",)

    def run(self, **_kwargs: Any) -> None:
        """Mark the words of every language but the page's own."""
        for locale in WORDS.keys() - {self.config.language}:
            for text in list(self.document.findall(nodes.Text)):
                if not _has_language(text):
                    text.parent.replace(text, _pieces(text, locale))


def _has_language(node: nodes.Node | None) -> bool:
    """Return whether *node* is marked already; a block of code has no language."""
    while isinstance(node := node and node.parent, nodes.Element):
        if isinstance(node, nodes.FixedTextElement | nodes.raw):
            return True
        if any(name.startswith("language-") for name in node["classes"]):
            return True
    return False


def _pieces(text: str, locale: str) -> list[nodes.Node]:
    """Return *text* with its words of *locale* marked."""
    return [
        nodes.inline("", piece, classes=[f"language-{locale}"]) if number % 2 else nodes.Text(piece)
        for number, piece in enumerate(WORDS[locale].split(text))
        if piece
    ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the transform known to Sphinx."""
    app.add_post_transform(ForeignWords)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
