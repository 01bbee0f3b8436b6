"""Check an exported library: each edition in it, and the reader's decisions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kursk_tui.checking import find_cautions
from kursk_tui.checking.caution import Caution, named
from kursk_tui.checking.other_editions import figures_of, relations_unresolved
from kursk_tui.checking.report import Checked, Finding
from kursk_tui.cli.found_in_file import with_cautions, with_error
from kursk_tui.cli.progress_line import reading_progress
from kursk_tui.formats.json import validated
from kursk_tui.formats.json.library_export import ExportedLibrary
from kursk_tui.formats.json.library_import import library_of
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.source import decode, display_name, read_bytes


def check_exported(path: Path, limit: int) -> Checked:
    """Return what is found in an exported library."""
    name = display_name(path)
    try:
        with reading_progress(path):
            text = decode(read_bytes(path, limit), name)
            found = validated(ExportedLibrary, text, name)
            checked = with_cautions(name, text, list(_cautions(found)))
    except (UnreadableError, InvalidBriefingError) as error:
        return with_error(name, error)
    faults = [Finding(one.reason, "invalid") for one in library_of(found).faults]
    for key, number in Counter(one.key for one in found.editions).items():
        if number > 1:
            faults.append(Finding(f"{number} editions have the key {named(key)}", "invalid"))
    return replace(checked, findings=(*faults, *checked.findings))


def _cautions(found: ExportedLibrary) -> Iterator[Caution]:
    """Yield the cautions about each edition, with their paths in the file."""
    known = {one.key: figures_of(one.briefing) for one in found.editions}
    known |= {
        one.file.removesuffix(".json"): known[one.same_as]
        for one in found.left_out
        if one.same_as in known
    }
    for number, one in enumerate(found.editions):
        of_others = relations_unresolved(one.briefing, known) if found.query is None else ()
        for caution in (*find_cautions(one.briefing), *of_others):
            path = ("editions", number, "briefing", *caution.path)
            yield replace(caution, path=path)
