"""The lines about a claim of a library: what its figures say about other statements."""

from collections.abc import Iterator

from kursk_tui.query import View
from kursk_tui.ui.rows.styled_text import Line, Span, line
from kursk_tui.wording import phrases

_MOST = 10_000
"""In larger libraries, by their claims, a track takes too long for every claim that is selected."""


def track_facts(number: int, view: View) -> Iterator[tuple[str, Line]]:
    """Yield what the figures of a claim say about others, as far as statements are compared."""
    claim = view.claims[number]
    figures = [one for one in claim.figures if one.modality == "asserted"]
    if not figures:
        return
    if len(view.claims) > _MOST:
        yield "track", line(Span("t compares this figure with other statements", "muted"))
        return
    from kursk_tui.wording.statement_facts import about_statement

    label = "track"
    for part, figure in enumerate(claim.figures):
        track = view.index.tracked.about((number, part))
        found = (
            () if track is None else (row for row in track.rows if row.told.place == (number, part))
        )
        row = next(iter(found), None)
        if track is None or row is None:
            continue
        words = f"{phrases.quoted(figure.words)} · " if len(figures) > 1 else ""
        about = about_statement(track, row, view.briefing)
        yield label, line(Span(words, "words"), Span(about, "text"))
        label = ""
