"""Decode what the terminal sends into Textual's events; everything unknown is ignored."""

import re
import time
from codecs import getincrementaldecoder
from collections.abc import Iterator

from textual import constants, events, messages
from textual.message import Message

from kursk_tui.ui.terminal.sequences import ESC, Pasted, Splitter
from kursk_tui.ui.textual_internals import SequenceParser, is_function_key, is_key_sequence

_PATIENCE = 0.5
"""Seconds until the rest of a sequence, of a character or of the end of a paste is given up."""

_KITTY = re.compile(r"\x1b\[([0-9:]*)(?:;([0-9:]*))?(?:;([0-9:]*))?([u~ABCDEFHPQS])")
"""A key: code and alternatives, modifiers and event, text, final character."""

_MOUSE = re.compile(r"\x1b\[<([0-9]{1,3});([0-9]{1,6});([0-9]{1,6})[Mm]")
_CURSOR_POSITION = re.compile(r"\x1b\[[0-9]+;[0-9]+R")
"""Old terminals send F3 with modifiers in the same form, which Textual does not accept either."""

_SYNC_SUPPORTED = re.compile(r"\x1b\[\?2026;[1-4]\$y")
_RELEASED = "3"
_LAST_BUTTON = 127
"""Larger numbers are the buttons 8 to 11, which Textual would take for the first three."""

_UNASSIGNED_KEYS = range(0xE000, 0xF900)
"""The codes of kitty's keys that are not characters."""


class Keyboard:
    """Decodes the bytes from a terminal whose text has a given encoding."""

    def __init__(self, encoding: str) -> None:
        self._decoder = getincrementaldecoder(encoding)("replace")
        self._splitter = Splitter()
        self._sequences = SequenceParser()
        self._last = 0.0

    @property
    def patience(self) -> float | None:
        """Seconds until `tick` should be called if nothing arrives, or None."""
        if not self._splitter.is_waiting and not self._decoder.getstate()[0]:
            return None
        delay = constants.ESCAPE_DELAY if self._splitter.may_be_a_key else _PATIENCE
        return max(0, self._last + delay - time.monotonic())

    def feed(self, data: bytes) -> Iterator[Message]:
        """Decode bytes that have arrived."""
        self._last = time.monotonic()
        for piece in self._splitter.feed(self._decoder.decode(data)):
            yield from self._messages(piece)

    def tick(self) -> Iterator[Message]:
        """Decode what was incomplete, if nothing more has arrived for long enough."""
        if self.patience == 0:
            self._decoder.reset()
            for piece in self._splitter.give_up():
                yield from self._messages(piece)

    def _messages(self, piece: str | Pasted) -> Iterator[Message]:
        if isinstance(piece, Pasted):
            yield events.Paste(piece.text.replace("\x00", ""))
        elif len(piece) == 1:
            if not _is_ignored(piece):
                yield from self._sequences.keys(piece)
        elif is_key_sequence(piece) and not _CURSOR_POSITION.fullmatch(piece):
            yield from self._sequences.keys(piece)
        elif len(piece) == 2:
            yield from self._with_alt(piece[1])
        elif found := _KITTY.fullmatch(piece):
            yield from self._kitty(*found.groups(default=""))
        elif found := _MOUSE.fullmatch(piece):
            if int(found[1]) <= _LAST_BUTTON and (event := self._sequences.mouse(piece)):
                yield event
        elif _SYNC_SUPPORTED.fullmatch(piece):
            yield messages.TerminalSupportsSynchronizedOutput()

    def _with_alt(self, character: str) -> Iterator[Message]:
        """Return alt and a letter or digit; otherwise esc and the character, which are the same."""
        if not character.isalnum():
            yield from self._sequences.keys(ESC)
        if not _is_ignored(character):
            yield from self._sequences.keys(character, alt=True)

    def _kitty(self, codes: str, modifiers: str, text: str, final: str) -> Iterator[Message]:
        """Return a key press of the kitty protocol, or of xterm; a release is ignored.

        Textual parses neither the alternatives of the code nor the kind of event.
        """
        code, _, shifted = codes.partition(":")
        bits, _, event = modifiers.partition(":")
        if event == _RELEASED or len(code) > 6 or len(bits) > 4:
            return
        known = is_function_key(code or "1", final)
        text = ":".join(filter(_is_character, text.split(":")))
        if not known and (final != "u" or not (text or _is_character(code))):
            return
        if not text and not known:
            text = _typed(code, bits, shifted.partition(":")[0])
        yield from self._sequences.keys(f"\x1b[{code};{bits};{text}{final}")


def _typed(code: str, bits: str, shifted: str) -> str:
    """Return the code of the character that a key types with no modifier or with shift."""
    match bits:
        case "" | "0" | "1":
            return code
        case "2":
            return shifted if _is_character(shifted) else str(ord(chr(int(code)).upper()[0]))
    return ""


def _is_character(code: str) -> bool:
    """Return whether a number is the code of a character that can be typed."""
    if not code or len(code) > 7 or int(code) > 0x10FFFF or int(code) in _UNASSIGNED_KEYS:
        return False
    return int(code) >= ord(" ") and not 0xD800 <= int(code) < 0xE000 and not _is_control(code)


def _is_control(code: str) -> bool:
    return 0x7F <= int(code) < 0xA0


def _is_ignored(character: str) -> bool:
    """Return whether a character is a replacement for wrong bytes, or an 8-bit control."""
    return character == "\ufffd" or "\x80" <= character < "\xa0"
