"""Decisions about names that may be one: one, two, within, undo; each is saved at once."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.model import Briefing
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.briefing_file import BriefingFile, ChangeDecisions, Decided
from kursk_tui.ui.dashboard.ports import OpenFinder, ShowMessage
from kursk_tui.ui.rows.name_rows import DECIDED, NAMES
from kursk_tui.ui.rows.row_model import Row
from kursk_tui.vocabulary import Decision

if TYPE_CHECKING:  # loaded with a library, or with Textual
    from kursk_tui.library.deciding import Verdict
    from kursk_tui.library.decisions import Decisions
    from kursk_tui.library.library import Library
    from kursk_tui.library.made import Made
    from kursk_tui.library.proposals import Proposal
    from kursk_tui.library.taking_in import Decision as NamesDecision
_NOWHERE = "several files have no library.json; open their folder to decide on names"
_NOT_HERE = "a and d decide on names that may be one, in Editions; a draft is reviewed on its own"
_OVERRULES = ("m", "k")
_MOST_SHOWN = 30


class _Asked(NamedTuple):
    """Names that are decided on, and their row."""

    library: "Library"
    proposal: "Proposal"
    row: Row


class _Done(NamedTuple):
    """A decision that was made: the file before and after it, and its row."""

    before: "Decisions"
    after: "Decisions"
    row: Row


class NameDecisions:
    """Decides on two names, as the row under the cursor proposes them.

    `row` returns that row; `show` shows the library with its new decisions, and moves the cursor to
    what is in the place of a row; `ask` shows a question, and runs what the next key stands for.
    """

    def __init__(
        self,
        file: BriefingFile,
        briefing: Callable[[], Briefing],
        row: Callable[[], Row | None],
        show: Callable[[Briefing, Row], None],
        find: OpenFinder,
        ask: Callable[[str, Mapping[str, Callable[[], object]]], object],
        show_message: ShowMessage,
    ) -> None:
        self._briefing_file = file
        self._briefing = briefing
        self._row = row
        self._show = show
        self._find = find
        self._ask = ask
        self._show_message = show_message
        self._done: list[_Done] = []
        self._asked: _Asked | None = None

    # For the review, whose keys decide on names too.

    def takes(self, decision: Decision) -> bool:
        """Decide on the names under the cursor; return False in a single briefing."""
        if not self._briefing().is_library:
            return False
        if self._begin():
            self.decide("one" if decision == "accepted" else "two")
        else:
            self._show_message(_NOT_HERE)
        return True

    def takes_undo(self) -> bool:
        """Undo the last decision; return False in a briefing that is not a library."""
        if not self._briefing().is_library:
            return False
        if not self._done:
            self._show_message("no decision to undo")
            return True
        from kursk_tui.library.taking_in import undone

        last = self._done[-1]
        failed = False

        def change(decisions: "Decisions") -> "Decisions":
            nonlocal failed
            found = undone(decisions, last.before, last.after)
            failed = found is None
            return decisions if found is None else found

        if self._saved(change, last.row) is not None:
            self._done.pop()
            changed = "not undone: another program has changed this decision since"
            self._show_message(changed if failed else "undone")
        return True

    async def takes_change(self) -> bool:
        """List what the names under the cursor can be; return False if no names are there.

        On a decision that was made, ask for another reason.
        """
        if (made := self._decision_here()) is not None:
            await self._ask_reason(made.record.because, "names.reword({!r})")
            return True
        if not self._begin() or self._asked is None:
            return False
        from kursk_tui.ui.finder.entries import Entry
        from kursk_tui.wording.proposed_names import named, verdicts

        one, other = named(self._asked.proposal, self._asked.library.briefing)
        entries = [
            Entry(letter, words, f"names.ask_why({verdict!r})")
            for letter, verdict, words in verdicts(self._asked.proposal, one, other)
        ]
        await self._find(f"{one} and {other}", entries, at_once=True, short=True)
        return True

    async def ask_why(self, verdict: "Verdict") -> None:
        """Ask for the reason of a decision; without one, the default reason is kept."""
        if self._asked is None:
            return
        from kursk_tui.library.deciding import default_reason

        default = default_reason(self._asked.proposal, verdict)
        await self._ask_reason(default, f"names.decide({verdict!r}, {{!r}})")

    async def _ask_reason(self, default: str, action: str) -> None:
        """Ask for a reason, which the action takes; an empty one stands for the default."""
        from kursk_tui.ui.finder.entries import Entry

        def run(reason: str) -> str:
            return action.format(reason)

        entries = [Entry("reason", default, run(""))]
        typed = "type your reason; enter keeps this one"
        await self._find(
            "Because …",
            entries,
            tuple,
            typed,
            lambda text: Entry("typed", text, run(text)),
            short=True,
        )

    def decide(self, verdict: "Verdict", because: str = "", *, overrules: bool = False) -> None:
        """Decide on the names that were asked about, and save that."""
        if self._asked is None:
            return
        from kursk_tui.library.taking_in import Decision as NamesDecision

        library, proposal, row = self._asked
        reason = visible(because) or None
        decision = NamesDecision(library, proposal, verdict, reason, overrules)
        if verdict in ("within", "contains") and self._is_loop(decision):
            self._show_message("not decided: the names would contain each other")
            return
        found: Verdict | None = None

        def change(decisions: "Decisions") -> "Decisions":
            nonlocal found
            found = decision.verdict_in(decisions)
            return decision.made_in(decisions)

        done = self._saved(change, row)
        if done is None:
            return
        if done.before != done.after:
            self._done.append(_Done(done.before, done.after, row))
        if found is not None and found != verdict and not overrules:
            self._ask_again(decision, found)
        else:
            self._show_message(f"{self._said(decision, verdict)}; u undoes it")

    def reword(self, because: str) -> None:
        """Change the reason of the decision under the cursor."""
        made, row = self._decision_here(), self._row()
        if made is None or row is None or not because:
            return
        from kursk_tui.library.made import reworded

        done = self._saved(lambda decisions: reworded(decisions, made, visible(because)), row)
        if done is None:
            return
        if done.before == done.after:
            self._show_message("not changed: another program has changed this decision")
        else:
            self._done.append(_Done(done.before, done.after, row))
            self._show_message("the reason is changed; u undoes it")

    def _decision_here(self) -> "Made | None":
        """Return the decision under the cursor."""
        row, library = self._row(), self._library()
        if row is None or row.key != DECIDED or row.claim is not None or library is None:
            return None
        return library.made[row.part] if row.part < len(library.made) else None

    def _begin(self) -> bool:
        """Note the names under the cursor; return whether there are any."""
        self._asked = None
        row, library = self._row(), self._library()
        if row is None or row.key != NAMES or library is None:
            return False
        found = library.proposed
        if row.part < len(found):
            self._asked = _Asked(library, found[row.part], row)
        return self._asked is not None

    def _library(self) -> "Library | None":
        if not self._briefing().is_library:
            return None
        from kursk_tui.library.library import library_of

        return library_of(self._briefing())

    def _is_loop(self, decision: "NamesDecision") -> bool:
        decisions = decision.made_in(decision.library.decisions)
        return any(decisions.population_names.loops()) or any(decisions.place_names.loops())

    def _ask_again(self, decision: "NamesDecision", found: "Verdict") -> None:
        """Ask which decision holds, if another program has decided otherwise on the same names."""
        asked = self._asked

        def overrule() -> None:
            self._asked = asked
            self.decide(decision.verdict, decision.because or "", overrules=True)

        mine, keep = _OVERRULES
        self._ask(
            f"{keep} keeps, {mine} overrules: by another program, {self._said(decision, found)}",
            {mine: overrule, keep: lambda: self._show_message("kept as it is in library.json")},
        )

    def _said(self, decision: "NamesDecision", verdict: "Verdict") -> str:
        from kursk_tui.wording.proposed_names import named

        one, other = named(decision.proposal, decision.library.briefing)
        one, other = (shortened(name, _MOST_SHOWN) for name in (one, other))
        if verdict in ("one", "two"):
            return f"{one} and {other} {_are(verdict)}"
        return f"{one} {_are(verdict)} {other}"

    def _saved(self, change: ChangeDecisions, row: Row) -> Decided | None:
        """Change the decisions in their file and show them; None if that failed, with a message."""
        library, decide = self._library(), self._briefing_file.decide
        if library is None:
            return None
        done = _NOWHERE if decide is None else decide(library, change)
        if isinstance(done, str):
            self._show_message(done)
            return None
        self._show(done.library.briefing, row)
        return done


def _are(verdict: "Verdict") -> str:
    return {"one": "are one", "two": "are two", "within": "is within", "contains": "contains"}[
        verdict
    ]
