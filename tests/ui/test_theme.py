"""Colours: every text can be read on its ground, and likelihood is ordered in lightness."""

import pytest
from textual.color import Color
from textual.theme import Theme

from kursk_tui.ui.theme import THEMES

GROUNDS = ("ground", "bar", "cursor", "mark")
INKS = (
    *("text", "words", "muted", "source", "point", "focus", "warning"),
    *(f"band-{rank}" for rank in range(7)),
)


def luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_wcag() -> None:
    black, white, grey = (Color.parse(one) for one in ("#000", "#fff", "#767676"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables[f"k-{name}"])


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_text_has_the_contrast_that_wcag_asks_for(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(colour(theme, ink), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("ground", ["ground", "bar"])
def test_what_is_dimmed_can_be_read_still(theme: Theme, ground: str) -> None:
    assert contrast(colour(theme, "faint"), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_likelihood_stands_out_more_the_higher_it_is(theme: Theme) -> None:
    ground = colour(theme, "ground")
    contrasts = [contrast(colour(theme, f"band-{rank}"), ground) for rank in range(7)]
    assert contrasts == sorted(contrasts)
    assert len(set(contrasts)) == 7
