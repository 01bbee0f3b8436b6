"""Whom "he", "she", "they" and "it" mean, as a guess: the source named last."""

from collections.abc import Iterable
from dataclasses import replace

from kursk_tui.drafting.findings import Item

_PRONOUN = "pronoun source"


def resolve(items: Iterable[Item]) -> list[Item]:
    """Return the items with pronouns as sources resolved, in the order of the text."""
    resolved: list[Item] = []
    last: str | None = None
    for item in sorted(items, key=lambda one: (one.start, -one.end)):
        if item.kind == "attribution" and _PRONOUN in item.flags:
            value = item.value if last is None else {**item.value, "source": last}
            item = replace(item, value=value, tier="guess")
        elif item.kind == "attribution" and item.value["source"]:
            last = item.value["source"]
        resolved.append(item)
    return resolved
