"""Where the briefing on the screen came from, and what can be done with that."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kursk_tui.model import Briefing


@dataclass(frozen=True)
class Broken:
    """What is wrong with the edition that was read last, and on which line, if on one."""

    message: str
    line: int | None = None


class LeftUnreadError(Exception):
    """The reader does not wait for the rest of a file."""


@dataclass(frozen=True)
class Origin:
    """The file that a briefing was read from, as functions: the user interface reads none.

    `reload` reads it again, and returns the briefing or what is wrong; who hears how far that is
    may raise LeftUnreadError. `shown` is to be called when that briefing is shown: until then,
    what is saved must not replace it. `edit` opens it
    in the reader's editor, at a line or else at the claim with an id, and returns what went
    wrong, if anything did. `save` writes an edition into the file, and returns what went wrong,
    if anything did. `changes` yields whenever the file changes, until its argument is set. None is
    what cannot be done; `why_not` then says why.
    """

    reload: Callable[[], Briefing | Broken] | None = None
    shown: Callable[[], None] = lambda: None
    edit: Callable[[str, int | None], str | None] | None = None
    save: Callable[[Briefing], str | None] | None = None
    changes: Callable[[threading.Event], Iterator[None]] | None = None
    why_not: str = "this briefing was read from no file"
