"""The review of a draft: accept, reject, undo and finish."""

from collections.abc import Callable

from kursk_tui.model import Briefing
from kursk_tui.model.decisions import finalize, next_unreviewed, set_decision
from kursk_tui.text.messages import plural
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.vocabulary import Decision


class Review:
    """Records decisions about claims; each is saved before the next key is handled.

    `show` shows a changed briefing; `go_to_claim` selects a claim even if the query excludes it.
    """

    def __init__(
        self,
        file: BriefingFile,
        briefing: Callable[[], Briefing],
        selection: Selection,
        show: Callable[[Briefing], object],
        go_to_claim: Callable[[int], None],
        show_message: ShowMessage,
    ) -> None:
        self.file = file
        self._briefing = briefing
        self._selection = selection
        self._show = show
        self._go_to_claim = go_to_claim
        self._show_message = show_message
        self._decisions: list[tuple[str, Decision | None]] = []

    def decide(self, decision: Decision) -> None:
        """Accept or reject the selected claim, and go to the next unreviewed one."""
        draft, number = self._draft(), self._selection.claim
        if draft is None or number is None:
            return
        claim = draft.claims[number]
        if claim.review is None:
            self._show_message(f"{claim.id} was not drafted and needs no decision")
            return
        before = claim.review.decision
        if self._save(set_decision(draft, number, decision)):
            self._decisions.append((claim.id, before))
            self._selection.choose(next_unreviewed(self._briefing(), self._selection.claim))
            self._show_message(f"{claim.id} {decision}; {self._remaining()}")

    def undo(self) -> None:
        """Undo the last decision."""
        draft = self._draft()
        if draft is None:
            return
        numbers = {claim.id: number for number, claim in enumerate(draft.claims)}
        while self._decisions:
            claim, decision = self._decisions.pop()
            if claim in numbers and draft.claims[numbers[claim]].review is not None:
                if self._save(set_decision(draft, numbers[claim], decision)):
                    self._go_to_claim(numbers[claim])
                    self._show_message(
                        f"{claim} is {decision or 'unreviewed'} again; {self._remaining()}"
                    )
                return
        self._show_message("there is nothing to undo")

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
        """Make the draft final if every claim is reviewed."""
        draft = self._draft()
        if draft is None:
            return
        try:
            final = finalize(draft)
        except ValueError as error:
            self._show_message(f"{error}; v goes to the next")
            return
        if self._save(final):
            self._decisions.clear()
            self._show_message(f"final: {plural(len(final.claims), 'claim')}")

    def _draft(self) -> Briefing | None:
        briefing = self._briefing()
        if briefing.status == "draft":
            return briefing
        self._show_message("this briefing is not a draft: there is nothing to review")
        return None

    def _save(self, briefing: Briefing) -> bool:
        """Save and show a changed briefing; return False on an error."""
        save = self.file.save
        error = self.file.why_not if save is None else save(briefing)
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
