"""The changes of a view since an earlier version, as rows of a report."""

from kursk_tui.diffing import Entry
from kursk_tui.diffing.comparison import Comparison, marked
from kursk_tui.diffing.statement_change import StatementChange
from kursk_tui.formats.report import ChangesSection
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
    changes = [_change(entry) for entry in entries]
    if comparison.again:
        changes.append(f"said again: {comparison.again:,}")
    return ChangesSection(comparison.name, tuple(changes))


def _change(entry: Entry) -> str:
    """Return a change, with marks around the words that were removed."""
    change, claim = entry.change, entry.claim
    if isinstance(change, StatementChange):
        return _statement(change, entry)
    start = f"{change.gravity.words}{f' [{claim.id}]' if claim else ''}"
    if claim is not None and (entry.old is None or entry.new is None):
        return f"{start}: {quoted(claim.evidence.exact)}"
    words = marked(entry)
    effect = f" ({change.effect})" if change.effect else ""
    return f"{start}: {change.field}: {words.old or '—'}{BECAME}{words.new or '—'}{effect}"


def _statement(change: StatementChange, entry: Entry) -> str:
    """Return what is new about a statement: both sides, what that amounts to, and when."""
    ids = dict.fromkeys(claim.id for claim in (entry.old, entry.new) if claim is not None)
    about = "; ".join(filter(None, (change.remark, change.said)))
    words = f"{change.field}: {change.both}"
    return f"{change.gravity.words} [{', '.join(ids)}]: {words}" + (f" ({about})" if about else "")
