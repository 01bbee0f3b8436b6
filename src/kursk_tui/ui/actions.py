"""Every action of the dashboard, in one table: keys, footer, palette and help come from here."""

from collections.abc import Iterable
from dataclasses import replace

from textual.binding import Binding

from kursk_tui.ui.lens import Pane


def _action(  # one row of the table
    id: str,  # noqa: A002
    keys: str,
    action: str,
    label: str,
    tooltip: str,
    *,
    footer: bool = False,
    priority: bool = False,
) -> Binding:
    return Binding(keys, action, label, id=id, tooltip=tooltip, show=footer, priority=priority)


QUIT_ALWAYS = replace(
    _action(
        "quit.always",
        "ctrl+q",
        "app.quit",
        "quit",
        "Leave the program from anywhere",
        priority=True,
    ),
    system=True,
)
"""The way out that works over every screen and beside every other key."""


def grouped_bindings(panes: Iterable[Pane]) -> dict[str, tuple[Binding, ...]]:
    """Return the bindings by the heading they stand under in the help.

    Every binding has an id, by which it can be rebound, a label and a tooltip; `show` puts it in
    the footer.
    """
    return {
        "Move": (
            _action("move.down", "j,down", "move(1)", "down", "Go to the next claim"),
            _action("move.up", "k,up", "move(-1)", "up", "Go to the claim before"),
            _action("move.first", "g,home", "edge(-1)", "first", "Go to the first claim"),
            _action("move.last", "G,end", "edge(1)", "last", "Go to the last claim"),
            _action(
                "move.half-down", "ctrl+d,pagedown", "half(1)", "half down", "Go half a page down"
            ),
            _action("move.half-up", "ctrl+u,pageup", "half(-1)", "half up", "Go half a page up"),
        ),
        "Panes": (
            _action("pane.next", "tab", "turn(1)", "pane", "Go to the next pane", footer=True),
            _action("pane.previous", "shift+tab", "turn(-1)", "previous pane", "Go one pane back"),
            *(
                _action(
                    f"pane.{pane.id}",
                    pane.key,
                    f"pane('{pane.id}')",
                    pane.title.lower(),
                    f"{pane.title}: {pane.tooltip[0].lower()}{pane.tooltip[1:]}",
                )
                for pane in panes
            ),
            _action(
                "pane.zoom",
                "z",
                "zoom",
                "zoom",
                "Give the pane the whole screen, or take it back",
                footer=True,
            ),
            _action(
                "claim.open",
                "enter",
                "open",
                "open",
                "Open or close a source; elsewhere, read the claim",
            ),
            _action(
                "claim.evidence",
                "e",
                "evidence",
                "evidence",
                "Show where the claim stands in the document",
                footer=True,
            ),
            _action(
                "claim.outside",
                "o",
                "outside",
                "outside",
                "Show or hide what is known from elsewhere",
            ),
        ),
        "Query": (
            _action(
                "query.edit",
                "slash",
                "query",
                "filter",
                "Type a query; every pane follows",
                footer=True,
                priority=True,  # at once, so that what is typed after it goes into the query
            ),
            _action("query.only", "asterisk", "only('')", "only", "Only what is under the cursor"),
            _action(
                "query.without",
                "number_sign",
                "only('-')",
                "without",
                "All but what is under the cursor",
            ),
            _action("query.next", "n", "next(1)", "next match", "Select the next match"),
            _action("query.previous", "N", "next(-1)", "previous match", "Select the match before"),
            _action(
                "query.possible",
                "tilde",
                "possible",
                "possible",
                "Show or hide possible matches",
                footer=True,
            ),
            _action(
                "unwind",
                "escape",
                "unwind",
                "back out",
                "Step out: reader, query, zoom; never quits",
            ),
        ),
        "History": (
            _action(
                "history.back", "left_square_bracket", "back", "back", "Go back to the place before"
            ),
            _action(
                "history.forward", "right_square_bracket", "forward", "forward", "Go forward again"
            ),
        ),
        "Program": (
            _action(
                "help",
                "question_mark,f1",
                "help",
                "help",
                "List every key and action",
                footer=True,
            ),
            _action(
                "palette",
                "colon,ctrl+p",
                "app.command_palette",
                "palette",
                "Search for an action and run it",
            ),
            _action("theme.next", "T", "app.next_theme", "theme", "Change to the next theme"),
            _action(
                "suspend",
                "ctrl+z",
                "app.suspend_process",
                "suspend",
                "Put to sleep; fg wakes it",
            ),
            _action("redraw", "ctrl+l", "redraw", "redraw", "Draw the whole screen anew"),
            _action("quit", "q", "app.quit", "quit", "Leave the program", footer=True),
            QUIT_ALWAYS,
        ),
    }
