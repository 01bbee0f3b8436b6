"""`kursk-tui check`: report errors and warnings in briefings."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.checking import find_cautions
from kursk_tui.checking.report import Checked, Finding
from kursk_tui.cli.exit_codes import FINDING, OK, USAGE
from kursk_tui.cli.found_in_file import with_cautions, with_error
from kursk_tui.cli.output import print_error, print_output
from kursk_tui.cli.output_formats import CHECK_OUTPUTS
from kursk_tui.cli.progress_line import reading_progress
from kursk_tui.formats.exported import is_exported
from kursk_tui.formats.json import parse_text
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.source import STDIN, decode, display_name, read_bytes
from kursk_tui.text.messages import plural

if TYPE_CHECKING:
    from kursk_tui.checking.caution import Cautions
    from kursk_tui.checking.other_editions import Figures
    from kursk_tui.formats.library_folder import LibraryFolder
    from kursk_tui.model import Briefing


def run(options: argparse.Namespace) -> int:
    """Check files and folders; print the findings, and a summary on standard error."""
    checked = [found for path in options.paths for found in _checked(path, options)]
    print_output(CHECK_OUTPUTS.writer(options.format)(checked), options.format)
    print_error(_summary(checked))
    if any(result.unreadable for result in checked):
        return USAGE
    failing = ("error", "warning") if options.strict else ("error",)
    return FINDING if any(result.count(*failing) for result in checked) else OK


def _checked(path: Path, options: argparse.Namespace) -> Iterator[Checked]:
    """Yield what is found in a file, or in a folder: its editions, and the reader's decisions.

    As of a day, only the editions known by then are checked, and files with errors.
    """
    limit = options.max_size
    if is_exported(path):
        from kursk_tui.cli.check_exported import check_exported

        yield check_exported(path, limit)
        return
    if path == STDIN or (not path.is_dir() and options.as_of is None):
        yield _check(path, limit)
        return
    from kursk_tui.cli.check_decisions import check_decisions  # loaded with a library
    from kursk_tui.formats.library_folder import LibraryFolder

    folder = LibraryFolder([path], limit)
    if path.is_dir() and not folder.editions():
        name = display_name(path)
        missing = Finding(f"no briefing in {name}", "unreadable")
        yield Checked(name, findings=(missing,), unreadable=True)
    yield from check_decisions(path, folder)
    later = frozenset() if options.as_of is None else _not_known(folder, options)
    figures = cache(partial(_figures, folder))  # read with the first relation, and once
    for file in folder.editions():
        if file not in later:
            yield _with_twin(_check(file, limit, figures), file, folder)


def _not_known(folder: "LibraryFolder", options: argparse.Namespace) -> frozenset[Path]:
    """Return the files of a folder that were not known on a day; print how many editions."""
    from kursk_tui.cli.open_library import as_of
    from kursk_tui.formats.library_folder import EmptyLibraryError
    from kursk_tui.wording import libraries

    try:
        library = as_of(folder.read(), options)
    except (EmptyLibraryError, UnreadableError):
        return frozenset()  # reported for the file
    if hidden := libraries.not_shown(library.briefing):
        print_error(f"kursk-tui: not checked: {hidden}")
    shown = {edition.key for edition in library.editions}
    editions = ((one.path, one.key) for one in library.whole.editions)
    return frozenset(
        path
        for path, key in (*editions, *((twin.path, twin.edition) for twin in library.same))
        if key not in shown
    )


def _check(
    path: Path, limit: int, figures: "Callable[[], Mapping[str, Figures]] | None" = None
) -> Checked:
    name = display_name(path)
    try:
        with reading_progress(path):
            text = decode(read_bytes(path, limit), name)
            briefing = parse_text(text, name)
            cautions = list(find_cautions(briefing))
            if figures is not None and any(claim.relations for claim in briefing.claims):
                cautions += _about_other_editions(briefing, figures())
            return with_cautions(name, text, cautions)
    except (UnreadableError, InvalidBriefingError) as error:
        return with_error(name, error)


def _with_twin(checked: Checked, file: Path, folder: "LibraryFolder") -> Checked:
    """Return what is found in a file, and whether it repeats another edition byte for byte."""
    from kursk_tui.checking.other_editions import REPEATED

    for twin in folder.twins:
        if twin.path == file:
            message = f"this file is “{twin.edition}”, byte for byte; both names are valid"
            found = Finding(message, REPEATED, "warning")
            return replace(checked, findings=(found, *checked.findings))
    return checked


def _about_other_editions(briefing: "Briefing", figures: "Mapping[str, Figures]") -> "Cautions":
    from kursk_tui.checking.other_editions import relations_unresolved

    return relations_unresolved(briefing, figures)


def _figures(folder: "LibraryFolder") -> "Mapping[str, Figures]":
    """Return the figures of each edition of a folder, by its names; none if it cannot be read."""
    from kursk_tui.checking.other_editions import figures_of
    from kursk_tui.formats.library_folder import EmptyLibraryError

    try:
        library = folder.read()
    except (EmptyLibraryError, UnreadableError):
        return {}
    known = {edition.key: figures_of(edition.briefing) for edition in library.editions}
    return known | {twin.key: known[twin.edition] for twin in library.same}


def _summary(checked: list[Checked]) -> str:
    errors = sum(result.count("error") for result in checked)
    warnings = sum(result.count("warning") for result in checked)
    return ", ".join(
        (plural(len(checked), "file"), plural(errors, "error"), plural(warnings, "warning"))
    )
