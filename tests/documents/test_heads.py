"""Running heads: what repeats at a height, and how long the search for it takes."""

import sys

from kursk_tui.documents.pages.heads import without_heads
from kursk_tui.documents.pages.lines import Line
from tests.tables import each_row


def line(page: int, base: float, text: str) -> Line:
    return Line(page, 50, 300, base, 10, False, text, 10, 10, 80)


@each_row(
    ("first", "other", "page", "repeats"),
    [
        ("Report of 2031", "Report of 2031", 90, True),
        ("Annex 4, 1", "Annex 4, 91", 90, True),  # the same, and the page
        ("Annex 14, day 2, 1", "Annex 14, day 2, 11", 10, True),
        ("1, 2, 3, 4, 0", "1, 2, 3, 4, 9", 9, True),
        ("Losses 12, 300", "Losses 13, 17", 1, False),
        ("Losses 12", "Losses 14", 1, False),
    ],
)
def test_a_head_repeats_on_another_page(first: str, other: str, page: int, repeats: bool) -> None:
    words = ["one", "two", "three", "four"]
    pages = [[line(nth, 600, f"Text {words[nth % 4] * nth}.")] for nth in range(page + 1)]
    pages[0].append(line(0, 780, first))
    pages[page].append(line(page, 780, other))
    assert without_heads(pages).heads == (2 if repeats else 0)


def test_work_grows_linearly_with_the_pages() -> None:
    def calls(size: int) -> int:
        """Return the number of function calls for pages whose first lines all differ."""
        pages = [
            [
                line(nth, 780, f"Lost {7 * nth}, hurt {9 * nth}, 1, 2{nth}"),
                line(nth, 400, "It is so."),
            ]
            for nth in range(size)
        ]
        count = 0

        def note(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(note)
        try:
            without_heads(pages)
        finally:
            sys.setprofile(None)
        return count

    assert calls(200) <= 2.5 * calls(100)
