"""What a format leaves out of a view: counted, and by claim."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from kursk_tui.formats.cases import CASES
from kursk_tui.formats.file_format import Format
from kursk_tui.formats.loss import Loss
from kursk_tui.formats.selection import selected
from kursk_tui.model import Briefing, Claim, Document, Source
from kursk_tui.model.record import Record
from kursk_tui.query import View
from kursk_tui.text.messages import plural

_PARTS = {"documents": "document", "sources": "source", "claims": "claim"}
_KINDS: Mapping[type, str] = {Document: "documents", Source: "sources", Claim: "claims"}
_SHOWN = 5
"""The most ids in a line for people."""


@dataclass(frozen=True)
class Lost:
    """What a format leaves out of a view, for one of its losses.

    `values` is the number of values, and the others are the ids of the records that state them.
    """

    words: str
    fields: tuple[str, ...]
    values: int
    documents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The records in words: “2 claims (c1, c4)”."""
        parts = [
            f"{plural(len(ids), noun)} ({', '.join(ids[:_SHOWN])}{', …' * (len(ids) > _SHOWN)})"
            for part, noun in _PARTS.items()
            if (ids := getattr(self, part))
        ]
        return ", ".join(parts) or "the briefing"


_NO_OPTIONS: Mapping[str, str] = {}


def find_losses(
    view: View, file_format: Format, options: Mapping[str, str] = _NO_OPTIONS
) -> list[Lost]:
    """Return what a format leaves out of the claims that a view shows, in the format's order."""
    shown = selected(view)
    chosen = {"", *(f"{name} {value}" for name, value in options.items())}
    losses = (loss for loss in file_format.losses if loss.option in chosen)
    found = [(_limited if loss.when else _lost)(shown, loss) for loss in losses]
    if file_format.reads:
        found.append(_relations_to_others(view))
    return [lost for lost in found if lost.values]


def _relations_to_others(view: View) -> Lost:
    """Return the relations to claims that a query leaves out; a file that is read has none."""
    claims: dict[str, None] = {}
    values = 0
    shown = (view.claims[number] for number in view.numbers)
    for before, after in zip(shown, selected(view).claims, strict=True) if view.query_text else ():
        if cut := _relations(before) - _relations(after):
            values += cut
            claims[before.id] = None
    fields = ("claims.relations", "claims.figures.relations")
    words = "for any program, relations to claims that the query leaves out"
    return Lost(words, fields, values, claims=tuple(claims))


def _relations(claim: Claim) -> int:
    return len(claim.relations) + sum(len(figure.relations) for figure in claim.figures)


def losses_as_text(
    view: View, file_format: Format, options: Mapping[str, str] = _NO_OPTIONS
) -> Iterator[str]:
    """Yield lines that say what a format leaves out of a view."""
    found = find_losses(view, file_format, options)
    if not found:
        yield f"{file_format.title} leaves nothing out"
        return
    yield f"{lead(view, file_format)}:"
    for lost in found:
        yield f"  {lost.words}: {plural(lost.values, 'value')}, of {lost.where}"


def lead(view: View, file_format: Format) -> str:
    """Return the beginning of a sentence about what a format loses of a view."""
    title = file_format.title[0].upper() + file_format.title[1:]
    if file_format.losses and file_format.reads and view.briefing.is_library:
        return f"{title} of a library is not read back, and other programs lose"
    if file_format.losses and file_format.reads:  # by this program
        return f"{title} is read back whole, but other programs lose"
    return f"{title} leaves out"


def losses_as_json(
    view: View, file_format: Format, options: Mapping[str, str] = _NO_OPTIONS
) -> Iterator[str]:
    """Yield what a format leaves out of a view as one JSON object."""
    losses = [asdict(lost) for lost in find_losses(view, file_format, options)]
    yield json.dumps({"format": file_format.name, "losses": losses}, ensure_ascii=False, indent=2)


def _lost(briefing: Briefing, loss: Loss) -> Lost:
    found: dict[str, dict[str, None]] = {part: {} for part in _PARTS}
    values = 0
    for field in loss.fields:
        part, _, rest = field.partition(".")
        if part not in _PARTS:
            values += _count(briefing, field.split("."))
            continue
        for one in getattr(briefing, part):
            if count := _count(one, rest.split(".")):
                values += count
                found[part][one.id] = None
    ids = {part: tuple(named) for part, named in found.items()}
    return Lost(loss.words, loss.fields, values, **ids)


def _limited(briefing: Briefing, loss: Loss) -> Lost:
    """Return a loss that is limited to a case: a value for each time that it occurs."""
    values = 0
    named: dict[str, dict[str, None]] = {part: {} for part in _PARTS}
    for one in CASES[loss.when](briefing):
        values += 1
        if not isinstance(one, Briefing):
            named[_KINDS[type(one)]][one.id] = None
    ids = {part: tuple(found) for part, found in named.items()}
    return Lost(loss.words, loss.fields, values, **ids)


def _count(record: object, path: Sequence[str]) -> int:
    """Return the number of values that a record states in a field."""
    if isinstance(record, tuple):
        return sum(_count(one, path) for one in record)
    if not path:
        return _values(record)
    name, *rest = path
    value = getattr(record, name, None)
    if isinstance(record, Record) and value == record.defaults[name]:
        return 0
    return _count(value, rest)


def _values(value: object) -> int:
    """Return the number of values in a field: 0 if it is empty, those inside if it is a record."""
    if value is None or value in ((), ""):
        return 0
    if isinstance(value, tuple):
        return sum(map(_values, value))
    if isinstance(value, Record):
        names = (name for name in value.defaults if getattr(value, name) != value.defaults[name])
        return sum(_values(getattr(value, name)) for name in names)
    return 1


def total(losses: Iterable[Lost]) -> int:
    """Return the number of values that are left out."""
    return sum(lost.values for lost in losses)
