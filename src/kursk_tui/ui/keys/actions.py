"""Every action of the dashboard, in one table: keys, footer, palette and help come from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kursk_tui.ui.pane import Pane


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can do.

    `id` is the name to bind keys to; `run` is the method of the dashboard, `action_<run>`, with
    its arguments; `label` names it in the footer; `group` is the heading it stands under in the
    help. A key is a character or a name such as `ctrl+d`; keys pressed one
    after the other have a blank between them, and `letter` stands for any letter from a to z.
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
"""The actions that stand in the footer, in this order as far as there is room."""

OF_A_DRAFT = ("review.accept", "review.reject", "review.undo", "review.next")
"""The actions that stand before those in the footer as long as a draft is reviewed."""

_MOVE = (
    ("move.down", "j,down", "move(1)", "down", "Go to the next claim"),
    ("move.up", "k,up", "move(-1)", "up", "Go to the claim before"),
    ("move.first", "g,home", "edge(-1)", "first", "Go to the first claim"),
    ("move.last", "G,end", "edge(1)", "last", "Go to the last claim"),
    ("move.half-down", "ctrl+d,pagedown", "half(1)", "half down", "Go half a page down"),
    ("move.half-up", "ctrl+u,pageup", "half(-1)", "half up", "Go half a page up"),
    ("query.next", "n", "next(1)", "next match", "Select the next match, in every pane"),
    ("query.previous", "N", "next(-1)", "previous match", "Select the match before"),
    ("mark.set", "m letter", "mark", "mark", "Mark the claim with a letter"),
    ("mark.jump", "' letter", "jump", "go to mark", "Go to the claim with this mark"),
    ("history.back", "[", "back", "back", "Go back to the place before"),
    ("history.forward", "]", "forward", "forward", "Go forward again"),
)
_PANES_BEFORE = (
    ("pane.next", "tab", "turn(1)", "pane", "Go to the next pane"),
    ("pane.previous", "shift+tab", "turn(-1)", "previous pane", "Go one pane back"),
)
_PANES_AFTER = (
    ("pane.zoom", "z", "zoom", "zoom", "Give the pane the whole screen, or take it back"),
    ("pane.sort", "S", "sort", "sort", "Put the rows of the pane in another order"),
)
_CLAIM = (
    ("claim.open", "enter", "open", "open", "Open or close a source; elsewhere, read the claim"),
    ("claim.evidence", "e", "evidence", "evidence", "Show where it stands in the document"),
    ("claim.sources", "s", "sources", "sources", "Show its source, and what else that says"),
    ("claim.outside", "o", "outside", "outside", "Show or hide what is known from elsewhere"),
)
_QUERY = (
    ("query.edit", "/", "query", "filter", "Type a query; every pane follows"),
    ("query.only", "*", "only('')", "only", "Only what is under the cursor"),
    ("query.without", "#", "only('-')", "without", "All but what is under the cursor"),
    ("query.possible", "~,P", "possible", "possible", "Show or hide possible matches"),
    ("unwind", "escape", "unwind", "back out", "Step out: reader, query, zoom; never quits"),
)
_REVIEW = (
    ("review.accept", "a", "decide('accepted')", "accept", "Accept a drafted claim, go on"),
    ("review.reject", "d", "decide('rejected')", "reject", "Reject a drafted claim, go on"),
    ("review.undo", "u", "undo", "undo", "Take the last decision back"),
    ("review.next", "v", "next_unreviewed", "next unreviewed", "Go to the next undecided claim"),
    ("review.finish", "F", "finish", "make final", "Make a reviewed draft final"),
)
_COPY = (
    ("copy.claim", "y y", "copy('claim')", "copy", "Copy the claim with all it states"),
    ("copy.quote", "y q", "copy('quote')", "quote", "Copy the quote with its source and place"),
    (
        "copy.figure",
        "y n",
        "copy('figure')",
        "figure",
        "Copy the figure under the cursor, or all of the claim",
    ),
    ("copy.id", "y i", "copy('id')", "id", "Copy the id of the claim"),
    ("copy.json", "y j", "copy('json')", "JSON", "Copy the claim as it stands in the file"),
    ("copy.query", "y f", "copy('query')", "query", "Copy the query"),
    ("copy.link", "y u", "copy('link')", "link", "Copy the links of the claim"),
    ("print", "p", "print", "print", "Print what is shown to the normal screen"),
)
_PROGRAM = (
    ("help", "?,f1", "help", "help", "Find a key by what it does, and run it"),
    ("palette", ":,ctrl+p", "palette", "palette", "Find an action, pane, claim, source or query"),
    ("theme.next", "T", "next_theme", "theme", "Change to the next theme"),
    ("mouse", "f2", "mouse", "mouse", "Give the mouse to the terminal, or take it back"),
    ("reload", "r", "reload", "reload", "Read the file again; query and claim stay"),
    ("edit", "E", "edit", "edit", "Open the file in your editor, at the claim"),
    ("suspend", "ctrl+z", "app.suspend_process", "suspend", "Put to sleep; fg wakes it"),
    ("redraw", "ctrl+l", "redraw", "redraw", "Draw the whole screen anew"),
    ("quit", "q", "app.quit", "quit", "Leave the program"),
)

QUIT_ALWAYS = Action(
    "quit.always", ("ctrl+q",), "app.quit", "quit", "Leave from anywhere; cannot be rebound"
)
"""The way out that works over every screen and beside every other key."""


def actions(panes: Iterable[Pane]) -> tuple[Action, ...]:
    """Return every action that can be bound to keys, in the order of the help."""
    of_panes = tuple(
        (
            f"pane.{pane.id}",
            pane.key,
            f"pane('{pane.id}')",
            pane.title.lower(),
            f"{pane.title}: {pane.tooltip[0].lower()}{pane.tooltip[1:]}",
        )
        for pane in panes
    )
    groups = {
        "Move": _MOVE,
        "Panes": (*_PANES_BEFORE, *of_panes, *_PANES_AFTER),
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
