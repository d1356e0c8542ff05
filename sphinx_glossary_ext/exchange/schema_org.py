"""Entries as JSON-LD in the words of schema.org, for search engines.

The types are `DefinedTerm <https://schema.org/DefinedTerm>`_ and
`DefinedTermSet <https://schema.org/DefinedTermSet>`_. A set is a creative work and has a language;
a term has none, so that its texts carry their own (JSON-LD 1.1, "String Internationalization").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sphinx_glossary_ext.linguistics.locales import language_tag
from sphinx_glossary_ext.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_glossary_ext.glossary import Glossary
    from sphinx_glossary_ext.model import Concept

JsonObject: TypeAlias = dict[str, Any]

CONTEXT: Final = "https://schema.org"
"""Names the vocabulary; those who read schema.org know it and fetch nothing."""


def document(things: Iterable[JsonObject]) -> JsonObject:
    """Return *things* as a document of their own."""
    return {"@context": CONTEXT, "@graph": list(things)}


def defined_term_set(*, id_: str, name: str, locale: str, url: str) -> JsonObject:
    """Return the glossary as a whole.

    :param id_: what identifies it, an address
    :param name: what it is called, in no particular language
    :param locale: in which its texts are
    :param url: where it is on the web; empty where that is not known
    """
    optional = {"url": url}
    return {
        "@type": "DefinedTermSet",
        "@id": id_,
        "name": name,
        "inLanguage": language_tag(locale),
        **_given(optional),
    }


def defined_term(
    glossary: Glossary, concept: Concept, locale: str, *, id_: str, set_id: str, url: str
) -> JsonObject:
    """Return the entry of *concept* on a page in *locale*, under the names that it has there.

    :param id_: what identifies it, an address
    :param set_id: what identifies the set
    :param url: where it is on the web; empty where that is not known
    """
    name = glossary.name(concept, locale)
    definition = glossary.plain_text(concept.definition, concept.definition_locale)
    optional = {
        "alternateName": _other_names(glossary, concept, locale),
        "description": _text(definition, concept.definition_locale) if definition else "",
        "sameAs": [uri for uri in concept.exact_matches if uri.startswith(("https:", "http:"))],
        "url": url,
    }
    return {
        "@type": "DefinedTerm",
        "@id": id_,
        "name": _text(name.text, name.locale),
        "termCode": concept.id,
        "inDefinedTermSet": {"@id": set_id},
        **_given(optional),
    }


def _other_names(glossary: Glossary, concept: Concept, locale: str) -> list[JsonObject]:
    """Return the other names that an entry shows, without those to avoid, each once."""
    shown = glossary.name(concept, locale)
    short = glossary.abbreviation(concept, locale)
    texts = {(short.text, short.locale): None} if short else {}
    for rendering in glossary.renderings(concept, shown.locale).names:
        if rendering.status is not Status.DEPRECATED:
            texts[rendering.name, shown.locale] = None
    texts.pop((shown.text, shown.locale), None)
    return [_text(*text) for text in texts]


def _text(text: str, locale: str) -> JsonObject:
    return {"@language": language_tag(locale), "@value": text}


def _given(properties: JsonObject) -> JsonObject:
    return {name: value for name, value in properties.items() if value}
