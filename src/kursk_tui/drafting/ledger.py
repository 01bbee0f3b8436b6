"""The ledger: every number of the text is in an item or in a rejection with a reason."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from kursk_tui.drafting.findings import Findings
from kursk_tui.drafting.layout import Part
from kursk_tui.english.number_words import CROWDS, TENS, UNITS

_WORDS = "|".join(sorted({*UNITS, *TENS, *CROWDS}))
_NUMBER = re.compile(
    rf"\d+(?:[.,]\d+)*|(?<![^\W\d_])(?:{_WORDS})(?![^\W\d_])", re.ASCII | re.IGNORECASE
)


def number_spans(text: str) -> list[tuple[int, int]]:
    """Return where digits and number words stand in a text."""
    return [found.span() for found in _NUMBER.finditer(text)]


def close(text: str, findings: Findings, line: Part | None, headings: Sequence[Part]) -> None:
    """Give every number that no rule has judged a reason of its own."""
    merged = _merged(
        [
            (one.start, one.end)
            for one in findings.items
            if one.kind not in ("sentence", "attribution")
        ]
        + [(one.start, one.end) for one in findings.rejected]
    )
    sources = _merged([(one.start, one.end) for one in findings.items if one.kind == "attribution"])
    titles = _merged([(one.start, one.end) for one in headings])
    for start, end in number_spans(text):
        if _covered(merged, start, end):
            continue
        if line is not None and end <= line.end:
            reason = "the date line"
        elif _covered(titles, start, end):
            reason = "in a heading, which is no claim"
        elif _covered(sources, start, end):
            reason = "part of the name of a source"
        else:
            reason = "no rule says what it counts"
        findings.reject(start, end, reason)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _covered(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(spans, (start, 10**12)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]
