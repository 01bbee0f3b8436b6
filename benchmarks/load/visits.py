"""What an analyst does in the claim pane to put a claim right, item by item."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.drafts import Reading, span_of, touch
from benchmarks.load.checked import Checked, needed_sources
from benchmarks.load.items import Item as Compared
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.output.entries import (
    AttributionEntry,
    ClaimEntry,
    DateEntry,
    FigureEntry,
    LikelihoodEntry,
    Words,
)
from kursk_tui.editing import Item

NOT_STATED = "not stated"
"""The value of a list that clears a field."""


class Reject(NamedTuple):
    """The item goes."""


class Take(NamedTuple):
    """An open number counts as a measure."""

    measure: str


class Pick(NamedTuple):
    """A field gets a value, from a list or typed; `letter` is that of the field."""

    letter: str
    value: str


class Mark(NamedTuple):
    """Other words of the document; `letter` is that of the choice."""

    letter: str
    span: Span


Change = Reject | Take | Pick | Mark


class Visit(NamedTuple):
    """An item, None for the claim itself, and the changes to make there."""

    item: Item | None
    changes: Sequence[Change]


def visits(reading: Reading, checked: Checked) -> Iterator[Visit]:
    """Yield the visits to wrong items that the dashboard can change.

    Relations and the mark of preliminary figures have no key, and a missing item has no line
    unless it is an open number or the source.
    """
    if checked.clipped is not None:
        yield Visit(None, [Mark("e", (checked.clipped, checked.claim["evidence"]["end"]))])
    for item, changes in _changes(reading, checked):
        if changes:
            yield Visit(item, changes)


def _changes(reading: Reading, checked: Checked) -> Iterator[tuple[Item, Sequence[Change]]]:
    claim = checked.claim
    if checked.source is not None and checked.source.wrong:
        yield Item("attribution"), [*_of_source(reading, claim, checked.source)]
    for date in checked.dates:
        if date.wrong and date.found:
            at = _place(claim.get("when", ()), date.found)
            yield Item("when", at), [*_of_date(date)]
    for figure in checked.figures:
        if figure.wrong and figure.found:
            at = _place(claim.get("figures", ()), figure.found)
            yield Item("figures", at), [*_of_figure(claim, figure)]
        elif figure.wrong and figure.right:
            yield from _of_open_number(claim, figure.span, figure.right["measure"])
    for term in checked.likelihoods:
        if term.wrong and term.found:
            at = _place(claim.get("likelihoods", ()), term.found)
            yield Item("likelihoods", at), [*_of_likelihood(term)]


def _place(entries: Sequence[Words], entry: Words) -> int:
    return next(at for at, one in enumerate(entries) if one is entry)


def _of_open_number(
    claim: ClaimEntry, span: Span, measure: str
) -> Iterator[tuple[Item, Sequence[Change]]]:
    """Yield the visit to the open number at a span, if there is one without a decision."""
    for at, number in enumerate(claim.get("review", {}).get("open_numbers", ())):
        if touch((number["start"], number["end"]), span) and "decision" not in number:
            yield Item("open_numbers", at), [Take(measure)]
            return


def _of_source(
    reading: Reading, claim: ClaimEntry, item: Compared[AttributionEntry]
) -> Iterator[Change]:
    found, right = item.found or AttributionEntry(), item.right
    if right is None:
        yield Reject()
        return
    if found.get("chain") != right["chain"]:
        new = needed_sources(reading, {**claim, "attribution": right})
        known = [*reading.file["sources"], *new]
        yield Pick("o", next(one["name"] for one in known if one["id"] == right["chain"][0]))
    if found.get("stance") != right["stance"]:
        yield Pick("s", right["stance"])
    if "words" in right and not _same_words(found, right):
        yield Mark("w", span_of(claim, right))


def _of_figure(claim: ClaimEntry, item: Compared[FigureEntry]) -> Iterator[Change]:
    found, right = item.found or FigureEntry(), item.right
    if right is None:
        yield Reject()
        return
    if not _same_words(found, right):
        yield Mark("w", span_of(claim, right))
    elif (found["qualifier"], found["values"]) != (right["qualifier"], right["values"]):
        yield Pick("n", _number(right))
    yield from _picked(found, right, {"m": "measure", "p": "population", "l": "place"})
    if (modality := right.get("modality", "asserted")) != found.get("modality", "asserted"):
        yield Pick("o", modality)
    yield from _picked(found, right, {"t": "period"})
    if "period" in right:
        # Other words of a period clear its days and its tally.
        same = found.get("period") == right["period"]
        yield from _picked(found if same else {}, right, {"d": "covers", "y": "tally"})


def _picked(found: FigureEntry, right: FigureEntry, fields: dict[str, str]) -> Iterator[Pick]:
    """Yield the changes of fields of words, by the letters of the fields."""
    before, after = dict(found), dict(right)
    for letter, name in fields.items():
        if before.get(name) != after.get(name):
            yield Pick(letter, str(after.get(name, NOT_STATED)))


def _number(figure: FigureEntry) -> str:
    """Return the number of a figure as an analyst types it."""
    values = [str(one) for one in figure["values"]]
    if figure["qualifier"] == "between":
        return " to ".join(values)
    return " ".join([figure["qualifier"], *values])


def _of_date(item: Compared[DateEntry]) -> Iterator[Change]:
    found, right = item.found or DateEntry(), item.right
    if right is None:
        yield Reject()
        return
    if found["role"] != right["role"]:
        yield Pick("r", right["role"])
    if "days of a date" in item.wrong:
        yield Pick("d", right.get("resolved") or right["edtf"])


def _of_likelihood(item: Compared[LikelihoodEntry]) -> Iterator[Change]:
    found, right = item.found or LikelihoodEntry(), item.right
    if right is None:
        yield Reject()
        return
    if found["term"] != right["term"]:
        yield Pick("t", right["term"])
    if "scope" in right and found.get("scope") != right["scope"]:
        yield Mark("r", (right["scope"]["start"], right["scope"]["end"]))


def _same_words(found: Words, right: Words) -> bool:
    return (found.get("words"), found.get("start")) == (right["words"], right.get("start"))
