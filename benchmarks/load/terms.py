"""The dates and likelihoods of a claim, and what is wrong with them."""

from collections.abc import Iterator

from benchmarks.drafts import Reading, span_of, touch
from benchmarks.load.items import Item, annotated, first, set_words
from benchmarks.samples import Gold
from benchmarks.structure import bounds
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.output.entries import ClaimEntry, DateEntry, LikelihoodEntry, selector

_SCALE = "phia-2025"
"""The scale of the samples, on which `draft` reads words of likelihood unless a text names one."""


def dates(reading: Reading, claim: ClaimEntry) -> list[Item[DateEntry]]:
    """Return the dates that a claim states or should state."""
    items: list[Item[DateEntry]] = []
    left = [(span_of(claim, entry), entry) for entry in claim.get("when", ())]
    for gold in annotated(reading, claim, "when"):
        near = [one for one in left if touch(one[0], gold.span)]
        if near:
            left.remove(near[0])
            span, entry = near[0]
            wrong = () if gold.optional else tuple(_wrong_in_date(gold, entry))
            items.append(Item(span, entry, _date(gold, entry) if wrong else entry, wrong))
        elif not gold.optional:
            right = _date(gold, {})
            set_words(right, reading, claim, gold.span)
            items.append(Item(gold.span, None, right, ("date missing",)))
    items += [Item(span, entry, None, ("date that is none",)) for span, entry in left]
    return sorted(items, key=lambda item: item.span)


def _wrong_in_date(gold: Gold, entry: DateEntry) -> Iterator[str]:
    days = entry.get("resolved") or entry.get("edtf") or entry.get("bound") or ""
    opens = gold.notes.get("open", ())
    closed = gold.fields[0].rpartition(">")[2]
    either = "open" in gold.unscored and (days == closed or ".." in days)
    if not either and days not in (opens or (closed,)):
        yield "days of a date"
    if entry["role"] not in _roles(gold):
        yield "role of a date"


def _roles(gold: Gold) -> list[str]:
    return [mark for mark in gold.marks if not mark.endswith("?")] or ["event"]


def _date(gold: Gold, entry: DateEntry) -> DateEntry:
    """Return a date with the right days and role."""
    written, _, resolved = gold.fields[0].rpartition(">")
    written = written if resolved and written else ("" if ">" in gold.fields[0] else resolved)
    right: DateEntry = {**entry}
    if entry.get("role") not in _roles(gold):
        right["role"] = _roles(gold)[0]
    if not list(_wrong_in_date(gold, right)):
        return right
    for name in ("edtf", "resolved", "bound", "note"):
        right.pop(name, None)  # type: ignore[misc]
    if opens := gold.notes.get("open"):
        right["resolved"] = opens[0]
        return right
    if written not in ("", "?") and not ("/" in written and "X" in written):
        right["edtf"] = written
    if resolved and resolved != written:
        right["resolved"] = resolved
    return right


def likelihoods(reading: Reading, claim: ClaimEntry) -> list[Item[LikelihoodEntry]]:
    """Return the likelihoods that a claim states or should state."""
    items: list[Item[LikelihoodEntry]] = []
    left = [(span_of(claim, entry), entry) for entry in claim.get("likelihoods", ())]
    for gold in annotated(reading, claim, "likelihood"):
        near = [one for one in left if touch(one[0], gold.span)]
        if gold.fields[0].startswith("!"):
            continue  # a negated term is no likelihood of the scale
        if near:
            left.remove(near[0])
            span, entry = near[0]
            wrong = () if gold.optional else tuple(_wrong_in_term(reading, gold, entry))
            right = _likelihood(reading, gold, entry) if wrong else entry
            items.append(Item(span, entry, right, wrong))
        elif not gold.optional:
            right = _likelihood(reading, gold, {"scale": _SCALE, "scale_basis": "inferred"})
            set_words(right, reading, claim, gold.span)
            items.append(Item(gold.span, None, right, ("likelihood missing",)))
    items += [Item(span, entry, None, ("likelihood that is none",)) for span, entry in left]
    return sorted(items, key=lambda item: item.span)


def _wrong_in_term(reading: Reading, gold: Gold, entry: LikelihoodEntry) -> Iterator[str]:
    if entry["term"] != gold.fields[0].replace("_", " "):
        yield "term"
    scope = entry.get("scope")
    if gold.reaches:
        found = (scope["start"], scope["end"]) if scope else (0, 0)
        text = reading.sample.text
        if bounds(text, found) not in [bounds(text, one) for one in gold.reaches]:
            yield "reach"


def _likelihood(reading: Reading, gold: Gold, entry: LikelihoodEntry) -> LikelihoodEntry:
    """Return a likelihood with the right term and reach."""
    right: LikelihoodEntry = {**entry, "term": first(gold.fields).replace("_", " ")}
    if gold.reaches:
        right["scope"] = selector(reading.sample.text, *_reach(reading, gold, entry))
    return right


def _reach(reading: Reading, gold: Gold, entry: LikelihoodEntry) -> Span:
    scope = entry.get("scope")
    if scope and "reach" not in _wrong_in_term(reading, gold, {"term": "", **entry}):
        return scope["start"], scope["end"]
    return gold.reaches[0]
