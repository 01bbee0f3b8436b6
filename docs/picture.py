"""Draw the README's picture: the real screen at 120x36, as SVG. Run it with `make picture`."""

import asyncio
import re
from pathlib import Path

from kursk_tui.query import View
from kursk_tui.reading import builtin_path, read
from kursk_tui.ui.app import KurskApp

PICTURE = Path(__file__).parent / "dashboard.svg"


async def draw() -> str:
    """Return the dashboard with the figures of the NIS selected, as a self-contained SVG."""
    app = KurskApp(View.of(read(builtin_path())))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "k")
        await pilot.pause()
        svg = app.export_screenshot(title="kursk-tui")
    without_fonts = re.sub(r"@font-face\s*{[^}]*}", "", svg)  # they would be fetched from elsewhere
    fonts = "Fira Code, Menlo, Consolas, DejaVu Sans Mono"
    as_typed = without_fonts.replace("<style>", "<style> text { font-variant-ligatures: none; }")
    return as_typed.replace("Fira Code", fonts)


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), "utf-8")
    print(f"wrote {PICTURE.relative_to(Path.cwd())}")
