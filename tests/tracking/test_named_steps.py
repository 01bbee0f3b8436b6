"""The table of what a later statement of the same origin does, with the words that show it."""

from kursk_tui.formats.track_report import lines_of
from kursk_tui.model import Figure, OtherStatement
from kursk_tui.tracking.questions import Questions
from tests.library.reports import TROOPS
from tests.tracking.test_states import _killed, _library, _report

AT_LEAST, DAY, LATER = _killed("at least 100", "at least", 100), "2024-12-19", "2025-01-13"
EXACT = _killed("100", "exactly", 100)


def _weekend(figure: Figure) -> Figure:
    return figure.replace(period="over the weekend", covers="2024-12-14/2024-12-15", tally="in")


def test_each_kind_of_step_has_its_words() -> None:
    more = _killed("300", "exactly", 300)
    losses = _killed("9", "exactly", 9, measure="casualties")
    corrected = "corrected, by inference: was “100”"
    lower = "▼ lower than before: a correction or another way of counting; not stated"
    table: list[tuple[str, Figure, str, Figure, str]] = [
        ("repeats", AT_LEAST, DAY, AT_LEAST, "the same statement"),
        ("relayed otherwise", AT_LEAST, DAY, EXACT, "! “at least” lost on the way"),
        ("says again", AT_LEAST, LATER, AT_LEAST, "said again"),
        ("update, as printed", AT_LEAST, LATER, more, "▲ higher, as printed"),
        ("update, forced", EXACT, LATER, more, "▲ higher"),
        ("correction", _weekend(EXACT), LATER, _weekend(more), corrected),
        ("went down", more, LATER, EXACT, lower),
        ("other count", EXACT, LATER, losses, "counts something else now"),
    ]
    for name, earlier, day, later, words in table:
        briefing = _library(_report(DAY, earlier, "nis"), _report(day, later, "nis")).briefing
        track = Questions(briefing).named("killed", TROOPS)
        shown = {one.claim: one.beside for one in lines_of(track, briefing)}
        assert shown["e2/c1"] == words, name
    of = OtherStatement(edition="e1", claim="c1")
    withdrawal = _report("2025-01-20", _killed("no", "no number"), "us", relation=("withdraws", of))
    briefing = _library(_report(DAY, AT_LEAST, "nis"), withdrawal).briefing
    lines = lines_of(Questions(briefing).named("killed", TROOPS), briefing)
    assert lines[0].beside == "✗ withdrawn 2025-01-20 (e2/c1); first"
