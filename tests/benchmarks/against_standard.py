"""The same text as ``term`` directives, as a standard ``glossary`` and as plain text."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import Figures, count_instructions, measure_build, medians
from projects import write_catalogues, write_project

OURS = "extensions = ['sphinx_glossary_ext']"
CATALOGUES = f"{OURS}\nlocale_dirs = ['locales']"
VARIANTS = {
    "standard": ("standard", ""),
    "plain": ("plain", ""),
    "term": ("term", f"{OURS}\nglossary_index_page = False"),
    "term, 3 languages, index": ("term", CATALOGUES),
}


def main() -> None:
    """Build every variant in turn, and print its figures beside the standard glossary's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1, help="thousands of concepts")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--instructions", action="store_true", help="count instructions with valgrind instead"
    )
    options = parser.parse_args()
    total = options.size * 1000
    found: dict[str, list[Figures]] = {variant: [] for variant in VARIANTS}
    with TemporaryDirectory() as name:
        for variant, (form, conf) in VARIANTS.items():
            write_project(Path(name, variant), form, total, conf=conf)
            if "languages" in variant:
                write_catalogues(Path(name, variant), total)
        if options.instructions:
            report_instructions({v: count_instructions(Path(name, v)) for v in VARIANTS})
            return
        for _run in range(options.runs):
            for variant, figures in found.items():
                figures.append(measure_build(Path(name, variant)))
    report(total, {variant: medians(figures) for variant, figures in found.items()})


def report_instructions(found: dict[str, int]) -> None:
    """Print a line per variant."""
    for variant, count in found.items():
        ratio = count / found["standard"]
        print(f"{variant:26} {count / 1e9:7.2f} thousand million instructions {ratio:5.2f} x")


def report(total: int, found: dict[str, Figures]) -> None:
    """Print a line per variant."""
    standard, plain = found["standard"], found["plain"]
    print(f"{total} concepts; medians; ratios to the standard glossary")
    for variant, figures in found.items():
        times = figures.seconds / standard.seconds
        print(
            f"{variant:26} {figures.seconds:7.2f} s user {times:5.2f} x"
            f"   {figures.mebibytes:7.1f} MiB {figures.mebibytes / standard.mebibytes:5.2f} x"
            f"   added to plain text {figures.seconds - plain.seconds:7.2f} s"
        )


if __name__ == "__main__":
    main()
