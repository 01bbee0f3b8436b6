"""A pilot that knows exactly when the app is idle, instead of sleeping until it probably is.

Textual's own pilot waits at least 60 ms per key, until the process uses little CPU time. This one
asks the event loop. All private names of Textual and asyncio that tests of the dashboard need
for that are used here and nowhere else.
"""

import asyncio
import time
import unicodedata
from contextlib import suppress

from textual.app import ScreenStackError
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen

_GRANULARITY = 0.002
"""Seconds between two looks at something that only time or another thread can change."""

_PATIENCE = 30
"""Seconds after which an app that never becomes idle fails the test."""


def key_event(key: str) -> Key:
    """Return the event of a key, given by its name ("ctrl+u") or its character ("?")."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    character: str | None
    try:
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return Key(name, character)


class ExactPilot(Pilot[None]):
    """Presses keys, each after everything that follows from the one before is drawn."""

    async def press(self, *keys: str) -> None:
        """Press keys, settling after each; work in threads and timers are not waited for."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            event = key_event(key)
            event.set_sender(self.app)
            driver.send_message(event)
            await self._settle()

    async def pause(self, delay: float | None = None) -> None:
        """Let time pass, so that threads and timers get their turn, then settle."""
        await asyncio.sleep(delay or _GRANULARITY)
        await self._settle()

    async def _settle(self) -> None:
        """Return once every message is handled, every resize done and the screen drawn.

        What happens next can then only come from outside: a key, a timer or a thread.
        """
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            await self._handle_messages()
            if self.app._exception is not None or not self.app._running:
                return
            screen = self._screen()
            if screen is None:
                return
            if self.app._resize_timer is not None or self.app._batch_count:
                await asyncio.sleep(_GRANULARITY)
            elif _needs_drawing(screen):
                screen._on_timer_update()  # at once, rather than with the next frame
            else:
                return
        raise AssertionError(f"the app is not idle after {_PATIENCE} seconds")

    async def _handle_messages(self) -> None:
        """Yield to the event loop until it has nothing to run but this."""
        ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
        await asyncio.sleep(0)
        while ready:
            await asyncio.sleep(0)

    def _screen(self) -> Screen[object] | None:
        with suppress(ScreenStackError):
            return self.app.screen
        return None


def _needs_drawing(screen: Screen[object]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
