"""A report as Markdown, with the words of every claim in a footnote."""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from kursk_tui.formats.report import (
    FIGURE_HEADS,
    KINDS,
    NO_CHANGE,
    NO_CLAIM,
    NO_CONFLICT,
    NO_FIGURE,
    NO_LIKELIHOOD,
    NOT_SUMMED,
    POSSIBLE,
    ClaimEntry,
    FigureRow,
    Report,
    SideRow,
)
from kursk_tui.formats.report_builder import build_report
from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import visible
from kursk_tui.wording.phrases import quoted

_MARKER = r"(?:\d+|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,})"
# Includes what only pandoc interprets: superscripts, attributes, citations, dashes, lists with
# letters or parentheses, divisions. Pandoc may still convert quotes and dots to typographic ones.
# GitHub also makes links of plain “http://” and “www.”.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>|~&$^{]|(?<=-)-|(?<![^\W_])@(?=\w)|(?<=:)/(?=/)|(?<=www)\."
    rf"|^[#+=-]|#$|^:(?=::)|^{_MARKER}(?=[.)]( |$))|^[A-Z](?=\)( |$))|^@(?=[.)])"
    rf"|^\((?=(?:{_MARKER}|[A-Z]|@\w*)\)( |$))"
)


def write(view: View) -> str:
    """Return a view as Markdown (CommonMark with tables and footnotes, as GitHub and pandoc read).

    Nothing in the data is interpreted as markup.
    """
    report = build_report(view)
    names = _footnote_names(view)
    notes = {
        claim: f" *({POSSIBLE})*{name}" if claim in report.possible else name
        for claim, name in names.items()
    }
    parts = (
        _head(report),
        _changes(report),
        _timeline(report, notes),
        _figures(report, notes),
        _sources(report),
        _confidence(report, notes),
        _conflicts(report, notes),
        _claims(report, names),
        _footnotes(report, names),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def plain(text: str) -> str:
    """Return text as Markdown that renders as exactly this text, on one line."""
    return _SPECIAL.sub(_escape, " ".join(visible(text).split()))


def _escape(found: re.Match[str]) -> str:
    text = found.group()
    return f"{text}\\" if text.isalnum() else f"\\{text}"


def _footnote_names(view: View) -> dict[str, str]:
    """Return the footnote of each claim by the claim's id.

    Markdown ignores the case of footnote names, so an id that repeats another in case only gets a
    number.
    """
    ids = {claim.id.lower() for claim in view.claims}
    numbers: dict[str, Iterator[int]] = {}
    notes: dict[str, str] = {}
    for claim in view.claims:
        name = claim.id
        if name.lower() in numbers:
            others = (f"{claim.id}-{number}" for number in numbers[name.lower()])
            name = next(other for other in others if other.lower() not in ids)
        else:
            numbers[name.lower()] = count(2)
        notes[claim.id] = f"[^{name}]"
    return notes


def _head(report: Report) -> Iterator[str]:
    yield f"# {plain(report.title)}"
    yield ""
    if report.handling:
        yield f"**{plain(report.handling)}**"
        yield ""
    yield report.about
    if report.hidden:
        yield ""
        yield plain(report.hidden)
    if report.draft:
        yield ""
        yield f"**{report.draft_note}**"
    if report.selection:
        query = plain(quoted(report.selection.query))
        yield ""
        yield (
            f"Selected by the query {query}: {report.selection.counts}, "
            f"of {report.selection.total}."
        )
    yield ""


def _changes(report: Report) -> Iterator[str]:
    if report.changes is not None:
        yield f"## Changes since {plain(report.changes.since)}"
        yield ""
        texts = report.changes.lines or [NO_CHANGE]
        yield from (f"- {plain(one)}" for one in texts)
        yield ""


def _timeline(report: Report, notes: Mapping[str, str]) -> Iterator[str]:
    yield "## Timeline"
    yield ""
    for row in report.timeline:
        yield f"- {row.date} ({row.role}): {plain(row.summary)}{notes[row.claim]}"
    if report.undated:
        yield f"- {report.undated_note}."
    elif not report.claims:
        yield NO_CLAIM
    yield ""


def _figures(report: Report, notes: Mapping[str, str]) -> Iterator[str]:
    yield "## Figures"
    yield ""
    if not report.figures:
        yield NO_FIGURE
        yield ""
        return
    yield f"| {' | '.join(FIGURE_HEADS)} | |"
    yield "|---|---|---|---|---|---|---|"
    for row in report.figures:
        yield f"| {' | '.join(map(plain, _cells(row)))} | {notes[row.claim].lstrip()} |"
    yield ""
    yield NOT_SUMMED
    yield ""


def _cells(row: FigureRow) -> tuple[str, ...]:
    return (
        row.measure,
        quoted(row.words),
        row.bounds,
        "; ".join(row.likelihoods) or "not stated",
        ", ".join(row.counted) or "not stated",
        row.who or "source not stated",
    )


def _sources(report: Report) -> Iterator[str]:
    yield "## Sources"
    yield ""
    for row in report.sources:
        claims = plural(len(row.claims), "claim")
        yield f"- {plain(row.name)} ({plain(row.about)}): {claims}"
    if report.unattributed:
        yield f"- {report.unattributed_note}."
    elif not report.sources:
        yield NO_CLAIM
    yield ""


def _confidence(report: Report, notes: Mapping[str, str]) -> Iterator[str]:
    yield "## Confidence"
    yield ""
    for row in report.likelihoods:
        scope = "scope not stated" if row.scope is None else quoted(row.scope)
        about = plain(f"{row.range}, {row.scale}")
        yield f"- **{plain(row.term)}** ({about}): {plain(scope)}{notes[row.claim]}"
    if not report.likelihoods:
        yield f"- {NO_LIKELIHOOD}"
    levels = ", ".join(f"{row.level}{notes[row.claim]}" for row in report.levels)
    yield f"- Analytic confidence: {levels or 'not stated'}."
    yield ""


def _conflicts(report: Report, notes: Mapping[str, str]) -> Iterator[str]:
    yield "## Conflicts"
    yield ""
    for conflict in report.conflicts:
        verdict = f"**{plain(conflict.verdict)}** ({plain(conflict.about)})"
        yield f"{plain(conflict.counted)}: {verdict}"
        yield ""
        yield from (f"- {_side(side)}{notes[side.claim]}" for side in conflict.sides)
        yield ""
    if not report.conflicts:
        yield NO_CONFLICT
        yield ""
    if report.uncompared:
        yield report.uncompared_note.capitalize()
        yield ""
        for measure, side in report.uncompared:
            yield f"- {plain(measure)} {_side(side)}{notes[side.claim]}"
        yield ""


def _side(row: SideRow) -> str:
    return plain("; ".join((quoted(row.words), *row.about)))


def _claims(report: Report, notes: Mapping[str, str]) -> Iterator[str]:
    for kind, title in KINDS:
        chosen = [entry for entry in report.claims if entry.kind == kind]
        if chosen:
            yield f"## {title}"
            yield ""
            yield from (_claim(entry, notes[entry.id]) for entry in chosen)
            yield ""


def _claim(entry: ClaimEntry, note: str) -> str:
    possible = f" *({POSSIBLE})*" if entry.possible else ""
    about = (
        entry.who or "source not stated",
        *entry.terms,
        *entry.relations,
        *filter(None, (entry.chain, entry.review)),
    )
    return f"- {plain(entry.summary)}{possible} — {plain('; '.join(about))}{note}"


def _footnotes(report: Report, names: Mapping[str, str]) -> Iterator[str]:
    for entry in report.claims:
        about = ", ".join(filter(None, (entry.reference, entry.link)))
        yield f"{names[entry.id]}: {plain(f'{about}: {quoted(entry.quote)}')} ({entry.span})."
