"""Date lines at the beginning of a text."""

import pytest

from kursk_tui.drafting import draft
from tests.tables import each_row

SENTENCE = "The army said at least 40 soldiers were killed on 3 May."


@each_row(
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


STORY = "Nine people died on Tuesday in Holm."
"""Wednesday 14 May 2031 makes its Tuesday 13 May."""

LINES: dict[str, tuple[str | None, str | None, list[str]]] = {
    # day, date line, headings
    "PORT ALMARA, 14 May 2031 — ": ("2031-05-14", "PORT ALMARA, 14 May 2031 — ", []),
    "VELM, May 14, 2031 (ENS) - ": ("2031-05-14", "VELM, May 14, 2031 (ENS) - ", []),
    "PORT SAND, Orvia, May 14, 2031 (Kolm Wire) -- ": (
        "2031-05-14",
        "PORT SAND, Orvia, May 14, 2031 (Kolm Wire) -- ",
        [],
    ),
    "LONDON, 14 May 2031: ": ("2031-05-14", "LONDON, 14 May 2031: ", []),
    "(Reuters) - ": (None, None, ["(Reuters) -"]),
    "HOLM, May 14 (Reuters) - ": (None, "HOLM, May 14 (Reuters) - ", []),
    "Published 14 May 2031\n\n": ("2031-05-14", "Published 14 May 2031\n\n", []),
    "14 May 2031 13:36 (UTC+04:00)\n\n": ("2031-05-14", "14 May 2031 13:36 (UTC+04:00)\n\n", []),
    "1336 GMT, 14 May 2031\n": ("2031-05-14", "1336 GMT, 14 May 2031\n", []),
    "2031-05-14T13:36:00Z\n\n": ("2031-05-14", "2031-05-14T13:36:00Z\n\n", []),
    "Toll rises in Holm\n\nPublished 14 May 2031\n\n": (
        "2031-05-14",
        "Published 14 May 2031\n\n",
        ["Toll rises in Holm"],
    ),
    "Toll rises\nBy Ann Lee | Updated: May 14, 2031 at 10:15 am EDT\n\n": (
        "2031-05-14",
        "By Ann Lee | Updated: May 14, 2031 at 10:15 am EDT\n\n",
        ["Toll rises"],
    ),
    "Published: Wednesday, 14 May 2031, 13:36 GMT\nToll rises\n\nHOLM (ENS) -- ": (
        "2031-05-14",
        "Published: Wednesday, 14 May 2031, 13:36 GMT\n",
        ["Toll rises", "HOLM (ENS) --"],
    ),
}

NOT_LINES = [
    "14 May 2031 - ",
    "The Ministry of Defence (MoD) - ",
    "General Lee (the army) - ",
    "Chronology\n\n14 May 2031\n\nNine died.\n\n15 May 2031\n\n",
]


def test_datelines_and_headings_date_a_text_and_state_no_event() -> None:
    found = {}
    for line in LINES:
        raw = draft(line + STORY).briefing()
        (document,) = raw["documents"]
        headings = [one["exact"] for one in document.get("residue", [])]
        found[line] = (raw.get("date"), document.get("date_line", {}).get("exact"), headings)
        (claim,) = raw["claims"]
        assert claim["evidence"]["exact"] == STORY
        note = "Read from the date of the document: “Tuesday” as 2031-05-13."
        resolved = {"resolved": "2031-05-13", "note": note} if "date" in raw else {}
        assert claim["when"] == [{"role": "event", "words": "Tuesday"} | resolved]
    assert found == LINES


def test_what_only_resembles_a_dateline_does_not_date_a_text() -> None:
    assert [line for line in NOT_LINES if draft(line + STORY).date is not None] == []


def test_a_dateline_does_not_replace_the_date_that_is_given() -> None:
    found = draft(f"HOLM, 14 May 2031 (ENS) - {STORY}", date="2031-05-21")
    assert found.date == "2031-05-21"
    assert found.briefing()["claims"][0]["when"][0]["resolved"] == "2031-05-20"


def test_headers_of_mail_date_the_document_and_claim_nothing() -> None:
    headers = "From: watch\nTo: all\nSent: Wednesday, 14 May 2031 05:55\nSubject: FW: 12 killed"
    forwarded = (
        f"{STORY}\n\n-----Original Message-----\nFrom: Hal\nSent: 10 May 2031\nSubject: 9 dead\n"
        "Nine died on Friday."
    )
    answered = f"{STORY}\n\nOn Tue, 13 May 2031 at 16:05 Hal <hal@example.net> wrote:\n> 9 died."
    for text, day, quotes in (
        (f"{headers}\n\n{STORY}", "2031-05-14", [STORY]),
        (
            f"Date: 14 May 2031 05:55\nFrom: a\nSubject: Fwd: 40 dead\n\n{STORY}",
            "2031-05-14",
            [STORY],
        ),
        (f"Sent: 14 May 2031\n\n{STORY}", "2031-05-14", [STORY]),
        (forwarded, None, [STORY, "Nine died on Friday."]),
        (answered, None, [STORY]),
        (f"From: Hal\nTo: all\n\n{STORY}", None, [STORY]),
        (f"To: all is well.\nIt rains. {STORY}", None, ["To: all is well.", "It rains.", STORY]),
    ):
        found = draft(text)
        claims = [one["evidence"]["exact"] for one in found.briefing()["claims"]]
        assert (found.date, claims) == (day, quotes), text


@pytest.mark.parametrize("place", ["Holm", "Senta"])  # “Senta” begins with “sent”
def test_the_first_day_of_a_chronology_is_not_the_date_of_the_document(place: str) -> None:
    text = (
        f"Chronology of the flood\n\n{place}, 14 May 2031\n{STORY}\n\nVelm, 15 May 2031\n{STORY}\n"
    )
    assert draft(text).date is None
