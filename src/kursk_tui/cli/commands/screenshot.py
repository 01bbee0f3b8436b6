"""`kursk-tui screenshot`: write an image of the dashboard to a file, without a terminal."""

import argparse
import asyncio
import os
import signal

from kursk_tui.cli.exit_codes import OK, USAGE, CommandError
from kursk_tui.cli.open_briefing import report_answer
from kursk_tui.cli.open_view import open_view_since
from kursk_tui.cli.output import write_output
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.keys.keymap import pressed


def run(options: argparse.Namespace) -> int:
    """Draw the dashboard, press keys, and write the screen.

    The user's configuration and saved state are ignored, so the image is the same everywhere.
    """
    suffix = options.output.suffix.lower()
    if suffix not in (".svg", ".txt"):
        message = "kursk-tui screenshot: the file name must end in .svg or .txt"
        raise CommandError(USAGE, message)
    view, since = open_view_since(options)
    # Textual and Rich read these.
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    from kursk_tui.ui.app import KurskApp
    from kursk_tui.ui.open_briefing import OpenBriefing
    from kursk_tui.ui.screenshot import drawn_as_svg, drawn_as_text

    opened = OpenBriefing(
        view, view.query_text, pane=options.pane, since=since, clock=options.clock
    )
    app = KurskApp(opened, theme=options.theme)
    # Exit at once: an interrupted event loop would print warnings about unfinished tasks.
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda number, _: os._exit(128 + number))
    draw = drawn_as_svg if suffix == ".svg" else drawn_as_text
    drawn = asyncio.run(draw(app, options.size, pressed(visible(options.press))))
    write_output(drawn, options, None, options.path)
    if view.remarks:
        report_answer(view, options.query)
    return OK
