"""Likelihoods in the query language, such as `likelihood:>=likely`."""

from itertools import chain

from kursk_tui.model import YARDSTICKS, Likelihood
from kursk_tui.query.answer import Answer
from kursk_tui.query.error import QueryError, nearest
from kursk_tui.query.index import Index
from kursk_tui.query.scales import MATCH, NO, POSSIBLE, backwards, ends, graded, stated
from kursk_tui.query.tree import Atom, Compare, Range, Stated, Term, Value


def answer_likelihood(index: Index, term: Term, value: Value) -> Answer:
    """Answer a likelihood, such as `likelihood:>=likely`, in the order of the claim's own scale.

    A term that the claim's scale lacks is compared by its band on a scale that has it. Bands of
    two scales never agree for certain, so the best such an answer can be is: possible.
    """
    if isinstance(value, Stated):
        return stated((claim for claim, _ in index.likelihoods), index)
    atoms = _atoms(value)
    for atom in atoms:
        _check_term(term, atom)
    if isinstance(value, Range) and value.low and value.high:
        _check_order(value.low, value.high)
    # Many claims share few terms: each is graded once.
    grades: dict[tuple[str, str], int] = {}
    for _, one in index.likelihoods:
        if (one.scale, one.term) not in grades:
            grades[one.scale, one.term] = _grade_likelihood(one, value)
    return graded(((claim, grades[one.scale, one.term]) for claim, one in index.likelihoods), index)


def _atoms(value: Value) -> list[Atom]:
    match value:
        case Compare(atom=atom):
            return [atom]
        case Range(low=low, high=high):
            return [atom for atom in (low, high) if atom is not None]
        case Atom():
            return [value]
    return []


def _check_term(term: Term, atom: Atom) -> None:
    scales = YARDSTICKS.values()
    if any(scale.rank(atom.text) is not None for scale in scales):
        return
    spellings = chain.from_iterable(band.spellings for scale in scales for band in scale.bands)
    meant = nearest(atom.text, spellings)
    message = f"{term.field}: no scale has the term '{atom.text}'"
    if meant is None:
        message += "; for example likely, highly likely, almost certain"
    raise QueryError(message, *atom.span, str(Atom(meant)) if meant else None)


def _check_order(low: Atom, high: Atom) -> None:
    ranks = ((scale.rank(low.text), scale.rank(high.text)) for scale in YARDSTICKS.values())
    if any(first is not None and last is not None and first > last for first, last in ranks):
        raise backwards(low, high)
    if _bands(low)[0] >= _bands(high)[1]:
        raise backwards(low, high)


def _grade_likelihood(have: Likelihood, value: Value) -> int:
    scale = have.yardstick
    if all(scale.rank(atom.text) is not None for atom in _atoms(value)):
        low, high = ends(value, lambda atom: scale.rank(atom.text) or 0)
        in_range = (low is None or low <= have.rank) and (high is None or have.rank <= high)
        return MATCH if in_range else NO
    asked_low, asked_high = _asked_band(value)
    return POSSIBLE if asked_low < have.band.upper and have.band.lower < asked_high else NO


def _asked_band(value: Value) -> tuple[int, int]:
    def lower(atom: Atom) -> int:
        return _bands(atom)[0]

    def upper(atom: Atom) -> int:
        return _bands(atom)[1]

    match value:
        case Compare(operator=">=", atom=atom):
            return lower(atom), 100
        case Compare(operator=">", atom=atom):
            return upper(atom), 100
        case Compare(operator="<=", atom=atom):
            return 0, upper(atom)
        case Compare(operator="<", atom=atom):
            return 0, lower(atom)
        case Range(low=low, high=high):
            return lower(low) if low else 0, upper(high) if high else 100
        case Atom():
            return lower(value), upper(value)
    return 0, 100


def _bands(atom: Atom) -> tuple[int, int]:
    """Return the widest range in per cent that a scale with this term gives it."""
    bands = [
        scale.bands[rank]
        for scale in YARDSTICKS.values()
        if (rank := scale.rank(atom.text)) is not None
    ]
    return min(band.lower for band in bands), max(band.upper for band in bands)
