"""Constants that the command line shares with the packages it configures. Imports nothing."""

THEMES = ("dark", "light", "contrast", "colour-blind", "ansi")
"""The names of the themes.

`colour-blind` avoids red against green; `ansi` uses the terminal's own colours.
"""

SCALES = {"phia": "phia-2025", "icd203": "icd-203"}
"""The scales of likelihood by the names that the command line uses; the first is the default."""

SIZE_LIMIT = 128 * 2**20
"""The default limit on the size of a briefing file, in bytes."""

CLOCKS = ("known", "published")
"""What dates the editions of a library; the first is the default."""
