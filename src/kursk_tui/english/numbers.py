"""Numbers of a sentence: digits, words and both, each with its span and what it is worth.

Reading goes from left to right and never back: every token is looked at a bounded number of times.
"""

from dataclasses import dataclass
from fractions import Fraction

from kursk_tui.english.number_words import (
    CROWDS,
    FRACTIONS,
    OPENERS,
    SCALES,
    SEVERAL,
    SHORT_SCALES,
    TENS,
    UNITS,
    WORDS,
)
from kursk_tui.english.tokens import Token, glued

DASHES = frozenset("-–—‑−")
"""Marks between the ends of a range, or within a number in words."""

_BLANKS = frozenset(" \u00a0\u202f\u2009")
_DIGITS_MOST = 18
"""Digits of the longest number that is read; a longer one is no count."""


@dataclass(slots=True)
class Number:
    """A number as written, tokens `first` to `last`: a value, a range, or a unit of many.

    `unit` is set for "hundreds" and "several hundred": then there is no value. `share` marks a
    fraction of something ("half", "two thirds").
    """

    first: int
    last: int
    value: Fraction | None
    high: Fraction | None = None
    unit: int | None = None
    share: bool = False
    digits: bool = False
    between: bool = False

    @property
    def whole(self) -> bool:
        """Whether it can count people."""
        return all(one is None or one.denominator == 1 for one in (self.value, self.high))


def numbers(tokens: list[Token], taken: list[bool]) -> list[Number]:
    """Return the numbers in order; tokens that are `taken`, such as those of dates, are left."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        begins = not taken[at] and (token.kind == "number" or token.lower in OPENERS)
        number = _Reader(tokens, taken, at).read() if begins else None
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.last + 1
    return found


class _Reader:
    """Reads one number from a place on."""

    def __init__(self, tokens: list[Token], taken: list[bool], at: int) -> None:
        self.tokens, self.taken, self.first, self.at = tokens, taken, at, at
        self.digits = False

    def word(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.tokens[at].lower if at < len(self.tokens) and not self.taken[at] else ""

    def read(self) -> Number | None:
        ways = (self._crowd, self._part_of_scale, self._share, self._plain)
        digits = self.tokens[self.at].kind == "number"
        for way in ways[2:] if digits else ways:
            number = way()
            if number is not None:
                return number
            self.at = self.first
        return None

    def _number(self, value: Fraction | None, unit: int | None = None) -> Number:
        return Number(self.first, self.at - 1, value, unit=unit, digits=self.digits)

    def _crowd(self) -> Number | None:
        """Dozens, several hundred, tens of thousands: a unit, never a bound."""
        if self.word() in ("tens", "hundreds") and self.word(1) == "of" and self.word(2) in CROWDS:
            unit = (10 if self.word() == "tens" else 100) * CROWDS[self.word(2)]
            self.at += 3
            return self._number(None, unit)
        if self.word() == "a" and self.word(1) in ("few", "couple"):
            self.at += 1
        several = self.word() in SEVERAL and self.word() != "some"
        if several:
            self.at += 1
            if self.word() == "of" or self.word() in ("more", "dozens"):
                self.at += 1
        scale, crowd = self.word(), self.word()
        if several and scale in SCALES:
            unit = SCALES[scale]
            self.at += 1
            if self.word() in SCALES:  # several hundred thousand
                unit *= SCALES[self.word()]
                self.at += 1
            return self._number(None, unit)
        if crowd in CROWDS:
            self.at += 1
            return self._number(None, CROWDS[crowd])
        return None

    def _part_of_scale(self) -> Number | None:
        """Read a quarter of a million, half a million, three quarters of a million."""
        count = Fraction(1)
        if self.word() in ("a", "one"):
            self.at += 1
        elif self.word() in UNITS:
            count = Fraction(UNITS[self.word()])
            self.at += 1
        if self.word() in DASHES:
            self.at += 1
        if self.word() not in FRACTIONS:
            return None
        part = FRACTIONS[self.word()]
        self.at += 1
        ahead = 1 if self.word() in ("of", "-") else 0
        if self.word(ahead) in ("a", "an", "one"):
            ahead += 1
        if self.word(ahead) not in SCALES:
            return None
        scale = SCALES[self.word(ahead)]
        self.at += ahead + 1
        return self._number(count * part * scale)

    def _share(self) -> Number | None:
        """Half, a third, two-thirds, one in five: a share of something."""
        start = self.word()
        if start == "half":
            self.at += 1
            return Number(self.first, self.at - 1, None, share=True)
        if start in UNITS or start == "a" or self.tokens[self.at].kind == "number":
            ahead = 2 if self.word(1) in DASHES else 1
            part = self.word(ahead)
            if part in FRACTIONS and (start != "a" or part in ("third", "quarter", "fifth")):
                self.at += ahead + 1
                return Number(self.first, self.at - 1, None, share=True)
            if self.word(1) == "in" and (start == "one") and self.word(2) in WORDS:
                self.at += 3
                return Number(self.first, self.at - 1, None, share=True)
        return None

    def _plain(self) -> Number | None:
        total, current = Fraction(0), self._start()
        if current is None:
            return None
        scaled = self.word(-1) in SCALES
        while True:
            step = self.at
            if self.word() in DASHES and (self.word(1) in SCALES or self._glues_on(scaled)):
                self.at += 1
            word = self.word()
            if word in SCALES and self._may_scale(step):
                if word in ("hundred", "dozen"):
                    current *= SCALES[word]
                else:
                    total, current = total + current * SCALES[word], Fraction(0)
                self.at, scaled = self.at + 1, True
            elif scaled and (more := self._more()) is not None:
                current += more
                scaled = False
            else:
                self.at = step
                break
        return self._number(total + current)

    def _start(self) -> Fraction | None:
        token = self.tokens[self.at]
        if token.kind == "number":
            return self._figures(token)
        if token.lower in ("a", "an") and self.word(1) in (
            "hundred",
            "thousand",
            "million",
            "dozen",
        ):
            self.at += 1
            return Fraction(1)
        if token.lower in TENS:
            self.at += 1
            ahead = 1 if self.word() in DASHES else 0
            if 0 < UNITS.get(self.word(ahead), 0) < 10:
                self.at += ahead + 1
                return Fraction(TENS[token.lower] + UNITS[self.word(-1)])
            return Fraction(TENS[token.lower])
        if token.lower in UNITS:
            self.at += 1
            if self.word() == "and" and self.word(1) == "a" and self.word(2) == "half":
                if self.word(3) in SCALES:
                    self.at += 3
                    return UNITS[token.lower] + Fraction(1, 2)
            return Fraction(UNITS[token.lower])
        return None

    def _figures(self, token: Token) -> Fraction | None:
        self.digits = True
        self.at += 1
        text = token.text.replace(",", "")
        if len(text) > _DIGITS_MOST:
            return Fraction(10**_DIGITS_MOST)
        if 1 <= len(text) <= 3 and text[0] != "0":
            text += self._groups()
        value = Fraction(int(text)) if text.isdecimal() else Fraction(text)
        short = SHORT_SCALES.get(self.word())
        if short and glued(self.tokens[self.at - 1], self.tokens[self.at]):
            self.at += 1
            return value * short
        return value

    def _groups(self) -> str:
        """Digits in threes, set apart by blanks: 122 883."""
        digits = ""
        while self.word().isdigit() and len(self.word()) == 3 and len(digits) < 12:
            gap = self.tokens[self.at].start - self.tokens[self.at - 1].end
            unit = self.word(1) if self.at + 1 < len(self.tokens) else ""
            if gap != 1 or unit in ("mm", "st", "nd", "rd", "th"):
                break
            digits += self.word()
            self.at += 1
        return digits

    def _glues_on(self, scaled: bool) -> bool:
        """Whether "-100" goes on a number that ends in a scale: four-thousand-100."""
        token = self.tokens[self.at]
        near = glued(self.tokens[self.at - 1], token)
        return scaled and near and (self.word(1).isdigit() or self.word(1) in WORDS)

    def _may_scale(self, step: int) -> bool:
        """Whether a scale belongs to the number before: not in "two dozen hundred" without end."""
        return self.at - self.first < 12 and step >= self.first

    def _more(self) -> Fraction | None:
        """Return what is added after a scale: thousand-100, hundred and twenty."""
        at = self.at
        if self.word() == "and" and not self.digits:
            self.at += 1
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        near = self.word(-1) in DASHES or not self.digits
        if token is not None and near and self.at - self.first < 12 and not self.taken[self.at]:
            if token.lower in WORDS and self.word() not in ("zero",):
                return self._start()
            if token.text.isdigit() and len(token.text) <= 3 and self.word(-1) in DASHES:
                self.at += 1
                return Fraction(token.text)
        self.at = at
        return None
