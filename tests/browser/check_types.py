"""Check the types of the JavaScript with TypeScript; the comments in it are its annotations.

TypeScript comes from npm, in the version of ``package.json``, the first time it is needed. Without
npm nothing is checked, and that is said; where ``CI`` is set, it is a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
COMPILER: Final = HERE / "node_modules" / "typescript"


def main() -> int:
    """Return 0 if all types are right or nothing can be checked here."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        print("JavaScript: types not checked, because npm is not installed")
        return 1 if os.environ.get("CI") else 0
    if _version(COMPILER) != _wanted():
        options = ("--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run([npm, "install", *options], cwd=HERE, check=True, stdout=sys.stderr)
    compiler = [node, str(COMPILER / "bin" / "tsc"), "--project", str(HERE)]
    status = subprocess.run(compiler, check=False).returncode
    if not status:
        print("JavaScript: all types are right")
    return status


def _wanted() -> str:
    packages = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    return str(packages["typescript"])


def _version(package: Path) -> str:
    path = package / "package.json"
    return str(json.loads(path.read_text("utf-8"))["version"]) if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
