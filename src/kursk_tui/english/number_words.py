"""Words that make up numbers, and what each is worth: `lexicon/numbers.toml`."""

from kursk_tui.english.lexicon import phrase_set, word_fractions, word_set, word_values

UNITS = word_values("numbers", "units")
"""Zero to nineteen."""

TENS = word_values("numbers", "tens")

SCALES = word_values("numbers", "scales")
"""What the number before is multiplied by."""

SHORT_SCALES = word_values("numbers", "short_scales")
"""Scales written without a space after digits: "12k"."""

CROWDS = word_values("numbers", "crowds")
"""Plural words for an unknown number of units: "dozens"."""

FRACTIONS = word_fractions("numbers", "fractions")

SEVERAL = word_set("numbers", "words", "several")
"""Words that make an unknown number of the scale after them: "several hundred"."""

CHANGES = tuple(sorted(word_set("numbers", "words", "change")))
"""How verbs of change begin: "rose from 300 to 400"."""

RANGE_JOINS = word_set("numbers", "words", "range_joins")
"""Words between the ends of a range."""

ENDS_GROUP = word_set("numbers", "words", "ends_group")
"""What follows three digits that do not continue those before: "12 155 mm shells"."""

BOUND_JOINS = phrase_set("numbers", "words", "bound_joins")
"""What can stand between a lower and an upper bound of one range."""

WORDS = frozenset(UNITS) | frozenset(TENS)
"""Words for the numbers below a hundred."""

ARTICLES = frozenset({"a", "an"})
"""The indefinite article, which is one before a scale: "a dozen"."""

AFTER_ARTICLE = SEVERAL | SCALES.keys() | FRACTIONS.keys()
"""Words that continue a number after an article."""

OPENERS = WORDS | SEVERAL | CROWDS.keys() | FRACTIONS.keys() | {"tens"}
"""Words that a number written in words can begin with, articles apart."""
