"""Words that make up numbers, with their values: `lexicon/numbers.toml`."""

from kursk_tui.english.lexicon import (
    phrase_set,
    word_endings,
    word_fractions,
    word_set,
    word_values,
)

UNITS = word_values("numbers", "units")
"""Zero to nineteen."""

TENS = word_values("numbers", "tens")

SCALES = word_values("numbers", "scales")
"""Multipliers of the number before them."""

SCALES_AFTER_NUMBERS = word_values("numbers", "scales_after_numbers")
"""Multipliers that need a number before them: "three score", but not "a score of 3-2"."""

SHORT_SCALES = word_values("numbers", "short_scales")
"""Scales written without a space after digits: "12k"."""

CROWDS = word_values("numbers", "crowds")
"""Plural words for an unknown number of units: "dozens"."""

FRACTIONS = word_fractions("numbers", "fractions")

FRACTION_SIGNS = frozenset(word for word in FRACTIONS if not word.isalpha())
"""Fractions that are one character: "½"."""

SEVERAL = word_set("numbers", "words", "several")
"""Words that, before a scale, make an unknown multiple of it: "several hundred"."""

CHANGES = word_endings("numbers", "words", "change")
"""Beginnings of verbs of change: "rose from 300 to 400"."""

RANGE_JOINS = word_set("numbers", "words", "range_joins")
"""Words between the ends of a range."""

ENDS_GROUP = word_set("numbers", "words", "ends_group")
"""Words after three digits that do not continue the digits before: "12 155 mm shells"."""

BOUND_JOINS = phrase_set("numbers", "words", "bound_joins")
"""Phrases between the lower and the upper bound of one range."""

WORDS = frozenset(UNITS) | frozenset(TENS)
"""Words for the numbers below a hundred."""

ARTICLES = frozenset({"a", "an"})
"""The indefinite article, which means one before a scale: "a dozen"."""

AFTER_ARTICLE = SEVERAL | SCALES.keys() | FRACTIONS.keys()
"""Words that continue a number after an article."""

OPENERS = WORDS | SEVERAL | CROWDS.keys() | FRACTIONS.keys() | {"tens"}
"""Words, apart from articles, with which a number written in words can begin."""
