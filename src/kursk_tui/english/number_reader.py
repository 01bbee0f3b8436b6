"""One number as the text writes it, in digits, words or both.

Tokens are read from left to right, each a bounded number of times.
"""

from dataclasses import dataclass
from fractions import Fraction

from kursk_tui.english.digits import is_like_a_group, value_of
from kursk_tui.english.number_words import (
    CROWDS,
    ENDS_GROUP,
    FRACTION_SIGNS,
    FRACTIONS,
    SCALES,
    SCALES_AFTER_NUMBERS,
    SHORT_SCALES,
    TENS,
    UNITS,
    WORDS,
)
from kursk_tui.english.tokens import DASHES, Token, glued
from kursk_tui.english.vague_numbers import LONGEST, crowd, share_length

_LONGEST = 12
"""The most tokens in a number."""

_MOST_DIGITS = 18
_TOO_MUCH = 1_000_000_000_000_000_000
"""The value given to a number with more digits; no count is as large."""

_HALVES = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}

Value = int | Fraction
"""The value of a number."""


@dataclass(slots=True)
class Number:
    """A number as written, tokens `first` to `last`: a value, a range, or an unknown multiple.

    `high` is the upper end of a range. `unit` is set for "hundreds" and "several hundred", which
    have no value. `share` marks a fraction of something ("half", "two thirds"), `digits` a number
    written in digits, `between` a range that the word "between" opens, `loose` a range whose upper
    end is approximate ("300 to about 400"), `unclear` digits that countries read in different ways
    ("12,34", "45.000"), which have no value.
    """

    first: int
    last: int
    value: Value | None
    high: Value | None = None
    unit: int | None = None
    share: bool = False
    digits: bool = False
    between: bool = False
    loose: bool = False
    unclear: bool = False

    @property
    def whole(self) -> bool:
        """Whether this is a whole number, or a range of whole numbers."""
        return all(one is None or one.denominator == 1 for one in (self.value, self.high))

    def scale(self, factor: int) -> None:
        """Multiply the value, and the upper end of a range."""
        self.value = None if self.value is None else self.value * factor
        self.high = None if self.high is None else self.high * factor


def scale_of(word: str) -> int:
    """Return the value of a multiplier: "thousand", and "thousands" after a number; else 0."""
    return SCALES.get(word) or CROWDS.get(word) or SCALES_AFTER_NUMBERS.get(word, 0)


class NumberReader:
    """Reads one number that begins at a token."""

    def __init__(self, tokens: list[Token], skipped: list[bool], at: int) -> None:
        self.tokens, self.skipped, self.first, self.at = tokens, skipped, at, at
        self.digits = self.unclear = False

    def word(self, ahead: int = 0) -> str:
        """Return the next token in lower case, or one after it; "" where none can be read."""
        at = self.at + ahead
        return self.tokens[at].lower if at < len(self.tokens) and not self.skipped[at] else ""

    def read(self) -> Number | None:
        """Return the number that begins at the token, or None."""
        readers = (self._crowd, self._part_of_scale, self._share, self._plain)
        digits = self.tokens[self.at].kind == "number"
        for reader in readers[2:] if digits else readers:
            number = reader()
            if number is not None:
                return number
            self.at = self.first
        return None

    def _number(self, value: Value | None, unit: int | None = None) -> Number:
        if self.unclear:
            value = None
        return Number(
            self.first, self.at - 1, value, unit=unit, digits=self.digits, unclear=self.unclear
        )

    def _crowd(self) -> Number | None:
        found = crowd(self._row())
        if found is None:
            return None
        self.at += found[0]
        return self._number(None, found[1])

    def _part_of_scale(self) -> Number | None:
        """Read "half a million", "three quarters of a million"."""
        count = 1
        if self.word() in ("a", "one"):
            self.at += 1
        elif self.word() in UNITS:
            count = UNITS[self.word()]
            self.at += 1
        if self.word() in DASHES:
            self.at += 1
        if self.word() not in FRACTIONS:
            return None
        part = FRACTIONS[self.word()]
        self.at += 1
        ahead = 1 if self.word() in ("of", "-") else 0
        if self.word(ahead) in ("a", "an", "one"):
            ahead += 2 if self.word(ahead + 1) in DASHES else 1
        if self.word(ahead) not in SCALES:
            return None
        scale = SCALES[self.word(ahead)]
        self.at += ahead + 1
        return self._number(count * part * scale)

    def _share(self) -> Number | None:
        length = share_length(self._row())
        if not length:
            return None
        self.at += length
        digits = self.tokens[self.first].kind == "number"
        return Number(self.first, self.at - 1, None, share=True, digits=digits)

    def _row(self) -> list[str]:
        return [self.word(ahead) for ahead in range(LONGEST)]

    def _plain(self) -> Number | None:
        total: Value = 0
        current = self._start()
        if current is None:
            return None
        scaled = self.word(-1) in SCALES
        while True:
            before = self.at
            if self.word() in DASHES and (self.word(1) in SCALES or self._glues_on(scaled)):
                self.at += 1
            scale = scale_of(self.word())
            if scale and self.at - self.first < _LONGEST:
                if scale < 1_000:
                    current *= scale
                else:
                    total, current = total + current * scale, 0
                self.at, scaled = self.at + 1, True
            elif scaled and (more := self._more()) is not None:
                current += more
                scaled = False
            else:
                self.at = before
                break
        if scaled and (half := self._and_a_half()):  # a million and a half
            current += half * scale_of(self.word(-4))
        return self._number(total + current)

    def _start(self) -> Value | None:
        token = self.tokens[self.at]
        if token.kind == "number":
            return self._in_digits(token)
        if token.lower in ("a", "an") and self.word(1) in SCALES:
            self.at += 1
            return 1
        if token.lower in SCALES:
            return 1
        if token.lower in TENS:
            self.at += 1
            ahead = 1 if self.word() in DASHES else 0
            if 0 < UNITS.get(self.word(ahead), 0) < 10:
                self.at += ahead + 1
                return TENS[token.lower] + UNITS[self.word(-1)]
            return TENS[token.lower]
        if token.lower in UNITS:
            self.at += 1
            return UNITS[token.lower] + self._and_a_half()
        return None

    def _and_a_half(self) -> Value:
        """Read "and a half", "-and-a-quarter", or return 0; "and a half of them" is a share."""
        if self.word() != "and" and self.word(1) != "and":
            return 0
        at, row = 0, list[str]()
        while len(row) < 3 and at < 6:
            if self.word(at) not in DASHES:
                row.append(self.word(at))
            at += 1
        if row[:2] != ["and", "a"] or row[2:] not in (["half"], ["quarter"]):
            return 0
        if self.word(at) == "of":
            return 0
        self.at += at
        return _HALVES[row[2]]

    def _in_digits(self, token: Token) -> Value:
        self.digits = True
        self.at += 1
        text = token.text
        if len(text) > _MOST_DIGITS and sum(map(str.isdigit, text)) > _MOST_DIGITS:
            return _TOO_MUCH
        if text.isdecimal() and len(text) <= 3 and text[0] != "0":
            text += self._groups()
        value = value_of(text)
        if value is None:
            self.unclear = True
            return 0
        near = self.at < len(self.tokens) and glued(self.tokens[self.at - 1], self.tokens[self.at])
        if near and (short := SHORT_SCALES.get(self.word())):
            self.at += 1
            return value * short
        if self.word() in FRACTION_SIGNS:  # 2½
            self.at += 1
            return value + FRACTIONS[self.word(-1)]
        value += self._and_a_half()
        if isinstance(value, Fraction) and not (self.word(-1) in _HALVES or scale_of(self._next())):
            self.unclear = value.denominator == 1 or is_like_a_group(text)
        return value

    def _next(self) -> str:
        """Return the next word, after a hyphen if there is one."""
        return self.word(1) if self.word() in DASHES else self.word()

    def _groups(self) -> str:
        """Read groups of three digits separated by spaces: "122 883"."""
        digits = ""
        before = self.tokens[self.first - 1] if self.first else None
        if before and before.lower in ("'", "‘") and glued(before, self.tokens[self.first]):
            return digits  # in '45 300 fell
        while self.word().isdigit() and len(self.word()) == 3 and len(digits) < 12:
            gap = self.tokens[self.at].start - self.tokens[self.at - 1].end
            unit = self.word(1) if self.at + 1 < len(self.tokens) else ""
            if gap != 1 or unit in ENDS_GROUP:
                break
            digits += self.word()
            self.at += 1
        return digits

    def _glues_on(self, scaled: bool) -> bool:
        """Return whether "-100" continues a number that ends in a scale: "four-thousand-100"."""
        token = self.tokens[self.at]
        near = glued(self.tokens[self.at - 1], token)
        return scaled and near and (self.word(1).isdigit() or self.word(1) in WORDS)

    def _more(self) -> Value | None:
        """Read what is added after a scale: "thousand-100", "hundred and twenty"."""
        at, scale = self.at, scale_of(self.word(-1))
        joined = self.word() == "and" and not self.digits
        if joined:
            self.at += 1
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        near = self.word(-1) in DASHES or not self.digits
        more: Value | None = None
        if token is not None and near and at - self.first < _LONGEST and not self.skipped[self.at]:
            if token.lower in WORDS and UNITS.get(self.word()) != 0:
                more = self._start()
            elif token.text.isdigit() and len(token.text) <= 3 and self.word(-1) in DASHES:
                self.at += 1
                more = int(token.text)
        following = SCALES.get(self.word(), 0)
        if joined and following and (following == scale or following > scale >= 1_000):
            more = None  # "two hundred and three hundred" are two numbers
        if more is None:
            self.at = at
        return more
