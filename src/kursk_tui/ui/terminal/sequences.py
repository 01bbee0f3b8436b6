"""Split what the terminal sends into characters, escape sequences and pastes (ECMA-48)."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final

from kursk_tui.ui.textual_internals import is_key_sequence

ESC: Final = "\x1b"
PASTE_LIMIT: Final = 2**20
"""The number of characters of a paste that are kept."""

_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
_LONGEST = 64
"""Longer control sequences are ignored."""

_WHOLE = re.compile(
    r"\x1b(?:\[(?:\[.|M...|(?![\[M])[ -?]*[@-~])|O[0-9;]*[^0-9;\x00-\x1f]|[^\[O\]P_^])",
    re.DOTALL,
)
"""A complete sequence, among them those of the Linux console (CSI [) and of X10 mice (CSI M).

Some terminals send a minus among the numbers, where ECMA-48 allows none.
"""

_UNFINISHED = re.compile(r"\x1b(?:\[(?:\[|M.{0,2}|[ -?]*)|O[0-9;]*|[\]P_^])", re.DOTALL)
_STRING = re.compile(r"\x1b(?:\][0-9lLI]|P[0-9;>!+$=|]|[_^][^\x00-\x1f])")
"""The beginning of an answer that is a string (OSC, DCS, APC, PM), not alt and a character."""

_STRING_ENDS = "\x07\x18\x1a"


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text."""

    text: str


class Splitter:
    """Splits text at any boundary of its pieces; memory is bounded.

    A string sequence is skipped, whatever its length.
    """

    def __init__(self) -> None:
        self._pending = ""
        self._in_string = self._after_string = False
        self._paste: list[str] | None = None
        self._kept = 0
        self._tail = ""

    def feed(self, text: str) -> Iterator[str | Pasted]:
        """Return the complete characters, sequences and pastes."""
        at = 0
        while at < len(text):
            if self._paste is not None:
                rest = yield from self._read_paste(self._paste, text[at:])
                at = len(text) - len(rest)
                continue
            for piece in self._read(text[at]):
                if piece == _PASTE_START:
                    self._paste, self._kept = [], 0
                else:
                    yield piece
            at += 1

    @property
    def is_waiting(self) -> bool:
        """Whether the next character may complete something."""
        return bool(self._pending or self._tail)

    @property
    def may_be_a_key(self) -> bool:
        """Whether what waits may be esc, or alt and a character, pressed by hand."""
        return 0 < len(self._pending) <= 2 and not self._in_string and not self._tail

    def give_up(self) -> Iterator[str]:
        """Stop waiting: return a key that was pressed by hand, and ignore anything else.

        In a paste whose end is missing, esc ends it, and the paste is ignored.
        """
        if self._tail:
            self._paste, self._tail = None, ""
            return
        pending, is_key = self._pending, self.may_be_a_key
        self._pending, self._in_string, self._after_string = "", False, False
        if is_key:
            yield pending

    def _read(self, character: str) -> Iterator[str]:
        if character == ESC:
            in_string = self._in_string
            yield from self.give_up()
            self._pending, self._after_string = ESC, in_string
        elif not self._pending:
            yield character
        elif self._in_string:
            if character in _STRING_ENDS:
                yield from self.give_up()
        else:
            yield from self._continue(character)

    def _continue(self, character: str) -> Iterator[str]:
        """Add a character to the pending sequence."""
        sequence = self._pending + character
        if self._after_string and sequence == "\x1b\\":
            self._pending, self._after_string = "", False
        elif _WHOLE.fullmatch(sequence) or is_key_sequence(sequence):
            self._pending, self._after_string = "", False
            if len(sequence) <= _LONGEST:
                yield sequence
        elif _STRING.fullmatch(sequence):
            self._pending, self._in_string = sequence, True
        elif _UNFINISHED.fullmatch(sequence):
            self._pending = sequence if len(sequence) <= _LONGEST else self._pending
        else:
            yield from self.give_up()
            yield character

    def _read_paste(self, paste: list[str], text: str) -> Generator[Pasted, None, str]:
        """Read up to the end of the paste; return the text after it."""
        body, end, rest = (self._tail + text).partition(_PASTE_END)
        self._tail = "" if end else _possible_start(body, _PASTE_END)
        body = body.removesuffix(self._tail)[: PASTE_LIMIT - self._kept]
        paste.append(body)
        self._kept += len(body)
        if end:
            self._paste = None
            yield Pasted("".join(paste))
        return rest


def _possible_start(text: str, mark: str) -> str:
    """Return the longest end of a text that may begin a mark."""
    for length in range(len(mark) - 1, 0, -1):
        if text.endswith(mark[:length]):
            return mark[:length]
    return ""
