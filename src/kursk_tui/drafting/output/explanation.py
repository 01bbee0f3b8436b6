"""A draft explained to people: every item and every rejection, in the order of the text."""

from collections.abc import Iterator, Sequence
from typing import Any

from kursk_tui.drafting.findings import Item, Rejection

_SHOWN = 70
_CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), 65533) | dict.fromkeys(
    (*range(8234, 8239), *range(8294, 8298), 65279), 65533
)


def lines(text: str, items: Sequence[Item], rejected: Sequence[Rejection]) -> Iterator[str]:
    """Yield the lines: a sentence, then what was found in it, what was set aside, and why."""
    rows = [
        (item.start, 0 if item.kind == "sentence" else 1, -item.end, _item(text, item))
        for item in items
    ]
    rows += [(one.start, 2, -one.end, _rejection(text, one)) for one in rejected]
    for _, _, _, line in sorted(rows):
        yield line
    guesses = sum(item.tier == "guess" for item in items if item.kind != "sentence")
    found = sum(item.kind != "sentence" for item in items)
    yield (
        f"{len(items) - found} sentences, {found} items, {guesses} of them guesses, which need "
        f"a decision; {len(rejected)} set aside"
    )


def shown(text: str) -> str:
    """Return words of the text in one short line that is safe to print."""
    plain = " ".join(text.split()).translate(_CONTROL)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _item(text: str, item: Item) -> str:
    words = shown(text[item.start : item.end])
    if item.kind == "sentence":
        return f"{item.start}–{item.end} {item.value['kind']}: {words}"
    flags = f" · {', '.join(item.flags)}" if item.flags else ""
    guess = " · needs a decision" if item.tier == "guess" else ""
    says = ", ".join(_stated(item.value))
    rests = " and ".join(f"“{shown(text[start:end])}”" for start, end in item.evidence)
    on = f" by {rests}" if rests else ""
    return f"  {item.kind} “{words}”: {says} [{item.rule}, {item.tier}]{on}{flags}{guess}"


def _stated(value: dict[str, Any]) -> Iterator[str]:
    for key, one in value.items():
        if one is not None and one is not False:
            yield key if one is True else f"{key} {shown(str(one))}"


def _rejection(text: str, one: Rejection) -> str:
    return f"  set aside “{shown(text[one.start : one.end])}”: {one.reason}"
