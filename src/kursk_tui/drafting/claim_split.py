"""Splits a sentence into claims: one speaker's one proposition each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kursk_tui.drafting.attribution.chains import chained, outside_quotations
from kursk_tui.drafting.attribution.known_names import AUTHOR
from kursk_tui.drafting.attribution.speaker_split import crosses, split_speakers
from kursk_tui.drafting.findings import AttributionFinding, ConfidenceFinding, Term
from kursk_tui.drafting.text_findings import SentenceFindings

TWO_SPEAKERS = "two speakers"
"""The flag of sources that speak in one claim, none of which passes the other on."""

TWO_LEVELS = "two levels of confidence"
"""The flag of levels of confidence in one claim."""

_SAME_SPEAKER = "speaker of another part"
_RULE = "attribution/same-sentence"
_SEMICOLON = re.compile(r";\s*(?:(?:and|but|while)\s+)?")
_SECOND_LEVEL = re.compile(r"(?:,\s*|\s)(?:and|but|while|whereas)\s+(?=(?:[\w’']+\s+){1,6}$)")
_MARKS = re.compile(r"[,;]?\s*")


def split_claims(text: str, whole: SentenceFindings) -> Iterator[SentenceFindings]:
    """Yield the claims of a sentence, which is cut between two speakers and two judgements."""
    start = whole.sentence.start
    for part in split_speakers(text, whole):
        yield from _judgements(text, whole.part(part, start))
        start = part.end


def flag_undivided(text: str, whole: SentenceFindings) -> SentenceFindings:
    """Return a sentence with flags on two speakers, or two levels, that share a claim."""
    speakers: list[AttributionFinding] = []
    levels: list[Term] = []
    for part in split_claims(text, whole):
        speaking = outside_quotations(part.attributions)
        chain = chained(text, speaking) if speaking else []
        said = [one for one in speaking if one.source and one.stance in ("asserts", "denies")]
        if any(one not in chain and one.source != chain[0].source for one in said):
            speakers += said
        if len({confidence.level for confidence in part.confidences}) > 1:
            levels += part.confidences
    if not (speakers or levels):
        return whole
    return replace(
        whole,
        attributions=tuple(
            replace(attribution, flags=(*attribution.flags, TWO_SPEAKERS))
            if attribution in speakers
            else attribution
            for attribution in whole.attributions
        ),
        terms=tuple(
            replace(term, flags=(*term.flags, TWO_LEVELS)) if term in levels else term
            for term in whole.terms
        ),
    )


def _judgements(text: str, found: SentenceFindings) -> Iterator[SentenceFindings]:
    """Yield the judgements of one speaker, each with the speaker that one of them names."""
    cuts = [
        cut
        for first, second in pairwise(found.terms)
        if (cut := _cut(text, first, second)) is not None
        and not any(crosses(item, cut) for item in found.items)
    ]
    if not cuts:
        yield found
        return
    sentence, speaker = found.sentence, _speaker(found, cuts)
    for start, end in pairwise([sentence.start, *dict.fromkeys(cuts), sentence.end]):
        last = end if end == sentence.end else start + len(text[start:end].rstrip(" ,;\n"))
        part = found.part(replace(sentence, start=start, end=last), start)
        if speaker is not None and not part.attributions:
            part = replace(part, speaker=_repeated(speaker, start, last))
        yield part


def _cut(text: str, first: Term, second: Term) -> int | None:
    """Return where the second judgement begins, or None if they are one.

    Judgements joined by a semicolon are two; others are two if each has a level of confidence.
    """
    between = list(_SEMICOLON.finditer(text, first.end, second.start))
    levels = isinstance(first, ConfidenceFinding) and isinstance(second, ConfidenceFinding)
    if not between and levels:
        between = list(_SECOND_LEVEL.finditer(text, first.end, second.start))[-1:]
    if len(between) != 1:
        return None
    marks = _MARKS.match(text, between[0].start())
    return marks.end() if marks else None


def _speaker(found: SentenceFindings, cuts: Sequence[int]) -> AttributionFinding | None:
    """Return the one source, before the first judgement or after the last, or None.

    The author of the text is the source of each judgement.
    """
    sources = [attribution for attribution in found.attributions if attribution.source]
    if len(sources) != 1 or sources[0].stance != "asserts":
        return None
    start, end = sources[0].span_with_cue
    outside = end <= cuts[0] or (start > cuts[-1] and end + 1 >= found.sentence.end)
    outside = outside or AUTHOR in sources[0].flags
    return sources[0] if outside else None


def _repeated(speaker: AttributionFinding, start: int, end: int) -> AttributionFinding:
    return replace(
        speaker,
        start=start,
        end=end,
        rule=_RULE,
        tier="guess",
        flags=(*speaker.flags, _SAME_SPEAKER),
        evidence=(speaker.cue_span, speaker.span),
        relay="last",
        inferred=True,
    )
