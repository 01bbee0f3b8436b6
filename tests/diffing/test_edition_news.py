"""Tests of what each edition brought to those known before it."""

from kursk_tui.diffing.edition_news import Brought, EditionNews
from kursk_tui.library.library import Library
from kursk_tui.model import Briefing
from kursk_tui.tracking.questions import Questions
from tests.library.reports import edition, library, reports
from tests.query.factory import Draft, briefing


def _brought(library: Library) -> list[Brought]:
    news = EditionNews(library, Questions(library.briefing))
    return [news.of(number) for number in range(len(library.editions))]


def _in_series(made: Briefing) -> Briefing:
    documents = [one.replace(series="Update") for one in made.documents]
    return made.replace(documents=tuple(documents))


def test_each_edition_brings_what_is_new_again_or_moved() -> None:
    expected = [(1, 0, 0, None)] * 9
    expected[4] = (0, 1, 0, None)  # the number of NIS
    expected[7] = expected[8] = (0, 0, 1, None)  # more of NIS and of the ministry
    assert _brought(library()) == expected


def _known_late(name: str) -> Library:
    """Return the reports, of which one became known after all others."""
    made = reports()
    late = made[name].documents[0].replace(acquired="2025-07-01")
    made[name] = made[name].replace(documents=(late,))
    found = sorted((edition(key, one) for key, one in made.items()), key=lambda one: one.order)
    assert found[-1].key == name
    return Library("dprk", tuple(found))


def test_when_an_edition_became_known_decides_and_not_when_it_was_said() -> None:
    # NIS had said more by then, so its first report moves what is known.
    assert _brought(_known_late("2024-12-19-nis"))[-1] == (0, 0, 1, None)
    # A relay repeats its origin, whatever that has said since.
    assert _brought(_known_late("2024-12-20-outlet"))[-1] == (0, 1, 0, None)
    again = reports()["2024-12-23-zelenskyy"]
    document = again.documents[0].replace(date="2024-12-30")
    claim = again.claims[0].replace(when=())
    later = again.replace(documents=(document,), claims=(claim,))
    both = edition("a", again), edition("b", later)
    assert _brought(Library("x", both)) == [(1, 0, 0, None), (0, 1, 0, None)]


def test_an_edition_of_a_series_may_leave_out_what_the_one_before_has() -> None:
    texts = ("The road is closed.", "The bridge stands."), ("The road is closed.",), ("It rains.",)
    made = [
        briefing(*(Draft(text, id=f"c{number}") for number, text in enumerate(claims)))
        for claims in texts
    ]
    days = ("2025-01-01", "2025-01-02", "2025-01-03")
    dated = [
        one.replace(documents=(one.documents[0].replace(date=day),))
        for one, day in zip(made, days, strict=True)
    ]
    alone = Library("x", tuple(edition(day, one) for day, one in zip(days, dated, strict=True)))
    assert _brought(alone) == [(2, 0, 0, None), (0, 1, 0, None), (1, 0, 0, None)]
    series = [edition(day, _in_series(one)) for day, one in zip(days, dated, strict=True)]
    assert _brought(Library("x", tuple(series))) == [(2, 0, 0, None), (0, 1, 0, 1), (1, 0, 0, 1)]


def test_a_figure_that_the_next_edition_of_a_series_leaves_out_is_not_repeated() -> None:
    two = ("2024-12-18-mod", "2025-06-15-mod")
    series = [edition(key, _in_series(reports()[key])) for key in two]
    # "significant casualties" became "over 6,000"; the strength of the troops is new.
    assert _brought(Library("x", tuple(series))) == [(1, 0, 0, None), (0, 0, 1, 0)]
    back = [edition(key, _in_series(reports()[key])) for key in reversed(two)]
    # Read backwards, nothing repeats that strength.
    assert _brought(Library("x", tuple(back)))[1][3] == 1
