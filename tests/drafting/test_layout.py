"""Parts of a text, read by hand, and what becomes of the numbers in each."""

from kursk_tui.drafting import draft
from kursk_tui.drafting.layout import parts
from tests.tables import each_row

REPORT = """Losses in Kursk

The army said 40 soldiers
were killed.

Key points:

- 12 were wounded
  on Monday.
• 3 are missing.
(a) Two died. Both were medics.
Outlook for 2025
The 8th Brigade said that it will leave Kursk by the end of the coming year.

- Ends here
"""


def read(text: str, start: int = 0) -> list[tuple[str, str]]:
    return [(part.kind, text[part.start : part.end]) for part in parts(text, start)]


def test_the_parts_of_a_report() -> None:
    assert read(REPORT) == [
        ("heading", "Losses in Kursk"),
        ("prose", "The army said 40 soldiers\nwere killed."),
        ("heading", "Key points:"),
        ("bullet", "12 were wounded\n  on Monday."),
        ("bullet", "3 are missing."),
        ("bullet", "Two died. Both were medics."),
        ("heading", "Outlook for 2025"),
        (
            "prose",
            "The 8th Brigade said that it will leave Kursk by the end of the coming year.",
        ),
        ("bullet", "Ends here"),
    ]


def test_parts_begin_at_an_offset() -> None:
    assert read("1 May 2024\n\n  A town fell.\n", 10) == [("prose", "A town fell.")]
    assert read("\n \n") == []


@each_row(
    ("text", "kinds"),
    [
        ("A town fell", ["prose"]),  # the only line of a text is no heading
        ("A town fell\n\nIt burned.", ["heading", "prose"]),
        ("A town fell.\n\nIt burned.", ["prose", "prose"]),
        ("It burned.\n\nA town fell", ["prose", "heading"]),
        ("It burned.\n\nTolls: 40", ["prose", "prose"]),
        ("It burned.\n\nTolls in 2024:", ["prose", "heading"]),
        (f"{'word ' * 14}\n\nIt burned.", ["heading", "prose"]),
        (f"{'word ' * 15}\n\nIt burned.", ["prose", "prose"]),
        (f"{'word ' * 14}word:\n\nIt burned.", ["prose", "prose"]),
        ("1. A town fell\n\nIt burned.", ["bullet", "prose"]),
        ("1) One\n2) Two", ["bullet", "bullet"]),
        ("One town,\nTwo towns fell and burned and all the people left them.", ["prose"]),
        ("One town\ntwo towns fell and burned and all the people left them.", ["prose"]),
        ("One town\nTwo towns fell and burned and all the people left.", ["heading", "prose"]),
        ("One town:\ntwo towns fell.", ["heading", "prose"]),
        ("One town:\n- two towns fell.", ["prose", "bullet"]),
        ("- one\nand two\n- three", ["bullet", "bullet"]),
        ("- One.\nAnd two.", ["bullet", "prose"]),
        ("- One\nand two.\nAnd three.", ["bullet", "prose"]),
    ],
)
def test_kinds_of_parts(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in read(text)] == kinds


def test_each_number_outside_the_findings_has_its_reason() -> None:
    text = (
        "Date: 2024-12-19\n\nForty days in Kursk\n\n"
        "No one knows that 40 soldiers were killed near a line of 1.5.\n"
    )
    rejected = draft(text).explained()["rejected"]
    assert [(one["text"], one["reason"]) for one in rejected] == [
        ("2024", "part of the date line"),
        ("12", "part of the date line"),
        ("19", "part of the date line"),
        ("Forty", "in a heading, which makes no claim"),
        ("one", "no rule says what it counts"),
        ("1.5", "not a whole number"),
    ]
