"""Scores of sources: the origin that a sentence names, and the speaker of a running quotation."""

import re
from collections.abc import Iterator, Sequence

from benchmarks.drafts import Outcome, Reading, touch
from benchmarks.samples import Gold
from kursk_tui.drafting.findings import AttributionFinding, Span
from kursk_tui.drafting.output.entries import ClaimEntry

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s*\(([^)]*)\)")


def who(reading: Reading) -> Iterator[Outcome]:
    """Yield the origin of each claim against the origins that its sentence names."""
    for claim in reading.claims:
        golds = _sources(reading, claim)
        asked = [gold for gold in golds if _is_origin(gold)]
        origin = _origin(reading, claim)
        named = [gold for gold in (*asked, *golds) if _is_named(reading, gold, origin)]
        if named and named[0] in asked:
            asked.remove(named[0])
            expected = _expected(reading, named[0])
            yield Outcome(reading.words(named[0].span), expected, origin[0], right=True)
        elif origin and not named and not _is_open(reading, claim, golds):
            expected = _expected(reading, asked.pop(0)) if asked else ""
            yield Outcome(reading.words(_evidence(claim)), expected, origin[0], right=False)
        if named and named[0].optional:
            continue  # who passed it on and who said it first are both right here
        for gold in asked:
            yield Outcome(reading.words(gold.span), _expected(reading, gold), "", right=False)


def speaker(reading: Reading) -> Iterator[Outcome]:
    """Yield the sentences that a speaker before or after them goes on or begins with."""
    running = [gold for gold in reading.sample.gold if gold.kind == "speaker"]
    for gold in running:
        claim = _claim_at(reading, gold.start)
        origin = _origin(reading, claim) if claim else ()
        basis = claim["attribution"].get("basis", "") if claim and origin else ""
        right = basis == "inferred" and is_one_of(origin, gold.fields[0].split(" / "))
        found = f"{origin[0]}, {basis}" if origin else ""
        words = reading.words(_evidence(claim) if claim else gold.span)
        yield Outcome(words, f"{gold.fields[0]}, inferred", found, right)
    spoken = [_claim_at(reading, gold.start) for gold in running]
    for claim in reading.claims:
        if claim not in spoken and not _sources(reading, claim) and _inherits(reading, claim):
            origin = _origin(reading, claim)
            yield Outcome(reading.words(_evidence(claim)), "", origin[0], right=False)


def _claim_at(reading: Reading, start: int) -> ClaimEntry | None:
    """Return the claim whose evidence has a character."""
    within = (one for one in reading.claims if touch(_evidence(one), (start, start + 1)))
    return next(within, None)


def _evidence(claim: ClaimEntry) -> Span:
    return claim["evidence"]["start"], claim["evidence"]["end"]


def _sources(reading: Reading, claim: ClaimEntry) -> list[Gold]:
    """Return the annotated sources in the evidence of a claim."""
    golds = (gold for gold in reading.sample.gold if gold.kind == "attribution")
    return [gold for gold in golds if touch(gold.span, _evidence(claim))]


def _is_origin(gold: Gold) -> bool:
    """Return whether a source is one that a claim is to have as its origin."""
    asked = not gold.optional and "who" not in gold.unscored
    return asked and "via" not in gold.marks and gold.fields[0] != "unsourced"


def _is_open(reading: Reading, claim: ClaimEntry, golds: Sequence[Gold]) -> bool:
    """Return whether the origin of a claim is not scored here."""
    if any(gold.optional or "who" in gold.unscored for gold in golds):
        return True
    runs = any(
        gold.kind == "speaker" and touch((gold.start, gold.start + 1), _evidence(claim))
        for gold in reading.sample.gold
    )
    return not golds and (runs or _inherits(reading, claim))


def _inherits(reading: Reading, claim: ClaimEntry) -> bool:
    """Return whether a claim has a source that its own sentence does not name."""
    if claim.get("attribution", {}).get("basis") != "inferred":
        return False
    found = (one for one in reading.draft.items if isinstance(one, AttributionFinding))
    return not any(touch(one.span, _evidence(claim)) for one in found)


def _origin(reading: Reading, claim: ClaimEntry) -> list[str]:
    """Return the names of the origin of a claim."""
    chain = claim.get("attribution", {}).get("chain", [])
    return reading.names(chain[0]) if chain else []


def _is_named(reading: Reading, gold: Gold, origin: Sequence[str]) -> bool:
    return is_one_of(origin, gold.notes.get("who") or surfaces(reading.words(gold.span)))


def is_one_of(origin: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether a source has one of the names, perhaps after a title."""
    return any(
        found == name or (" " in name and found.endswith(f" {name}"))
        for found in map(_plain, origin)
        for name in map(_plain, names)
    )


def surfaces(words: str) -> list[str]:
    """Return the names that words give: with what is in brackets, or without it."""
    acronym = _PARENTHESIS.search(words)
    return [words, *([acronym[1]] if acronym else [])]


def _plain(name: str) -> str:
    """Return a name without an article, an apposition and what is in brackets."""
    plain = _PARENTHESIS.sub("", name.replace("’", "'")).split(",")[0]
    return _ARTICLE.sub("", plain.strip(' .“”"')).casefold()


def _expected(reading: Reading, gold: Gold) -> str:
    return " / ".join(gold.notes.get("who", [reading.words(gold.span)]))
