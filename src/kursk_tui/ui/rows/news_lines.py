"""The lines about a claim of a library: what is new about it, with the words of the other side."""

from collections.abc import Iterator

from kursk_tui.model import Claim
from kursk_tui.query.baseline import Baseline
from kursk_tui.ui.rows.styled_text import Line, Span, line
from kursk_tui.wording import phrases

_MOST = 5
"""The changes of a claim that are shown."""


def news_lines(claim: Claim, baseline: Baseline | None) -> Iterator[tuple[str, Line]]:
    """Yield what is new about a claim since a baseline, and the other claim in its words."""
    from kursk_tui.diffing.comparison import Comparison  # loaded with a library
    from kursk_tui.diffing.statement_change import StatementChange

    if not isinstance(baseline, Comparison):
        return
    shown = {claim.id}
    for entry in baseline.by_claim.get(claim.id, ())[:_MOST]:
        change = entry.change
        if not isinstance(change, StatementChange):
            continue
        about = " · ".join(filter(None, (change.gravity.words, change.remark)))
        yield "new", line(Span(change.both, "words"), Span(f" · {about}", "muted"))
        for other in (entry.old, entry.new):
            if other is not None and other.id not in shown:
                shown.add(other.id)
                quote = " ".join(other.evidence.exact.split())
                yield "", line(Span(phrases.quoted(quote), "words"), Span(f" {other.id}", "muted"))
