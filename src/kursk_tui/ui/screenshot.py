"""Screenshots of the dashboard without a terminal, as SVG or as text."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.textual_internals import screen_strips

_FONT_FACE = re.compile(r"@font-face\s*{[^}]*}")
_FONTS = "Fira Code, Menlo, Consolas, DejaVu Sans Mono"


@asynccontextmanager
async def _after(app: KurskApp, size: tuple[int, int], keys: Sequence[str]) -> AsyncIterator[None]:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield


async def drawn_as_svg(app: KurskApp, size: tuple[int, int], keys: Sequence[str]) -> str:
    """Return the screen after some keys as SVG without external resources."""
    async with _after(app, size, keys):
        svg = app.export_screenshot(title=app.TITLE)
    # A viewer would load these fonts from the network.
    without_fonts = _FONT_FACE.sub("", svg)
    as_typed = without_fonts.replace("<style>", "<style> text { font-variant-ligatures: none; }")
    return as_typed.replace("Fira Code", _FONTS)


async def drawn_as_text(app: KurskApp, size: tuple[int, int], keys: Sequence[str]) -> str:
    """Return the screen after some keys as lines of text without trailing blanks."""
    async with _after(app, size, keys):
        strips = screen_strips(app.screen)
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)
