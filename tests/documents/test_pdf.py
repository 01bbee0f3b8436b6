"""PDF: what becomes text, what is left out with which remark, and what is refused."""

import shutil
from unittest.mock import patch

import pytest

from kursk_tui.documents import DocumentError, Extracted, MissingExtraError, extract
from kursk_tui.documents.pdf_text import read
from kursk_tui.drafting import draft
from kursk_tui.drafting.findings import FigureFinding
from tests.documents.pdf_writer import Page, pdf
from tests.tables import each_row

HEAD = "SITUATION REPORT 47"


def read_pages(*pages: Page, info: str = "") -> Extracted:
    return read(pdf(pages, info=info))


def paragraphs(*pages: Page) -> list[str]:
    return read_pages(*pages).text.strip().split("\n\n")


def test_lines_are_joined_to_paragraphs_and_headings_stand_alone() -> None:
    page = Page().text(50, 750, "Losses in the valley", 14)
    page.lines(
        50,
        720,
        [
            "The army said that at least 100 soldiers had been killed and that",
            "300 had been wounded.",
        ],
    )
    page.lines(
        50,
        685,
        [
            "Six towns were without power on Sunday, the governor said, and",
            "one bridge had been destroyed.",
        ],
    )
    page.text(50, 640, "Next steps", 10, "bold")
    page.lines(
        50,
        620,
        ["It is likely that the truce will last. It is unlikely that", "the road will open."],
    )
    assert paragraphs(page) == [
        "Losses in the valley",
        "The army said that at least 100 soldiers had been killed and that 300 had been wounded.",
        (
            "Six towns were without power on Sunday, the governor said, and one bridge had been "
            "destroyed."
        ),
        "Next steps",
        "It is likely that the truce will last. It is unlikely that the road will open.",
    ]


def test_footnote_markers_are_not_digits_of_figures() -> None:
    page = Page().text(50, 750, "The army said that about 300").text(166, 754, "2", 6)
    page.text(172, 750, "soldiers were killed, and 1,000")
    page.text(297, 754, "3", 6).text(302, 750, "were wounded.")
    page.lines(
        50, 738, ["The mayor said on Sunday that the town had been evacuated to the last", "house."]
    )
    page.text(50, 700, "The burnt area is 5 km").text(
        50 + _width("The burnt area is 5 km"), 704, "2", 6
    )
    page.text(50, 100, "2", 5).text(54, 97, "Interview, 14 January: 4,000 killed.", 8)
    page.text(50, 88, "3", 5).text(54, 85, "See report no. 12.", 8)
    found = read_pages(page)
    assert found.text == (
        "The army said that about 300 soldiers were killed, and 1,000 were wounded. The mayor said "
        "on Sunday that the town had been evacuated to the last house.\n\nThe burnt area is 5 km²\n"
    )
    assert found.remarks == (
        "Set aside and not in the text: 2 footnotes on page 1.",
        "Left out: 2 footnote markers in the text.",
        "1 raised mark without a footnote stays in the text in superscript.",
    )
    figures = [one for one in draft(found.text).items if isinstance(one, FigureFinding)]
    assert [(one.measure, one.qualifier, one.best) for one in figures] == [
        ("killed", "about", 300),
        ("wounded", "exactly", 1000),
    ]


@each_row(
    ("before", "mark", "text"),
    [
        ("The burnt area is 5 km", "2", "The burnt area is 5 km² wide."),
        ("It killed 3 x 10", "6", "It killed 3 x 10⁶ wide."),
        ("It was the 19", "th", "It was the 19th wide."),
        # No footnote has this mark, so it may be an exponent: it is kept, and draft reads no 37.
        ("They counted 3", "7", "They counted 3⁷ wide."),
    ],
)
def test_raised_characters_that_call_no_footnote_stay(before: str, mark: str, text: str) -> None:
    page = Page().text(50, 750, before)
    right = 50 + _width(before)
    page.text(right, 754, mark, 6).text(right + 10, 750, "wide.")
    assert paragraphs(page) == [text]


def _width(text: str) -> float:
    """Return how wide pdfium finds a text of size 10."""
    from pypdfium2 import PdfDocument

    from kursk_tui.documents.pages.glyphs import glyphs_of

    page = PdfDocument(pdf([Page().text(0, 750, text)]))[0]
    return glyphs_of(page, page.get_textpage()).glyphs[-1].right


def test_running_heads_and_page_numbers_are_left_out_with_a_count() -> None:
    pages = [
        Page()
        .text(50, 780, HEAD, 8)
        .text(50, 700, f"The army said that {nth}0 soldiers were killed on day {nth}.")
        .text(300, 30, f"Page {nth} of 3", 8)
        for nth in (1, 2, 3)
    ]
    found = read_pages(*pages)
    assert HEAD not in found.text
    assert "Page" not in found.text
    assert "that 20 soldiers were killed on day 2." in found.text
    assert found.remarks == (
        "Left out: 3 lines of running heads.",
        "Left out: 3 page numbers.",
    )


def test_columns_are_read_one_after_the_other() -> None:
    left = [
        "The army said that at",
        "least 40 soldiers had",
        "been killed. The mayor",
        "put the dead at",
    ]
    right = ["57 and the wounded", "at 100 on Sunday. No", "road was open, and no", "train ran."]
    page = Page().text(150, 760, "Two reports of one night in the valley", 14)
    # Row by row, as some programs write columns.
    for nth, (one, other) in enumerate(zip(left, right, strict=True)):
        page.text(50, 730 - 12 * nth, one).text(180, 730 - 12 * nth, other)
    assert paragraphs(page) == [
        "Two reports of one night in the valley",
        (
            "The army said that at least 40 soldiers had been killed. The mayor put the dead at 57 "
            "and the wounded at 100 on Sunday. No road was open, and no train ran."
        ),
    ]


def test_lines_with_wide_blanks_stay_whole() -> None:
    pages = [Page(), Page()]
    for page, towns in zip(pages, ("Holm Sarn", "Dorn Lisk"), strict=True):
        # At the top of both pages, “and” stands at the same place: it is no running head.
        for word, x in zip(towns.split(), (50, 122), strict=True):
            page.text(x, 750, word)
        page.text(88, 750, "and").text(50, 738, f"were taken on Sunday, not {towns[:2]}, he said.")
    assert paragraphs(*pages) == [
        (
            "Holm and Sarn were taken on Sunday, not Ho, he said. "
            "Dorn and Lisk were taken on Sunday, not Do, he said."
        )
    ]


def test_numbers_of_cells_stay_apart() -> None:
    page = Page().text(50, 750, "Holm").text(100, 750, "45").text(125, 750, "646")
    page.text(50, 738, "Sarn").text(100, 738, "12").text(125, 738, "155")
    assert paragraphs(page) == ["Holm | 45 | 646 Sarn | 12 | 155"]


def test_words_cut_at_the_end_of_a_line_are_joined() -> None:
    lines = [
        "The army said that approxim-",
        "ately 11,000 people had fled, twenty-",
        "five of them by boat, in the 2019-",
        "2020 war. Losses of the Russian-",
        "Held town were casu-",
        "alties of approximately one day.",
    ]
    (text,) = paragraphs(Page().lines(50, 750, lines))
    assert text == (
        "The army said that approximately 11,000 people had fled, twenty-five of them by boat, in "
        "the 2019-2020 war. Losses of the Russian-Held town were casualties of approximately one "
        "day."
    )


def test_turned_pages_are_read_and_sideways_text_is_counted() -> None:
    sideways = b"BT /plain 10 Tf 0 1 -1 0 300 100 Tm (The army said that 40 were killed.) Tj ET"
    turned = Page(sideways, turned=90)
    assert paragraphs(turned) == ["The army said that 40 were killed."]
    found = read_pages(Page(sideways).text(50, 750, "Nothing else happened."))
    assert found.text == "Nothing else happened.\n"
    assert found.remarks == ("Left out: 28 sideways or slanted characters.",)


def test_the_date_of_the_file_is_not_that_of_the_document() -> None:
    info = "/Title (Losses in the valley) /CreationDate (D:20310314120000Z)"
    found = read_pages(Page().text(50, 750, "Forty soldiers died."), info=info)
    assert (found.title, found.date) == ("Losses in the valley", None)
    assert found.remarks == (
        "The title “Losses in the valley” is from the properties of the file; --title changes it.",
        (
            "The file was made on 2031-03-14, its properties say; that is not taken as the date of "
            "the document."
        ),
    )
    by_program = "/Title (Microsoft Word - report_final2.doc)"
    assert read_pages(Page().text(50, 750, "Forty died."), info=by_program).title is None


def test_properties_that_are_broken_do_not_refuse_the_file() -> None:
    info = "/Title <FEFFD800> /CreationDate (D:20310314120000Z)"
    found = read_pages(Page().text(50, 750, "Forty soldiers died."), info=info)
    assert (found.text, found.title) == ("Forty soldiers died.\n", None)
    assert found.remarks == (
        "The title in the properties of the file cannot be read.",
        (
            "The file was made on 2031-03-14, its properties say; that is not taken as the date of "
            "the document."
        ),
    )


def test_pages_without_text_are_named() -> None:
    found = read_pages(Page().text(50, 750, "Forty soldiers died."), Page(), Page())
    assert found.remarks == ("2 of 3 pages have no text and may be scans: pages 2, 3.",)


@each_row(
    ("data", "message"),
    [
        (
            pdf([Page(), Page()]),
            (
                "no text in 2 pages: it is a scan; make its text searchable with a program that "
                "recognizes characters, and check what that reads"
            ),
        ),
        (
            pdf([Page().text(50, 750, "Hello")], password="secret"),
            "it is encrypted and needs a password; save it without a password",
        ),
        (
            b"%PDF-1.7\nnothing",
            "it is not a PDF, or it is damaged; open it in another program and save it again",
        ),
        (
            pdf([Page().text(50, 750, "Hello")], kids="2 0 R"),
            "it is not a PDF, or it is damaged; open it in another program and save it again",
        ),
        (pdf([Page()] * 2_001), "this PDF has 2,001 pages; the limit is 2,000"),
    ],
)
def test_what_gives_no_text_is_refused_in_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read(data)
    assert str(refusal.value) == message


def test_the_number_of_characters_is_limited() -> None:
    pages = Page().text(50, 750, "Twenty characters.."), Page().text(50, 750, "And more..")
    with (
        patch("kursk_tui.documents.pdf_text.MOST_CHARACTERS", 25),
        pytest.raises(DocumentError, match="more than 25 characters on its first 2 pages"),
    ):
        read_pages(*pages)


def test_a_name_decides_only_if_the_content_does_not() -> None:
    data = pdf([Page().text(50, 750, "Forty soldiers died.")])
    for name in ("report.pdf", "report.txt", ""):  # the last is that of standard input
        found = extract(data, name)
        assert (found.text, found.media_type) == ("Forty soldiers died.\n", "application/pdf")
        assert found.extractor == "pypdfium2"
    with pytest.raises(DocumentError, match=r"^it is not a PDF"):
        extract(b"Forty soldiers died.", "report.pdf")


def test_without_the_library_the_extra_is_named() -> None:
    with (
        patch("kursk_tui.documents.pdf.find_spec", return_value=None),
        pytest.raises(MissingExtraError) as refusal,
    ):
        extract(pdf([Page()]), "x.pdf")
    assert str(refusal.value) == (
        "to read a PDF, install the optional extra “pdf”: pip install 'kursk-tui[pdf]'"
    )


def test_a_file_that_takes_too_long_or_crashes_the_reader_is_refused() -> None:
    data = pdf([Page().text(50, 750, "Forty soldiers died.")])
    for name, value, message in (
        ("MOST_SECONDS", 0.01, r"takes more than 0\.01 seconds"),
        ("sys.executable", shutil.which("false"), r"^this PDF cannot be read"),
    ):
        with (
            patch(f"kursk_tui.documents.pdf.{name}", value),
            pytest.raises(DocumentError, match=message),
        ):
            extract(data, "x.pdf")
