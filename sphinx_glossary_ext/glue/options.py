"""A directive's options, read so that every mistake is reported at its own line."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_glossary_ext.glue.config import check_locales
from sphinx_glossary_ext.glue.fences import find_long_fence
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.linguistics.nearest import nearest
from sphinx_glossary_ext.linguistics.slugs import SlugError, is_valid_id
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_glossary_ext.glue.domain import GlossaryDomain

Value = TypeVar("Value")

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"\\^`{|}]*[^\s<>\"\\^`{|};,]")
"""A URI with a scheme (RFC 3986, 3); a comma or semicolon at its end separates it from the next."""


class AnyOption(dict[str, Callable[[str], Any]]):
    """An option_spec that takes every option as text.

    Left to themselves, reST drops a directive for one unknown option and MyST drops the option
    without naming the nearest one.
    """

    def __missing__(self, name: str) -> Callable[[str], str]:
        return directives.unchanged


class GlossaryDirective(SphinxDirective, ABC):
    """What our directives share: the domain, options with lines, warnings with places."""

    has_content = True
    final_argument_whitespace = True
    known_options: tuple[str, ...] = ()
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = AnyOption(
        name=directives.unchanged, **{"class": directives.unchanged}
    )

    def run(self) -> list[nodes.Node]:
        """Note that the page has something of ours, then make it."""
        self.domain.touched.add(self.env.docname)
        self.report_unknown_options()
        self.report_long_fence()
        return self.make_nodes()

    @abstractmethod
    def make_nodes(self) -> list[nodes.Node]:
        """Return what stands on the page."""

    @property
    def domain(self) -> GlossaryDomain:
        """The glossary domain."""
        return cast("GlossaryDomain", self.env.domains["glossary"])

    def warn(self, kind: ProblemKind, message: str, option: str = "", *, offset: int = 0) -> None:
        """Report a mistake at the line of *option*, else *offset* lines into the directive."""
        source, line = self.place_of(option, offset=offset)
        warn(kind, message, f"{source}:{line}")

    def place_of(self, option: str = "", *, offset: int = 0) -> tuple[str, int]:
        """Return the file and line of *option*, else of the line *offset* of the directive."""
        lines_before = self._offset_of(option) if option else offset
        source, line = self.state_machine.get_source_and_line(self.lineno + lines_before)
        path = Path(source or self.env.doc2path(self.env.docname))
        # an included file is named as seen from the working directory
        is_included = not path.is_absolute() and path.is_file()
        return str(path.resolve() if is_included else path), line or self.lineno

    def report_unknown_options(self) -> None:
        """Report every option that this directive does not have, and drop it."""
        allowed = (*self.known_options, "name", "class")
        for option in [name for name in self.options if name not in allowed]:
            near = nearest(option, allowed, most=1)
            hint = f"did you mean :{near[0]}:?" if near else f"it has {', '.join(sorted(allowed))}"
            message = f"the {self.name} directive has no option :{option}:; {hint}"
            self.warn(ProblemKind.UNKNOWN_OPTION, message, option)
            del self.options[option]

    def report_long_fence(self) -> None:
        """Report an inner fence that ends this directive in the place of its own closing fence."""
        if offset := find_long_fence(self.block_text):
            message = (
                f"this fence is as long as that of the {self.name} directive around it, which it "
                "ends too early; make the outer fence longer"
            )
            self.warn(ProblemKind.FENCE_LENGTH, message, offset=offset)

    def text(self, option: str) -> str:
        """Return the value of *option* in one line, empty if it is not given."""
        value = self.options.get(option)
        return " ".join(value.split()) if value else ""

    def flag(self, option: str) -> bool:
        """Return whether *option* is given; a value with it is reported."""
        if self.text(option):
            message = f":{option}: takes no value; leave {self.text(option)!r} out"
            self.warn(ProblemKind.INVALID_VALUE, message, option)
        return option in self.options

    def several(self, option: str) -> tuple[str, ...]:
        """Return the values of *option*, ``;`` between them; a doubled one counts once."""
        if option not in self.options:
            return ()
        parts = (part.strip() for part in self.text(option).split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def addresses(self, option: str) -> tuple[str, ...]:
        """Return the addresses in *option*, spaces between them; what is none is reported."""
        words = self.text(option).split()
        for word in words:
            if not _ADDRESS.fullmatch(word):
                hint = "write URIs such as https://example.org/client, with spaces between them"
                message = f":{option}: has {word!r}, which is no address; {hint}"
                self.warn(ProblemKind.INVALID_VALUE, message, option)
        return tuple(filter(_ADDRESS.fullmatch, words))

    def choice(self, option: str, allowed: Mapping[str, Value], default: Value) -> Value:
        """Return what *allowed* has for the value of *option*; report any other."""
        value = self.text(option)
        if not value and option not in self.options:
            return default
        if value not in allowed:
            message = f":{option}: is {value!r}; allowed is {', '.join(allowed)}"
            self.warn(ProblemKind.INVALID_VALUE, message, option)
            return default
        return allowed[value]

    def parse_id(self, make_default: Callable[[], str], hint: str = "add an :id: in ASCII") -> str:
        """Return the given id, else the default; nothing, reported, if neither will do.

        :param make_default: returns the default, or raises SlugError
        :param hint: what to do where there is no default
        """
        written = self.text("id")
        if written and is_valid_id(written):
            return written
        if written:
            allowed = "ASCII letters and digits, with single hyphens between them"
            message = f":id: is {written!r}; allowed are {allowed}"
            self.warn(ProblemKind.INVALID_ID, message, "id")
        try:
            return make_default()
        except SlugError as error:
            if not written:
                self.warn(ProblemKind.INVALID_ID, f"{error}; {hint}")
            return ""

    def languages(self) -> tuple[str, ...]:
        """Return the locales of ``:languages:``; none, given or left after a mistake, means all."""
        languages = tuple(self.text("languages").replace(";", " ").split())
        if check_locales(languages):
            allowed = "allowed are locales such as ja or pt_BR"
            message = f":languages: is {' '.join(languages)!r}; {allowed}"
            self.warn(ProblemKind.INVALID_VALUE, message, "languages")
            return ()
        return languages

    def classes(self) -> list[str]:
        """Return the value of ``:class:`` as docutils wants it; report an unusable one."""
        if not self.text("class"):
            return []
        try:
            return list(directives.class_option(self.options["class"]))
        except ValueError as error:
            self.warn(ProblemKind.INVALID_VALUE, f":class: is no class name: {error}", "class")
            return []

    def _offset_of(self, option: str) -> int:
        pattern = re.compile(rf"\s*:?{re.escape(option)}:")
        lines = self.block_text.splitlines()
        return next((i for i, line in enumerate(lines) if pattern.match(line)), 0)
