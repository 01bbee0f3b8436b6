"""Editions: the briefings of a library, the files that wait, and the names that may be one."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING

from kursk_tui.query import Index, View
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene
from kursk_tui.ui.rows.edition_lines import EditionColumns, widest
from kursk_tui.ui.rows.name_rows import DECIDED, NAMES
from kursk_tui.ui.rows.row_model import NOTHING, FixedRows, Row, Stop
from kursk_tui.ui.rows.signs import Sign
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line
from kursk_tui.wording import libraries

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.library.edition import Edition, Waiting
    from kursk_tui.library.library import Library
    from kursk_tui.library.made import Made
    from kursk_tui.library.proposals import Proposal

_HEADING, _SPACE, _WAITING, _NOT_SHOWN = "heading", "space", "waiting", "not shown"
_NONE = "This is a single briefing; a folder or several files make a library."
_FAULTS, _SAME = "faults", "same"
_HEADINGS = {
    _FAULTS: "errors in library.json",
    _WAITING: "files that wait",
    _SAME: "files that repeat an edition",
    NAMES: "names that may be one",
    DECIDED: "decisions about names",
}

_SIGNS = (
    Sign("new", "claims about what no earlier edition states"),
    Sign("again", "claims that repeat what was known"),
    Sign("moved", "claims that change what their source said before"),
    Sign("not repeated", "dropped: claims of the previous edition in the series"),
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
            from kursk_tui.diffing.edition_news import EditionNews, series_names
            from kursk_tui.library.library import library_of

            self._library = library_of(index.briefing)
            if self._library is not None:
                self._proposals = self._library.proposed
                news = EditionNews(self._library, index.tracked)
                news.prepare()
                self._brought = cache(news.of)
                self._series = series_names(self._library)
                self._widest = widest(self._library.editions, self._series)

    def lay_out(self, scene: Scene) -> Layout:
        """Return the editions with claims that the query shows, and everything that waits."""
        if self._library is None:
            return Layout(FixedRows([], []), lambda _, __: (BLANK,), _NONE)
        columns = EditionColumns(self._widest, scene.width)

        def edition_line(edition: "Edition", number: int, shown: int) -> Line:
            return columns.line(edition, self._series[edition.key], shown, self._brought(number))

        drawn = _Editions(self._library, self._proposals, edition_line, scene)
        return Layout(
            drawn.model,
            drawn.draw,
            _NONE,
            tuple(starmap(Column, columns.headings)),
            (drawn.shown, len(self._library.editions)),
            "known: when acquired, else published",
        )


class _Editions:
    """The rows of a library."""

    def __init__(
        self,
        library: "Library",
        proposed: Sequence["Proposal"],
        edition_line: "Callable[[Edition, int, int], Line]",
        scene: Scene,
    ) -> None:
        from kursk_tui.library.ids import edition_of

        self._library = library
        self._proposals = proposed
        self._edition_line = edition_line
        self._view = scene.view
        numbers = scene.view.numbers
        keys = [edition_of(scene.view.claims[number].id) for number in numbers]
        self._shown = Counter(keys)
        self._first = dict(zip(reversed(keys), reversed(numbers), strict=True))
        asks = bool(scene.view.query_text)
        self._editions = [
            (number, one)
            for number, one in enumerate(library.editions)
            if self._shown[one.key] or not asks
        ]
        self.shown = len(self._editions)
        self.model = self._model()

    def _model(self) -> FixedRows:
        rows: list[Row] = []
        stops: list[Stop] = []

        def add(row: Row, claim: int) -> None:
            stops.append(Stop(claim, len(rows), len(rows)))
            rows.append(row)

        for number, (_, edition) in enumerate(self._editions):
            claim = self._first.get(edition.key)
            add(Row(claim, number, edition.key), NOTHING if claim is None else claim)
        if libraries.not_shown(self._library.briefing):
            rows.append(Row(None, 0, _NOT_SHOWN))
        library = self._library
        files = (
            (_FAULTS, len(library.faults)),
            (_WAITING, len(library.waiting)),
            (_SAME, len(library.same)),
        )
        names = (NAMES, len(self._proposals)), (DECIDED, len(library.made))
        for key, count in (*files, *names):
            if count:
                rows += [Row(None, 0, _SPACE), Row(None, count, f"{_HEADING} {key}")]
                for number in range(count):
                    add(Row(None, number, key), NOTHING)
        return FixedRows(rows, stops)

    def draw(self, row: Row, _: Scene) -> Sequence[Line]:
        """Return the line of a row."""
        if row.key == _SPACE:
            return (BLANK,)
        if row.key == _NOT_SHOWN:
            return (line(Span(libraries.not_shown(self._library.briefing), "muted")),)
        if row.key.startswith(_HEADING):
            words = _HEADINGS[row.key.removeprefix(f"{_HEADING} ")]
            return (line(Span(words, "strong"), Span(f" · {row.part:,}", "muted")),)
        if row.claim is None and row.key == _FAULTS:
            return (self._waiting_line(self._library.faults[row.part]),)
        if row.claim is None and row.key == _WAITING:
            return (self._waiting_line(self._library.waiting[row.part]),)
        if row.claim is None and row.key == _SAME:
            twin = self._library.same[row.part]
            sign, name = Span("= ", "muted"), Span(f"{self._place(twin.path)}  ", "text")
            return (line(sign, name, Span(f"the same file as {twin.edition}", "muted")),)
        if row.claim is None and row.key == DECIDED:
            return (_decision_line(self._library.made[row.part]),)
        if row.claim is None and row.key == NAMES:
            return (self._names_line(self._proposals[row.part]),)
        number, edition = self._editions[row.part]
        return (self._edition_line(edition, number, self._shown[edition.key]),)

    def _waiting_line(self, waiting: "Waiting") -> Line:
        place = f":{waiting.line}:{waiting.column}" if waiting.line else ""
        sign = Span("? ", "possible") if waiting.is_prose else Span("! ", "warning")
        name = Span(f"{self._place(waiting.path)}{place}  ", "text")
        return line(sign, name, Span(waiting.reason, "muted"))

    def _place(self, path: Path) -> str:
        """Return the path of a file in the folder of the library."""
        first = self._library.whole.editions[0]
        folder = first.path.parents[first.key.count("/")]
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name

    def _names_line(self, proposal: "Proposal") -> Line:
        from kursk_tui.wording.proposed_names import named

        one, other = named(proposal, self._view.briefing)
        return line(
            Span("? ", "possible"),
            Span(f"{proposal.kind}  ", "muted"),
            Span(f"{one} · {other}", "text"),
            Span(f"  {proposal.reason}", "muted"),
        )


def _decision_line(made: "Made") -> Line:
    from kursk_tui.wording.proposed_names import decided

    kind = "names" if made.part == "two" else made.part.removesuffix("s")
    reason = Span(f"  {made.record.because}", "muted")
    return line(Span(f"  {kind}  ", "muted"), Span(decided(made), "text"), reason)


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
    if row.key == _SAME and row.part < len(library.same):
        return libraries.about_twin(library.same[row.part])
    if row.key == DECIDED and row.part < len(library.made):
        return proposed_names.about_decision(library.made[row.part])
    waiting = {_FAULTS: library.faults, _WAITING: library.waiting}.get(row.key, ())
    return libraries.about_waiting(waiting[row.part]) if row.part < len(waiting) else ()


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
