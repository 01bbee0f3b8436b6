"""Numbers in a compiler's summary, each with the qualifier that stands beside it."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from kursk_tui.briefing.figure import Qualifier

_BEFORE: dict[Qualifier, str] = {
    "at least": "at least|no fewer than|no less than|not less than|a minimum of|minimum",
    "more than": "more than|over|upwards of|exceeding|above|in excess of|>",
    "at most": "up to|as many as|at most|no more than|not more than|a maximum of|maximum",
    "less than": "fewer than|less than|under|below|<",
    "nearly": "nearly|almost|approaching|close to|just under",
    "about": "about|around|approximately|roughly|some|an estimated|estimated|circa|c\\.|~|≈",
}
# "no more than" ends in "more than": the longer phrase is looked for first.
_ORDER: tuple[Qualifier, ...] = (
    *("at least", "at most", "nearly"),
    *("more than", "less than", "about"),
)
_PHRASES = [
    (one, re.compile(rf"(?:^|[^\w])(?:{_BEFORE[one]})\s*(?:a total of\s+)?$", re.IGNORECASE))
    for one in _ORDER
]
_AFTER: list[tuple[Qualifier, re.Pattern[str]]] = [
    ("at least", re.compile(r"\s*(?:\+|or more\b|or above\b)", re.IGNORECASE)),
    ("at most", re.compile(r"\s*or (?:fewer|less)\b", re.IGNORECASE)),
    ("about", re.compile(r"\s*or so\b", re.IGNORECASE)),
]
_MULTIPLES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "": 1}
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = re.compile(
    rf"\b\d{{4}}-\d\d(?:-\d\d)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b\.?"
    rf"|\b(?:{_MONTHS})\b\.?\s+\d{{1,2}}\b(?!,\d{{3}})",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.,:/])(?<![^\d][-–])(?P<digits>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+)"
    r"(?P<part>\.\d+)?(?:[ -](?P<multiple>thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"(?:st|nd|rd|th)\b|\s*(?:%|per ?cent\b|percent\b)|:\d|[\w/]"
    r"|\s*(?:k?m|km/h|mm|cm|kg|kilomet\w+|met(?:er|re)s?|miles?|hours?|minutes?)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|to|and|as many as|and as many as|and up to)\s*", re.IGNORECASE)
_YEARS = range(1800, 2101)
_LONGEST_PHRASE = 32


class Number(NamedTuple):
    """A number in a text: its digits as printed, its value, and how it is qualified."""

    printed: str
    value: int
    qualifier: Qualifier


def numbers_in(text: str, held: Collection[int] = ()) -> Iterator[Number]:
    """Yield the numbers of a text that may count something, in order.

    Dates, years, ordinals, times, percentages, distances and numbers within names ("T-72") are
    left out; what would be a year is none if it is among the numbers `held` by figures.
    """
    dates = [found.span() for found in _DATE.finditer(text)]
    found: list[re.Match[str]] = []
    left_out: set[int] = set()
    for one in reversed(list(_NUMBER.finditer(text))):
        goes_on = _RANGE.match(text, one.end())
        # "80–90 %": what the end of a range counts, its beginning counts too.
        if (goes_on and goes_on.end() in left_out) or not _counts(one, text, dates, held):
            left_out.add(one.start())
        else:
            found.append(one)
    found.reverse()
    ends = {one.end() for one in found}
    starts = {one.start() for one in found}
    for one in found:
        value = float(one["digits"].translate(_SEPARATORS) + (one["part"] or ""))
        value *= _MULTIPLES[(one["multiple"] or "").lower()]
        yield Number(one.group(), round(value), _qualifier(one, text, starts, ends))


_SEPARATORS = str.maketrans("", "", ",\u00a0\u202f ")


def _counts(
    found: re.Match[str], text: str, dates: list[tuple[int, int]], held: Collection[int]
) -> bool:
    if any(start <= found.start() < end for start, end in dates):
        return False
    if not found["multiple"] and _NO_COUNT.match(text, found.end()):
        return False
    plain = found.group().isdigit()
    return not (plain and int(found.group()) in _YEARS) or int(found.group()) in held


def _qualifier(found: re.Match[str], text: str, starts: set[int], ends: set[int]) -> Qualifier:
    after = _RANGE.match(text, found.end())
    before = re.search(rf"(?:{_RANGE.pattern})$", text[: found.start()][-_LONGEST_PHRASE:])
    if after and after.end() in starts:
        return "between"
    if before and found.start() - len(before.group()) in ends:
        return "between"
    ahead = text[max(0, found.start() - _LONGEST_PHRASE) : found.start()]
    for qualifier, pattern in _PHRASES:
        if pattern.search(ahead):
            return qualifier
    for qualifier, pattern in _AFTER:
        if pattern.match(text, found.end()):
            return qualifier
    return "exactly"
