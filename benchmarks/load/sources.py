"""The source of a claim, and what is wrong with it.

A claim has one origin. If its sentence names several sources, each of them is right.
"""

import re

from benchmarks.drafts import Reading, touch
from benchmarks.load.items import Item, annotated, evidence, first, scored, set_words
from benchmarks.samples import Gold
from benchmarks.speakers import is_one_of, surfaces
from kursk_tui.drafting.output.entries import AttributionEntry, ClaimEntry, SourceEntry
from kursk_tui.vocabulary import Stance

_STANCES: dict[str, Stance] = {
    "assert": "asserts",
    "deny": "denies",
    "unverified": "unverified",
    "unsourced": "unsourced",
}
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def source(reading: Reading, claim: ClaimEntry) -> Item[AttributionEntry] | None:
    """Return the source that a claim states or should state, if any."""
    found = claim.get("attribution")
    chain = found.get("chain", []) if found else []
    origin = reading.names(chain[0]) if chain else []
    golds = annotated(reading, claim, "attribution")
    asked = [gold for gold in golds if _is_asked(gold)]
    speaker = _speaker(reading, claim)
    span = evidence(claim)
    if origin and found:
        named = [gold for gold in golds if is_one_of(origin, _names(reading, gold))]
        if named:
            return _with_stance(named, found)
        if is_one_of(origin, speaker) or _is_open(golds, found):
            return Item(span, found, found)
    if not asked and not speaker:
        is_wrong = bool(origin) and not any(map(_is_loose, golds))
        return Item(span, found, None, ("source that is none",)) if is_wrong else None
    wrong = ("source wrong" if origin else "source missing",)
    right = _attribution(reading, claim, asked[0] if asked else None, speaker)
    return Item(asked[0].span if asked else span, found, right, wrong)


def new_source(reading: Reading, name: str) -> SourceEntry:
    """Return the source of the file that has a name, or a new one."""
    for entry in reading.file["sources"]:
        if is_one_of(reading.names(entry["id"]), [name]):
            return entry
    plain = _ARTICLE.sub("", name.split(",")[0].strip())
    return {"id": re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-"), "name": plain}


def _is_asked(gold: Gold) -> bool:
    return scored(gold, "who") and "via" not in gold.marks and gold.fields[0] != "unsourced"


def _is_loose(gold: Gold) -> bool:
    """Return whether a source may be the origin of its claim, or not."""
    return gold.optional or "who" in gold.unscored


def _is_open(golds: list[Gold], found: AttributionEntry) -> bool:
    """Return whether the publisher is a right origin: no source is in the sentence."""
    return any(map(_is_loose, golds)) and found.get("basis") == "stated"


def _names(reading: Reading, gold: Gold) -> list[str]:
    return [*(gold.notes.get("who") or surfaces(reading.words(gold.span)))]


def _speaker(reading: Reading, claim: ClaimEntry) -> list[str]:
    """Return the names of the speaker of a running quotation."""
    for gold in reading.sample.gold:
        if gold.kind == "speaker" and touch((gold.start, gold.start + 1), evidence(claim)):
            return gold.fields[0].split(" / ")
    return []


def _with_stance(named: list[Gold], found: AttributionEntry) -> Item[AttributionEntry]:
    """Return the item of a source that is right, except perhaps for its stance."""
    stances = [_STANCES[gold.fields[0]] for gold in named]
    if found.get("stance") in stances or any(map(_is_loose, named)):
        return Item(named[0].span, found, found)
    return Item(named[0].span, found, {**found, "stance": stances[0]}, ("stance",))


def _attribution(
    reading: Reading, claim: ClaimEntry, gold: Gold | None, speaker: list[str]
) -> AttributionEntry:
    """Return the right source of a claim: the one that it names, or the running speaker."""
    name = first(_names(reading, gold) if gold else speaker)
    right: AttributionEntry = {
        "chain": [new_source(reading, name)["id"]],
        "basis": "stated" if gold else "inferred",
        "stance": _STANCES[gold.fields[0]] if gold else "asserts",
    }
    if gold:
        set_words(right, reading, claim, gold.span)
    return right


def source_names(reading: Reading) -> list[str]:
    """Return the names of every source that a claim may need."""
    names = []
    for gold in reading.sample.gold:
        if gold.kind == "attribution":
            names.append(first(_names(reading, gold)))
        elif gold.kind == "speaker":
            names.append(gold.fields[0].split(" / ")[0])
    return names
