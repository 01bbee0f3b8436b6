"""Numbers that count nobody: times, money, shares, names, compounds - and what to say of each."""

import itertools

from kursk_tui.english.annotated_sentence import Reading
from kursk_tui.english.function_words import BE, DETERMINERS
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import glued

_CURRENCY = frozenset("$€£¥₩₽₴₹₪")
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "gmt", "utc", "o'clock", "est", "hrs"})
_MARKS = frozenset({",", ".", ";", ")", "”", '"'})
_AGES = 12
_DESCRIBED = frozenset({"dead", "killed", "wounded", "injured", "missing", "them", "whom"})
_AGED = frozenset({"aged", "age", "ages"})


def not_a_count(reading: Reading, quantity: Quantity) -> str | None:
    """Return why a number is no count whatever stands around, or None."""
    number = quantity.number
    if number.share:
        return "a share of something, not a count"
    for test in (
        _money,
        _percent,
        _one_in,
        _time,
        _ordinal,
        _designation,
        _age,
        _year_of,
        _compound,
        _name,
    ):
        if (reason := test(reading, quantity)) is not None:
            return reason
    if not number.whole:
        return "not a whole number"
    return None


def _money(reading: Reading, quantity: Quantity) -> str | None:
    first, last = quantity.number.first, quantity.number.last
    if reading.lower(first - 1) in _CURRENCY or reading.lower(last + 1) in _CURRENCY:
        return "an amount of money"
    if reading.lower(first - 1) in ("usd", "eur", "us$") or reading.lower(last + 1) == "us$":
        return "an amount of money"
    return None


def _percent(reading: Reading, quantity: Quantity) -> str | None:
    after = reading.row(quantity.last + 1, quantity.last + 3)
    if after[:1] and after[0] in ("%", "percent", "pct", "percentage", "per-cent"):
        return "a percentage"
    if after == ["per", "cent"]:
        return "a percentage"
    if after[:1] == ["-"] and after[1:2] and after[1] in ("percent", "per"):
        return "a percentage"
    return None


def _one_in(reading: Reading, quantity: Quantity) -> str | None:
    """Read "1 in 5 of the prisoners"."""
    if "in" not in (reading.lower(quantity.first - 1), reading.lower(quantity.last + 1)):
        return None
    nth = reading.quantity_at[quantity.first]
    near = reading.quantities[max(0, nth - 1) : nth + 2]
    for one, other in itertools.pairwise(near):
        joined = reading.row(one.last + 1, other.first) == ["in"]
        if joined and one.number.value == 1 and reading.lower(other.last + 1) == "of":
            return "a share of something, not a count"
    return None


def _time(reading: Reading, quantity: Quantity) -> str | None:
    first, last = quantity.number.first, quantity.number.last
    if reading.lower(last + 1) in _CLOCK:
        return "a time"
    tokens = reading.tokens
    for left in (first, first - 2):
        if left < 0 or left + 2 >= len(tokens) or tokens[left + 1].text != ":":
            continue
        row = tokens[left : left + 3]
        if all(map(glued, row, row[1:])) and row[0].kind == row[2].kind == "number":
            clock = len(row[2].text) == 2 and row[0].text.isdecimal() and int(row[0].text) < 25
            return "a time" if clock else "a ratio"
    if "ratio" in reading.row(first - 4, first) or "to" in (
        reading.lower(last + 1) if _closes_ratio(reading, last) else "",
    ):
        return "a ratio"
    return None


def _closes_ratio(reading: Reading, last: int) -> bool:
    return reading.lower(last + 2) in ("1", "one") and reading.lower(last + 1) == "to"


def _ordinal(reading: Reading, quantity: Quantity) -> str | None:
    last = quantity.number.last
    if last + 1 < len(reading.tokens) and glued(reading.tokens[last], reading.tokens[last + 1]):
        if reading.lower(last + 1) in ("st", "nd", "rd", "th"):
            return "an ordinal: a rank, or part of a unit's name"
    return None


def _designation(reading: Reading, quantity: Quantity) -> str | None:
    """M777, F-16, COVID-19: digits that belong to a name."""
    first, last = quantity.number.first, quantity.number.last
    tokens = reading.tokens
    if tokens[first].kind == "number" and first:
        before = tokens[first - 1]
        if glued(before, tokens[first]):
            if before.is_word or before.text in "#/_.:":
                return "part of a name"
            if before.text in "-‑–" and first > 1 and glued(tokens[first - 2], before):
                named = tokens[first - 2].is_word and any(map(str.isupper, tokens[first - 2].text))
                return "part of a name" if named else None
    if last + 1 < len(tokens) and glued(tokens[last], tokens[last + 1]):
        after = tokens[last + 1]
        if (
            after.is_word
            and after.text.isupper()
            and not reading.words.things.starting(tokens, last + 1)
        ):
            return "part of a name"
    return None


def _after_a_name(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number stands between a name and a mark, as ages do in the press."""
    first, last = quantity.first, quantity.last
    if first < 2 or quantity.qualifier != "exactly" or not 1 <= (quantity.number.value or 0) < 120:
        return False
    named = reading.lower(first - 1) == "," and reading.tokens[first - 2].capital
    return named and (last + 1 >= len(reading.tokens) or reading.lower(last + 1) in _MARKS)


def _aged_before(reading: Reading, first: int) -> bool:
    """Whether only other ages stand between "aged" and a number: "aged 12, 14 and 17"."""
    if reading.tokens[first - 1].kind == "number":
        return False
    for at in range(first - 1, max(-1, first - _AGES), -1):
        if reading.lower(at) == "aged":
            return True
        number = reading.tokens[at].kind == "number"
        if not number and reading.lower(at) not in (",", "and", "or", "to", "between", "about"):
            return False
    return False


def _are_people(reading: Reading, verb: int, end: int) -> bool:
    """Whether a clause says of people what they are: "half of the dead were under 18"."""
    if reading.lower(verb) not in BE or (end < len(reading.tokens) and reading.tokens[end].is_word):
        return False
    people = reading.words.people.ending(reading.tokens, verb - 1)
    return bool(people) or reading.lower(verb - 1) in _DESCRIBED


def _age(reading: Reading, quantity: Quantity) -> str | None:
    first, last = quantity.first, quantity.last
    if quantity.number.digits and _after_a_name(reading, quantity):
        return "an age"  # said Umm Ahmed, 43.
    if reading.lower(first - 1) in _AGED or _aged_before(reading, first):
        return "an age"
    if reading.lower(first) in ("under", "over") and _are_people(reading, first - 1, last + 1):
        return "an age"
    if reading.lower(first - 1) == "of" and reading.words.person.ending(reading.tokens, first - 2):
        return "an age"  # a girl of 9
    row = [word for word in reading.row(last + 1, last + 6) if word not in ("-", "‑")]
    if row[:2] in (["years", "old"], ["year", "old"], ["months", "old"], ["years", "of"]):
        return "a duration" if row[:2] == ["years", "of"] and row[2:3] != ["age"] else "an age"
    return None


def _year_of(reading: Reading, quantity: Quantity) -> str | None:
    """Read "the 2020 war": a year that tells which."""
    token, at = reading.tokens[quantity.first], quantity.last + 1
    value = quantity.number.value or 0
    if quantity.first != quantity.last or len(token.text) != 4 or not 1800 <= value < 2100:
        return None
    before, after = reading.lower(quantity.first - 1), reading.lower(at)
    named = before in DETERMINERS or before.endswith("'s")
    if not named or not after.isalpha() or after.endswith("s"):
        return None
    known = reading.words.people.starting(reading.tokens, at) or at in reading.hit_at
    return None if known or reading.tokens[at].capital else "a year, which tells what is meant"


def _compound(reading: Reading, quantity: Quantity) -> str | None:
    """12-day, 10-point: what the compound's noun is decides."""
    last = quantity.last
    tokens = reading.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text not in ("-", "‑"):
        return None
    if not glued(tokens[last], tokens[last + 1]) or not glued(tokens[last + 1], tokens[last + 2]):
        return None
    if reading.lower(last + 2) in ("strong", "odd", "plus", "some"):
        return None
    thing = reading.words.things.starting(tokens, last + 2)
    return str(thing[1].fields["reason"]) if thing else "part of a compound word"


def _name(reading: Reading, quantity: Quantity) -> str | None:
    first = quantity.number.first
    if first != quantity.first or not first or reading.tokens[first].kind != "number":
        return None
    before = reading.tokens[first - 1]
    dot = before.text == "." and first > 1
    named = reading.tokens[first - 2] if dot else before
    if named.capital and named.lower in reading.words.numbered and first > 1:
        return "the number of a thing, not a count"
    return None
