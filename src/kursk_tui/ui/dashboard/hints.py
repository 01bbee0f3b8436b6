"""The actions in the footer: those of the current pane, of conflicts and of changes."""

from collections.abc import Callable, Sequence
from typing import Protocol

from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Hint, Pane
from kursk_tui.ui.rows.name_rows import DECIDED, NAMES
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.ui.widgets.bar import known_conflicts
from kursk_tui.wording import libraries

_ONLY = {"id": "only this claim", "is": "only these claims"}
"""What a term does that finds claims and not what the pane is about, by its field."""

_WIDEST = max(map(len, _ONLY.values()))
"""The width of these labels: the keys after them stay in place on every row."""


_DECIDE = frozenset(("review.accept", "review.reject", "review.change"))
"""The actions that decide on names that may be one, in the pane of editions."""

_DAYS = (Hint("as-of.earlier"), Hint("as-of.later"))
_IN_A_LIBRARY = {
    "changes": (Hint("review.next", "next unread"), Hint("read.all"), *_DAYS),
    "track": _DAYS,
    "editions": _DAYS,
}
"""The actions of some panes that only a library has, by the id of the pane."""


class CurrentPane(Protocol):
    """The current pane, as its hints depend on it."""

    pane: Pane

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""

    @property
    def is_laid_out(self) -> bool:
        """Whether the rows are known."""

    def term(self) -> str | None:
        """Return the query term for the row under the cursor."""


class Hints:
    """Returns the actions of the current pane that work, and those that need attention.

    The footer asks for them with every selection, so what depends on the view only is kept.
    """

    def __init__(self, view: Callable[[], View], pane: Callable[[], CurrentPane]) -> None:
        self._view = view
        self._pane = pane
        self._attention: tuple[Hint, ...] = ()
        self._attention_of: tuple[object, ...] | None = None

    def __call__(self) -> Sequence[Hint]:
        """Return the hints."""
        view, pane = self._view(), self._pane()
        hints = pane.pane.hints
        if view.briefing.is_library:
            hints = (*hints[:1], *_IN_A_LIBRARY.get(pane.pane.id, ()), *hints[1:])
        if pane.pane.id == "editions":
            hints = _hints_of_row(hints, pane.cursor_row)
        hints = tuple(hint for hint in hints if hint.action != "as-of.later" or _is_as_of(view))
        term = pane.term()
        if not view.shown:
            hints = possible_hints(view)
        elif term is not None or pane.is_laid_out:
            hints = (*fitting_hints(hints, term), *possible_hints(view))
        own = f"pane.{pane.pane.id}"
        urgent = (hint for hint in self._urgent() if hint.action != own)
        first = max(1, sum(hint.action in _DECIDE for hint in hints))
        return (*hints[:first], *urgent, *hints[first:])

    def _urgent(self) -> Sequence[Hint]:
        view = self._view()
        found = view.index.known_conflicts, view.baseline, libraries.names_that_wait(view.briefing)
        if self._attention_of is None or any(
            one is not two for one, two in zip(found, self._attention_of, strict=True)
        ):
            self._attention_of, self._attention = found, attention_hints(view)
        return self._attention


def _hints_of_row(hints: Sequence[Hint], row: Row | None) -> tuple[Hint, ...]:
    """Return the hints that act on a row of editions, of files, or of names."""
    decide = tuple(hint for hint in hints if hint.action in _DECIDE) if _is(row, NAMES) else ()
    if _is(row, DECIDED):
        decide = (Hint("review.change", "edit the reason"),)
    others = tuple(hint for hint in hints if hint.action not in _DECIDE)
    if row is None or row.claim is None:
        others = tuple(one for one in others if one.action != "claim.open")
    return (*decide, *others)


def _is(row: Row | None, key: str) -> bool:
    return row is not None and row.claim is None and row.key == key


def _is_as_of(view: View) -> bool:
    return bool(libraries.as_of(view.briefing))


def fitting_hints(hints: Sequence[Hint], term: str | None) -> tuple[Hint, ...]:
    """Return the hints of a pane for the term of the row under the cursor, or None for no row."""
    if term is None:
        return tuple(hint for hint in hints if hint.action != "query.only")
    label = _ONLY.get(term.partition(":")[0])
    return tuple(
        hint._replace(label=(label or hint.label).ljust(_WIDEST))
        if hint.action == "query.only"
        else hint
        for hint in hints
    )


def possible_hints(view: View) -> tuple[Hint, ...]:
    """Return how many possible matches the query hides, if it hides any."""
    hidden = view.answer.possible.bit_count()
    if not hidden or view.with_possible:
        return ()
    return (Hint("query.possible", f"{hidden:,} possible"),)


def attention_hints(view: View) -> tuple[Hint, ...]:
    """Return how many conflicts there are, as far as it is known, and how many changes."""
    conflicts = known_conflicts(view)
    number = view.baseline.change_count if view.baseline else 0
    changes = plural(number, "change") if number else ""
    gravest = conflicts.partition(" · ")[0]
    pairs = len(libraries.names_that_wait(view.briefing))
    names = f"names: {plural(pairs, 'pair')}" if pairs else ""
    hints = (
        Hint("pane.conflicts", conflicts, (gravest, gravest.partition(" ")[0])),
        Hint("pane.changes", changes, (changes, changes.partition(" ")[0]), last_key=True),
        Hint("pane.editions", names, (f"names: {pairs}",)),
    )
    return tuple(hint for hint in hints if hint.label)
