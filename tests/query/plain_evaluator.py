"""A second evaluator: one claim at a time, from predicates and the briefing alone.

It is slow and has no index. As it gives the same answers as the evaluator in memory, predicates
contain everything that an evaluator needs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from math import inf

from kursk_tui.model import Briefing, Claim, Figure, When, parse_edtf
from kursk_tui.model.likelihood import ScaleTerm
from kursk_tui.query import Answer, bits
from kursk_tui.query import predicates as ask
from kursk_tui.text.folding import search_for
from tests.query.plain_conflicts import contested
from tests.query.plain_states import answer


class Outcome(IntEnum):
    """The outcomes of a claim, in their order."""

    NO = 0
    UNSTATED = 1
    POSSIBLE = 2
    MATCH = 3


_CONTESTED = {
    "certainly": Outcome.MATCH,
    "perhaps": Outcome.POSSIBLE,
    "no": Outcome.NO,
    None: Outcome.UNSTATED,
}
_STATES = {
    "yes": Outcome.MATCH,
    "maybe": Outcome.POSSIBLE,
    "no": Outcome.NO,
    None: Outcome.UNSTATED,
}
OPPOSITE = {Outcome.NO: Outcome.MATCH, Outcome.MATCH: Outcome.NO}


@dataclass(frozen=True)
class PlainEvaluator:
    """Answers predicates by looping over the claims of a briefing."""

    briefing: Briefing

    def evaluate(self, predicate: ask.Predicate) -> Answer:
        """Return the answer for every claim."""
        outcomes = [self._outcome(predicate, claim) for claim in self.briefing.claims]
        return Answer(
            *(_where(outcomes, one) for one in reversed(Outcome) if one is not Outcome.NO)
        )

    def _outcome(self, predicate: ask.Predicate, claim: Claim) -> Outcome:
        match predicate:
            case ask.Not(part=part):
                outcome = self._outcome(part, claim)
                return OPPOSITE.get(outcome, outcome)
            case ask.And(parts=parts):
                return min(self._outcome(part, claim) for part in parts)
            case ask.Or(parts=parts):
                return max(self._outcome(part, claim) for part in parts)
            case ask.FigureWithin(measure=measure, interval=asked):
                have = [one.interval for one in _asserted(claim, measure)]
                return _best((one.within(asked), one.meets(asked)) for one in have)
            case ask.DateWithin():
                return max(
                    (_date(predicate, one) for one in claim.own_dates), default=Outcome.UNSTATED
                )
            case ask.TrackAmong():
                return Outcome.UNSTATED  # this evaluator follows no figure through time
            case ask.StateIs(state=state):
                found_state = answer(self.briefing, self.briefing.claims.index(claim), state)
                return _STATES[found_state]
            case ask.EventIs(event=event):
                ids = [one.event for one in claim.figures]
                return _best((one.lower() == event, False) for one in ids if one)
            case ask.LikelihoodMoved():
                return Outcome.NO if claim.likelihoods else Outcome.UNSTATED  # without series
            case ask.LikelihoodAmong(certain=certain, possible=possible):
                terms = [ScaleTerm(one.scale, one.term) for one in claim.likelihoods]
                return _best((one in certain, one in possible) for one in terms)
            case ask.ConfidenceAmong(levels=levels):
                return _best((one in levels, False) for one in [claim.confidence] if one)
            case ask.Contested():
                found = contested(self.briefing).get(self.briefing.claims.index(claim))
                return _CONTESTED[found]
            case ask.DiffersFromBaseline():
                return Outcome.UNSTATED  # this evaluator has no earlier version
        return Outcome.MATCH if self._matches(predicate, claim) else Outcome.NO

    def _matches(self, predicate: ask.All | ask.Label, claim: Claim) -> bool:
        chain = claim.attribution.chain
        match predicate:
            case ask.All():
                return True
            case ask.FigureStated(measure=measure):
                return bool(_asserted(claim, measure) if measure else claim.figures)
            case ask.EventStated():
                return any(figure.event for figure in claim.figures)
            case ask.DateStated():
                return claim.dated
            case ask.BackgroundStated():
                return any(one.role == "background" for one in claim.when)
            case ask.LikelihoodStated():
                return bool(claim.likelihoods)
            case ask.ConfidenceStated():
                return claim.confidence is not None
            case ask.SourceAmong(sources=sources, hops=hops):
                return any(one in sources for one in chain[ask.HOPS[hops]])
            case ask.SourceStated(hops=hops):
                return bool(chain[ask.HOPS[hops]])
            case ask.DocumentAmong(documents=documents):
                return claim.document in documents
            case ask.Contains(text=text, scope=scope):
                texts = [claim.evidence.exact]
                if scope == "claim":
                    texts += self._names(claim)
                return any(map(search_for(text), texts))
            case ask.FigureMarked(mark="preliminary"):
                return any(one.preliminary for one in claim.figures)
            case ask.FigureMarked(mark=basis):
                return any(one.basis == basis for one in claim.figures)
            case ask.Withdrawn():
                return False  # these briefings withdraw nothing
            case ask.QuoteMatches(pattern=pattern):
                return pattern.search(claim.evidence.exact) is not None
            case ask.KindAmong(kinds=kinds):
                return claim.kind in kinds
            case ask.IdIs(id=wanted):
                return claim.id.lower() == wanted
            case ask.ReviewIs(state=wanted):
                return claim.review_state == wanted
            case ask.Guessed():
                return claim.review is not None and claim.review.needs_decision

    def _names(self, claim: Claim) -> Iterable[str]:
        for one in claim.attribution.chain:
            source = self.briefing.source_by_id[one]
            yield from (source.name, source.short or "")
        for figure in claim.figures:
            yield from (figure.population or "", figure.place or "")


def _where(outcomes: list[Outcome], wanted: Outcome) -> int:
    return bits((at for at, one in enumerate(outcomes) if one is wanted), len(outcomes))


def _asserted(claim: Claim, measure: str) -> list[Figure]:
    return [one for one in claim.figures if (one.measure, one.modality) == (measure, "asserted")]


def _best(answers: Iterable[tuple[bool, bool]]) -> Outcome:
    """Return the best outcome of values, each given as whether it matches and possibly matches."""
    outcomes = (
        Outcome.MATCH if match else Outcome.POSSIBLE if possible else Outcome.NO
        for match, possible in answers
    )
    return max(outcomes, default=Outcome.UNSTATED)


def _date(asked: ask.DateWithin, when: When) -> Outcome:
    """Return the outcome of an exact date, or of words with an exact bound."""
    first = -inf if asked.first is None else asked.first
    last = inf if asked.last is None else asked.last
    expression = when.placed or when.bound
    if expression is None:
        return Outcome.UNSTATED
    days = parse_edtf(expression)
    meets = first <= last and days.start_min <= last and days.end_max >= first
    within = first <= days.start_min and days.end_max <= last
    if when.placed and when.role == "in effect":
        within = meets and days.start_max <= last and days.end_min >= first
    if not meets:
        return Outcome.NO
    if within:
        return Outcome.MATCH
    return Outcome.POSSIBLE if when.placed else Outcome.UNSTATED
