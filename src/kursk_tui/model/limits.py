"""The most that a claim, a chain and a field of a briefing may contain.

Within these limits, what the dashboard does for one claim takes no noticeable time; the whole file
is limited by its size only. `docs/file-format.md` lists the limits.
"""

MAX_TEXT = 2**20
"""The most characters of a field, except the text of a document."""

MAX_CLAIM_TEXT = 2**22
"""The most characters of a claim, in all its fields."""

MAX_PARTS = 1_000
"""The most entries of a list in a claim: figures, likelihoods, dates, notes and so on."""

MAX_CHAIN = 100
"""The most sources in a chain."""

MAX_FURTHER = 20
"""The most further chains of an attribution."""

MAX_CITED = 500
"""The most characters of a name or title where each claim of it repeats it.

Without a limit, output and index would grow with the length of the name times the claims.
"""
