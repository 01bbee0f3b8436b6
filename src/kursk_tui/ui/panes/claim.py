"""Claim: everything the document states of the selected claim, and what it does not."""

from collections.abc import Sequence
from itertools import groupby

from kursk_tui.model import Claim
from kursk_tui.ui.pane import Pane, Scene
from kursk_tui.ui.rows.highlighting import looks_of
from kursk_tui.ui.rows.row_model import Fixed, Listing, Row
from kursk_tui.ui.rows.styled_text import Line, Span, hang, line, linked, wrap_spans
from kursk_tui.ui.runtime.memo import kept
from kursk_tui.wording.facts import Piece, facts

_LABEL_COLUMN = 12
_ROLES = {
    "plain": "text",
    "aside": "muted",
    "stated": "strong",
    "source": "source",
    "unstated": "unstated",
    "outside": "accent",
    "link": "source",
}


class ClaimPane(Pane):
    """The selected claim: its words, who, when, how many, how likely, and what is not stated."""

    id = "claim"
    title = "Claim"
    key = "0"
    tooltip = "All of the selected claim, and what is not stated"
    slot = "detail"

    def listing(self, scene: Scene) -> Listing:
        """Return the lines of the claim; the cursor stops nowhere."""
        return Fixed([Row(None, number) for number in range(len(_lines(scene)))], ())

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return one of the lines."""
        return (_lines(scene)[row.part],)

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        if not scene.view.claims:
            return "This briefing has no claims."
        return "No claim is selected: the query leaves none."

    def caption(self, scene: Scene) -> str:
        """Return where the claim stands."""
        claim = scene.claim
        if claim is None:
            return ""
        where = f"characters {claim.evidence.start:,}–{claim.evidence.end:,}"
        several = len(scene.briefing.documents) > 1
        where += f" of {claim.document}" if several else ""
        possible = scene.selected is not None and scene.view.possible(scene.selected)
        remarks = ("possible match" if possible else "", claim.review_state or "")
        return " · ".join([*filter(None, remarks), f"{claim.kind} {claim.id}", where])


@kept()
def _lines(scene: Scene) -> list[Line]:
    claim = scene.claim
    if claim is None:
        return []
    lines = wrap_spans(line(Span("“", "muted"), *_words(claim), Span("”", "muted")), scene.width)
    for fact in facts(claim, scene.briefing, outside=scene.outside):
        label, spans = Span(fact.label, "muted"), [_span(piece) for piece in fact.pieces]
        lines += hang(label, _LABEL_COLUMN, spans, scene.width)
    if claim.external and not scene.outside:
        hint = line(Span("o shows what is known from outside the document", "muted"))
        lines += hang(Span("outside", "muted"), _LABEL_COLUMN, hint, scene.width)
    return lines


def _words(claim: Claim) -> Line:
    """Return the claim's words, with the words for figures, dates and likelihoods set off."""
    base, text = claim.evidence.start, claim.evidence.exact
    roles = ["words"] * len(text)
    for start, end, role in reversed(list(looks_of(claim))):
        roles[start - base : end - base] = [role] * (end - start)
    spans: list[Span] = []
    at = 0
    for role, run in groupby(roles):
        end = at + sum(1 for _ in run)
        spans.append(Span(text[at:end], role))
        at = end
    return linked(spans)


def _span(piece: Piece) -> Span:
    role = f"band-{piece.rank}" if piece.kind == "term" else _ROLES[piece.kind]
    link = piece.text if piece.kind == "link" else ""
    term = f"source:{piece.source}" if piece.source else ""
    return Span(piece.text, role, link=link, term=term)


PANE = ClaimPane()
