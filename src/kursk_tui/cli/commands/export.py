"""`kursk-tui export`: write a briefing in one of the registered formats."""

import argparse

from kursk_tui.cli.exit_codes import OK, USAGE, CommandError
from kursk_tui.cli.open_briefing import report_answer
from kursk_tui.cli.open_view import open_view
from kursk_tui.cli.output import print_error, print_output, write_output
from kursk_tui.formats.losses import find_losses, lead, losses_as_json, losses_as_text, total
from kursk_tui.formats.registry import FORMATS, Format
from kursk_tui.model import Briefing
from kursk_tui.text.messages import plural

_OPTIONS = sorted({name for file_format in FORMATS.values() for name in file_format.options})


def run(options: argparse.Namespace) -> int:
    """Write a view; if no claim matches, the output has no claims and the exit code is 1."""
    view = open_view(options)
    file_format = FORMATS[options.to]
    chosen = _chosen(options, file_format)
    if options.losses:
        lines = losses_as_json if options.losses == "json" else losses_as_text
        print_output(lines(view, file_format, chosen), options.losses)
        return OK
    _check_handling(view.briefing, options, file_format)
    write_output(file_format.write(view, **chosen), options, file_format, options.path)
    code = report_answer(view, options.query) if view.query_text else OK
    if view.numbers and (number := total(find_losses(view, file_format, chosen))):
        note = f"{lead(view, file_format)} {plural(number, 'value')}; --losses text lists them"
        print_error(f"kursk-tui: {note}")
    return code


def _chosen(options: argparse.Namespace, file_format: Format) -> dict[str, str]:
    """Return the options of the format. Raises CommandError for an option of another format."""
    given = {name: getattr(options, name) for name in _OPTIONS if getattr(options, name)}
    for name in given:
        if name not in file_format.options:
            message = f"--{name} is not an option of {file_format.title}"
            raise CommandError(USAGE, f"kursk-tui: {message}")
    return given


def _check_handling(briefing: Briefing, options: argparse.Namespace, file_format: Format) -> None:
    """Raise CommandError if other systems would pass on what must not be passed on."""
    label = briefing.handling.tlp if briefing.handling is not None else None
    if label in file_format.refuses and not options.despite_tlp:
        limit = "must not be passed on" if label == "RED" else "stays in your organization"
        title = file_format.title
        message = f"TLP:{label} {limit}, and other systems may pass on {title}"
        message += "; --despite-tlp writes it anyway"
        raise CommandError(USAGE, f"kursk-tui: {message}")
