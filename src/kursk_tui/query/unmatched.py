"""Why a field with a value finds nothing in a briefing, and what may be meant."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from math import inf

from kursk_tui.model import parse_edtf
from kursk_tui.model.figure import STANDARD_MEASURES
from kursk_tui.query.baseline import DIFFERENCES, NO_BASELINE, Baseline, comparing
from kursk_tui.query.catalogue import Catalogue
from kursk_tui.query.error import brief
from kursk_tui.query.field import Candidate, Field
from kursk_tui.query.missing_words import written_otherwise
from kursk_tui.query.odd_words import as_pattern
from kursk_tui.query.syntax.tree import Atom, Query, Term
from kursk_tui.text.folding import plain
from kursk_tui.text.messages import closest

Finds = Callable[[Query], bool]
"""Whether any claim matches a query."""

_SHOWN = 5
"""The most values that a remark lists."""
_COMPARED = 500
"""The most values of a briefing that are compared with a mistyped one."""

_LONGEST = 64
"""The longest value that is compared with others."""

_SOURCE_FIELDS = ("source", "origin", "via")
_NO_SOURCE = frozenset({"none", "nobody", "no", "unknown", "unstated", "unattributed", "anonymous"})
_WILDCARD = re.compile(r"[*?%]")
_LISTED = re.compile(r"\s*[,;|/]\s*")


def why_nothing(term: Term, field: Field, catalogue: Catalogue, finds: Finds) -> str:
    """Return a sentence about a term that no claim matches."""
    name = term.field
    nothing = f"no claim matches {brief(term)}"
    if name == "text":
        return nothing + _of_text(term, finds)
    if name == "date":
        return nothing + _extent_of_dates(catalogue)
    if name in STANDARD_MEASURES or name in catalogue.measures:
        return nothing + _extent_of_figures(name, catalogue)
    offered = list(islice(field.candidates(name, catalogue, compared=False), _COMPARED))
    if isinstance(term.value, Atom):
        text = term.value.text
        if name in _SOURCE_FIELDS and text.lower() in _NO_SOURCE:
            without = "is:unattributed finds claims without a source"
            return f"{brief(term)} searches for this name; {without}"
        if meant := _meant(name, text, offered, finds):
            return f"{nothing}; did you mean {meant}?"
        if sign := _WILDCARD.search(text):
            nothing += f"; {sign[0]} is an ordinary character here"
    return nothing if name == "id" else nothing + _values(name, offered, finds)


def asks_for_changes(term: Term) -> bool:
    """Return whether a term asks for claims that differ from an earlier version."""
    value = term.value
    return term.field == "is" and isinstance(value, Atom) and value.text.lower() in DIFFERENCES


def why_incomparable(baseline: Baseline | None) -> str | None:
    """Return why claims can't be compared with an earlier version, or None if they can."""
    if baseline is None:
        return NO_BASELINE
    return comparing(baseline.name) if baseline.differing is None else None


def _of_text(term: Term, finds: Finds) -> str:
    value = term.value
    if not isinstance(value, Atom):
        return ""

    def found(text: str) -> bool:
        return finds(Term("text", Atom(text)))

    phrase = value.span[1] - value.span[0] != len(value.text)
    advice = None if phrase else as_pattern(value.text, found)
    advice = advice or written_otherwise(value.text, found)
    return f"; {advice}" if advice else ""


def _meant(name: str, text: str, offered: Iterable[Candidate], finds: Finds) -> str | None:
    """Return the term that one with an unknown value most likely stands for, or None."""
    several = [one for one in _LISTED.split(text) if one]
    if len(several) > 1 and any(finds(Term(name, Atom(one))) for one in several):
        return _any_of(name, several)
    names: dict[str, str] = {}
    for candidate in offered:
        for known in (candidate.value, *candidate.aliases):
            names.setdefault(plain(known), candidate.value)
    if (stem := plain(_WILDCARD.split(text)[0])) != plain(text) and stem:
        begun = dict.fromkeys(value for known, value in names.items() if known.startswith(stem))
        return _any_of(name, list(begun)) if 0 < len(begun) <= _SHOWN else None
    found = closest(plain(text), names) if len(text) <= _LONGEST else None
    if not found or not finds(Term(name, Atom(names[found]))):
        return None
    return _any_of(name, [names[found]])


def _any_of(name: str, values: Sequence[str]) -> str:
    written = " OR ".join(str(Atom(one)) for one in values)
    return f"{name}:({written})" if len(values) > 1 else f"{name}:{written}"


def _values(name: str, offered: Iterable[Candidate], finds: Finds) -> str:
    """Return what else of a field claims match."""
    values = dict.fromkeys(Term(name, Atom(one.value)) for one in offered)
    some = list(islice(filter(finds, values), _SHOWN))
    return f"; claims match {', '.join(map(brief, some))}" if some else f", nor {name}: at all"


def _extent_of_figures(name: str, catalogue: Catalogue) -> str:
    if counts := catalogue.counts(name):
        low, high = min(counts), max(counts)
        if low == high:
            return f"; the only figure for {name} is {low:,}"
        return f"; the figures for {name} run from {low:,} to {high:,}"
    measures = ", ".join(islice(catalogue.measures, _SHOWN))
    return f"; the measures here are {measures}" if measures else "; there are no figures here"


def _extent_of_dates(catalogue: Catalogue) -> str:
    days = [day for edtf in catalogue.dates_in_use for day in _days(edtf)]
    if not days:
        return "; there are no dates here"
    return f"; the dates here run from {_day(min(days))} to {_day(max(days))}"


def _days(edtf: str) -> Iterator[int]:
    extent = parse_edtf(edtf)
    if extent.month_day is None:
        yield from (int(day) for day in (extent.start_min, extent.end_max) if abs(day) != inf)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
