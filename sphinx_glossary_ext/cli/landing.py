"""The page above the languages: a link to each, in its own name."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sphinx_glossary_ext.linguistics.locales import (
    language_name,
    language_tag,
    parse_locale,
    url_code,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_STYLE: Final = """\
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --page: #fff;
  --line: #d1d9e0; --link: #0550ae }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --muted: #9198a1;
  --page: #0d1117; --line: #3d444d; --link: #79c0ff } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem 1.25rem;
  background: var(--page); color: var(--text); font: 1.125rem/1.5 system-ui, sans-serif }
main { width: min(28rem, 100vw - 2.5rem) }
h1 { margin: 0 0 1.5rem; font-size: 1.75rem; line-height: 1.25; overflow-wrap: anywhere }
ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line) }
a { display: flex; justify-content: space-between; gap: 1rem; padding: .75rem 0;
  color: var(--link); text-decoration: none }
a:hover span { text-decoration: underline }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px }
code { color: var(--muted); font: .875rem/1.75 ui-monospace, monospace }"""

_SCRIPT: Final = """\
// what the reader's browser asks for comes first; to lead the reader there unasked would be a trap
const list = document.querySelector("ul");
const language = (tag) => tag.toLowerCase().split("-")[0];
const tagOf = (item) => item.querySelector("a").hreflang;
for (const wanted of [...(navigator.languages ?? [])].reverse()) {
  const found = [...list.children].filter((item) => language(tagOf(item)) === language(wanted));
  list.prepend(...found);
  list.prepend(...found.filter((item) => tagOf(item).toLowerCase() === wanted.toLowerCase()));
}"""

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1 id="title">{title}</h1>
<nav aria-labelledby="title">
<ul>
{links}
</ul>
</nav>
</main>
<script>
{script}
</script>
</body>
</html>
"""

_LINK: Final = (
    '<li><a href="{href}" lang="{tag}" hreflang="{tag}" dir="{direction}">'
    '<span>{name}</span> <code aria-hidden="true">{tag}</code></a></li>'
)


def landing_page(languages: Sequence[str], title: str, *, page: str = "index.html") -> str:
    """Return the landing page as HTML: it loads nothing, and has no sentence to be translated.

    It is not one of the first pages' alternates, each of which names the others itself.

    :param languages: locale codes, of which the folders have the names; the title is in the first
    :param title: the project's name, as plain text
    :param page: the page of each folder to open; a name, so that it works from ``file://``
    """
    links = "\n".join(_link(code, page) for code in languages)
    lang = escape(language_tag(languages[0]))
    return _PAGE.format(lang=lang, title=escape(title), style=_STYLE, links=links, script=_SCRIPT)


def _link(code: str, page: str) -> str:
    locale = parse_locale(code)
    return _LINK.format(
        href=escape(quote(f"{url_code(code)}/{page}")),
        tag=escape(language_tag(code)),
        direction=locale.text_direction if locale else "auto",
        name=escape(language_name(code)),
    )
