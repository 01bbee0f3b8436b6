"""The editions of claims that start alike, in the timeline of a library."""

from kursk_tui.ui.rows.edition_names import EditionNames
from tests.query.factory import Draft

_SUMMARIES = {
    "2024-12-17-hur/c1": "At least 30 soldiers",
    "2024-12-18-mod/c1": "Heavy losses in the north",
    "2024-12-18-mod/c2": "Only in this edition",
    "2024-12-18-mod/c3": "Only in this village",
    "2025-06-15-mod/c1": "Heavy losses in the south",
    "2025-06-15-hur/c1": "HEAVY LOSSES",
}


def test_claims_that_look_alike_name_their_edition_with_its_shortest_own_end() -> None:
    claims = [Draft(summary=one).claim(0, 0).replace(id=name) for name, one in _SUMMARIES.items()]
    shown = {
        cells: [
            "".join(span.text for span in EditionNames(claims, cells).summary(claim, cells))
            for claim in claims
        ]
        for cells in (10, 16, 30)
    }
    assert shown[16] == [
        "At least 30 sol…",
        "Heavy lo… 18-mod",
        "Only in this ed…",
        "Only in this vi…",
        "Heavy lo… 15-mod",
        "HEAVY LOSSES    ",
    ]
    assert shown[10][1] == "Heavy los…"
    assert not any("-" in text for text in shown[30])
