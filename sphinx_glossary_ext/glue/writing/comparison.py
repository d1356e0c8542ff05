"""A comparison: its parts brought into the order in which readers want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.locale import get_translation

from sphinx_glossary_ext.glue.nodes import concept_block, concept_comparison, concept_definition
from sphinx_glossary_ext.glue.report import warn
from sphinx_glossary_ext.glue.writing.as_nodes import language_classes, line_nodes
from sphinx_glossary_ext.glue.writing.blocks import make_block
from sphinx_glossary_ext.glue.writing.links import link_to_entry
from sphinx_glossary_ext.problems import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx_glossary_ext.glue.writing.context import PageContext
    from sphinx_glossary_ext.model import Concept

_ = get_translation("sphinx_glossary_ext")


def make_comparison(context: PageContext, node: concept_comparison) -> list[nodes.Node]:
    """Return what a page shows for *node*: the difference first, the summary last."""
    concepts = [context.glossary.find_one(t, context.locale) for t in node["targets"]]
    title, intro, middle, summary = _parts(node)
    comparison = context.glossary.find_comparison(node["comparison"])
    if "generated" in title and comparison:
        title.children = []
        title += line_nodes(context, context.title_line(comparison))
    _mark_difference(intro)
    content = [title, *intro, *_difficulty(context, node), *_definitions(context, concepts)]
    arranged = _arranged(context, middle, concepts, node["targets"])
    content += (_framed(context, part) for part in arranged) if context.is_html else arranged
    content += summary
    classes = [name for name in node["classes"] if name]
    # what takes a node's place first, here the target, is given its classes by docutils
    node["classes"] = []
    whole = nodes.container("", *content, classes=classes)
    # LaTeX writes no label for a container, so the ids go on a target before it
    target = nodes.target("", "", ids=node["ids"], names=node["names"])
    return [target, whole] if node["ids"] else [whole]


def _parts(
    node: concept_comparison,
) -> tuple[nodes.Element, list[nodes.Node], list[nodes.Node], list[nodes.Node]]:
    """Return title, what stands before the first block, up to the last one, and after it."""
    title, *body = node.children
    inner = [i for i, child in enumerate(body) if _is_inner(child)]
    first, last = (inner[0], inner[-1] + 1) if inner else (len(body), len(body))
    assert isinstance(title, nodes.Element)
    return title, body[:first], body[first:last], body[last:]


def _is_inner(node: nodes.Node) -> bool:
    return isinstance(node, concept_block) or (
        isinstance(node, nodes.table) and "glossary-aspects" in node["classes"]
    )


def _mark_difference(intro: Iterable[nodes.Node]) -> None:
    """Mark the paragraph for which most readers have come."""
    first = next((node for node in intro if isinstance(node, nodes.paragraph)), None)
    if first is not None:
        first["classes"].append("glossary-difference")


def _framed(context: PageContext, node: nodes.Node) -> nodes.Node:
    """Return *node*, a table in a frame in which it scrolls, so that its headers can stick there.

    Themes have frames of their own, but each another one, and some have none.
    """
    if isinstance(node, nodes.table):
        corner = next(node.findall(nodes.paragraph))
        corner["classes"] += language_classes(context.interface_locale)
        return nodes.container("", node, classes=["glossary-table-frame", "glossary-aspects-frame"])
    return node


def _difficulty(context: PageContext, node: concept_comparison) -> Iterator[nodes.Node]:
    if level := node["difficulty"]:
        text = _("Difficulty: {level} of 5").format(level=level)
        classes = ["glossary-difficulty", f"level-{level}"]
        classes += language_classes(context.interface_locale)
        yield nodes.paragraph("", text, classes=classes)


def _definitions(context: PageContext, concepts: Sequence[Concept | None]) -> Iterator[nodes.Node]:
    columns = [
        _column(context, concept, concepts, [concept_definition(target=concept.id)])
        for concept in concepts
        if concept
    ]
    if columns:
        yield nodes.container("", *columns, classes=["glossary-columns"])


def _column(
    context: PageContext,
    concept: Concept,
    concepts: Iterable[Concept | None],
    body: Iterable[nodes.Node],
) -> nodes.container:
    link = link_to_entry(context, concept, filter(None, concepts))
    name = nodes.paragraph("", "", nodes.strong("", "", link), classes=["glossary-column-name"])
    return nodes.container("", name, *body, classes=["glossary-column"])


def _arranged(
    context: PageContext,
    middle: Sequence[nodes.Node],
    concepts: Sequence[Concept | None],
    targets: Sequence[str],
) -> Iterator[nodes.Node]:
    """Yield *middle* with the blocks of each concept brought into a column of its own."""
    columns: dict[str, list[nodes.Node]] = {c.id: [] for c in concepts if c}
    loose: list[nodes.Node | None] = []
    for node in middle:
        owner = _owner(context, node, columns, targets)
        if owner:
            columns[owner] += make_block(cast("concept_block", node), context.interface_locale)
            loose.append(None)
        else:
            loose.append(node)
    place = loose.index(None) if None in loose else len(loose)
    yield from (node for node in loose[:place] if node is not None)
    filled = [_column(context, c, concepts, columns[c.id]) for c in concepts if c and columns[c.id]]
    if filled:
        yield nodes.container("", *filled, classes=["glossary-columns"])
    yield from (node for node in loose[place:] if node is not None)


def _owner(
    context: PageContext,
    node: nodes.Node,
    columns: Iterable[str],
    targets: Sequence[str],
) -> str:
    """Return the id of the concept whose block *node* is; nothing for all else."""
    if not isinstance(node, concept_block) or not node["target"]:
        return ""
    concept = context.glossary.find_one(node["target"], context.locale)
    if concept and concept.id in columns:
        return concept.id
    warn(
        ProblemKind.NOT_COMPARED,
        f"{node['target']!r} is not compared here; write one of {'; '.join(targets)}",
        node,
    )
    return ""
