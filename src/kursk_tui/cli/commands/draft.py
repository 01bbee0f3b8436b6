"""`kursk-tui draft`: draft a briefing from prose, for review in the dashboard."""

import argparse
import json
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.output import print_error, print_lines, write_text
from kursk_tui.drafting import Draft, NotDraftableError, draft
from kursk_tui.formats.problem import InvalidBriefingError, UnreadableError
from kursk_tui.formats.source import decode, display_name, read_bytes
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import escaped, visible


def run(options: argparse.Namespace) -> int:
    """Draft a briefing and write it, or list the findings and the numbers set aside."""
    if options.format != "text" and not options.explain:
        raise CommandError(USAGE, "kursk-tui draft: --format needs --explain")
    if options.output is not None and not options.force:
        _refuse_to_overwrite(options.output, options.path)
    drafted = _drafted(options)
    if options.explain:
        _explain(drafted, options.format, options.output)
        return OK
    write_text(_file(drafted), options.output)
    for remark in drafted.remarks:
        print_error(f"note: {visible(remark)}")
    print_error(_summary(drafted, options.output))
    return OK


def _refuse_to_overwrite(output: Path, text: Path) -> None:
    """Raise CommandError if the output would replace the text itself, or reviewed work."""
    if not output.is_file():
        return
    try:
        reason = "is the text itself" if output.samefile(text) else _work_lost(output)
    except OSError:  # the text is not a file
        reason = _work_lost(output)
    if reason:
        where = visible(str(output))
        message = f"kursk-tui draft: {where} {reason}; --force replaces it"
        raise CommandError(USAGE, message)


def _work_lost(output: Path) -> str:
    try:
        raw = json.loads(output.read_bytes())
        claims = raw["claims"]
        if raw.get("status") != "draft":
            return "contains a briefing that is not a draft"
        decided = sum(bool(claim.get("review", {}).get("decision")) for claim in claims)
        return f"contains a draft with {plural(decided, 'decision')}" if decided else ""
    except (ValueError, OSError, KeyError, TypeError, AttributeError, RecursionError):
        return ""  # not a briefing


def _drafted(options: argparse.Namespace) -> Draft:
    text = _text(options.path, options.max_size)
    try:
        return draft(
            text,
            date=options.date,
            publisher=options.publisher,
            title=options.title,
            scale=options.scale,
        )
    except NotDraftableError as error:
        raise CommandError(FINDING, f"kursk-tui draft: {visible(str(error))}") from None


def _text(path: Path, limit: int) -> str:
    try:
        return decode(read_bytes(path, limit), display_name(path))
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}") from None
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None


def _file(drafted: Draft) -> str:
    return escaped(json.dumps(drafted.briefing(), ensure_ascii=False, indent=2)) + "\n"


def _explain(drafted: Draft, output_format: str, path: Path | None) -> None:
    if output_format == "json":
        explanation = json.dumps(drafted.explained(), ensure_ascii=False, indent=2)
        write_text(escaped(explanation) + "\n", path)
    elif path is None:
        print_lines(map(visible, drafted.explain_lines()))
    else:
        write_text("".join(f"{visible(line)}\n" for line in drafted.explain_lines()), path)


def _summary(drafted: Draft, path: Path | None) -> str:
    claims = sum(item.kind == "sentence" for item in drafted.items)
    guesses = sum(item.tier == "guess" for item in drafted.items)
    where = f"; kursk-tui {visible(str(path))} reviews it" if path is not None else ""
    return (
        f"draft: {claims:,} claims, {len(drafted.items) - claims:,} items in them, "
        f"{guesses:,} guesses that need a decision{where}"
    )
