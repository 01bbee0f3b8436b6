"""`is:` finds claims by what they do not state, by conflicts, review state and changes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kursk_tui.model.figure import ReservedWord
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import (
    And,
    ConfidenceStated,
    Contested,
    DateStated,
    DiffersFromBaseline,
    FigureStated,
    Guessed,
    LikelihoodStated,
    Not,
    Predicate,
    ReviewIs,
    SourceStated,
)
from kursk_tui.query.values import choice, one_word

_NAME: ReservedWord = "is"

_STATED = (
    SourceStated("any"),
    DateStated(),
    FigureStated(None),
    LikelihoodStated(),
    ConfidenceStated(),
)


class _Meaning(NamedTuple):
    """The predicate of a value of `is:`, and a description of what it finds."""

    predicate: Predicate
    finds: str


_STATES = {
    "contested": _Meaning(
        Contested(),
        "claims with a figure that another origin contradicts; possibly, if one of the two counts "
        "is perhaps not part of the other, or an origin is not stated",
    ),
    "unstated": _Meaning(
        And(tuple(Not(predicate) for predicate in _STATED)),
        "claims that state no source, date, figure, likelihood or confidence",
    ),
    "undated": _Meaning(
        Not(DateStated()), "claims without a date, or with one in words only or as background"
    ),
    "unattributed": _Meaning(Not(SourceStated("any")), "claims that name no source"),
    "unreviewed": _Meaning(ReviewIs("unreviewed"), "drafted claims without a decision"),
    "accepted": _Meaning(ReviewIs("accepted"), "drafted claims that are accepted"),
    "rejected": _Meaning(ReviewIs("rejected"), "drafted claims that are rejected"),
    "guess": _Meaning(Guessed(), "drafted claims that need a decision and rest on a guess"),
    "new": _Meaning(DiffersFromBaseline("new"), "claims that the earlier version does not have"),
    "changed": _Meaning(
        DiffersFromBaseline("changed"), "claims that are different in the earlier version"
    ),
    "weaker": _Meaning(
        DiffersFromBaseline("weaker"),
        "claims that state less than in the earlier version, or less surely",
    ),
    "disputed": _Meaning(Contested(), "the same as `is:contested`"),
}


class StateField:
    """What a claim does not state, whether it is contested, its review state, and its changes."""

    order = 85
    explanations = tuple(
        Explanation(f"`is:{name}`", meaning.finds, f"`is:{name}`")
        for name, meaning in _STATES.items()
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for a state. Raises QueryError."""
        return _STATES[choice(name, one_word(name, value), tuple(_STATES))].predicate

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the states."""
        return map(Candidate, _STATES)


FIELD: Field = StateField()
