"""`likelihood:` finds likelihoods, in the order of the claim's own scale."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kursk_tui.model import YARDSTICKS, Band, Yardstick
from kursk_tui.model.figure import ReservedWord
from kursk_tui.model.likelihood import ScaleTerm
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import QueryError, brief, nearest
from kursk_tui.query.field import Candidate, Explanation, Field, SimpleValue
from kursk_tui.query.predicates import LikelihoodAmong, LikelihoodStated, Predicate
from kursk_tui.query.syntax.tree import Atom, Compare, Range, Stated
from kursk_tui.query.values import backwards, bounds

_NAME: ReservedWord = "likelihood"


class LikelihoodField:
    """The likelihoods of a claim.

    A term that the claim's scale lacks is compared by its band on a scale that has it. As bands of
    different scales never coincide, such an answer is at best "possible".
    """

    order = 30
    explanations = (
        Explanation(
            "`likelihood:TERM`",
            "likelihoods with a term of PHIA or ICD 203, also in its other spellings",
            '`likelihood:probable`, `likelihood:"almost certainly"`',
        ),
        Explanation(
            "`likelihood:>=TERM`, also `>`, `<=`, `<`",
            "likelihoods above or below a term, in the order of the claim's own scale",
            '`likelihood:>="highly likely"`',
        ),
        Explanation(
            "`likelihood:LOW..HIGH`, also `LOW..`, `..HIGH`",
            "likelihoods in a range of terms, both ends included",
            '`likelihood:likely.."highly likely"`',
        ),
        Explanation("`likelihood:*`", "any likelihood", "`likelihood:*`"),
    )

    def names(self, catalogue: Catalogue) -> Iterable[str]:
        """Return the name of the field."""
        return (_NAME,)

    def resolve(self, name: str, value: SimpleValue, catalogue: Catalogue) -> Predicate:
        """Return the predicate for the terms of a value, on each scale. Raises QueryError."""
        if isinstance(value, Stated):
            return LikelihoodStated()
        atoms = _atoms(value)
        for atom in atoms:
            _check_term(atom)
        if isinstance(value, Range) and value.low and value.high:
            _check_order(value.low, value.high)
        certain: set[ScaleTerm] = set()
        possible: set[ScaleTerm] = set()
        for scale in YARDSTICKS.values():
            knows_all = all(scale.rank(atom.text) is not None for atom in atoms)
            chosen = _by_rank(scale, value) if knows_all else _by_percentage(scale, value)
            (certain if knows_all else possible).update(
                ScaleTerm(scale.id, band.term) for band in chosen
            )
        return LikelihoodAmong(frozenset(certain), frozenset(possible))

    def candidates(self, name: str, catalogue: Catalogue, *, compared: bool) -> Iterator[Candidate]:
        """Yield the terms of the scales in use, or of all scales if none is in use."""
        for scale in catalogue.scales_in_use or YARDSTICKS:
            for band in YARDSTICKS[scale].bands:
                yield Candidate(band.term)


def _atoms(value: SimpleValue) -> list[Atom]:
    match value:
        case Atom():
            return [value]
        case Compare(atom=atom):
            return [atom]
        case Range(low=low, high=high):
            return [atom for atom in (low, high) if atom is not None]
    return []


def _check_term(atom: Atom) -> None:
    scales = YARDSTICKS.values()
    if any(scale.rank(atom.text) is not None for scale in scales):
        return
    spellings = chain.from_iterable(band.spellings for scale in scales for band in scale.bands)
    suggestion = nearest(atom.text, spellings)
    message = f"{_NAME}: no scale has the term “{brief(atom.text)}”"
    if suggestion is None:
        message += "; for example likely, highly likely, almost certain"
    raise QueryError(message, *atom.span, str(Atom(suggestion)) if suggestion else None)


def _check_order(low: Atom, high: Atom) -> None:
    ranks = ((scale.rank(low.text), scale.rank(high.text)) for scale in YARDSTICKS.values())
    if any(first is not None and last is not None and first > last for first, last in ranks):
        raise backwards(low, high)
    if _percentages(low)[0] >= _percentages(high)[1]:
        raise backwards(low, high)


def _by_rank(scale: Yardstick, value: SimpleValue) -> tuple[Band, ...]:
    """Return the bands of a scale that has all terms of a value."""
    low, high = bounds(value, lambda atom: scale.rank(atom.text) or 0)
    return scale.bands[low or 0 : len(scale.bands) if high is None else high + 1]


def _by_percentage(scale: Yardstick, value: SimpleValue) -> list[Band]:
    """Return the bands of a scale that overlap with the range of a value."""
    low, high = _asked_percentages(value)
    return [band for band in scale.bands if low < band.upper and band.lower < high]


def _asked_percentages(value: SimpleValue) -> tuple[int, int]:
    match value:
        case Atom():
            return _percentages(value)
        case Compare(operator=">=", atom=atom):
            return _percentages(atom)[0], 100
        case Compare(operator=">", atom=atom):
            return _percentages(atom)[1], 100
        case Compare(operator="<=", atom=atom):
            return 0, _percentages(atom)[1]
        case Compare(operator="<", atom=atom):
            return 0, _percentages(atom)[0]
        case Range(low=low, high=high):
            return _percentages(low)[0] if low else 0, _percentages(high)[1] if high else 100
    return 0, 100


def _percentages(atom: Atom) -> tuple[int, int]:
    """Return the widest range in per cent that the scales with this term give it."""
    bands = [
        scale.bands[rank]
        for scale in YARDSTICKS.values()
        if (rank := scale.rank(atom.text)) is not None
    ]
    return min(band.lower for band in bands), max(band.upper for band in bands)


FIELD: Field = LikelihoodField()
