"""The themes: named colours, and their values in each theme."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

_NAMES = (
    "ground",
    "bar",
    "hairline",
    "focus",
    "cursor",
    "mark",
    "found",
    "text",
    "words",
    "muted",
    "faint",
    "source",
    "point",
    "warning",
    *(f"band-{rank}" for rank in range(7)),
)


def _colours(*values: str) -> dict[str, str]:
    return dict(zip(_NAMES, values, strict=True))


_DARK = _colours(
    "#0d1117", "#1a1d22", "#3b434d", "#e3b341", "#1f2e46", "#20242b", "#5f3f87",
    "#c9d1d9", "#f0f6fc", "#98a1ab", "#848c97", "#79b8ff", "#7ee2c3", "#ff9d8a",
    # lightness rises with likelihood
    "#a99c82", "#b7a77d", "#c6b279", "#d4bc74", "#e2c76f", "#f1d26b", "#ffdd66",
)  # fmt: skip

_LIGHT = _colours(
    "#ffffff", "#eff1f3", "#c4ccd4", "#8a5000", "#e0edfa", "#e9ebee", "#e2c9fb",
    "#2b3138", "#000000", "#59636e", "#656f7a", "#0a55b5", "#00675b", "#b3261e",
    # lightness falls with likelihood; the hue turns to red, unlike the text
    "#6b685b", "#6a5f46", "#6b5532", "#6d4a20", "#703d10", "#742c04", "#781300",
)  # fmt: skip


_CONTRAST = _colours(
    "#000000", "#000000", "#b0b0b0", "#ffd400", "#002a66", "#2a2a2a", "#5c2a94",
    "#ffffff", "#ffffff", "#dcdcdc", "#d0d0d0", "#9fd3ff", "#8dffdc", "#ffb3a0",
    # lightness rises with likelihood
    "#c5b7a3", "#d5bf9c", "#e2c894", "#ecd28b", "#f4dd83", "#fae97a", "#fef571",
)  # fmt: skip

# Blue, yellow and lightness can be distinguished with red-green colour blindness.
_COLOUR_BLIND = _colours(
    "#10131a", "#1c2029", "#414a58", "#ffb000", "#202e4e", "#262b35", "#6a4a94",
    "#d3d9e2", "#ffffff", "#a3adba", "#8f99a6", "#62b5ff", "#d2f5ea", "#f8f8a4",
    # lightness rises with likelihood
    "#b0a58d", "#bdb087", "#cabb80", "#d8c67a", "#e5d174", "#f2dc6d", "#ffe766",
)  # fmt: skip

PREFIX = "kursk-"
"""The prefix of the themes' names in Textual; users see the rest."""


def _theme(name: str, colours: dict[str, str], *, dark: bool = True) -> Theme:
    return Theme(
        name=f"{PREFIX}{name}",
        dark=dark,
        primary=colours["source"],
        accent=colours["focus"],
        warning=colours["warning"],
        error=colours["warning"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["ground"],
        panel=colours["bar"],
        variables={f"k-{key}": value for key, value in colours.items()},
    )


THEMES = (
    _theme("dark", _DARK),
    _theme("light", _LIGHT, dark=False),
    _theme("contrast", _CONTRAST),
    _theme("colour-blind", _COLOUR_BLIND),
)
"""The themes for 256 colours and more, the default first; colours are CSS variables `k-…`."""

# Only the default foreground and background: users configure the 16 colours, and any of them may
# be unreadable on the background. Everything else is marked by bold, italic and reverse.
ANSI = replace(
    BUILTIN_THEMES["ansi-dark"],
    name=f"{PREFIX}ansi",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **{f"k-{name}": "ansi_default" for name in _NAMES},
    },
)
"""The theme for terminals with fewer than 256 colours."""
