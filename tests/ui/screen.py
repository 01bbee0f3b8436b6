"""A driver for tests of the dashboard: keys in, the text of the screen out."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256

from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Region

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.model import Briefing
from kursk_tui.platform.config import Config
from kursk_tui.platform.state import State
from kursk_tui.query import View
from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.briefing_file import BriefingFile
from kursk_tui.ui.dashboard.screen import Dashboard
from kursk_tui.ui.open_briefing import OpenBriefing, Opener
from kursk_tui.ui.textual_internals import screen_strips
from tests.ui.pilot import ExactPilot

LARGE, SMALL, WIDE = (120, 36), (80, 24), (180, 45)


_LETTERS = "".join(map(chr, range(ord("A"), ord("Z") + 1))) + "abcdefghijklmnopqrstuvwxyz0123456789"


def _look(style: Style | None) -> str:
    """Describe the attributes and colours of a style."""
    if style is None:
        return "default on default"
    colours = [one.name if one is not None else "default" for one in (style.color, style.bgcolor)]
    names = ("bold", "italic", "underline", "reverse", "dim")
    attributes = [name for name in names if getattr(style, name)]
    return " ".join([*attributes, " on ".join(colours)])


class Driver:
    """A running dashboard."""

    def __init__(self, app: KurskApp, pilot: ExactPilot) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def dashboard(self) -> Dashboard:
        """The dashboard's screen, even below another one."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Dashboard)
        return screen

    @property
    def text(self) -> str:
        """The screen as text, without trailing blanks."""
        update = screen_strips(self.app.screen)
        return "\n".join(strip.text.rstrip() for strip in update)

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, with trailing blanks."""
        strips = screen_strips(self.app.screen)
        return [strip.text for strip in strips]

    def cut_whole(self, region: Region) -> list[str]:
        """Return the rows of a region of the screen, with trailing blanks."""
        strips = screen_strips(self.app.screen)
        rows = strips[region.y : region.bottom]
        return [row.crop(region.x, region.right).text for row in rows]

    @property
    def colours(self) -> str:
        """The screen with a letter for each style of a cell, and a legend of the letters."""
        looks: dict[str, str] = {}
        rows = []
        for strip in screen_strips(self.app.screen):
            row = ""
            for text, style, _ in strip:
                look = _look(style) if text.strip() else _look(style).partition(" on ")[2]
                row += looks.setdefault(look, _LETTERS[len(looks)]) * cell_len(text)
            rows.append(row)
        return "\n".join([*rows, "", *(f"{letter} {look}" for look, letter in looks.items())])

    def pane(self, name: str) -> str:
        """Return the text within a pane's borders."""
        region = self.dashboard.workspace.view_of(name).content_region
        return self.cut(region)

    def cut(self, region: Region) -> str:
        """Return the text of a region of the screen."""
        strips = screen_strips(self.app.screen)
        rows = strips[region.y : region.bottom]
        return "\n".join(row.crop(region.x, region.right).text.rstrip() for row in rows)

    @property
    def selected(self) -> str | None:
        """The id of the selected claim."""
        number = self.dashboard.selected
        view = self.dashboard.view
        return None if number is None or view is None else view.claims[number].id

    @property
    def shown(self) -> list[str]:
        """The ids of the claims that the query shows."""
        view = self.dashboard.view
        assert view is not None
        return [view.claims[number].id for number in view.numbers]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until background work is done and everything is drawn."""
        await self.pilot.press(*keys)
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys without waiting for background work."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text, character by character."""
        await self.press(*text)

    async def ask(self, query: str) -> None:
        """Open the query bar, type a query and commit it."""
        await self.press("slash", "ctrl+u")
        await self.type(query)
        await self.press("enter")


def many_claims(count: int) -> Briefing:
    """Return a briefing of `count` undated claims (c0, c1, ...) of ten characters each."""
    text = "".join(f"claim{number:05}" for number in range(count))
    claims = [
        {
            "id": f"c{number}",
            "document": "d",
            "kind": "reported",
            "summary": f"claim {number}",
            "evidence": {
                "start": number * 10,
                "end": number * 10 + 10,
                "exact": text[number * 10 : number * 10 + 10],
            },
        }
        for number in range(count)
    ]
    document = {"id": "d", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    raw = {"format": "kursk-tui/1", "title": "Many", "documents": [document], "claims": claims}
    return Briefing.model_validate_json(json.dumps(raw))


@asynccontextmanager
async def running(
    size: tuple[int, int] = LARGE,
    *,
    briefing: Briefing | None = None,
    query: str = "",
    theme: str | None = None,
    few_colours: bool = False,
    config: Config | None = None,
    state: State | None = None,
    file: BriefingFile | None = None,
    opener: Opener | None = None,
) -> AsyncIterator[Driver]:
    """Run a dashboard of this size, by default on the built-in briefing."""
    view = View.of(briefing or read(builtin_path())).ask(query)
    state = state or State()
    app = KurskApp(
        OpenBriefing(view, query, file or BriefingFile(), marks=state.marks),
        theme=theme,
        few_colours=few_colours,
        config=config,
        state=state,
        opener=opener,
    )
    async with app.run_test(size=size):
        pilot = ExactPilot(app)
        await pilot.pause()
        yield Driver(app, pilot)
