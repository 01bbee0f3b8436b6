"""The claims and figures of a view as CSV, for spreadsheets and statistics."""

import csv
import io
import re
from unicodedata import normalize

from kursk_tui.model import Claim, Figure
from kursk_tui.query import View
from kursk_tui.text.invisible import is_visible
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import NO_GLYPH, visible
from kursk_tui.tracking.endings import Ending
from kursk_tui.wording import endings, phrases

COLUMNS = (
    "claim",
    "answer",
    "review",
    "kind",
    "measure",
    "categories",
    "words",
    "qualifier",
    "lower",
    "upper",
    "best",
    "values",
    "figure_basis",
    "modality",
    "population",
    "place",
    "event",
    "period",
    "covers",
    "tally",
    "preliminary",
    "ended",
    "relations",
    "origin",
    "via",
    "further",
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
    "claim_relations",
    "summary",
    "quote",
    "document",
    "start",
    "end",
    "tlp",
    "licence",
)
"""The column headers. A cell is empty if the value is not stated."""

# A spreadsheet that splits at semicolons starts a new cell after each, and after a line break. One
# that normalizes also splits at what NFKC turns into semicolons and commas.
_SPLITS = ";\n\u037e\ufe54\uff1b\ufe10\ufe50\uff0c"
_PART = re.compile(rf"(^|[{_SPLITS}])([^\S\n]*)([^{_SPLITS}]*)")
_SIGNS = ("=", "+", "-", "@")
_SEPARATOR = "; "

MAX_CELL = 32_767
"""The most characters of a cell in Excel. Each row repeats the words of its claim."""


def write(view: View, rows: str = "all") -> str:
    """Return a header and rows as CSV (RFC 4180, but lines end with LF).

    A figure is a row, and a claim without a figure is one whose columns for figures are empty;
    with `rows` “figures”, only figures are rows. Text that a spreadsheet would interpret as a
    formula is prefixed with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    ended = view.index.ended
    for number in view.numbers:
        claim = view.claims[number]
        answer = "possible" if view.possible(number) else "match"
        if claim.figures or rows == "all":
            whole = _cells(_of_claim(claim, answer, view))
            figures = [
                _cells(_of_figure(figure, claim, ended.get((number, part))))
                for part, figure in enumerate(claim.figures)
            ]
            writer.writerows({**whole, **figure} for figure in figures or [{}])
    return out.getvalue()


def _cells(row: dict[str, str | int | None]) -> dict[str, str | int]:
    return {name: safe_cell(value) for name, value in row.items()}


def _of_claim(claim: Claim, answer: str, view: View) -> dict[str, str | int | None]:
    names, *others = [
        [view.briefing.source_by_id[source_id].cited for source_id in chain]
        for chain in claim.attribution.chains or ((),)
    ]
    handling = view.briefing.handling
    dates = [when for when in claim.when if when.placed]
    return {
        "claim": claim.id,
        "answer": answer,
        "review": claim.review_state,
        "kind": claim.kind,
        "origin": names[0] if names else None,
        "via": _SEPARATOR.join(names[1:]),
        "further": _SEPARATOR.join(map(phrases.ARROW.join, others)),
        "basis": claim.attribution.basis,
        "stance": claim.attribution.stance,
        "attribution_words": claim.attribution.words,
        "dates": _SEPARATOR.join(when.edtf or "" for when in dates),
        "resolved": _SEPARATOR.join(when.resolved or "" for when in dates),
        "date_roles": _SEPARATOR.join(when.role for when in dates),
        "likelihoods": _SEPARATOR.join(likelihood.term for likelihood in claim.likelihoods),
        "scales": _SEPARATOR.join(likelihood.scale for likelihood in claim.likelihoods),
        "confidence": claim.confidence,
        "claim_relations": _SEPARATOR.join(
            phrases.statement_relation(relation, view.briefing) for relation in claim.relations
        ),
        "summary": claim.summary,
        "quote": claim.evidence.exact,
        "document": claim.document,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "tlp": handling.tlp if handling is not None else None,
        "licence": handling.licence if handling is not None else None,
    }


def _of_figure(figure: Figure, claim: Claim, ending: Ending | None) -> dict[str, str | int | None]:
    have = figure.interval
    return {
        "measure": figure.measure,
        "categories": _SEPARATOR.join(figure.categories),
        "words": figure.words,
        "qualifier": figure.qualifier,
        "lower": have.lower,
        "upper": have.upper,
        "best": have.best,
        "values": _SEPARATOR.join(map(str, figure.values)),
        "figure_basis": figure.basis,
        "modality": figure.modality,
        "population": figure.population,
        "place": figure.place,
        "event": figure.event,
        "period": figure.period,
        "covers": figure.covers,
        "tally": figure.tally,
        "preliminary": "yes" if figure.preliminary else None,
        "ended": None if ending is None else endings.ended(ending),
        "relations": _SEPARATOR.join(map(phrases.related, figure.relations)),
        "figure_likelihoods": _SEPARATOR.join(phrases.likelihoods(claim, figure)),
    }


def safe_cell(value: str | int | None) -> str | int:
    """Return a value as a cell: empty if it is None, and without formulas."""
    if value is None or isinstance(value, int):
        return "" if value is None else value
    guarded = _PART.sub(_guard, value[: MAX_CELL + 1])
    shown = "\n".join(visible(line) for line in guarded.split("\n"))
    # An empty cell means “not stated”, so a cell that only looks empty must not.
    seen = shown if not shown or any(map(is_visible, shown)) else NO_GLYPH * len(shown)
    return shortened(seen, MAX_CELL)


def _guard(found: re.Match[str]) -> str:
    separator, blank, part = found.groups()
    mark = "'" if _is_formula(part) or (not separator and found.string[:1].isspace()) else ""
    return f"{separator}{blank}{mark}{part}" if separator else f"{mark}{blank}{part}"


def _is_formula(part: str) -> bool:
    """Return whether the first visible character is a sign of formulas, or similar to one."""
    first = next(filter(is_visible, part), "")
    return normalize("NFKC", first)[:1] in _SIGNS
