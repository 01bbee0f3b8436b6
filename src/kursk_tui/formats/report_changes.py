"""The changes of a view since an earlier version, as rows of a report."""

from typing import Literal

from kursk_tui.diffing import Entry
from kursk_tui.diffing.change import NOT_STATED
from kursk_tui.diffing.comparison import Comparison, marked
from kursk_tui.diffing.statement_change import StatementChange
from kursk_tui.formats.report import ChangeRow, ChangesSection
from kursk_tui.query import View
from kursk_tui.wording.phrases import BECAME, quoted


def changes_of(view: View) -> ChangesSection:
    """Return the changes of the claims that a view shows, and of the briefing as a whole."""
    comparison = view.baseline
    assert isinstance(comparison, Comparison)
    gone = view.matching(comparison.gone)
    entries = (
        entry
        for entry, number in zip(comparison.entries, comparison.numbers, strict=True)
        if (entry.old is None or entry.old.id in gone if number is None else view.shows(number))
    )
    return ChangesSection(comparison.name, tuple(map(_row, entries)), comparison.again)


def _row(entry: Entry) -> ChangeRow:
    claim = entry.claim
    if isinstance(entry.change, StatementChange):
        return _statement_row(entry, entry.change)
    is_whole = claim is not None and (entry.old is None or entry.new is None)
    return ChangeRow(
        level=entry.change.gravity.words,
        claim=claim.id if claim else "",
        has_link=entry.new is not None,
        quote=claim.evidence.exact if claim is not None and is_whole else "",
        field=entry.change.field,
        old=_words(entry, "removed"),
        new=_words(entry, "added"),
        effect=entry.change.effect,
        text=_text(entry),
    )


def _statement_row(entry: Entry, change: StatementChange) -> ChangeRow:
    sides = [((words, False),) if words else () for words in (change.old_words, change.new_words)]
    return ChangeRow(
        level=change.gravity.words,
        claim=entry.claim.id if entry.claim is not None else "",
        has_link=entry.new is not None,
        quote="",
        field=change.field,
        old=sides[0],
        new=sides[1],
        effect="; ".join(filter(None, (change.remark, change.said))),
        text=_statement(change, entry),
        link=change.link,
    )


def _words(entry: Entry, kind: Literal["removed", "added"]) -> tuple[tuple[str, bool], ...]:
    """Return the words of one version; what is not stated was neither removed nor added."""
    return tuple(
        (one.text, one.kind == kind and one.text != NOT_STATED)
        for one in entry.pieces
        if one.kind in ("same", kind)
    )


def _text(entry: Entry) -> str:
    """Return a change, with marks around the words that were removed."""
    change, claim = entry.change, entry.claim
    if isinstance(change, StatementChange):
        return _statement(change, entry)
    start = f"{change.gravity.words}{f' [{claim.id}]' if claim else ''}"
    if claim is not None and (entry.old is None or entry.new is None):
        return f"{start}: {quoted(claim.evidence.exact)}"
    words = marked(entry)
    effect = f" ({change.effect})" if change.effect else ""
    return f"{start}: {change.field} {words.old or '—'}{BECAME}{words.new or '—'}{effect}"


def _statement(change: StatementChange, entry: Entry) -> str:
    """Return what is new about a statement: both sides, what that amounts to, and when."""
    ids = dict.fromkeys(claim.id for claim in (entry.old, entry.new) if claim is not None)
    about = "; ".join(filter(None, (change.remark, change.said)))
    words = f"{change.field}: {change.both}"
    return f"{change.gravity.words} [{', '.join(ids)}]: {words}" + (f" ({about})" if about else "")
