"""The dashboard in a pseudo-terminal, with a count of keys and of the seconds they take."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from benchmarks.programs import OURS, SIZE
from benchmarks.screen import Program
from kursk_tui.drafting.output.entries import BriefingFile, ReviewEntry

_QUIET = 0.4
"""The seconds without output after which the screen has settled."""

_MARGIN = 18
"""The columns between the frame of a list and what its lines offer."""

_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


class Session:
    """A review of a draft. `keys` counts keys; `seconds` is the time until the screen has settled.

    `typed` counts the keys in the editor, which are among `keys`; `left` the items that another way
    corrects there all the same. `edited` is the file that the editor puts in the place of the
    draft.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.edited = path, path.with_suffix(".edited")
        self.keys, self.typed, self.seconds = 0, 0, 0.0
        self.left = Counter[str]()
        homes = dict.fromkeys(_HOMES, str(path.parent))
        editor = {"VISUAL": "", "EDITOR": f"cp {self.edited}"}
        self._program = Program([OURS, str(path)], size=SIZE, env={**homes, **editor})
        self._program.wait_for_sent(b"quit", "· characters ".encode())
        self._program.settle(1.0)

    def press(self, keys: Iterable[str]) -> None:
        """Press keys, each after the screen shows the effect of the one before."""
        for key in keys:
            self.seconds += self._program.press(key, _QUIET).seconds
            self.keys += 1

    def type(self, count: int) -> None:
        """Count keys in the editor."""
        self.keys += count
        self.typed += count

    def file(self) -> BriefingFile:
        """Return what the file contains."""
        return read_file(self.path)

    def decided(self, claim: str) -> bool:
        """Wait until the file has a decision on a claim; return False if it never has."""
        return self._wait(lambda file: "decision" in _review(file, claim))

    def ends(self) -> bool:
        """Wait until the file is final; return False if it never is."""
        return self._wait(lambda file: file["status"] == "final")

    def changes(self, file: BriefingFile) -> bool:
        """Wait until the file differs from what it was; return False if it never does."""
        return self._wait(lambda now: now != file)

    def _wait(self, met: Callable[[BriefingFile], bool]) -> bool:
        for _ in range(20):
            if met(self.file()):
                return True
            self._program.settle(_QUIET)
        return False

    def screen(self) -> str:
        """Return the screen as text."""
        return self._program.text

    def chosen(self) -> str:
        """Return the line of a list that enter would choose."""
        top, *lines = self.screen().splitlines()
        left, right = top.find("╭"), top.rfind("╮")
        here = (line for line in lines if line[left + 1] == "▐")
        return next(here, "")[left + _MARGIN : right].strip()

    def end(self) -> None:
        """End the dashboard."""
        self._program.end()


def _review(file: BriefingFile, claim: str) -> ReviewEntry:
    reviews = (one.get("review") for one in file["claims"] if one["id"] == claim)
    return next(reviews, None) or ReviewEntry()


def read_file(path: Path) -> BriefingFile:
    """Read a briefing file; sources that it leaves out are none."""
    return cast("BriefingFile", {"sources": [], **json.loads(path.read_text("utf-8"))})


def written(file: BriefingFile) -> str:
    """Return the text of a briefing file."""
    return json.dumps(file, ensure_ascii=False, indent=2) + "\n"
