"""What can be changed on an item of a claim, or on the claim itself: a table of choices."""

from collections.abc import Iterable
from typing import get_args

from kursk_tui.editing import Item
from kursk_tui.editing.scales import scale_in_use
from kursk_tui.model import YARDSTICKS, Briefing, Claim, Figure, Likelihood, Source, When
from kursk_tui.model.likelihood import Confidence
from kursk_tui.ui.dashboard.choice import NOT_STATED, Choice, Value, listed
from kursk_tui.ui.dashboard.figure_choices import choices_of_figure, measures_of
from kursk_tui.vocabulary import ClaimKind, Stance, TimeRole

AS_READ = "as the words say"
"""The value of a likelihood to add whose term its words state."""


def choices_of(briefing: Briefing, number: int, item: Item | None) -> list[Choice]:
    """Return what can be changed on an item that a claim states; None is the claim itself."""
    claim = briefing.claims[number]
    match item.field if item is not None else None:
        case "figures" if item is not None:
            of_figure = choices_of_figure(briefing, number, item.nth)
            return [*of_figure, _words(claim.figures[item.nth])]
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
            return [_measure(briefing)]
    return _of_claim(briefing, claim)


def _measure(briefing: Briefing) -> Choice:
    return Choice("m", "count as", "count as", values=listed(measures_of(briefing)), typed="a word")


def _words(one: Figure | When | Likelihood) -> Choice:
    return Choice("w", "words", "words", one.words or "", way="words")


def _of_date(when: When) -> list[Choice]:
    return [
        Choice("r", "role", "role", when.role, listed(get_args(TimeRole))),
        Choice("d", "date", "date", when.placed or NOT_STATED, typed="2024, 2024-12 or 2024-12-19"),
    ]


def _of_likelihood(likelihood: Likelihood) -> list[Choice]:
    terms = listed(band.term for band in likelihood.yardstick.bands)
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
    others = [source for source in briefing.sources if source.id not in chain]
    via = " via ".join(briefing.source_by_id[one].cited for one in chain[1:])
    stances = listed(one for one in get_args(Stance) if one != "unsourced")
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
    others = [source for source in briefing.sources if source.id not in chain]
    values = (*_sources(others), *((Value(NOT_STATED, ""),) if chain else ()))
    typed = "a new source"
    return Choice("o", "source", "source", now, values, typed, "new source", "list or words")


def _sources(sources: Iterable[Source]) -> tuple[Value, ...]:
    return tuple(Value(source.cited, source.id) for source in sources)


def _of_claim(briefing: Briefing, claim: Claim) -> list[Choice]:
    terms = [band.term for band in YARDSTICKS[scale_in_use(briefing)].bands]
    likelihoods = (Value(AS_READ, ""), *listed(terms))
    return [
        Choice("k", "kind", "kind", claim.kind, listed(get_args(ClaimKind))),
        _confidence(claim),
        Choice("d", "add date", "add a date", way="words"),
        Choice(
            "l",
            "add likelihood",
            "add a likelihood",
            values=likelihoods,
            way="list, then words",
        ),
        Choice("f", "add figure", "add a figure", way="words"),
        Choice("e", "ends", "ends of the claim", way="words"),
        Choice("s", "split", "split into two claims", way="words"),
        Choice("j", "join", "join with the next claim", way="act"),
    ]


def _confidence(claim: Claim) -> Choice:
    levels = listed(get_args(Confidence), clears=True)
    return Choice("c", "confidence", "analytic confidence", claim.confidence or NOT_STATED, levels)
