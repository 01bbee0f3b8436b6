"""Run the dashboard: load its configuration and state, and open other briefings in it."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.cli.briefing_file import file_of, read_briefing
from kursk_tui.cli.configuration import read_config
from kursk_tui.cli.progress_line import progress_line
from kursk_tui.cli.saved_state import load_state
from kursk_tui.formats.registry import format_of
from kursk_tui.formats.source import FileVersion, display_name, read_version
from kursk_tui.model import Briefing
from kursk_tui.platform.state import State
from kursk_tui.platform.streams import write_ascii
from kursk_tui.platform.terminal import Terminal
from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.ui.app import KurskApp
from kursk_tui.ui.briefing_file import BriefingFile, Broken
from kursk_tui.ui.open_briefing import CannotOpenError, OpenBriefing
from kursk_tui.ui.pane import Plan, is_large
from kursk_tui.ui.pane_registry import plan_first_screen

if TYPE_CHECKING:
    from kursk_tui.diffing.comparison import Earlier


def run_dashboard(
    view: View,
    options: argparse.Namespace,
    terminal: Terminal,
    version: FileVersion,
    since: "Earlier | None" = None,
) -> int:
    """Run the dashboard on a view until the user quits; save the state; return the exit code.

    `since` is the version to compare with, if the user named one.
    """
    file = _file(view.briefing, options, version)
    plans: dict[str, Plan] = {}
    if is_large(view.index):
        with progress_line(plural(len(view.claims), "claim")):
            plans = plan_first_screen(view)
    config = read_config()
    state = load_state(options.path, options.paths)
    other_states: list[State] = []

    def opener(path: Path) -> OpenBriefing:
        opened = open_another(path, options)
        other_states.append(load_state(path))
        return replace(opened, marks=other_states[-1].marks)

    ascii_only = options.ascii or (terminal.ascii if config.ascii is None else config.ascii)
    if config.ascii is not None:
        write_ascii(ascii_only)
    app = KurskApp(
        OpenBriefing(
            view, view.query_text, file, options.pane, state.marks, plans, since, options.clock
        ),
        theme=options.theme or state.theme_for(config.theme) or config.theme,
        few_colours=terminal.colours in ("none", "few"),
        ascii_only=ascii_only,
        hyperlinks=terminal.hyperlinks,
        config=config,
        state=state,
        opener=opener,
    )
    app.run(mouse=config.mouse and not options.no_mouse)
    for briefing_state in (*other_states, state):  # `state` last: it has the theme and queries
        briefing_state.save()
    return _exit_code(app)


def _file(briefing: Briefing, options: argparse.Namespace, version: FileVersion) -> BriefingFile:
    if not briefing.is_library:
        return file_of(options.path, version, options)
    from kursk_tui.cli.library_file import file_of_library  # loaded with a library

    return file_of_library(briefing, options)


def _exit_code(app: KurskApp) -> int:
    """Return the exit code of a dashboard that has ended; raise the error that ended it."""
    if isinstance(app.failure, OSError):
        # The dashboard shows the errors of files; this one is a fault of the program.
        raise RuntimeError(repr(app.failure)) from app.failure
    if app.failure is not None:
        raise app.failure
    if app.return_code is None:
        raise RuntimeError("the dashboard ended without a reason")
    return app.return_code


def open_another(path: Path, options: argparse.Namespace) -> OpenBriefing:
    """Open another briefing in the running app. Raises CannotOpenError."""
    file_format = format_of(path)
    found, version = read_version(path, lambda: read_briefing(path, options.max_size, file_format))
    if isinstance(found, Broken):
        raise CannotOpenError(f"{display_name(path)}: {found.message}")
    view = View.of(found)
    plans = plan_first_screen(view) if is_large(view.index) else {}
    return OpenBriefing(view, file=file_of(path, version, options), plans=plans)
