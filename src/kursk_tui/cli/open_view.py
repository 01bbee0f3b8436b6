"""Open the view that the command line asks for, compared with the version that `--since` names."""

import argparse
from typing import TYPE_CHECKING

from kursk_tui.cli.open_briefing import ask
from kursk_tui.cli.open_library import open_named
from kursk_tui.model import Briefing
from kursk_tui.query import View

if TYPE_CHECKING:
    from kursk_tui.diffing.comparison import Earlier


def open_view(options: argparse.Namespace) -> View:
    """Return the view for the options `paths`, `since`, `query`, `possible` and `max_size`.

    Raises CommandError.
    """
    return open_view_since(options)[0]


def open_view_since(options: argparse.Namespace) -> "tuple[View, Earlier | None]":
    """Return the view like `open_view`, and the version that `since` names, if any."""
    briefing = open_named(options)
    view = View.of(briefing)
    earlier = None if options.since is None else open_earlier(options, briefing)
    if earlier is not None:
        view = compared(view, earlier)
    return ask(view, options.query).showing_possible(options.possible), earlier


def open_earlier(options: argparse.Namespace, briefing: Briefing) -> "Earlier":
    """Return the version of a briefing that the option `since` names. Raises CommandError."""
    from kursk_tui.cli.baseline import open_baseline, shortened  # only `--since` needs git

    if briefing.is_library:
        from kursk_tui.cli.library_baseline import open_library_baseline

        return open_library_baseline(options, briefing)
    earlier = open_baseline(options.since, options.path, options.max_size)
    return shortened(earlier, options.since, options.path)


def compared(view: View, earlier: "Earlier") -> View:
    """Return the view of the whole briefing, compared with an earlier version."""
    from kursk_tui.diffing.comparison import Comparison

    return view.compared_with(Comparison.of(earlier, view.briefing))
