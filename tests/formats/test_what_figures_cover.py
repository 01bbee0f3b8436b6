"""Periods, marks and relations of figures, and background dates, in every output."""

import csv
import io
import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursk_tui.formats import html, markdown
from kursk_tui.formats.csv import write as write_csv
from kursk_tui.formats.json import parse
from kursk_tui.formats.json import write as write_json
from kursk_tui.formats.matches import as_json
from kursk_tui.formats.text import plain_text
from kursk_tui.model import Briefing
from kursk_tui.model.decisions import finalize, set_decision
from kursk_tui.query import View
from kursk_tui.wording import phrases
from kursk_tui.wording.copies import figure_text
from kursk_tui.wording.facts import facts
from tests.model.factory import altered, built, property_test

QUOTES = (
    "Ann counts 40 of 90 fallen since May.",
    "There is no evidence that 12 fell in Holm.",
    "That is more than the 7 of 2019.",
)
TEXT = " ".join(QUOTES)
SINCE_MAY = {"period": "since May", "covers": "2031-05-03/2031-05-14", "tally": "so far"}


def raw() -> dict[str, Any]:
    """Return a briefing with a preliminary part, a figure that is not asserted, and 2019."""
    forty = {
        "measure": "killed",
        "words": "40",
        "qualifier": "exactly",
        "values": [40],
        "preliminary": True,
        "relations": [{"kind": "part of", "words": "90"}],
    }
    ninety = {"measure": "killed", "words": "90", "qualifier": "exactly", "values": [90]}
    twelve = {
        "measure": "killed",
        "words": "12",
        "qualifier": "exactly",
        "values": [12],
        "place": "Holm",
        "modality": "not asserted",
        "relations": [{"kind": "repeats", "words": "40", "claim": "c1"}],
    }
    seven = {"measure": "killed", "words": "7", "qualifier": "exactly", "values": [7]}
    figures = [[forty | SINCE_MAY, ninety], [twelve], [seven]]
    background = {"role": "background", "edtf": "2019", "words": "2019"}
    return {
        "format": "kursk-tui/1",
        "title": "Fallen",
        "documents": [{"id": "doc", "text": TEXT, "sha256": sha256(TEXT.encode()).hexdigest()}],
        "claims": [
            {
                "id": f"c{number}",
                "document": "doc",
                "kind": "reported",
                "summary": "Fallen",
                "evidence": {
                    "start": TEXT.index(quote),
                    "end": TEXT.index(quote) + len(quote),
                    "exact": quote,
                },
                "figures": figures[number - 1],
                "when": [background] if number == 3 else [],
            }
            for number, quote in enumerate(QUOTES, start=1)
        ],
    }


def view() -> View:
    return View.of(built(raw()))


IN_WORDS = (
    "exactly 40, preliminary",
    "since May (so far, 2031-05-03 to 2031-05-14)",
    "part of “90”",
    "exactly 12, ◌ not asserted",
    "repeats “40” in c1",
    "Holm",
)


def test_every_output_for_people_says_what_a_figure_covers_and_is() -> None:
    briefing = built(raw())
    first, second = briefing.claims[:2]
    shown = {
        "text": " ".join("\n".join(plain_text(view(), 400)).split()),
        "Markdown": markdown.write(view()).replace("\\", ""),
        "HTML": html.write(view()),
        "claim": " ".join(
            fact.text for claim in (first, second) for fact in facts(claim, briefing)
        ),
        "copy": figure_text(first, briefing) + figure_text(second, briefing),
    }
    for name, text in shown.items():
        for words in IN_WORDS:
            assert words in text, (name, words)


def test_outputs_for_programs_have_the_values_as_in_the_file() -> None:
    rows = list(csv.DictReader(io.StringIO(write_csv(view()))))
    columns = ("covers", "tally", "preliminary", "relations", "modality")
    assert [[row[name] for name in columns] for row in rows[::2]] == [
        ["2031-05-03/2031-05-14", "so far", "yes", "part of “90”", "asserted"],
        ["", "", "", "repeats “40” in c1", "not asserted"],
    ]
    (found,) = as_json(view())
    forty, ninety = json.loads(found)["claims"][0]["figures"]
    relation = {"kind": "part of", "words": "90", "start": None, "claim": None}
    assert [forty[name] for name in ("covers", "tally", "preliminary", "relations")] == [
        *("2031-05-03/2031-05-14", "so far", True, [relation]),
    ]
    assert [ninety[name] for name in ("covers", "tally", "preliminary", "relations")] == [
        *(None, None, False, []),
    ]


def test_a_figure_that_is_not_asserted_is_no_answer_to_a_query_for_counts() -> None:
    for query, ids in (
        ("killed:12", []),
        ("killed:<=20", ["c3"]),
        ("-killed:*", ["c2"]),
        ("has:figure", ["c1", "c2", "c3"]),
    ):
        found = view().ask(query).showing_possible(True)
        assert [found.claims[number].id for number in found.numbers] == ids, query


def test_background_dates_are_apart_from_the_dates_of_a_report() -> None:
    for query, ids in (
        ("date:2019", []),
        ("date:*", []),
        ("is:undated", ["c1", "c2", "c3"]),
        ("has:background", ["c3"]),
    ):
        found = view().ask(query).showing_possible(True)
        assert [found.claims[number].id for number in found.numbers] == ids, query
    text = "\n".join(plain_text(view()))
    timeline = text[text.index("TIMELINE") : text.index("FIGURES")].splitlines()
    assert timeline[1:3] == [
        "- 2019 (background): Fallen [c3]",
        "- 2 claims state no date [c1, c2]",
    ]
    both = raw()
    event = {"role": "event", "edtf": "2031-05-14"}
    both["claims"][2]["when"].append(event)
    lines = "\n".join(plain_text(View.of(built(both)))).splitlines()
    assert lines.index("- 2031-05-14 (event): Fallen [c3]") + 1 == lines.index(
        "- 2019 (background): Fallen [c3]"
    )
    page = html.write(View.of(built(both)))
    (row,) = (one for one in page.splitlines() if "<b>2019</b>" in one)
    assert '<i class="unstated">not on the axis</i>' in row
    assert "<svg" not in row


@pytest.mark.parametrize("how", ["selected", "final"])
def test_a_relation_to_a_claim_that_is_left_out_is_left_out(how: str) -> None:
    if how == "selected":
        found = parse(write_json(view().ask("id:(c2 OR c3)")).encode(), "selected")
    else:
        draft = {**raw(), "status": "draft"}
        for claim in draft["claims"]:
            claim["review"] = {}
        briefing = built(draft)
        for number, decision in enumerate(("rejected", "accepted", "accepted")):
            briefing = set_decision(briefing, number, decision)  # type: ignore[arg-type]
        found = finalize(briefing)
    assert [claim.id for claim in found.claims] == ["c2", "c3"]
    (figure,) = found.claims[0].figures
    assert figure.relations == ()
    Briefing.model_validate_json(write_json(View.of(found)))


PERIODS = [
    ("to date", None, None, "to date"),
    ("So far", None, "so far", "So far"),
    ("So far", "2024-12-19", "so far", "So far (until 2024-12-19)"),
    ("so far", "../2024-12-19", "so far", "so far (until 2024-12-19)"),
    ("to date", None, "so far", "to date (so far)"),
    ("to date", "2024-12-19", "so far", "to date (so far, until 2024-12-19)"),
    ("since 3 May", "2031-05-03/..", "so far", "since 3 May (so far, from 2031-05-03)"),
    ("in December", "2024-12", "in", "in December (within 2024-12)"),
    ("this week", "2024-12-16/2024-12-22", "in", "this week (within 2024-12-16 to 2024-12-22)"),
    ("up to 2024", "../2024", "in", "up to 2024 (until 2024)"),
    ("on 1 May", "2024-05-01", "at", "on 1 May (at 2024-05-01)"),
    ("on 1 May", None, "at", "on 1 May"),
    ("in May", "2024-05", None, "in May (2024-05)"),
]


def test_a_period_says_its_days_and_whether_it_counts_so_far() -> None:
    for words, covers, tally, expected in PERIODS:
        changes = {"period": words, "covers": covers, "tally": tally}
        path = ("claims", 0, "figures", 0)
        briefing = built(altered(*(((*path, name), one) for name, one in changes.items())))
        assert phrases.period(briefing.claims[0].figures[0]) == expected
    assert phrases.period(built(raw()).claims[0].figures[1]) is None


DAYS = st.dates().map(lambda day: day.isoformat())
COVERS = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: f"../{day}"),
    DAYS.map(lambda day: f"{day}/.."),
    st.lists(DAYS, min_size=2, max_size=2).map(lambda days: "/".join(sorted(days))),
)
WITH_PERIOD = st.fixed_dictionaries(
    {"period": st.sampled_from(["since May", "so far"])},
    optional={"covers": COVERS, "tally": st.sampled_from(["so far", "in", "at"])},
)
RELATIONS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["part of", "increase on", "repeats"]),
            "words": st.just("12"),
            "claim": st.just("c2"),
        },
        optional={"start": st.just(TEXT.index("12"))},
    ),
    max_size=3,
)
MORE = st.fixed_dictionaries(
    {},
    optional={
        "place": st.just("Holm"),
        "event": st.just("E-12"),
        "preliminary": st.booleans(),
        "modality": st.sampled_from(["asserted", "projected", "denied", "not asserted"]),
        "relations": RELATIONS,
    },
)


@property_test
@given(st.one_of(st.just({}), WITH_PERIOD), MORE, st.booleans())
def test_a_briefing_with_any_of_these_is_read_back_equal(
    period: dict[str, Any], more: dict[str, Any], background: bool
) -> None:
    data = raw()
    figure = data["claims"][2]["figures"][0]
    figure |= period | more
    data["claims"][2]["when"][0]["role"] = "background" if background else "event"
    briefing = built(data)
    text = write_json(View.of(briefing))
    again = parse(text.encode(), "again")
    assert again == briefing
    assert write_json(View.of(again)) == text
    written = json.loads(text)["claims"][2]["figures"][0]
    defaults = {"preliminary": False, "modality": "asserted", "relations": []}
    assert written == {k: v for k, v in figure.items() if v != defaults.get(k, figure)}
