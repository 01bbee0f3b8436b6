"""The part of the dashboard that knows which claim is selected, and the ways to another."""

from textual.reactive import var

from kursk_tui.ui.dashboard.key_screen import KeyScreen
from kursk_tui.ui.dashboard.loaded_briefing import Edition
from kursk_tui.ui.keys.keymap import LETTER


class SelectionScreen(KeyScreen):
    """Holds the selected claim. What the reader chose last comes back as soon as it is shown."""

    selected: var[int | None] = var(None, init=False)
    _chosen: int | None = None

    def choose(self, claim: int | None) -> None:
        """Select a claim; None leaves all as it is."""
        if claim is not None:
            self._chosen = self.selected = claim

    def show_edition(self, edition: Edition) -> str:
        """Show another edition, with the claim selected that has the same id, if there is one."""
        before = (
            self.view.claims[self.selected].id if self.view and self.selected is not None else ""
        )
        numbers = (number for number, one in enumerate(edition.view.claims) if one.id == before)
        self._chosen = next(numbers, None)
        if self._chosen != self.selected:
            self.selected = None  # until the new claims are there, its number means another
        return super().show_edition(edition)

    def first_claim(self) -> int | None:
        """Return the claim to select where none is; the screen that has panes knows."""
        return None

    def keep_selected(self) -> None:
        """Select what the reader chose last, as soon as it is shown; until then, the first."""
        view = self.view
        if view is None:
            return
        if self._chosen is not None and view.shows(self._chosen):
            self.selected = self._chosen
        elif self.selected is None or not view.shows(self.selected):
            first = self.first_claim()
            known = first is not None and view.shows(first)
            self.selected = first if known else view.first

    def action_next(self, direction: int) -> None:
        """Select the next or previous claim that the query leaves, in the order of the file."""
        if self.view is not None and self.view.numbers:
            numbers = self.view.numbers
            at = numbers.index(self.selected) if self.selected in numbers else -direction
            self.choose(numbers[(at + direction) % len(numbers)])

    # Marks: letters for claims, which are remembered with the briefing.

    def action_mark(self, letter: str) -> None:
        """Mark the selected claim with a letter; the same again takes the mark away."""
        if self.view is None or self.selected is None:
            return
        claim = self.view.claims[self.selected].id
        if self.session.state.marks.get(letter) == claim:
            del self.session.state.marks[letter]
            self.tell(f"mark {letter} taken away from {claim}")
        else:
            self.session.state.marks[letter] = claim
            self.tell(f"{claim} marked {letter}; ' {letter} comes back to it")

    def action_jump(self, letter: str) -> None:
        """Go to the claim with a mark, if the query shows it."""
        if self.view is None:
            return
        claim = self.session.state.marks.get(letter)
        numbers = {one.id: number for number, one in enumerate(self.view.claims)}
        if claim is None:
            self.tell(f"there is no mark {letter}")
        elif claim not in numbers:
            self.tell(f"mark {letter} is on {claim}, which this briefing does not have")
        elif not self.view.shows(numbers[claim]):
            self.tell(f"mark {letter} is on {claim}, which the query leaves out")
        else:
            self.choose(numbers[claim])

    def remark_on(self, pending: str) -> str:
        """Return the marks there are, while the letter of one is waited for."""
        marks = sorted(self.session.state.marks.items())
        told = "  ".join(f"{letter} {claim}" for letter, claim in marks)
        return f"marks: {told}" if marks and pending in self._jumping else ""

    @property
    def _jumping(self) -> set[str]:
        """The keys that must be followed by the letter of a mark."""
        found = (one for one in self.session.keymap.actions if one.id == "mark.jump")
        return {keys.removesuffix(f" {LETTER}") for one in found for keys in one.keys}
