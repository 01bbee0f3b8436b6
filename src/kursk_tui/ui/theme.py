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
            "#0d1117", "#161b22", "#3b434d", "#e3b341", "#243447", "#1a232e",
            "#c9d1d9", "#f0f6fc", "#98a1ab", "#7d8590", "#79b8ff", "#79b8ff", "#ff9d8a",
            # lightness rises with likelihood
            "#8a7d62", "#9a8860", "#ac955c", "#bfa358", "#d2b054", "#e6c04f", "#ffd95c",
        ),
        strict=True,
    )
)  # fmt: skip

_LIGHT = dict(
    zip(
        _NAMES,
        (
            "#ffffff", "#eef1f4", "#c4ccd4", "#9a5b00", "#dbe9f7", "#eef3f8",
            "#2b3138", "#000000", "#59636e", "#68727d", "#0a55b5", "#0a55b5", "#b3261e",
            # lightness falls with likelihood
            "#7d7365", "#776952", "#705f41", "#6a5531", "#634b21", "#573e10", "#452e00",
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
