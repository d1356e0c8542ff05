"""The wheel, as another project meets it: built, installed into an empty environment, used."""

from __future__ import annotations

import gettext
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("build", reason="the wheel is built with the package build")
pytest.importorskip("hatchling", reason="hatchling is the build backend")

pytestmark = pytest.mark.packaging

CHECKOUT = Path(__file__).parents[2]
LANGUAGES = ("ja", "ko", "fi")

# A checkout on the path would hide what the wheel lacks.
CLEAN = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def call(*command: object, cwd: Path) -> str:
    """Run a program; when it fails, show all it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=CLEAN,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from the sdist: what the one lacks, the other misses."""
    folder = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--no-isolation", "-o", folder, CHECKOUT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (path,) = dist.glob("*.whl")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wheel_carries_the_compiled_interface(wheel: Path, language: str) -> None:
    name = f"sphinx_glossary_ext/locale/{language}/LC_MESSAGES/sphinx_glossary_ext.mo"
    with zipfile.ZipFile(wheel) as archive, archive.open(name) as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    assert catalogue.info()["language"] == language


def test_the_wheel_holds_the_package_alone(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "sphinx_glossary_ext/py.typed" in names
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"sphinx_glossary_ext"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_same_source_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    # From the checkout this time: the sdist lost nothing, and no date got in.
    options = ("--wheel", "--no-isolation", "-o", tmp_path)
    call(sys.executable, "-m", "build", *options, CHECKOUT, cwd=tmp_path)
    (again,) = tmp_path.glob("*.whl")
    assert contents(again) == contents(wheel)


def test_the_source_distribution_is_complete(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"LICENSE", "README.md", "hatch_build.py", "pyproject.toml", "docs/Makefile"}
    assert wanted <= names
    assert not [name for name in names if name.endswith(".mo") or "_build/" in name]


def test_a_project_can_use_it(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    call(sys.executable, "-m", "venv", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    call(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text('extensions = ["sphinx_glossary_ext"]\n', "utf-8")
    (source / "index.rst").write_text(
        "Tea\n===\n\n.. term:: tea\n\n   A drink.\n\nDrink :term:`tea`.\n", "utf-8"
    )
    build = (scripts / "sphinx-glossary", "build", source, tmp_path / "html")
    printed = call(*build, "--fail-on-warning", cwd=tmp_path)
    assert "warnings: 0" in printed
    assert 'id="term-tea"' in (tmp_path / "html/en/index.html").read_text("utf-8")


def contents(archive: Path) -> dict[str, bytes]:
    """Read every file of a wheel."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
