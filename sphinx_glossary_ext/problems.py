"""What can be wrong with a glossary and its catalogues, each with a place and a hint.

A kind's value is the warning's subtype; its docstring is its line in the manual.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sphinx_glossary_ext.model import Place


class ProblemKind(StrEnum):
    """Every warning subtype of the type ``glossary``."""

    UNKNOWN_OPTION = "unknown_option"
    """A directive has an option that does not exist."""
    INVALID_VALUE = "invalid_value"
    """An option has a value that is not allowed."""
    INVALID_ID = "invalid_id"
    """A name gives no usable ASCII id, and the concept has no ``:id:``."""
    EMPTY_BODY = "empty_body"
    """A directive has nothing in it."""
    FENCE_LENGTH = "fence_length"
    """An inner fence is as long as the outer one, which therefore ended too early."""
    LIST_AS_ARGUMENT = "list_as_argument"
    """A list was read as a directive's argument: a blank line is missing before it."""
    MISPLACED = "misplaced"
    """A directive stands where it means nothing."""
    INVALID_LIST = "invalid_list"
    """A directive that holds one list holds something else."""
    ASPECT_CELLS = "aspect_cells"
    """A row of ``aspects`` has a cell too few or too many."""
    FEW_CONCEPTS = "few_concepts"
    """A comparison names fewer than two concepts."""
    NOT_COMPARED = "not_compared"
    """Examples or a dialogue belong to a concept that the comparison does not name."""
    SPEAKER_MISSING = "speaker_missing"
    """A turn of a dialogue names no speaker, although most of the others do."""
    UNKNOWN_CONCEPT = "unknown_concept"
    """A reference, relation, or comparison names a concept that does not exist."""
    UNKNOWN_COMPARISON = "unknown_comparison"
    """A reference names a comparison that does not exist."""
    UNKNOWN_LANGUAGE = "unknown_language"
    """A name is asked for in a language in which the glossary has none."""
    AMBIGUOUS_NAME = "ambiguous_name"
    """A name fits two or more concepts."""
    NAME_TO_AVOID = "name_to_avoid"
    """A reference shows a name that is not to be used."""
    REPLACED_CONCEPT = "replaced_concept"
    """A reference shows a concept that is no longer in use and that another replaces."""
    NO_ABBREVIATION = "no_abbreviation"
    """An abbreviation is asked for that the concept does not have."""
    DUPLICATE_ID = "duplicate_id"
    """Two concepts or two comparisons have one id."""
    DUPLICATE_NAME = "duplicate_name"
    """Two concepts have one name, and no qualifier tells them apart."""
    SELF_RELATION = "self_relation"
    """A concept has a relation to itself."""
    BROADER_CYCLE = "broader_cycle"
    """A concept is, by way of others, broader than itself."""
    TEXTDOMAIN_TAKEN = "textdomain_taken"
    """A document's own catalogue has the name of the terminology catalogue."""
    BASE_URL = "base_url"
    """The address of the site in `html_baseurl` is that of another language."""
    CATALOGUE_UNREADABLE = "catalogue_unreadable"
    """A catalogue, or a part of one, cannot be read."""
    CATALOGUE_ENCODING = "catalogue_encoding"
    """A catalogue is not in UTF-8."""
    CATALOGUE_HEADER = "catalogue_header"
    """A catalogue's header names a plural rule or language that is wrong."""
    CONFLICT_MARKER = "conflict_marker"
    """A merge left its conflict markers in a catalogue."""
    EMPTY_NAME = "empty_name"
    """A msgstr has an empty part between its bars."""
    DOUBLED_NAME = "doubled_name"
    """A msgstr gives one name twice."""
    ONLY_DEPRECATED = "only_deprecated"
    """A msgstr has names to avoid and none to use."""
    MALFORMED_READING = "malformed_reading"
    """A reading is unclosed, empty, or doubled, or has no name before it."""
    LOOKALIKE = "lookalike"
    """A character looks like one of the notation's but is not, or a name is broken in two lines."""
    COPIED_QUALIFIER = "copied_qualifier"
    """A msgstr copies the parentheses that only tell homographs apart."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to tell the author: what, how to mend it, and where."""

    kind: ProblemKind
    message: str
    place: Place = Place()
