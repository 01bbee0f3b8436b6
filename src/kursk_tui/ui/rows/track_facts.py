"""The lines about a claim: what its figures say about others, and what no longer stands."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.ui.rows.item_lines import fact_spans
from kursk_tui.ui.rows.styled_text import Line, Span, line
from kursk_tui.wording import phrases

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.tracking.vicinity import Vicinity


def track_facts(number: int, view: View, vicinity: "Vicinity | None") -> Iterator[tuple[str, Line]]:
    """Yield what the figures of a claim, which has a number, say about others.

    Without a `vicinity`, that is only what of the claim no longer stands.
    """
    claim = view.claims[number]
    if vicinity is not None and claim.figures:
        yield from _about_figures(number, view.briefing, vicinity)
    elif ended := view.index.known_ended:
        from kursk_tui.wording.endings import ended_facts

        for fact in ended_facts(number, claim, ended):
            yield fact.label, fact_spans(fact)


def _about_figures(
    number: int, briefing: Briefing, vicinity: "Vicinity"
) -> Iterator[tuple[str, Line]]:
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
