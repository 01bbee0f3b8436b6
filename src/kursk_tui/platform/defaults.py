"""What the program does unless its reader says otherwise; the lightest of modules."""

THEMES = ("dark", "light", "contrast", "colour-blind", "ansi")
"""The names of the themes: quiet on dark, on light, of high contrast, for red-green blindness, and
in the terminal's own colours."""

SIZE_LIMIT = 128 * 2**20
"""How many bytes a briefing may have."""
