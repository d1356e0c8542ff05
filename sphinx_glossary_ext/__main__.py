"""The program: ``sphinx-glossary``, also ``python -m sphinx_glossary_ext``."""

from __future__ import annotations

import io
import sys

from sphinx_glossary_ext.cli import run


def main() -> int:
    """Run the program with the command line's arguments; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Names of languages and warnings are printed: a terminal that lacks a letter must
        # show a substitute, not end the program.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
