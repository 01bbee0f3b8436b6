"""Reviewing a draft: accept, reject, undo, and make it final."""

from collections.abc import Callable

from kursk_tui.model import Briefing
from kursk_tui.model.decisions import finalize, next_unreviewed, set_decision
from kursk_tui.text.messages import plural
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.dashboard.ports import Tell
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.vocabulary import Decision


class Review:
    """Takes the user's decisions; each is in the file before the next key is handled.

    `show` shows a changed briefing, `go_to_claim` selects a claim even if the query leaves it out.
    """

    def __init__(
        self,
        file: BriefingFile,
        briefing: Callable[[], Briefing],
        selection: Selection,
        show: Callable[[Briefing], object],
        go_to_claim: Callable[[int], None],
        tell: Tell,
    ) -> None:
        self.file = file
        self._briefing = briefing
        self._selection = selection
        self._show = show
        self._go_to_claim = go_to_claim
        self._tell = tell
        self._decisions: list[tuple[str, Decision | None]] = []

    def decide(self, decision: Decision) -> None:
        """Accept or reject the selected claim, and go to the next unreviewed one."""
        draft, number = self._draft(), self._selection.claim
        if draft is None or number is None:
            return
        claim = draft.claims[number]
        if claim.review is None:
            self._tell(f"{claim.id} was not drafted and needs no decision")
            return
        before = claim.review.decision
        if self._save(set_decision(draft, number, decision)):
            self._decisions.append((claim.id, before))
            self._selection.choose(next_unreviewed(self._briefing(), self._selection.claim))
            self._tell(f"{claim.id} {decision}; {self._left()}")

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
                    self._tell(f"{claim} is {decision or 'unreviewed'} again; {self._left()}")
                return
        self._tell("there is no decision to undo")

    def next_unreviewed(self) -> None:
        """Select the next unreviewed claim."""
        draft = self._draft()
        if draft is None:
            return
        number = next_unreviewed(draft, self._selection.claim)
        if number is None:
            self._tell(self._left())
        else:
            self._go_to_claim(number)

    def finish(self) -> None:
        """Make the draft final, once every claim is reviewed."""
        draft = self._draft()
        if draft is None:
            return
        try:
            final = finalize(draft)
        except ValueError as error:
            self._tell(f"{error}; v goes to the next")
            return
        if self._save(final):
            self._decisions.clear()
            self._tell(f"final: {plural(len(final.claims), 'claim')}")

    def _draft(self) -> Briefing | None:
        briefing = self._briefing()
        if briefing.status == "draft":
            return briefing
        self._tell("this briefing is not a draft: there is nothing to review")
        return None

    def _save(self, briefing: Briefing) -> bool:
        """Save and show a changed briefing; return whether that succeeded."""
        save = self.file.save
        error = self.file.why_not if save is None else save(briefing)
        if error is not None:
            self._tell(error)
            return False
        self._show(briefing)
        return True

    def _left(self) -> str:
        left = len(self._briefing().unreviewed)
        return f"{left:,} unreviewed" if left else "every claim is reviewed, F makes it final"
