"""The themes: one set of names for colours, with values for dark and light ground."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

_NAMES = (
    "ground",
    "bar",
    "hairline",
    "focus",
    "cursor",
    "mark",
    "text",
    "words",
    "muted",
    "faint",
    "source",
    "point",
    "warning",
    *(f"band-{rank}" for rank in range(7)),
)

_DARK = dict(
    zip(
        _NAMES,
        (
            "#0d1117", "#1a1d22", "#3b434d", "#e3b341", "#203044", "#20242b",
            "#c9d1d9", "#f0f6fc", "#98a1ab", "#848c97", "#79b8ff", "#79b8ff", "#ff9d8a",
            # lightness rises with likelihood
            "#a99c82", "#b7a77d", "#c6b279", "#d4bc74", "#e2c76f", "#f1d26b", "#ffdd66",
        ),
        strict=True,
    )
)  # fmt: skip

_LIGHT = dict(
    zip(
        _NAMES,
        (
            "#ffffff", "#eff1f3", "#c4ccd4", "#8a5000", "#dbe9f7", "#e9ebee",
            "#2b3138", "#000000", "#59636e", "#656f7a", "#0a55b5", "#0a55b5", "#b3261e",
            # lightness falls with likelihood
            "#675d4c", "#60543f", "#594b33", "#524226", "#4a3a19", "#43310d", "#3c2800",
        ),
        strict=True,
    )
)  # fmt: skip


def _theme(name: str, colours: dict[str, str], *, dark: bool = True) -> Theme:
    return Theme(
        name=name,
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


THEMES = (_theme("kursk-dark", _DARK), _theme("kursk-light", _LIGHT, dark=False))
"""The themes for 256 colours and more, the default first; colours are CSS variables `k-…`."""

# The terminal's own two colours: what 16 colours look like is the reader's choice, and any of them
# may be unreadable on the reader's ground. Bold, italics and reverse tell the rest.
ANSI = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="kursk-ansi",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **{f"k-{name}": "ansi_default" for name in _NAMES},
    },
)
"""The theme for terminals with fewer colours, or none."""
