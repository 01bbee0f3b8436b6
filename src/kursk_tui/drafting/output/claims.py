"""Claims of a drafted briefing: what was found in one sentence, in the words of the format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kursk_tui.drafting.attribution.speakers import Speakers, with_cue
from kursk_tui.drafting.dates.date_bounds import Limit, limit_before, limited
from kursk_tui.drafting.output.excerpts import label, selector, words_of
from kursk_tui.model import YARDSTICKS, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kursk_tui.drafting.attribution.source_registry import Registry
    from kursk_tui.drafting.draft import Draft
    from kursk_tui.drafting.findings import Item, Worded

DOCUMENT = "text"
"""The id of the one document of a draft."""

_SUMMARY = 120
_AROUND = 24
_BEGINS = tuple(
    f"{word} from " for word in ("effect", "effective", "in force", "applies", "valid", "starting")
)
_ON = re.compile(
    r"\b(?:and|but)\s+(?:\w+ly\s+|also\s+|instead\s+)?(?:said|says|claim(?:ed|s)|insist(?:ed|s)|"
    r"put|puts|add(?:ed|s)|assert(?:ed|s)|admitt?(?:ed|s)|acknowledg(?:ed|es)|report(?:ed|s))\b"
)
"""The same speaker says something else."""

_ON = re.compile(r"\s+(?:late\s+|early\s+)?(?:on\s+)?")


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
        speakers = Speakers(self._text, sentence, self._items)
        self._notes = speakers.notes
        raw: dict[str, Any] = {
            "id": name,
            "document": DOCUMENT,
            "kind": sentence.value["kind"],
            "summary": self._summary(),
            "evidence": self._evidence(),
            "attribution": speakers.attribution(registry),
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
        return words_of(self._text, self._sentence, start, end)

    def _of(self, kind: str) -> Iterator[Item]:
        return (item for item in self._items if item.kind == kind)

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
            scale = YARDSTICKS.get(item.value["scale"] or "")
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
                start, end = self._without_speaker(*item.extra) if item.extra else (0, 0)
                start, end = max(start, self._sentence.start), min(end, self._sentence.end)
                reached = self._text[start:end].rstrip(" ,;")
                if reached:
                    raw["scope"] = selector(self._text, start, start + len(reached))
                yield raw

    def _without_speaker(self, start: int, end: int) -> tuple[int, int]:
        """Leave out who says so, where that stands at the end: "it is likely …, Seoul said"."""
        for item in self._of("attribution"):
            first, last = with_cue(item)
            if start < first < end <= last and self._text[first - 2 : first] == ", ":
                return start, first - 2
        return start, end

    def _confidence(self) -> str | None:
        return next((str(item.value["level"]) for item in self._of("confidence")), None)

    def _dates(self) -> Iterator[dict[str, Any]]:
        for item in self._of("when"):
            edtf, resolved = item.value["edtf"], item.value["resolved"]
            start, role = self._role(item)
            limit = limit_before(
                self._text[self._sentence.start : item.start],
                self._text[item.end : self._sentence.end],
                weekday="weekday resolved" in item.flags,
            )
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
        if limit.side is None:
            return raw
        for key in ("edtf", "resolved"):
            written = item.value[key]
            if written and (within := limited(written, limit.side)) is not None:
                return {**raw, "bound" if limit.apart else key: within}
        return raw

    def _role(self, item: Item) -> tuple[int, str]:
        """Return where the words of a date begin, and what it dates, by the word before it."""
        before = self._text[self._sentence.start : item.start].lower()
        if before.endswith("as of "):
            return item.start - len("as of "), "as of"
        for word in ("since ", *_BEGINS):
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
