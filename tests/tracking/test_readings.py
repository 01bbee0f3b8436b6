"""A question can turn the reading of unstated periods off; everything of it is then open."""

import pytest

from kursk_tui.formats.track_report import as_text
from kursk_tui.tracking.questions import Questions, UnknownNameError
from kursk_tui.wording import origins, tracks
from tests.library.reports import DECISIONS, library
from tests.tracking.test_states import _found


def test_a_question_that_reads_nothing_rests_on_stated_periods_alone() -> None:
    (toll,) = DECISIONS.questions
    strict = DECISIONS.replace(questions=(toll.model_copy(update={"reads": "nothing"}),))
    briefing = library(decisions=strict).briefing
    track = Questions(briefing).named("toll")
    assert [row.told.figure.words for row in track.of("asked")] == ["At least 30"]
    possibly = "possibly 6,001 (UK MoD), 3,001 (Zelenskyy), 2,700 (NIS)"
    bounds = tracks.bounds(track, origins.of_bounds(briefing))
    assert bounds == f"floor 30 on HUR alone · {possibly} · no ceiling"
    text = "\n".join(as_text(track, briefing))
    assert "(read)" not in text
    assert text.count("period not stated") == 10  # all but HUR
    match, possible = _found(library(decisions=strict), "track:toll")
    assert match == ["2024-12-17-hur"]
    assert len(possible) == 8


def test_a_population_or_place_that_no_figure_has_is_refused_with_those_there_are() -> None:
    questions = Questions(library().briefing)
    for name in ("North  Korean SOLDIERS", "dprk", "Korean forces"):
        assert questions.named("killed", name).rows, name
    with pytest.raises(UnknownNameError) as refused:
        questions.named("killed", "nobody")
    assert refused.value.known == (
        "dprk",
        "Korean forces",
        "North Korean soldiers",
        "North Korean troops",
        "troops",
    )
    with pytest.raises(UnknownNameError) as place:
        questions.named("killed", None, "Kursk")
    assert (place.value.kind, place.value.known) == ("place", ())
