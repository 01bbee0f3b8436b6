"""`confidence:` finds the analytic confidence of judgements."""

from collections.abc import Iterable, Iterator
from typing import get_args

from kursk_tui.model.figure import ReservedWord
from kursk_tui.model.likelihood import Confidence
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import ConfidenceAmong, ConfidenceStated, Predicate
from kursk_tui.query.syntax.tree import Stated
from kursk_tui.query.values import bounds, choice

_NAME: ReservedWord = "confidence"
_LEVELS: tuple[Confidence, ...] = get_args(Confidence)


class ConfidenceField:
    """The analytic confidence of a claim."""

    order = 40
    explanations = (
        Explanation(
            "`confidence:LEVEL`",
            f"judgements with an analytic confidence: {', '.join(_LEVELS)}",
            "`confidence:high`",
        ),
        Explanation(
            "`confidence:>=LEVEL`, also `>`, `<=`, `<`, `LOW..HIGH`",
            "confidence above, below or between levels",
            "`confidence:>=moderate`",
        ),
        Explanation("`confidence:*`", "any stated confidence", "`confidence:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the levels of a value. Raises QueryError."""
        if isinstance(value, Stated):
            return ConfidenceStated()
        low, high = bounds(value, lambda atom: _LEVELS.index(choice(name, atom, _LEVELS)))
        chosen = _LEVELS[low or 0 : len(_LEVELS) if high is None else high + 1]
        return ConfidenceAmong(frozenset(chosen))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the levels."""
        return map(Candidate, _LEVELS)


FIELD: Field = ConfidenceField()
