"""Names that may be one: sources, populations and places that the reader has not decided on.

Nothing is joined: a proposal says which names are alike, and why.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from kursk_tui.counting.names import Names
from kursk_tui.library.decisions import Decisions
from kursk_tui.model import Briefing, Source
from kursk_tui.text.folding import fold

Kind = Literal["source", "population", "place"]

_SMALL = frozenset(("the", "of", "for", "and", "in", "a", "an", "s"))
"""Words without a meaning of their own in names."""

_PEOPLE = frozenset(
    (
        "troops",
        "soldiers",
        "forces",
        "servicemen",
        "personnel",
        "fighters",
        "men",
        "army",
        "military",
    )
)
"""Words for the same people: which of them a report uses says little."""

_SAME_NAME = "the same name; the country of one is not stated"

_MOST_ALIKE = 40
"""A word that more names have than this says nothing about them."""

_WORD = re.compile(r"\w+")


class Proposal(NamedTuple):
    """Two names that may be one, and why.

    For sources, `one` and `other` are ids of the composed briefing, otherwise names as printed.
    """

    kind: Kind
    one: str
    other: str
    reason: str


def proposals(briefing: Briefing, decisions: Decisions) -> Iterator[Proposal]:
    """Yield the names that may be one and that the reader has not decided on."""
    apart = {frozenset(map(fold, pair.of)) for pair in decisions.two}
    yield from _sources(briefing.sources, apart)
    figures = [figure for claim in briefing.claims for figure in claim.figures]
    populations = decisions.population_names
    names = (one.population for one in figures)
    yield from _names("population", names, populations, apart)
    yield from _names("place", (one.place for one in figures), decisions.place_names, apart)


def _sources(sources: Sequence[Source], apart: set[frozenset[str]]) -> Iterator[Proposal]:
    by_id = {source.id: source for source in sources}
    words = {source.id: _words_of_source(source) for source in sources}
    for one, other in _pairs(words):
        first, second = by_id[one], by_id[other]
        if first.country and second.country and first.country != second.country:
            continue
        if frozenset((fold(one), fold(other))) in apart:
            continue
        if reason := _why_one_source(first, second):
            yield Proposal("source", one, other, reason)


def _words_of_source(source: Source) -> frozenset[str]:
    names = (source.name, source.short or "")
    words = frozenset(word for name in names for word in _words(name))
    return words | {_initials(source.name)} - {""}


def _why_one_source(one: Source, other: Source) -> str:
    if fold(one.name) == fold(other.name):
        both = one.country and other.country
        return "the same name and country" if both else _SAME_NAME
    shorts = {fold(one.short or one.name), fold(other.short or other.name)}
    if len(shorts) == 1:
        return "the same short name"
    if _words(one.name) == _words(other.name) != frozenset():
        return "the same words"
    for first, second in ((one, other), (other, one)):
        named = {fold(first.name), fold(first.short or first.name)}
        if _initials(second.name) in named:
            return "one is made of the initials of the other"
        if _words(first.name) < _words(second.name):
            return "one has all words of the other"
    return ""


def _names(
    kind: Kind,
    names: Iterable[str | None],
    decided: Names,
    apart: set[frozenset[str]],
) -> Iterator[Proposal]:
    """Yield names that are alike; names that are one already count as one."""
    printed: dict[str, str] = {}
    for name in filter(None, names):
        printed.setdefault(decided.resolved(name), name)
    words = {key: _words(name) for key, name in printed.items()}
    for one, other in _pairs(words):
        first, second = printed[one], printed[other]
        if frozenset((fold(first), fold(second))) in apart:
            continue
        if other in decided.containing(one) or one in decided.containing(other):
            continue
        if reason := _why_one_name(words[one], words[other]):
            yield Proposal(kind, first, second, reason)


def _why_one_name(one: frozenset[str], other: frozenset[str]) -> str:
    if one == other:
        return "the same words"
    if one - _PEOPLE == other - _PEOPLE and one - _PEOPLE:
        return "the same words but for " + " and ".join(sorted((one ^ other) & _PEOPLE))
    if one < other or other < one:
        return "one has all words of the other"
    return ""


def _pairs(words: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that have a word in common, each once, in their order."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name, found in words.items():
        for word in found:
            by_word[word].append(name)
    places = {name: place for place, name in enumerate(words)}
    found_pairs = {
        pair
        for names in by_word.values()
        if len(names) <= _MOST_ALIKE
        for pair in combinations(names, 2)
    }
    return iter(sorted(found_pairs, key=lambda pair: (places[pair[0]], places[pair[1]])))


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name))) - _SMALL


def _initials(name: str) -> str:
    initials = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return fold(initials) if len(initials) > 1 else ""
