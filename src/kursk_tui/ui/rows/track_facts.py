"""The lines about a claim of a library: what its figures say about other statements."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.ui.rows.styled_text import Line, Span, line
from kursk_tui.wording import phrases

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.tracking.vicinity import Vicinity


def track_facts(
    number: int, briefing: Briefing, vicinity: "Vicinity"
) -> Iterator[tuple[str, Line]]:
    """Yield what the figures of a claim, which has a number, say about others."""
    from kursk_tui.wording.statement_facts import about_statement

    figures = briefing.claims[number].figures
    label = "track"
    for part, figure in enumerate(figures):
        found = vicinity.track((number, part))
        if found is None:
            continue
        about = about_statement(*found, briefing)
        words = f"{phrases.quoted(figure.words)} · " if len(figures) > 1 else ""
        yield label, line(Span(words, "words"), Span(about, "text"))
        label = ""
