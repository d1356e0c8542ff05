"""Every builder: names present, nothing to warn of, first and second time."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from unittest.mock import MagicMock

import pytest
from projects import CONF
from sphinx.errors import ConfigError

import sphinx_glossary_ext

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built, Project

FILES = {
    "index.rst": """\
Title with :term:`client`
=========================

.. toctree::

   pair
   in-markdown

.. term:: client
   :synonyms: principal
   :abbreviation: CL
   :reading: kl
   :part-of-speech: noun
   :subject: Business
   :related: customer
   :name: a label
   :source: https://example.org/

   One who pays; :glossary:abbr:`CL`, :glossary:definition:`customer`.

   .. examples::

      * A :term:`client` pays.

.. term:: customer

   One who buys.

.. glossary-index::
   :columns: definition; subject; part-of-speech
""",
    "pair.rst": """\
Pair
====

.. compare:: client; customer
   :name: pair of words

   One pays, one buys.

   .. aspects::

      * - Money
        - *much*
        - little

   .. dialogue:: customer

      * Next!
      * Here.

   The summary; :ref:`a label`, :ref:`pair of words`, :glossary:compare:`client-vs-customer`.
""",
    "in-markdown.md": """\
# In Markdown

:::{term} visitor
:id: visitor

One who comes to a {term}`client`.
:::
""",
}
CATALOGUES = {
    "ja/terminology": {"client": "依頼人《いらいにん》", "customer": "顧客", "visitor": "来客"},
    "ja/index": {"One who buys.": "買う人。"},
    "fi/terminology": {"client": "asiakas | toimeksiantaja", "customer": "asiakas"},
}
SETTINGS = {
    "latex_engine": "lualatex",
    "epub_uid": "example",
    "epub_identifier": "example",
    "version": "1",
}
MAIN_FILE = {
    "html": "index.html",
    "dirhtml": "index.html",
    "singlehtml": "index.html",
    "htmlhelp": "index.html",
    "text": "index.txt",
    "man": "example.1",
    "texinfo": "example.texi",
    "latex": "example.tex",
    "epub": "Example.epub",
    "xml": "index.xml",
    "pseudoxml": "index.pseudoxml",
    "json": "index.fjson",
}
BUILDERS = ("html", "dirhtml", "singlehtml", "text", "man", "texinfo", "latex", "epub", "xml",
            "pseudoxml")  # fmt: skip


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    """Return the project, not yet built."""
    return make_project(FILES, CATALOGUES)


def content(built: Built, builder: str) -> str:
    """Return the text of the output in which the first page is."""
    path = built.outdir / MAIN_FILE[builder]
    if builder != "epub":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return archive.read("index.xhtml").decode()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("builder", BUILDERS)
def test_names_are_there_without_warnings(project: Project, builder: str, language: str) -> None:
    built = project.build(builder, language=language, **SETTINGS)
    assert built.warnings == []
    text = content(built, builder)
    for name in ("依頼人", "いらいにん", "toimeksiantaja", "principal", "来客"):
        assert name in text
    again = project.build(builder, language=language, **SETTINGS)
    assert again.warnings == []
    assert content(again, builder) == text


@pytest.mark.parametrize("builder", BUILDERS)
def test_two_processes(project: Project, builder: str) -> None:
    # Sphinx reads five documents or fewer in one process
    project.write({f"more{n}.rst": f":orphan:\n\nMore {n}\n======\n" for n in range(4)})
    one = project.build(builder, to="one", **SETTINGS)
    two = project.build(builder, to="two", jobs=2, **SETTINGS)
    assert one.warnings == two.warnings == []
    assert content(one, builder) == content(two, builder)


def test_gettext(project: Project) -> None:
    first = project.build("gettext")
    assert first.warnings == []
    names = first.text("terminology.pot")
    assert project.build("gettext").text("terminology.pot") == names
    assert project.build("gettext", to="fresh").text("terminology.pot") == names


def test_the_template_goes_with_the_last_concept(make_project: Callable[..., Project]) -> None:
    project = make_project({"index.rst": "Title\n=====\n\n.. term:: client\n\n   One.\n"})
    assert "terminology.pot" in project.build("gettext").files()
    project.write({"index.rst": "Title\n=====\n", "terminology.rst": ":orphan:\n\nMine\n====\n"})
    assert 'msgid "Mine"' in project.build("gettext").text("terminology.pot")
    (project.root / "terminology.rst").unlink()
    project.write({"index.rst": "Title\n=====\n\n.. term:: client\n\n   One.\n"})
    assert 'msgid "client"' in project.build("gettext").text("terminology.pot")
    project.write({"index.rst": "Title\n=====\n"})
    assert "terminology.pot" not in project.build("gettext").files()


def test_builders_share_doctrees(project: Project) -> None:
    for builder in ("html", "text", "latex", "html"):
        built = project.build(builder, language="ja", **SETTINGS)
        assert built.warnings == []
        assert "依頼人" in content(built, builder)


def test_the_rest_of_an_epub_is_sound(project: Project) -> None:
    built = project.build("epub", language="ja", **SETTINGS)
    with zipfile.ZipFile(built.outdir / "Example.epub") as archive:
        names = archive.namelist()
    assert "glossary.json" not in names
    assert not any(name.startswith("glossary-index") for name in names)


def test_latex_has_every_label_that_it_refers_to(project: Project) -> None:
    text = content(project.build("latex", **SETTINGS), "latex")
    labels = set(re.findall(r"\\label\{\\detokenize\{(.*?)\}\}", text))
    wanted = set(re.findall(r"\\hyperref\[\\detokenize\{(.*?)\}\]", text))
    assert {"index:term-client", "pair:compare-client-vs-customer"} <= wanted
    assert wanted - labels == set()


@pytest.mark.parametrize(("builder", "file"), [("html", "genindex.html"), ("latex", "example.tex")])
def test_no_general_index_has_a_draft(build: Callable[..., Built], builder: str, file: str) -> None:
    terms = ".. term:: client\n\n   One.\n\n.. term:: ghost\n   :status: draft\n\n   Not ready.\n"
    text = build({"index.rst": f"Title\n=====\n\n{terms}"}, builder).text(file)
    entry = r"\index{%s@" if builder == "latex" else 'href="index.html#term-%s"'
    assert entry % "client" in text
    assert entry % "ghost" not in text


@pytest.mark.parametrize("builder", ["text", "man", "latex", "texinfo", "html", "epub"])
def test_a_term_in_a_table(build: Callable[..., Built], builder: str) -> None:
    # most writers have no tables in tables, and the one of names is ours
    table = (
        ".. list-table::\n\n   * - .. term:: client\n\n          One who pays.\n"
        "     - Of no interest.\n"
    )
    po = {"ja/terminology": {"client": "顧客 | 依頼人"}, "fi/terminology": {"client": "asiakas"}}
    built = build({"index.rst": f"Title\n=====\n\n{table}"}, builder, po=po, **SETTINGS)
    assert built.warnings == []
    text = " ".join(content(built, builder).split())
    assert text.index("asiakas") < text.index("顧客") < text.index("依頼人")
    if builder == "text":
        assert "日本語: 顧客, 依頼人" in text


def test_no_placeholder_reaches_a_writer(project: Project) -> None:
    text = content(project.build("pseudoxml"), "pseudoxml")
    for placeholder in ("concept_", "glossary_target", "pending_xref"):
        assert f"<{placeholder}" not in text


def test_sphinx_may_read_and_write_in_parallel() -> None:
    found = sphinx_glossary_ext.setup(MagicMock())
    assert found["parallel_read_safe"]
    assert found["parallel_write_safe"]
    assert found["env_version"] >= 1
    assert found["version"] == sphinx_glossary_ext.__version__


def test_a_project_without_concepts_is_as_before(build: Callable[..., Built]) -> None:
    built = build({"index.rst": "Title\n=====\n\nword\n   Text.\n"})
    assert built.warnings == []
    assert [path.name for path in built.outdir.rglob("*glossary*")] == []
    assert "sphinx-glossary" not in built.html()


@pytest.mark.parametrize("docname", ["glossary-index", "glossary-index-old"])
def test_a_page_named_as_the_index_is_as_before(build: Callable[..., Built], docname: str) -> None:
    built = build({"index.rst": f"Title\n=====\n\n.. toctree::\n\n   {docname}\n",
                   f"{docname}.rst": "Index\n=====\n"})  # fmt: skip
    assert built.warnings == []
    assert "sphinx-glossary" not in built.html(docname)
    assert "ld+json" not in built.html(docname)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"glossary_source_language": "klingon"},
         "glossary_source_language is 'klingon'; allowed is a locale such as 'en' or 'pt_BR'"),
        ({"glossary_languages": 3},
         "glossary_languages is 3; allowed is None or list or tuple"),
        ({"glossary_languages": "ja, xx-yy"},
         "glossary_languages is ['ja', 'xx-yy']; allowed is None or a list of locales such as "
         "['ja', 'pt_BR']"),
        ({"glossary_languages": ["ja", "xx-yy"]},
         "glossary_languages is ['ja', 'xx-yy']; allowed is None or a list of locales such as "
         "['ja', 'pt_BR']"),
        ({"glossary_textdomain": "a/b"},
         "glossary_textdomain is 'a/b'; allowed is a file name without its .po"),
        ({"glossary_link_template": "{language}"},
         "glossary_link_template is '{language}'; allowed is None or a text with no fields but "
         "{root}, {lang}, {page}, {anchor}, {version}"),
        ({"glossary_link_template": "{page.name}"},
         "glossary_link_template is '{page.name}'; allowed is None or a text with no fields but "
         "{root}, {lang}, {page}, {anchor}, {version}"),
        ({"glossary_link_template": "{page[name]}"},
         "glossary_link_template is '{page[name]}'; allowed is None or a text with no fields but "
         "{root}, {lang}, {page}, {anchor}, {version}"),
        ({"glossary_std": 1}, "glossary_std is 1; allowed is bool"),
    ],
)  # fmt: skip
def test_a_wrong_setting_names_what_is_allowed(
    build: Callable[..., Built], value: dict[str, object], message: str
) -> None:
    with pytest.raises(ConfigError) as error:
        build(FILES, "dummy", **value)
    assert str(error.value) == message


def test_a_text_is_no_list_in_conf(make_project: Callable[..., Project]) -> None:
    project = make_project({**FILES, "conf.py": f'{CONF}glossary_languages = "ja"\n'})
    with pytest.raises(ConfigError, match="glossary_languages is 'ja'; allowed is None or list"):
        project.build("dummy")


IN_A_TABLE = """\
Title
=====

.. term:: client

   One who pays.

.. term:: customer

   One who buys.

.. list-table::

   * - .. glossary-index::
   * - .. glossary-coverage::
   * - .. compare:: client; customer

          One pays, one buys.

          .. aspects::

             * - | Money
                 | paid

                 * in cash
               - much, see :term:`customer`
               - little
             * -
               -
               - nothing
"""


@pytest.mark.parametrize("builder", ["text", "man"])
def test_tables_of_ours_in_a_table_where_there_can_be_none(
    build: Callable[..., Built], builder: str
) -> None:
    built = build({"index.rst": IN_A_TABLE}, builder)
    assert built.warnings == []
    text = content(built, builder)
    words = ("Money paid", "in cash", "client", "much", "customer", "little", "nothing")
    assert re.search(".*".join(words), text, re.DOTALL)
    # the index has its coverage below it
    assert text.count("English") == 2
