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


class Press(NamedTuple):
    """A field changes at once; `letter` is that of the choice."""

    letter: str


class Relate(NamedTuple):
    """A relation to another figure, or without a kind the end of one, by its place in the list."""

    kind: str
    words: str
    claim: str
    nth: int


class AddFigure(NamedTuple):
    """A number that drafting missed counts as a measure."""

    span: Span
    measure: str


class AddTerm(NamedTuple):
    """A likelihood that drafting missed."""

    span: Span
    term: str


Change = Reject | Take | Pick | Mark | Press | Relate | AddFigure | AddTerm


class Visit(NamedTuple):
    """An item, None for the claim itself, and the changes to make there."""

    item: Item | None
    changes: Sequence[Change]


def visits(reading: Reading, checked: Checked) -> Iterator[Visit]:
    """Yield the visits to wrong items; one that is missing is added on the claim's own line."""
    if checked.clipped is not None:
        yield Visit(None, [Mark("e", (checked.clipped, checked.claim["evidence"]["end"]))])
    yield from (Visit(None, [one]) for one in _missing(checked))
    for item, changes in _changes(reading, checked):
        if changes:
            yield Visit(item, changes)


def _missing(checked: Checked) -> Iterator[Change]:
    """Yield how to add the items that have no line."""
    for date in checked.dates:
        if date.wrong and not date.found:
            yield Mark("d", date.span)
    for term in checked.likelihoods:
        if term.right and not term.found:
            yield AddTerm(term.span, term.right["term"])
    for figure in checked.figures:
        if figure.right and not figure.found and not _open_number(checked.claim, figure.span):
            yield AddFigure(figure.span, figure.right["measure"])


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
            yield Item("figures", at), [*_of_figure(reading, claim, figure)]
        elif figure.right and (number := _open_number(claim, figure.span)):
            yield number, [Take(figure.right["measure"])]
    for term in checked.likelihoods:
        if term.wrong and term.found:
            at = _place(claim.get("likelihoods", ()), term.found)
            yield Item("likelihoods", at), [*_of_likelihood(term)]


def _place(entries: Sequence[Words], entry: Words) -> int:
    return next(at for at, one in enumerate(entries) if one is entry)


def _open_number(claim: ClaimEntry, span: Span) -> Item | None:
    """Return the open number at a span, if there is one without a decision."""
    for at, number in enumerate(claim.get("review", {}).get("open_numbers", ())):
        if touch((number["start"], number["end"]), span) and "decision" not in number:
            return Item("open_numbers", at)
    return None


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


def _of_figure(
    reading: Reading, claim: ClaimEntry, item: Compared[FigureEntry]
) -> Iterator[Change]:
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
    if not _same_period(found, right):
        yield from _picked(found, right, {"t": "period"})  # its days are read, and then checked
    elif "period" in right:
        yield from _picked(found, right, {"d": "covers", "y": "tally"})
    if found.get("preliminary", False) != right.get("preliminary", False):
        yield Press("e")
    yield from _related(reading, claim, found, right)


def _same_period(found: FigureEntry, right: FigureEntry) -> bool:
    """Return whether two figures have the same period, which the dashboard spells as the text."""
    return found.get("period", "").casefold() == right.get("period", "").casefold()


def _related(
    reading: Reading, claim: ClaimEntry, found: FigureEntry, right: FigureEntry
) -> Iterator[Change]:
    """Yield the relations to end, the last first, and those to give."""
    before, after = found.get("relations", []), right.get("relations", [])
    for nth, one in reversed([*enumerate(before)]):
        if one not in after:
            yield Relate("", one["words"], claim["id"], nth)
    figures = {other["id"]: other.get("figures", []) for other in reading.claims}
    for one in after:
        name = one.get("claim", claim["id"])
        there = [at for at, other in enumerate(figures[name]) if _same_words(other, one)]
        if one not in before and there:
            yield Relate(one["kind"], one["words"], name, there[0])


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
