"""The landing page, a pure function."""

from __future__ import annotations

from html.parser import HTMLParser

from sphinx_glossary_ext.cli.landing import landing_page


class Elements(HTMLParser):
    """Collects the elements of a page and the text in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.extend(filter(None, [data.strip()]))


def test_each_language_is_a_link_in_its_own_name() -> None:
    page = Elements(landing_page(["en", "ja", "ko", "fi"], "Tea"))
    links = [attributes for tag, attributes in page.tags if tag == "a"]
    assert [link["href"] for link in links] == [
        "en/index.html",
        "ja/index.html",
        "ko/index.html",
        "fi/index.html",
    ]
    assert all(link["lang"] == link["hreflang"] for link in links)
    assert {"English", "日本語", "한국어", "Suomi"} <= set(page.text)


def test_the_page_is_in_the_first_language_and_loads_nothing() -> None:
    page = Elements(landing_page(["pt_BR", "ar"], "Chá"))
    assert page.tags[0] == ("html", {"lang": "pt-BR"})
    assert not [attributes for _, attributes in page.tags if "src" in attributes]
    assert "link" not in [tag for tag, _ in page.tags]
    links = [attributes for tag, attributes in page.tags if tag == "a"]
    assert [attributes["dir"] for attributes in links] == ["ltr", "rtl"]
    # folders are named by the code that links between pages use
    assert [attributes["href"] for attributes in links] == ["pt-br/index.html", "ar/index.html"]


def test_a_title_is_text() -> None:
    page = landing_page(["en"], "<script>{alert}</script> & co")
    assert "<script>{" not in page
    assert page.count("&lt;script&gt;{alert}&lt;/script&gt; &amp; co") == 2


def test_another_root_page() -> None:
    assert 'href="en/contents.html"' in landing_page(["en"], "Tea", page="contents.html")


def test_a_page_may_have_any_name() -> None:
    assert 'href="ja/100%25%20%22tea%22%3F.html"' in landing_page(
        ["ja"], "Tea", page='100% "tea"?.html'
    )
