"""What a pane is: a lens on the claims of a view. A pane is one file in `panes`."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import ClassVar, Literal, NamedTuple
from weakref import WeakKeyDictionary

from kursk_tui.model import Briefing, Claim
from kursk_tui.progress import track
from kursk_tui.query import Index, View
from kursk_tui.ui.rows.row_model import Listing, Row
from kursk_tui.ui.rows.styled_text import Line
from kursk_tui.ui.runtime.memo import kept

ANY_WIDTH = 80
"""A width in cells for what is the same at any."""

Slot = Literal["grid", "reader", "detail", "sheet"]
"""Where a pane stands: among the others, over or beside them, below them, or in their place."""


MANY = 50_000
"""To lay out more claims than this takes so long that a reader wonders."""

_MUCH = 2**24
"""So it does with more characters of text than this."""


@kept()
def is_large(index: Index) -> bool:
    """Return whether it takes a while to lay a whole briefing out."""
    text = sum(len(document.text) for document in index.briefing.documents)
    return len(index.claims) > MANY or text > _MUCH


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


KEPT_LAYOUTS = 4
"""So many layouts of a pane are kept: the latest of its orders, or widths where those matter."""

_prepared: WeakKeyDictionary[Index, dict[tuple[str, str, int], None]] = WeakKeyDictionary()


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
    wraps: ClassVar[bool] = False
    """Whether the rows depend on the width."""
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

    def prepare(self, scene: Scene) -> None:
        """Make what a scene needs of the whole briefing, and pick its rows; in any thread."""
        listing = self.listing(scene)
        listing.stops_of(scene.selected or 0)
        listing.stop_at(0)
        if listing.rows:
            self.columns(scene)
        self.count(scene)
        self.caption(scene)
        prepared = _prepared.setdefault(scene.view.index, {})
        prepared[self._needs(scene)] = None
        mine = [one for one in list(prepared) if one[0] == self.id]
        for old in mine[:-KEPT_LAYOUTS]:
            prepared.pop(old, None)

    def is_prepared(self, scene: Scene) -> bool:
        """Return whether to show a scene takes no time that grows with the briefing."""
        return self.slot == "detail" or self._needs(scene) in _prepared.get(scene.view.index, ())

    def _needs(self, scene: Scene) -> tuple[str, str, int]:
        return self.id, scene.sort, scene.width if self.wraps else 0

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


def lay_out(view: View) -> None:
    """Prepare the panes of the first screen, and say how far that is."""
    scene = Scene(view, None, ANY_WIDTH)
    first = [pane for pane in panes() if pane.slot == "grid"]
    for pane in track("laying out", first):
        pane.prepare(scene)


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
