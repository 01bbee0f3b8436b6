"""A track, for people and for programs.

Each function `as_…` implements a choice of `track --format`.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kursk_tui.counting.floors import Bound
from kursk_tui.formats.csv import safe_cell
from kursk_tui.formats.markdown import plain
from kursk_tui.model import Briefing
from kursk_tui.text.cells import padded, width_in_cells
from kursk_tui.text.sanitize import escaped, visible
from kursk_tui.tracking.statements import Told
from kursk_tui.tracking.track import SECTIONS, Row, Section, Track
from kursk_tui.wording import libraries, origins, phrases, tracks

if TYPE_CHECKING:
    from kursk_tui.formats.pictures.track import Statement

_READ = "(read): no period is stated; it is read as a total so far"


@dataclass(frozen=True)
class Line:
    """A statement in words."""

    section: Section
    said: str
    who: str
    words: str
    measure: str
    counts: str
    population: str
    place: str
    period: str
    likelihood: str
    marks: str
    claim: str
    via: str
    beside: str
    review: str


def lines_of(track: Track, briefing: Briefing) -> list[Line]:
    """Return the statements of a track in words, by section and then by day."""
    name = origins.of_statements(briefing)
    return [_line(track, row, briefing, name) for section in SECTIONS for row in track.of(section)]


def _line(track: Track, row: Row, briefing: Briefing, name: Callable[[Told], str]) -> Line:
    told = row.told
    claim, figure = briefing.claims[told.claim], told.figure
    stated = [one.words for one in claim.likelihoods_of(figure)]
    return Line(
        section=row.section,
        said=phrases.date(told.date) if told.date else "day not stated",
        who=name(told),
        words=figure.words,
        measure=figure.measure,
        counts=tracks.categories(told.statement.count.categories),
        population=figure.population or "population not stated",
        place=figure.place or "",
        period=tracks.period(track, told),
        likelihood=", ".join(stated),
        marks=", ".join(phrases.marks(figure)),
        claim=claim.id,
        via=tracks.via(*(briefing.source_labels[one] for one in told.via)),
        beside=tracks.everything_beside(track, row, name),
        review=claim.review_state or "",
    )


def as_text(track: Track, briefing: Briefing) -> Iterator[str]:
    """Yield two lines for each statement, and the bounds that they establish."""
    lines = lines_of(track, briefing)
    yield _title(briefing)
    widths = [
        max((width_in_cells(visible(text)) for text in column), default=0)
        for column in zip(*((one.said, one.who, one.words) for one in lines), strict=True)
    ] or [0, 0, 0]
    for section in SECTIONS:
        if not track.of(section):
            continue
        yield ""
        yield tracks.heading(track, section)
        for one in lines:
            if one.section == section:
                cells = (one.said, one.who, one.words)
                first = [padded(visible(text), at) for text, at in zip(cells, widths, strict=True)]
                mark = "?" if one.review == "unreviewed" else " "
                yield visible(f"{mark} {'  '.join(first)}  {one.beside}").rstrip()
                yield visible(f"  {' ' * widths[0]}  {_about(one)}")
    yield ""
    yield from _foot(track, briefing, lines)


def _title(briefing: Briefing) -> str:
    about = (
        libraries.as_of(briefing),
        briefing.title,
        libraries.extent(briefing),
        libraries.drafts(briefing) or phrases.draft(briefing),
        phrases.handling(briefing),
    )
    return visible(" · ".join(filter(None, about)))


def _about(one: Line) -> str:
    parts = (*_counted(one), one.via, one.claim, _unreviewed(one))
    return " · ".join(filter(None, parts))


def _unreviewed(one: Line) -> str:
    return one.review if one.review == "unreviewed" else ""


def _counted(one: Line) -> tuple[str, ...]:
    return one.counts, one.population, one.place, one.period, one.likelihood, one.marks


def _foot(track: Track, briefing: Briefing, lines: list[Line]) -> Iterator[str]:
    yield visible(tracks.bounds(track, origins.of_bounds(briefing)))
    if any(one.period.endswith("(read)") for one in lines):
        yield _READ
    if hidden := libraries.not_shown(briefing):
        yield hidden


def as_md(track: Track, briefing: Briefing) -> Iterator[str]:
    """Yield a Markdown table of the statements, and the bounds that they establish."""
    yield f"# {plain(tracks.question(track.asked))}"
    yield ""
    yield plain(_title(briefing))
    yield ""
    compared = "compared with what was said before"
    yield f"| said | who | as printed | what it counts | {compared} | claim |"
    yield "|---|---|---|---|---|---|"
    lines = lines_of(track, briefing)
    for one in lines:
        about = (*_counted(one), one.via)
        cells = (
            one.said,
            one.who,
            phrases.quoted(one.words),
            " · ".join(filter(None, about)),
            one.beside,
            ", ".join(filter(None, (one.claim, _unreviewed(one)))),
        )
        yield f"| {' | '.join(map(plain, cells))} |"
    yield ""
    for text in _foot(track, briefing, lines):
        yield plain(text)


def as_csv(track: Track, briefing: Briefing) -> Iterator[str]:
    """Yield one row for each statement, with the bounds of its number."""
    lines = lines_of(track, briefing)
    rows = [row for section in SECTIONS for row in track.of(section)]
    names = [*Line.__dataclass_fields__, "qualifier", "lower", "upper", "best", "tlp", "licence"]
    handling = briefing.handling
    handled = (None, None) if handling is None else (handling.tlp, handling.licence)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for one, row in zip(lines, rows, strict=True):
        have = row.told.figure.interval
        numbers = (row.told.figure.qualifier, have.lower, have.upper, have.best)
        writer.writerow(map(safe_cell, (*asdict(one).values(), *numbers, *handled)))
    yield from out.getvalue().splitlines()


def as_json(track: Track, briefing: Briefing) -> Iterator[str]:
    """Yield a JSON object: the question, its bounds, and the statements."""
    name = origins.of_bounds(briefing)
    lines = lines_of(track, briefing)

    def chain(bounds: Sequence[Bound]) -> list[dict[str, object]]:
        return [{"number": one.number, "on": name(one)} for one in bounds]

    handling = briefing.handling
    data = {
        "question": tracks.question(track.asked),
        "handling": None if handling is None else handling.as_dict(),
        "drafts": libraries.draft_count(briefing),
        "floor": chain(track.floor.certain),
        "possible_floor": chain(track.floor.possible),
        "ceiling": chain(track.ceiling.certain),
        "possible_ceiling": chain(track.ceiling.possible),
        "statements": [asdict(one) for one in lines],
    }
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))


def as_svg(track: Track, briefing: Briefing) -> Iterator[str]:
    """Yield a picture of the statements, in SVG."""
    from kursk_tui.formats.pictures import track as picture  # loaded with a picture

    lines = lines_of(track, briefing)
    rows = [row for section in SECTIONS for row in track.of(section)]
    drawn = [_drawn(track, one, row) for one, row in zip(lines, rows, strict=True)]
    sections = [
        picture.Section(
            tracks.heading(track, section),
            [one for one, row in zip(drawn, rows, strict=True) if row.section == section],
        )
        for section in SECTIONS
        if track.of(section)
    ]
    foot = list(_foot(track, briefing, lines))
    return picture.picture(
        tracks.question(track.asked), (_title(briefing), *foot[:1]), sections, foot[1:]
    )


def _drawn(track: Track, one: Line, row: Row) -> "Statement":
    from kursk_tui.formats.pictures.track import Statement  # loaded with a picture

    told = row.told
    mark = "? " if _unreviewed(one) else ""
    below = " · ".join(filter(None, (one.beside, _about(one))))
    is_open = told.figure.modality == "asserted" and told.place not in track.ended
    said, words = f"{mark}{one.said}", phrases.quoted(one.words)
    is_named = told.origin is not None
    return Statement(said, one.who, is_named, words, below, told.figure, is_open)
