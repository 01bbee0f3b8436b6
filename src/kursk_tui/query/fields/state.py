"""`is:` finds claims by what they do not state, by what others say, by review and changes."""

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
    FigureMarked,
    FigureStated,
    Guessed,
    LikelihoodStated,
    Not,
    Predicate,
    ReviewIs,
    SourceStated,
    StateIs,
    Withdrawn,
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
    "latest": _Meaning(
        StateIs("latest"),
        "figures after which their origin states no other number of the same count; possibly, if "
        "the dates leave the order open",
    ),
    "updated": _Meaning(
        StateIs("updated"), "figures for which the same origin gives a number of a later day"
    ),
    "corrected": _Meaning(
        StateIs("corrected"),
        "figures that a claim says it corrects; possibly, if the same origin gives another number "
        "of the same days",
    ),
    "dropped": _Meaning(
        StateIs("dropped"),
        "figures about which the later editions of their series have nothing from the same origin; "
        "possibly, if dates leave open which edition is later",
    ),
    "withdrawn": _Meaning(
        Withdrawn(),
        "claims that another claim withdraws, or with a figure that its own origin denies",
    ),
    "preliminary": _Meaning(
        FigureMarked("preliminary"), "claims with a figure that the document calls a first one"
    ),
    "coded": _Meaning(
        FigureMarked("coded"), "claims with a number that a coder read from the words"
    ),
    "derived": _Meaning(
        FigureMarked("derived"), "claims with a number that follows from other numbers"
    ),
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
