"""Quotations that run over sentences: each sentence has the speaker, whom one of them names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from kursk_tui.drafting.attribution.source_names import sort_of
from kursk_tui.drafting.findings import AttributionFinding
from kursk_tui.drafting.text_findings import SentenceFindings
from kursk_tui.english.function_words import PRONOUNS
from kursk_tui.english.quotations import Quotation, quotation_at

RUNNING = "running quotation"
"""The flag of a speaker whom another sentence of the quotation names."""

_RULE = "attribution/running-quotation"
_UNCLOSED = "quotation without an end"
_BEFORE = "speaker of the quotation before"
_SENTENCE_BEFORE = "speaker of the sentence before"
_LEAD = re.compile(r"[^.;!?”\"]*[\s(]")
_TAG = re.compile(r"[\s,—–-]*(?:\w+\s){0,2}")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks a quotation, the flags of that, and the last sentence of the quotation."""

    named: AttributionFinding
    flags: tuple[str, ...]
    last: int


def with_speakers(
    text: str, found: Sequence[SentenceFindings], quotations: Sequence[Quotation]
) -> Iterator[SentenceFindings]:
    """Yield the sentences; those inside a quotation have the speaker that another one names.

    The opening and the closing mark decide which sentences belong to a quotation. If a quotation
    without a speaker follows one that has a speaker, that is a guess.
    """
    reader = _Quotations(text, found, quotations)
    speakers = reader.speakers()
    for nth, one in enumerate(found):
        yield replace(one, speaker=speakers[nth]) if nth in speakers else one


class _Quotations:
    """The sentences of a text and its quotations, both in order."""

    def __init__(
        self, text: str, found: Sequence[SentenceFindings], quotations: Sequence[Quotation]
    ) -> None:
        self._text, self._found, self._quotations = text, found, quotations
        self._starts = [one.sentence.start for one in found]
        self._ends = [one.sentence.end for one in found]

    def speakers(self) -> dict[int, AttributionFinding]:
        """Return the speakers of the sentences that name none, by the index of the sentence."""
        speakers: dict[int, AttributionFinding] = {}
        before: _Speaker | None = None
        for one, after in zip_longest(self._quotations, self._quotations[1:]):
            ends = one.closed or (after is not None and after.continues)
            touched = range(bisect_right(self._ends, one.start), bisect_left(self._starts, one.end))
            before = self._speaker(one, touched, before, ends=ends) if touched else before
            if before is None:
                continue
            for nth in touched:
                if nth not in speakers and not self._names_a_source(nth):
                    speakers[nth] = self._inherited(nth, one, before)
        return speakers

    def _speaker(
        self, quotation: Quotation, touched: range, before: _Speaker | None, *, ends: bool
    ) -> _Speaker | None:
        unclosed = () if ends else (_UNCLOSED,)
        first, last = self._found[touched[0]], self._found[touched[-1]]
        named = self._lead(first, quotation) or self._tag(last, quotation)
        if named is not None:
            return _Speaker(named, (RUNNING, *unclosed), touched[-1])
        if led := self._sentence_before(quotation, touched):
            return _Speaker(led, (_SENTENCE_BEFORE, *unclosed), touched[-1])
        if before is None or not self._goes_on(before, touched[0]):
            return None
        if quotation.continues:
            return _Speaker(before.named, before.flags, touched[-1])
        whole = first.sentence.start == quotation.start and last.sentence.end <= quotation.end
        between = self._text[self._ends[before.last] : quotation.start]
        if whole and "\n\n" not in between and not any(map(self._names_a_source, touched)):
            return _Speaker(before.named, (_BEFORE, *unclosed), touched[-1])
        return None

    def _goes_on(self, before: _Speaker, first: int) -> bool:
        """Return whether a quotation follows another, or only "He paused." is between them."""
        if first == before.last + 1:
            return True
        if first != before.last + 2 or before.named.source is None:
            return False
        between = self._found[before.last + 1]
        opens = self._text[between.sentence.start : between.sentence.end].split(" ", 1)[0].lower()
        person = sort_of(before.named.source) in ("person", "unknown")
        return opens in ("he", "she") and person and not between.attributions

    def _sentence_before(self, quotation: Quotation, touched: range) -> AttributionFinding | None:
        """Return the one speaker of the sentence before, if the quotation takes up what it says.

        "The mayor told reporters that it began at dawn. “It hit the market.”" The quotation must
        be whole sentences of the same paragraph, and the sentence must name no other source.
        """
        if touched[0] == 0:
            return None
        first, last = self._found[touched[0]], self._found[touched[-1]]
        whole = first.sentence.start == quotation.start and last.sentence.end <= quotation.end
        if not whole or any(map(self._names_a_source, touched)):
            return None
        before = self._found[touched[0] - 1]
        if "\n\n" in self._text[before.sentence.end : quotation.start]:
            return None
        ends = (other.end for other in self._quotations)
        if any(before.sentence.start < end <= before.sentence.end for end in ends):
            return None
        sources = {attribution.source for attribution in before.attributions}
        speaking = [attribution for attribution in before.attributions if _may_go_on(attribution)]
        return speaking[0] if len(sources) == 1 and speaking else None

    def _lead(self, one: SentenceFindings, quotation: Quotation) -> AttributionFinding | None:
        """Return the source before a quotation: "the mayor said: “…"."""
        led = None
        for each in _speaking(one):
            end = max(each.end, each.cue_span[1])
            if _LEAD.fullmatch(self._text, end, quotation.start):
                led = each
        return led

    def _tag(self, one: SentenceFindings, quotation: Quotation) -> AttributionFinding | None:
        """Return the source right after a quotation: "…”, the mayor said"."""
        for each in _speaking(one):
            start = min(each.start, each.cue_span[0])
            if start >= quotation.end and _TAG.fullmatch(self._text, quotation.end, start):
                return each
        return None

    def _names_a_source(self, nth: int) -> bool:
        """Return whether a sentence names a source outside quotations."""
        named = (attribution for attribution in self._found[nth].attributions if attribution.source)
        return any(quotation_at(self._quotations, one.start) is None for one in named)

    def _inherited(self, nth: int, quotation: Quotation, speaker: _Speaker) -> AttributionFinding:
        named, sentence = speaker.named, self._found[nth].sentence
        doubted = speaker.flags != (RUNNING,) or named.tier == "guess"
        return AttributionFinding(
            start=max(sentence.start, quotation.start),
            end=min(sentence.end, quotation.end),
            rule=_RULE,
            tier="guess" if doubted else "clause",
            flags=speaker.flags,
            evidence=(named.cue_span, named.span),
            source=named.source,
            stance="asserts",
            cue=named.cue,
            relay="last",
            inferred=True,
        )


def _may_go_on(one: AttributionFinding) -> bool:
    """Return whether a source is one person or body that speaks."""
    if one.source is None or one.source.lower() in PRONOUNS or one.cue.endswith(" to"):
        return False
    alone = "several sources" not in one.flags and one.stance in ("asserts", "denies")
    return alone and sort_of(one.source) in ("person", "body", "unknown")


def _speaking(one: SentenceFindings) -> Iterator[AttributionFinding]:
    for each in one.attributions:
        known = each.source is not None and each.source.lower() not in PRONOUNS
        if known and each.stance in ("asserts", "denies"):
            yield each
