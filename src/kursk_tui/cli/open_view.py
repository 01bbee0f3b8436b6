"""Open the view that the command line asks for, compared with the version that `--since` names."""

import argparse
from typing import TYPE_CHECKING

from kursk_tui.cli.open_briefing import ask
from kursk_tui.cli.open_library import open_named
from kursk_tui.query import View

if TYPE_CHECKING:
    from kursk_tui.diffing.comparison import Earlier


def open_view(options: argparse.Namespace) -> View:
    """Return the view for the options `paths`, `since`, `query`, `possible` and `max_size`.

    Raises CommandError.
    """
    view = View.of(open_named(options))
    if options.since is not None:
        view = compared(view, open_earlier(options))
    return ask(view, options.query).showing_possible(options.possible)


def open_earlier(options: argparse.Namespace) -> "Earlier":
    """Return the version that the option `since` names. Raises CommandError."""
    from kursk_tui.cli.baseline import open_baseline, shortened  # only `--since` needs git

    earlier = open_baseline(options.since, options.path, options.max_size)
    return shortened(earlier, options.since, options.path)


def compared(view: View, earlier: "Earlier") -> View:
    """Return the view of the whole briefing, compared with an earlier version."""
    from kursk_tui.diffing.comparison import Comparison

    return view.compared_with(Comparison.of(earlier, view.briefing))
