"""What `is:disputed` finds is what a track shows beside its statements, in random libraries."""

from collections.abc import Iterator
from random import Random

from kursk_tui.library.decisions import Decisions
from kursk_tui.library.library import Library
from kursk_tui.model import Briefing, Figure
from kursk_tui.query import View
from kursk_tui.tracking.questions import Questions
from kursk_tui.vocabulary import Qualifier, Stance
from tests.library.reports import edition
from tests.query.factory import Draft, briefing, dated
from tests.tracking.test_states import _killed, _report

QUALIFIERS: tuple[Qualifier, ...] = ("exactly", "at least", "at most", "about", "nearly")


def _figure(random: Random) -> Figure:
    number, qualifier = random.choice((90, 100, 110)), random.choice(QUALIFIERS)
    measure = random.choice(("killed", "casualties"))
    figure = _killed(f"{qualifier} {number}", qualifier, number, measure=measure)
    changes = {"population": random.choice(("North Korean troops", "soldiers", None))}
    days = random.choice((None, None, "2024-12-14/2024-12-15"))
    if days is not None:
        changes |= {"period": "over the weekend", "covers": days, "tally": "in"}
    return figure.replace(**changes)


def _reports(random: Random) -> Iterator[Briefing]:
    for _ in range(4):
        day = random.choice(("2024-12-16", "2024-12-19", "2024-12"))
        origin = random.choice(("nis", "hur", ""))
        stance: Stance | None = "denies" if origin and random.random() < 0.2 else None
        yield _report(day, _figure(random), *filter(None, [origin]), stance=stance)


def _shown(questions: Questions) -> dict[int, str]:
    """Return what the tracks of its figures show of each claim: contradicted, or perhaps."""
    found = {}
    for told in questions.told:
        track = questions.about(told.place)
        assert track is not None
        (row,) = (row for row in track.rows if row.told.place == told.place)
        rivals = [one.comparison.relation for one in track.beside(row).rivals.named]
        denied = [one.is_certain for one in track.denied.get(told.place, ())]
        if "contradicts" in rivals or any(denied):
            found[told.claim] = "match"
        elif rivals or denied:
            found[told.claim] = "possible"
    return found


def _asked(view: View) -> dict[int, str]:
    answer = view.ask("is:disputed").answer
    told = {one.claim for one in view.index.tracked.told}
    found = {at: "possible" for at in told if answer.possible >> at & 1}
    return found | {at: "match" for at in told if answer.match >> at & 1}


def test_a_track_shows_what_is_disputed() -> None:
    random, seen = Random(7), set()
    for _ in range(150):
        editions = [edition(f"e{at}", one) for at, one in enumerate(_reports(random))]
        made = Library("x", tuple(editions), decisions=Decisions()).briefing
        shown = _shown(Questions(made))
        assert shown == _asked(View.of(made)), [one.figures for one in made.claims]
        seen |= set(shown.values())
    assert seen == {"match", "possible"}


def test_a_single_briefing_trusts_no_reading_in_its_track_either() -> None:
    few, many = _killed("at most 90", "at most", 90), _killed("at least 100", "at least", 100)
    days = (dated("2024-12-19", "reported"),)
    made = briefing(
        Draft("It was said:", "a", chain=("nis",), figures=(few,), when=days),
        Draft("It was said:", "b", chain=("hur",), figures=(many,), when=days),
    )
    assert _shown(Questions(made)) == _asked(View.of(made)) == {0: "possible", 1: "possible"}
