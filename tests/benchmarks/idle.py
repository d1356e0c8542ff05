"""A project with the extension on and no term, against the same project without it."""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from measuring import measure_build
from projects import write_project


def main() -> None:
    """Build both in turn, pair by pair, and print the median of the pairs' ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15)
    options = parser.parse_args()
    ratios = []
    with TemporaryDirectory() as name:
        with_ours, without = Path(name, "with"), Path(name, "without")
        write_project(with_ours, "plain", 1000, conf="extensions = ['sphinx_glossary_ext']")
        write_project(without, "plain", 1000)
        for _pair in range(options.pairs):
            ours, theirs = measure_build(with_ours), measure_build(without)
            ratios.append(ours.seconds / theirs.seconds)
    low, high = min(ratios), max(ratios)
    print(f"{options.pairs} pairs: median {median(ratios):.3f} x ({low:.3f} to {high:.3f})")


if __name__ == "__main__":
    main()
