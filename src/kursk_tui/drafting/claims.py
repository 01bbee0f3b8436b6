"""Claims of a drafted briefing: what was found in one sentence, in the words of the format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kursk_tui.briefing import parse_edtf, yardsticks
from kursk_tui.drafting.chains import chained
from kursk_tui.drafting.limits import Limit, limit_before, limited
from kursk_tui.drafting.vocabulary import PRONOUNS
from kursk_tui.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kursk_tui.drafting.drafts import Draft
    from kursk_tui.drafting.items import Item, Worded
    from kursk_tui.drafting.registry import Registry

DOCUMENT = "text"
"""The id of the one document of a draft."""

_SUMMARY = 120
_AROUND = 24
_GOES_ON = re.compile(
    r"\b(?:and|but)\s+(?:\w+ly\s+|also\s+|instead\s+)?(?:said|says|claim(?:ed|s)|insist(?:ed|s)|"
    r"put|puts|add(?:ed|s)|assert(?:ed|s)|admitt?(?:ed|s)|acknowledg(?:ed|es)|report(?:ed|s))\b"
)
"""The same speaker says something else."""

_ON = re.compile(r"\s+(?:late\s+|early\s+)?(?:on\s+)?")


def label(text: str) -> str:
    """Return words as one safe line."""
    return " ".join(visible(text).split())


def selector(text: str, start: int, end: int) -> dict[str, Any]:
    """Return a span as the file writes it."""
    return {"start": start, "end": end, "exact": text[start:end]}


class Claim:
    """A sentence on its way to a claim."""

    def __init__(
        self, draft: Draft, sentence: Item, items: list[Item], worded: list[Worded]
    ) -> None:
        self._draft, self._sentence, self._items = draft, sentence, items
        self._text = draft.text
        self._worded = _outermost(worded)
        self._notes: list[str] = []

    def data(self, name: str, registry: Registry) -> dict[str, Any]:
        """Return the claim as its file holds it; what the sentence does not state is left out."""
        sentence = self._sentence
        raw: dict[str, Any] = {
            "id": name,
            "document": DOCUMENT,
            "kind": sentence.value["kind"],
            "summary": self._summary(),
            "evidence": self._evidence(),
            "attribution": self._attribution(registry),
            "figures": [*self._figures(), *self._amounts()],
            "likelihoods": list(self._likelihoods()),
            "confidence": self._confidence(),
            "when": [*self._dates(), *self._times()],
            "notes": self._notes,
        }
        kept = {key: value for key, value in raw.items() if value not in (None, [], {})}
        return {**kept, "review": {"items": [_proposal(one) for one in self._proposals()]}}

    def _summary(self) -> str:
        words = label(self._text[self._sentence.start : self._sentence.end])
        if len(words) <= _SUMMARY:
            return words
        # Between two words: half a number would be another number.
        whole = words.rfind(" ", 0, _SUMMARY)
        return f"{words[: whole if whole > 0 else _SUMMARY - 1].rstrip(' ,;:')}…"

    def _evidence(self) -> dict[str, Any]:
        start, end = self._sentence.start, self._sentence.end
        raw = selector(self._text, start, end)
        if self._text.find(raw["exact"]) != start or self._text.find(raw["exact"], start + 1) >= 0:
            raw["prefix"] = self._text[max(0, start - _AROUND) : start]
            raw["suffix"] = self._text[end : end + _AROUND]
        return raw

    def _words(self, start: int, end: int) -> dict[str, Any]:
        """Return words of the sentence, with their place where they stand in it twice."""
        words = self._text[start:end]
        exact = self._text[self._sentence.start : self._sentence.end]
        once = exact.find(words, exact.find(words) + 1) < 0
        return {"words": words} if once else {"words": words, "start": start}

    def _of(self, kind: str) -> Iterator[Item]:
        return (item for item in self._items if item.kind == kind)

    def _attribution(self, registry: Registry) -> dict[str, Any] | None:
        found = list(self._of("attribution"))
        if not found:
            return None
        chain = chained(self._text, found)
        item = chain[0]
        for other in found:
            if other not in chain:
                words = label(self._text[other.start : other.end])
                self._notes.append(f"The sentence also names a source in “{words}”.")
        denied = any(one.value["stance"] == "denies" for one in chain)
        stance = "denies" if denied else item.value["stance"]
        if denied and (cue := self._asserted_as_well(chain)) is not None:
            stance = "asserts"
            self._notes.append(f"What the sentence says with “{cue}” is only a part of it.")
        raw: dict[str, Any] = {"stance": stance, **self._words(*_with_cue(item))}
        named = [one for one in chain if one.value["source"] and not self._unnamed(one)]
        if named:
            ids = dict.fromkeys(registry.entry(one.value["source"]).id for one in named)
            guessed = any("pronoun source" in one.flags for one in named)
            raw = {"chain": [*ids], "basis": "inferred" if guessed else "stated", **raw}
        elif raw["stance"] in ("asserts", "denies"):
            del raw["stance"]
        return raw

    def _asserted_as_well(self, chain: list[Item]) -> str | None:
        """Return the word of a denial where the same speaker goes on to assert a figure."""
        for one in chain:
            if one.value["stance"] == "denies" and one.evidence:
                end = one.evidence[0][1]
                for figure in self._of("figure"):
                    goes_on = figure.start > end and figure.value["modality"] == "asserted"
                    if goes_on and _GOES_ON.search(self._text, end, figure.start):
                        return str(one.value["cue"])
        return None

    def _unnamed(self, item: Item) -> bool:
        """Whether a source is a pronoun without a name before it; a note says so."""
        source = item.value["source"]
        if source.lower() not in PRONOUNS:
            return False
        self._notes.append(f"Whom “{source}” means the text does not say before.")
        return True

    def _figures(self) -> Iterator[dict[str, Any]]:
        for item in self._of("figure"):
            value = item.value
            raw: dict[str, Any] = {
                "measure": f"{value['measure']}-per-{value['rate']}"
                if value["rate"]
                else value["measure"],
                **self._words(item.start, item.end),
                "qualifier": value["qualifier"],
                "values": _values(value),
            }
            if item.extra is not None:
                raw["population"] = label(self._text[item.extra[0] : item.extra[1]])
            if value["modality"] != "asserted":
                raw["modality"] = value["modality"]
            yield raw

    def _amounts(self) -> Iterator[dict[str, Any]]:
        for one in self._worded:
            if one.kind == "figure":
                words = self._words(one.start, one.end)
                yield {"measure": one.value["measure"], **words, "qualifier": "no number"}

    def _likelihoods(self) -> Iterator[dict[str, Any]]:
        for item in self._of("likelihood"):
            words = label(self._text[item.start : item.end])
            scale = yardsticks().get(item.value["scale"] or "")
            if item.value["negated"]:
                self._notes.append(f"“{words}” is negated, and no term of a scale says so.")
            elif scale is None or scale.rank(item.value["term"]) is None:
                self._notes.append(f"“{words}” is no term of the scale, and has no band on it.")
            else:
                raw = {
                    "scale": scale.id,
                    "scale_basis": "stated" if self._draft.scale_stated else "inferred",
                    "term": item.value["term"],
                    **self._words(item.start, item.end),
                }
                if item.extra is not None and item.extra[0] < item.extra[1]:
                    raw["scope"] = selector(self._text, *self._without_speaker(*item.extra))
                yield raw

    def _without_speaker(self, start: int, end: int) -> tuple[int, int]:
        """Leave out who says so, where that stands at the end: "it is likely …, Seoul said"."""
        for item in self._of("attribution"):
            first, last = _with_cue(item)
            if start < first < end <= last and self._text[first - 2 : first] == ", ":
                return start, first - 2
        return start, end

    def _confidence(self) -> str | None:
        return next((str(item.value["level"]) for item in self._of("confidence")), None)

    def _dates(self) -> Iterator[dict[str, Any]]:
        for item in self._of("when"):
            edtf, resolved = item.value["edtf"], item.value["resolved"]
            start, role = self._role(item)
            limit = limit_before(self._text[self._sentence.start : item.start])
            if limit is not None and start == item.start and "/" not in (edtf or resolved or ""):
                yield self._limited(item, limit, role)
                continue
            raw: dict[str, Any] = {"role": role, **self._words(start, item.end)}
            if edtf and _is_edtf(edtf):
                lasting = role == "in effect" and "/" not in edtf and "X" not in edtf
                raw["edtf"] = f"{edtf}/.." if lasting else edtf
            if resolved and resolved != edtf and _is_edtf(resolved):
                raw["resolved"] = resolved
            yield raw

    def _limited(self, item: Item, limit: Limit, role: str) -> dict[str, Any]:
        """Return a date that something was before or after; how far is not known of all."""
        start = item.start - len(limit.words)
        raw: dict[str, Any] = {"role": role, **self._words(start, item.end)}
        edtf, resolved = item.value["edtf"], item.value["resolved"]
        within = limited(edtf, limit.side) if edtf else None
        completed = limited(resolved, limit.side) if resolved and not within else None
        if limit.apart:
            bound = within or completed
            return {**raw, "bound": bound} if bound else raw
        if within and _is_edtf(within):
            raw["edtf"] = within
        elif completed and _is_edtf(completed):
            raw["resolved"] = completed
        return raw

    def _role(self, item: Item) -> tuple[int, str]:
        """Return where the words of a date begin, and what it dates, by the word before it."""
        before = self._text[self._sentence.start : item.start].lower()
        if before.endswith("as of "):
            return item.start - len("as of "), "as of"
        for word in ("since ", "effect from ", "effective from ", "in force from "):
            if before.endswith(word):
                return item.start - len(word.split()[-1]) - 1, "in effect"
        cues = [cue for one in self._of("attribution") for cue in one.evidence]
        said = any(_ON.fullmatch(self._text, cue[1], item.start) for cue in cues)
        return item.start, "reported" if said else "event"

    def _times(self) -> Iterator[dict[str, Any]]:
        for one in self._worded:
            if one.kind == "when":
                raw = {"role": one.value["role"], **self._words(one.start, one.end)}
                if self._draft.date and one.value["role"] == "as of":
                    raw["bound"] = f"../{self._draft.date}"
                yield raw

    def _proposals(self) -> Iterator[Item | Worded]:
        yield self._sentence
        yield from self._items
        yield from self._worded


def _with_cue(item: Item) -> tuple[int, int]:
    """Return the span of a source with the word beside it that says so."""
    start, end = item.start, item.end
    for cue in item.evidence:
        if cue[0] - end in (0, 1) or start - cue[1] in (0, 1):
            start, end = min(start, cue[0]), max(end, cue[1])
    return start, end


def _outermost(found: list[Worded]) -> list[Worded]:
    """Return words that stand within no others, in order: "until recently", not "recently"."""
    kept: list[Worded] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _values(value: dict[str, Any]) -> list[int]:
    lower, upper, best = value["lower"], value["upper"], value["best"]
    match value["qualifier"]:
        case "between":
            found = [lower, upper]
        case "magnitude":
            found = [value["unit"]]
        case "at least" | "more than":
            found = [lower]
        case "at most" | "less than":
            found = [upper]
        case _:
            found = [best]
    return [one for one in found if one is not None]


def _is_edtf(text: str) -> bool:
    try:
        parse_edtf(text)
    except ValueError:
        return False
    return True


def _proposal(one: Item | Worded) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "rule": one.rule,
        "tier": getattr(one, "tier", "clause"),
    }
    if flags := getattr(one, "flags", ()):
        raw["flags"] = list(flags)
    if evidence := getattr(one, "evidence", ()):
        raw["evidence"] = [list(span) for span in evidence]
    return raw
