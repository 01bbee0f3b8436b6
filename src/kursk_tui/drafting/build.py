"""From a draft to a briefing file: a claim for each sentence, with everything found in it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from kursk_tui.briefing import FORMAT, parse_edtf, yardsticks
from kursk_tui.drafting.registry import Entry, Registry
from kursk_tui.drafting.vocabulary import PRONOUNS
from kursk_tui.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kursk_tui.drafting.drafts import Draft
    from kursk_tui.drafting.items import Item, Worded

_DOCUMENT = "text"
_SUMMARY = 120
_AROUND = 24
_UNTITLED = "Untitled draft"


def build(draft: Draft) -> dict[str, Any]:
    """Return the briefing file of a draft as data; nothing in it is not in the draft."""
    registry = Registry()
    claims = [
        _Claim(draft, sentence, number, registry).data()
        for number, sentence in enumerate(_of_kind(draft, "sentence"), start=1)
    ]
    raw: dict[str, Any] = {
        "format": FORMAT,
        "status": "draft",
        "title": _title(draft),
        "documents": [_document(draft)],
        "sources": [_source(entry) for entry in registry.entries],
        "claims": claims,
    }
    if draft.date:
        raw["date"] = draft.date
    return raw


def _of_kind(draft: Draft, kind: str) -> Iterator[Item]:
    return (item for item in draft.items if item.kind == kind)


def _title(draft: Draft) -> str:
    if draft.title:
        return _label(draft.title)
    first = min((item.start for item in _of_kind(draft, "sentence")), default=len(draft.text))
    heads = [part for part in draft.headings if part.end <= first]
    return _label(draft.text[heads[0].start : heads[0].end]) if heads else _UNTITLED


def _label(text: str) -> str:
    return " ".join(visible(text).split())


def _document(draft: Draft) -> dict[str, Any]:
    text = draft.text
    raw: dict[str, Any] = {"id": _DOCUMENT}
    if draft.title:
        raw["title"] = _label(draft.title)
    if draft.publisher:
        raw["publisher"] = _label(draft.publisher)
    if draft.date:
        raw["date"] = draft.date
    raw |= {"language": "en", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    if draft.date_line is not None:
        raw["date_line"] = _selector(text, draft.date_line.start, draft.date_line.end)
    if draft.headings:
        raw["residue"] = [_selector(text, part.start, part.end) for part in draft.headings]
    return raw


def _selector(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "exact": text[start:end]}


def _source(entry: Entry) -> dict[str, Any]:
    raw: dict[str, Any] = {"id": entry.id, "name": _label(entry.name)}
    if entry.short:
        raw["short"] = _label(entry.short)
    if entry.kind:
        raw["kind"] = _label(entry.kind)
    return raw


class _Claim:
    """A sentence on its way to a claim."""

    def __init__(self, draft: Draft, sentence: Item, number: int, registry: Registry) -> None:
        self._draft, self._sentence, self._number = draft, sentence, number
        self._registry = registry
        self._text = draft.text
        self._items = [
            one
            for one in draft.items
            if one.kind != "sentence" and sentence.start <= one.start and one.end <= sentence.end
        ]
        self._worded = _outermost(
            one for one in draft.worded if sentence.start <= one.start and one.end <= sentence.end
        )
        self._notes: list[str] = []

    def data(self) -> dict[str, Any]:
        """Return the claim as its file holds it; what the sentence does not state is left out."""
        sentence = self._sentence
        raw: dict[str, Any] = {
            "id": f"c{self._number}",
            "document": _DOCUMENT,
            "kind": sentence.value["kind"],
            "summary": self._summary(),
            "evidence": self._evidence(),
            "attribution": self._attribution(),
            "figures": [*self._figures(), *self._amounts()],
            "likelihoods": list(self._likelihoods()),
            "confidence": self._confidence(),
            "when": [*self._dates(), *self._times()],
            "notes": self._notes,
        }
        kept = {key: value for key, value in raw.items() if value not in (None, [], {})}
        return {**kept, "review": {"items": [_proposal(one) for one in self._proposals()]}}

    def _summary(self) -> str:
        words = _label(self._text[self._sentence.start : self._sentence.end])
        return words if len(words) <= _SUMMARY else f"{words[: _SUMMARY - 1].rstrip()}…"

    def _evidence(self) -> dict[str, Any]:
        start, end = self._sentence.start, self._sentence.end
        raw = _selector(self._text, start, end)
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

    def _attribution(self) -> dict[str, Any] | None:
        found = list(self._of("attribution"))
        if not found:
            return None
        item = next((one for one in found if one.value["source"]), found[0])
        for other in found:
            if other is not item:
                words = _label(self._text[other.start : other.end])
                self._notes.append(f"The sentence also names a source in “{words}”.")
        start, end = item.start, item.end
        for cue in item.evidence:
            if cue[0] - end in (0, 1) or start - cue[1] in (0, 1):
                start, end = min(start, cue[0]), max(end, cue[1])
        raw: dict[str, Any] = {"stance": item.value["stance"], **self._words(start, end)}
        source = item.value["source"]
        if source and source.lower() in PRONOUNS:
            self._notes.append(f"Whom “{source}” means the text does not say before.")
            source = None
        if source:
            entry = self._registry.entry(source)
            basis = "inferred" if "pronoun source" in item.flags else "stated"
            raw = {"chain": [entry.id], "basis": basis, **raw}
        elif raw["stance"] in ("asserts", "denies"):
            del raw["stance"]
        return raw

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
                raw["population"] = _label(self._text[item.extra[0] : item.extra[1]])
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
            words = _label(self._text[item.start : item.end])
            scale = yardsticks().get(item.value["scale"] or "")
            if item.value["negated"]:
                self._notes.append(f"“{words}” is negated, and no term of a scale says so.")
            elif scale is None or scale.rank(item.value["term"]) is None:
                self._notes.append(f"“{words}” is no term of the scale, and has no band on it.")
            else:
                raw = {
                    "scale": scale.id,
                    "scale_basis": "inferred",
                    "term": item.value["term"],
                    **self._words(item.start, item.end),
                }
                if item.extra is not None and item.extra[0] < item.extra[1]:
                    raw["scope"] = _selector(self._text, *item.extra)
                yield raw

    def _confidence(self) -> str | None:
        return next((str(item.value["level"]) for item in self._of("confidence")), None)

    def _dates(self) -> Iterator[dict[str, Any]]:
        for item in self._of("when"):
            edtf, resolved = item.value["edtf"], item.value["resolved"]
            start, role = self._role(item)
            raw: dict[str, Any] = {"role": role, **self._words(start, item.end)}
            if edtf and _is_edtf(edtf):
                lasting = role == "in effect" and "/" not in edtf and "X" not in edtf
                raw["edtf"] = f"{edtf}/.." if lasting else edtf
            if resolved and resolved != edtf and _is_edtf(resolved):
                raw["resolved"] = resolved
            yield raw

    def _role(self, item: Item) -> tuple[int, str]:
        """Return where the words of a date begin, and what it dates, by the word before it."""
        before = self._text[self._sentence.start : item.start].lower()
        if before.endswith("as of "):
            return item.start - len("as of "), "as of"
        for word in ("since ", "effect from ", "effective from ", "in force from "):
            if before.endswith(word):
                return item.start - len(word.split()[-1]) - 1, "in effect"
        return item.start, "event"

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


def _outermost(found: Iterable[Worded]) -> list[Worded]:
    """Return words that stand within no others: "until recently", not "recently" as well."""
    kept: list[Worded] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
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
