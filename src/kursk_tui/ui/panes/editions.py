"""Editions: the briefings of a library, the files that wait, and the names that may be one."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows.name_rows import NAMES
from kursk_tui.ui.rows.row_model import NOTHING, FixedRows, Row, Stop
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, fit, line
from kursk_tui.wording import libraries, phrases

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.library.edition import Edition, Waiting
    from kursk_tui.library.library import Library
    from kursk_tui.library.proposals import Proposal

_HEADING, _SPACE, _WAITING, _NOT_SHOWN = "heading", "space", "waiting", "not shown"
_NONE = "This is a single briefing; a folder or several files make a library."
_KNOWN, _CLAIMS, _SERIES = 12, 8, 20
"""The cells of the day, of the number of claims, and the most of a series."""
_SERIES_FROM = 70
"""The width in cells from which series are shown."""

_SIGNS = (
    Sign("?", "waits: prose to draft, or names to decide on"),
    Sign("!", "not shown, or not used: the file has an error"),
    Sign("=", "not shown: repeats an edition"),
)


class EditionsPlan(Plan):
    """The editions by day, and what waits for the reader."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index
        self._library: Library | None = None
        self._proposals: Sequence[Proposal] = ()
        if index.briefing.is_library:
            from kursk_tui.library.library import library_of

            self._library = library_of(index.briefing)
            if self._library is not None:
                self._proposals = self._library.proposed

    def lay_out(self, scene: Scene) -> Layout:
        """Return the editions with claims that the query shows, and everything that waits."""
        if self._library is None:
            return Layout(FixedRows([], []), lambda _, __: (BLANK,), _NONE)
        drawn = _Editions(self._library, self._proposals, scene)
        return Layout(
            drawn.model,
            drawn.draw,
            _NONE,
            drawn.columns,
            (drawn.shown, len(self._library.editions)),
            "known: when acquired, else published",
        )


class _Editions:
    """The rows of a library."""

    def __init__(self, library: "Library", proposed: Sequence["Proposal"], scene: Scene) -> None:
        from kursk_tui.library.ids import edition_of

        self._library = library
        self._proposals = proposed
        self._view = scene.view
        self._width = scene.width
        numbers = scene.view.numbers
        keys = [edition_of(scene.view.claims[number].id) for number in numbers]
        self._shown = Counter(keys)
        self._first = dict(zip(reversed(keys), reversed(numbers), strict=True))
        asks = bool(scene.view.query_text)
        self._editions = [one for one in library.editions if self._shown[one.key] or not asks]
        self.shown = len(self._editions)
        self.model = self._model()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The headings."""
        name = self._width - _KNOWN - _CLAIMS - self._series
        series = (Column("series", self._series),) if self._series else ()
        return Column("known", _KNOWN), Column("edition", name), *series, Column(" claims", _CLAIMS)

    @property
    def _series(self) -> int:
        stated = any(_series_of(one) for one in self._library.editions)
        return _SERIES if stated and self._width >= _SERIES_FROM else 0

    def _model(self) -> FixedRows:
        rows: list[Row] = []
        stops: list[Stop] = []

        def add(row: Row, claim: int) -> None:
            stops.append(Stop(claim, len(rows), len(rows)))
            rows.append(row)

        for number, edition in enumerate(self._editions):
            claim = self._first.get(edition.key)
            add(Row(claim, number, edition.key), NOTHING if claim is None else claim)
        if libraries.not_shown(self._library.briefing):
            rows.append(Row(None, 0, _NOT_SHOWN))
        for key, count in ((_WAITING, len(self._waiting)), (NAMES, len(self._proposals))):
            if count:
                rows += [Row(None, 0, _SPACE), Row(None, count, f"{_HEADING} {key}")]
                for number in range(count):
                    add(Row(None, number, key), NOTHING)
        return FixedRows(rows, stops)

    @property
    def _waiting(self) -> Sequence["Waiting"]:
        return _waiting(self._library)

    def draw(self, row: Row, _: Scene) -> Sequence[Line]:
        """Return the line of a row."""
        if row.key == _SPACE:
            return (BLANK,)
        if row.key == _NOT_SHOWN:
            return (line(Span(libraries.not_shown(self._library.briefing), "muted")),)
        if row.key.startswith(_HEADING):
            waits = row.key.endswith(_WAITING)
            words = "files that wait" if waits else "names that may be one"
            return (line(Span(words, "strong"), Span(f" · {row.part:,}", "muted")),)
        if row.claim is None and row.key == _WAITING:
            return (_waiting_line(self._waiting[row.part]),)
        if row.claim is None and row.key == NAMES:
            return (self._names_line(self._proposals[row.part]),)
        return (self._edition_line(self._editions[row.part]),)

    def _edition_line(self, edition: "Edition") -> Line:
        name = self._width - _KNOWN - _CLAIMS - self._series
        known = (
            Span(phrases.date(edition.known), "text")
            if edition.known
            else Span("not stated", "unstated")
        )
        count = len(edition.briefing.claims)
        shown = self._shown[edition.key]
        words = f"{count:,}" if shown == count else f"{shown:,}/{count:,}"
        about = f"  {edition.briefing.title}" if edition.briefing.title else ""
        parts = [
            *fit((known,), _KNOWN - 1),
            Span(" "),
            *fit((Span(edition.key, "words"), Span(about, "muted")), name - 1),
            Span(" "),
        ]
        if self._series:
            parts += [*fit((Span(_series_of(edition) or "–", "muted"),), self._series)]
        return (*parts, Span(words.rjust(_CLAIMS - 1), "text"))

    def _names_line(self, proposal: "Proposal") -> Line:
        from kursk_tui.wording.proposed_names import named

        one, other = named(proposal, self._view.briefing)
        return line(
            Span("? ", "possible"),
            Span(f"{proposal.kind}  ", "muted"),
            Span(f"{one} · {other}", "text"),
            Span(f"  {proposal.reason}", "muted"),
        )


def _series_of(edition: "Edition") -> str:
    return next((one.series for one in edition.briefing.documents if one.series), "")


def _waiting_line(waiting: "Waiting") -> Line:
    place = f":{waiting.line}:{waiting.column}" if waiting.line else ""
    sign = Span("? ", "possible") if waiting.is_prose else Span("! ", "warning")
    return line(sign, Span(f"{waiting.path.name}{place}  ", "text"), Span(waiting.reason, "muted"))


def _waiting(library: "Library") -> Sequence["Waiting"]:
    return (*library.faults, *library.waiting)


def _about(row: Row, view: View) -> tuple[str, ...]:
    """Return what waits in a row: every error of a file, or what each of two names is."""
    if row.claim is not None or not view.briefing.is_library:
        return ()
    from kursk_tui.library.library import library_of
    from kursk_tui.wording import proposed_names

    library = library_of(view.briefing)
    if library is None:
        return ()
    if row.key == NAMES and row.part < len(library.proposed):
        return tuple(proposed_names.about(library.proposed[row.part], view.briefing))
    waiting = _waiting(library)
    if row.key == _WAITING and row.part < len(waiting):
        return libraries.about_waiting(waiting[row.part])
    return ()


def _term(row: Row, claim: int, view: View) -> str:
    """Return the term that finds the claims of an edition."""
    return f"edition:{row.key}" if row.claim is not None else f"id:{view.claims[claim].id}"


PANE = Pane(
    id="editions",
    title="Editions",
    key="9",
    tooltip="Of a library, and what waits",
    plan=EditionsPlan,
    slot="sheet",
    term=_term,
    about=_about,
    signs=lambda: _SIGNS,
    hints=(
        Hint("claim.open", "claim"),
        Hint("unwind", "back"),
        Hint("review.accept", "one"),
        Hint("review.reject", "two"),
        Hint("review.change", "within, reason"),
        Hint("query.only", "only this edition"),
    ),
)
