"""Draw the pictures in the README: real screens, as SVG. Run with `make pictures`."""

import asyncio
import json
from pathlib import Path
from typing import NamedTuple

from kursk_tui.defaults import SIZE_LIMIT
from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.drafting import draft
from kursk_tui.formats.builtin import builtin_path, library_path
from kursk_tui.formats.json import parse_text, read
from kursk_tui.formats.library_folder import LibraryFolder
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.open_briefing import OpenBriefing
from kursk_tui.ui.screenshot import drawn_as_svg

FOLDER = Path(__file__).parent


class Picture(NamedTuple):
    """A picture: its file, size and theme, and the keys that lead to the screen."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("dashboard", (120, 36), "dark", ("2", "j", "k")),
    Picture("evidence", (120, 36), "light", ("4", "j", "j", "e")),
    Picture("query", (80, 24), "dark", ("2", "slash", *"killed:>200", "enter", "tilde")),
    Picture("finder", (80, 24), "dark", ("question_mark", *"copy")),
    Picture("review", (120, 36), "dark", ("2", "j", "j")),
    Picture("changes", (80, 24), "dark", ("6", "g")),
    Picture("track", (120, 36), "dark", ("7",)),
)

_REVISED = (
    ("at least 100 soldiers", "100 soldiers"),
    ("have highly likely sustained", "have likely sustained"),
)
"""What a later version words differently in the picture of changes."""


def _drafted(text: str, title: str) -> Briefing:
    """Return the draft of a text."""
    return parse_text(json.dumps(draft(text, title=title).briefing()), "draft")


def _revised(briefing: Briefing) -> View:
    """Return a later version of a briefing's text, compared with the first."""
    text = briefing.documents[0].text
    for before, after in _REVISED:
        text = text.replace(before, after)
    later = _drafted(text, briefing.title)
    first = Earlier(_drafted(briefing.documents[0].text, briefing.title), "first.json")
    return View.of(later).compared_with(Comparison.of(first, later))


def draw(picture: Picture) -> str:
    """Return a screen as a self-contained SVG."""
    briefing = read(builtin_path())
    view = View.of(briefing)
    if picture.name == "review":
        view = View.of(_drafted(briefing.documents[0].text, briefing.title))
    elif picture.name == "changes":
        view = _revised(briefing)
    elif picture.name == "track":
        view = View.of(LibraryFolder([library_path()], SIZE_LIMIT).read().briefing)
    app = KurskApp(OpenBriefing(view), theme=picture.theme)
    return asyncio.run(drawn_as_svg(app, picture.size, picture.keys))


if __name__ == "__main__":
    for picture in PICTURES:
        path = FOLDER / f"{picture.name}.svg"
        path.write_text(draw(picture), "utf-8")
        print(f"wrote {path.relative_to(Path.cwd())}")
