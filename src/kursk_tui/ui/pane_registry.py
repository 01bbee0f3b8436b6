"""Discovery of the panes in the package `panes`."""

from functools import cache
from importlib import import_module

from kursk_tui.progress import track
from kursk_tui.query import View
from kursk_tui.ui import panes as package
from kursk_tui.ui.pane import ANY_WIDTH, Pane, Plan


@cache
def panes() -> tuple[Pane, ...]:
    """Return every pane in the package `panes`, in the order of their keys.

    Digits come first, with 0 after 9 as on the keyboard, then letters.
    """
    modules = (import_module(f"{package.__name__}.{name}") for name in package.pane_ids())
    found: list[Pane] = [module.PANE for module in modules]
    return tuple(
        sorted(found, key=lambda pane: (not pane.key.isdecimal(), pane.key == "0", pane.key))
    )


def plan_first_screen(view: View) -> dict[str, Plan]:
    """Return the plans of the panes on the first screen, by pane id; report progress."""
    first = [pane for pane in panes() if pane.slot == "grid"]
    planned = track("laying out", first)
    return {pane.id: pane.plan(view.index, "", ANY_WIDTH) for pane in planned}
