"""Splits sentences with several speakers, so that each speaker gets a separate claim."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kursk_tui.drafting.attribution.chains import chained
from kursk_tui.drafting.attribution.source_phrases import GAPPED
from kursk_tui.drafting.findings import AttributionFinding, FigureFinding, Finding, SentenceFinding
from kursk_tui.drafting.text_findings import SentenceFindings

# Sentences are cut at these conjunctions.
_TURN = re.compile(
    r"(?:(?:,\s*|\s)(?:while|whereas|but|and)|,\s*(?:where|although|though)|;(?:\s*(?:while|but|and))?)\s+$"
)
_TURN_AFTER = re.compile(r",?\s+(?:while|whereas|but|and)\s+")
_DEPENDS = re.compile(
    r"(?:^|\b)(?:when|because|after|if|as|although|though|since|before|once|unless)\s+$",
    re.IGNORECASE,
)
_COMMA_AND = re.compile(r",\s+(?:while|whereas|but|and)\s+")
_CONTRAST = re.compile(r"(?:,\s*(?:while|whereas|but)|;(?:\s*(?:while|but|and))?)\s+$")
_SUBJECT_AND_VERB = re.compile(r",?\s*(?:[\w’']+\s+){0,6}")
_MARKS = re.compile(r"[,;]?\s*")
_SPEAKS = frozenset({"asserts", "denies", "unverified"})
_LEAST_SAID = 2
_OPEN, _CLOSE = "“", "”"


def split_speakers(text: str, found: SentenceFindings) -> list[SentenceFinding]:
    """Return the parts of a sentence, which is cut where another speaker begins.

    It is cut only where that is certain: "The army said 40 fell, while Kyiv put it at 11";
    "40 fell, the army said, and 11 are missing, Kyiv said". A speaker quoted by another ("said
    that Kyiv had put it at 11") or inside quotation marks does not begin a part.
    """
    sentence, items = found.sentence, found.items
    speakers = [
        attribution
        for attribution in found.attributions
        if attribution.source and attribution.stance in _SPEAKS
    ]
    if len(speakers) < 2 or _is_subordinate(text, sentence, speakers):
        return [sentence]
    cuts = []
    for at, (first, second) in enumerate(pairwise(speakers)):
        cut = _cut(text, sentence, first, second)
        relayed = any(len(chained(text, [speaker, first])) > 1 for speaker in speakers[:at])
        if first.relay == "origin" and _CONTRAST.search(text, first.end, second.start):
            relayed = False  # "A said 40, citing B, while C said 60"
        if cut is not None and not relayed and not any(crosses(item, cut) for item in items):
            cuts.append(cut)
    return list(_parts(text, sentence, cuts, items))


def _is_subordinate(
    text: str, sentence: SentenceFinding, speakers: Sequence[AttributionFinding]
) -> bool:
    """Return whether all parts depend on something else: "when A said … and B said …, C …"."""
    dependent = any(_depends(text, sentence, speaker) for speaker in speakers)
    last = speakers[-1]
    over_all = text[last.start - 2 : last.start] == ", " and _ends(text, sentence, last)
    return dependent or (len(speakers) > 2 and over_all)


def _depends(text: str, sentence: SentenceFinding, speaker: AttributionFinding) -> bool:
    """Return whether a speaker is in a clause such as "when A said", and no contrast to another."""
    found = _DEPENDS.search(text, sentence.start, speaker.start)
    if found is None:
        return False
    contrasts = found.start() > sentence.start and found[0].strip() in ("although", "though")
    return not contrasts and ";" not in text[sentence.start : found.start()]


def _cut(
    text: str, sentence: SentenceFinding, first: AttributionFinding, second: AttributionFinding
) -> int | None:
    """Return where the part of the second speaker begins, at the word that joins the parts."""
    if len(chained(text, [first, second])) > 1:
        return None
    at = _turn(text, sentence, first, second)
    if at is None or not _says_something(text, sentence, first, at):
        return None
    before = text[sentence.start : at]
    if before.count(_OPEN) != before.count(_CLOSE) or before.count('"') % 2:
        return None
    marks = _MARKS.match(text, at)
    return marks.end() if marks else at


def _turn(
    text: str, sentence: SentenceFinding, first: AttributionFinding, second: AttributionFinding
) -> int | None:
    """Return where the word is that joins the parts of two speakers, or None."""
    cue = second.cue_span
    said = max(first.end, first.cue_span[1])
    speaks = second.end <= cue[0] and _SUBJECT_AND_VERB.fullmatch(text, second.end, cue[0])
    if second.rule == GAPPED:
        at = len(text[: second.start].rstrip(" \n")) - 1
        at = text.rfind(",", said, second.start) if text[at] != ";" else at
        return at if at >= 0 else None
    if speaks and (turn := _TURN.search(text, said, second.start)):
        return turn.start()
    if _ends(text, sentence, second) and (
        text[second.start - 2 : second.start] == ", " or _each_according_to(first, second)
    ):
        after = _TURN_AFTER.match(text, said) or _last_turn(text, first, second)
        return after.start() if after else None
    semicolon = text.rfind(";", said, second.start)
    return semicolon if semicolon >= 0 and second.end <= cue[0] else None


def _each_according_to(first: AttributionFinding, second: AttributionFinding) -> bool:
    """Return whether "according to" names both: "12 according to A, and 14 according to B"."""
    cues = first.cue.lower(), second.cue.lower()
    return all(cue.endswith(" to") for cue in cues) and second.cue_span[1] < second.start


def _last_turn(
    text: str, first: AttributionFinding, second: AttributionFinding
) -> re.Match[str] | None:
    """Return the conjunction before the number of the second source, if the first comes first.

    Nothing but the number and its words may be between: "according to A 12 died, and 14 according
    to B".
    """
    if first.cue_span[0] > first.start:
        return None
    turns = list(_COMMA_AND.finditer(text, first.end, second.cue_span[0]))
    if not turns or "," in text[turns[-1].end() : second.cue_span[0]]:
        return None
    return turns[-1]


def _says_something(
    text: str, sentence: SentenceFinding, speaker: AttributionFinding, end: int
) -> bool:
    """Return whether a part says anything; "A said" does not in "A said and B confirmed that …"."""
    if speaker.stance == "unverified":
        return True
    cue = speaker.cue_span
    first, last = min(speaker.start, cue[0]), max(speaker.end, cue[1])
    said = re.findall(r"\w+", f"{text[sentence.start : first]} {text[last:end]}")
    return len([word for word in said if word != "that"]) >= _LEAST_SAID


def _ends(text: str, sentence: SentenceFinding, speaker: AttributionFinding) -> bool:
    last = max(speaker.end, speaker.cue_span[1])
    return not any(map(str.isalnum, text[last : sentence.end]))


def crosses(item: Finding, cut: int) -> bool:
    """Return whether an item and its evidence are on both sides of a cut.

    The scope of a likelihood may cross: the cut ends it, since another speaker begins there.
    """
    spans = [item.span, *item.evidence]
    if isinstance(item, FigureFinding) and item.population is not None:
        spans.append(item.population)
    return any(start < cut for start, _ in spans) and any(cut < end for _, end in spans)


def _parts(
    text: str, sentence: SentenceFinding, cuts: Sequence[int], items: Sequence[Finding]
) -> Iterator[SentenceFinding]:
    for start, end in pairwise([sentence.start, *cuts, sentence.end]):
        kind = sentence.claim_kind
        inside = {item.kind for item in items if start <= item.start < end}
        if kind == "judgement" and not inside & {"likelihood", "confidence"}:
            kind = "reported"  # the term of likelihood is in another part
        last = end if end == sentence.end else start + len(text[start:end].rstrip(" ,;\n"))
        yield replace(sentence, start=start, end=last, claim_kind=kind)
