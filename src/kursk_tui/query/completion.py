"""What can follow in a query that is being typed: fields, and the values a briefing has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from kursk_tui.model import YARDSTICKS
from kursk_tui.model.claim import Kind
from kursk_tui.model.likelihood import Confidence
from kursk_tui.query.fields import HAS, IS, field_names
from kursk_tui.query.index import Index
from kursk_tui.query.tree import Atom
from kursk_tui.text.folding import fold

_MOST = 50
_VALUE = re.compile(
    r"(?:^|[\s(-])(?P<field>[^\W\d][\w-]*):(?:\((?:[^()]*\s)?)?"
    r"(?P<operator>>=|<=|>|<|[^\s()\"]*\.\.)?(?P<value>\"[^\"]*|[^\s()\"]*)$"
)
_FIELD = re.compile(r"(?:^|[\s(-])(?P<value>[^\W\d][\w-]*|)$")


@dataclass(frozen=True, slots=True)
class Completion:
    """Texts that can stand in place of the code points from `start` to the cursor."""

    start: int
    candidates: tuple[str, ...]


def complete(text: str, index: Index) -> Completion:
    """Return what can complete the end of a query, the likeliest first; nothing if unknown."""
    if found := _VALUE.search(text):
        wanted = fold(found["value"].lstrip('"'))
        values = _values(found["field"].lower(), bool(found["operator"]), index)
        fitting = [(value, names) for value, names in values if _fits(wanted, (value, *names))]
        fitting.sort(key=lambda pair: not fold(pair[0]).startswith(wanted))
        chosen = dict.fromkeys(_written(value) for value, _ in fitting)
    elif found := _FIELD.search(text):
        wanted = found["value"].lower()
        chosen = dict.fromkeys(f"{one}:" for one in field_names(index) if one.startswith(wanted))
    else:
        return Completion(len(text), ())
    return Completion(found.start("value"), tuple(chosen)[:_MOST])


def _fits(wanted: str, names: Iterable[str]) -> bool:
    return any(wanted in fold(name) for name in names)


def _written(value: str) -> str:
    return value if value.startswith((">", "*")) else str(Atom(value))


def _values(field: str, compared: bool, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the values of a field, each with other names it is known by."""
    match field:
        case "source" | "origin" | "via":
            part = {"origin": slice(0, 1), "via": slice(1, None)}.get(field, slice(None))
            used = dict.fromkeys(
                one for claim in index.claims for one in claim.attribution.chain[part]
            )
            for one in map(index.briefing.source_by_id.__getitem__, used):
                yield one.id, (one.name, one.short or "")
        case "country":
            yield from _plain(one.country for one in index.briefing.sources if one.country)
        case "likelihood":
            scales = dict.fromkeys(one.scale for _, one in index.likelihoods) or YARDSTICKS
            yield from _plain(band.term for one in scales for band in YARDSTICKS[one].bands)
        case "confidence" | "kind" | "is" | "has":
            levels, kinds = get_args(Confidence), get_args(Kind)
            choices = {"confidence": levels, "kind": kinds, "is": IS, "has": HAS}
            yield from _plain(choices[field])
        case "id":
            yield from _plain(claim.id for claim in index.claims)
        case "date":
            dates = (when.placed for _, when in index.dates if when.placed)
            days = {one for one in dates if not set("/X~?%") & set(one)}
            yield from _plain(sorted(days))
        case _ if field in index.figures:
            if not compared:
                yield "*", ()
            have = (figure for _, figure in index.figures[field])
            numbers = {one for figure in have for one in (figure.lower, figure.upper, figure.best)}
            for number in sorted(number for number in numbers if number is not None):
                yield f"{'' if compared else '>='}{number}", (str(number),)


def _plain(values: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((value, ()) for value in dict.fromkeys(values))
