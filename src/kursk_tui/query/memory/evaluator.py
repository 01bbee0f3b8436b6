"""An evaluator that answers predicates from an index of claims in memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial, reduce
from itertools import chain
from operator import and_, or_, truth

from kursk_tui.counting.answers import Answer as Certainty
from kursk_tui.model import Claim
from kursk_tui.progress import track
from kursk_tui.query import predicates as ask
from kursk_tui.query.answer import Answer
from kursk_tui.query.baseline import Baseline
from kursk_tui.query.bitsets import bits, packed
from kursk_tui.query.index import Index
from kursk_tui.query.memory import dates
from kursk_tui.query.memory.grading import Grade, grade_event, grade_interval, graded
from kursk_tui.query.memory.words import WordSearch


@dataclass(frozen=True, eq=False)
class MemoryEvaluator:
    """Answers predicates from an index; reports progress after each single predicate.

    `claims` are those of the index, with the latest decisions; `baseline` is the earlier version
    that they are compared with, if there is one.
    """

    index: Index
    claims: Sequence[Claim]
    baseline: Baseline | None = None

    def evaluate(self, predicate: ask.Predicate) -> Answer:
        """Return the answer for every claim of the index."""
        steps = iter(track("searching", range(_count(predicate))))
        return self._evaluate(predicate, steps)

    def _evaluate(self, predicate: ask.Predicate, steps: Iterator[int]) -> Answer:
        match predicate:
            case ask.Not(part=part):
                return self._evaluate(part, steps).negated(self.index.everything)
            case ask.And(parts=parts):
                return reduce(and_, (self._evaluate(part, steps) for part in parts))
            case ask.Or(parts=parts):
                return reduce(or_, (self._evaluate(part, steps) for part in parts))
        next(steps)
        if isinstance(predicate, ask.All):
            return Answer(match=self.index.everything)
        if isinstance(predicate, ask.Graded):
            return self._graded(predicate)
        if isinstance(predicate, ask.DiffersFromBaseline):
            differing = None if self.baseline is None else self.baseline.differing
            if differing is None:
                return Answer(unstated=self.index.everything)
            found = differing.among(predicate.difference)
            if predicate.difference != "new":
                return Answer(match=found)
            open_ones = differing.perhaps | differing.undated
            return Answer(found & ~open_ones, differing.perhaps, differing.undated)
        return Answer(match=self._matching(predicate))

    def _graded(self, predicate: ask.Graded) -> Answer:
        index, count = self.index, len(self.index.claims)
        match predicate:
            case ask.FigureWithin(measure=measure, interval=interval):
                figures = index.figures.get(measure, {})
                return graded(figures, partial(grade_interval, asked=interval), count)
            case ask.DateWithin(clock=clock):
                return graded(index.days(clock), dates.grading(predicate), count)
            case ask.TrackAmong(question=question):
                return graded(_tracked(index, question), lambda grade: grade, count)
            case ask.StateIs(state=state):
                return graded(_in_state(index, state), lambda grade: grade, count)
            case ask.LikelihoodMoved():
                answers = index.tracked.moved_likelihoods
                return graded(_by_grade(answers), lambda grade: grade, count)
            case ask.LikelihoodAmong(certain=certain, possible=possible):
                grades = dict.fromkeys(possible, Grade.POSSIBLE)
                grades |= dict.fromkeys(certain, Grade.MATCH)
                return graded(index.likelihoods, lambda term: grades.get(term, Grade.NO), count)
            case ask.EventIs(event=event):
                return graded(index.figures_by_event, partial(grade_event, asked=event), count)
            case ask.Contested():
                return self._contested()
            case ask.ConfidenceAmong(levels=levels):
                have = index.confidences
                return graded(
                    have, lambda level: Grade.MATCH if level in levels else Grade.NO, count
                )

    def _contested(self) -> Answer:
        found, count = self.index.contested, len(self.index.claims)
        comparable = bits((claim for claim, _ in found.comparable), count)
        unstated = self.index.everything & ~comparable
        return Answer(bits(found.certainly, count), bits(found.perhaps, count), unstated)

    def _matching(self, predicate: ask.Label) -> int:
        """Return the claims that match, as bits."""
        index = self.index
        match predicate:
            case ask.Contains(text=text, scope=scope):
                searched = self._words if scope == "claim" else self._quoted_words
                return searched.claims_with(text)
            case ask.SourceAmong(sources=sources, hops=hops):
                return self._with_chain(hops, lambda hop_ids: not sources.isdisjoint(hop_ids))
            case ask.SourceStated(hops=hops):
                return self._with_chain(hops, bool)
            case ask.FigureStated(measure=measure):
                return self._with_figure(measure)
            case ask.EventStated():
                return self._passing(lambda claim: any(one.event for one in claim.figures))
            case ask.Withdrawn():
                return self._any_of([index.tracked.ended_claims("withdrawn")])
            case ask.DateStated(clock=clock):
                if clock != "date":
                    return self._any_of(index.days(clock).values())
                return index.dated
            case ask.LikelihoodStated():
                return self._any_of(index.likelihoods.values())
            case ask.ConfidenceStated():
                return self._any_of(index.confidences.values())
            case _:
                return self._passing(_test(predicate))

    def _with_chain(self, hops: ask.Hops, test: Callable[[tuple[str, ...]], bool]) -> int:
        """Return the claims whose sources at these hops pass a test; each chain is tested once."""
        part = ask.HOPS[hops]
        return self._any_of(claims for ids, claims in self.index.chains.items() if test(ids[part]))

    def _with_figure(self, measure: str | None) -> int:
        if measure is None:
            return self._passing(lambda claim: claim.figures)
        return self._any_of(self.index.figures.get(measure, {}).values())

    def _any_of(self, groups: Iterable[Iterable[int]]) -> int:
        return bits(chain.from_iterable(groups), len(self.index.claims))

    def _passing(self, test: Callable[[Claim], object]) -> int:
        return packed(bytes(map(truth, map(test, self.claims))))

    @cached_property
    def _words(self) -> WordSearch:
        return WordSearch(self.index.everything_said, self.index.said_with_marks)

    @cached_property
    def _quoted_words(self) -> WordSearch:
        return WordSearch(self.index.quotes, self.index.quote_with_marks)


_ClaimTest = (
    ask.BackgroundStated
    | ask.DocumentAmong
    | ask.FigureMarked
    | ask.QuoteMatches
    | ask.KindAmong
    | ask.IdIs
    | ask.ReviewIs
    | ask.Guessed
)


def _test(predicate: _ClaimTest) -> Callable[[Claim], object]:
    """Return the test of a predicate that depends on a claim alone."""
    match predicate:
        case ask.BackgroundStated():
            return lambda claim: claim.background_dates
        case ask.DocumentAmong(documents=documents):
            return lambda claim: claim.document in documents
        case ask.FigureMarked(mark="preliminary"):
            return lambda claim: any(figure.preliminary for figure in claim.figures)
        case ask.FigureMarked(mark=basis):
            return lambda claim: any(figure.basis == basis for figure in claim.figures)
        case ask.QuoteMatches(pattern=pattern):
            return lambda claim: pattern.search(claim.evidence.exact)
        case ask.KindAmong(kinds=kinds):
            return lambda claim: claim.kind in kinds
        case ask.IdIs(id=wanted):
            return lambda claim: claim.id.lower() == wanted
        case ask.ReviewIs(state=wanted):
            return lambda claim: claim.review_state == wanted
        case ask.Guessed():
            return lambda claim: claim.review and claim.review.needs_decision


_GRADES: dict[Certainty, Grade] = {"yes": Grade.MATCH, "maybe": Grade.POSSIBLE, "no": Grade.NO}


def _tracked(index: Index, question: str) -> dict[Grade, list[int]]:
    """Return the claims by how well their figures count what a question asks for."""
    track = index.tracked.named(question)
    grades = {row.told.place: _GRADES[row.is_within] for row in track.rows}
    found: dict[Grade, list[int]] = {}
    for one in index.tracked.told:
        found.setdefault(grades.get(one.place, Grade.NO), []).append(one.claim)
    return found


def _in_state(index: Index, state: ask.State) -> dict[Grade, list[int]]:
    """Return the claims by whether their figures are in a state; without an origin: unstated."""
    answers = index.tracked.states.get(state, {})
    found: dict[Grade, list[int]] = {}
    for one in index.tracked.told:
        answer = answers.get(one.place, "no")
        unknown = one.origin is None and answer == "no" and state != "dropped"
        grade = Grade.UNSTATED if unknown else _GRADES[answer]
        found.setdefault(grade, []).append(one.claim)
    if state == "corrected":
        found.setdefault(Grade.MATCH, []).extend(index.tracked.ended_claims(state))
    if state == "dropped":
        for claim, answer in index.tracked.unrepeated_claims.items():
            found.setdefault(_GRADES[answer], []).append(claim)
    return found


def _by_grade(answers: Mapping[int, Certainty]) -> dict[Grade, list[int]]:
    found: dict[Grade, list[int]] = {}
    for claim, answer in answers.items():
        found.setdefault(_GRADES[answer], []).append(claim)
    return found


def _count(predicate: ask.Predicate) -> int:
    """Return the number of single predicates in a combination."""
    match predicate:
        case ask.Not(part=part):
            return _count(part)
        case ask.And(parts=parts) | ask.Or(parts=parts):
            return sum(map(_count, parts))
    return 1
