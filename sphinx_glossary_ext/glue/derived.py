"""What follows from all pages and catalogues together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.glue.usage import Usage
    from sphinx_glossary_ext.glue.writing.concept_map import Drawing
    from sphinx_glossary_ext.glue.writing.context import PageContext, PageTitle
    from sphinx_glossary_ext.index_data import IndexScript
    from sphinx_glossary_ext.language_links import LanguageLinks


class Derived:
    """What one build has put together so far; each part is made when it is first asked for.

    Titles, definitions, cards and drawings are the same on every page that asks for them;
    definitions are by page and concept, structured data by page.
    """

    def __init__(self) -> None:
        self.glossary: Glossary | None = None
        self.usage: Usage | None = None
        self.index_script: IndexScript | None = None
        """The data of the index's search box."""
        self.titles: dict[str, PageTitle] = {}
        self.definitions: dict[str, dict[str, nodes.paragraph]] = {}
        self.cards: dict[str, bytes] = {}
        self.structured_data: dict[str, str] = {}
        self.drawings: dict[str, Drawing | None] = {}
        self.language_links: LanguageLinks | None = None
        """What every page says of itself in other languages; None: nothing."""
        self.context: PageContext | None = None
        """That of the page being written."""
