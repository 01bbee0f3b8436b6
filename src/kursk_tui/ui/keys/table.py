"""The keymap as plain text, for `kursk-tui keys`: actions, keys, clashes."""

from collections.abc import Iterator

from kursk_tui.ui.keys.actions import QUIT_ALWAYS
from kursk_tui.ui.keys.keymap import Keymap


def key_table(keymap: Keymap) -> Iterator[str]:
    """Yield a line for each action: id, keys as written in the configuration, tooltip."""
    width = max(len(action.id) for action in keymap.actions) + 2
    group = ""
    for action in (*keymap.actions, QUIT_ALWAYS):
        if action.group and action.group != group:
            if group:
                yield ""
            group = action.group
            yield group.upper()
        keys = ", ".join(action.keys) or "(none)"
        yield f"{action.id:{width}}{keys:20}  {action.tooltip}"
    yield ""
    for clash in keymap.clashes:
        yield f"clash: {clash.keys} runs {clash.winner}, not {clash.loser}"
    if not keymap.clashes:
        yield "no key conflicts"
