"""Scores of what stands around the values of a draft: what is counted, when, by whom, how far.

Each row of ROWS yields an outcome for each annotation and finding that it compares. Figures, dates
and likelihoods are compared where their spans touch, so an item that drafting does not find at all
is missing in the table of spans and values only.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks import speakers
from benchmarks.drafts import Outcome, Reading, pairs, span_of, touch
from benchmarks.samples import Gold
from kursk_tui.drafting.findings import (
    DateFinding,
    FigureFinding,
    LikelihoodFinding,
    PeriodFinding,
    Span,
)
from kursk_tui.drafting.output.entries import DateEntry

_LEADING = re.compile(
    r"^(?:(?:the|a|an|its|their|our|just|in|on|at|over|during|for|within|of|near|to|from the)\s+)+",
    re.I,
)
_AROUND = " \n\t.,;:!?\"'“”‘’()[]—–-"


def _figures(reading: Reading) -> Iterator[tuple[Gold, FigureFinding]]:
    return pairs(reading, FigureFinding, "figure")


def _population(reading: Reading) -> Iterator[Outcome]:
    for gold, item in _figures(reading):
        if "pop" not in gold.unscored:
            yield _same_words(reading, gold, "pop", item.population)


def _place(reading: Reading) -> Iterator[Outcome]:
    for gold, item in _figures(reading):
        if "place" in gold.notes:
            yield _same_words(reading, gold, "place", item.place)


def _same_words(reading: Reading, gold: Gold, note: str, span: Span | None) -> Outcome:
    expected, found = gold.notes.get(note, ()), reading.words(span)
    right = any(trimmed(one) == trimmed(found) for one in expected)
    return Outcome(reading.words(gold.span), " / ".join(expected), found, right)


def trimmed(words: str) -> str:
    """Return words without articles, prepositions and marks around them, in lower case."""
    plain = " ".join(words.replace("’", "'").split()).strip(_AROUND)
    return _LEADING.sub("", plain).casefold()


def _with_period(reading: Reading) -> Iterator[tuple[Gold, PeriodFinding | None]]:
    """Yield the figures that have a period; the date of an event is no period, and no error."""
    days = [gold.span for gold in reading.sample.gold if gold.kind == "when"]
    for gold, item in _figures(reading):
        if "period" in gold.unscored:
            continue
        period = item.period
        dated = period and any(touch(day, (period.start, period.end)) for day in days)
        if "period" in gold.notes or (period and not dated):
            yield gold, period


def _period_words(reading: Reading) -> Iterator[Outcome]:
    for gold, period in _with_period(reading):
        span = (period.start, period.end) if period else None
        yield _same_words(reading, gold, "period", span)


def _period_days(reading: Reading) -> Iterator[Outcome]:
    for gold, period in _with_period(reading):
        days, tallies = gold.notes.get("covers", ()), gold.notes.get("tally", ())
        day = reading.draft.date or ""
        found = f"{period.covers or 'no days'}, {period.tally}" if period else ""
        right = period is not None and period.tally in tallies
        if right and period and "covers" not in gold.unscored:
            right = until(period.covers or "", day) in {until(one, day) for one in days or ("",)}
        expected = f"{' / '.join(days) or 'no days'}, {' / '.join(tallies)}" if tallies else ""
        yield Outcome(reading.words(gold.span), expected, found, right)


def until(days: str, day: str) -> str:
    """Return days with an open end closed by the day of the document: "since" ends there."""
    return f"{days[:-2]}{day}" if days.endswith("/..") else days


def _modality(reading: Reading) -> Iterator[Outcome]:
    for gold, item in _figures(reading):
        if "modality" not in gold.unscored:
            expected = [one for one in _modalities(gold) if one != "asserted"]
            found = "" if item.modality == "asserted" else item.modality
            right = item.modality in _modalities(gold)
            if right and not found:
                continue
            yield Outcome(reading.words(gold.span), " / ".join(expected), found, right)


def _modalities(gold: Gold) -> Sequence[str]:
    return gold.notes.get("modality", gold.fields[2:]) or ("asserted",)


def _not_asserted(reading: Reading) -> Iterator[Outcome]:
    """Yield the figures that nobody asserts; right is every reading of them but as asserted."""
    for gold, item in _figures(reading):
        if "not asserted" in _modalities(gold):
            right = item.modality != "asserted"
            yield Outcome(reading.words(gold.span), "not asserted", item.modality, right)


def _preliminary(reading: Reading) -> Iterator[Outcome]:
    for gold, item in _figures(reading):
        expected = "preliminary" if "preliminary" in gold.marks else ""
        found = "preliminary" if item.preliminary else ""
        if "preliminary" not in gold.unscored:
            yield Outcome(reading.words(gold.span), expected, found, expected == found)


def _relations(reading: Reading) -> Iterator[Outcome]:
    named = {gold.name: gold.span for gold in reading.sample.gold if gold.name}
    again = [
        (link.name, gold.span)
        for gold in reading.sample.gold
        for link in gold.links
        if link.kinds == ("repeats",)
    ]
    for gold, item in _figures(reading):
        if "links" in gold.unscored:
            continue
        left = list(item.relations)
        for link in gold.links:
            kinds = [kind.removesuffix("?") for kind in link.kinds]
            of = named[link.name]
            same = [of, *(span for name, span in again if name == link.name)]
            fits = [
                one for one in left if one.kind in kinds and any(touch(one.of, it) for it in same)
            ]
            if fits:
                left.remove(fits[0])
            if not any(kind.endswith("?") for kind in link.kinds):
                words = f"{' / '.join(kinds)} “{reading.words(of)}”"
                yield Outcome(reading.words(gold.span), words, words if fits else "", bool(fits))
        for one in left:
            found = f"{one.kind} “{reading.words(one.of)}”"
            yield Outcome(reading.words(gold.span), "", found, right=False)


def _roles(reading: Reading) -> Iterator[Outcome]:
    for gold, item in pairs(reading, DateFinding, "when"):
        roles = [mark for mark in gold.marks if not mark.endswith("?")] or ["event"]
        opens = gold.notes.get("open", ())
        expected = " ".join([" / ".join(roles), *opens])
        entry = _date_entry(reading, gold.span, item)
        if entry is None:
            yield Outcome(reading.words(gold.span), expected, "", right=False)
            continue
        days = entry.get("resolved") or entry.get("edtf") or entry.get("bound") or ""
        open_days = days if ".." in days else ""
        right = entry["role"] in roles
        if "open" not in gold.unscored:
            right = right and (open_days in opens if opens else not open_days)
        found = f"{entry['role']} {open_days}".strip()
        yield Outcome(reading.words(gold.span), expected, found, right)


def _date_entry(reading: Reading, span: Span, item: DateFinding) -> DateEntry | None:
    for claim in reading.claims:
        for entry in claim.get("when", ()):
            at = span_of(claim, entry)
            if touch(at, span) and touch(at, item.span):
                return entry
    return None


def _reach(reading: Reading) -> Iterator[Outcome]:
    for gold, item in pairs(reading, LikelihoodFinding, "likelihood"):
        if not gold.reaches:
            continue
        found = _scope(reading, gold.span) or item.scope
        text = reading.sample.text
        right = bounds(text, found) in [bounds(text, one) for one in gold.reaches]
        expected = " / ".join(map(reading.words, gold.reaches))
        yield Outcome(reading.words(gold.span), expected, reading.words(found), right)


def _scope(reading: Reading, span: Span) -> Span | None:
    for claim in reading.claims:
        for entry in claim.get("likelihoods", ()):
            if "scope" in entry and touch(span_of(claim, entry), span):
                return entry["scope"]["start"], entry["scope"]["end"]
    return None


def bounds(text: str, span: Span) -> Span:
    """Return a span without the marks and blanks around it."""
    start, end = span
    while start < end and text[start] in _AROUND:
        start += 1
    while start < end and text[end - 1] in _AROUND:
        end -= 1
    return start, end


def _date_of_document(reading: Reading) -> Iterator[Outcome]:
    if (expected := reading.sample.dateline) is not None:
        found = reading.draft.date or ""
        yield Outcome("the text", expected, found, expected == found)


NOT_ASSERTED = "figures not asserted, not taken as asserted"
"""The row that must have no error."""

ROWS: tuple[tuple[str, Callable[[Reading], Iterator[Outcome]]], ...] = (
    ("population", _population),
    ("place, where annotated", _place),
    ("period, words", _period_words),
    ("period, days and tally", _period_days),
    ("part of, increase on, repeats", _relations),
    ("modality but asserted", _modality),
    (NOT_ASSERTED, _not_asserted),
    ("preliminary", _preliminary),
    ("role and open end of dates", _roles),
    ("date of the document", _date_of_document),
    ("who, the named origin", speakers.who),
    ("speaker of running quotations", speakers.speaker),
    ("reach of likelihoods", _reach),
)
"""The rows of the table of structure: name, and what yields the outcomes of a sample."""
