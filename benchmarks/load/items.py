"""An item of a claim as the file states it, and as the annotations say that it is."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from benchmarks.drafts import Reading
from benchmarks.samples import Gold
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.output.entries import ClaimEntry, Words

E = TypeVar("E")


class Item(NamedTuple, Generic[E]):
    """An item: its words' span, the entry found, the right entry, and what is wrong with it.

    Without `found` it is missing; without `right` it has to go.
    """

    span: Span
    found: E | None
    right: E | None
    wrong: tuple[str, ...] = ()


def evidence(claim: ClaimEntry) -> Span:
    """Return the span of a claim."""
    return claim["evidence"]["start"], claim["evidence"]["end"]


def annotated(reading: Reading, claim: ClaimEntry, kind: str) -> list[Gold]:
    """Return the annotations of a kind that are in a claim from end to end."""
    start, end = evidence(claim)
    golds = (gold for gold in reading.sample.gold if gold.kind == kind)
    return [gold for gold in golds if start <= gold.start and gold.end <= end]


def set_words(entry: Words, reading: Reading, claim: ClaimEntry, span: Span) -> None:
    """Set the words of an entry, and where they begin if the claim has them twice."""
    words, exact = reading.sample.text[slice(*span)], claim["evidence"]["exact"]
    entry["words"] = words
    entry.pop("start", None)
    if exact.count(words) > 1:
        entry["start"] = span[0]


def scored(gold: Gold, *names: str) -> bool:
    """Return whether the annotations say what is right about all of these."""
    return not gold.optional and gold.unscored.isdisjoint(names)


def first(values: Sequence[str], default: str = "") -> str:
    """Return the first of alternatives that are all right."""
    return values[0] if values else default
