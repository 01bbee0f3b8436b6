"""What can be changed on an item of a claim, or on the claim itself: a table of choices."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from kursk_tui.editing import Item
from kursk_tui.model import Briefing, Claim, Figure, Likelihood, Source, When
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.model.likelihood import Confidence
from kursk_tui.vocabulary import ClaimKind, Modality, Qualifier, Stance, Tally, TimeRole
from kursk_tui.wording import phrases

NOT_STATED = "not stated"
"""What is shown for a value that the document does not state."""

Way = Literal["list", "words", "act"]
"""How a choice is made: from a list or by typing, by moving ends over words, or at once."""


class Value(NamedTuple):
    """A value that is offered: as shown, and as the change takes it; empty clears the field."""

    shown: str
    given: str


class Choice(NamedTuple):
    """Something that can be changed: its letter, its name, what is shown, and its value now.

    `values` are offered. What `typed` describes can be typed as well; `typed_name` is the name of
    that change if it is another.
    """

    letter: str
    name: str
    title: str
    now: str = ""
    values: tuple[Value, ...] = ()
    typed: str = ""
    typed_name: str = ""
    way: Way = "list"


def choices_of(briefing: Briefing, claim: Claim, item: Item | None) -> list[Choice]:
    """Return what can be changed on an item that a claim states; None is the claim itself."""
    match item.field if item is not None else None:
        case "figures" if item is not None:
            return [*_of_figure(briefing, claim.figures[item.nth]), _words(claim.figures[item.nth])]
        case "when" if item is not None:
            return [*_of_date(claim.when[item.nth]), _words(claim.when[item.nth])]
        case "likelihoods" if item is not None:
            likelihood = claim.likelihoods[item.nth]
            return [*_of_likelihood(likelihood), _words(likelihood)]
        case "attribution":
            return _of_attribution(briefing, claim)
        case "confidence":
            return [_confidence(claim)]
        case "open_numbers":
            return []
    return _of_claim(claim)


def _words(one: Figure | When | Likelihood) -> Choice:
    return Choice("w", "words", "words", one.words or "", way="words")


def _listed(values: Iterable[str], *, clears: bool = False) -> tuple[Value, ...]:
    """Return values that are shown as they are given; with `clears`, also the empty one."""
    cleared = (Value(NOT_STATED, ""),) if clears else ()
    return (*(Value(one, one) for one in values), *cleared)


def _of_figure(briefing: Briefing, figure: Figure) -> list[Choice]:
    known = [one for claim in briefing.claims for one in claim.figures]
    measures = dict.fromkeys((*(one.measure for one in known), *STANDARD_MEASURES))
    populations = dict.fromkeys(one.population for one in known if one.population)
    places = dict.fromkeys(one.place for one in known if one.place)
    found = [
        Choice("m", "measure", "measure", figure.measure, _listed(measures), "a word"),
        Choice("q", "qualifier", "qualifier", figure.qualifier, _listed(get_args(Qualifier))),
        Choice(
            "n", "number", "number", phrases.bounds(figure), typed="40, at least 40 or 30 to 40"
        ),
        Choice(
            "p",
            "population",
            "who or what is counted",
            figure.population or NOT_STATED,
            _listed(populations, clears=True),
            "words",
        ),
        Choice(
            "l",
            "place",
            "place",
            figure.place or NOT_STATED,
            _listed(places, clears=True),
            "words",
        ),
        Choice("o", "modality", "modality", figure.modality, _listed(get_args(Modality))),
        Choice(
            "t", "period", "period", figure.period or NOT_STATED, _listed((), clears=True), "words"
        ),
    ]
    if figure.period is None:
        return found
    days = Choice(
        "d",
        "covers",
        "days of the period",
        figure.covers or NOT_STATED,
        _listed((), clears=True),
        "2024-12-19 or 2024-12-01/2024-12-19",
    )
    counts = _listed(get_args(Tally), clears=True)
    return [*found, days, Choice("y", "tally", "counts", figure.tally or NOT_STATED, counts)]


def _of_date(when: When) -> list[Choice]:
    return [
        Choice("r", "role", "role", when.role, _listed(get_args(TimeRole))),
        Choice("d", "date", "date", when.placed or NOT_STATED, typed="2024, 2024-12 or 2024-12-19"),
    ]


def _of_likelihood(likelihood: Likelihood) -> list[Choice]:
    terms = _listed(band.term for band in likelihood.yardstick.bands)
    reach = likelihood.scope.exact if likelihood.scope is not None else NOT_STATED
    return [
        Choice("t", "term", "term", likelihood.term, terms),
        Choice("r", "reach", "words it applies to", reach, way="words"),
    ]


def _of_attribution(briefing: Briefing, claim: Claim) -> list[Choice]:
    chain = claim.attribution.chain
    found = [_source(briefing, claim)]
    if not chain:
        return found
    origin = briefing.source_by_id[chain[0]]
    others = [one for one in briefing.sources if one.id not in chain]
    via = " via ".join(briefing.source_by_id[one].cited for one in chain[1:])
    stances = _listed(one for one in get_args(Stance) if one != "unsourced")
    return [
        *found,
        Choice("s", "stance", "stance", claim.attribution.stance or NOT_STATED, stances),
        Choice(
            "v",
            "via",
            "passed on by",
            via or NOT_STATED,
            (*_sources(others), Value(NOT_STATED, "")),
        ),
        Choice("g", "merge", f"{origin.cited} is the same as …", "", _sources(others)),
        Choice("x", "apart", f"{origin.cited} is another source here", typed="its name"),
        Choice("w", "words", "words", claim.attribution.words or NOT_STATED, way="words"),
    ]


def _source(briefing: Briefing, claim: Claim) -> Choice:
    chain = claim.attribution.chain
    now = briefing.source_by_id[chain[0]].cited if chain else NOT_STATED
    others = [one for one in briefing.sources if one.id not in chain]
    values = (*_sources(others), *((Value(NOT_STATED, ""),) if chain else ()))
    return Choice("o", "source", "source", now, values, "a new source", "new source")


def _sources(sources: Iterable[Source]) -> tuple[Value, ...]:
    return tuple(Value(one.cited, one.id) for one in sources)


def _of_claim(claim: Claim) -> list[Choice]:
    return [
        Choice("k", "kind", "kind", claim.kind, _listed(get_args(ClaimKind))),
        _confidence(claim),
        Choice("e", "ends", "ends of the claim", way="words"),
        Choice("s", "split", "split into two claims", way="words"),
        Choice("j", "join", "join with the next claim", way="act"),
    ]


def _confidence(claim: Claim) -> Choice:
    levels = _listed(get_args(Confidence), clears=True)
    return Choice("c", "confidence", "analytic confidence", claim.confidence or NOT_STATED, levels)
