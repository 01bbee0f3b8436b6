"""The themes: one set of names for colours, with values for dark and light ground."""

from textual.theme import Theme

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
            "#0d1117", "#161b22", "#3b434d", "#e3b341", "#203044", "#1a232e",
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
            "#ffffff", "#eef1f4", "#c4ccd4", "#8a5000", "#dbe9f7", "#eef3f8",
            "#2b3138", "#000000", "#59636e", "#656f7a", "#0a55b5", "#0a55b5", "#b3261e",
            # lightness falls with likelihood
            "#675d4c", "#60543f", "#594b33", "#524226", "#4a3a19", "#43310d", "#3c2800",
        ),
        strict=True,
    )
)  # fmt: skip


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
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


THEMES = (_theme("kursk-dark", _DARK, dark=True), _theme("kursk-light", _LIGHT, dark=False))
"""The program's themes, the default first. Their colours are CSS variables named `k-…`."""
