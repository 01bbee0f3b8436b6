"""The review of a draft: decide, change, undo and finish."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from kursk_tui.editing import EditError, Item, Step, decide_item
from kursk_tui.editing.items import next_to_decide
from kursk_tui.editing.names import name_of
from kursk_tui.editing.open_numbers import count_as, offered_measures
from kursk_tui.editing.sources import without_unnamed
from kursk_tui.editing.steps import ChangedSinceError
from kursk_tui.model import Briefing
from kursk_tui.model.decisions import finalize, next_unreviewed, set_decision
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.briefing_file import NOT_SAVED, RELOADS, BriefingFile
from kursk_tui.ui.dashboard.name_decisions import NameDecisions
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.vocabulary import Decision

Edit = Callable[[Briefing], Briefing]
"""A change of the draft; raises EditError if it is not possible."""


Ask = Callable[[str, Mapping[str, Callable[[], object]]], object]


class ItemCursor(Protocol):
    """The cursor of the claim pane."""

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None for the claim as a whole."""

    def go_to_item(self, item: Item | None) -> None:
        """Move to an item of the selected claim, or to its own line."""


class _Done(NamedTuple):
    """A step that was made, the message after it is undone, and where the cursor was."""

    step: Step
    undone: str
    item: Item | None


class Review:
    """Records decisions and changes; each is saved before the next key is handled.

    `show` shows a changed briefing; `go_to_claim` selects a claim even if the query excludes it;
    `ask` shows a question, and runs what the next key stands for. `names` takes decisions about
    names in a library.
    """

    def __init__(
        self,
        file: BriefingFile,
        briefing: Callable[[], Briefing],
        selection: Selection,
        cursor: ItemCursor,
        show: Callable[[Briefing], object],
        go_to_claim: Callable[[int], None],
        show_message: ShowMessage,
        ask: Ask,
        names: NameDecisions | None = None,
    ) -> None:
        self.file = file
        self._names = names
        self._briefing = briefing
        self._selection = selection
        self._cursor = cursor
        self._show = show
        self._go_to_claim = go_to_claim
        self._show_message = show_message
        self._ask = ask
        self._steps: list[_Done] = []
        self._unsaved = ""

    # Decisions.

    def decide(self, decision: Decision) -> None:
        """Accept or reject the item under the cursor, or else the selected claim.

        On names that may be one, accepting joins them, and rejecting keeps them apart.
        """
        if self._names is not None and self._names.takes(decision):
            return
        draft, number = self._draft(), self._selection.claim
        if draft is None or number is None:
            return
        claim = draft.claims[number]
        if claim.review is None:
            self._show_message(f"{claim.id} was not drafted and needs no decision")
        elif (item := self._cursor.item) is None:
            self._decide_claim(number, claim.id, claim.review.decision, decision)
        elif item.field == "open_numbers" and decision == "accepted":
            self.ask_for_measure(number, item)
        else:
            self._decide_item(number, item, decision)

    async def lists_names(self) -> bool:
        """List what the names under the cursor can be; return False if there are none."""
        return self._names is not None and await self._names.takes_change()

    def _decide_claim(
        self, number: int, name: str, before: Decision | None, decision: Decision
    ) -> None:
        """Decide on a claim, and go to the next unreviewed one."""
        instead = f" instead of {before}" if before not in (None, decision) else ""
        done = self.apply(
            lambda draft: set_decision(draft, number, decision),
            f"{name} {decision}{instead}",
            undone=f"{name} is {before or 'unreviewed'} again",
        )
        if done:
            self._selection.choose(next_unreviewed(self._briefing(), self._selection.claim))
        else:
            self._unsaved = f"{name} was not {decision}: {self._unsaved}"

    def _decide_item(self, number: int, item: Item, decision: Decision) -> None:
        """Decide on an item, and go to the next one of the claim that needs a decision."""
        claim = self._briefing().claims[number]
        following = next_to_decide(claim, item, decision)
        message = f"{name_of(claim, item)} {decision}"
        done = self.apply(lambda draft: decide_item(draft, number, item, decision), message)
        if done:
            self._cursor.go_to_item(following)

    def ask_for_measure(self, number: int, item: Item) -> None:
        """Ask which measure an open number counts as."""
        measures = offered_measures(self._briefing(), number, item)

        def taker(measure: str) -> Callable[[], object]:
            return lambda: self.count_as_measure(number, item, measure)

        question = "  ".join(f"{letter} {measure}" for letter, measure in measures.items())
        self._ask(question, {letter: taker(measure) for letter, measure in measures.items()})

    def count_as_measure(self, number: int, item: Item, measure: str) -> None:
        """Count an open number as a measure, and go to the next item that needs a decision."""
        claim = self._briefing().claims[number]
        following = next_to_decide(claim, item, "accepted")
        message = f"{name_of(claim, item)} counts as {measure}"
        if self.apply(lambda draft: count_as(draft, number, item, measure), message):
            self._cursor.go_to_item(following)

    # Any change.

    def apply(
        self, edit: Edit, message: str | Callable[[Briefing], str], *, undone: str = ""
    ) -> bool:
        """Change the draft, save it, show it and its message; return whether that was possible.

        The message may depend on the changed draft. The cursor remains where it is. `undone` is the
        message after an undo.
        """
        draft = self._draft()
        if draft is None:
            return False
        item = self._cursor.item
        try:
            changed = edit(draft)
        except EditError as error:
            self._show_message(str(error))
            return False
        changed = without_unnamed(draft, changed)
        if not self._save(changed):
            return False
        if callable(message):
            message = message(changed)
        step = Step.between(draft, changed)
        self._steps.append(_Done(step, undone or f"undone: {message}", item))
        self._show_message(f"{message}; {self._remaining()}")
        return True

    def undo(self) -> None:
        """Undo the last step, unless another program has changed what it made."""
        if self._names is not None and self._names.takes_undo():
            return
        draft = self._draft()
        if draft is None:
            return
        while self._steps and self._steps[-1].step.is_gone(draft):
            self._steps.pop()
        if not self._steps:
            self._show_message("there is nothing to undo")
            return
        last = self._steps[-1]
        try:
            before = last.step.taken_back(draft)
        except ChangedSinceError as error:
            self._steps.pop()
            self._show_message(f"not undone: {_who_changed(draft, error.claim)}")
        except EditError as error:
            self._steps.pop()
            self._show_message(f"not undone: {error}")
        else:
            self._show_undone(last, before)

    def _show_undone(self, last: _Done, before: Briefing) -> None:
        if self._save(before):
            self._steps.pop()
            names = [claim.id for claim in last.step.before]
            numbers = (at for at, claim in enumerate(before.claims) if claim.id in names)
            if (number := next(numbers, None)) is not None:
                self._go_to_claim(number)
                self._cursor.go_to_item(last.item)
            self._show_message(f"{last.undone}; {self._remaining()}")

    def take_unsaved(self) -> str:
        """Return what could not be saved and why, once, to end the message of a reload.

        With `--watch`, that message takes the place of the error within moments.
        """
        unsaved, self._unsaved = self._unsaved, ""
        reason = unsaved.replace(NOT_SAVED, "").removesuffix(RELOADS)
        return f"; {reason}" if reason else ""

    # The draft as a whole.

    def next_unreviewed(self) -> None:
        """Select the next unreviewed claim."""
        draft = self._draft()
        if draft is None:
            return
        number = next_unreviewed(draft, self._selection.claim)
        if number is None:
            self._show_message(self._remaining())
        else:
            self._go_to_claim(number)

    def finish(self) -> None:
        """Ask whether to make the draft final, if every claim is reviewed."""
        final = self._final()
        if final is not None:
            kept = f"; {name} keeps the draft" if (name := self._backup()) else ""
            question = f"F again makes {plural(len(final.claims), 'claim')} final{kept}  esc back"
            self._ask(question, {"F": self._make_final})

    def _make_final(self) -> None:
        """Make the draft final: its decisions go, and cannot be undone here."""
        final = self._final()
        if final is not None and self._save(final):
            self._steps.clear()
            kept = f"; the draft is in {name}" if (name := self._backup()) else ""
            self._show_message(f"final: {plural(len(final.claims), 'claim')}{kept}")

    def _final(self) -> Briefing | None:
        draft = self._draft()
        if draft is None:
            return None
        try:
            return finalize(draft)
        except ValueError as error:
            self._show_message(f"{error}; v goes to the next")
            return None

    def _backup(self) -> str:
        """Return the name of the file that keeps the draft, or nothing."""
        path = self.file.path
        return visible(f"{path.name}~") if path is not None else ""

    def _draft(self) -> Briefing | None:
        briefing = self._briefing()
        if briefing.status == "draft":
            return briefing
        self._show_message("this briefing is not a draft: there is nothing to review")
        return None

    def _save(self, briefing: Briefing) -> bool:
        """Save and show a changed briefing; return False on an error."""
        save = self.file.save
        error = self.file.why_not if save is None else save(briefing, self._briefing())
        self._unsaved = error or ""
        if error is not None:
            self._show_message(error)
            return False
        self._show(briefing)
        return True

    def _remaining(self) -> str:
        left = len(self._briefing().unreviewed)
        return (
            f"{left:,} unreviewed" if left else "every claim is reviewed; F makes the draft final"
        )


def _who_changed(draft: Briefing, name: str) -> str:
    """Return who changed a claim, and its state now."""
    found = next((claim for claim in draft.claims if claim.id == name), None)
    if found is None:
        return f"another program removed {name}"
    return f"another program changed {name}; it is {found.review_state or 'no longer drafted'}"
