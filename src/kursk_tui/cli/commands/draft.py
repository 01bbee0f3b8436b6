"""`kursk-tui draft`: from prose to a draft briefing, to be reviewed in the dashboard."""

import argparse
import json
from pathlib import Path

from kursk_tui.cli.exit_codes import FINDING, OK, USAGE, CommandError
from kursk_tui.cli.output import complain, put_lines, put_text
from kursk_tui.drafting import Draft, NotDraftableError, draft
from kursk_tui.text.sanitize import escaped, visible
from kursk_tui.wording import phrases


def run(options: argparse.Namespace) -> int:
    """Draft a briefing and write it, or explain every item and every number set aside."""
    if options.format != "text" and not options.explain:
        raise CommandError(USAGE, "kursk-tui draft: --format goes with --explain")
    if options.output is not None and not options.force:
        _refuse_to_lose(options.output, options.path)
    drafted = _drafted(options)
    if options.explain:
        _explain(drafted, options.format, options.output)
        return OK
    put_text(_file(drafted), options.output)
    for remark in drafted.remarks:
        complain(f"note: {visible(remark)}")
    complain(_summary(drafted, options.output))
    return OK


def _refuse_to_lose(output: Path, text: Path) -> None:
    """Raise CommandError where writing would lose the text itself, or somebody's work on it."""
    if not output.is_file():
        return
    try:
        what = "is the text itself" if output.samefile(text) else _work_in(output)
    except OSError:  # the text comes from elsewhere
        what = _work_in(output)
    if what:
        where = visible(str(output))
        message = f"kursk-tui draft: {where} {what}; --force replaces it"
        raise CommandError(USAGE, message)


def _work_in(output: Path) -> str:
    try:
        raw = json.loads(output.read_bytes())
        claims = raw["claims"]
        if raw.get("status") != "draft":
            return "holds a briefing that is no draft"
        decided = sum(bool(one.get("review", {}).get("decision")) for one in claims)
        return f"holds a draft with {phrases.plural(decided, 'decision')}" if decided else ""
    except (ValueError, OSError, KeyError, TypeError, AttributeError, RecursionError):
        return ""  # no briefing


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
    from kursk_tui.formats.json import InvalidBriefingError, UnreadableError, decode, load, name_of

    try:
        # Ends of lines are how a file was kept, not what the document says.
        return decode(load(path, limit), name_of(path)).replace("\r\n", "\n")
    except UnreadableError as error:
        raise CommandError(USAGE, f"kursk-tui: {error}") from None
    except InvalidBriefingError as error:
        raise CommandError(FINDING, str(error)) from None


def _file(drafted: Draft) -> str:
    return escaped(json.dumps(drafted.briefing(), ensure_ascii=False, indent=2)) + "\n"


def _explain(drafted: Draft, form: str, path: Path | None) -> None:
    if form == "json":
        told = json.dumps(drafted.explained(), ensure_ascii=False, indent=2)
        put_text(escaped(told) + "\n", path)
    elif path is None:
        put_lines(map(visible, drafted.explain_lines()))
    else:
        put_text("".join(f"{visible(line)}\n" for line in drafted.explain_lines()), path)


def _summary(drafted: Draft, path: Path | None) -> str:
    claims = sum(item.kind == "sentence" for item in drafted.items)
    guesses = sum(item.tier == "guess" for item in drafted.items)
    where = f"; kursk-tui {visible(str(path))} reviews it" if path is not None else ""
    return (
        f"draft: {claims:,} claims, {len(drafted.items) - claims:,} items in them, "
        f"{guesses:,} guesses that need a decision{where}"
    )
