"""An opened briefing: what a dashboard needs to show it."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.pane import Plan

if TYPE_CHECKING:
    from kursk_tui.diffing.comparison import Earlier
    from kursk_tui.library.library import Clock


@dataclass(frozen=True)
class OpenBriefing:
    """A briefing with its file, query and marks; each is shown in its own dashboard.

    `view` answers `query`, the text as typed. `pane` is the id of the first pane to focus, or None
    for the default. `marks` maps letters to ids of claims; the dashboard changes it in place.
    `plans` contains the plans computed in advance, by pane id; the dashboard removes them. `since`
    is the version to compare with, if the user named one. `clock` is what dates the editions of a
    library.
    """

    view: View
    query: str = ""
    file: BriefingFile = field(default_factory=BriefingFile)
    pane: str | None = None
    marks: MutableMapping[str, str] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    since: "Earlier | None" = None
    clock: "Clock" = "known"


class CannotOpenError(Exception):
    """A briefing cannot be opened. The message is a one-line reason."""


Opener = Callable[[Path], OpenBriefing]
"""Reads a briefing; safe to call in any thread. Raises CannotOpenError."""
