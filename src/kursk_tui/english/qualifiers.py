"""Quantities: numbers with the words around them that qualify them."""

import unicodedata
from dataclasses import dataclass

from kursk_tui.english.function_words import BE
from kursk_tui.english.lexicon import lexicon, word_set
from kursk_tui.english.lexicon.entries import QualifierEntry
from kursk_tui.english.number_reader import Number
from kursk_tui.english.number_words import BOUND_JOINS, SCALES
from kursk_tui.english.tokens import Token
from kursk_tui.vocabulary import NumberQualifier, Qualifier

_MOST = 4
"""The most qualifiers read before one number."""

_STRENGTH: tuple[NumberQualifier, ...] = (
    *("exactly", "about", "nearly", "at most", "less than", "at least", "more than"),
)
"""From the weakest to the strongest; the strongest one around a number applies."""

OPEN_RANGE = "qualifiers/open-range"
"""The rule of a range whose upper end is itself a lower bound: "between 20 and at least 30"."""

_OPENERS = frozenset({"between", "from"})
"""Words before the lower end of a range."""

_ADJECTIVES = 3
_APART = frozenset({"or", "at", "if", ","})
"""The first words of qualifiers that can follow the people counted."""

_SUBJECT = 30
"""How many words before "is up to" its subject can be."""

_COUNTS = word_set("numbers", "words", "nouns_for_a_count") | {"toll"}
_STOPS = frozenset({";", ":", "but", "while", "whereas", "although", "though"})
_PREPOSITIONS = word_set("numbers", "words", "prepositions")
_BEFORE_PREPOSITION = word_set("numbers", "words", "before_preposition")

_Ruled = tuple[NumberQualifier, str]
"""A qualifier, and the rule that found it."""

Bounds = tuple[int | None, int | None, int | None]
"""The lower, upper and best value of a quantity; None where it has none."""


@dataclass(slots=True)
class Quantity:
    """A number with its qualifier, tokens `first` to `last`, and the rules that were applied.

    A range is "about" if its ends are approximate: "around 2,000-3,000" has no bounds.
    """

    first: int
    last: int
    number: Number
    qualifier: NumberQualifier
    rules: tuple[str, ...]

    @property
    def bounds(self) -> Bounds:
        """Lower, upper and best value, as printed: "more than 300" has the lower bound 300."""
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

    @property
    def is_loose_range(self) -> bool:
        """Whether this is a range without bounds, since its ends are approximate."""
        return self.qualifier == "about" and self.number.high is not None

    @property
    def printed(self) -> tuple[int, ...]:
        """The numbers as the text prints them: both of "300 to 400"."""
        return printed_values(self.qualifier, self.bounds, self.number.unit)

    def _range(self, low: int, high: int) -> Bounds:
        """Return the ends of a range; a bound before it leaves only one of them."""
        if self.qualifier in ("at least", "more than"):
            return low, None, None
        if self.qualifier in ("at most", "less than"):
            return None, high, None
        return (low, high, None) if self.qualifier == "between" else (None, None, None)


def printed_values(qualifier: Qualifier, bounds: Bounds, unit: int | None) -> tuple[int, ...]:
    """Return the numbers of a quantity as the text prints them."""
    lower, upper, best = bounds
    found: tuple[int | None, ...]
    match qualifier:
        case "magnitude":
            found = (unit,)
        case "between":
            found = (lower, upper)
        case "at least" | "more than":
            found = (lower,)
        case "at most" | "less than":
            found = (upper,)
        case _:
            found = (best,)
    return tuple(value for value in found if value is not None)


def quantities(tokens: list[Token], found: list[Number]) -> list[Quantity]:
    """Return numbers with their qualifiers; "at least A and up to B" is one range."""
    result: list[Quantity] = []
    starts = {number.first for number in found}
    floor = 0
    for number in found:
        quantity = _qualified(tokens, number, floor, starts)
        if result and _closes(result[-1], quantity, tokens):
            _close(result[-1], quantity, tokens)
        else:
            result.append(quantity)
        floor = result[-1].last + 1
    return result


def _qualified(tokens: list[Token], number: Number, floor: int, starts: set[int]) -> Quantity:
    first, before = _qualifiers_before(tokens, number, floor)
    last, after = _qualifiers_after(tokens, number, starts)
    found = [*before, *after]
    op: NumberQualifier = max((op for op, _ in found), key=_STRENGTH.index, default="exactly")
    if number.high is not None and op in ("exactly", "about", "nearly"):
        op = "between" if op == "exactly" and not number.loose else "about"
    if number.unit is not None:
        op = "magnitude"
    return Quantity(first, last, number, op, tuple(rule for _, rule in found))


def _qualifiers_before(tokens: list[Token], number: Number, floor: int) -> tuple[int, list[_Ruled]]:
    """Return the first token of a number with the qualifiers before it, and these."""
    first = number.first
    words = lexicon()
    found: list[_Ruled] = []
    for _ in range(_MOST):
        if number.between and first - 1 >= floor and tokens[first - 1].lower == "between":
            if any(token.lower in "-–—" for token in tokens[number.first : number.last]):
                break  # "between 100-200": the word adds nothing to the span
            first -= 1
            continue
        mark = first == number.first and first > 1 and is_currency(tokens[first - 1].text)
        end = first - 2 if mark else first - 1
        match = words.qualifiers_before.ending(tokens, end)
        if match is None or end + 1 - match[0] < floor or _is_preposition(tokens, end, match[0]):
            break
        if _is_part_of_verb(tokens, end):
            break
        first = end + 1 - match[0]
        found.append((match[1].qualifier, match[1].rule))
    if (verb := words.qualifying_verbs.ending(tokens, first - 1)) and number.high is None:
        found.append((verb[1].qualifier, verb[1].rule))
    return first, found


def _qualifiers_after(
    tokens: list[Token], number: Number, starts: set[int]
) -> tuple[int, list[_Ruled]]:
    """Return the last token of a number with the qualifier after it, and this qualifier.

    A multiplier after the qualifier is part of the number: "30-odd thousand".
    """
    last = number.last
    after = lexicon().qualifiers_after.starting(tokens, last + 1)
    if after is not None and not _opens_another(tokens, last + 1 + after[0], starts):
        last += after[0]
        if last + 1 < len(tokens) and (scale := SCALES.get(tokens[last + 1].lower)):
            last = number.last = last + 1
            number.scale(scale)
        return last, [(after[1].qualifier, after[1].rule)]
    if _is_some_after(tokens, last + 1):
        return last + 1, [("about", "qualifiers/about")]
    if (apart := _after_people(tokens, last + 1, starts)) is not None:
        return last, [(apart.qualifier, apart.rule)]
    return last, []


def _is_some_after(tokens: list[Token], at: int) -> bool:
    """Return whether "some" belongs to the number before it: "300 some people"."""
    some = at + 1 < len(tokens) and tokens[at].lower == "some"
    return some and lexicon().people.starting(tokens, at + 1) is not None


def _after_people(tokens: list[Token], at: int, starts: set[int]) -> QualifierEntry | None:
    """Return what qualifies a number after the people it counts: "40 soldiers or more"."""
    words = lexicon()
    for first in range(at, min(at + _ADJECTIVES, len(tokens))):
        if first in starts or not tokens[first].is_word:
            return None
        if (people := words.people.starting(tokens, first)) is not None:
            end = first + people[0]
            after = words.qualifiers_after.starting(tokens, end)
            if after is None or tokens[end].lower not in _APART:
                return None
            return None if _opens_another(tokens, end + after[0], starts) else after[1]
    return None


def is_currency(word: str) -> bool:
    """Return whether a token is the sign of a currency: "$", "₽"."""
    return len(word) == 1 and unicodedata.category(word) == "Sc"


def _is_preposition(tokens: list[Token], end: int, length: int) -> bool:
    """Return whether a word is a preposition, not a qualifier: "handed over 100"."""
    if length > 1 or tokens[end].lower not in _PREPOSITIONS:
        return False
    return end > 0 and tokens[end - 1].lower in _BEFORE_PREPOSITION


def _is_part_of_verb(tokens: list[Token], end: int) -> bool:
    """Return whether "up to" belongs to the verb: "the number missing is up to 57"."""
    if end < 2 or tokens[end - 1].lower != "up" or tokens[end].lower != "to":
        return False
    if tokens[end - 2].lower not in BE:
        return False
    row = {token.lower for token in tokens[max(0, end - 2 - _SUBJECT) : end - 2]}
    return bool(_COUNTS & row) and not _STOPS & row


def _opens_another(tokens: list[Token], at: int, starts: set[int]) -> bool:
    """Return whether the words after a number belong to the next one: "100 and over 20"."""
    return at in starts or (at < len(tokens) and tokens[at].lower in ("than", "to"))


def _closes(low: Quantity, high: Quantity, tokens: list[Token]) -> bool:
    """Return whether two quantities are one range: "at least 5 and as many as 9"."""
    opens_up = high.qualifier in ("at least", "more than") and _opener(low, tokens) in _OPENERS
    if not (high.qualifier == "at most" or opens_up) or low.number.high or high.number.high:
        return False
    if not low.number.value or not high.number.value or low.number.value >= high.number.value:
        return False
    gap = tuple(token.lower for token in tokens[low.last + 1 : high.first])
    if low.qualifier == "exactly":
        opener = _opener(low, tokens)
        joined = gap == ("to",) or (gap == () and opener == "from" and high.first == low.last + 1)
        return joined or (gap == ("and",) and opener == "between")
    return low.qualifier in ("at least", "more than") and gap in BOUND_JOINS


def _opener(quantity: Quantity, tokens: list[Token]) -> str:
    return tokens[quantity.first - 1].lower if quantity.first else ""


def _close(low: Quantity, high: Quantity, tokens: list[Token]) -> None:
    """Join the ends of a range; "between 20 and at least 30" states the lower end alone."""
    if _opener(low, tokens) == "between":
        low.first -= 1
    low.last, low.number.last = high.last, high.number.last
    if high.qualifier == "at most":
        low.number.high = high.number.value
        low.qualifier = "between"
    else:
        low.qualifier = "at least"
        low.rules += (OPEN_RANGE,)
    low.rules += high.rules
