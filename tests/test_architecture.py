"""The house stands as designed: pure floors, arrows that point down, and small parts."""

from __future__ import annotations

import ast
import json
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sphinx_glossary_ext

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "sphinx_glossary_ext"
ROOT = Path(sphinx_glossary_ext.__file__).parent
FLOORS = {
    "model": 0,
    "problems": 0,
    "files": 0,
    # Catalogues find a name given twice by its key; linguistics knows no catalogues.
    "linguistics": 1,
    "addresses": 2,
    "catalogues": 2,
    "terminology": 3,
    "glossary": 3,
    "index": 3,
    "index_data": 3,
    "checks": 3,
    "concept_map": 3,
    "dot": 3,
    "exchange": 3,
    "language_links": 3,
    "glue": 4,
    "cli": 5,
    "__main__": 5,
}
GLUE = FLOORS["glue"]
FORBIDDEN = {"sphinx", "docutils", "myst_parser"}
MODULE_CEILING = 300
FUNCTION_CEILING = 40

SOURCES = sorted(ROOT.rglob("*.py"))
# The package itself stands on no floor: its setup() hands over to the glue.
ON_FLOORS = [source for source in SOURCES if source != ROOT / "__init__.py"]
MODULES = [module.name for module in pkgutil.walk_packages([str(ROOT)], f"{PACKAGE}.")]
TOP_MODULES = {module.name for module in pkgutil.iter_modules([str(ROOT)])}
PURE = [name for name in MODULES if FLOORS.get(name.split(".")[1]) != GLUE]


def test_every_module_has_a_floor() -> None:
    assert FLOORS.keys() >= TOP_MODULES


def test_pure_floors_load_neither_sphinx_nor_docutils() -> None:
    program = (
        "import importlib, json, sys\n"
        "for name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, json.dumps(PURE)],
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert PACKAGE in loaded
    assert loaded & FORBIDDEN == set()


@pytest.mark.parametrize("source", ON_FLOORS, ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_point_down(source: Path) -> None:
    part = source.relative_to(ROOT).with_suffix("").parts[0]
    floor = FLOORS[part]
    for module in imported_modules(source):
        top, _, rest = module.partition(".")
        if floor != GLUE:
            assert top not in FORBIDDEN, f"{module} is for the glue alone"
        if top == PACKAGE and rest:
            target = rest.split(".")[0]
            assert FLOORS[target] <= floor, f"{part} is below {target}"
            assert part not in {"cli", "__main__"} or target != "glue", "cli starts Sphinx"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_parts_are_small(source: Path) -> None:
    text = source.read_text("utf-8")
    assert len(text.splitlines()) <= MODULE_CEILING
    too_long = {
        node.name: lines
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_CEILING
    }
    assert too_long == {}


def imported_modules(source: Path) -> Iterator[str]:
    """Yield what *source* imports, wherever in it: late and type-checking imports too."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source}:{node.lineno}: a relative import"
            yield node.module or ""
            # ``from package import module`` names the module only in its list, where a plain
            # name such as ``__version__`` may stand too.
            if node.module == PACKAGE:
                yield from (f"{PACKAGE}.{a.name}" for a in node.names if a.name in TOP_MODULES)
