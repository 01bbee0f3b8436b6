"""`kursk-tui`: open the dashboard, or print plain text if there is no terminal to draw on."""

import argparse
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kursk_tui.cli.commands.show import print_plain
from kursk_tui.cli.exit_codes import OK, USAGE, CommandError
from kursk_tui.cli.open_briefing import open_view
from kursk_tui.cli.progress_line import progress_line
from kursk_tui.cli.save_briefing import DraftFile
from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import line_of_claim
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import Format, format_of
from kursk_tui.formats.source import STDIN, decode, display_name, read_bytes
from kursk_tui.model import Briefing
from kursk_tui.platform.editor import editor_command
from kursk_tui.platform.terminal import Terminal, detect
from kursk_tui.platform.watch import FileState, can_watch, changes, file_state
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile, Broken
from kursk_tui.ui.open_briefing import CannotOpenError, OpenBriefing

_COLOUR_SYSTEMS = {"256": "256", "true": "truecolor"}
"""Textual's names of colour systems, for terminals that it does not detect by itself."""

_NO_FILE = "this was read from standard input: there is no file to reload, edit or save"
_NO_WATCHER = "kursk-tui: --watch needs an optional library: pip install 'kursk-tui[watch]'"


def run(options: argparse.Namespace) -> int:
    """Open the dashboard, or print plain text."""
    if options.watch and not can_watch():
        raise CommandError(USAGE, _NO_WATCHER)
    state = file_state(options.path or builtin_path())
    view = open_view(options)
    interactive = sys.stdout.isatty() and sys.stderr.isatty()
    if options.path == STDIN and interactive and not sys.stdin.isatty():
        interactive = _read_keys_from_terminal()
    terminal = detect(os.environ, interactive=interactive and os.isatty(0))
    if options.plain or not terminal.drawable:
        ascii_only = options.ascii or terminal.ascii
        if sys.stdout.isatty() and not ascii_only:
            from kursk_tui.cli.configuration import read_config

            ascii_only = bool(read_config().ascii)
        return print_plain(view, ascii_only=ascii_only)
    return _open(view, options, terminal, _file(options.path, state, options))


def _read_keys_from_terminal() -> bool:
    """Reopen standard input on the terminal, after the briefing was read from it."""
    try:
        handle = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(handle, 0)
    os.close(handle)
    return True


def _open(view: View, options: argparse.Namespace, terminal: Terminal, file: BriefingFile) -> int:
    # Textual reads these when it is imported. Animation is slow over SSH.
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    # Draw within 1 ms of a key press instead of 17 ms; this does not cause more draws.
    os.environ.setdefault("TEXTUAL_FPS", "1000")
    if terminal.colours in _COLOUR_SYSTEMS:
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", _COLOUR_SYSTEMS[terminal.colours])
    if terminal.colours == "none":
        os.environ["NO_COLOR"] = "1"
    else:
        os.environ.pop("NO_COLOR", None)
    from kursk_tui.cli.configuration import read_config
    from kursk_tui.platform.files import state_folder
    from kursk_tui.platform.state import State
    from kursk_tui.ui.app import KurskApp
    from kursk_tui.ui.pane import Plan, is_large
    from kursk_tui.ui.pane_registry import plan_first_screen

    plans: dict[str, Plan] = {}
    if is_large(view.index):
        with progress_line(f"{len(view.claims):,} claims"):
            plans = plan_first_screen(view)
    config = read_config()

    def state_of(path: Path | None) -> State:
        return State.load(state_folder(), str(path.resolve()) if path else "built-in")

    def opener(path: Path) -> OpenBriefing:
        opened = _open_another(path, options)
        others.append(state_of(path))
        return replace(opened, marks=others[-1].marks)

    state, others = state_of(options.path), list[State]()

    app = KurskApp(
        OpenBriefing(view, str(view.query), file, options.pane, state.marks, plans),
        theme=options.theme or state.theme_for(config.theme) or config.theme,
        few_colours=terminal.colours in ("none", "few"),
        ascii_only=options.ascii or (terminal.ascii if config.ascii is None else config.ascii),
        hyperlinks=terminal.hyperlinks,
        config=config,
        state=state,
        opener=opener,
    )
    app.run(mouse=config.mouse and not options.no_mouse)
    for one in (*others, state):  # last the one with this run's queries and theme
        one.save()
    if app.failure is not None:
        raise app.failure
    return app.return_code or OK


def _open_another(path: Path, options: argparse.Namespace) -> OpenBriefing:
    """Read another briefing while the app runs. Raises CannotOpenError."""
    state = file_state(path)
    found = _reload(path, options.max_size, format_of(path))
    if isinstance(found, Broken):
        raise CannotOpenError(f"{display_name(path)}: {found.message}")
    from kursk_tui.ui.pane import is_large
    from kursk_tui.ui.pane_registry import plan_first_screen

    view = View.of(found)
    plans = plan_first_screen(view) if is_large(view.index) else {}
    return OpenBriefing(view, file=_file(path, state, options), plans=plans)


def _file(path: Path | None, state: FileState, options: argparse.Namespace) -> BriefingFile:
    if path == STDIN:
        return BriefingFile(why_not=_NO_FILE)
    known = path or builtin_path()
    form = format_of(path)
    file = DraftFile(known, state, form)
    last_read = state

    def reload() -> Briefing | Broken:
        nonlocal last_read
        last_read = file_state(known)
        return _reload(known, options.max_size, form)

    def shown() -> None:
        # Only now: if reloading is cancelled, the old edition must not be saved over the new one.
        file.state = last_read

    def followed(stop: threading.Event) -> Iterator[None]:
        for _ in changes(known, state, stop):
            if file_state(known) != file.state:  # otherwise this program has saved it
                yield

    return BriefingFile(
        reload=reload,
        shown=shown,
        save=file.save if path else None,
        edit=(lambda claim, line: _edit(known, claim, line, options.max_size)) if path else None,
        changes=followed if options.watch else None,
        why_not="this briefing is part of the program; export --to json writes a copy to edit",
    )


def _reload(path: Path, limit: int, form: Format) -> Briefing | Broken:
    try:
        return form.read(path, limit)
    except UnreadableError as error:
        return Broken(str(error).removeprefix(f"cannot read {display_name(path)}: "))
    except InvalidBriefingError as error:
        first = error.problems[0]
        more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        message = f"line {first.line}, column {first.column}: {first.message}{more}"
        return Broken(message, first.line)


def _edit(path: Path, claim: str, line: int | None, limit: int) -> str | None:
    """Open a file in the user's editor and wait for it; return an error message, or None."""
    try:
        text = decode(read_bytes(path, limit), display_name(path))
        place = str(path.absolute()), line or line_of_claim(text, claim)
        # The editor that the user's environment names.
        ended = subprocess.run(editor_command(os.environ, *place), check=False)  # noqa: S603
    except (UnreadableError, ValueError) as error:
        return str(error)
    except InvalidBriefingError as error:
        return error.problems[0].message
    except OSError as error:
        return f"cannot start the editor: {error.strerror or error}"
    return f"the editor exited with code {ended.returncode}" if ended.returncode else None
