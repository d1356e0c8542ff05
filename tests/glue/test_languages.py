"""Pages link to themselves in the other languages, for readers and for search engines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from browser.themes import skip_without
from sphinx.application import TemplateBridge
from sphinx.jinja2glue import BuiltinTemplateLoader

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

SIDE_BY_SIDE = "{root}../{lang}/{page}{anchor}"
FILES = {
    "index.rst": "Title\n=====\n\n.. toctree::\n\n   terms\n   deep/plain\n",
    "terms.rst": "Terms\n=====\n\n.. term:: client\n\n   One who pays.\n\n.. index:: other\n",
    "deep/plain.rst": "Plain\n=====\n\nNothing of ours.\n",
    "_templates/extra.html": '{% extends "layout.html" %}{% block body %}Extra.{% endblock %}',
}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人"},
    "fi/terminology": {"client": "asiakas"},
    "pt_BR/terminology": {"client": "cliente"},
}
PAGES = ("index", "terms", "deep/plain", "genindex", "search", "glossary-index")
SETTINGS: dict[str, Any] = {
    "glossary_link_template": SIDE_BY_SIDE,
    "templates_path": ["_templates"],
    "html_additional_pages": {"extra": "extra.html", "404": "extra.html"},
}


def switch(html: str) -> list[tuple[str, str, str]]:
    """Return the links for readers: language of the link, of its text, address."""
    found = re.findall(r'(?s)<nav class="glossary-languages".*?</nav>', html)
    assert len(found) < 2
    link = re.compile('<a rel="alternate" href="([^"]*)" lang="([^"]*)" hreflang="([^"]*)">')
    return [(tag, lang, href) for href, lang, tag in link.findall(found[0])] if found else []


def alternates(html: str) -> dict[str, str]:
    """Return the links for search engines, which stand in the head."""
    head = html.partition("</head>")[0]
    found = re.findall('<link rel="alternate" hreflang="([^"]*)" href="([^"]*)" />', head)
    assert html.count('<link rel="alternate"') == len(found)
    return dict(found)


def canonical(html: str) -> list[str]:
    """Return what Sphinx says is the address of a page."""
    return re.findall('<link rel="canonical" href="([^"]*)"', html)


def test_every_page_leads_to_itself(build: Callable[..., Built]) -> None:
    built = build(FILES, language="ja", po=CATALOGUES, **SETTINGS)
    assert built.warnings == []
    for page in (*PAGES, "extra"):
        up = "../" * page.count("/")
        assert switch(built.html(page)) == [
            (tag, tag, f"{up}../{tag.lower()}/{page}.html") for tag in ("en", "fi", "pt-BR")
        ]
        assert built.html(page).count("sphinx-glossary-languages.js") == 1
        assert built.html(page).count("sphinx-glossary-languages.css") == 1
    assert "このページのほかの言語版" in built.words("deep/plain")


def test_directories_as_pages(build: Callable[..., Built]) -> None:
    built = build(
        FILES, "dirhtml", po=CATALOGUES, html_baseurl="https://example.org/en/", **SETTINGS
    )
    assert built.warnings == []
    index, plain = built.html("index"), built.html("deep/plain/index")
    assert switch(index)[1] == ("ja", "ja", "../ja/")
    assert switch(plain)[1] == ("ja", "ja", "../../../ja/deep/plain/")
    assert switch(built.html("genindex/index"))[1] == ("ja", "ja", "../../ja/genindex/")
    for html, page in ((index, ""), (plain, "deep/plain/")):
        assert alternates(html)["ja"] == f"https://example.org/ja/{page}"
        assert [alternates(html)["en"]] == canonical(html)


@pytest.mark.parametrize("theme", ["alabaster", "furo", "pydata_sphinx_theme", "sphinx_book_theme"])
def test_every_theme_shows_them_once_within_its_text(
    build: Callable[..., Built], theme: str
) -> None:
    skip_without(theme)
    built = build(
        FILES, po=CATALOGUES, html_theme=theme, html_baseurl="https://example.org/en", **SETTINGS
    )
    for page in PAGES:
        html = built.html(page)
        assert len(switch(html)) == 3
        main = html.index('role="main"') if 'role="main"' in html else html.index("<main")
        assert main < html.index('<nav class="glossary-languages"') < html.rindex("</div>")
        assert alternates(html)["fi"] == f"https://example.org/fi/{page}.html"
        assert canonical(html) == [f"https://example.org/en/{page}.html"]


def test_search_engines(build: Callable[..., Built]) -> None:
    built = build(
        FILES, language="ja", po=CATALOGUES, html_baseurl="https://example.org/ja", **SETTINGS
    )
    assert built.warnings == []
    for page in PAGES:
        html = built.html(page)
        assert alternates(html) == {
            "en": f"https://example.org/en/{page}.html",
            "fi": f"https://example.org/fi/{page}.html",
            "ja": f"https://example.org/ja/{page}.html",
            "pt-BR": f"https://example.org/pt-br/{page}.html",
            "x-default": f"https://example.org/en/{page}.html",
        }
        assert canonical(html) == [alternates(html)["ja"]]


def test_the_address_of_the_site_can_leave_the_language_open(
    make_project: Callable[..., Project],
) -> None:
    project = make_project(FILES, CATALOGUES)
    for language, code in (("en", "en"), ("pt_BR", "pt-br")):
        built = project.build(
            language=language, html_baseurl="https://example.org/{lang}/docs", **{
                **SETTINGS, "glossary_link_template": "{root}../../{lang}/docs/{page}{anchor}"
            }
        )  # fmt: skip
        assert built.warnings == []
        assert canonical(built.html("terms")) == [f"https://example.org/{code}/docs/terms.html"]
        assert alternates(built.html("terms"))["ja"] == "https://example.org/ja/docs/terms.html"
        assert len(alternates(built.html("terms"))) == 5


def test_an_unknown_base_has_no_alternates(build: Callable[..., Built]) -> None:
    for base in ("", "/"):
        built = build(FILES, po=CATALOGUES, html_baseurl=base, **SETTINGS)
        assert built.warnings == []
        assert alternates(built.html()) == {}
        assert switch(built.html()) != []


def test_a_base_of_another_type_has_the_warning_of_sphinx_alone(
    build: Callable[..., Built],
) -> None:
    built = build(FILES, po=CATALOGUES, html_baseurl=None, **SETTINGS)
    (warning,) = built.warnings
    assert warning.startswith("The config value `html_baseurl' has type `NoneType'")
    assert alternates(built.html()) == {}


def test_the_address_of_another_language(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES, CATALOGUES)
    conf = project.root / "conf.py"
    conf.write_text(conf.read_text("utf-8") + "\nhtml_baseurl = 'https://x.org/en/'\n", "utf-8")
    line = conf.read_text("utf-8").splitlines().index("html_baseurl = 'https://x.org/en/'") + 1
    assert project.build(**SETTINGS).warnings == []
    japanese = project.build(language="ja", **SETTINGS)
    assert japanese.warnings == [
        f"conf.py:{line}: html_baseurl is 'https://x.org/en/', where the pages in 'en' are, but "
        "this build is in 'ja'; write {lang} where it names the language [glossary.base_url]"
    ]
    assert alternates(japanese.html()) == {}
    # canonical pages of another version are nobody's mistake
    stable = "https://x.org/stable/en/"
    assert project.build(to="stable", html_baseurl=stable, **SETTINGS).warnings == []


HOSTED = {
    "READTHEDOCS": "True",
    "READTHEDOCS_LANGUAGE": "ja",
    "READTHEDOCS_VERSION": "latest",
    "READTHEDOCS_VERSION_TYPE": "branch",
    "READTHEDOCS_CANONICAL_URL": "https://docs.example.org/ja/latest/",
}


@pytest.mark.parametrize("base", ["", "https://docs.example.org/ja/latest/"])
def test_read_the_docs(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    for name, value in HOSTED.items():
        monkeypatch.setenv(name, value)
    built = build(FILES, language="ja", po=CATALOGUES, html_baseurl=base)
    assert built.warnings == []
    plain = built.html("deep/plain")
    assert switch(plain)[1] == ("fi", "fi", "../../../fi/latest/deep/plain.html")
    assert alternates(plain)["pt-BR"] == "https://docs.example.org/pt-br/latest/deep/plain.html"
    assert alternates(plain)["ja"] == "https://docs.example.org/ja/latest/deep/plain.html"
    assert canonical(plain) == ([alternates(plain)["ja"]] if base else [])


def test_a_preview_has_no_siblings(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**HOSTED, "READTHEDOCS_VERSION_TYPE": "external"}.items():
        monkeypatch.setenv(name, value)
    built = build(FILES, language="ja", po=CATALOGUES)
    assert built.warnings == []
    assert "hreflang" not in "".join(built.html(page) for page in PAGES)


LETTERS = {
    "index.rst": "T\n=\n\n.. term:: alpha\n\n   A.\n\n.. term:: beta\n\n   B.\n\n.. index:: gamma\n"
}


def test_pages_of_one_language_lead_to_what_others_have(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_glossary_ext.glue.writing.parts.ROWS_ON_ONE_PAGE", 1)
    built = build(
        LETTERS,
        po={"fi/terminology": {"alpha": "öljy"}},
        html_split_index=True,
        html_baseurl="https://example.org/en",
        **{**SETTINGS, "html_additional_pages": {}},
    )
    assert built.warnings == []
    # letters differ from language to language
    for page, elsewhere in (
        ("glossary-index-1", "glossary-index"),
        ("glossary-index-2", "glossary-index"),
        ("genindex-G", "genindex"),
        ("genindex-all", "genindex"),
    ):
        assert switch(built.html(page)) == [("fi", "fi", f"../fi/{elsewhere}.html")]
        assert alternates(built.html(page)) == {}


def test_pages_that_others_may_not_have(build: Callable[..., Built]) -> None:
    built = build(FILES, po=CATALOGUES, **SETTINGS)
    # a page for errors is shown at any address
    assert "glossary-languages" not in built.html("404")

    files = {**FILES, "conf.py": CONF_WITH_PAGE}
    made = build(files, po=CATALOGUES, **SETTINGS)
    assert "Made." in made.html("made")
    assert "glossary-languages" not in made.html("made")


CONF_WITH_PAGE = """\
project = "Example"
locale_dirs = ["locales"]
html_theme = "basic"

def setup(app):
    app.connect("html-collect-pages", lambda app: [("made", {"body": "Made."}, "page.html")])
"""


def test_a_template_of_another_extension_goes_first(build: Callable[..., Built]) -> None:
    chosen = """\
project = "Example"
locale_dirs = ["locales"]
html_theme = "basic"

def setup(app):
    app.connect("html-page-context", choose)

def choose(app, pagename, template, context, doctree):
    return "extra.html" if pagename == "genindex" else None
"""
    built = build({**FILES, "conf.py": chosen}, po=CATALOGUES, **SETTINGS)
    assert "Extra." in built.html("genindex")
    assert "glossary-languages-label" in built.html("search")


class AnotherBridge(TemplateBridge):
    """A project's own way to its templates, which knows nothing of ours."""

    def __init__(self) -> None:
        self.loader = BuiltinTemplateLoader()

    def init(self, *arguments: Any) -> None:
        self.loader.init(*arguments)

    def newest_template_mtime(self) -> float:
        return self.loader.newest_template_mtime()

    def newest_template_name(self) -> str:
        return self.loader.newest_template_name()

    def render(self, template: str, context: dict[str, Any]) -> str:
        return self.loader.render(template, context)

    def render_string(self, template: str, context: dict[str, Any]) -> str:
        return self.loader.render_string(template, context)


def test_a_project_may_have_its_own_way_to_templates(build: Callable[..., Built]) -> None:
    settings = {**SETTINGS, "template_bridge": f"{__name__}.{AnotherBridge.__name__}"}
    built = build(FILES, po=CATALOGUES, **settings)
    assert built.warnings == []
    assert len(switch(built.html("deep/plain"))) == 3
    # around a page without a text of its own they would need our template
    assert switch(built.html("search")) == []


@pytest.mark.parametrize(
    ("po", "settings"),
    [
        ({}, {}),
        (CATALOGUES, {"glossary_link_template": None}),
        (CATALOGUES, {"glossary_link_template": ""}),
        (CATALOGUES, {"glossary_languages": []}),
    ],
)
def test_nothing_where_there_is_nowhere_to_go(
    build: Callable[..., Built], po: dict[str, Any], settings: dict[str, Any]
) -> None:
    base = "https://example.org/en/"
    built = build(FILES, po=po, html_baseurl=base, **{**SETTINGS, **settings})
    assert built.warnings == []
    for page in PAGES:
        assert "glossary-languages" not in built.html(page)
        assert "hreflang" not in built.html(page)


def test_nothing_in_a_project_without_terms(build: Callable[..., Built]) -> None:
    files = {**FILES, "terms.rst": "Terms\n=====\n\nNone.\n"}
    built = build(files, po=CATALOGUES, html_baseurl="https://example.org/en", **SETTINGS)
    for page in ("index", "terms", "deep/plain", "genindex", "search"):
        assert "glossary" not in built.html(page)


def test_off_by_configuration(build: Callable[..., Built]) -> None:
    built = build(
        FILES, po=CATALOGUES, html_baseurl="https://example.org/en", glossary_language_links=False,
        **SETTINGS,
    )  # fmt: skip
    for page in PAGES:
        assert "glossary-languages" not in built.html(page)
        # search engines are told all the same
        assert len(alternates(built.html(page))) == 5


def test_a_template_can_show_them_elsewhere(build: Callable[..., Built]) -> None:
    own = """\
{% extends "!layout.html" %}
{% block footer %}
{% for language in glossary_languages %}[{{ language.lang }} {{ language.name }}
{{ language.url }}]{% endfor %}
{% endblock %}
"""
    files = {**FILES, "_templates/layout.html": own}
    built = build(files, po=CATALOGUES, glossary_language_links=False, **SETTINGS)
    expected = "[en English ../../en/deep/plain.html]"
    assert expected not in built.words("deep/plain")
    assert "[ja 日本語 ../../ja/deep/plain.html]" in built.words("deep/plain")
    assert "[pt-BR Português (Brasil) ../pt-br/genindex.html]" in built.words("genindex")


@pytest.mark.parametrize("builder", ["singlehtml", "htmlhelp", "json", "text", "latex"])
def test_no_other_builder_has_them(build: Callable[..., Built], builder: str) -> None:
    pytest.importorskip("sphinxcontrib.htmlhelp")
    extensions = ["sphinx_glossary_ext", "sphinxcontrib.htmlhelp", "sphinxcontrib.serializinghtml"]
    built = build(FILES, builder, po=CATALOGUES, extensions=extensions, **SETTINGS)
    for content in (c for name, c in built.files().items() if not name.startswith("_static")):
        assert b"glossary-languages-label" not in content


def test_links_of_names_say_what_they_lead_to(build: Callable[..., Built]) -> None:
    po = {"ja/terminology": {"client": "依頼人"}, "fi/terminology": {}}
    html = build(FILES, po=po, glossary_link_template=SIDE_BY_SIDE).html("terms")
    assert (
        '<a class="reference internal" href="../ja/terms.html#term-client" hreflang="ja">'
        '<span lang="ja">依頼人</span></a>' in html
    )
    # a name that is missing is the canonical one, and leads to the page without it all the same
    assert (
        '<a class="reference internal" href="../fi/terms.html#term-client" hreflang="fi">'
        "client</a>" in html
    )


def assert_as_fresh(project: Project, again: Built, language: str = "ja", **settings: Any) -> None:
    """Compare every page with that of a build from nothing."""
    fresh = project.build(language=language, to="fresh", **{**SETTINGS, **settings})
    for name, content in fresh.files().items():
        if name.endswith(".html"):
            assert again.files()[name] == content, name


def written(built: Built) -> list[str]:
    """Return the documents that were written; Sphinx writes additional pages every time."""
    return sorted(set(built.updated) - set(SETTINGS["html_additional_pages"]))


def test_a_new_language_reaches_every_page(make_project: Callable[..., Project]) -> None:
    project = make_project(FILES, CATALOGUES)
    project.build(language="ja", **SETTINGS)
    project.write_po({"ko/terminology": {"client": "의뢰인"}})
    again = project.build(language="ja", **SETTINGS)
    assert again.read == []
    assert ("ko", "ko", "../../ko/deep/plain.html") in switch(again.html("deep/plain"))
    assert_as_fresh(project, again)
    last = project.build(language="ja", **SETTINGS)
    assert (last.read, written(last)) == ([], [])


def test_the_first_term_and_the_last(make_project: Callable[..., Project]) -> None:
    project = make_project({**FILES, "terms.rst": "Terms\n=====\n\nNone.\n"}, CATALOGUES)
    assert switch(project.build(language="ja", **SETTINGS).html("deep/plain")) == []
    project.write({"terms.rst": FILES["terms.rst"]})
    again = project.build(language="ja", **SETTINGS)
    assert switch(again.html("deep/plain")) != []
    assert_as_fresh(project, again)
    project.write({"terms.rst": "Terms\n=====\n\nNone.\n"})
    last = project.build(language="ja", **SETTINGS)
    assert switch(last.html("deep/plain")) == []
    assert (last.outdir / "deep/plain.html").read_bytes() == (
        project.build(language="ja", to="empty", **SETTINGS).outdir / "deep/plain.html"
    ).read_bytes()
    nothing = project.build(language="ja", **SETTINGS)
    assert (nothing.read, written(nothing)) == ([], [])


def test_another_version_of_read_the_docs(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(FILES, CATALOGUES)
    for name, value in HOSTED.items():
        monkeypatch.setenv(name, value)
    project.build(language="ja")
    monkeypatch.setenv("READTHEDOCS_VERSION", "stable")
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://docs.example.org/ja/stable/")
    again = project.build(language="ja")
    assert again.read == []
    plain = again.html("deep/plain")
    assert switch(plain)[0][2] == "../../../en/stable/deep/plain.html"
    assert alternates(plain)["ja"] == "https://docs.example.org/ja/stable/deep/plain.html"
