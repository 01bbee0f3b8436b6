"""The words of numbers, and what each is worth."""

from fractions import Fraction

UNITS = {
    word: value
    for value, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
    "dozen": 12,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
SHORT_SCALES = {"k": 1_000, "mln": 1_000_000, "bn": 1_000_000_000}
"""Scales that stand glued to digits: "12k"."""

CROWDS = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1_000,
    "millions": 1_000_000,
    "billions": 1_000_000_000,
}
"""Plural words of an unknown number of units."""

SEVERAL = frozenset({"several", "few", "many", "couple", "some"})
"""Words that make a unit of the scale after them: "several hundred"."""

FRACTIONS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "quarters": Fraction(1, 4),
    "third": Fraction(1, 3),
    "thirds": Fraction(1, 3),
    "fifth": Fraction(1, 5),
    "fifths": Fraction(1, 5),
    "tenth": Fraction(1, 10),
    "tenths": Fraction(1, 10),
    "sixth": Fraction(1, 6),
    "sixths": Fraction(1, 6),
    "eighth": Fraction(1, 8),
    "eighths": Fraction(1, 8),
    "halves": Fraction(1, 2),
}

WORDS = frozenset(UNITS) | frozenset(TENS)

OPENERS = WORDS | SEVERAL | frozenset(CROWDS) | frozenset(FRACTIONS) | {"a", "an", "tens"}
"""Words that a number written in words may begin with."""
