"""`kursk-tui draft`: draft a briefing from prose, for review in the dashboard."""

import argparse
import json
from hashlib import sha256
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.output import print_error, write_output
from kursk_tui.documents import DocumentError, Extracted, MissingExtraError, extract
from kursk_tui.drafting import Draft, NotDraftableError, Origin, draft
from kursk_tui.drafting.output.entries import BriefingFile, ReviewEntry
from kursk_tui.formats.problem import UnreadableError
from kursk_tui.formats.registry import FORMATS, NATIVE
from kursk_tui.formats.source import STDIN, display_name, read_bytes
from kursk_tui.text.encoding import ASCII_FORMS
from kursk_tui.text.messages import draft_state
from kursk_tui.text.sanitize import escaped, visible


def run(options: argparse.Namespace) -> int:
    """Draft a briefing and write it, or list the findings and the rejected numbers."""
    if options.format != "text" and not options.explain:
        raise CommandError(USAGE, "kursk-tui draft: --format needs --explain")
    drafted = _drafted(options)
    if options.explain:
        _explain(drafted, options)
        return OK
    briefing = drafted.briefing()
    write_output(_file(briefing), options, FORMATS[NATIVE], options.path)
    for remark in drafted.remarks:
        print_error(f"note: {visible(remark)}")
    print_error(_summary(briefing, options.output))
    return OK


def _drafted(options: argparse.Namespace) -> Draft:
    data = _data(options.path, options.max_size)
    found = _extracted(data, options.path)
    try:
        return draft(
            found.text,
            date=options.date,
            publisher=options.publisher or found.publisher,
            title=options.title or found.title,
            scale=options.scale,
            origin=_origin(found, data, options.path),
        )
    except NotDraftableError as error:
        raise CommandError(FINDING, f"kursk-tui draft: {visible(str(error))}") from None


def _data(path: Path, limit: int) -> bytes:
    try:
        return read_bytes(path, limit)
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}") from None


def _extracted(data: bytes, path: Path) -> Extracted:
    try:
        return extract(data, path.name)
    except DocumentError as error:
        code = USAGE if isinstance(error, MissingExtraError) else FINDING
        message = f"kursk-tui draft: {display_name(path)}: {visible(str(error))}"
        raise CommandError(code, message) from None


def _origin(found: Extracted, data: bytes, path: Path) -> Origin | None:
    """Return where a text was taken from; None for plain text from standard input."""
    if path == STDIN and found.extractor is None and not found.remarks:
        return None
    return Origin(
        file="standard input" if path == STDIN else path.name,
        sha256=sha256(data).hexdigest(),
        media_type=found.media_type,
        extractor=found.extractor,
        version=found.version,
        date=found.date,
        url=found.url,
        remarks=found.remarks,
    )


def _file(briefing: BriefingFile) -> str:
    return escaped(json.dumps(briefing, ensure_ascii=False, indent=2)) + "\n"


def _explain(drafted: Draft, options: argparse.Namespace) -> None:
    if options.format == "json":
        explanation = json.dumps(drafted.explained(), ensure_ascii=False, indent=2)
        write_output(escaped(explanation) + "\n", options, FORMATS[NATIVE], options.path)
    else:
        lines = "".join(f"{visible(line)}\n" for line in drafted.explain_lines())
        write_output(lines, options, None, options.path, escapes=ASCII_FORMS)


def _summary(briefing: BriefingFile, path: Path | None) -> str:
    """Return what `check` says of the draft, and how to review it."""
    reviews = [claim["review"] for claim in briefing["claims"]]
    written = path is not None and path != STDIN
    where = f"; review it with: kursk-tui {visible(str(path))}" if written else ""
    doubtful = sum(map(_open_items, reviews))
    return f"{draft_state(len(reviews), doubtful)}{where}"


def _open_items(review: ReviewEntry) -> int:
    guesses = sum(item["tier"] == "guess" or bool(item.get("flags")) for item in review["items"])
    return guesses + len(review.get("open_numbers", ()))
