"""Timeline: claims by their dates, then those without one."""

from collections.abc import Iterator, Sequence

from kursk_tui.briefing import When, parse_edtf, wording
from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Listing, Pane, Row, Scene, stops_at_claims
from kursk_tui.ui.line import BLANK, Line, Span, fit, line

_DATE_COLUMN = 13


class Timeline(Pane):
    """Claims in the order of their dates; those in words only, or undated, stand at the end."""

    id = "timeline"
    title = "Timeline"
    key = "1"
    tooltip = "Claims by date; those without one at the end"
    row_height = 2

    def listing(self, scene: Scene) -> Listing:
        """Return the dated claims, a heading, and the undated ones."""
        dated = sorted(_dated(scene))
        undated = [one for one in scene.view.numbers if not scene.view.claims[one].dated]
        rows = [Row(claim, part) for *_, claim, part in dated]
        if undated:
            rows.append(Row(None, len(undated), "undated"))
            rows.extend(Row(claim) for claim in undated)
        return stops_at_claims(rows)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return date and summary, then role, source and words."""
        if row.claim is None:
            return BLANK, line(Span(f"undated · {row.part}", "muted"))
        claim = scene.view.claims[row.claim]
        when = claim.when[row.part] if claim.when else None
        below = phrases.sources(claim, scene.briefing)
        if when and when.words:
            below += line(Span(" · ", "faint"), Span(wording.quoted(when.words), "muted"))
        return (
            (*fit((_date(when),), _DATE_COLUMN), Span(claim.summary, "words")),
            (*fit((Span(_role(when), "muted"),), _DATE_COLUMN), *below),
        )

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        return "No claim in this selection."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the claims shown, and all."""
        return len(scene.view.numbers), len(scene.view.claims)

    def caption(self, scene: Scene) -> str:
        """Return how many claims have a date."""
        dated = sum(scene.view.claims[number].dated for number in scene.view.numbers)
        return f"{dated} dated · {len(scene.view.numbers) - dated} undated"


def _dated(scene: Scene) -> Iterator[tuple[float, float, int, int]]:
    for number in scene.view.numbers:
        for part, when in enumerate(scene.view.claims[number].when):
            if when.edtf is not None:
                days = parse_edtf(when.edtf)
                first = days.start_min if days.start_min > float("-inf") else days.end_max
                yield first, days.end_max, number, part


def _date(when: When | None) -> Span:
    if when is None or when.edtf is None:
        return Span("no date", "unstated")
    return Span(wording.date(when.edtf), "strong")


def _role(when: When | None) -> str:
    if when is None:
        return ""
    precision = wording.precision(when.edtf) if when.edtf else ""
    return f"{when.role}, {precision}" if precision else when.role


PANE = Timeline()
