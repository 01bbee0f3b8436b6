"""`kursk-tui export`: a briefing as Markdown, CSV, JSON or a web page."""

import argparse
from importlib import import_module

from kursk_tui.cli.exit_codes import FINDING, OK
from kursk_tui.cli.open_briefing import no_match, open_view
from kursk_tui.cli.output import complain, put_text

_WRITERS = {
    "md": ("markdown", "markdown_text"),
    "csv": ("csv", "csv_text"),
    "json": ("json.writer", "native_text"),
    "html": ("html", "web_text"),
}


def run(options: argparse.Namespace) -> int:
    """Write a view in a format; one without claims is written as well, and ends with 1."""
    view = open_view(options)
    module, function = _WRITERS[options.to]
    write = getattr(import_module(f"kursk_tui.formats.{module}"), function)
    put_text(write(view), options.output)
    if view.numbers or not str(view.query):
        return OK
    complain(no_match(view))
    return FINDING
