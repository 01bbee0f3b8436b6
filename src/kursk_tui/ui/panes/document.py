"""Document: the text itself, with each claim where it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from kursk_tui.model import Claim, Document
from kursk_tui.progress import track
from kursk_tui.query import Index, View
from kursk_tui.ui.pane import KEPT_LAYOUTS, Pane, Scene
from kursk_tui.ui.rows.highlighting import Looks
from kursk_tui.ui.rows.row_model import Fixed, Lazy, Listing, Row, Stop
from kursk_tui.ui.rows.styled_text import Line, Span, fit, line, wrap
from kursk_tui.ui.runtime.memo import kept
from kursk_tui.wording import phrases

_MARGIN = 8


class DocumentPane(Pane):
    """The text, wrapped; likelihoods coloured within their reach, what the query misses dimmed."""

    id = "document"
    title = "Document"
    key = "5"
    tooltip = "The text itself, each claim where it stands"
    slot = "reader"
    wraps = True

    def listing(self, scene: Scene) -> Listing:
        """Return the lines of every document; the cursor stops at the claims shown."""
        return _listing(scene.view, scene.width)

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return one line of the text, with the claims that begin in it in the margin."""
        lines, _ = _layout(scene.view.index, scene.width - _MARGIN)
        here = lines[row.part]
        if here.heading:
            return (line(Span(here.heading, "muted")),)
        looks = _looks(scene.view.index, here.document)
        text = scene.briefing.documents[here.document].text
        spans: list[Span] = []
        opening: list[int] = []
        for segment in looks.between(here.start, here.end):
            shown = not segment.claims or any(map(scene.view.shows, segment.claims))
            opening += filter(scene.view.shows, segment.opening)
            marked = scene.selected in segment.claims
            role = segment.role if shown else "outside"
            words = text[segment.start : segment.end]
            spans.append(Span(words, role, marked, segment.link))
        return ((*_margin([scene.view.claims[one].id for one in opening]), *spans),)

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        return "This briefing has no text."

    def count(self, scene: Scene) -> tuple[int, int]:
        """Return the claims shown, and all."""
        return scene.view.shown.bit_count(), len(scene.view.claims)

    def caption(self, scene: Scene) -> str:
        """Return the length of the text and its checksum."""
        if len(scene.briefing.documents) > 1:
            return phrases.plural(len(scene.briefing.documents), "document")
        document = scene.briefing.documents[0]
        return f"{len(document.text):,} characters · sha256 {document.sha256[:12]}…"


class _TextLine(NamedTuple):
    """One wrapped line: its document's index and its code points; or a heading."""

    document: int
    start: int
    end: int
    heading: str = ""


def _margin(ids: Sequence[str]) -> Line:
    """Return the claims that begin in a line: all, or the first and how many more."""
    text = " ".join(ids)
    if len(text) >= _MARGIN and len(ids) > 1:
        more = f" +{len(ids) - 1}"
        return (*fit((Span(ids[0], "muted"),), _MARGIN - 1 - len(more)), Span(f"{more} ", "muted"))
    return *fit((Span(text, "muted"),), _MARGIN - 1), Span(" ")


@kept(2)
def _listing(view: View, width: int) -> Fixed:
    lines, stops = _layout(view.index, width - _MARGIN)
    shown = compress(stops, [view.flags[stop.claim] for stop in stops])
    return Fixed(Lazy(len(lines), lambda number: Row(None, number)), list(shown))


@kept(KEPT_LAYOUTS)
def _layout(index: Index, width: int) -> tuple[list[_TextLine], list[Stop]]:
    lines: list[_TextLine] = []
    stops: list[Stop] = []
    several = len(index.briefing.documents) > 1
    for number, document in enumerate(track("reading documents", index.briefing.documents)):
        if several:
            lines.append(_TextLine(number, 0, 0, _heading(document)))
        base = len(lines)
        claims_here = _claims_of(index, document.id)
        wrapped = _wrapped(document, claims_here, width)
        lines.extend(_TextLine(number, start, end) for start, end in wrapped)
        starts = [start for start, _ in wrapped]
        for claim_number, claim in track("placing claims", claims_here):
            span = claim.evidence
            first = bisect_right(starts, span.start) - 1
            last = bisect_left(starts, span.end) - 1
            stops.append(Stop(claim_number, base + first, base + max(first, last)))
    return lines, stops


def _wrapped(
    document: Document, claims: Sequence[tuple[int, Claim]], width: int
) -> list[tuple[int, int]]:
    """Return the lines of a text; each claim begins a line, beside its id."""
    text = document.text
    cuts = sorted({0, len(text), *(claim.evidence.start for _, claim in claims)})
    lines: list[tuple[int, int]] = []
    for start, end in track("wrapping the text", list(pairwise(cuts))):
        # A newline right before a claim ends its line; it begins none of its own.
        last = end - 1 if end < len(text) and text[end - 1] == "\n" else end
        lines += ((start + first, start + last) for first, last in wrap(text[start:last], width))
    return lines


def _heading(document: Document) -> str:
    stated = (document.title, document.publisher, document.date and phrases.date(document.date))
    return " · ".join((document.id, *filter(None, stated)))


def _claims_of(index: Index, document: str) -> Sequence[tuple[int, Claim]]:
    return _claims_by_document(index).get(document, ())


@kept()
def _claims_by_document(index: Index) -> dict[str, list[tuple[int, Claim]]]:
    """Return the claims of each document, by its id, in the order in which they stand in it."""
    found: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(track("ordering quotes", index.claims)):
        found.setdefault(claim.document, []).append((number, claim))
    for claims in found.values():
        claims.sort(key=lambda pair: pair[1].evidence.start)
    return found


@kept(16)
def _looks(index: Index, document_number: int) -> Looks:
    document = index.briefing.documents[document_number]
    return Looks(document.text, _claims_of(index, document.id))


PANE = DocumentPane()
