"""The review of a draft: accept, reject, undo and finish."""

from collections.abc import Callable
from typing import NamedTuple

from kursk_tui.model import Briefing, Claim
from kursk_tui.model.decisions import finalize, next_unreviewed, set_decision
from kursk_tui.text.messages import plural
from kursk_tui.ui.briefing_file import NOT_SAVED, RELOADS, BriefingFile
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.vocabulary import Decision


class _Decided(NamedTuple):
    """A claim with the decision made on it, and the decision that this one replaced."""

    claim: Claim
    before: Decision | None

    def still_stands(self, claim: Claim) -> bool:
        """Return whether a claim of the same id is this one, with this decision."""
        return (claim.document, claim.evidence, claim.review_state) == (
            self.claim.document,
            self.claim.evidence,
            self.claim.review_state,
        )


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
        self._decisions: list[_Decided] = []
        self._unsaved = ""

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
        changed = set_decision(draft, number, decision)
        if self._save(changed):
            self._decisions.append(_Decided(changed.claims[number], before))
            self._selection.choose(next_unreviewed(self._briefing(), self._selection.claim))
            instead = f" instead of {before}" if before not in (None, decision) else ""
            self._show_message(f"{claim.id} {decision}{instead}; {self._remaining()}")
        else:
            self._unsaved = f"{claim.id} was not {decision}: {self._unsaved}"

    def undo(self) -> None:
        """Undo the last decision, unless another program has changed it since."""
        draft = self._draft()
        if draft is None:
            return
        numbers = {claim.id: number for number, claim in enumerate(draft.claims)}
        while self._decisions:
            decided, before = last = self._decisions[-1]
            number = numbers.get(decided.id)
            if number is None:
                self._decisions.pop()
            elif last.still_stands(draft.claims[number]):
                self._undo(draft, number, before)
                return
            else:
                self._decisions.pop()
                state = draft.claims[number].review_state or "no longer drafted"
                self._show_message(
                    f"not undone: another program changed {decided.id}; it is {state}"
                )
                return
        self._show_message("there is nothing to undo")

    def _undo(self, draft: Briefing, number: int, before: Decision | None) -> None:
        if self._save(set_decision(draft, number, before)):
            self._decisions.pop()
            self._go_to_claim(number)
            name = draft.claims[number].id
            self._show_message(f"{name} is {before or 'unreviewed'} again; {self._remaining()}")

    def take_unsaved(self) -> str:
        """Return what could not be saved and why, once, to end the message of a reload.

        With `--watch`, that message takes the place of the error within moments.
        """
        unsaved, self._unsaved = self._unsaved, ""
        reason = unsaved.replace(NOT_SAVED, "").removesuffix(RELOADS)
        return f"; {reason}" if reason else ""

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
