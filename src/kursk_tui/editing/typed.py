"""Numbers and dates as the analyst types them."""

from kursk_tui.editing.error import EditError
from kursk_tui.editing.fields import change_item
from kursk_tui.editing.items import Item
from kursk_tui.editing.reading import number_at
from kursk_tui.model import Briefing
from kursk_tui.model.figure import Figure

_SEVERAL = frozenset({"between", "magnitude", "no number"})
"""Qualifiers that do not fit a single number."""


def change_number(briefing: Briefing, number: int, item: Item, text: str) -> Briefing:
    """Return the briefing with the number of a figure as typed, such as “at least 40”.

    A bare number leaves the qualifier as it is, if that takes one number. Raises EditError.
    """
    text = text.strip()
    found = number_at(text, 0, len(text))
    if found is None or (found.start, found.end) != (0, len(text)):
        raise EditError(f"“{text}” is not read as a number; type 40, at least 40 or 30 to 40")
    if found.qualifier == "no number":
        raise EditError(f"the ends of “{text}” are approximate; type 30 to 40 or about 40")
    changes: dict[str, object] = {"values": found.values}
    before = _qualifier(briefing, number, item)
    if found.qualifier != "exactly" or before in _SEVERAL or text.split()[0] == "exactly":
        changes["qualifier"] = found.qualifier
    return change_item(briefing, number, item, **changes)


def change_qualifier(briefing: Briefing, number: int, item: Item, qualifier: str) -> Briefing:
    """Return the briefing with another qualifier of a figure. Raises EditError."""
    changes: dict[str, object] = {"qualifier": qualifier}
    have = len(briefing.claims[number].figures[item.nth].values) if not item.rejected else 0
    if qualifier == "no number":
        changes["values"] = ()
    elif have != (2 if qualifier == "between" else 1):
        example = "30 to 40" if qualifier == "between" else f"{qualifier} 40"
        raise EditError(f"“{qualifier}” does not fit the number; change it to {example}")
    return change_item(briefing, number, item, **changes)


def _qualifier(briefing: Briefing, number: int, item: Item) -> str:
    figures: tuple[Figure, ...] = briefing.claims[number].figures
    return figures[item.nth].qualifier if item.nth < len(figures) and not item.rejected else ""


def change_date(briefing: Briefing, number: int, item: Item, text: str) -> Briefing:
    """Return the briefing with a date as typed, in EDTF. Raises EditError.

    What the document writes remains if the date completes it: the year of “3 May” is resolved.
    A note on how the date was read goes: it is of the old one.
    """
    text = text.strip()
    claim = briefing.claims[number]
    if item.rejected or "X" in text:
        return change_item(briefing, number, item, edtf=text, resolved=None, bound=None, note=None)
    written = claim.when[item.nth].edtf
    if written is None or _completes(text, written):
        return change_item(briefing, number, item, resolved=text, note=None)
    return change_item(briefing, number, item, edtf=text, resolved=None, note=None)


def _completes(text: str, written: str) -> bool:
    """Return whether a date only fills in the digits that the document leaves out."""
    if "X" not in written or len(text) != len(written):
        return False
    return all(one in ("X", other) for one, other in zip(written, text, strict=True))
