"""Constants that the command line shares with the packages it configures. Imports nothing."""

THEMES = ("dark", "light", "contrast", "colour-blind", "ansi")
"""The names of the themes.

`colour-blind` avoids red against green; `ansi` uses the terminal's own colours.
"""

SIZE_LIMIT = 128 * 2**20
"""The default limit on the size of a briefing file, in bytes."""
