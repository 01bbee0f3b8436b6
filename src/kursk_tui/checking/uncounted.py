"""Numbers that count no people and no things: dates, times, ages, measures, and parts of names."""

import re
from collections.abc import Iterator, Sequence

_SOME_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|apr(?:il)?|june?|july?|aug(?:ust)?|"
    "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# In lower case, "may" and "march" are verbs.
_MONTH = rf"(?:(?i:{_SOME_MONTHS})|May|MAY|Mar(?:ch)?|MAR(?:CH)?)\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_TO = r"\s*(?:[-–—/]|to|through|until|till)\s*"
_DATE = re.compile(
    r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}([./])\d{1,2}\1\d{2,4}\b|\b(?:1[89]|20)\d\d[-–/]\d\d\b"
    rf"|\b{_DAY}(?:(?:{_TO}|\s*(?:,|and|or)\s*){_DAY}){{0,9}}\s+(?:of\s+)?{_MONTH}"
    # In "December 19 and 20 soldiers" 20 is no day.
    rf"|\b{_MONTH}\s+{_DAY}(?!,\d{{3}})(?:{_TO}{_DAY}(?![,.]?\d)"
    rf"|\s*(?:and|or)\s*{_DAY}(?=\s*(?:[,.;:)]|$))){{0,9}}"
)
_NAMES = (
    "Army Article Annex Appendix Battalion Base Battery Block Brigade Building Bureau Camp Chapter "
    "Clause Company Corps Day Decree Department Detachment Directive Directorate Division Exhibit "
    "Facility Factory Flight Gate Group Height Highway Hill Law Mark Object Office Order Page "
    "Paragraph Part Phase Pier Plant Platoon Point Position Protocol Regiment Resolution Road Room "
    "Route Section Sector Site Squadron Stage Street Type Unit Version War Ward Week Zone "
    "No. Nr. № # Airbus Boeing Geran Leopard Shahed Sukhoi "
    # In lower case these alone: "in the camp 300 died".
    "hill height resolution article paragraph section chapter page annex highway"
)
_NAMED = frozenset(_NAMES.split())
_SEVERAL_NAMED = frozenset({"Nos."} | {f"{one}s" for one in _NAMED if one.isalpha()})
_AGES = frozenset({"age", "aged", "ages"})
_BETWEEN_AGES = frozenset({"of", "between", "from", "under", "over", "about", "group"})
_FOLLOWED = re.compile(
    r"-?(?:first|second|third|\w{0,6}th)\b|(?:st|nd|rd)\b|:\d|[\w/]|\s*(?:[°%]|per ?cent(?:age)?\b)"
    r"|\s*(?:[ap]\.?m\b|o[’']clock\b|(?:GMT|UTC)\b)"
    r"|[\s-](?:(?:more|consecutive|straight|full|whole|square|cubic|nautical|sq\.?)\s)?(?:"
    r"seconds|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?"
    r"|centur(?:y|ies)|mm|cm|k?m[²³23]?|kilomet\w+|(?:centi|milli)?met(?:er|re)s?|miles?|yards?"
    r"|feet|inch(?:es)?|hectares?|ha|acres?|kg|g|kilogram\w*|kilos?|tons?|tonnes?|kilotons?"
    r"|lit(?:er|re)s?|degrees?|knots?|km/h|kph|mph|[kmg]w|[kmg]?hz|calib(?:er|re)"
    r"|halves|thirds|quarters?|(?:fif|six|seven|eigh|nin|ten)ths)\b",
    re.IGNORECASE,
)
_CURRENCIES = ("$", "€", "£", "¥", "₩", "₽", "₴")
_DOUBTED = re.compile(
    r"\s(?:dollars|euros|pounds|yuan|won|rou?bles|hryvnias?)\b|"
    r"-(?!(?:strong|m[ae]n|member|person|people|soldier|troop|plus|odd|to)\b)[^\W\d]",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:[-–—]|-? ?to|and|or)\s*", re.IGNORECASE)
_BEHIND = 24
_YEARS = range(1800, 2101)
_SMALL = 10


def uncounted(numerals: Sequence[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield those numerals of a text that count nothing, in no order; some come twice."""
    yield from _introduced(numerals, text)
    dated = {at for found in _DATE.finditer(text) for at in range(*found.span())}
    after = None
    for one in reversed(numerals):
        # "80–90 %": what the end of a range counts, its beginning counts too.
        if (
            (after is not None and _joined(one, after, text))
            or _FOLLOWED.match(text, one.end())
            or one.start() in dated
        ):
            after = one
            yield one
        else:
            after = None


def _introduced(numerals: Sequence[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers in names, such as "Hill 117" and "Units 5 and 6", and ages."""
    several = None
    for one in numerals:
        if several is not None and _joined(several, one, text):
            several = one
            yield one
            continue
        words = text[max(0, one.start() - _BEHIND) : one.start()].split()
        more = _introduce_several(words)
        several = one if more else None
        if more or (one.group().isalnum() and _introduce_one(words)):
            yield one


def _introduce_one(words: list[str]) -> bool:
    return bool(words) and (words[-1] in _NAMED or words[-2:] == ["military", "unit"])


def _introduce_several(words: list[str]) -> bool:
    if words and words[-1] in _SEVERAL_NAMED:
        return True
    while words and words[-1] in _BETWEEN_AGES:
        words = words[:-1]
    return bool(words) and words[-1].lower() in _AGES


def _joined(first: re.Match[str], second: re.Match[str], text: str) -> bool:
    return _JOINED.fullmatch(text, first.end(), second.start()) is not None


def doubtful(numeral: re.Match[str], value: int, text: str) -> bool:
    """Return whether a numeral counts something only if a figure says so.

    That is a year, a small number in words ("two sides"), a part of a compound ("5-storey"), or a
    sum of money.
    """
    if text.endswith(_CURRENCIES, 0, numeral.start()) or _DOUBTED.match(text, numeral.end()):
        return True
    if numeral["words"]:
        return value < _SMALL
    return numeral.group().isdigit() and value in _YEARS
