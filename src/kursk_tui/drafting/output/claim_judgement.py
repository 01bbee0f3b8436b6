"""The likelihoods of a claim with what they apply to, and its level of confidence."""

import re
from collections.abc import Iterator

from kursk_tui.drafting.findings import LikelihoodFinding
from kursk_tui.drafting.output.entries import (
    LikelihoodEntry,
    Selector,
    add_words,
    selector,
)
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings
from kursk_tui.english.summaries import one_line
from kursk_tui.model import YARDSTICKS

_NEXT = re.compile(r",?\s(?:also\s|has\s|had\s)?")
_GOES_ON = re.compile(r",|\bthat\b")


class ClaimJudgement:
    """Builds the judgement of a claim; `notes` is what the scales cannot express."""

    def __init__(self, text: TextFindings, found: SentenceFindings) -> None:
        self._text, self._stated, self._found = text.text, text.scale_stated, found
        self._sentence = found.sentence
        self.notes: list[str] = []

    def likelihoods(self) -> list[LikelihoodEntry]:
        """Return the likelihoods as the file has them; those off the scale are notes."""
        return list(self._likelihoods())

    def _likelihoods(self) -> Iterator[LikelihoodEntry]:
        for item in self._found.likelihoods:
            written = one_line(self._text[item.start : item.end])
            scale = YARDSTICKS.get(item.scale or "")
            if item.negated:
                self.notes.append(f"“{written}” is negated; the scale has no term for that.")
            elif scale is None or scale.rank(item.term) is None:
                self.notes.append(f"“{written}” is not a term of the scale and has no band on it.")
            else:
                raw: LikelihoodEntry = {
                    "scale": scale.id,
                    "scale_basis": "stated" if self._stated else "inferred",
                    "term": item.term,
                }
                add_words(raw, self._text, self._sentence, item.start, item.end)
                if (scope := self._scope(item)) is not None:
                    raw["scope"] = scope
                yield raw

    def confidence(self) -> str | None:
        """Return the first level of confidence on the scale; add a note for each other."""
        level: str | None = None
        for item in self._found.confidences:
            written = one_line(self._text[item.start : item.end])
            if not item.on_scale:
                self.notes.append(f"“{written}” is not a level of the scale.")
            elif level is None:
                level = item.level
            elif item.level != level:
                self.notes.append(f"Another level in the sentence: “{written}”.")
        return level

    def _scope(self, item: LikelihoodFinding) -> Selector | None:
        start, end = self._without_speaker(*item.scope, item.start)
        start, end = max(start, self._sentence.start), min(end, self._sentence.end)
        exact = self._text[start:end].rstrip(" ,;")
        return selector(self._text, start, start + len(exact)) if exact else None

    def _without_speaker(self, start: int, end: int, word: int) -> tuple[int, int]:
        """Leave out a source around a scope: "Seoul said …", "it is likely …, Seoul said"."""
        for item in self._found.attributions:
            first, last = item.span_with_cue
            tagged = max(start, word) < first < end and self._text[first - 2 : first] == ", "
            after = self._text[last:end]
            if tagged and (after.startswith(",") or not _GOES_ON.search(after)):
                end = first - 2
            elif min(first, item.cue_span[0]) <= start <= last < word:
                said = self._text[max(last, item.cue_span[1]) : word]  # "according to Kyiv, …"
                start = word - len(said.lstrip(" ,\n"))
            elif _NEXT.fullmatch(self._text, item.end, item.cue_span[0]) and (
                start <= item.cue_span[1] < word
            ):
                start = item.cue_span[1] + 1
        return start, end
