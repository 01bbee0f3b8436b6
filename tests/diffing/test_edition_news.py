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
    # The day on which something was said does not matter, but when it became known.
    later = reports()["2024-12-19-nis"]
    late = later.replace(documents=(later.documents[0].replace(acquired="2025-07-01"),))
    found = [
        edition(key, late if key == "2024-12-19-nis" else made) for key, made in reports().items()
    ]
    ordered = tuple(sorted(found, key=lambda one: one.order))
    assert [one.key for one in ordered][-1] == "2024-12-19-nis"
    assert _brought(Library("dprk", ordered))[-1] == (0, 0, 1, None)


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
