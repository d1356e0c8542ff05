"""How what we add to plain text grows with its length: 1,000 concepts, and ten times that."""

from __future__ import annotations

import argparse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from measuring import count_instructions, measure_build
from projects import write_project

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SIZES: Final = {1000: 5, 10_000: 1}
"""Numbers of concepts, and how often each is built in a run: short builds vary the most."""
FORMS: Final = {
    "plain": "",
    "term": "extensions = ['sphinx_glossary_ext']\nglossary_index_page = False",
}


def main() -> None:
    """Build plain text and terms at the same moment, size by size, and print how both grow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--instructions", action="store_true", help="count instructions with valgrind instead"
    )
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        for total in SIZES:
            for form, conf in FORMS.items():
                write_project(Path(name, f"{form}{total}"), form, total, conf=conf)
        if options.instructions:
            counts = [measure(Path(name), total, count_billions) for total in SIZES]
            report(counts, "thousand million instructions")
            return
        found: dict[int, list[tuple[float, ...]]] = {total: [] for total in SIZES}
        for _run in range(options.runs):
            for total, times in SIZES.items():
                found[total] += [measure(Path(name), total, seconds_of) for _ in range(times)]
    report([typical(pairs) for pairs in found.values()], "s")


def typical(pairs: Sequence[tuple[float, ...]]) -> tuple[float, float]:
    """Return the median of plain text, and that with the median of what is added in a pair."""
    plain = median(plain for plain, _term in pairs)
    return plain, plain + median(term - plain for plain, term in pairs)


def measure(root: Path, total: int, cost: Callable[[Path], float]) -> tuple[float, ...]:
    """Return the *cost* of each form, built side by side: what slows one slows the other."""
    with ThreadPoolExecutor(len(FORMS)) as pool:
        return tuple(pool.map(cost, [root / f"{form}{total}" for form in FORMS]))


def seconds_of(source: Path) -> float:
    """Return the user time of a build."""
    return measure_build(source).seconds


def count_billions(source: Path) -> float:
    """Return how many thousand million instructions a build takes."""
    return count_instructions(source) / 1e9


def report(found: Sequence[tuple[float, ...]], unit: str) -> None:
    """Print a line per size, and how many times as much the larger one takes."""
    for total, (plain, term) in zip(SIZES, found, strict=True):
        print(f"{total:6}: plain {plain:8.2f}, term {term:8.2f}, added {term - plain:8.2f} {unit}")
    small, large = found
    added = (large[1] - large[0]) / (small[1] - small[0])
    print(f"plain text grows {large[0] / small[0]:.1f}-fold, what is added {added:.1f}-fold")


if __name__ == "__main__":
    main()
