"""What a pane is: a lens on the claims of a view. A pane is one file in `panes`."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar, Literal, NamedTuple

from kursk_tui.briefing import Briefing, Claim
from kursk_tui.query import View
from kursk_tui.ui.line import Line
from kursk_tui.ui.listing import Listing, Row

ANY_WIDTH = 80
"""A width in cells for what is the same at any."""

Slot = Literal["grid", "reader", "detail", "sheet"]
"""Where a pane stands: among the others, over or beside them, below them, or in their place."""


@dataclass(frozen=True, eq=False)
class Scene:
    """What a pane is asked to show: a view, the selected claim's number, and the room there is.

    `width` is in cells. `outside` asks for knowledge from outside the document as well; `opened`
    holds the keys of rows that the reader opened; `sort` is the order chosen among the pane's
    `sorts`, or empty for the first.
    """

    view: View
    selected: int | None
    width: int
    outside: bool = False
    opened: frozenset[str] = frozenset()
    sort: str = ""

    @property
    def briefing(self) -> Briefing:
        """The briefing."""
        return self.view.briefing

    @property
    def claim(self) -> Claim | None:
        """The selected claim."""
        return None if self.selected is None else self.view.claims[self.selected]


class Column(NamedTuple):
    """A column of a pane: its head, its width in cells, and the orders that a click on it gives."""

    head: str
    width: int
    sorts: tuple[str, ...] = ()


class Pane(ABC):
    """A lens on claims: which it shows, in what order, and how each row reads.

    Every method is pure: the same scene gives the same lines. `row_height` is in lines and the
    same for every row.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    key: ClassVar[str]
    tooltip: ClassVar[str]
    slot: ClassVar[Slot] = "grid"
    row_height: ClassVar[int] = 1
    of_figures: ClassVar[bool] = False
    """Whether a row of a claim is one of its figures, the one with the number `part`."""
    opens: ClassVar[bool] = False
    """Whether rows with a key open and close."""
    sorts: ClassVar[tuple[str, ...]] = ()
    """The orders that the rows can be put in, in words; the first is the usual one."""

    @abstractmethod
    def listing(self, scene: Scene) -> Listing:
        """Return the rows to show, and the cursor's stops."""

    @abstractmethod
    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return `row_height` lines; what is wider than the scene will be cut at its right."""

    @abstractmethod
    def empty(self, scene: Scene) -> str:
        """Return the sentence that says why there are no rows."""

    def term(self, row: Row, claim: int, scene: Scene) -> str:
        """Return the term of a query that finds what a row shows of a claim."""
        return f"id:{scene.view.claims[claim].id}"

    def columns(self, scene: Scene) -> Sequence[Column]:
        """Return the columns, whose heads stay above the rows; none if there is nothing to say."""
        return ()

    def count(self, scene: Scene) -> tuple[int, int] | None:
        """Return how many of the pane's entries are shown, and how many there are."""
        return None

    def caption(self, scene: Scene) -> str:
        """Return a short remark for the pane's lower edge."""
        return ""


def lay_out(view: View, told: Callable[[float], None]) -> None:
    """Make what panes need of all claims before they can show any, and tell how far that is.

    That is for those of the first screen; what the others need may depend on their width.
    """
    scene = Scene(view, None, ANY_WIDTH)
    first = [pane for pane in panes() if pane.slot == "grid"]
    for at, pane in enumerate(first):
        told(at / len(first))
        pane.listing(scene)
        pane.columns(scene)
        pane.caption(scene)


@cache
def panes() -> tuple[Pane, ...]:
    """Return every pane found in the `panes` package, in the order of their keys.

    The pane with key 0 comes last, as it does on the keyboard, and after it those with a letter.
    """
    package = import_module("kursk_tui.ui.panes")
    found = [
        import_module(f"{package.__name__}.{module.name}").PANE
        for module in iter_modules(package.__path__)
    ]
    return tuple(
        sorted(found, key=lambda pane: (not pane.key.isdecimal(), pane.key == "0", pane.key))
    )
