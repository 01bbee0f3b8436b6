"""A sample as drafting reads it, and what a comparison with its annotations finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from benchmarks.samples import Gold, Sample
from kursk_tui.drafting import Draft, Finding, draft
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.output.entries import BriefingFile, ClaimEntry, Words

F = TypeVar("F", bound=Finding)


class Outcome(NamedTuple):
    """What one annotation or finding has against the other; an empty string is nothing.

    `words` are those of the text that both are about.
    """

    words: str
    expected: str
    found: str
    right: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A sample, and what drafting made of it."""

    sample: Sample
    draft: Draft
    file: BriefingFile

    @property
    def claims(self) -> list[ClaimEntry]:
        """The claims of the built briefing."""
        return self.file["claims"]

    def words(self, span: Span | None) -> str:
        """Return the words of a span as one line."""
        return " ".join(self.sample.text[slice(*span)].split()) if span else ""

    def names(self, source: str) -> list[str]:
        """Return the names of a source: in full, short, and with its title."""
        entry = next(one for one in self.file["sources"] if one["id"] == source)
        name, kind = entry["name"], entry.get("kind")
        every = (name, entry.get("short"), f"{kind} {name}" if kind else None)
        return [one for one in every if one]


def read(sample: Sample) -> Reading:
    """Draft a sample."""
    found = draft(sample.text, date=sample.day, publisher=sample.publisher)
    return Reading(sample, found, found.briefing())


def touch(one: Span, other: Span) -> bool:
    """Return whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def pairs(reading: Reading, kind: type[F], name: str) -> Iterator[tuple[Gold, F]]:
    """Yield each annotation of a kind that is not optional with the finding that it touches.

    A finding with the same span comes before one that only overlaps.
    """
    left = [one for one in reading.draft.items if isinstance(one, kind)]
    for gold in reading.sample.gold:
        if gold.kind != name:
            continue
        near = [one for one in left if touch(gold.span, one.span)]
        if near:
            best = min(near, key=lambda one: one.span != gold.span)
            left.remove(best)
            if not gold.optional:
                yield gold, best


def span_of(claim: ClaimEntry, entry: Words) -> Span:
    """Return the characters of the words of an entry."""
    evidence, words = claim["evidence"], entry.get("words", "")
    start = entry.get("start", evidence["start"] + evidence["exact"].find(words))
    return start, start + len(words)
