"""What the dashboard is run with: the reader's keys, queries and state, and ways to the outside."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from kursk_tui.platform.clipboard import copy
from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State
from kursk_tui.ui.briefing_file import Origin
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import Keymap
from kursk_tui.ui.pane import panes


@dataclass(frozen=True)
class Session:
    """One run of the dashboard.

    `themes` are those that the terminal can show, the usual one first. `copy` puts a text on the
    clipboard and says which way it went. `use_mouse` takes the mouse, gives it back, or, asked
    for None, does the other of the two than before, and returns whether it is taken.
    `draw_anew` has the whole screen sent again. `listen` has the system's signals end the program,
    ctrl+c among them where the terminal makes a signal of it. `origin` is where the briefing came
    from. The dashboard begins with `pane`, if one is named. `notice` is to be told at the start;
    `ending` is set when the system asks the program to end.
    """

    keymap: Keymap
    state: State
    configured_theme: str | None
    queries: Mapping[str, str]
    themes: Sequence[str]
    copy: Callable[[str], str]
    use_mouse: Callable[[bool | None], bool]
    draw_anew: Callable[[], None]
    listen: Callable[[], None]
    origin: Origin
    pane: str | None = None
    notice: str = ""
    ending: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def of(
        cls,
        config: Config,
        state: State,
        themes: Sequence[str],
        *,
        send: Callable[[str], None],
        use_mouse: Callable[[bool | None], bool],
        draw_anew: Callable[[], None],
        listen: Callable[[], None],
        origin: Origin,
        pane: str | None,
    ) -> "Session":
        """Return the session that a configuration and a state give; `send` reaches the terminal."""
        keymap = Keymap.of(actions(panes()), config.keys)
        many = len(config.warnings)
        what = "entry" if many == 1 else "entries"
        notice = f"config.toml: {many} {what} passed over; see “kursk-tui keys”" if many else ""
        to_clipboard = partial(copy, send=send, folder=state.folder)
        return cls(
            keymap,
            state,
            config.theme,
            config.queries,
            themes,
            to_clipboard,
            use_mouse,
            draw_anew,
            listen,
            origin,
            pane,
            notice,
        )
