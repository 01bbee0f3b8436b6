"""Panes: ways to show the claims that a query selects. Each pane is one file in `panes`.

A pane is shown in three steps. Its *plan* is derived from the whole briefing, for one order and
width of the rows; this takes time proportional to the briefing, so a large one is planned in the
background. The plan *lays out* each view, which is fast. The layout *draws* the visible rows.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kursk_tui.model import Briefing, Claim
from kursk_tui.query import Index, View
from kursk_tui.ui.rows.row_model import Row, RowModel
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import Line

ANY_WIDTH = 80
"""The width in cells that is assumed until the real one is known."""

Slot = Literal["grid", "reader", "detail", "sheet"]
"""The place of a pane: in the grid; over or next to it; below it; or instead of it."""

MANY_CLAIMS = 50_000
"""Above this, panes are planned in the background."""

_MANY_PARTS = 200_000
"""The same limit for claims with their figures, likelihoods, dates and sources."""

_MUCH_TEXT = 2**20
"""The same limit for the number of characters in all documents."""

_MANY_TO_COMPARE = 2_000
"""Above this, the claims of a library are compared in the background: each with several others."""


def is_large(index: Index) -> bool:
    """Return whether planning a pane causes a noticeable delay."""
    return (
        len(index.claims) > MANY_CLAIMS
        or index.size > _MANY_PARTS
        or index.text_length > _MUCH_TEXT
    )


def is_slow_to_compare(index: Index) -> bool:
    """Return whether comparing with an earlier version causes a noticeable delay."""
    is_library = index.briefing.is_library
    return is_large(index) or (is_library and len(index.claims) > _MANY_TO_COMPARE)


class MarkedWords(NamedTuple):
    """Words that the analyst marks: their document's id, their span, and the end that moves."""

    document: str
    start: int
    end: int
    moving: Literal["start", "end"]


@dataclass(frozen=True, eq=False)
class Scene:
    """The input of a layout: a view, the number of the selected claim, and settings.

    `width` is in cells. `outside` includes knowledge from outside the document; `opened` contains
    the keys of the open rows; `sort` is one of the pane's `sorts`, or empty for the first. `marked`
    are words that the analyst marks in the document. `gone` is the number of a claim that only the
    earlier version has; the slot `detail` shows it if no claim is selected, or else what is `about`
    the row under the cursor. `tracked` is the figure whose count is followed through time: its
    claim, and its number there. `as_chart` is whether the rows of a pane that can be a chart are
    shown as one.
    """

    view: View
    selected: int | None
    width: int
    outside: bool = False
    opened: frozenset[str] = frozenset()
    sort: str = ""
    marked: MarkedWords | None = None
    gone: int | None = None
    about: tuple[str, ...] = ()
    tracked: tuple[int, int] | None = None
    as_chart: bool = False

    @property
    def briefing(self) -> Briefing:
        """The briefing."""
        return self.view.briefing

    @property
    def claim(self) -> Claim | None:
        """The selected claim."""
        return None if self.selected is None else self.view.claims[self.selected]


def scene_at_any_width(view: View, sort: str) -> Scene:
    """Return a scene for results that do not depend on the width."""
    return Scene(view, None, ANY_WIDTH, sort=sort)


class Hint(NamedTuple):
    """An action in the footer: its id, and what it does there, or empty for its usual label.

    `short` are shorter labels, the longest first; a hint that has any is shown if at all possible.
    With `last_key`, the last of its keys is shown and not the first.
    """

    action: str
    label: str = ""
    short: tuple[str, ...] = ()
    last_key: bool = False


class Column(NamedTuple):
    """A column of a pane: heading, width in cells, and the orders that clicks cycle through."""

    heading: str
    width: int
    sorts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Layout:
    """The rows of a pane for one view, and how to draw them.

    `draw` returns the lines of a row, as many as the pane's `row_height`; it is pure, and depends
    on the scene only for what changes without a new layout. Lines wider than the scene are cut.
    `empty` is the sentence shown if there are no rows. The headings of `columns` stay above the
    rows, and so do the lines `above` below them. The line `below` the rows is shown where there is
    room. `count` is the number of entries shown and the
    total. `caption` is shown on the lower border. `is_possible` returns whether a row of a claim
    has the mark of a possible match; by default, each row of a possible match has it. `marks_words`
    is true if the lines already have marks where the words of the query occur. With `marks_lines`,
    the stops are lines of the selected claim, which have a mark only while the pane has the focus.
    With `shows_selected`, rows beyond its stops show which claim is selected.
    `row_of` returns the row of the moving end of marked words, or None; `place_of` returns the
    document and the offset at which a row begins, or None. The first `main_stops` are what the pane
    is about, if that is not 0; going to the pane keeps a selected claim only if it has one of them.
    """

    model: RowModel
    draw: Callable[[Row, Scene], Sequence[Line]]
    empty: str
    columns: Sequence[Column] = ()
    count: tuple[int, int] | None = None
    caption: str = ""
    above: Sequence[Line] = ()
    below: Line = ()
    is_possible: Callable[[Row, View], bool] | None = None
    marks_words: bool = False
    marks_lines: bool = False
    shows_selected: bool = False
    row_of: Callable[[MarkedWords], int | None] = lambda _: None
    place_of: Callable[[int], tuple[str, int] | None] = lambda _: None
    main_stops: int = 0


class Plan(ABC):
    """Data that a pane derives from a whole briefing, for one order and width of its rows."""

    index: Index
    """The index of the briefing."""

    @abstractmethod
    def lay_out(self, scene: Scene) -> Layout:
        """Return the layout of a scene with the plan's briefing, order and width.

        It may depend on the selected claim only in the slot `detail`.
        """

    def replan(self, sort: str, width: int) -> "Plan | None":
        """Return the plan for another order or width that reuses parts of this one.

        None means that nothing can be reused, and that the pane makes a new plan.
        """
        return None


def claim_term(_: Row, claim: int, view: View) -> str:
    """Return the query term that finds a claim by its id."""
    return f"id:{view.claims[claim].id}"


def count_claims(view: View) -> tuple[int, int]:
    """Return the number of claims that a view shows, and the total."""
    return view.shown.bit_count(), len(view.claims)


@dataclass(frozen=True, eq=False)
class Pane:
    """The definition of a pane: its names, its place, and how to plan it.

    `plan` takes the index of a briefing, one of the `sorts` (empty for the first) and a width in
    cells. `row_height` is the number of lines of each row. `term` returns the query term for the
    part of a claim that a row shows. `count` returns the number of entries that a view shows and
    the total, if they can be counted without a plan; otherwise the layout counts them. `hints` are
    the actions that come first in the footer while the pane is current. `signs` returns
    those of its rows, for the help. `other_keys` also lead to the pane.
    """

    id: str
    title: str
    key: str
    tooltip: str
    plan: Callable[[Index, str, int], Plan]
    slot: Slot = "grid"
    row_height: int = 1
    has_figures: bool = False
    """Whether the rows of a claim are its figures, numbered by `Row.part`."""
    opens: bool = False
    """Whether rows with a key can be opened and closed."""
    wraps: bool = False
    """Whether the rows depend on the width."""
    sorts: tuple[str, ...] = ()
    """The orders of the rows, as shown to the user; the first is the default."""
    term: Callable[[Row, int, View], str] = claim_term
    count: Callable[[View], tuple[int, int]] | None = None
    hints: tuple[Hint, ...] = (Hint("claim.open", "claim"),)
    signs: Callable[[], Sequence[Sign]] = tuple
    about: Callable[[Row, View], tuple[str, ...]] = lambda _, __: ()
    """Returns the paragraphs about a row without a claim, for the slot `detail`."""
    other_keys: tuple[str, ...] = ()
    is_per_claim: bool = False
    """Whether a row depends on its claim alone, and stays while another version is laid out."""
    compares: bool = False
    """Whether its plan compares all figures, and so takes long: other panes go first."""
    meanwhile: Callable[[Scene], Layout | None] = lambda _: None
    """Returns what is shown of a scene until the plan is known, or None."""
    chart_from: int = 0
    """The width in cells from which the rows can be shown as a chart; 0 if they never can."""
