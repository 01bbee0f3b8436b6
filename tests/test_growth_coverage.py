"""Every field that can contain something huge does so in one of the briefings of `fuzz_growth`."""

from collections.abc import Iterator
from typing import Any, get_origin

from kursk_tui.model import Briefing
from kursk_tui.model.limits import MAX_TEXT
from kursk_tui.model.record import Record
from tests.fuzz_growth.briefings import LINK_FIELDS, LISTS, QUOTE_FIELDS, TEXT_FIELDS, WHOLE
from tests.promises.hostile import metadata_of, record_in

_HUGE = 100
_NEVER_LONG = {
    ("Figure", "values"),
    ("Figure", "categories"),
    ("Likelihood", "term"),
    ("Attribution", "further"),
}
"""A figure has at most two values and few categories, a claim few chains; a term is of a scale."""

Place = tuple[str, str]
"""A record and the name of a field."""


def unbounded(kind: type[Record] | type[Briefing]) -> Iterator[Place]:
    """Yield the lists of a record, and its texts that can be long, in all its parts."""
    for name, field in kind.__pydantic_fields__.items():
        constraints = [*field.metadata, *metadata_of(field.annotation)]
        if get_origin(field.annotation) is tuple or any(
            getattr(one, "max_length", None) == MAX_TEXT for one in constraints
        ):
            yield kind.__name__, name
        if inner := record_in(field.annotation):
            yield from unbounded(inner)


def huge(kind: type[Record] | type[Briefing], raw: dict[str, Any]) -> Iterator[Place]:
    """Yield the lists and texts of a briefing that are huge."""
    for name, field in kind.__pydantic_fields__.items():
        value = raw.get(name)
        if isinstance(value, str | list) and len(value) >= _HUGE:
            yield kind.__name__, name
        if (inner := record_in(field.annotation)) and value:
            for one in value if isinstance(value, list) else [value]:
                yield from huge(inner, one)


def test_each_field_is_huge_in_one_briefing() -> None:
    makes = [make(_HUGE) for _, make in LISTS.values()]
    makes += [make(_HUGE) for make in WHOLE.values()]
    fields = {**TEXT_FIELDS, **LINK_FIELDS, **QUOTE_FIELDS}
    makes += [in_field("w" * _HUGE) for in_field in fields.values()]
    covered = {place for raw in makes for place in huge(Briefing, raw)}
    assert set(unbounded(Briefing)) - covered == _NEVER_LONG
