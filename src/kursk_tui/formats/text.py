"""A report as plain text, for pipes, logs and screen readers."""

from collections.abc import Iterable, Iterator

from kursk_tui.formats.report import (
    NO_CHANGE,
    NO_CLAIM,
    NO_CONFLICT,
    NO_FIGURE,
    NO_LIKELIHOOD,
    NOT_SUMMED,
    POSSIBLE,
    ClaimEntry,
    ConflictEntry,
    DocumentEntry,
    FigureRow,
    LikelihoodRow,
    Report,
    SideRow,
    SourceRow,
)
from kursk_tui.formats.report_builder import build_report
from kursk_tui.query import View
from kursk_tui.text.cells import wrapped
from kursk_tui.text.sanitize import visible
from kursk_tui.wording.phrases import quoted

_LABEL = 12
"""The width of the labels of facts, in columns."""


def plain_text(view: View, width: int = 80) -> Iterator[str]:
    """Yield everything a view shows, in lines of at most `width` columns if words allow it.

    There are no box characters and no colours. Control characters have visible substitutes.
    """
    for line in _lines(build_report(view), max(40, width)):
        yield visible(line).rstrip()


def _lines(report: Report, width: int) -> Iterator[str]:
    yield from _wrap(report.title, width)
    if report.handling:
        yield from _wrap(report.handling, width)
    yield report.about
    if report.hidden:
        yield report.hidden
    if report.draft:
        yield report.draft
    if report.selection:
        yield f"query: {report.selection.query}"
        yield report.selection.counts
    yield from _changes(report, width)
    yield from _section("Timeline", _timeline(report), width)
    yield from _section("Figures", _figures(report), width)
    yield from _section("Sources", _sources(report), width)
    yield from _section("Confidence", _confidence(report), width)
    yield from _conflicts(report, width)
    yield from _section("Documents", map(_document, report.documents), width)
    yield ""
    yield "CLAIMS"
    for claim in report.claims:
        yield ""
        yield from _claim(claim, width)


def _changes(report: Report, width: int) -> Iterator[str]:
    if report.changes is not None:
        texts = report.changes.lines or [NO_CHANGE]
        yield from _section("Changes since", texts, width, report.changes.since)


def _section(title: str, entries: Iterable[str], width: int, name: str = "") -> Iterator[str]:
    yield ""
    yield f"{title.upper()} {name}".rstrip()
    for entry in entries:
        yield from _wrap(entry, width, "- ", "  ")


def _ids(report: Report, claims: Iterable[str]) -> str:
    """Return ids of claims in brackets; possible matches have a remark."""
    remark = f" ({POSSIBLE})"
    return f"[{', '.join(one + remark * (one in report.possible) for one in claims)}]"


def _timeline(report: Report) -> Iterator[str]:
    for row in report.timeline:
        yield f"{row.date} ({row.role}): {row.summary} {_ids(report, [row.claim])}"
    if report.undated:
        yield f"{report.undated_note} {_ids(report, report.undated)}"
    elif not report.claims:
        yield NO_CLAIM


def _figures(report: Report) -> Iterator[str]:
    yield from (_figure(report, row) for row in report.figures)
    yield NOT_SUMMED if report.figures else NO_FIGURE


def _figure(report: Report, row: FigureRow) -> str:
    population = () if row.population_stated else ("population not stated",)
    about = (
        *row.likelihoods,
        row.bounds,
        *population,
        *row.counted,
        row.who or "source not stated",
    )
    return f"{row.measure} {quoted(row.words)}: {'; '.join(about)} {_ids(report, [row.claim])}"


def _sources(report: Report) -> Iterator[str]:
    yield from (_source(report, row) for row in report.sources)
    if report.unattributed:
        yield f"{report.unattributed_note} {_ids(report, report.unattributed)}"
    elif not report.sources:
        yield NO_CLAIM


def _source(report: Report, row: SourceRow) -> str:
    link = f" {row.url}" if row.url else ""
    return f"{row.name} ({row.about}){link} {_ids(report, row.claims)}"


def _confidence(report: Report) -> Iterator[str]:
    yield from (_likelihood(report, row) for row in report.likelihoods)
    if not report.likelihoods:
        yield NO_LIKELIHOOD
    levels = ", ".join(f"{row.level} {_ids(report, [row.claim])}" for row in report.levels)
    yield f"analytic confidence: {levels or 'not stated'}"


def _likelihood(report: Report, row: LikelihoodRow) -> str:
    scope = "not stated" if row.scope is None else quoted(row.scope)
    return f"{row.term}, {row.range}, {row.scale}; scope: {scope} {_ids(report, [row.claim])}"


def _conflicts(report: Report, width: int) -> Iterator[str]:
    yield from _section("Conflicts", () if report.conflicts else (NO_CONFLICT,), width)
    for conflict in report.conflicts:
        yield from _wrap(f"- {_conflict(conflict)}", width, "", "  ")
        for side in conflict.sides:
            yield from _wrap(_side(report, side), width, "  - ", "    ")
    if report.uncompared:
        yield f"- {report.uncompared_note}"
        for measure, side in report.uncompared:
            yield from _wrap(f"{measure} {_side(report, side)}", width, "  - ", "    ")


def _conflict(entry: ConflictEntry) -> str:
    return f"{entry.counted}: {entry.verdict} ({entry.about})"


def _side(report: Report, row: SideRow) -> str:
    return f"{quoted(row.words)}: {'; '.join(row.about)} {_ids(report, [row.claim])}"


def _document(entry: DocumentEntry) -> str:
    about = f"; {entry.about}" if entry.about else ""
    return f"{entry.id}: {entry.name}{about}{f' {entry.url}' if entry.url else ''}"


def _claim(entry: ClaimEntry, width: int) -> Iterator[str]:
    possible = f"{POSSIBLE}, " if entry.possible else ""
    yield from _wrap(f"[{entry.id}] {entry.summary}", width, "", "  ")
    yield from _wrap(f"{possible}{entry.kind}, {entry.span} of {entry.document}", width)
    yield from _wrap(quoted(entry.quote), width)
    for fact in entry.facts:
        yield from _wrap(fact.text, width, f"{fact.label:{_LABEL}}", " " * _LABEL)


def _wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Wrap at spaces only, not at hyphens, so that a search finds names and quotes."""
    return wrapped(visible(text), width, first, rest)
