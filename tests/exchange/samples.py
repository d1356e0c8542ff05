"""A glossary that has one of everything, and the questions that a reader asks of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx_glossary_ext.catalogues import ABBREVIATION, SUBJECT, TERM, Catalogue, CatalogueMessage
from sphinx_glossary_ext.glossary import Glossary
from sphinx_glossary_ext.model import (
    Comparison,
    Concept,
    ConceptStatus,
    PartOfSpeech,
    Place,
    Relation,
    Span,
)

CLIENT = Concept(
    id="client",
    name="client",
    reading="ˈklaɪənt",
    synonyms=("principal",),
    deprecated=("punter", "mark"),
    abbreviation="CL",
    part_of_speech=PartOfSpeech.NOUN,
    subjects=("Business", "Law"),
    relations=((Relation.CONTRAST, "customer"), (Relation.BROADER, "party")),
    exact_matches=("https://example.org/client", "urn:example:1"),
    source="ISO 1",
    not_in=("client certificate",),
    definition=(Span("Not a "), Span("customer", "Customer"), Span(", nor an "), Span("x", "y")),
    docname="a/client",
    place=Place("/src/a/client.md", 5),
)
CUSTOMER = Concept(
    id="customer",
    name="customer",
    definition=(Span("買う"), Span("client", "依頼人"), Span("。")),
    definition_locale="ja",
    docname="a/customer",
    place=Place("/src/a/customer.md", 3),
)
PARTY = Concept(id="party", name="party", qualifier="law", docname="b", place=Place("/src/b", 3))
OLD = Concept(
    id="party-politics",
    name="party",
    qualifier="politics",
    relations=((Relation.REPLACED_BY, "party"), (Relation.RELATED, "party")),
    status=ConceptStatus.DEPRECATED,
    docname="b",
    place=Place("/src/b", 9),
)
KEPT = Concept(
    id="git",
    name='<script>"Git\\"</script>\u2028',
    do_not_translate=True,
    case_sensitive=True,
    docname="b",
    place=Place("/src/b", 12),
)
DRAFT = Concept(
    id="draft",
    name="draft",
    relations=((Relation.RELATED, "client"),),
    status=ConceptStatus.DRAFT,
    docname="c",
)
COMPARISON = Comparison(
    id="client-vs-customer",
    targets=("client", "Customer", "nothing"),
    title=(Span("Who pays?"),),
    difficulty=2,
    docname="a/compared",
)
PLAIN_COMPARISON = Comparison(id="c", targets=("git", "client"), docname="c")

MSGSTRS = {
    "ja": {
        (TERM, "client"): "クライアント | 依頼人《いらいにん》 | ~クライエント",
        (TERM, "customer"): "?顧客《こきゃく》",
        (TERM, "party (law)"): "- | ~パーティー",
        (ABBREVIATION, "CL"): "ＣＬ",
        (SUBJECT, "Business"): "ビジネス",
        (SUBJECT, "Law"): "?法",
    },
    "pt_BR": {(TERM, "client"): "~mau | \\~cliente | a|b | `x` *y*", (TERM, "git"): "ignored"},
    "ko": {(TERM, "client"): "고객", (TERM, "customer"): "고객", (SUBJECT, "Law"): "-"},
}


def catalogue(locale: str, msgstrs: dict[tuple[str, str], str]) -> Catalogue:
    """Return a catalogue; a msgstr that starts with ``?`` is fuzzy."""
    messages = {
        key: CatalogueMessage(*key, msgstr.removeprefix("?"), msgstr.startswith("?"), line=7)
        for key, msgstr in msgstrs.items()
    }
    return Catalogue(locale, Path(f"/src/locales/{locale}.po"), messages)


GLOSSARY = Glossary(
    concepts=(DRAFT, KEPT, OLD, PARTY, CUSTOMER, CLIENT),
    comparisons=(PLAIN_COMPARISON, COMPARISON),
    catalogues={locale: catalogue(locale, msgstrs) for locale, msgstrs in MSGSTRS.items()},
    languages=("fi", "ja", "ko", "pt_BR"),
)
TARGETS = (
    *("client", "Client", "PRINCIPAL", "CL", "punter", "party", "party-politics", "draft"),
    *("依頼人", "고객", "a|b", "nothing", KEPT.name, KEPT.name.upper()),
)


def uri(docname: str, anchor: str) -> str:
    """Return an address as an HTML build would."""
    return f"{docname}.html#{anchor}"


def answers(glossary: Glossary) -> dict[str, Any]:
    """Return all that a reader can ask of *glossary*, with the answers."""
    concepts = glossary.by_id.values()
    found: dict[str, Any] = {
        "order": list(glossary.by_id),
        "published": [concept.id for concept in glossary.published],
        "locales": glossary.locales,
        "comparisons": {
            c.id: (c.targets, c.title, c.difficulty, c.docname, c.anchor)
            for c in glossary.comparison_by_id.values()
        },
        "subjects": {
            (s, loc): glossary.subject(s, loc)
            for c in concepts
            for s in c.subjects
            for loc in glossary.locales
        },
    }
    for concept in concepts:
        related = glossary.relations(concept).items()
        found[concept.id] = {
            "relations": {relation: [c.id for c in others] for relation, others in related},
            "comparisons": [c.id for c in glossary.comparisons_of(concept)],
        }
    for locale in glossary.locales:
        found[locale] = {
            c.id: (
                glossary.renderings(c, locale),
                glossary.name(c, locale),
                glossary.abbreviation(c, locale),
                glossary.definition(c, locale),
            )
            for c in concepts
        } | {target: [c.id for c in glossary.find(target, locale)] for target in TARGETS}
    return found
