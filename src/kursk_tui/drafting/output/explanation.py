"""A draft explained: every finding with its rule, and every rejection with its reason."""

from collections.abc import Iterator
from dataclasses import replace

from kursk_tui.drafting.claim_split import split_claims
from kursk_tui.drafting.findings import (
    AttributionFinding,
    ConfidenceFinding,
    DateFinding,
    FigureFinding,
    Finding,
    LikelihoodFinding,
    Rejection,
    SentenceFinding,
)
from kursk_tui.drafting.output.claim_attribution import ClaimAttribution
from kursk_tui.drafting.output.entries import Explained, Scalar
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.text.messages import plural, shortened

_SHOWN = 70
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), 65533) | dict.fromkeys(
    (*range(8234, 8239), *range(8294, 8298), 65279), 65533
)


def data(found: TextFindings) -> Explained:
    """Return findings and rejections as data for JSON."""
    text, found = found.text, _as_written(found)
    return {
        "items": [
            {
                "kind": item.kind,
                "start": item.start,
                "end": item.end,
                "text": text[item.start : item.end],
                "value": _value(text, item),
                "rule": item.rule,
                "tier": item.tier,
                "flags": list(item.flags),
            }
            for item in found.items
        ],
        "rejected": [
            {
                "start": rejection.start,
                "end": rejection.end,
                "text": text[rejection.start : rejection.end],
                "reason": rejection.reason,
            }
            for rejection in found.rejections
        ],
    }


def lines(found: TextFindings) -> Iterator[str]:
    """Yield a line for each sentence, for each of its findings, and for each rejected number."""
    found = _as_written(found)
    speakers = [sentence.speaker for sentence in found.sentences if sentence.speaker is not None]
    text, items = found.text, [*found.items, *speakers]
    rows = [
        (item.start, 0 if item.kind == "sentence" else 1, -item.end, _item(text, item))
        for item in items
    ]
    rows += [
        (rejection.start, 2, -rejection.end, _rejection(text, rejection))
        for rejection in found.rejections
    ]
    for _, _, _, line in sorted(rows):
        yield line
    guesses = sum(item.tier == "guess" for item in items if item.kind != "sentence")
    inner = len(items) - len(found.sentences)
    yield (
        f"{plural(len(found.sentences), 'sentence')}, {plural(inner, 'item')}; "
        f"{plural(guesses, 'guess needs', 'guesses need')} a decision; {len(found.rejections):,} "
        "rejected"
    )


def _as_written(found: TextFindings) -> TextFindings:
    """Return the findings with the stances that the draft states.

    "Denied the toll and said 45 had died" asserts, though its first verb denies.
    """
    return replace(
        found, sentences=tuple(_with_stances(found.text, sentence) for sentence in found.sentences)
    )


def _with_stances(text: str, whole: SentenceFindings) -> SentenceFindings:
    if all(attribution.stance != "denies" for attribution in whole.attributions):
        return whole
    parts = (ClaimAttribution(text, part) for part in split_claims(text, whole))
    origins = {one.span: one for part in parts if (one := part.origin()) is not None}
    stated = (
        replace(attribution, stance=origins[attribution.span].stance)
        if attribution.span in origins
        else attribution
        for attribution in whole.attributions
    )
    return replace(whole, attributions=tuple(stated))


def shown(text: str) -> str:
    """Return words of the text as one short line that is safe to print."""
    plain = " ".join(text.split()).translate(_CONTROL)
    return shortened(plain, _SHOWN)


def _value(text: str, item: Finding) -> dict[str, Scalar]:
    """Return what a finding states, by the names that `docs/` describes."""
    match item:
        case SentenceFinding():
            return {"kind": item.claim_kind, "part": item.part}
        case FigureFinding():
            return _figure(text, item)
        case LikelihoodFinding():
            return {"term": item.term, "scale": item.scale, "negated": item.negated}
        case ConfidenceFinding():
            return {"level": item.level}
        case DateFinding():
            return {"edtf": item.edtf, "resolved": item.resolved}
        case AttributionFinding():
            return {"source": item.source, "stance": item.stance, "cue": item.cue}
    raise TypeError(f"{type(item).__name__} has no value to explain")


def _figure(text: str, item: FigureFinding) -> dict[str, Scalar]:
    period, people, place = item.period, item.population, item.place
    related = (f"{relation.kind} “{text[slice(*relation.of)]}”" for relation in item.relations)
    return {
        "measure": item.measure,
        "qualifier": item.qualifier,
        "lower": item.lower,
        "upper": item.upper,
        "best": item.best,
        "unit": item.unit,
        "modality": item.modality,
        "rate": item.rate,
        "categories": " and ".join(item.categories) or None,
        "population": None if people is None else text[slice(*people)],
        "place": None if place is None else text[slice(*place)],
        "period": None if period is None else text[period.start : period.end],
        "covers": None if period is None else period.covers,
        "tally": None if period is None else period.tally,
        "preliminary": item.preliminary,
        "relations": "; ".join(related) or None,
    }


def _item(text: str, item: Finding) -> str:
    words = shown(text[item.start : item.end])
    if isinstance(item, SentenceFinding):
        return f"{item.start}–{item.end} {item.claim_kind}: {words}"
    flags = f" · {', '.join(item.flags)}" if item.flags else ""
    guess = " · needs a decision" if item.tier == "guess" else ""
    states = ", ".join(_stated(_value(text, item)))
    evidence = " and ".join(f"“{shown(text[start:end])}”" for start, end in item.evidence)
    by = f" by {evidence}" if evidence else ""
    return f"  {item.kind} “{words}”: {states} [{item.rule}, {item.tier}]{by}{flags}{guess}"


def _stated(value: dict[str, Scalar]) -> Iterator[str]:
    for key, one in value.items():
        if one is not None and one is not False:
            yield key if one is True else f"{key} {shown(str(one))}"


def _rejection(text: str, one: Rejection) -> str:
    return f"  rejected “{shown(text[one.start : one.end])}”: {one.reason}"
