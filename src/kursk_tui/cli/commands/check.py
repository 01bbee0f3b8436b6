"""`kursk-tui check`: everything wrong with briefings, and what deserves a second look."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from kursk_tui.checking import find_cautions
from kursk_tui.checking.report import FORMATS, Checked, Finding
from kursk_tui.cli.exit_codes import FINDING, OK, USAGE
from kursk_tui.cli.output import complain, put_lines
from kursk_tui.cli.progress_line import reading_shown
from kursk_tui.formats.json import (
    InvalidBriefingError,
    UnreadableError,
    decode,
    load,
    locate,
    name_of,
    parse_text,
)
from kursk_tui.wording import phrases


def run(options: argparse.Namespace) -> int:
    """Check files, print what was found, and count it on standard error."""
    checked = [_check(path, options.max_size) for path in options.paths]
    put_lines(FORMATS[options.format](checked))
    complain(_summary(checked))
    if any(one.unreadable for one in checked):
        return USAGE
    failing = ("error", "warning") if options.strict else ("error",)
    return FINDING if any(one.count(*failing) for one in checked) else OK


def _check(path: Path, limit: int) -> Checked:
    name = name_of(path)
    try:
        with reading_shown(path):
            text = decode(load(path, limit), name)
            briefing = parse_text(text, name)
            cautions = list(find_cautions(briefing))
            places = locate([(one.path, one.message) for one in cautions], text)
    except UnreadableError as error:
        return Checked(name, findings=(Finding(str(error), "unreadable"),), unreadable=True)
    except InvalidBriefingError as error:
        found = [
            Finding(one.message, "invalid", "error", one.line, one.column, one.path)
            for one in error.problems
        ]
        return Checked(name, error.text, tuple(found))
    found = [
        Finding(place.message, one.rule, "warning", place.line, place.column, place.path)
        for one, place in zip(cautions, places, strict=True)
    ]
    return Checked(name, text, tuple(sorted(found, key=lambda one: (one.line, one.column))))


def _summary(checked: list[Checked]) -> str:
    return ", ".join(_counts(checked))


def _counts(checked: list[Checked]) -> Iterator[str]:
    yield phrases.plural(len(checked), "file")
    yield phrases.plural(sum(one.count("error") for one in checked), "error")
    yield phrases.plural(sum(one.count("warning") for one in checked), "warning")
