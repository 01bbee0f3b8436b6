"""The figures of a claim, and what is wrong with them."""

import re
from collections.abc import Iterator
from typing import get_args

from benchmarks.drafts import Reading, span_of, touch
from benchmarks.load.items import Item, annotated, first, scored, set_words
from benchmarks.samples import Gold
from benchmarks.structure import trimmed, until
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.output.entries import ClaimEntry, FigureEntry
from kursk_tui.vocabulary import Modality

_MORE = re.compile(r"\b(?:more than|over|above)\b", re.IGNORECASE)
_CODES = {
    "exactly": "={}",
    "at least": "{}..",
    "more than": "{}..",
    "at most": "..{}",
    "less than": "..{}",
    "nearly": "~{}",
    "about": "~{}",
    "between": "{}..{}",
    "magnitude": "vague:{}",
    "no number": "",
}
"""How the annotations write a qualifier and its values."""


def figures(reading: Reading, claim: ClaimEntry) -> list[Item[FigureEntry]]:
    """Return the figures that a claim states or should state, without their relations."""
    golds = annotated(reading, claim, "figure")
    left = [(span_of(claim, entry), entry) for entry in claim.get("figures", ())]
    items = []
    for gold in golds:
        near = [one for one in left if touch(one[0], gold.span)]
        if near:
            left.remove(near[0])
            items.append(_compared(reading, claim, gold, near[0][1]))
        elif not gold.optional:
            entry = _repaired(reading, claim, gold, {})
            items.append(Item(gold.span, None, entry, ("figure missing",)))
    items += [Item(span, entry, None, ("figure that is none",)) for span, entry in left]
    return sorted(items, key=lambda item: item.span)


def _compared(
    reading: Reading, claim: ClaimEntry, gold: Gold, entry: FigureEntry
) -> Item[FigureEntry]:
    span = span_of(claim, entry)
    wrong = () if gold.optional else tuple(_wrong(reading, gold, entry))
    right = _repaired(reading, claim, gold, entry, wrong) if wrong else entry
    return Item(span, entry, right, wrong)


def _wrong(reading: Reading, gold: Gold, entry: FigureEntry) -> Iterator[str]:
    """Yield what is wrong with a figure; its relations are looked at apart."""
    if entry["measure"] != _measure(gold):
        yield "measure"
    if _CODES[entry["qualifier"]].format(*entry["values"]) not in _codes(gold):
        yield "value"
    if scored(gold, "modality") and entry.get("modality", "asserted") not in _modalities(gold):
        yield "modality"
    if scored(gold, "pop") and not _is_same(entry.get("population"), gold, "pop"):
        yield "population"
    if "place" in gold.notes and not _is_same(entry.get("place"), gold, "place"):
        yield "place"
    if scored(gold, "period") and not _period_is_right(reading, gold, entry):
        yield "period"
    is_preliminary = "preliminary" in gold.marks
    if scored(gold, "preliminary") and entry.get("preliminary", False) != is_preliminary:
        yield "preliminary"


def _codes(gold: Gold) -> tuple[str, ...]:
    code = gold.fields[1]
    value = code.removeprefix("..")
    # "almost 300" is at most 300, and about 300 as well.
    return (code, f"~{value}", code.lstrip("~")) if value != code else (code, code.lstrip("~"))


def _measure(gold: Gold) -> str:
    return gold.fields[0].replace("/", "-per-")


def _modalities(gold: Gold) -> tuple[str, ...]:
    return gold.notes.get("modality", gold.fields[2:]) or ("asserted",)


def _is_same(found: str | None, gold: Gold, note: str) -> bool:
    expected = gold.notes.get(note, ("",))
    return trimmed(found or "") in map(trimmed, expected)


def _period_is_right(reading: Reading, gold: Gold, entry: FigureEntry) -> bool:
    """Return whether words, days and tally of a period are right; the day of an event is none."""
    found = entry.get("period")
    if "period" not in gold.notes:
        days = [reading.words(one.span) for one in reading.sample.gold if one.kind == "when"]
        return not found or any(day in found or found in day for day in days)
    day = reading.file["documents"][0].get("date", "")
    covers = {until(one, day) for one in gold.notes.get("covers", ("",))}
    return (
        _is_same(found, gold, "period")
        and entry.get("tally") in gold.notes.get("tally", ())
        and ("covers" in gold.unscored or until(entry.get("covers", ""), day) in covers)
    )


def _repaired(
    reading: Reading,
    claim: ClaimEntry,
    gold: Gold,
    entry: FigureEntry,
    wrong: tuple[str, ...] | None = None,
) -> FigureEntry:
    """Return an entry with what is wrong put right; None stands for everything."""
    right: FigureEntry = {**entry}
    every = wrong is None
    if every or "measure" in (wrong or ()):
        right["measure"] = _measure(gold)
    if every or "value" in (wrong or ()):
        set_words(right, reading, claim, gold.span)
        right["qualifier"], right["values"] = _number(gold, reading.words(gold.span))
    _set_words_beside(right, gold, every=every, wrong=wrong or ())
    if every or "period" in (wrong or ()):
        _set_period(right, gold)
    if every or "preliminary" in (wrong or ()):
        right["preliminary"] = "preliminary" in gold.marks
    return _without_defaults(right)


def _set_words_beside(
    right: FigureEntry, gold: Gold, *, every: bool, wrong: tuple[str, ...]
) -> None:
    if every or "modality" in wrong:
        right["modality"] = next(one for one in get_args(Modality) if one in _modalities(gold))
    if every or "population" in wrong:
        right["population"] = first(gold.notes.get("pop", ()))
    if every or "place" in wrong:
        right["place"] = first(gold.notes.get("place", ()))


def _set_period(right: FigureEntry, gold: Gold) -> None:
    right["period"] = first(gold.notes.get("period", ()))
    right["covers"] = first(gold.notes.get("covers", ()))
    right["tally"] = first(gold.notes.get("tally", ()))


def _without_defaults(entry: FigureEntry) -> FigureEntry:
    """Return an entry without what the file leaves out."""
    for name in ("population", "place", "period", "covers", "tally", "preliminary"):
        if not entry.get(name):
            entry.pop(name, None)  # type: ignore[misc]
    if entry.get("modality") == "asserted":
        entry.pop("modality")
    return entry


def _number(gold: Gold, words: str) -> tuple[str, list[int]]:
    """Return the qualifier and the values of an annotation."""
    values = [int(one) for one in re.findall(r"\d+", gold.fields[1])]
    match gold.fields[1].lstrip("~").split(".."):
        case [low, ""] if low:
            return ("more than" if _MORE.search(words) else "at least"), values
        case ["", _]:
            return "at most", values
        case [_, _]:
            return "between", values
    if gold.fields[1].startswith("vague:"):
        return "magnitude", values
    return ("exactly" if gold.fields[1].startswith("=") else "about"), values


def named_figures(reading: Reading) -> dict[str, Span]:
    """Return the spans of the figures that annotations of others name."""
    return {gold.name: gold.span for gold in reading.sample.gold if gold.name}
