"""The file of a briefing, as callbacks: the user interface itself reads no files."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.library.decisions import Decisions
    from kursk_tui.library.library import Library

ChangeDecisions = Callable[["Decisions"], "Decisions"]
"""A change of decisions, which is made to those in the file."""

NOT_SAVED = "not saved: "
RELOADS = "; r reloads it"
"""Beginning and end of the errors of saving; the end only if reloading the file helps."""


@dataclass(frozen=True)
class Broken:
    """The error in the latest version of the file, and its line if known."""

    message: str
    line: int | None = None


@dataclass(frozen=True)
class Decided:
    """A library with the decisions in its file, which were changed from some to others."""

    library: "Library"
    before: "Decisions"
    after: "Decisions"


class ReadingCancelledError(Exception):
    """The user cancelled reading the file."""


@dataclass(frozen=True)
class BriefingFile:
    """Operations on the file of a briefing; None if an operation is not available.

    `reload` reads the file again and returns the briefing or the error; its progress callback may
    raise ReadingCancelledError. Call `shown` once that briefing is shown: until then, `save` must
    not overwrite the file. It returns False if `save` has changed the file since it was read: show
    the file as it is now instead. `save` writes a briefing to the file, in place of the one shown
    before, and returns an error message or None. `edit` opens the file in the user's editor, at a
    line or else at the claim with this id, and returns an error message or None. `changes` yields
    whenever the file changes, until its argument is set. `why_not` explains why operations are not
    available; `remark`, why a draft cannot be saved, if that is known in advance. `path` is None if
    the briefing cannot be read again from a file. `decide` changes the reader's decisions about a
    library in their file, whatever that contains by then, or returns an error message.
    `can_review` is false if no decision on a draft can be saved, so that the footer offers none.
    """

    reload: Callable[[], Briefing | Broken] | None = None
    shown: Callable[[], bool] = lambda: True
    edit: Callable[[str, int | None], str | None] | None = None
    save: Callable[[Briefing, Briefing], str | None] | None = None
    changes: Callable[[threading.Event], Iterator[None]] | None = None
    path: Path | None = None
    decide: Callable[["Library", "ChangeDecisions"], Decided | str] | None = None
    why_not: str = "this briefing does not come from a file"
    remark: str = ""
    can_review: bool = True
