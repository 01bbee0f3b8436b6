"""Every action of the dashboard, in one table: keys, footer, palette and help come from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kursk_tui.ui.pane import Pane


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do.

    `id` is the name to bind keys to. `run` is what it calls: a part of the dashboard and a method
    of it, such as `panes.move(1)`. `label` is its name in the footer, `group` its heading in the
    help. A key is a character or a name such as `ctrl+d`; a sequence of keys is separated by
    blanks, and `letter` stands for any letter from a to z.
    """

    id: str
    keys: tuple[str, ...]
    run: str
    label: str
    tooltip: str
    group: str = ""


FOOTER = (
    "query.edit",
    "pane.next",
    "pane.zoom",
    "claim.evidence",
    "query.possible",
    "copy.claim",
    "palette",
    "help",
    "quit",
)
"""The actions in the footer, in this order as far as there is room."""

REVIEW_FOOTER = ("review.accept", "review.reject", "review.undo", "review.next")
"""The actions that come first in the footer while a draft is reviewed."""

NEEDS_ROWS = frozenset(
    {
        *("panes.move", "panes.move_half_page", "panes.move_to_edge", "panes.open"),
        *("navigator.only", "copying.copy"),
    }
)
"""What cannot run, of all `run` calls, while the current pane is being laid out."""

_MOVE = (
    ("move.down", "j,down", "panes.move(1)", "down", "Go to the next claim"),
    ("move.up", "k,up", "panes.move(-1)", "up", "Go to the previous claim"),
    ("move.first", "g,home", "panes.move_to_edge(-1)", "first", "Go to the first claim"),
    ("move.last", "G,end", "panes.move_to_edge(1)", "last", "Go to the last claim"),
    (
        "move.half-down",
        "ctrl+d,pagedown",
        "panes.move_half_page(1)",
        "half down",
        "Go half a page down",
    ),
    ("move.half-up", "ctrl+u,pageup", "panes.move_half_page(-1)", "half up", "Go half a page up"),
    ("query.next", "n", "selection.step(1)", "next match", "Select the next match, in every pane"),
    ("query.previous", "N", "selection.step(-1)", "previous match", "Select the previous match"),
    ("mark.set", "m letter", "marks.set", "mark", "Mark the claim with a letter"),
    ("mark.jump", "' letter", "marks.jump", "go to mark", "Go to the claim with this mark"),
    ("history.back", "[", "navigator.back", "back", "Go back to the previous place"),
    ("history.forward", "]", "navigator.forward", "forward", "Go forward again"),
)
_PANES_BEFORE = (
    ("pane.next", "tab", "panes.turn(1)", "pane", "Go to the next pane"),
    ("pane.previous", "shift+tab", "panes.turn(-1)", "previous pane", "Go to the previous pane"),
)
_PANES_AFTER = (
    ("pane.zoom", "z", "panes.zoom", "zoom", "Give the pane the whole screen, or show all again"),
    ("pane.sort", "S", "panes.sort", "sort", "Change the order of the pane's rows"),
)
_CLAIM = (
    (
        "claim.open",
        "enter",
        "panes.open",
        "open",
        "Open or close a source; elsewhere, read the claim",
    ),
    ("claim.evidence", "e", "navigator.evidence", "evidence", "Show its passage in the document"),
    (
        "claim.sources",
        "s",
        "navigator.sources",
        "sources",
        "Show its source, and that source's other claims",
    ),
    (
        "claim.outside",
        "o",
        "screen.toggle_outside",
        "outside",
        "Show or hide knowledge from outside the document",
    ),
)
_QUERY = (
    ("query.edit", "/", "navigator.edit_query", "filter", "Type a query; every pane follows"),
    ("query.only", "*", "navigator.only('')", "only", "Only what is under the cursor"),
    ("query.without", "#", "navigator.only('-')", "without", "Exclude what is under the cursor"),
    ("query.possible", "~,P", "query.toggle_possible", "possible", "Show or hide possible matches"),
    (
        "unwind",
        "escape",
        "navigator.unwind",
        "back out",
        "Step out of reader, query, zoom; never quits",
    ),
)
_REVIEW = (
    (
        "review.accept",
        "a",
        "review.decide('accepted')",
        "accept",
        "Accept the drafted claim, go to the next",
    ),
    (
        "review.reject",
        "d",
        "review.decide('rejected')",
        "reject",
        "Reject the drafted claim, go to the next",
    ),
    ("review.undo", "u", "review.undo", "undo", "Undo the last decision"),
    (
        "review.next",
        "v",
        "review.next_unreviewed",
        "next unreviewed",
        "Go to the next unreviewed claim",
    ),
    ("review.finish", "F", "review.finish", "make final", "Make a reviewed draft final"),
)
_COPY = (
    (
        "copy.claim",
        "y y",
        "copying.copy('claim')",
        "copy",
        "Copy the claim with everything it states",
    ),
    (
        "copy.quote",
        "y q",
        "copying.copy('quote')",
        "quote",
        "Copy the quote with its source and position",
    ),
    (
        "copy.figure",
        "y n",
        "copying.copy('figure')",
        "figure",
        "Copy the figure under the cursor, or all of the claim",
    ),
    ("copy.id", "y i", "copying.copy('id')", "id", "Copy the id of the claim"),
    ("copy.json", "y j", "copying.copy('json')", "JSON", "Copy the claim as it is in the file"),
    ("copy.query", "y f", "copying.copy('query')", "query", "Copy the query"),
    ("copy.link", "y u", "copying.copy('link')", "link", "Copy the links of the claim"),
    ("print", "p", "copying.print", "print", "Print the view to the normal screen"),
)
_PROGRAM = (
    ("help", "?,f1", "program.help", "help", "Find a key by what it does, and run it"),
    (
        "palette",
        ":,ctrl+p",
        "program.palette",
        "palette",
        "Find an action, pane, claim, source or query",
    ),
    ("theme.next", "T", "program.next_theme", "theme", "Change to the next theme"),
    ("mouse", "f2", "program.mouse", "mouse", "Switch mouse capture on or off"),
    ("reload", "r", "file.reload", "reload", "Read the file again, keeping query and claim"),
    ("edit", "E", "file.edit", "edit", "Open the file in your editor, at the claim"),
    ("suspend", "ctrl+z", "app.suspend_process", "suspend", "Suspend the program; fg resumes it"),
    ("redraw", "ctrl+l", "program.redraw", "redraw", "Draw the whole screen again"),
    ("quit", "q", "app.quit", "quit", "Leave the program"),
)

QUIT_ALWAYS = Action(
    "quit.always", ("ctrl+q",), "app.quit", "quit", "Leave from anywhere; cannot be rebound"
)
"""The way out that works on every screen, whatever else is bound."""


def actions(panes: Iterable[Pane]) -> tuple[Action, ...]:
    """Return every action that can be bound to keys, in the order of the help."""
    pane_rows = tuple(
        (
            f"pane.{pane.id}",
            pane.key,
            f"panes.go_to('{pane.id}')",
            pane.title.lower(),
            f"{pane.title}: {pane.tooltip[0].lower()}{pane.tooltip[1:]}",
        )
        for pane in panes
    )
    groups = {
        "Move": _MOVE,
        "Panes": (*_PANES_BEFORE, *pane_rows, *_PANES_AFTER),
        "Claim": _CLAIM,
        "Query": _QUERY,
        "Review": _REVIEW,
        "Copy": _COPY,
        "Program": _PROGRAM,
    }
    return tuple(_actions(groups))


def _actions(groups: dict[str, tuple[tuple[str, str, str, str, str], ...]]) -> Iterator[Action]:
    for group, rows in groups.items():
        for name, keys, run, label, tooltip in rows:
            yield Action(name, tuple(keys.split(",")), run, label, tooltip, group)
