"""Track: the statements about one count, by day, and what each says about those before it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import starmap
from typing import TYPE_CHECKING

from kursk_tui.query import Index
from kursk_tui.ui.pane import Column, Hint, Layout, Pane, Plan, Scene, is_large
from kursk_tui.ui.rows import claim_spans
from kursk_tui.ui.rows.number_line import measure_all_figures
from kursk_tui.ui.rows.row_model import FixedRows, Row, Stop
from kursk_tui.ui.rows.styled_text import BLANK, Line, Span, line
from kursk_tui.ui.rows.track_rows import EARLIEST, HIGHEST, LATEST, TrackRows
from kursk_tui.ui.rows.track_signs import track_signs

if TYPE_CHECKING:  # loaded with the first track
    from kursk_tui.tracking.track import Track

_NONE = "No figure is stated, so there is nothing to follow through time."
_NONE_SHOWN = "No matching claim has a figure of this count."

_CHART_FROM = 95
"""The width from which there is a chart: that of a pane on a screen of 100 columns."""


class TrackPlan(Plan):
    """The statements about a count; nothing is added up, and no line joins them."""

    def __init__(self, index: Index, _: str, __: int) -> None:
        self.index = index
        # A large library is planned in the background, and then each of its tracks is fast.
        self._extent = measure_all_figures(index) if is_large(index) else None
        if self._extent is not None:
            index.tracked.prepare()
        self._followed: tuple[tuple[int, int] | None, Track | None] | None = None

    def lay_out(self, scene: Scene) -> Layout:
        """Return the statements about the figure that is followed, as far as they are shown."""
        track = self._track(scene.tracked)
        if track is None:
            return Layout(FixedRows([], []), lambda _, __: (BLANK,), _NONE)
        if scene.as_chart and scene.width >= _CHART_FROM:
            return _chart_layout(track, scene)
        drawn = TrackRows(track, scene.view, scene.width, scene.sort, self._extent)
        return replace(
            _listed(drawn),
            count=(drawn.shown, len(track.rows) + len(track.projected)),
            caption=drawn.caption,
            below=claim_spans.not_known_yet(scene.briefing),
        )

    def _track(self, figure: tuple[int, int] | None) -> "Track | None":
        """Return the track of the followed figure, else of the first question or measure."""
        if self._followed is None or self._followed[0] != figure:
            self._followed = figure, self._found(figure)
        return self._followed[1]

    def _found(self, figure: tuple[int, int] | None) -> "Track | None":
        questions = self.index.tracked
        if figure is not None and (found := questions.about(figure)) is not None:
            return found
        return questions.named(questions.names[0]) if questions.names else None


def _alone(scene: Scene) -> Layout | None:
    """Return the statement that is followed, until it is compared with the others."""
    track = scene.view.index.tracked.alone(scene.tracked) if scene.tracked is not None else None
    if track is None:
        return None
    drawn = TrackRows(track, scene.view, scene.width, scene.sort, is_compared=False)
    return _listed(drawn) if drawn.shown else None


def _listed(drawn: TrackRows) -> Layout:
    columns = tuple(starmap(Column, drawn.columns))

    def draw(row: Row, scene: Scene) -> Sequence[Line]:
        return drawn.draw(row, scene.view)

    return Layout(drawn.model, draw, _NONE_SHOWN, columns)


def _chart_layout(track: "Track", scene: Scene) -> Layout:
    """Return the same statements as a chart, for a look."""
    from kursk_tui.ui.rows.track_chart import LEGEND, Chart, chart
    from kursk_tui.wording import origins, tracks

    told = [row.told for row in track.rows if scene.view.shows(row.told.claim)]
    name = origins.of_statements(scene.briefing)

    @lru_cache(maxsize=1)
    def drawn(selected: int | None) -> Chart:
        return chart(told, track.ended, track.asked.categories, name, scene.width, selected)

    lines, days, signs = drawn(scene.selected)
    rows = [Row(None, number) for number in range(len(lines))]
    stops = [Stop(one.claim, line, line) for one, line in zip(told, signs, strict=True)]
    about = Span(tracks.question(track.asked), "strong")
    bounds = Span(f" · {tracks.short_bounds(track)}", "muted")
    return Layout(
        FixedRows(rows, stops),
        lambda row, scene: (drawn(scene.selected).lines[row.part],),
        _NONE_SHOWN,
        count=(len(told), len(track.rows)),
        caption=f"chart · {LEGEND}",
        shows_selected=True,
        above=(line(about, bounds), *days),
    )


PANE = Pane(
    id="track",
    title="Track",
    key="7",
    tooltip="A figure through time",
    plan=TrackPlan,
    slot="sheet",
    has_figures=True,
    meanwhile=_alone,
    sorts=(EARLIEST, LATEST, HIGHEST),
    chart_from=_CHART_FROM,
    signs=track_signs,
    hints=(
        Hint("claim.open", "claim"),
        Hint("unwind", "back"),
        Hint("track.chart", "chart or list"),
        Hint("pane.sort"),
        Hint("claim.evidence", "evidence"),
    ),
)
