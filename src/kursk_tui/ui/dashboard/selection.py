"""The selected claim, and marks on claims."""

from collections.abc import Callable, MutableMapping

from kursk_tui.query import View
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.rows.row_model import NOTHING, gone_claim


class Selection:
    """The number of the selected claim, or None if no claim is shown.

    `gone` is the number of a claim that only the earlier version has, if the cursor is on it.
    A claim that the user chose is selected again whenever the view shows it. `first_claim` returns
    the first claim of the current pane, if known; `show` shows each new selection at once.
    """

    def __init__(
        self,
        view: Callable[[], View],
        first_claim: Callable[[], int | None],
        show: Callable[[int | None], None],
        show_message: ShowMessage = lambda _: None,
    ) -> None:
        self._view = view
        self._show_message = show_message
        self.claim: int | None = None
        self.gone: int | None = None
        self._chosen: int | None = None
        self._first_claim = first_claim
        self._show = show

    def choose(self, claim: int | None) -> None:
        """Select a claim chosen by the user; None has no effect, `NOTHING` selects no claim.

        A `gone_claim` selects no claim either, and is shown in its place.
        """
        if claim is not None:
            self._chosen = claim if claim > NOTHING else None
            self._select(claim)

    def expect(self, claim: int | None) -> None:
        """Select a claim once a view shows it."""
        self._chosen = claim

    def follow_view(self) -> None:
        """Keep the selection within the view: the chosen claim, the selected one, or the first."""
        view = self._view()
        if self._chosen is not None and view.shows(self._chosen):
            self._select(self._chosen)
        elif self.claim is None or not view.shows(self.claim):
            first = self._first_claim()
            known = first is not None and (first < 0 or view.shows(first))
            self._select(first if known else view.first)

    @property
    def claim_id(self) -> str:
        """The id of the selected claim; empty if none is selected."""
        return "" if self.claim is None else self._view().claims[self.claim].id

    def carry_over(self, after: View) -> None:
        """Prepare for a new version of the briefing: choose the claim with the same id."""
        name = self.claim_id
        numbers = (number for number, claim in enumerate(after.claims) if claim.id == name)
        self._chosen = next(numbers, None)
        if self._chosen != self.claim:
            self._select(None)  # until the new version is shown, the number refers to another claim

    def step(self, direction: int) -> None:
        """Select the next (1) or previous (-1) claim of the view, in the order of the file."""
        numbers = self._view().numbers
        if not numbers:
            self._show_message("no claim to go to: none matches the query")
        elif list(numbers) == [self.claim]:
            self._show_message("this is the only claim shown")
        else:
            at = numbers.index(self.claim) if self.claim in numbers else -direction
            self.choose(numbers[(at + direction) % len(numbers)])

    def _select(self, claim: int | None) -> None:
        is_there = claim is None or claim > NOTHING
        self.claim = claim if is_there else None
        self.gone = gone_claim(claim) if claim is not None and claim < NOTHING else None
        self._show(self.claim)


class Marks:
    """Letters that mark claims; they are saved with the state of the briefing."""

    def __init__(
        self,
        marks: MutableMapping[str, str],
        selection: Selection,
        view: Callable[[], View],
        show_message: ShowMessage,
    ) -> None:
        self._marks = marks
        self._selection = selection
        self._view = view
        self._show_message = show_message

    def set(self, letter: str) -> None:
        """Mark the selected claim with a letter, or remove this mark from it."""
        if self._selection.claim is None:
            return
        claim = self._view().claims[self._selection.claim].id
        if self._marks.get(letter) == claim:
            del self._marks[letter]
            self._show_message(f"mark {letter} removed from {claim}")
        else:
            self._marks[letter] = claim
            self._show_message(f"marked {claim} as {letter}; ' {letter} returns to it")

    def jump(self, letter: str) -> None:
        """Select the claim with a mark if the query shows it."""
        view = self._view()
        claim = self._marks.get(letter)
        numbers = {one.id: number for number, one in enumerate(view.claims)}
        if claim is None:
            self._show_message(f"there is no mark {letter}")
        elif claim not in numbers:
            self._show_message(f"mark {letter} is on {claim}, which is not in this briefing")
        elif not view.shows(numbers[claim]):
            self._show_message(f"mark {letter} is on {claim}, which the query leaves out")
        else:
            self._selection.choose(numbers[claim])

    def overview(self) -> str:
        """Return all marks and their claims in one line, or an empty string."""
        marks = "  ".join(f"{letter} {claim}" for letter, claim in sorted(self._marks.items()))
        return f"marks: {marks}" if marks else ""
