"""`kursk-tui`: the dashboard, or plain text where there is no terminal to draw it on."""

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
from kursk_tui.cli.progress_line import progress_shown
from kursk_tui.cli.save_briefing import DraftFile
from kursk_tui.formats.json import (
    STDIN,
    InvalidBriefingError,
    Seen,
    UnreadableError,
    builtin_path,
    can_watch,
    changes,
    decode,
    line_of_claim,
    load,
    look,
    name_of,
    read,
)
from kursk_tui.model import Briefing
from kursk_tui.platform.editor import editor_command
from kursk_tui.platform.terminal import Terminal, detect
from kursk_tui.query import View
from kursk_tui.ui.briefing_file import BriefingFile, Broken
from kursk_tui.ui.open_briefing import CannotOpenError, OpenBriefing

_COLOUR_SYSTEMS = {"256": "256", "true": "truecolor"}
"""What Textual calls the colours of a terminal; by itself it knows fewer terminals."""

_NO_FILE = "this came through standard input: there is no file to read again, edit or save"
_NO_WATCHER = "kursk-tui: --watch needs another library: pip install 'kursk-tui[watch]'"


def run(options: argparse.Namespace) -> int:
    """Open the dashboard on a view, or print it."""
    if options.watch and not can_watch():
        raise CommandError(USAGE, _NO_WATCHER)
    seen = look(options.path or builtin_path())
    view = open_view(options)
    drawn_on = sys.stdout.isatty() and sys.stderr.isatty()
    if options.path == STDIN and drawn_on and not sys.stdin.isatty():
        drawn_on = _keys_from_the_terminal()
    terminal = detect(os.environ, interactive=drawn_on and os.isatty(0))
    if options.plain or not terminal.drawable:
        ascii_only = options.ascii or terminal.ascii
        if sys.stdout.isatty() and not ascii_only:
            from kursk_tui.cli.configuration import read_config

            ascii_only = bool(read_config().ascii)
        return print_plain(view, ascii_only=ascii_only)
    return _open(view, options, terminal, _file(options.path, seen, options))


def _keys_from_the_terminal() -> bool:
    """Take the keys from the terminal, as the briefing came through standard input."""
    try:
        handle = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(handle, 0)
    os.close(handle)
    return True


def _open(view: View, options: argparse.Namespace, terminal: Terminal, file: BriefingFile) -> int:
    # Textual reads these when it is imported. Nothing is animated, least of all over SSH.
    os.environ.setdefault("TEXTUAL_SMOOTH_SCROLL", "0")
    # A key is drawn within 1/1000 s instead of 1/60 s; nothing is drawn more often for that.
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
    from kursk_tui.ui.pane import Plan, is_large, plan_first_screen

    plans: dict[str, Plan] = {}
    if is_large(view.index):
        with progress_shown(f"{len(view.claims):,} claims"):
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
    seen = look(path)
    found = _read_again(path, options.max_size)
    if isinstance(found, Broken):
        raise CannotOpenError(f"{name_of(path)}: {found.message}")
    from kursk_tui.ui.pane import is_large, plan_first_screen

    view = View.of(found)
    plans = plan_first_screen(view) if is_large(view.index) else {}
    return OpenBriefing(view, file=_file(path, seen, options), plans=plans)


def _file(path: Path | None, seen: Seen, options: argparse.Namespace) -> BriefingFile:
    if path == STDIN:
        return BriefingFile(why_not=_NO_FILE)
    known = path or builtin_path()
    file = DraftFile(known, seen)
    read_last = seen

    def reload() -> Briefing | Broken:
        nonlocal read_last
        read_last = look(known)
        return _read_again(known, options.max_size)

    def shown() -> None:
        # Not before: if reading is cancelled, the old version must not be saved over the new one.
        file.seen = read_last

    def followed(stop: threading.Event) -> Iterator[None]:
        for _ in changes(known, seen, stop):
            if look(known) != file.seen:  # else it is what was saved here
                yield

    return BriefingFile(
        reload=reload,
        shown=shown,
        save=file.save if path else None,
        edit=(lambda claim, line: _edit(known, claim, line, options.max_size)) if path else None,
        changes=followed if options.watch else None,
        why_not="this briefing belongs to the program; export --to json writes a copy to edit",
    )


def _read_again(path: Path, limit: int) -> Briefing | Broken:
    try:
        return read(path, limit)
    except UnreadableError as error:
        return Broken(str(error).removeprefix(f"cannot read {name_of(path)}: "))
    except InvalidBriefingError as error:
        first = error.problems[0]
        more = f", and {len(error.problems) - 1} more" if len(error.problems) > 1 else ""
        message = f"line {first.line}, column {first.column}: {first.message}{more}"
        return Broken(message, first.line)


def _edit(path: Path, claim: str, line: int | None, limit: int) -> str | None:
    """Open a file in the reader's editor and wait; return what went wrong, if anything did."""
    try:
        text = decode(load(path, limit), name_of(path))
        place = str(path.absolute()), line or line_of_claim(text, claim)
        # The reader's own editor, as their environment names it.
        ended = subprocess.run(editor_command(os.environ, *place), check=False)  # noqa: S603
    except (UnreadableError, ValueError) as error:
        return str(error)
    except InvalidBriefingError as error:
        return error.problems[0].message
    except OSError as error:
        return f"cannot start the editor: {error.strerror or error}"
    return f"the editor ended with {ended.returncode}" if ended.returncode else None
