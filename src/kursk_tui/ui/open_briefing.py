"""What the dashboard shows: one opened briefing with its file, its query and its marks."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.pane import Plan


@dataclass(frozen=True)
class OpenBriefing:
    """One briefing as opened; a dashboard is created for each.

    `view` is the answer to `query`, which is text as typed. `pane` is the id of the pane to start
    with; None starts with the first. `marks` maps letters to ids of claims; the dashboard changes
    it in place. `plans` has the plans of panes that are made already, by the pane's id; the
    dashboard takes them out.
    """

    view: View
    query: str = ""
    file: BriefingFile = field(default_factory=BriefingFile)
    pane: str | None = None
    marks: MutableMapping[str, str] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)


class CannotOpenError(Exception):
    """A briefing cannot be opened. The message is one line that says why."""


Opener = Callable[[Path], OpenBriefing]
"""Reads a briefing, in any thread. Raises CannotOpenError."""
