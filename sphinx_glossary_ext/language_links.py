"""From a page to itself in the other languages: for readers, and for search engines."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from sphinx_glossary_ext.linguistics.locales import language_name, language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_glossary_ext.addresses import Addresses


class LanguageLink(NamedTuple):
    """A link to a page in another language: its tag, what it calls itself, the address."""

    lang: str
    name: str
    url: str


class Alternate(NamedTuple):
    """Where a page is on the web in the language *hreflang*."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class LanguageLinks:
    """What every page of a build says of itself in other languages.

    Pages are given by their addresses below the root of the build, quoted.

    :param locale: that of the build
    :param locales: all in which the site can be read, the source language first
    :param addresses: where pages stand
    :param label: what is written before the links; where it is empty, pages show none
    :param label_locale: that of the label, where it is not the pages'
    """

    locale: str
    locales: tuple[str, ...]
    addresses: Addresses
    label: str = ""
    label_locale: str = ""

    @property
    def others(self) -> tuple[str, ...]:
        """The languages that one can change to."""
        return tuple(locale for locale in self.locales if locale != self.locale)

    def links(self, page: str) -> Iterator[LanguageLink]:
        """Yield a link to *page* in each of the other languages."""
        root = "../" * page.count("/")
        for locale in self.others:
            url = self.addresses.relative(locale, root=root, page=page)
            yield LanguageLink(language_tag(locale), language_name(locale), url)

    def nav_html(self, page: str) -> str:
        """Return the links for readers of *page*; nothing without a label.

        A landmark, so that screen readers can jump to it; its label tells it from others (WAI-ARIA,
        role "navigation"). Each name is marked as what it is, the language of another page as
        ``hreflang`` (HTML, "Links", WCAG 3.1.2).
        """
        if not self.label:
            return ""
        items = "".join(map(_item_html, self.links(page)))
        lang = f' lang="{language_tag(self.label_locale)}"' if self.label_locale else ""
        return (
            '<nav class="glossary-languages" aria-labelledby="glossary-languages-label">\n'
            f'<span id="glossary-languages-label"{lang}>{escape(self.label)}</span>\n'
            f"<ul>\n{items}</ul>\n</nav>\n"
        )

    def alternates(self, page: str) -> list[Alternate]:
        """Return where *page* is in every language, its own included, and for all others.

        Search engines ask for complete addresses, for the page's own among them, and that all
        pages of a set name the same ones; ``x-default`` is for readers of any other language, and
        is the source language here. So there is none where the addresses are not known, where the
        build is not of the set, or where the page's own address is not the canonical one.
        """
        addresses = self.addresses
        own = addresses.absolute(self.locale, page)
        if not own or self.locale not in self.locales or own != (addresses.here(page) or own):
            return []
        found: dict[str, str] = {}
        for locale in self.locales:
            found.setdefault(language_tag(locale), addresses.absolute(locale, page))
        found["x-default"] = addresses.absolute(self.locales[0], page)
        return [Alternate(*pair) for pair in found.items()]

    def alternates_html(self, page: str) -> str:
        """Return the links for search engines, for the head of *page*."""
        return "".join(
            f'<link rel="alternate" hreflang="{escape(tag)}" href="{escape(url)}" />\n'
            for tag, url in self.alternates(page)
        )

    def language_of_base(self, page: str) -> str:
        """Return which other language's address the base gives to *page*; nothing if none's."""
        here = self.addresses.here(page)
        found = (locale for locale in self.others if self.addresses.absolute(locale, page) == here)
        return next(found, "") if here else ""


def _item_html(link: LanguageLink) -> str:
    tag, name, url = map(escape, link)
    return f'<li><a rel="alternate" href="{url}" lang="{tag}" hreflang="{tag}">{name}</a></li>\n'
