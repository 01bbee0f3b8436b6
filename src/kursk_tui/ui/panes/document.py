"""The document pane: the text, with each claim in its place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from kursk_tui.library.ids import own_id
from kursk_tui.model import Claim, Document
from kursk_tui.progress import track
from kursk_tui.query import Index
from kursk_tui.text.messages import plural
from kursk_tui.ui.pane import Hint, Layout, MarkedWords, Pane, Plan, Scene, count_claims
from kursk_tui.ui.rows.brackets import with_brackets
from kursk_tui.ui.rows.found_words import mark_places, places_of
from kursk_tui.ui.rows.highlighting import Highlighting
from kursk_tui.ui.rows.row_model import LazySequence, Row, Stop, flag_picker
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import Line, Span, fit, line, text_width, wrap
from kursk_tui.wording import phrases

_MARGIN, _NARROW_MARGIN, _WIDE_FROM = 8, 5, 48
"""The cells left of the text, and those in a pane that has fewer cells than the last number."""
_PHRASE = 120
"""The characters before and after a line in which phrases of the query may begin or end."""


class _TextLine(NamedTuple):
    """A wrapped line: its document and its range of code points, or a heading."""

    document: int
    start: int
    end: int
    heading: str = ""


class _AnnotatedText:
    """A document with its claims, which are numbered and sorted by their starts."""

    def __init__(self, document: Document, claims: Sequence[tuple[int, Claim]]) -> None:
        self.document = document
        self.claims = claims

    @cached_property
    def highlighting(self) -> Highlighting:
        """The highlights of the text."""
        return Highlighting(self.document.text, self.claims)

    def wrapped(self, width: int) -> Iterator[tuple[int, int]]:
        """Yield the lines of the text; each claim begins a new line."""
        text = self.document.text
        cuts = sorted({0, len(text), *(claim.evidence.start for _, claim in self.claims)})
        for start, end in track("wrapping the text", list(pairwise(cuts))):
            # A newline right before a claim ends a line, and does not add an empty one.
            last = end - 1 if end < len(text) and text[end - 1] == "\n" else end
            yield from ((start + low, start + high) for low, high in wrap(text[start:last], width))


class DocumentPlan(Plan):
    """The wrapped text; excluded claims are dimmed."""

    def __init__(
        self, index: Index, _: str, width: int, texts: Sequence[_AnnotatedText] | None = None
    ) -> None:
        self.index = index
        self._texts = _annotated_texts(index) if texts is None else texts
        self._lines: list[_TextLine] = []
        stops: list[Stop] = []
        for number, text in enumerate(track("reading documents", self._texts)):
            if len(self._texts) > 1:
                self._lines.append(_TextLine(number, 0, 0, _heading(text.document)))
            stops += self._add(number, text, text_width(width) - _margin_of(width))
        self._passages = _Passages(stops, len(self._lines))

    def _add(self, number: int, text: _AnnotatedText, width: int) -> Iterator[Stop]:
        """Add the lines of a document, and yield the stops of its claims."""
        base = len(self._lines)
        self._lines += (_TextLine(number, start, end) for start, end in text.wrapped(width))
        starts = [one.start for one in self._lines[base:]]
        for claim_number, claim in track("placing claims", text.claims):
            first = bisect_right(starts, claim.evidence.start) - 1
            last = bisect_left(starts, claim.evidence.end) - 1
            yield Stop(claim_number, base + first, base + max(first, last))

    def replan(self, sort: str, width: int) -> Plan:
        """Return the plan for another width."""
        return DocumentPlan(self.index, sort, width, self._texts)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the lines of all documents, with a stop at each claim shown."""
        return Layout(
            _ShownPassages(self._passages, scene.view.flags),
            self._draw,
            "This briefing has no text.",
            caption=_caption([text.document for text in self._texts]),
            marks_words=True,
            row_of=self._row_of,
            place_of=self._place_of,
        )

    def _draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return a line of the text, with the ids of the claims that begin in it in the margin."""
        here = self._lines[row.part]
        if here.heading:
            return (line(Span(here.heading, "muted")),)
        text = self._texts[here.document]
        spans: list[Span] = []
        opening: list[int] = []
        for segment in text.highlighting.between(here.start, here.end):
            shown = not segment.claims or any(map(scene.view.shows, segment.claims))
            opening += filter(scene.view.shows, segment.opening)
            selected = scene.selected in segment.claims
            role = segment.role if shown else "outside"
            words = text.document.text[segment.start : segment.end]
            spans.append(Span(words, role, selected, segment.link))
        marked = self._with_words_marked(spans, here, scene)
        ids = [own_id(scene.view.claims[one].id) for one in opening]
        margin = _margin(ids, _margin_of(scene.width))
        if scene.marked is None or scene.marked.document != text.document.id:
            return ((*margin, *marked),)
        start, end = scene.marked.start - here.start, scene.marked.end - here.start
        return (with_brackets(margin, tuple(marked), start, end),)

    def _row_of(self, marked: MarkedWords) -> int | None:
        """Return the line of the moving end of marked words."""
        at = marked.start if marked.moving == "start" else marked.end - 1
        ids = [text.document.id for text in self._texts]
        if marked.document not in ids:
            return None
        place = ids.index(marked.document), at
        return bisect_right(self._lines, place, key=lambda one: (one.document, one.start)) - 1

    def _place_of(self, row: int) -> tuple[str, int] | None:
        """Return the document and the offset at which a line begins."""
        if not 0 <= row < len(self._lines):
            return None
        here = self._lines[row]
        return self._texts[here.document].document.id, here.start

    def _with_words_marked(
        self, spans: Sequence[Span], here: _TextLine, scene: Scene
    ) -> Sequence[Span]:
        """Mark the words of the query in claims that are shown, also phrases across lines."""
        words, text = scene.view.asked_words, self._texts[here.document].document.text
        if not words:
            return spans
        first = max(0, here.start - _PHRASE)
        places = [
            (max(0, start + first - here.start), min(end + first, here.end) - here.start)
            for start, end in places_of(text[first : here.end + _PHRASE], words)
            if start + first < here.end and end + first > here.start
        ]
        return mark_places(spans, places, skip=("outside", "muted"))


class _Passages:
    """The stops of all claims, in the order of their first rows; stops may overlap."""

    def __init__(self, stops: Sequence[Stop], row_count: int) -> None:
        self.stops = stops
        self.row_count = row_count
        self.place_of = {stop.claim: at for at, stop in enumerate(stops)}
        self.pick_flags = flag_picker([stop.claim for stop in stops])
        # The last row of each stop and those before it.
        self.last_rows = list(accumulate((stop.last for stop in stops), max))


class _ShownPassages:
    """The row model of the text: all rows, and the stops of the claims that a view shows."""

    def __init__(self, passages: _Passages, flags: bytes) -> None:
        self._passages = passages
        self._flags = flags
        picked = passages.pick_flags(flags)
        self._places = list(compress(range(len(passages.stops)), picked))

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, one for each line."""
        return LazySequence(self._passages.row_count, lambda number: Row(None, number))

    @property
    def stops(self) -> Sequence[Stop]:
        """The stops of the claims shown."""
        return LazySequence(len(self._places), self._stop)

    def _stop(self, at: int) -> Stop:
        return self._passages.stops[self._places[at]]

    def stops_of(self, claim: int) -> Sequence[int]:
        """Return the index of the stop of a claim, if it is shown."""
        place = self._passages.place_of[claim]
        return [bisect_left(self._places, place)] if self._flags[claim] else []

    def stop_at(self, row: int) -> int | None:
        """Return the index of the first stop that includes a row, or None."""
        # No stop before this position, shown or not, includes the row.
        first = bisect_left(self._passages.last_rows, row)
        for at in range(bisect_left(self._places, first), len(self._places)):
            stop = self._stop(at)
            if stop.first > row:
                break
            if stop.last >= row:
                return at
        return None


def _annotated_texts(index: Index) -> list[_AnnotatedText]:
    claims: dict[str, list[tuple[int, Claim]]] = {one.id: [] for one in index.briefing.documents}
    for number, claim in enumerate(track("ordering quotes", index.claims)):
        claims[claim.document].append((number, claim))
    for of_document in claims.values():
        of_document.sort(key=lambda pair: pair[1].evidence.start)
    return [_AnnotatedText(one, claims[one.id]) for one in index.briefing.documents]


def _heading(document: Document) -> str:
    stated = (document.title, document.publisher, document.date and phrases.date(document.date))
    return " · ".join((document.id, *filter(None, stated)))


def _caption(documents: Sequence[Document]) -> str:
    """Return the length and the checksum of the text, or the number of documents.

    A library has no document on a day before its first edition.
    """
    if len(documents) != 1:
        return plural(len(documents), "document")
    return f"{len(documents[0].text):,} characters · sha256 {documents[0].sha256[:12]}…"


def _margin_of(width: int) -> int:
    return _MARGIN if width >= _WIDE_FROM else _NARROW_MARGIN


def _margin(ids: Sequence[str], width: int) -> Line:
    """Return the ids of the claims that begin in a line: all, or the first and a count."""
    text = " ".join(ids)
    if len(text) >= width and len(ids) > 1:
        more = f" +{len(ids) - 1}"
        return (*fit((Span(ids[0], "muted"),), width - 1 - len(more)), Span(f"{more} ", "muted"))
    return *fit((Span(text, "muted"),), width - 1), Span(" ")


KEY = (
    Sign("S1 …", "left of the text: ids of the claims that begin in the line"),
    Sign("+2", "more claims that begin there"),
    Sign("bold", "the words of a figure or a date"),
    Sign("underlined", "the words that a likelihood covers"),
)
"""The signs in words."""

PANE = Pane(
    id="document",
    title="Document",
    key="5",
    tooltip="The text, with the claims marked",
    plan=DocumentPlan,
    slot="reader",
    wraps=True,
    count=count_claims,
    signs=lambda: KEY,
    hints=(
        Hint("claim.open", "claim"),
        Hint("move.half-down"),
        Hint("unwind", "back"),
    ),
)
