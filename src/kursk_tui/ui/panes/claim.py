"""The claim pane: the facts that the selected claim states, and those it leaves out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.model import Briefing, Claim
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Hint, Layout, Pane, Plan, Scene, is_slow_to_compare
from kursk_tui.ui.rows.found_words import mark_words
from kursk_tui.ui.rows.highlighting import highlights_of
from kursk_tui.ui.rows.item_keys import key_of
from kursk_tui.ui.rows.item_lines import fact_spans, item_lines, review_lines
from kursk_tui.ui.rows.news_lines import news_lines
from kursk_tui.ui.rows.row_model import FixedRows, LazySequence, Row, Stop
from kursk_tui.ui.rows.styled_text import Line, Span, hang, line, linked, text_width, wrap_spans
from kursk_tui.ui.rows.track_facts import track_facts
from kursk_tui.wording.facts import completed_chain, facts, other_facts

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.tracking.vicinity import Vicinity

_LABEL_COLUMN = 12
_NOT_STATED = "not stated"
"""The label of the fact that follows those which other statements add."""


class _Paragraph(NamedTuple):
    """Lines of the pane; `key` is that of its rows if the cursor stops there."""

    lines: Sequence[Line]
    key: str = ""


class ClaimPlan(Plan):
    """The words of the selected claim, its facts, and the facts it does not state."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index

    @property
    def _vicinity(self) -> "Vicinity | None":
        """The statements of a library, if they are known or can be found at once."""
        if not self.index.briefing.is_library:
            return None
        is_known = "told" in vars(self.index.tracked)
        return self.index.vicinity if is_known or not is_slow_to_compare(self.index) else None

    def lay_out(self, scene: Scene) -> Layout:
        """Return the lines of the selected claim; the cursor stops at the items under review."""
        paragraphs = list(_paragraphs(scene, self._vicinity))
        ends = list(accumulate(len(one.lines) for one in paragraphs))

        def row(part: int) -> Row:
            return Row(None, part, paragraphs[bisect_right(ends, part)].key)

        def draw(row: Row, _: Scene) -> Sequence[Line]:
            at = bisect_right(ends, row.part)
            return (paragraphs[at].lines[row.part - ends[at]],)  # from the end of the paragraph

        return Layout(
            FixedRows(
                LazySequence(ends[-1] if ends else 0, row), _stops(paragraphs, ends, scene.selected)
            ),
            draw,
            _why_none(scene.view),
            caption=_caption(scene),
            marks_words=True,
            marks_lines=True,
        )


def _stops(
    paragraphs: Sequence[_Paragraph], ends: Sequence[int], selected: int | None
) -> list[Stop]:
    """Return a stop for each run of paragraphs with the same key."""
    if selected is None:
        return []
    found: list[Stop] = []
    for key, run in groupby(zip(paragraphs, ends, strict=True), lambda pair: pair[0].key):
        places = list(run)
        first = places[0][1] - len(places[0][0].lines)
        if key:
            found.append(Stop(selected, first, places[-1][1] - 1))
    return found


def _why_none(view: View) -> str:
    """Return why no claim is selected."""
    if not view.claims:
        return "This briefing has no claims."
    if view.shown:
        return "This row is not about a claim."
    return "No claim matches the query, so none is selected."


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


def _paragraphs(scene: Scene, vicinity: "Vicinity | None") -> Iterator[_Paragraph]:
    claim, briefing = _subject(scene)
    width = text_width(scene.width)
    if claim is None:
        for text in scene.about:
            yield _Paragraph(wrap_spans(line(Span(text, "text")), width))
        return
    if scene.claim is None and scene.view.baseline is not None:
        text = f"no longer in this version; as it was in {scene.view.baseline.name}"
        yield _Paragraph(wrap_spans(line(Span(text, "warning")), width))
    words = scene.view.asked_words
    drafted = claim.review is not None
    at = scene.selected
    relayed = None if at is None else scene.view.index.known_relays.get(at)

    def hung(label: str, spans: Line, key: str = "") -> _Paragraph:
        marked = mark_words(spans, words) if words else spans
        return _Paragraph(hang(Span(label, "muted"), _LABEL_COLUMN, marked, width), key)

    own = key_of(None) if drafted else ""
    quote = line(Span("“", "muted"), *_words(claim), Span("”", "muted"))
    yield _Paragraph(wrap_spans(mark_words(quote, words) if words else quote, width), own)
    if drafted:
        for label, spans in review_lines(claim):
            yield hung(label, spans, own)
        for item, label, spans in item_lines(claim, briefing):
            yield hung(label, spans, key_of(item))
        if relayed is not None:
            yield hung("who", fact_spans(completed_chain(relayed, briefing)))
        rest = other_facts(claim, briefing, outside=scene.outside)
    else:
        rest = facts(claim, briefing, outside=scene.outside, relayed=relayed)
    for fact in rest:
        if fact.label == _NOT_STATED and at is not None:
            for label, spans in track_facts(at, scene.view, vicinity):
                yield hung(label, spans)
        yield hung(fact.label, fact_spans(fact))
    if scene.briefing.is_library:
        for label, spans in news_lines(claim, scene.view.baseline):
            yield hung(label, spans)
    if claim.external and not scene.outside:
        yield hung("outside", line(Span("o shows knowledge from outside the document", "muted")))


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
