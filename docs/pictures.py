"""Draw the pictures in the README: real screens, as SVG. Run with `make pictures`."""

import asyncio
import json
from pathlib import Path
from typing import NamedTuple

from kursk_tui.drafting import draft
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import parse_text, read
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
)


def _drafted(briefing: Briefing) -> Briefing:
    """Return the draft of a briefing's text."""
    raw = draft(briefing.documents[0].text, title=briefing.title).briefing()
    return parse_text(json.dumps(raw), "draft")


def draw(picture: Picture) -> str:
    """Return a screen as a self-contained SVG."""
    briefing = read(builtin_path())
    if picture.name == "review":
        briefing = _drafted(briefing)
    app = KurskApp(OpenBriefing(View.of(briefing)), theme=picture.theme)
    return asyncio.run(drawn_as_svg(app, picture.size, picture.keys))


if __name__ == "__main__":
    for picture in PICTURES:
        path = FOLDER / f"{picture.name}.svg"
        path.write_text(draw(picture), "utf-8")
        print(f"wrote {path.relative_to(Path.cwd())}")
