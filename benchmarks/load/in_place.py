"""A review that decides on items, and changes them, in the claim pane of the dashboard.

What cannot be changed there is corrected in the editor, as `in_editor` does.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from benchmarks.drafts import Reading
from benchmarks.load import in_editor
from benchmarks.load.session import Session
from benchmarks.load.visits import (
    AddFigure,
    AddTerm,
    Change,
    Mark,
    Pick,
    Press,
    Reject,
    Relate,
    Take,
    Visit,
    visits,
)
from kursk_tui.drafting.findings import Span
from kursk_tui.editing import EditError, Item, items_of
from kursk_tui.editing.additions import add_likelihood
from kursk_tui.editing.items import Field, span_of
from kursk_tui.editing.open_numbers import offered_measures
from kursk_tui.editing.unread import first_unread
from kursk_tui.formats.json import read
from kursk_tui.model import Attribution, Briefing, Claim
from kursk_tui.ui.dashboard.choices import AS_READ, choices_of
from kursk_tui.ui.marking.word_span import Words, WordSpan

_ENTER, _TAB = "\r", "\t"
_UP, _DOWN, _RIGHT, _LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"

_LONGEST = 20
"""The most entries of a list that the cursor goes down to a value typed in full."""


class _Place(NamedTuple):
    """The draft as it is now, and the item under the cursor."""

    draft: Briefing
    number: int
    item: Item | None

    @property
    def claim(self) -> Claim:
        return self.draft.claims[self.number]


def review(session: Session, reading: Reading) -> None:
    """Review a draft to the end: correct each wrong claim in its pane, then decide on it."""
    session.press("0")
    for claim in [one["id"] for one in reading.claims]:
        checked = in_editor.current(session, reading, claim)
        if checked.wrong and not checked.is_none:
            _correct(session, reading, claim)
        in_editor.decide(session, checked)
    in_editor.finish(session)


def _correct(session: Session, reading: Reading, claim: str) -> None:
    """Put a claim right item by item, and in the editor what the dashboard cannot change."""
    while True:
        file = session.file()
        checked = in_editor.current(session, reading, claim)
        visit = next(visits(replace(reading, file=file), checked), None)
        if visit is None:
            break
        _make(session, claim, visit)
        if not session.changes(file):
            raise RuntimeError(f"{claim} has not changed:\n{session.screen()}")
        session.press("g")
    if checked.corrected(reading.sample.text) != checked.claim:
        session.left.update(checked.wrong)
        in_editor.correct(session, reading, checked)
        session.press("g")


def _make(session: Session, claim: str, visit: Visit) -> None:
    """Go to an item from the claim's own line, and make its changes."""
    draft = read(session.path)
    number = next(at for at, one in enumerate(draft.claims) if one.id == claim)
    place = _Place(draft, number, visit.item)
    session.press("j" * _row(place))
    for change in visit.changes:
        before = session.file()
        _change(session, place._replace(draft=read(session.path)), change)
        session.changes(before)


def _change(session: Session, place: _Place, change: Change) -> None:
    match change:
        case Reject():
            session.press("d")
        case Take(measure):
            session.press(["a", _letter(place, measure)])
        case Pick(letter, value):
            session.press(["c", letter])
            _pick(session, value)
        case Press(letter):
            session.press(["c", letter])
        case Mark(letter, span):
            session.press(["c", letter, *marks(_span(place, letter), span), _ENTER])
        case Relate():
            session.press(["c", "r"])
            _pick(session, _relation(place, change), change.words)
        case AddTerm(span, term):
            session.press(["c", "l"])
            _pick(session, term if not _is_read(place, span) else AS_READ)
            session.press([*marks(_span(place, "l"), span), _ENTER])
        case AddFigure(span, measure):
            before = session.file()
            session.press(["c", "f", *marks(_span(place, "f"), span), _ENTER])
            session.changes(before)
            draft = read(session.path)
            number = _added(draft.claims[place.number], span)
            session.press(_letter(_Place(draft, place.number, number), measure))


def _relation(place: _Place, change: Relate) -> str:
    """Return how the list shows a relation."""
    choices = choices_of(place.draft, place.number, place.item)
    kind = change.kind or "not"
    given = f"{kind}|{change.nth}|{change.claim if change.kind else ''}"
    values = next(one.values for one in choices if one.name == "relation")
    return next(one.shown for one in values if one.given == given)


def _is_read(place: _Place, span: Span) -> bool:
    """Return whether the words of a likelihood state its term."""
    try:
        add_likelihood(place.draft, place.number, "", *span)
    except EditError:
        return False
    return True


def _added(claim: Claim, span: Span) -> Item:
    """Return the number that was added at a span."""
    assert claim.review is not None
    numbers = enumerate(claim.review.open_numbers)
    return next(
        Item("open_numbers", at) for at, one in numbers if one.start < span[1] and span[0] < one.end
    )


def _row(place: _Place) -> int:
    """Return the line of an item in the claim pane; the claim's own is the first."""
    if place.item is None:
        return 0
    claim = place.claim
    none_stated = [Item("attribution")] if claim.attribution == Attribution() else []
    return 1 + [*none_stated, *items_of(claim)].index(place.item)


def _letter(place: _Place, measure: str) -> str:
    """Return the letter of a measure; of any other if it is not offered, to be changed then."""
    assert place.item is not None
    offered = offered_measures(place.draft, place.number, place.item)
    return next((one for one, name in offered.items() if name == measure), next(iter(offered)))


def _pick(session: Session, value: str, typed: str | None = None) -> None:
    """Choose a value of a list: type until it is under the cursor, or go down to it.

    `typed` are the words to type if they are not the value.
    """
    for letter in value if typed is None else typed:
        if session.chosen() == value:
            break
        session.press(letter)
    for _ in range(_LONGEST):
        if session.chosen() == value:
            break
        session.press([_DOWN])
    else:
        raise RuntimeError(f"{value} is not in the list:\n{session.screen()}")
    session.press(_ENTER)


_ADDED: dict[str, Field] = {"d": "when", "l": "likelihoods", "f": "figures"}
"""The fields of items that are added, by the letters of the choices."""


def _span(place: _Place, letter: str) -> WordSpan:
    """Return the words that are marked at first."""
    claim, text = place.claim, place.draft.document_by_id[place.claim.document].text
    low, high = claim.evidence.start, claim.evidence.end
    words = Words.of(text, low, high)
    if place.item is None and letter in _ADDED:
        found = first_unread(place.draft, place.number, _ADDED[letter])
        return WordSpan(words, *found) if found is not None else _first(words)
    if place.item is None:
        return WordSpan(Words.of(text, 0, len(text)), low, high)
    found = span_of(claim, place.item)
    if found is None:
        return _first(words)
    start, end = found
    if letter == "r" and (scope := claim.likelihoods[place.item.nth].scope) is not None:
        start, end = scope.start, scope.end
    return WordSpan(words, start, end)


def _first(words: Words) -> WordSpan:
    """Return the first word, whose start moves: nothing is known of the words to mark."""
    return WordSpan(words, words.starts[0], words.ends[0], "start")


def marks(span: WordSpan, wanted: Span) -> Iterator[str]:
    """Yield the keys that move the ends of a span to those wanted, the moving one first."""
    for last in (False, True):
        is_end = span.moving == "end"
        places = span.words.ends if is_end else span.words.starts
        here, there = (span.end, wanted[1]) if is_end else (span.start, wanted[0])
        if here != there:
            if last:
                yield _TAB
            yield from _moves(places, here, there)
            span = span.moved(bisect_left(places, there) - bisect_left(places, here))
        span = span.other_end()


def _moves(places: Sequence[int], here: int, wanted: int) -> Iterator[str]:
    """Yield the keys that move an end from a place to another, by ten words and by words."""
    steps = bisect_left(places, wanted) - bisect_left(places, here)
    tens, ones = divmod(abs(steps), 10)
    yield from [_DOWN if steps > 0 else _UP] * tens
    yield from [_RIGHT if steps > 0 else _LEFT] * ones
