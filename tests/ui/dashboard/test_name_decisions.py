"""Decisions about names, with the keys of a review and of `c`."""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from kursk_tui.library.decisions import Decisions
from kursk_tui.library.library import Library, library_of
from kursk_tui.model import Briefing
from kursk_tui.ui.briefing_file import BriefingFile, ChangeDecisions, Decided
from kursk_tui.ui.dashboard.name_decisions import NameDecisions
from kursk_tui.ui.finder.entries import Entry
from kursk_tui.ui.rows.name_rows import DECIDED, NAMES
from kursk_tui.ui.rows.row_model import Row
from tests.library.reports import library

TROOPS, SOLDIERS = "“North Korean troops”", "“North Korean soldiers”"


class _Desk:
    """A file that two processes share, and what one of them shows."""

    def __init__(self) -> None:
        self.shown: Briefing = library(decisions=Decisions()).briefing
        self.file = Decisions()
        self.row: Row | None = Row(None, 0, NAMES)
        self.messages: list[str] = []
        self.answers: Mapping[str, Callable[[], object]] = {}
        self.listed: Sequence[Entry] = ()
        self.names = NameDecisions(
            BriefingFile(decide=self._decide),
            lambda: self.shown,
            lambda: self.row,
            lambda briefing, _: self._show(briefing),
            self._find,
            self._ask,
            self.messages.append,
        )

    def _decide(self, given: Library, change: ChangeDecisions) -> Decided:
        before, self.file = self.file, change(self.file)
        return Decided(given.decided(self.file), before, self.file)

    def _show(self, briefing: Briefing) -> None:
        self.shown = briefing

    def _ask(self, question: str, answers: Mapping[str, Callable[[], object]]) -> None:
        self.messages.append(question)
        self.answers = answers

    async def _find(
        self,
        title: str,
        listed: Sequence[Entry],
        more: object = tuple,
        remark: str = "",
        typed: object = None,
        *,
        refused: object = None,
        at_once: bool = False,
        short: bool = False,
    ) -> None:
        assert (at_once, short) == (not remark, True)
        assert more is tuple
        assert (typed is None) == at_once
        self.messages.append(title)
        self.listed = listed

    def first(self) -> tuple[str, str]:
        """Return the names that wait first."""
        found = library_of(self.shown)
        assert found is not None
        return found.proposed[0][1:3]


def test_names_are_decided_with_a_reason_and_taken_back() -> None:
    desk = _Desk()
    assert desk.first() == ("North Korean soldiers", "North Korean troops")
    asyncio.run(desk.names.takes_change())
    assert desk.messages.pop() == f"{SOLDIERS} and {TROOPS}"
    assert [(one.left, one.title) for one in desk.listed] == [
        ("a", "they are one"),
        ("d", "they are two"),
        ("w", f"{SOLDIERS} is within {TROOPS}"),
        ("c", f"{SOLDIERS} contains {TROOPS}"),
    ]
    asyncio.run(desk.names.ask_why("within"))
    assert [one.title for one in desk.listed] == [f"judged a part ({SOLDIERS} of {TROOPS})"]
    desk.names.decide("within", "a part, \u200fsays\x1b[31m")  # as pasted
    assert {one.because for one in desk.file.populations} == {"a part, �says␛[31m"}
    desk.names.takes_undo()
    asyncio.run(desk.names.takes_change())
    desk.names.decide("within", "a part, says the ministry")
    assert desk.messages[-1] == f"{SOLDIERS} is within {TROOPS}; u undoes it"
    assert [(one.name, one.within, one.because) for one in desk.file.populations] == [
        ("North Korean troops", None, "a part, says the ministry"),
        ("North Korean soldiers", "north-korean-troops", "a part, says the ministry"),
    ]
    assert desk.first() != ("North Korean soldiers", "North Korean troops")
    desk.row = Row(None, 1, DECIDED)
    asyncio.run(desk.names.takes_change())
    assert [one.title for one in desk.listed] == ["a part, says the ministry"]
    desk.names.reword("")  # enter keeps it
    desk.names.reword("a part, says the army")
    assert desk.messages[-1] == "the reason is changed; u undoes it"
    reasons = ["a part, says the ministry", "a part, says the army"]
    assert [one.because for one in desk.file.populations] == reasons
    desk.names.takes_undo()
    assert [one.because for one in desk.file.populations] == [reasons[0]] * 2
    desk.names.takes_undo()
    assert desk.file == Decisions()
    desk.row = Row(0, 0, "2024-12-17-hur")
    assert desk.names.takes("accepted")  # an edition is no draft to review
    assert desk.messages[-1].startswith("a and d decide on names")
    assert desk.file == Decisions()


def test_another_decision_about_the_same_names_is_asked_about() -> None:
    desk, other = _Desk(), _Desk()
    other.names.takes("accepted")
    theirs = desk.file = other.file
    desk.names.takes("rejected")
    assert desk.file == theirs
    assert desk.messages[-1] == (
        f"k keeps, m overrules: by another program, {SOLDIERS} and {TROOPS} are one"
    )
    desk.answers["k"]()
    assert desk.file == theirs
    desk.answers["m"]()
    assert [one.of for one in desk.file.two] == [("North Korean soldiers", "North Korean troops")]
    assert not [one for one in desk.file.populations if one.one]
    desk.names.takes_undo()
    assert desk.file == theirs
