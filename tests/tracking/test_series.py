"""What the later editions of a series no longer repeat, and what they replace; by hand."""

import pytest
from pydantic import ValidationError

from kursk_tui.diffing.libraries import compared
from kursk_tui.diffing.statement_change import StatementChange
from kursk_tui.formats.track_report import lines_of
from kursk_tui.library.decisions import Decisions, Series, Two
from kursk_tui.library.library import Library
from kursk_tui.model import Briefing, Figure, OtherStatement, StatementRelation
from kursk_tui.tracking.questions import Questions
from tests.library.reports import DECISIONS, TROOPS
from tests.query.factory import Draft, briefing
from tests.tracking.test_states import _floor, _found, _killed, _library, _report

CAPTURED = _killed("9", "exactly", 9, measure="captured")
WOUNDED = _killed("1,000", "exactly", 1_000, measure="wounded")
AT_LEAST = _killed("at least 100", "at least", 100)


def _edition(
    day: str | None, figure: Figure, origin: str = "nis", *, by: str = "A", series: str | None = "D"
) -> Briefing:
    made = _report(day or "2024-12-31", figure, *filter(None, [origin]))
    (document,), (claim,) = made.documents, made.claims
    document = document.replace(date=day, publisher=by, series=series)
    return made.replace(documents=(document,), claims=(claim,))


def _without_figures(day: str) -> Briefing:
    made = _edition(day, CAPTURED)
    return made.replace(claims=tuple(one.replace(figures=()) for one in made.claims))


def _declared(of: str, *, replaces: bool = False) -> Decisions:
    series = Series(id="daily", title="NIS daily", of=of, replaces=replaces)
    return DECISIONS.replace(series=(series,))


FIRST, SECOND, THIRD = "2024-12-19", "2024-12-20", "2024-12-21"


def test_only_later_editions_of_a_series_leave_something_out() -> None:
    killed = _edition(FIRST, AT_LEAST)
    more = _killed("300", "exactly", 300)
    losses = _killed("1,100", "exactly", 1_100, measure="casualties")
    elsewhere = _killed("40", "exactly", 40).replace(place="Kharkiv")
    here = AT_LEAST.replace(place="Kursk")
    two = DECISIONS.replace(
        two=(Two(of=("Kursk", "Kharkiv"), because="two towns"),),
    )
    no: tuple[list[str], list[str]] = ([], [])
    yes: tuple[list[str], list[str]] = (["e1"], [])
    table: list[tuple[str, list[Briefing], tuple[list[str], list[str]]]] = [
        ("one edition", [killed], no),
        ("others", [killed, _edition(SECOND, CAPTURED), _edition(THIRD, WOUNDED)], yes),
        ("nothing", [killed, _without_figures(SECOND)], yes),
        ("other number", [killed, _edition(SECOND, more)], no),
        ("what contains it", [killed, _edition(SECOND, losses)], no),
        ("in the last one", [killed, _edition(SECOND, CAPTURED), _edition(THIRD, more)], no),
        ("another origin", [killed, _edition(SECOND, more, "hur")], yes),
        ("another publisher", [killed, _edition(SECOND, CAPTURED, by="B")], no),
        ("no series", [_edition(FIRST, AT_LEAST, series=None), _edition(SECOND, CAPTURED)], no),
        ("nobody named", [_edition(FIRST, AT_LEAST, ""), _edition(SECOND, CAPTURED, "")], yes),
        ("the month", [killed, _edition("2024-12", CAPTURED)], ([], ["e1", "e2"])),
        ("no date", [killed, _edition(None, CAPTURED)], ([], ["e1", "e2"])),
        ("another place", [_edition(FIRST, here), _edition(SECOND, elsewhere)], yes),
        ("place not stated", [_edition(FIRST, here), _edition(SECOND, more)], no),
    ]  # fmt: skip
    for name, reports, expected in table:
        match, possible = _found(_library(*reports, decisions=two), "is:dropped")
        first = [key for key in match if key == "e1"], possible
        assert first == expected, name
    library = _library(killed, _edition(SECOND, CAPTURED), _edition(THIRD, WOUNDED))
    assert _beside(library) == [("e1/c1", "∅ not in the 2 later editions; first")]
    assert _floor(library) == [(100, "nis")]  # silence is no withdrawal
    assert _beside(library.known_on(SECOND)) == [("e1/c1", "∅ not in the later edition; first")]
    assert _beside(library.known_on(FIRST)) == [("e1/c1", "first")]


def _beside(library: Library) -> list[tuple[str, str]]:
    briefing = library.briefing
    lines = lines_of(Questions(briefing).named("killed", TROOPS), briefing)
    return [(one.claim, one.beside) for one in lines]


def test_changes_say_the_same_of_what_is_no_longer_repeated() -> None:
    month = _edition("2024-12", CAPTURED)
    reports = [_edition(FIRST, AT_LEAST), month]
    found = compared(_library(*reports[:1]).briefing, _library(*reports).briefing)
    (gone,) = (one.change for one in found.entries if one.change.gravity.key == "not-repeated")
    assert isinstance(gone, StatementChange)
    assert gone.remark.startswith("perhaps not in the later edition of the series")


def test_an_edition_replaces_the_one_before_if_the_reader_declares_it() -> None:
    fewer = _killed("at least 50", "at least", 50)
    reports = [_edition(FIRST, AT_LEAST, series=None), _edition(SECOND, fewer, series=None)]
    plain = _library(*reports)
    assert _floor(plain) == [(100, "nis")]
    for of in ("publisher:A", 'publisher:"a"', "edition:e publisher:“A”"):
        library = _library(*reports, decisions=_declared(of, replaces=True))
        assert _floor(library) == [(50, "nis")], of
        assert _found(library, "is:latest") == (["e2"], []), of
        assert _found(library, 'series:"nis daily"') == (["e1", "e2"], []), of
        assert _beside(library) == [
            ("e1/c1", "✗ replaced 2024-12-20 (e2/c1); first"),
            ("e2/c1", "▼ replaces “at least 100”"),
        ], of
        assert _floor(library.known_on(FIRST)) == [(100, "nis")], of
    for decisions in (_declared("publisher:A"), _declared("publisher:B", replaces=True)):
        assert _floor(_library(*reports, decisions=decisions)) == [(100, "nis")]


def test_a_total_may_go_down_where_each_edition_replaces_the_one_before() -> None:
    reports = [_edition(FIRST, AT_LEAST), _edition(SECOND, _killed("50", "exactly", 50))]
    for decisions, gravity in (
        (DECISIONS, "went-down"),
        (_declared("series:D", replaces=True), "figure"),
    ):
        library = _library(*reports, decisions=decisions)
        found = compared(library.known_on(FIRST).briefing, library.briefing)
        (moved,) = (one.change for one in found.entries if one.change.field == "killed")
        assert isinstance(moved, StatementChange)
        assert moved.gravity.key == gravity
        is_declared = "each edition of the series replaces the one before" in moved.remark
        assert is_declared is (decisions is not DECISIONS)


def test_an_edition_replaces_what_it_leaves_out_and_perhaps_if_it_may_be_later() -> None:
    decisions = _declared("series:D", replaces=True)
    library = _library(_edition(FIRST, AT_LEAST), _edition(SECOND, CAPTURED), decisions=decisions)
    assert _floor(library) == []
    gone = "✗ replaced 2024-12-20 (e2); ∅ not in the later edition; first"
    assert _beside(library) == [("e1/c1", gone)]
    month = _edition("2024-12", CAPTURED)
    library = _library(_edition(FIRST, AT_LEAST), month, decisions=decisions)
    assert _floor(library) == []
    floor = Questions(library.briefing).named("killed", TROOPS).floor
    assert [one.number for one in floor.possible] == [100]
    assert _found(library, "is:latest") == ([], ["e1", "e2"])


def test_a_replaced_statement_does_not_stand_in_a_document_that_repeats_it() -> None:
    fewer = _killed("at least 50", "at least", 50)
    reports = [
        _edition(FIRST, AT_LEAST),
        _edition(SECOND, fewer),
        _edition(FIRST, AT_LEAST, by="B", series=None),
    ]
    library = _library(*reports, decisions=_declared("series:D", replaces=True))
    assert _floor(library) == [(50, "nis")]
    assert _found(library, "is:latest") == (["e2"], [])


def test_a_series_is_declared_by_edition_publisher_or_series() -> None:
    for of in ("killed:100", "publisher:", "A", "publisher:A or series:D", "-publisher:A", ""):
        with pytest.raises(ValidationError):
            Series(id="daily", title="NIS daily", of=of)


def _saying(day: str | None, *words: str, series: str | None = "D") -> Briefing:
    made = briefing(*(Draft(text, f"c{at}") for at, text in enumerate(words)))
    (document,) = made.documents
    return made.replace(documents=(document.replace(date=day, publisher="A", series=series),))


def test_claims_without_figures_are_dropped_unless_a_later_edition_repeats_them() -> None:
    words = "The troops are very likely to have difficulties with their allies"
    alike, other = f"{words} now", "Fog lies over the river"
    no: tuple[list[str], list[str]] = ([], [])
    table: list[tuple[str, list[Briefing], tuple[list[str], list[str]]]] = [
        ("one edition", [_saying(FIRST, words)], no),
        ("repeated", [_saying(FIRST, words), _saying(SECOND, words)], no),
        ("in similar words", [_saying(FIRST, words), _saying(SECOND, alike)], no),
        ("left out", [_saying(FIRST, words), _saying(SECOND, other)], (["e1"], [])),
        (
            "in the last one",
            [_saying(FIRST, words), _saying(SECOND, other), _saying(THIRD, other, words)],
            no,
        ),
        (
            "no more",
            [_saying(FIRST, words), _saying(SECOND, words), _saying(THIRD, other)],
            (["e2"], []),
        ),
        ("no series", [_saying(FIRST, words, series=None), _saying(SECOND, other)], no),
        (
            "the month",
            [_saying(FIRST, words), _saying("2024-12", other)],
            ([], ["e1", "e2"]),
        ),
        ("repeated in the month", [_saying(FIRST, words), _saying("2024-12", words)], no),
    ]  # fmt: skip
    for name, reports, expected in table:
        assert _found(_library(*reports), "is:dropped") == expected, name
    withdrawing = _saying(SECOND, other)
    (claim,) = withdrawing.claims
    of = OtherStatement(edition="e1", claim="c0")
    relation = StatementRelation(kind="withdraws", words="Fog", of=of)
    withdrawing = withdrawing.replace(claims=(claim.replace(relations=(relation,)),))
    found = _library(_saying(FIRST, words), withdrawing)
    assert _found(found, "is:dropped") == no  # it is withdrawn, which is not silence
