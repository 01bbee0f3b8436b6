"""Ranges: two numbers that are the ends of one figure."""

from kursk_tui.english.number_words import SCALES
from kursk_tui.english.numbers import DASHES, Number
from kursk_tui.english.tokens import Token, glued


def ranges(found: list[Number], tokens: list[Token]) -> list[Number]:
    """Join numbers that are the ends of one range: 70-100 thousand, 300 to 400, two or three."""
    joined: list[Number] = []
    for number in found:
        before = joined[-1] if joined else None
        if before is not None and _makes_range(before, number, tokens):
            before.last, before.high = number.last, number.value
            before.digits = before.digits or number.digits
        else:
            joined.append(number)
    return joined


def _makes_range(low: Number, high: Number, tokens: list[Token]) -> bool:
    if low.value is None or high.value is None or low.high is not None:
        return False
    between = [token.lower for token in tokens[low.last + 1 : high.first]]
    if len(between) != 1:
        return False
    opener = tokens[low.first - 1].lower if low.first else ""
    mark = between[0]
    glue = glued(tokens[low.last], tokens[low.last + 1])
    if mark == "and":
        if opener != "between":
            return False
        low.between = True
    elif (mark not in DASHES and mark not in ("to", "or", "through")) or (
        mark in DASHES and not glue and glued(tokens[low.last + 1], tokens[high.first])
    ):
        return False
    if opener == "from" and mark == "to" and _changes(tokens, low.first):
        return False
    low.between = low.between or opener == "between"
    return _in_order(low, high, tokens)


def _changes(tokens: list[Token], at: int) -> bool:
    """Whether "from 300 to 400" tells a change: it rose, it fell."""
    return any(
        token.lower.startswith(("ros", "ris", "increas", "grew", "grow", "jump", "climb", "fell",
                                "fall", "drop", "decreas", "declin", "surg", "up", "down", "soar",
                                "reduc", "rais", "revis", "cut", "chang", "expand", "swel"))
        for token in tokens[max(0, at - 8) : at]
    )  # fmt: skip


def _in_order(low: Number, high: Number, tokens: list[Token]) -> bool:
    """Whether the ends go up, with the scale of the higher end shared: 30-40 thousand."""
    if low.value is None or high.value is None:
        return False
    last = tokens[high.last].lower
    scale = SCALES.get(last, 1)
    if scale > 1 and tokens[low.last].lower not in SCALES and low.value * scale <= high.value:
        low.value *= scale
    elif scale == 1 and low.value < 100 and high.value >= 1_000 and high.value % 1_000 == 0:
        dashed = tokens[low.last + 1].lower in DASHES
        if dashed and low.value * 1_000 < high.value:
            low.value *= 1_000  # 5-6,000
    return low.value < high.value
