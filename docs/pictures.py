"""Draw the README's pictures, real screens as SVG. Run with `make pictures`."""

import asyncio
import re
from pathlib import Path
from typing import NamedTuple

from kursk_tui.query import View
from kursk_tui.reading import builtin_path, read
from kursk_tui.ui.app import KurskApp

FOLDER = Path(__file__).parent


class Picture(NamedTuple):
    """A screen: its file, size and theme, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]


PICTURES = (
    Picture("dashboard", (120, 36), "dark", ("2", "j", "k")),
    Picture("evidence", (120, 36), "light", ("4", "j", "j", "e")),
    Picture("query", (80, 24), "dark", ("2", "slash", *"killed:>200", "enter", "tilde")),
    Picture("finder", (80, 24), "dark", ("question_mark", *"copy")),
)


async def draw(picture: Picture) -> str:
    """Return a screen as a self-contained SVG."""
    app = KurskApp(View.of(read(builtin_path())), theme=picture.theme)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.press(*picture.keys)
        await pilot.pause()
        svg = app.export_screenshot(title="kursk-tui")
    without_fonts = re.sub(r"@font-face\s*{[^}]*}", "", svg)  # they would be fetched from elsewhere
    fonts = "Fira Code, Menlo, Consolas, DejaVu Sans Mono"
    as_typed = without_fonts.replace("<style>", "<style> text { font-variant-ligatures: none; }")
    return as_typed.replace("Fira Code", fonts)


if __name__ == "__main__":
    for one in PICTURES:
        path = FOLDER / f"{one.name}.svg"
        path.write_text(asyncio.run(draw(one)), "utf-8")
        print(f"wrote {path.relative_to(Path.cwd())}")
