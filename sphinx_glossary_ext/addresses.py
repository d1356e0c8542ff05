"""Where the pages of a site stand: in each language, seen from another page or from the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

from sphinx_glossary_ext.linguistics.locales import url_code

if TYPE_CHECKING:
    from collections.abc import Mapping

READ_THE_DOCS_TEMPLATE: Final = "{root}../../{lang}/{version}/{page}{anchor}"

LINK_FIELDS: Final = ("root", "lang", "page", "anchor", "version")
"""What a link template can hold."""

_ABSOLUTE: Final = re.compile("https?://[^/]", re.IGNORECASE)


class Addresses(NamedTuple):
    """How addresses are made.

    :param template: from a page to one in another language; empty where that is not known
    :param version: what the template's ``{version}`` becomes
    :param base: where the root of this build is on the web, with a slash at its end; empty where
        that is not known
    """

    template: str = ""
    version: str = ""
    base: str = ""

    def relative(self, locale: str, *, root: str, page: str, anchor: str = "") -> str:
        """Return where *page* is in *locale*, seen from a page; nothing if that is not known.

        :param root: the way from that page up to the root of its build
        :param page: the address below the root of a build, quoted
        :param anchor: the place on *page*, with its ``#``
        """
        return self.template.format(
            root=root, lang=url_code(locale), page=page, anchor=anchor, version=self.version
        )

    def here(self, page: str, anchor: str = "") -> str:
        """Return where *page* of this build is on the web; nothing if that is not known.

        It is what Sphinx writes as ``rel="canonical"``: the base and the page's own address.
        """
        return f"{self.base}{page}{anchor}" if self.base else ""

    def absolute(self, locale: str, page: str) -> str:
        """Return where *page* is on the web in *locale*; nothing if that is not known.

        A template leads there from the page's own place on the web, unless it is absolute itself.
        """
        root = "../" * page.count("/")
        address = urljoin(self.here(page), self.relative(locale, root=root, page=page))
        return address if self.template and _ABSOLUTE.match(address) else ""


def find_addresses(template: str | None, base_url: str, environ: Mapping[str, str]) -> Addresses:
    """Return how addresses are made, from what is configured and what the environment says.

    :param template: ``glossary_link_template``; None: as Read the Docs has it, if it builds
    :param base_url: ``html_baseurl``; empty: what Read the Docs says, if it builds
    :param environ: the environment
    """
    is_hosted = environ.get("READTHEDOCS") == "True"
    hosted_base = environ.get("READTHEDOCS_CANONICAL_URL", "") if is_hosted else ""
    base = base_url or hosted_base
    if template is None:
        template = _hosted_template(hosted_base, environ) if is_hosted else ""
    return Addresses(
        template=template,
        version=environ.get("READTHEDOCS_VERSION", ""),
        base=base.removesuffix("/") + "/" if _ABSOLUTE.match(base) else "",
    )


def _hosted_template(base: str, environ: Mapping[str, str]) -> str:
    """Return the template for Read the Docs; none where a build has no siblings.

    Previews of a change are built one language at a time, each in a place of its own. A project
    whose addresses hold no language or no version has no translations there.
    """
    language, version = environ.get("READTHEDOCS_LANGUAGE"), environ.get("READTHEDOCS_VERSION")
    if environ.get("READTHEDOCS_VERSION_TYPE") == "external":
        return ""
    if base and language and not base.endswith(f"/{url_code(language)}/{version}/"):
        return ""
    return READ_THE_DOCS_TEMPLATE
