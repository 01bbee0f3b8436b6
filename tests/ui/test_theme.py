"""Colours: all text is legible on its background, and lightness orders likelihood."""

from itertools import combinations, pairwise

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from kursk_tui.defaults import THEMES as NAMES
from kursk_tui.ui.theme import ANSI, PREFIX, THEMES
from tests.tables import each_row

GROUNDS = ("ground", "bar", "cursor", "mark")
BANDS = tuple(f"band-{rank}" for rank in range(7))
INKS = ("text", "words", "muted", "source", "point", "focus", "warning", *BANDS)
HAVE = {str(theme.name).removeprefix(PREFIX): theme for theme in THEMES}

# Red-green blindness in linear RGB: Machado, Oliveira and Fernandes (2009), severity 1.
BLINDNESS = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}


def linear(colour: Color) -> list[float]:
    """Return a colour in linear RGB, from 0 to 1."""
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]


def luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2.2."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: list[float]) -> tuple[float, float, float]:
    """Return a colour of linear RGB in CIE L*a*b*, white D65."""
    red, green, blue = colour
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089

    def curve(t: float) -> float:
        return float(t ** (1 / 3)) if t > 0.008856 else 7.787 * t + 16 / 116

    return 116 * curve(y) - 16, 500 * (curve(x) - curve(y)), 200 * (curve(y) - curve(z))


def seen(colour: Color, kind: str) -> tuple[float, float, float]:
    """Return how a colour looks with one kind of colour blindness, in L*a*b*."""
    have = linear(colour)
    mixed = [sum(a * b for a, b in zip(row, have, strict=True)) for row in BLINDNESS[kind]]
    return lab([min(1, max(0, part)) for part in mixed])


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables[f"k-{name}"])


def in_256(one: Color) -> Color:
    """Return the colour that a terminal with 256 colours shows instead."""
    reduced = RichColor.parse(one.hex).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return Color(reduced.red, reduced.green, reduced.blue)


def test_the_ratio_is_that_of_wcag() -> None:
    black, white, grey = (Color.parse(one) for one in ("#000", "#fff", "#767676"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)


def test_lab_is_that_of_the_cie() -> None:
    assert lab(linear(Color.parse("#fff"))) == pytest.approx((100, 0, 0), abs=0.1)
    assert lab(linear(Color.parse("#f00"))) == pytest.approx((53.2, 80.1, 67.2), abs=0.2)


def test_the_themes_are_those_that_can_be_configured() -> None:
    assert (*HAVE, str(ANSI.name).removeprefix(PREFIX)) == NAMES


@pytest.mark.parametrize("name", HAVE)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_has_the_contrast_that_wcag_requires(name: str, ground: str) -> None:
    other = colour(HAVE[name], ground)
    least = 7 if name == "contrast" else 4.5
    inks = {ink: colour(HAVE[name], ink) for ink in INKS}
    assert {ink: one for ink, one in inks.items() if contrast(one, other) < least} == {}
    reduced = {ink: in_256(one) for ink, one in inks.items()}
    assert {ink: one for ink, one in reduced.items() if contrast(one, in_256(other)) < 4.5} == {}


@pytest.mark.parametrize("name", HAVE)
@pytest.mark.parametrize("ground", ["ground", "bar"])
def test_dimmed_text_is_legible(name: str, ground: str) -> None:
    one, other = colour(HAVE[name], "faint"), colour(HAVE[name], ground)
    assert contrast(one, other) >= (7 if name == "contrast" else 4.5)
    assert contrast(in_256(one), in_256(other)) >= 4.5


@each_row("name", HAVE)
def test_the_title_of_the_focused_pane_is_legible(name: str) -> None:
    assert contrast(colour(HAVE[name], "ground"), colour(HAVE[name], "focus")) >= 4.5


@each_row("name", HAVE)
def test_likelihood_stands_out_more_the_higher_it_is(name: str) -> None:
    ground = colour(HAVE[name], "ground")
    contrasts = [contrast(colour(HAVE[name], band), ground) for band in BANDS]
    assert contrasts == sorted(contrasts)
    assert len(set(contrasts)) == 7
    fewer = [contrast(in_256(colour(HAVE[name], band)), in_256(ground)) for band in BANDS]
    assert fewer == sorted(fewer)


def difference(one: Color, other: Color) -> float:
    """Return the distance of two colours in L*a*b*; about 2 is just noticeable side by side."""
    pairs = zip(lab(linear(one)), lab(linear(other)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@each_row("name", HAVE)
def test_neighbouring_terms_differ_in_colour(name: str) -> None:
    bands = [colour(HAVE[name], band) for band in BANDS]
    for rank, (one, other) in enumerate(pairwise(bands)):
        assert difference(one, other) >= 8, rank


@pytest.mark.parametrize("name", HAVE)
@pytest.mark.parametrize("ink", ["text", "words", "muted", "warning", "focus"])
def test_what_a_term_reaches_differs_from_other_words(name: str, ink: str) -> None:
    bands = {band: colour(HAVE[name], band) for band in BANDS}
    other = colour(HAVE[name], ink)
    assert {band: one for band, one in bands.items() if difference(one, other) < 14} == {}


@each_row("name", HAVE)
def test_what_the_likeliest_term_reaches_differs_most(name: str) -> None:
    differences = [difference(colour(HAVE[name], one), colour(HAVE[name], "text")) for one in BANDS]
    assert differences == sorted(differences)
    assert differences[-1] >= 50


@pytest.mark.parametrize("kind", BLINDNESS)
def test_roles_are_distinct_with_red_green_blindness(kind: str) -> None:
    theme = HAVE["colour-blind"]
    roles = {
        name: seen(colour(theme, name), kind)
        for name in ("focus", "source", "warning", "muted", "words")
    }
    for (one, first), (other, second) in combinations(roles.items(), 2):
        distance = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        assert distance >= 20, (one, other)


@each_row("name", HAVE)
def test_words_of_the_query_are_legible_and_differ_from_every_ground(name: str) -> None:
    found, words = colour(HAVE[name], "found"), colour(HAVE[name], "words")
    assert contrast(found, words) >= (7 if name == "contrast" else 4.5)
    assert contrast(in_256(found), in_256(words)) >= 4.5
    for ground in ("ground", "cursor", "mark"):
        other = colour(HAVE[name], ground)
        assert difference(found, other) >= 20
        assert difference(in_256(found), in_256(other)) >= 20
