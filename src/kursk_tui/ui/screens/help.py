"""The help: every action, with its keys as they are bound now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from kursk_tui.ui.actions import grouped_bindings
from kursk_tui.ui.lens import panes

_KEYS_COLUMN = 14

_QUERIES = (
    ("korean language", "both words, anywhere in a claim"),
    ("source:nis -via:lee", "who said it; a minus excludes"),
    ("killed:>=100", "figures: >=  >  <=  <  100..200"),
    ("date:2024-12..", "dates: days, months, years, ranges"),
    ('likelihood:>="highly likely"', "in the order of the claim's own scale"),
    ("wounded:* OR missing:*", "an asterisk: stated at all"),
    ("is:unattributed has:figure", "also is:contested, is:undated, is:unstated"),
)


class Help(ModalScreen[None]):
    """A list of actions and of examples of queries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,question_mark,f1,enter",
            "dismiss",
            "close",
            id="help.close",
            tooltip="Close the help",
        ),
        Binding("g,home", "scroll(-9999)", "top", id="help.top", tooltip="Go to the top"),
        Binding("G,end", "scroll(9999)", "bottom", id="help.bottom", tooltip="Go to the end"),
        Binding("ctrl+d", "scroll(10)", "half down", id="help.half-down", tooltip="Scroll on"),
        Binding("ctrl+u", "scroll(-10)", "half up", id="help.half-up", tooltip="Scroll back"),
        Binding("j", "scroll(1)", "down", id="help.down", tooltip="Scroll down"),
        Binding("k", "scroll(-1)", "up", id="help.up", tooltip="Scroll up"),
    ]

    def __init__(self, active: Iterable[ActiveBinding]) -> None:
        super().__init__()
        self._active = list(active)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with VerticalScroll() as box:
            box.border_title = Content("Keys and queries")
            box.border_subtitle = Content("esc closes")
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        keys: dict[str, list[str]] = defaultdict(list)
        for active in self._active:
            if active.binding.id:
                keys[active.binding.id].append(self.app.get_key_display(active.binding))
        for group, bindings in grouped_bindings(panes()).items():
            yield Content.styled(group, "bold")
            for binding in bindings:
                shown = " ".join(keys.get(binding.id or "", ()))
                yield Content.assemble(
                    (f"  {shown:{_KEYS_COLUMN}}", "$k-focus"), (binding.tooltip, "$k-text")
                )
            yield Content("")
        yield Content.styled("Queries", "bold")
        width = max(len(example) for example, _ in _QUERIES) + 2
        for example, meaning in _QUERIES:
            yield Content.assemble((f"  {example:{width}}", "$k-focus"), (meaning, "$k-text"))

    def action_scroll(self, lines: int) -> None:
        """Scroll the list."""
        box = self.query_one(VerticalScroll)
        box.scroll_to(y=box.scroll_target_y + lines, animate=False, immediate=True)
