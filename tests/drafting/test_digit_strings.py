"""Property: a figure never has a part of a longer string of digits, whatever joins the digits."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import FigureFinding
from tests.model.factory import property_test

SIGNS = (
    *(",", ".", "'", "’", "‘", "ʼ", "′", "´", "`", "·", "_", "٬", "٫", "，", "/", ":", "+", "±"),
    *(" ", "\u00a0", "\u2009", "\u202f", "\u2007", "  ", "\n", "\n  ", ", ", " ,", ",\n", "’ "),
    *("\u200b", "\u00ad", "\u2060", ",\u200b", "×", "*", "=", "~", "|", "#", "\\", "^", "•", "°"),
)
"""What countries and layouts put between the digits of one number, and what they do not."""

DIGITS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९")
BEFORE = (
    *("", "At least ", "Some ", "~", "up to ", "In Kursk ", "They say that ", "(", "“", "No. "),
    *("$", "In 2024 ", "On 5 May 2024, ", "about\n", "and ", "half of the ", "killing "),
)
AFTER = (
    *(" people were killed.", " were killed.", "+ people were killed.", " of them were killed."),
    *("-odd people were killed.", "th people were killed.", "k people were killed.", ")", "”", "m"),
    *(" and 3 people were killed.", ", 12 of them children, were killed.", "[1] people died."),
)


@st.composite
def digit_strings(draw: st.DrawFn) -> str:
    """Return groups of digits, joined by signs that are mostly the same."""
    digits = draw(st.sampled_from(DIGITS))
    lengths = draw(st.lists(st.sampled_from((1, 2, 3, 3, 3, 4, 5)), min_size=2, max_size=4))
    sign = draw(st.sampled_from(SIGNS))
    text, before = "", 0
    for length in lengths:
        if text:
            between = sign if draw(st.booleans()) else draw(st.sampled_from((sign, *SIGNS)))
            if len(between) > 1 and between.strip():  # "4, 5" and "4000, 500" are lists
                length, between = 3, between if before <= 3 else between.strip()
            text += between
        before = length
        text += "".join(digits[draw(st.integers(0, 9))] for _ in range(length))
    return text


@property_test
@given(st.sampled_from(BEFORE), digit_strings(), st.sampled_from(AFTER))
def test_no_figure_is_a_part_of_a_longer_string_of_digits(
    before: str, digits: str, after: str
) -> None:
    assume(not (after.startswith(" and 3") and re.search(r",\s", digits)))  # a list
    found = draft(f"{before}{digits}{after}", date="2024-12-19")
    start = found.text.index(digits)
    end = start + len(digits)
    for one in found.items:
        if isinstance(one, FigureFinding) and one.start < end and start < one.end:
            assert one.start <= start, found.text[one.start : one.end]
            assert end <= one.end, found.text[one.start : one.end]
            if not after.startswith("k"):
                assert {one.lower, one.upper, one.best} <= {int(re.sub(r"\D", "", digits)), None}
