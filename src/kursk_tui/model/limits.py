"""The most that a claim, a chain and a field of a briefing may contain.

The whole file is limited by its size only.
"""

MAX_TEXT = 2**20
"""The most characters of a field, except the text of a document."""

MAX_PARTS = 1_000
"""The most entries of a list in a claim: figures, likelihoods, dates, notes and so on."""

MAX_CHAIN = 100
"""The most sources in a chain."""
