"""The ledger: every number of a text is part of a finding, or rejected with a reason."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kursk_tui.drafting.findings import Finding, Rejection, Span
from kursk_tui.drafting.layout import Part
from kursk_tui.english.digits import PATTERN
from kursk_tui.english.number_words import CROWDS, FRACTION_SIGNS, TENS, UNITS

_WORDS = "|".join(sorted({*UNITS, *TENS, *CROWDS}))
_SIGNS = "".join(FRACTION_SIGNS)
_NUMBER = re.compile(rf"{PATTERN}|[{_SIGNS}]|(?<![^\W\d_])(?:{_WORDS})(?![^\W\d_])", re.IGNORECASE)


def number_spans(text: str) -> list[Span]:
    """Return the spans of digits and number words in a text."""
    return [found.span() for found in _NUMBER.finditer(text)]


def reject_unaccounted_numbers(
    text: str,
    found: Sequence[Finding],
    rejected: Sequence[Rejection],
    line: Part | None,
    headings: Sequence[Part],
) -> Iterator[Rejection]:
    """Yield a rejection for each number that is in no finding and not yet rejected."""
    within = [one.span for one in found if one.kind not in ("sentence", "attribution")]
    known = _merged(within + [(one.start, one.end) for one in rejected])
    sources = _merged([one.span for one in found if one.kind == "attribution"])
    titles, mail = (
        _merged([(heading.start, heading.end) for heading in headings if heading.kind == kind])
        for kind in ("heading", "quoted mail")
    )
    for start, end in number_spans(text):
        if _covered(known, start, end):
            continue
        if line is not None and line.start <= start and end <= line.end:
            reason = "part of the date line"
        elif _covered(titles, start, end):
            reason = "in a heading, which makes no claim"
        elif _covered(mail, start, end):
            reason = "in quoted mail, the words of others"
        elif _covered(sources, start, end):
            reason = "part of a source's name"
        elif text[start - 1 : start] == "[" and text[end : end + 1] == "]":
            reason = "a footnote mark"
        else:
            reason = "no rule says what it counts"
        yield Rejection(start, end, reason)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _covered(spans: list[Span], start: int, end: int) -> bool:
    at = bisect_right(spans, (start, 10**12)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]
