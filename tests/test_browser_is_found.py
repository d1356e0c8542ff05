"""Without a browser the tests that need one are skipped, and say so; CI takes no skip."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NEEDS_A_BROWSER = "tests/browser/test_card.py::test_by_keyboard"


@pytest.mark.parametrize(("ci", "outcome"), [("", "1 skipped"), ("true", "1 error")])
def test_a_missing_browser_is_said(tmp_path: Path, ci: str, outcome: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", NEEDS_A_BROWSER],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PATH": str(tmp_path), "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in done.stdout
    assert "no browser test is run" in done.stdout
