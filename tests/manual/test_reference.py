"""The reference: it is complete, and its examples are built."""

from __future__ import annotations

import html
import json
import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from manual.fences import DOCS, MANUAL, Block, examples, run_module

import sphinx_glossary_ext
from sphinx_glossary_ext import exchange
from sphinx_glossary_ext.cli import run
from sphinx_glossary_ext.glue.config import GlossaryConfig
from sphinx_glossary_ext.glue.directives import DIRECTIVES
from sphinx_glossary_ext.glue.directives.compare import CompareDirective
from sphinx_glossary_ext.glue.directives.index import COLUMNS, IndexDirective
from sphinx_glossary_ext.glue.directives.term import TermDirective
from sphinx_glossary_ext.glue.roles import ROLES
from sphinx_glossary_ext.model import ConceptStatus, PartOfSpeech
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects import Built

pytest.importorskip("myst_parser", reason="the manual is written in MyST")

STATIC = Path(sphinx_glossary_ext.__file__).parent / "static"
EXAMPLES = list(examples("reference/directives.md"))
OTHERS = ("vehicle", "cyclist", "helmet", "motorcycle", "bicycle")
"""What the examples refer to without defining it."""
SCHEMA = Path(str(exchange.__file__)).with_name("glossary.schema.json")


@pytest.fixture
def reference(documentation: Callable[[str], Path]) -> Callable[[str], str]:
    """Return a function from the name of a page to its plain text."""
    folder = documentation("en")

    def text(name: str) -> str:
        content = (folder / "manual" / "reference" / f"{name}.html").read_text("utf-8")
        article = content.partition("<article")[2].partition("</article>")[0]
        return html.unescape(re.sub(r"<[^>]*>", "", article))

    return text


def option_names(page: str) -> set[str]:
    """Return what stands as an option in the first column of a table of *page*."""
    source = (MANUAL / "reference" / page).read_text("utf-8")
    return set(re.findall(r"^\| `:([a-z-]+):` \|", source, re.MULTILINE))


def test_every_warning_is_listed(reference: Callable[[str], str]) -> None:
    text = reference("warnings")
    listed = re.findall(r"\bglossary\.(\w+)\s+(?=[A-Z]\w* )", text)
    assert listed == [kind.value for kind in ProblemKind]


def test_every_value_is_listed(reference: Callable[[str], str]) -> None:
    text = reference("configuration")
    for item in fields(GlossaryConfig):
        before_quotes = item.metadata["help"].partition("'")[0]
        assert re.search(rf"\bglossary_{item.name}\s", text)
        assert before_quotes in text


def test_every_property_of_the_schema_is_listed(reference: Callable[[str], str]) -> None:
    text = reference("json")
    described = list(_described(json.loads(SCHEMA.read_text("utf-8"))))
    assert len(described) > 40
    for name, meaning in described:
        assert name in text
        assert meaning in text


def test_types_are_called_as_their_sections_are(tmp_path: Path) -> None:
    source, output = tmp_path / "source", tmp_path / "html"
    catalogue = source / "locales" / "fi" / "LC_MESSAGES" / "index.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "Locale"\nmsgstr "Kielitunnus"\n', "utf-8")
    conf = f"import sys; sys.path.insert(0, {str(DOCS / '_ext')!r})\n"
    conf += "extensions = ['reference_tables']\nlocale_dirs = ['locales']\nlanguage = 'fi'\n"
    (source / "conf.py").write_text(conf, "utf-8")
    (source / "index.rst").write_text("Format\n======\n\n.. schema-tables::\n", "utf-8")
    run_module("sphinx", "-q", "-b", "html", source, output)
    links = re.findall(
        r'href="#json-locale">([^<]*)</a>', (output / "index.html").read_text("utf-8")
    )
    assert set(links) - {"¶"} == {"Kielitunnus"}


def test_every_property_of_the_style_sheets_is_listed(reference: Callable[[str], str]) -> None:
    sheets = [path.read_text("utf-8") for path in STATIC.glob("*.css")]
    used = {name for sheet in sheets for name in re.findall(r"var\(\s*(--glossary-[\w-]+)", sheet)}
    # set by a script, from the number of columns
    used.remove("--glossary-found-columns")
    listed = re.findall(r"^(--glossary-[\w-]+)$", reference("../how-to/themes"), re.MULTILINE)
    assert sorted(listed) == sorted(used)


def _described(schema: object) -> list[tuple[str, str]]:
    if not isinstance(schema, dict):
        return []
    own = [
        (name, value["description"])
        for name, value in schema.get("properties", {}).items()
        if "description" in value
    ]
    return own + [pair for value in schema.values() for pair in _described(value)]


def test_every_option_is_explained_and_no_other() -> None:
    known = {
        *map(str, TermDirective.known_options),
        *CompareDirective.known_options,
        *IndexDirective.known_options,
    }
    assert option_names("directives.md") == known


def test_every_allowed_value_is_named() -> None:
    source = (MANUAL / "reference" / "directives.md").read_text("utf-8")
    values = (*PartOfSpeech, *ConceptStatus, *COLUMNS)
    assert [value for value in values if f"`{value}`" not in source] == []


def test_every_directive_and_role_has_a_section() -> None:
    directives = (MANUAL / "reference" / "directives.md").read_text("utf-8")
    roles = (MANUAL / "reference" / "roles.md").read_text("utf-8")
    assert [name for name in DIRECTIVES if f"\n## `{name}`\n" not in directives] == []
    headings = {name: name if name == "term" else f"glossary:{name}" for name in ROLES}
    assert [name for name in headings.values() if f"\n## `{name}`\n" not in roles] == []


@pytest.mark.parametrize("command", ["build", "update", "stat"])
def test_every_command_is_described_as_its_help_has_it(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    usage = capsys.readouterr().out.partition("positional arguments")[0]
    source = (MANUAL / "reference" / "command-line.md").read_text("utf-8")
    section = source.partition(f"\n## `{command}`\n")[2].partition("\n## ")[0]
    documented = re.findall(r"^\| `(--[^`]+)` \|", section, re.MULTILINE)
    offered = re.findall(r"\[(--[^\]]+)\]", usage)
    assert sorted(documented) == sorted(offered)
    positional = " ".join(re.findall(r"\b[A-Z]+DIR\b", usage))
    assert f"$ sphinx-glossary {command} {positional}\n" in section


def test_every_command_is_described(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    offered = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    source = (MANUAL / "reference" / "command-line.md").read_text("utf-8")
    assert re.findall(r"^## `(\w+)`$", source, re.MULTILINE) == offered


@pytest.mark.parametrize("block", EXAMPLES, ids=[block.text[:24] for block in EXAMPLES])
def test_the_examples_build_without_a_warning(build: Callable[..., Built], block: Block) -> None:
    others = "\n".join(
        f":::{{term}} {name}\n:subject: Cycling\n\nAnother concept.\n:::\n"
        for name in OTHERS
        if f"{{term}} {name}" not in block.text
    )
    index = f"# Title\n\n{others}\n\n```{{toctree}}\nexample\n```\n"
    example = {
        "markdown": {"example.md": f"# Example\n\n{block.text}"},
        "rst": {"example.rst": f"Example\n=======\n\n{block.text}"},
    }
    files = {"index.md": index, **example[block.language]}
    built = build(files, po={"ja/terminology": {"bicycle": "自転車"}})
    assert built.warnings == []
    body = built.html("example").partition('<div class="body"')[2]
    assert re.search(r'class="[^"]*\bglossary', body)
