"""The part of the dashboard that reviews a draft: accept, reject, undo, and make it final."""

from kursk_tui.model import Briefing
from kursk_tui.model.decisions import finalize, next_unreviewed, set_decision
from kursk_tui.model.review import Decision
from kursk_tui.query import View
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.dashboard.following import FollowingScreen
from kursk_tui.ui.dashboard.loaded_briefing import Edition
from kursk_tui.wording import phrases


class ReviewingScreen(FollowingScreen):
    """Takes the analyst's decisions. Each is in the file before the next key is looked at."""

    def __init__(self, view: View, query: str, session: Session) -> None:
        super().__init__(view, query, session)
        self._decisions: list[tuple[str, Decision | None]] = []

    def action_decide(self, decision: Decision) -> None:
        """Accept or reject the selected claim, and go to the next that waits for a decision."""
        briefing = self._draft()
        if briefing is None or self.selected is None:
            return
        claim = briefing.claims[self.selected]
        if claim.review is None:
            self.tell(f"{claim.id} was not drafted: it needs no decision")
            return
        before = claim.review.decision
        if self._keep(set_decision(briefing, self.selected, decision)):
            self._decisions.append((claim.id, before))
            self.choose(next_unreviewed(self._first_view.briefing, self.selected))
            self.tell(f"{claim.id} {decision}; {self._left()}")

    def action_undo(self) -> None:
        """Take the last decision back."""
        briefing = self._draft()
        if briefing is None:
            return
        numbers = {claim.id: number for number, claim in enumerate(briefing.claims)}
        while self._decisions:
            claim, decision = self._decisions.pop()
            if claim in numbers and briefing.claims[numbers[claim]].review is not None:
                if self._keep(set_decision(briefing, numbers[claim], decision)):
                    self.action_choose(numbers[claim])
                    self.tell(f"{claim} is {decision or 'unreviewed'} again; {self._left()}")
                return
        self.tell("there is no decision to take back")

    def action_next_unreviewed(self) -> None:
        """Select the next claim that waits for a decision."""
        briefing = self._draft()
        if briefing is None:
            return
        number = next_unreviewed(briefing, self.selected)
        if number is None:
            self.tell(self._left())
        else:
            self.action_choose(number)

    def action_finish(self) -> None:
        """Make the briefing final, once everything is decided."""
        briefing = self._draft()
        if briefing is None:
            return
        try:
            final = finalize(briefing)
        except ValueError as error:
            self.tell(f"{error}; v goes to the next")
            return
        if self._keep(final):
            self._decisions.clear()
            self.tell(f"final: {phrases.plural(len(final.claims), 'claim')}")

    def action_choose(self, claim: int) -> None:
        """Select a claim by its number; the screen that has panes knows how."""

    def _draft(self) -> Briefing | None:
        briefing = self._first_view.briefing
        if briefing.status == "draft":
            return briefing
        self.tell("this briefing is no draft: nothing waits for a decision")
        return None

    def _keep(self, briefing: Briefing) -> bool:
        """Write an edition to its file, and show it; return whether that went well."""
        save = self.session.origin.save
        told = self.session.origin.why_not if save is None else save(briefing)
        if told is not None:
            self.tell(told)
            return False
        self.show_edition(Edition.of(briefing, self._asked))
        return True

    def _left(self) -> str:
        left = len(self._first_view.briefing.unreviewed)
        return f"{left:,} unreviewed" if left else "all is reviewed, F makes it final"
