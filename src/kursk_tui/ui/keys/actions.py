"""The table of all actions: the keys, footer, palette and help are derived from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kursk_tui.ui.pane import Pane


@dataclass(frozen=True, slots=True)
class Action:
    """An action that keys can be bound to.

    `id` is its name in the configuration. `run` is the call it makes: a part of the dashboard and
    one of its methods, such as `cursor.move(1)`. `label` is its name in the footer, `group` its
    heading in the help. A key is a character or a name such as `ctrl+d`; the keys of a sequence are
    separated by blanks, and `letter` matches any letter from a to z. If it has a `pane`, its keys
    work only in that pane, where they come before the same keys of other actions.
    """

    id: str
    keys: tuple[str, ...]
    run: str
    label: str
    tooltip: str
    group: str = ""
    pane: str = ""


_ONLY_IN = {"track.chart": "track"}
"""The pane in which the keys of an action work, if it is only one."""

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
"""The actions in the footer, in this order; those that do not fit are left out."""

REVIEW_FOOTER = ("review.accept", "review.reject", "review.undo", "review.next", "review.change")
"""The actions that come first in the footer during the review of a draft."""

ATTENTION = ("pane.conflicts", "pane.changes")
"""The actions that show what needs attention; in the footer, they follow the first two above."""

NEEDS_ROWS = frozenset(
    {
        *("cursor.move", "cursor.move_half_page", "cursor.move_to_edge", "cursor.open"),
        *("navigator.only", "copying.copy"),
    }
)
"""The `run` calls that are refused while the current pane is being laid out."""

_MOVE = (
    ("move.down", "j,down", "cursor.move(1)", "down", "Go to the next claim"),
    ("move.up", "k,up", "cursor.move(-1)", "up", "Go to the previous claim"),
    ("move.first", "g,home", "cursor.move_to_edge(-1)", "first", "Go to the first claim"),
    ("move.last", "G,end", "cursor.move_to_edge(1)", "last", "Go to the last claim"),
    (
        "move.half-down",
        "ctrl+d,pagedown",
        "cursor.move_half_page(1)",
        "half page",
        "Go half a page down",
    ),
    ("move.half-up", "ctrl+u,pageup", "cursor.move_half_page(-1)", "half up", "Go half a page up"),
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
    ("pane.zoom", "z", "panes.zoom", "zoom", "Zoom the pane, or restore it"),
    ("pane.sort", "S", "cursor.sort", "sort", "Change the order of the pane's rows"),
    ("track.chart", "c", "cursor.toggle_chart", "chart", "Show Track as a chart, or as a list"),
)
_CLAIM = (
    (
        "claim.open",
        "enter",
        "cursor.open",
        "open",
        "Open or close the row; elsewhere, show the claim",
    ),
    (
        "claim.evidence",
        "e",
        "navigator.evidence",
        "evidence",
        "Show the claim's passage in the document",
    ),
    (
        "claim.sources",
        "s",
        "navigator.sources",
        "sources",
        "Show the claim's source and its other claims",
    ),
    (
        "claim.track",
        "t",
        "navigator.track",
        "track",
        "Follow the figure under the cursor through time",
    ),
    (
        "claim.outside",
        "o",
        "screen.toggle_outside",
        "outside",
        "Show or hide outside knowledge",
    ),
)
_QUERY = (
    ("query.edit", "/", "navigator.edit_query", "filter", "Type a query; every pane follows"),
    (
        "query.only",
        "*",
        "navigator.only('')",
        "only",
        "Narrow the query to the row under the cursor",
    ),
    ("query.without", "#", "navigator.only('-')", "without", "Exclude the row under the cursor"),
    ("query.possible", "~,P", "query.toggle_possible", "possible", "Show or hide possible matches"),
    (
        "unwind",
        "escape",
        "navigator.unwind",
        "back out",
        "Go back one step; never quits",
    ),
)
_REVIEW = (
    (
        "review.accept",
        "a",
        "review.decide('accepted')",
        "accept",
        "Accept the claim or the item; names are one",
    ),
    (
        "review.reject",
        "d",
        "review.decide('rejected')",
        "reject",
        "Reject the claim or the item; names are two",
    ),
    (
        "review.change",
        "c",
        "changing.begin",
        "change",
        "Change the item or claim; say what names are",
    ),
    (
        "review.change-all",
        "C",
        "offers.change_all",
        "change all",
        "Apply the last change to similar items",
    ),
    (
        "review.by-hand",
        "A",
        "words.by_hand",
        "new claim",
        "Mark words, and make them a claim",
    ),
    ("review.undo", "u", "review.undo", "undo", "Undo the last step of the review"),
    (
        "review.next",
        "v",
        "reading.next",
        "next",
        "Go to the next unreviewed claim or unread change",
    ),
    ("review.finish", "F", "review.finish", "make final", "Make a reviewed draft final"),
)
_LIBRARY = (
    ("as-of.ask", "D", "moment.ask", "a day", "Show a library as it was known on a day"),
    ("as-of.earlier", "<", "moment.step(-1)", "earlier", "Show a library before its last edition"),
    ("as-of.later", ">", "moment.step(1)", "later", "Show a library with its next edition"),
    ("as-of.now", "=", "moment.now", "now", "Show all editions of a library again"),
    ("read.all", "R", "reading.mark_all", "all read", "Mark a library as read, or take that back"),
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
        "Copy the figure under the cursor, or all figures",
    ),
    ("copy.id", "y i", "copying.copy('id')", "id", "Copy the id of the claim"),
    ("copy.json", "y j", "copying.copy('json')", "JSON", "Copy the claim as it is in the file"),
    ("copy.query", "y f", "copying.copy('query')", "query", "Copy the query"),
    ("copy.link", "y u", "copying.copy('link')", "link", "Copy the links of the claim"),
    (
        "copy.export",
        "X",
        "copying.copy('export')",
        "export",
        "Copy the command that exports the query's claims",
    ),
    ("print", "p", "copying.print", "print", "Print the view on the normal screen"),
)
_PROGRAM = (
    (
        "help",
        "?,f1",
        "program.help",
        "help",
        "Explain the pane's signs; find and run a key",
    ),
    (
        "palette",
        ":,ctrl+p",
        "program.palette",
        "palette",
        "Find an action, pane, claim, source or query",
    ),
    ("theme.next", "T", "program.next_theme", "theme", "Switch to the next theme"),
    ("mouse", "f2", "program.mouse", "mouse", "Turn the mouse on or off"),
    ("reload", "r", "file.reload", "reload", "Reload the file, keeping query and claim"),
    ("edit", "E", "file.edit", "edit", "Open the file in your editor, at the claim"),
    ("suspend", "ctrl+z", "app.suspend_process", "suspend", "Suspend (fg resumes)"),
    ("redraw", "ctrl+l", "program.redraw", "redraw", "Redraw the whole screen"),
    ("quit", "q", "app.quit", "quit", "Quit the program"),
)

QUIT_ALWAYS = Action(
    "quit.always", ("ctrl+q",), "app.quit", "quit", "Quit from anywhere; cannot be rebound"
)
"""Quits on every screen, whatever keys are configured."""


def actions(panes: Iterable[Pane]) -> tuple[Action, ...]:
    """Return all actions that can be bound to keys, in the order of the help."""
    pane_rows = tuple(
        (
            f"pane.{pane.id}",
            ",".join((pane.key, *pane.other_keys)),
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
        "Library": _LIBRARY,
        "Copy": _COPY,
        "Program": _PROGRAM,
    }
    return tuple(_actions(groups))


def _actions(groups: dict[str, tuple[tuple[str, str, str, str, str], ...]]) -> Iterator[Action]:
    for group, rows in groups.items():
        for name, keys, run, label, tooltip in rows:
            pane = _ONLY_IN.get(name, "")
            yield Action(name, tuple(keys.split(",")), run, label, tooltip, group, pane)
