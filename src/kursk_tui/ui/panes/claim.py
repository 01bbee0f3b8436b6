"""The claim pane: the facts that the selected claim states, and those it leaves out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from kursk_tui.model import Briefing, Claim
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows.found_words import mark_words
from kursk_tui.ui.rows.highlighting import highlights_of
from kursk_tui.ui.rows.row_model import FixedRows, LazySequence, Row
from kursk_tui.ui.rows.styled_text import Line, Span, hang, line, linked, wrap_spans
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


class ClaimPlan(Plan):
    """The words of the selected claim, its facts, and the facts it does not state."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index

    def lay_out(self, scene: Scene) -> Layout:
        """Return the lines of the selected claim, without stops."""
        paragraphs = list(_paragraphs(scene))
        ends = list(accumulate(map(len, paragraphs)))

        def draw(row: Row, _: Scene) -> Sequence[Line]:
            at = bisect_right(ends, row.part)
            return (paragraphs[at][row.part - ends[at]],)  # from the end of the paragraph

        return Layout(
            FixedRows(LazySequence(sum(map(len, paragraphs)), lambda part: Row(None, part)), ()),
            draw,
            _why_none(scene.view),
            caption=_caption(scene),
            marks_words=True,
        )


def _why_none(view: View) -> str:
    """Return why no claim is selected."""
    if not view.claims:
        return "This briefing has no claims."
    if view.shown:
        return "The change under the cursor belongs to no claim."
    return "No claim is selected: none matches the query."


def _caption(scene: Scene) -> str:
    """Return the state, the kind and the position of the claim."""
    claim, briefing = _subject(scene)
    if claim is None:
        return ""
    where = f"characters {claim.evidence.start:,}–{claim.evidence.end:,}"
    several = len(briefing.documents) > 1
    where += f" of {claim.document}" if several else ""
    possible = scene.selected is not None and scene.view.possible(scene.selected)
    remarks = ("possible match" if possible else "", claim.review_state or "")
    return " · ".join([*filter(None, remarks), f"{claim.kind} {claim.id}", where])


def _subject(scene: Scene) -> tuple[Claim | None, Briefing]:
    """Return the claim to show, and its version of the briefing.

    That is the selected claim or, if none is selected, the one that is no longer there.
    """
    earlier = scene.view.baseline.gone if scene.view.baseline else None
    if scene.claim is None and scene.gone is not None and earlier is not None:
        return next(iter(earlier.claims[scene.gone :]), None), earlier
    return scene.claim, scene.briefing


def _paragraphs(scene: Scene) -> Iterator[Sequence[Line]]:
    claim, briefing = _subject(scene)
    if claim is None:
        return
    if scene.claim is None and scene.view.baseline is not None:
        text = f"no longer in this version; as stated in {scene.view.baseline.name}"
        yield wrap_spans(line(Span(text, "warning")), scene.width)
    words = scene.view.asked_words
    quote = line(Span("“", "muted"), *_words(claim), Span("”", "muted"))
    yield wrap_spans(mark_words(quote, words) if words else quote, scene.width)
    for fact in facts(claim, briefing, outside=scene.outside):
        spans = tuple(_span(piece) for piece in fact.pieces)
        marked = mark_words(spans, words) if words else spans
        yield hang(Span(fact.label, "muted"), _LABEL_COLUMN, marked, scene.width)
    if claim.external and not scene.outside:
        hint = line(Span("o shows knowledge from outside the document", "muted"))
        yield hang(Span("outside", "muted"), _LABEL_COLUMN, hint, scene.width)


def _words(claim: Claim) -> Line:
    """Return the words of a claim with its highlights."""
    base, text = claim.evidence.start, claim.evidence.exact
    roles = ["words"] * len(text)
    for start, end, role in reversed(list(highlights_of(claim))):
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


PANE = Pane(
    id="claim",
    title="Claim",
    key="0",
    tooltip="What the claim states and leaves out",
    plan=ClaimPlan,
    slot="detail",
    hints=(
        Hint("unwind", "back"),
        Hint("query.next", "next claim"),
        Hint("claim.outside"),
        Hint("claim.sources"),
    ),
)
