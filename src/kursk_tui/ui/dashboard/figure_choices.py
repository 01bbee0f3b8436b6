"""What can be changed on a figure."""

from collections.abc import Iterable, Iterator
from typing import get_args

from kursk_tui.model import Briefing, Claim, Figure
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.dashboard.choice import NOT_STATED, Choice, Value, listed
from kursk_tui.vocabulary import Modality, Qualifier, RelationKind, Tally
from kursk_tui.wording import phrases

_NEAR = 40
"""How many figures are offered for a relation."""

_QUOTE = 40


def measures_of(briefing: Briefing) -> Iterable[str]:
    """Return the measures of a briefing, then the standard ones."""
    used = (figure.measure for claim in briefing.claims for figure in claim.figures)
    return dict.fromkeys((*used, *STANDARD_MEASURES))


def choices_of_figure(briefing: Briefing, number: int, nth: int) -> list[Choice]:
    """Return what can be changed on a figure of a claim, but for its words."""
    figure = briefing.claims[number].figures[nth]
    known = [one for claim in briefing.claims for one in claim.figures]
    measures = measures_of(briefing)
    mark = "yes" if figure.preliminary else "no"
    return [
        Choice("m", "measure", "measure", figure.measure, listed(measures), "a word"),
        Choice("q", "qualifier", "qualifier", figure.qualifier, listed(get_args(Qualifier))),
        Choice(
            "n", "number", "number", phrases.bounds(figure), typed="40, at least 40 or 30 to 40"
        ),
        _words("p", "population", "who or what is counted", figure, known),
        _words("l", "place", "place", figure, known),
        Choice("o", "modality", "modality", figure.modality, listed(get_args(Modality))),
        _words("t", "period", "period", figure, known, _dates(briefing.claims[number])),
        *_of_period(figure),
        _relation(briefing, number, nth),
        Choice("e", "preliminary", "preliminary", mark, way="act"),
    ]


def _dates(claim: Claim) -> list[str]:
    """Return the words of the dates of a claim, which may be periods."""
    return [" ".join(visible(when.words).split()) for when in claim.when if when.words]


def _words(
    letter: str,
    name: str,
    title: str,
    figure: Figure,
    known: Iterable[Figure],
    near: Iterable[str] = (),
) -> Choice:
    """Return the choice of words of the document: those near the figure, and of other figures."""
    others = (one for figure in known if (one := getattr(figure, name)))
    values = dict.fromkeys((*near, *others))
    now = getattr(figure, name) or NOT_STATED
    offered = listed(values, clears=True)
    return Choice(letter, name, title, now, offered, "words of the document", way="list or words")


def _of_period(figure: Figure) -> Iterator[Choice]:
    if figure.period is None:
        return
    yield Choice(
        "d",
        "covers",
        "days of the period",
        figure.covers or NOT_STATED,
        listed((), clears=True),
        "2024-12-19 or 2024-12-01/2024-12-19",
    )
    counts = listed(get_args(Tally), clears=True)
    yield Choice("y", "tally", "counts", figure.tally or NOT_STATED, counts)


def _relation(briefing: Briefing, number: int, nth: int) -> Choice:
    """Return the choice of a relation to one of the nearest figures; those it has can go."""
    claims = briefing.claims
    figure = claims[number].figures[nth]
    now = ", ".join(map(phrases.related, figure.relations)) or "none"
    gone = [
        Value(f"not {phrases.related(relation)}", f"not|{at}|")
        for at, relation in enumerate(figure.relations)
    ]
    values = [
        Value(_shown(kind, briefing, number, place), f"{kind}|{place[1]}|{claims[place[0]].id}")
        for place in _nearest(briefing, number, nth)
        for kind in get_args(RelationKind)
    ]
    return Choice("r", "relation", "relation to another figure", now, (*gone, *values))


def _nearest(briefing: Briefing, number: int, nth: int) -> list[tuple[int, int]]:
    """Return the claim and the place of the figures around one, those of its measure first."""
    places = [
        (at, other)
        for at, claim in enumerate(briefing.claims)
        for other in range(len(claim.figures))
    ]
    measures = [figure.measure for claim in briefing.claims for figure in claim.figures]
    here = places.index((number, nth))

    def apart(at: int) -> tuple[bool, int, int]:
        return measures[at] != measures[here], abs(at - here), at

    near = sorted(range(len(places)), key=apart)
    return [places[at] for at in near if at != here][:_NEAR]


def _shown(kind: str, briefing: Briefing, number: int, place: tuple[int, int]) -> str:
    claim = briefing.claims[place[0]]
    figure = claim.figures[place[1]]
    words = phrases.quoted(shortened(visible(figure.words), _QUOTE))
    where = "" if place[0] == number else f", {claim.id}"
    return f"{kind} {words} ({figure.measure}{where})"
