"""Numbers of a claim that are no figure, for the analyst to decide on."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kursk_tui.drafting.findings import Rejection
from kursk_tui.drafting.output.entries import OpenNumberEntry
from kursk_tui.drafting.text_findings import SentenceFindings, TextFindings

_UNCERTAIN = (
    *("no word ", "people, but ", "counts “", "a total of which ", "the count before a change"),
)
"""How the reasons begin that only say what the rules have not found."""

_OF_PEOPLE = ("killed", "wounded", "missing", "captured")
_COUNTED = re.compile("counts “([a-z][a-z0-9_-]{0,31})”", re.IGNORECASE)


def open_numbers(text: TextFindings, found: SentenceFindings) -> Iterator[OpenNumberEntry]:
    """Yield the numbers of a sentence, or of a part of it, that may be figures after all."""
    start, end = found.sentence.span
    rejections = text.rejections
    at = bisect_left(rejections, start, key=lambda rejection: rejection.start)
    while at < len(rejections) and rejections[at].start < end:
        one = rejections[at]
        if one.end <= end and one.reason.startswith(_UNCERTAIN):
            yield _entry(text.text, found, one)
        at += 1


def _entry(text: str, found: SentenceFindings, one: Rejection) -> OpenNumberEntry:
    raw: OpenNumberEntry = {
        "start": one.start,
        "end": one.end,
        "words": text[one.start : one.end],
        "reason": one.reason,
    }
    if measures := list(dict.fromkeys(_suggested(found, one))):
        raw["measures"] = measures
    return raw


def _suggested(found: SentenceFindings, one: Rejection) -> Iterator[str]:
    """Yield the measures that the words suggest: of the noun, of the sentence, or of people."""
    if counts := _COUNTED.match(one.reason):
        yield counts[1].lower()
        return
    yield from (figure.measure for figure in found.figures)
    if one.reason.startswith("people, but "):
        yield from _OF_PEOPLE
