"""`kursk-tui import`: make a briefing file of a file that another system wrote."""

import argparse
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.open_briefing import open_briefing
from kursk_tui.cli.output import print_error, write_output
from kursk_tui.cli.progress_line import reading_progress
from kursk_tui.formats.json.writer import write
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.registry import FORMATS, NATIVE
from kursk_tui.formats.source import STDIN
from kursk_tui.query import View
from kursk_tui.text.encoding import ASCII_FORMS
from kursk_tui.text.messages import draft_state, plural
from kursk_tui.text.sanitize import escaped, visible

TYPE_CHECKING = False  # drafting is loaded for tables only, and STIX for bundles only
if TYPE_CHECKING:
    from kursk_tui.tables.importer import Imported

_TABLES = (".csv", ".tsv", ".tab")


def run(options: argparse.Namespace) -> int:
    """Write the briefing of a table, or the one that a STIX bundle of this program carries."""
    if options.profile is None:
        _refuse_options_of_tables(options)
        _import_bundle(options)
        return OK
    imported = _imported(options)
    if options.losses == "json":
        report = escaped(imported.losses.as_json()) + "\n"
        write_output(report, options, FORMATS[NATIVE], options.path)
    elif options.losses == "text":
        lines = "".join(f"{visible(line)}\n" for line in imported.losses.as_text())
        write_output(lines, options, None, options.path, escapes=ASCII_FORMS)
    else:
        write_output(write(View.of(imported.briefing)), options, FORMATS[NATIVE], options.path)
        _say(imported, options.output)
    return OK


def _import_bundle(options: argparse.Namespace) -> None:
    from kursk_tui.formats.exchange.stix import with_remarks

    file_format = FORMATS["stix"]
    briefing, remarks = with_remarks(
        lambda: open_briefing(options.path, options.max_size, file_format)
    )
    write_output(write(View.of(briefing)), options, FORMATS[NATIVE], options.path)
    for line in remarks:
        print_error(f"note: {line}")


def _refuse_options_of_tables(options: argparse.Namespace) -> None:
    for name in ("slice", "losses"):
        if getattr(options, name):
            message = f"--{name} is for tables, which need --profile"
            raise CommandError(USAGE, f"kursk-tui import: {message}")
    path: Path = options.path
    if path.suffix.lower() in _TABLES:
        message = "a table needs --profile: ucdp, prose, or a file that says what its columns mean"
        raise CommandError(USAGE, f"kursk-tui import: {message}")


def _imported(options: argparse.Namespace) -> "Imported":
    from kursk_tui.tables.importer import import_table
    from kursk_tui.tables.profile import load_profile
    from kursk_tui.tables.selection import TooManyRowsError
    from kursk_tui.tables.slices import Slice, SliceError

    try:
        slices = [Slice.of(one) for one in options.slice]
        profile = load_profile(options.profile, options.max_size)
        with reading_progress(options.path):
            return import_table(
                options.path, profile, slices, options.max_size, compare=bool(options.losses)
            )
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None
    except (SliceError, TooManyRowsError) as error:
        raise CommandError(USAGE, f"kursk-tui import: {visible(str(error))}") from None
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}") from None


def _say(imported: "Imported", path: Path | None) -> None:
    """Print the remarks on a table, and what became of it."""
    for line in imported.remarks.lines():
        print_error(line)
    losses, briefing = imported.losses, imported.briefing
    if losses.columns:
        where = "are only in the quotes" if losses.quoted else "are left out"
        columns = plural(len(losses.columns), "column")
        print_error(f"note: cells of {columns} {where}; --losses text lists them")
    if losses.words:
        rows = plural(len({one.line for one in losses.words}), "row")
        print_error(
            f"note: the words of {rows} say what the number does not; --losses text lists them"
        )
    claims = plural(len(briefing.claims), "claim")
    print_error(f"imported: {plural(losses.rows, 'row')}, {claims}")
    if briefing.status == "draft":
        open_items = sum(claim.review.open_items for claim in briefing.claims if claim.review)
        shown = (
            f"; review it with: kursk-tui {visible(str(path))}"
            if path is not None and path != STDIN
            else ""
        )
        print_error(f"{draft_state(len(briefing.unreviewed), open_items)}{shown}")
