"""The map of a concept as a drawing: laid out by Graphviz, drawn here as SVG in the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from sphinx.locale import get_translation

from sphinx_glossary_ext.concept_map import SYMMETRIC, ConceptMap, MapLink, map_around
from sphinx_glossary_ext.dot import Box, Curve, Layout, Line, Point, dot_source, parse_layout
from sphinx_glossary_ext.glue.nodes import HAS_CARD
from sphinx_glossary_ext.glue.writing.names import distinct_name, shared_names
from sphinx_glossary_ext.glue.writing.pieces import in_parentheses
from sphinx_glossary_ext.glue.writing.strings import relation_label
from sphinx_glossary_ext.linguistics.locales import language_tag
from sphinx_glossary_ext.linguistics.widths import is_right_to_left, width, wrap
from sphinx_glossary_ext.model import Concept, Relation

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from sphinx_glossary_ext.glue.writing.context import PageContext

_ = get_translation("sphinx_glossary_ext")

FONT_SIZE: Final = 14
LABEL_FONT_SIZE: Final = 12
LINE_HEIGHT: Final = 18
PADDING: Final = 10
LONGEST_LINE: Final = 11.0
"""In em: three boxes of this width stand side by side on most pages, one on every phone."""
MOST_LINES: Final = 3
MARGIN: Final = 3
"""Around the drawing, so that no stroke is cut at its edge."""


class MapName(NamedTuple):
    """A name as it stands in its box; *locale* where it is not the page's."""

    text: str
    lines: tuple[str, ...]
    locale: str

    @property
    def box(self) -> Box:
        """The box around the name."""
        # the middle one is bold, and browsers differ: a tenth to spare
        widest = max(map(width, self.lines), default=0) * FONT_SIZE * 1.1
        return Box(widest + 2 * PADDING, len(self.lines) * LINE_HEIGHT + PADDING)


class MapPlan(NamedTuple):
    """A map in the language of the page; *lines* are its links, in that order."""

    map: ConceptMap
    names: tuple[MapName, ...]
    lines: tuple[Line, ...]

    @property
    def source(self) -> str:
        """What ``dot`` is asked."""
        return dot_source([name.box for name in self.names], self.lines)


class Drawing(NamedTuple):
    """A map with its layout: all that a page shows of it but the addresses of its links."""

    plan: MapPlan
    layout: Layout


def drawing_of(context: PageContext, concept: Concept) -> Drawing | None:
    """Return the map of *concept*, if it is to have one and it could be laid out.

    The first call lays out the maps of all concepts, because a process for each takes far longer.
    """
    if not context.has_maps:
        return None
    if not context.drawings:
        context.drawings.update(_draw_all(context))
    return context.drawings.get(concept.id)


def _draw_all(context: PageContext) -> dict[str, Drawing | None]:
    plans = {concept.id: _plan(context, concept) for concept in context.glossary.published}
    sources = {id_: plan.source for id_, plan in plans.items() if plan}
    layouts: Mapping[str, str] = {}
    if sources:
        from sphinx_glossary_ext.glue.graphviz import lay_out

        layouts = lay_out(dict.fromkeys(sources.values()), context.builder)
    return {
        id_: _drawing(plan, layouts.get(sources[id_], "")) if plan else None
        for id_, plan in plans.items()
    }


def _drawing(plan: MapPlan, answer: str) -> Drawing | None:
    layout = parse_layout(answer, len(plan.names), plan.lines)
    return Drawing(plan, layout) if layout else None


def _plan(context: PageContext, concept: Concept) -> MapPlan | None:
    found = map_around(context.glossary, concept)
    if found is None:
        return None
    numbers = {concept.id: number for number, concept in enumerate(found.concepts)}
    shared = shared_names(context, found.concepts)
    names = tuple(_name(context, concept, shared) for concept in found.concepts)
    return MapPlan(found, names, tuple(_line(link, numbers) for link in found.links))


def _name(context: PageContext, concept: Concept, shared: Container[str]) -> MapName:
    pieces = distinct_name(context, concept, shared)
    text = "".join(piece.text for piece in pieces)
    return MapName(text, tuple(wrap(text, LONGEST_LINE, MOST_LINES)), pieces[0].locale)


def _line(link: MapLink, numbers: dict[str, int]) -> Line:
    """Return the line for *link*: what is broader is above, what replaces another below it."""
    source, target = numbers[link.source], numbers[link.target]
    room = width(_label(link.relation)) * LABEL_FONT_SIZE
    if link.relation is Relation.BROADER:
        return Line(target, source, room, arrow="upper")
    return Line(source, target, room, arrow="" if link.relation in SYMMETRIC else "lower")


def _label(relation: Relation) -> str:
    """Return what is written on a line; a plain one says by itself that two things are related."""
    if relation is Relation.RELATED:
        return ""
    # most lines say this, and there is little room between them
    return _("Broader") if relation is Relation.BROADER else relation_label(relation)


# ---- drawn


def map_html(context: PageContext, drawing: Drawing) -> str:
    """Return the drawing as SVG, in a frame that scrolls where it is too wide.

    It is a group and no image, whose contents nobody could reach (WAI-ARIA, "Children
    Presentational"); what its lines say, its description does (SVG-AAM, ``desc``).
    """
    plan, layout = drawing
    label = _("Concept map: {name}").replace("{name}", plan.names[0].text)
    x = y = -MARGIN
    size = (_number(layout.width + 2 * MARGIN), _number(layout.height + 2 * MARGIN))
    lines = "".join(map(_line_svg, plan.map.links, plan.lines, layout.curves))
    boxes = "".join(_boxes(context, drawing))
    # an attribute can be in one language only: its sentence's, and the names have their own
    spoken = escape(language_tag(context.interface_locale))
    lang = f' lang="{spoken}"' if spoken else ""
    return (
        f'<div class="glossary-map"><svg role="group"{lang} aria-label="{escape(label)}" '
        f'width="{size[0]}" height="{size[1]}" viewBox="{x} {y} {size[0]} {size[1]}" '
        f'font-size="{FONT_SIZE}" text-anchor="middle" fill="none" stroke="none">\n'
        f"<desc>{escape(_description(plan))}</desc>\n"
        f'<g class="glossary-map-lines" aria-hidden="true">\n{lines}</g>\n'
        f"{boxes}</svg></div>\n"
    )


def _description(plan: MapPlan) -> str:
    """Return the relations in words, none of them inflected."""
    names = {c.id: name.text for c, name in zip(plan.map.concepts, plan.names, strict=True)}
    told: dict[str, list[str]] = {}
    for link in plan.map.links:
        fact = f"{relation_label(link.relation)}{_(': ')}{names[link.target]}"
        told.setdefault(link.source, []).append(fact)
    return "\n".join(
        names[source] + in_parentheses(_(", ").join(facts)) for source, facts in told.items()
    )


def _line_svg(link: MapLink, line: Line, curve: Curve) -> str:
    first, *rest = curve.points
    head = label = ""
    if line.arrow:
        corners = " ".join(map(_pair, curve.arrowhead(at_start=line.arrow == "upper")))
        head = f'<polygon points="{corners}" fill="currentColor"/>'
    if curve.label:
        x, y = curve.label
        label = (
            f'<text x="{_number(x)}" y="{_number(y + LABEL_FONT_SIZE * 0.35)}" fill="currentColor" '
            f'font-size="{LABEL_FONT_SIZE}">{escape(_label(link.relation))}</text>'
        )
    return (
        f'<g class="glossary-map-{link.relation}">'
        f'<path d="M{_pair(first)}C{" ".join(map(_pair, rest))}" stroke="currentColor"/>'
        f"{head}{label}</g>\n"
    )


def _boxes(context: PageContext, drawing: Drawing) -> Iterator[str]:
    plan, layout = drawing
    css_class = f"reference internal {HAS_CARD}" if context.has_cards else "reference internal"
    for number, (concept, name) in enumerate(zip(plan.map.concepts, plan.names, strict=True)):
        content = _box(name, layout.boxes[number])
        locale = name.locale or (context.interface_locale and context.locale)
        lang = f' lang="{escape(language_tag(locale))}"' if locale else ""
        if number == 0:
            yield f'<g class="glossary-map-here"{lang}>{content}</g>\n'
            continue
        uri = escape(context.uri(concept.docname, concept.anchor))
        yield f'<a class="{css_class}" href="{uri}"{lang}{_full(name)}>{content}</a>\n'


def _full(name: MapName) -> str:
    """Return the attribute with the whole name, where the box has only some of it."""
    is_whole = "".join("".join(name.lines).split()) == "".join(name.text.split())
    return "" if is_whole else f' aria-label="{escape(name.text)}"'


def _box(name: MapName, middle: Point) -> str:
    x, y = middle
    wide, high = name.box.width, name.box.height
    direction = ' direction="rtl"' if is_right_to_left(name.text) else ""
    # from the middle of the first line to the foot of its letters is a third of an em
    top = y - (len(name.lines) - 1) * LINE_HEIGHT / 2 + FONT_SIZE * 0.35
    lines = " ".join(
        f'<tspan x="{_number(x)}" y="{_number(top + n * LINE_HEIGHT)}">{escape(line)}</tspan>'
        for n, line in enumerate(name.lines)
    )
    return (
        f'<rect x="{_number(x - wide / 2)}" y="{_number(y - high / 2)}" width="{_number(wide)}" '
        f'height="{_number(high)}" rx="5" stroke="currentColor"/>'
        f'<text fill="currentColor"{direction}>{lines}</text>'
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _pair(point: Point) -> str:
    return f"{_number(point[0])},{_number(point[1])}"
