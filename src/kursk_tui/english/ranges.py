"""Ranges: two numbers that are the ends of one quantity."""

from kursk_tui.english.lexicon import lexicon, word_set
from kursk_tui.english.number_reader import Number, scale_of
from kursk_tui.english.number_words import CHANGES, RANGE_JOINS, SHORT_SCALES
from kursk_tui.english.tokens import DASHES, HYPHENS, Token, glued

_NUMBERED = word_set("non_counts", "times", "numbered")
_BACK = 8
"""How many tokens before "from 300 to 400" a verb of change may be."""


def ranges(found: list[Number], tokens: list[Token]) -> list[Number]:
    """Join numbers that are the ends of one range: "70-100 thousand", "300 to 400"."""
    joined: list[Number] = []
    for number in found:
        before = joined[-1] if joined else None
        if before is not None and _makes_range(before, number, tokens):
            before.last, before.high = number.last, number.value
            before.digits = before.digits or number.digits
            before.loose = _qualified(number, tokens) > 0
        else:
            joined.append(number)
    return joined


def _makes_range(low: Number, high: Number, tokens: list[Token]) -> bool:
    if low.value is None or high.value is None or low.high is not None:
        return False
    between = _between(low, high, tokens)
    opener = _opener(low, tokens)
    if between == "and":
        if opener != "between":
            return False
    elif between not in DASHES and between not in RANGE_JOINS:
        return False
    if between == "to" and opener in _NUMBERED:
        return False  # rose from 112 in week 30 to 187
    if opener in ("from", "by") and between == "to" and _changes(tokens, low.first):
        return False
    if opener == "from" and between == "to" and _goes_on(tokens, low.first):
        return False
    low.between = opener == "between"
    return _share_scale(low, high, tokens)


def _between(low: Number, high: Number, tokens: list[Token]) -> str:
    """Return the word or mark that joins two numbers, or "" if no single one does."""
    first, last = low.last + 1, high.first - 1
    if first > last:
        return ""
    if last > first:
        last -= _qualified(high, tokens)
    mark = tokens[first].lower
    if last == first:
        leans = mark in DASHES and glued(tokens[first], tokens[high.first])
        leans = leans and not glued(tokens[low.last], tokens[first])
        return "" if leans or _may_be_broken(low, high, tokens) else mark
    if last == first + 1 and mark in DASHES and glued(tokens[low.last], tokens[first]):
        return tokens[last].lower  # 3- to 5-day
    return ""


def _qualified(number: Number, tokens: list[Token]) -> int:
    """Return the length of "about" before a number, or 0: "300 to about 400"."""
    found = lexicon().qualifiers_before.ending(tokens, number.first - 1)
    return found[0] if found is not None and found[1].qualifier == "about" else 0


def hangs_on_hyphen(low: Number, high: Number, tokens: list[Token]) -> bool:
    """Return whether a dash between two numbers touches only one: "45-⏎646", "45 -646"."""
    mark = low.last + 1
    if high.first != mark + 1 or tokens[mark].text not in DASHES:
        return False
    return glued(tokens[low.last], tokens[mark]) != glued(tokens[mark], tokens[high.first])


def _may_be_broken(low: Number, high: Number, tokens: list[Token]) -> bool:
    """Return whether a hyphen may break one number in two; "300-⏎400" is a range."""
    before, after = tokens[low.last].text, tokens[high.first].text
    plain = before.isdecimal() or after.isdecimal()
    plain = plain and tokens[low.last + 1].text in HYPHENS
    return plain and len(before) != len(after) and hangs_on_hyphen(low, high, tokens)


def _opener(low: Number, tokens: list[Token]) -> str:
    """Return the word before a number and its qualifier: "between about 300 and 400"."""
    at = low.first - 1
    qualifier = lexicon().qualifiers_before.ending(tokens, at)
    if qualifier is not None:
        at -= qualifier[0]
    return tokens[at].lower if at >= 0 else ""


def _changes(tokens: list[Token], at: int) -> bool:
    """Return whether "from 300 to 400" follows a verb of change: "rose", "fell"."""
    return any(token.lower.startswith(CHANGES) for token in tokens[max(0, at - _BACK) : at])


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Read "cases rose from 112 to 187, and deaths from 4 to 9", with one verb of change."""
    before = (nth for nth in range(at - 1) if tokens[nth].lower == "from")
    return any(_changes(tokens, nth) for nth in before)


def _scale(number: Number, tokens: list[Token]) -> int:
    last = tokens[number.last].lower
    return scale_of(last) or (SHORT_SCALES.get(last, 1) if number.digits else 1)


def _share_scale(low: Number, high: Number, tokens: list[Token]) -> bool:
    """Give the lower end the scale of the upper ("30-40 thousand"); return whether they ascend."""
    if low.value is None or high.value is None:
        return False
    scale = _scale(high, tokens)
    if scale > 1 and _scale(low, tokens) == 1 and low.value * scale <= high.value:
        low.value *= scale
    elif scale == 1 and low.value < 1_000 <= high.value and high.value % 1_000 == 0:
        dashed = tokens[low.last + 1].lower in DASHES
        if dashed and low.value * 1_000 < high.value:
            low.value *= 1_000  # 5-6,000
    return low.value < high.value
