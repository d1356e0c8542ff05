"""The knowledge base and the manual; the language is Read the Docs' or that of ``-D language``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# the manual's own directives
sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx-glossary-ext"
author = "The sphinx-glossary-ext founders"
copyright = "The sphinx-glossary-ext founders"  # noqa: A001
extensions = [
    "myst_parser",
    "sphinx_glossary_ext",
    "foreign_words",
    "reference_tables",
    "source_and_result",
    "style_properties",
]
myst_enable_extensions = ["colon_fence"]
language = os.environ.get("READTHEDOCS_LANGUAGE", "en")
locale_dirs = ["../locales"]
gettext_compact = False
gettext_uuid = False
# for maintainers: neither built nor translated
exclude_patterns = ["_build", "glossary/sources.md", "glossary/to-review.md"]
html_theme = "furo"
html_title = "sphinx-glossary-ext"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["search-words.js"]
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
if os.environ.get("READTHEDOCS") != "True":
    # as ``sphinx-glossary build`` lays the languages out
    glossary_link_template = "{root}../{lang}/{page}{anchor}"

# as the manual's "Make PDFs" tells
latex_engine = "xelatex"
latex_docclass = {"manual": "report", "howto": "article"}
latex_elements = {
    "fncychap": "",
    "fvset": r"\fvset{fontsize=auto,formatcom=\xeCJKVerbAddon}",
    "extrapackages": r"""
\usepackage{xeCJK}
\setCJKmainfont{Noto Serif CJK JP}
\setCJKsansfont{Noto Sans CJK JP}
\setCJKmonofont{Noto Sans Mono CJK JP}
\xeCJKsetup{CJKspace=true}
\normalspacedchars{‘’“”…—·}
""",
}


def set_korean_fonts(app, config):
    """Leave Hangul to the main font: xeCJK loses the spaces before links."""
    if config.language == "ko":
        config.latex_elements["extrapackages"] += r"""
\setmainfont{Noto Serif CJK KR}
\setsansfont{Noto Sans CJK KR}
\setmonofont{Noto Sans Mono CJK KR}
\xeCJKDeclareCharClass{Default}{"1100 -> "11FF, "3130 -> "318F, "AC00 -> "D7A3}
"""


def setup(app):
    """Connect what is above."""
    app.connect("config-inited", set_korean_fonts)
