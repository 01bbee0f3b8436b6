"""All uses of private names of Textual, wrapped in public functions.

An upgrade of Textual that removes any of these names fails `tests/ui/test_textual_internals.py`.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from textual._styles_cache import StylesCache
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

PRIVATE_NAMES: Final[Mapping[type, Sequence[str]]] = {
    App: ("_exception", "_driver", "_fatal_error", "_close_messages_no_wait"),
    LinuxDriver: (
        "_get_terminal_size",
        "_in_band_window_resize",
        "_mouse",
        "_enable_mouse_support",
        "_disable_mouse_support",
    ),
    Screen: ("_compositor",),
    StylesCache: ("get_inner_outer",),
}
"""The private names used in this module, by class."""


class QuietApp(App[None]):
    """An app that exits on an error without printing Textual's traceback."""

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """The exception that ended the app, if any."""
        return self._exception

    @property
    def running_driver(self) -> Driver | None:
        """The driver, once the app runs."""
        return self._driver


def terminal_size(driver: LinuxDriver) -> Size:
    """Return the current size of the terminal in cells, as the system reports it."""
    return Size(*driver._get_terminal_size())


def reports_size_in_band(driver: LinuxDriver) -> bool:
    """Return whether the terminal reports resizes in its input instead of by SIGWINCH."""
    return driver._in_band_window_resize


def captures_mouse(driver: LinuxDriver) -> bool:
    """Return whether mouse capture is enabled."""
    return driver._mouse


def capture_mouse(driver: LinuxDriver, captured: bool) -> None:
    """Enable or disable mouse capture; Textual ignores both requests while `_mouse` is false."""
    if captured:
        driver._mouse = True
        driver._enable_mouse_support()
    else:
        driver._disable_mouse_support()
        driver._mouse = False


def screen_strips(screen: Screen[object]) -> list[Strip]:
    """Return the rendered lines of a screen."""
    return screen._compositor.render_strips(screen.app.size)


def forget_closed_screens() -> None:
    """Free the lines that the widgets of closed screens have drawn.

    A cache of Textual has the widgets' own caches as keys, and so keeps a thousand of them alive.
    """
    StylesCache.get_inner_outer.cache_clear()
