"""The figures of a view as CSV, for spreadsheets and statistics."""

import csv
import io
import re
from collections.abc import Iterator
from unicodedata import normalize

from kursk_tui.model import Claim, Figure
from kursk_tui.query import View
from kursk_tui.text.invisible import is_visible
from kursk_tui.text.sanitize import NO_GLYPH, visible
from kursk_tui.wording import phrases

COLUMNS = (
    "claim",
    "answer",
    "review",
    "kind",
    "measure",
    "words",
    "qualifier",
    "lower",
    "upper",
    "best",
    "values",
    "modality",
    "population",
    "place",
    "period",
    "origin",
    "via",
    "basis",
    "stance",
    "attribution_words",
    "dates",
    "resolved",
    "date_roles",
    "likelihoods",
    "figure_likelihoods",
    "scales",
    "confidence",
    "summary",
    "quote",
    "document",
    "start",
    "end",
)
"""The column headers. A cell is empty if the value is not stated."""

# A spreadsheet that splits at semicolons starts a new cell after each, and after a line break. One
# that normalizes also splits at what NFKC turns into semicolons and commas.
_SPLITS = ";\n\u037e\ufe54\uff1b\ufe10\ufe50\uff0c"
_PART = re.compile(rf"(^|[{_SPLITS}])([^\S\n]*)([^{_SPLITS}]*)")
_SIGNS = ("=", "+", "-", "@")
_SEPARATOR = "; "


def write(view: View) -> str:
    """Return a header and one row per figure as CSV (RFC 4180, but lines end with LF).

    Text that a spreadsheet would interpret as a formula is prefixed with an apostrophe.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for number in view.numbers:
        claim = view.claims[number]
        answer = "possible" if view.possible(number) else "match"
        for figure in claim.figures:
            rows.writerow(map(_cell, _row(claim, figure, answer, view)))
    return out.getvalue()


def _row(claim: Claim, figure: Figure, answer: str, view: View) -> Iterator[str | int | None]:
    names = [view.briefing.source_by_id[source_id].name for source_id in claim.attribution.chain]
    have = figure.interval
    yield from (
        claim.id,
        answer,
        claim.review_state,
        claim.kind,
        figure.measure,
        figure.words,
        figure.qualifier,
    )
    yield from (have.lower, have.upper, have.best)
    yield _SEPARATOR.join(map(str, figure.values))
    yield figure.modality
    yield from (figure.population, figure.place, figure.period)
    yield from (names[0] if names else None, _SEPARATOR.join(names[1:]))
    yield from (claim.attribution.basis, claim.attribution.stance, claim.attribution.words)
    dates = [when for when in claim.when if when.placed]
    yield _SEPARATOR.join(when.edtf or "" for when in dates)
    yield _SEPARATOR.join(when.resolved or "" for when in dates)
    yield _SEPARATOR.join(when.role for when in dates)
    yield _SEPARATOR.join(likelihood.term for likelihood in claim.likelihoods)
    yield _SEPARATOR.join(phrases.likelihoods(claim, figure))
    yield _SEPARATOR.join(likelihood.scale for likelihood in claim.likelihoods)
    yield from (claim.confidence, claim.summary, claim.evidence.exact)
    yield from (claim.document, claim.evidence.start, claim.evidence.end)


def _cell(value: str | int | None) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    guarded = _PART.sub(_guard, value)
    shown = "\n".join(visible(line) for line in guarded.split("\n"))
    # An empty cell means “not stated”, so a cell that only looks empty must not.
    return shown if not shown or any(map(is_visible, shown)) else NO_GLYPH * len(shown)


def _guard(found: re.Match[str]) -> str:
    separator, blank, part = found.groups()
    mark = "'" if _is_formula(part) or (not separator and found.string[:1].isspace()) else ""
    return f"{separator}{blank}{mark}{part}" if separator else f"{mark}{blank}{part}"


def _is_formula(part: str) -> bool:
    """Return whether the first visible character is a sign of formulas, or similar to one."""
    first = next(filter(is_visible, part), "")
    return normalize("NFKC", first)[:1] in _SIGNS
