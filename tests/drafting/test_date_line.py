"""Date lines at the beginning of a text."""

import pytest

from kursk_tui.drafting import draft

SENTENCE = "The army said at least 40 soldiers were killed on 3 May."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2031-03-14", "2031-03-14"),
        ("Date: 14 March 2031", "2031-03-14"),
        ("14 March 2031", "2031-03-14"),
        ("March 14, 2031", "2031-03-14"),
        ("14th March 2031.", "2031-03-14"),
        ("Kolm, 14 March 2031", "2031-03-14"),
        ("Friday, 14 March 2031", "2031-03-14"),
        ("14 March", None),
        ("31 February 2031", None),
        ("14 March 2031: the army fell back", None),
        ("The army, 14 March 2031 said", None),
        ("May 3 2031 be a better year", None),
    ],
)
def test_a_date_on_the_first_line_is_the_date_of_the_document(line: str, day: str | None) -> None:
    found = draft(f"{line}\n\n{SENTENCE}\n")
    assert found.date == day
    assert found.briefing()["claims"][-1]["evidence"]["exact"] == SENTENCE
    remarks = " ".join(found.remarks)
    assert ("--date" in remarks) is (day is None)


def test_a_date_within_a_sentence_is_not_a_date_line() -> None:
    assert draft(f"{SENTENCE} It rained on 14 March 2031.\n").date is None
