"""Numbers with their qualifiers: what the words pin down, and nothing more."""

from dataclasses import dataclass
from fractions import Fraction

from kursk_tui.english.lexicon import Lexicon
from kursk_tui.english.numbers import Number
from kursk_tui.english.tokens import Token

_MOST = 4
"""Qualifiers that are read before one number: "at least" said a thousand times is one."""

_STRENGTH = ("exactly", "about", "nearly", "at most", "less than", "at least", "more than")


@dataclass(slots=True)
class Quantity:
    """A number with its qualifier: tokens `first` to `last`, and where the number stands."""

    first: int
    last: int
    number: Number
    qualifier: str
    rules: tuple[str, ...]

    @property
    def bounds(self) -> tuple[int | None, int | None, int | None]:
        """Lower, upper and best, each as printed: "more than 300" has the lower bound 300."""
        number = self.number
        if number.value is None or not number.whole:
            return None, None, None
        value = int(number.value)
        if number.high is not None:
            return self._range(value, int(number.high))
        match self.qualifier:
            case "exactly":
                return value, value, value
            case "at least" | "more than":
                return value, None, None
            case "at most" | "less than":
                return None, value, None
            case "nearly":
                return None, value, value
        return None, None, value

    def _range(self, low: int, high: int) -> tuple[int | None, int | None, int | None]:
        """Return the ends of a range, whatever "about" stands before; a bound has its own."""
        if self.qualifier in ("at least", "more than"):
            return low, None, None
        if self.qualifier in ("at most", "less than"):
            return None, high, None
        return low, high, None


def quantities(tokens: list[Token], found: list[Number], words: Lexicon) -> list[Quantity]:
    """Return the numbers with the qualifiers around them, and "at least A, up to B" as one."""
    result: list[Quantity] = []
    floor = 0
    for number in found:
        quantity = _qualified(tokens, number, words, floor)
        if result and _closes(result[-1], quantity, tokens):
            before = result[-1]
            before.number.high = Fraction(quantity.number.value or 0)
            before.last, before.number.last = quantity.last, quantity.number.last
            before.qualifier = "between"
            before.rules += quantity.rules
        else:
            result.append(quantity)
        floor = result[-1].last + 1
    return result


def _qualified(tokens: list[Token], number: Number, words: Lexicon, floor: int) -> Quantity:
    first, last = number.first, number.last
    found: list[tuple[str, str]] = []
    for _ in range(_MOST):
        if number.between and first - 1 >= floor and tokens[first - 1].lower == "between":
            dashed = any(token.lower in "-–—" for token in tokens[number.first : number.last])
            if dashed:  # "between 100-200": the word adds nothing to the span
                break
            first -= 1
            continue
        match = words.before.ending(tokens, first - 1)
        if match is None or first - match[0] < floor or _part_of_other(tokens, first, match[0]):
            break
        first -= match[0]
        found.append((match[1].fields["op"], match[1].rule))
    if (verb := words.amounts.ending(tokens, first - 1)) and number.high is None:
        found.append((verb[1].fields["op"], verb[1].rule))
    if after := words.after.starting(tokens, last + 1):
        last += after[0]
        found.append((after[1].fields["op"], after[1].rule))
    op = max((op for op, _ in found), key=_STRENGTH.index, default="exactly")
    if number.high is not None and op in ("exactly", "about", "nearly"):
        op = "between"
    if number.unit is not None:
        op = "magnitude"
    return Quantity(first, last, number, op, tuple(rule for _, rule in found))


def _part_of_other(tokens: list[Token], first: int, length: int) -> bool:
    """Whether the word is no qualifier here: "at about 5 km", "fired just 3", "all 300"."""
    word = tokens[first - 1].lower
    before = tokens[first - length - 1].lower if first - length > 0 else ""
    if length > 1:
        return False
    if word in ("over", "around", "about", "above", "under", "below"):
        return before in ("all", "from", "moved", "turned", "handed")
    return False


def _closes(low: Quantity, high: Quantity, tokens: list[Token]) -> bool:
    """Whether two quantities are the ends of one: at least 5 and as many as 9."""
    if low.qualifier not in ("at least", "more than") or high.qualifier != "at most":
        return False
    if low.number.high or high.number.high or not low.number.value or not high.number.value:
        return False
    gap = [token.lower for token in tokens[low.last + 1 : high.first]]
    joins = {
        ("and",),
        ("but",),
        ("to",),
        (",",),
        ("and", "possibly"),
        ("or",),
        (",", "and"),
        (",", "possibly"),
        ("and", "perhaps"),
        ("but", "possibly"),
    }
    return tuple(gap) in joins and low.number.value < high.number.value
