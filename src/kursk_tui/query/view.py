"""The view: a briefing, a query, and the answer for every claim. An immutable value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kursk_tui.model import Briefing, Claim
from kursk_tui.model.decisions import differ_in_decisions_only
from kursk_tui.query.answer import Answer
from kursk_tui.query.baseline import Baseline
from kursk_tui.query.bitsets import unpacked
from kursk_tui.query.error import QueryError
from kursk_tui.query.index import Index
from kursk_tui.query.remark import Remark
from kursk_tui.query.versions import answer_in

# A briefing is shown before anything is asked, so the language is loaded with the first query.
if TYPE_CHECKING:
    from kursk_tui.query.asked_figures import Ranges
    from kursk_tui.query.conflicts import Conflict
    from kursk_tui.query.evaluator import Evaluator
    from kursk_tui.query.predicates import Predicate
    from kursk_tui.query.syntax.tree import Query


@dataclass(frozen=True, eq=False)
class View:
    """What every pane shows. Two views are equal only if they are the same object.

    `index` contains the claims and the names that queries can use, without decisions. `query` is
    None if nothing is asked. `evaluator` answers queries; if it is None, one that searches in
    memory does. `baseline` is the earlier version that the briefing is compared with.
    """

    briefing: Briefing
    index: Index
    answer: Answer
    query: "Query | None" = None
    evaluator: "Evaluator | None" = None
    with_possible: bool = False
    baseline: Baseline | None = None

    @classmethod
    def of(cls, briefing: Briefing) -> "View":
        """Return the view of a whole briefing; its queries are answered in memory."""
        return cls._of(briefing, Index(briefing))

    @classmethod
    def _of(cls, briefing: Briefing, index: Index) -> "View":
        return cls(briefing, index, Answer(match=index.everything))

    def version(self, briefing: Briefing) -> "View":
        """Return the view of another version of the whole briefing.

        If the versions differ in decisions only, both views have the same index and baseline. What
        is derived from a library depends on the reader's decisions about it.
        """
        if not briefing.is_library and differ_in_decisions_only(self.briefing, briefing):
            return self._of(briefing, self.index).compared_with(self.baseline)
        return self._of(briefing, self.index.version(briefing))

    def compared_with(self, baseline: Baseline | None) -> "View":
        """Return the view of the whole briefing with another earlier version, or without one."""
        return replace(self._of(self.briefing, self.index), baseline=baseline)

    def ask(self, text: str) -> "View":
        """Return the view for a query, and leave this view unchanged. Raises QueryError."""
        from kursk_tui.query.resolve import resolve
        from kursk_tui.query.syntax import parse

        query, evaluator = parse(text), self._evaluator
        answer = evaluator.evaluate(resolve(query, self.index))
        return replace(self, query=query, answer=answer, evaluator=evaluator)

    @cached_property
    def _evaluator(self) -> "Evaluator":
        from kursk_tui.query.memory import MemoryEvaluator

        return self.evaluator or MemoryEvaluator(self.index, self.claims, self.baseline)

    @property
    def query_text(self) -> str:
        """The query as text, in its shortest form; empty if it selects everything."""
        return "" if self.query is None else str(self.query)

    def showing_possible(self, shown: bool) -> "View":
        """Return the view with possible matches shown or hidden."""
        return replace(self, with_possible=shown)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """The remarks on the query, in its order."""
        if self.query is None:
            return ()
        from kursk_tui.query.remarks import remarks_on

        found = bool(self.answer.match | self.answer.possible)
        return remarks_on(self.query, self.index, self._evaluator, self.baseline, found=found)

    @cached_property
    def _predicate(self) -> "Predicate | None":
        """The query with its names resolved."""
        if self.query is None:
            return None
        from kursk_tui.query.resolve import resolve

        return resolve(self.query, self.index)

    @cached_property
    def asked_figures(self) -> "Mapping[str, Ranges]":
        """The numbers that the query asks for, for each measure that it limits."""
        if self._predicate is None:
            return {}
        from kursk_tui.query.asked_figures import asked_figures

        return asked_figures(self._predicate)

    @cached_property
    def asks_for_contested(self) -> bool:
        """Whether the query asks which claims are contested."""
        if self._predicate is None:
            return False
        from kursk_tui.query.asked_figures import asks_for_contested

        return asks_for_contested(self._predicate)

    @cached_property
    def conflicts(self) -> "tuple[Conflict, ...]":
        """The conflicts among the claims to show."""
        if self.shown == self.index.everything:
            return self.index.conflicts
        from kursk_tui.query.conflicts import restricted

        return restricted(self.index.conflicts, self.index.compared, self.flags)

    @cached_property
    def asked_words(self) -> tuple[str, ...]:
        """The words that the query asks for, folded as in searches."""
        if self.query is None:
            return ()
        from kursk_tui.query.asked_words import asked_words

        return asked_words(self.query)

    def matching(self, claims: Briefing) -> frozenset[str]:
        """Return the ids of the claims of another version that match the same query.

        None does if the query has a name that the version does not have.
        """
        found = View.of(claims)
        if self.query is not None and claims.claims:
            try:
                found = found.ask(self.query_text).showing_possible(self.with_possible)
            except QueryError:
                return frozenset()
        return frozenset(claims.claims[number].id for number in found.numbers)

    def in_version(self, before: "View") -> "View | None":
        """Return the claims of this view in the version of another, if they are the same there."""
        if before.index not in self._answers:
            self._answers[before.index] = answer_in(before.briefing, self.briefing, self.flags)
        answer = self._answers[before.index]
        return None if answer is None else replace(before, answer=answer, query=None)

    @cached_property
    def _answers(self) -> WeakKeyDictionary[Index, Answer | None]:
        return WeakKeyDictionary()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the briefing, numbered as in the file."""
        return self.briefing.claims

    @cached_property
    def shown(self) -> int:
        """The claims to show, as bits: matches, and possible matches on request."""
        return self.answer.match | (self.answer.possible if self.with_possible else 0)

    @cached_property
    def flags(self) -> bytes:
        """A byte for each claim: 1 if it is shown, else 0."""
        return unpacked(self.shown, len(self.claims))

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the claims to show, in ascending order."""
        return tuple(compress(range(len(self.claims)), self.flags))

    @property
    def whole(self) -> "View":
        """The view of all claims: this one if it shows them all."""
        everything = self.index.everything
        if self.answer.match == everything:
            return self
        return replace(self, answer=Answer(match=everything), query=None, with_possible=False)

    @property
    def first_in_text(self) -> int | None:
        """The number of the shown claim that comes first in the text, or None."""
        return self._first_in_text(self.numbers)

    @property
    def first_unreviewed(self) -> int | None:
        """The number of the shown claim that a review begins with, or None."""
        unreviewed = (at for at in self.numbers if self.claims[at].review_state == "unreviewed")
        return self._first_in_text(unreviewed)

    def _first_in_text(self, numbers: Iterable[int]) -> int | None:
        places = {one.id: place for place, one in enumerate(self.index.documents)}

        def place(number: int) -> tuple[int, int]:
            claim = self.claims[number]
            return places[claim.document], claim.evidence.start

        return min(numbers, key=place, default=None)

    @property
    def first(self) -> int | None:
        """The number of the first claim to show, or None."""
        return (self.shown & -self.shown).bit_length() - 1 if self.shown else None

    def shows(self, number: int) -> bool:
        """Return whether a claim is shown."""
        return bool(self.shown >> number & 1)

    def shows_the_same(self, other: "View | None") -> bool:
        """Return whether another view shows the same claims, with the same marks, limits and words.

        Both must have the same baseline.
        """
        return (
            other is not None
            and self.briefing is other.briefing
            and (self.shown, self.answer.possible) == (other.shown, other.answer.possible)
            and self.asked_figures == other.asked_figures
            and self.asks_for_contested == other.asks_for_contested
            and self.asked_words == other.asked_words
            and self.baseline is other.baseline
        )

    def possible(self, number: int) -> bool:
        """Return whether a claim is only a possible match."""
        return bool(self.answer.possible >> number & 1)

    def partly_asked(self, number: int, part: int) -> bool:
        """Return whether a figure of a possible match allows numbers that are asked, and others."""
        return self.possible(number) and self._partly_asked(number)[part]

    def possible_figure(self, number: int, part: int) -> bool:
        """Return whether a figure makes its claim a possible match.

        If the claim is possible for another reason, such as a date, this applies to every figure.
        """
        if not self.possible(number):
            return False
        partly = self._partly_asked(number)
        if self.asks_for_contested and number in self.index.contested.perhaps:
            return partly[part] or (number, part) in self.index.contested.figures
        return partly[part] or not any(partly)

    def _partly_asked(self, number: int) -> list[bool]:
        """Return whether each figure of a claim allows numbers that are asked, and others."""
        figures = self.claims[number].figures
        if not self.asked_figures:
            return [False] * len(figures)
        from kursk_tui.query.asked_figures import is_possible

        return [is_possible(one, self.asked_figures.get(one.measure, ())) for one in figures]
