"""Figures that a denial reaches: "denied that it had lost 300"."""

import re
from dataclasses import replace

from kursk_tui.drafting.items import Item

_WORD = re.compile(r"\w+|;")
_TURNS = frozenset(
    {
        *("but", "while", "although", "though", "whereas", "however", ";", "said", "saying"),
        *("says", "insisting", "claiming", "claimed", "adding", "added", "instead"),
    }
)


def deny(text: str, items: list[Item], first: int) -> None:
    """Mark figures behind the word of a denial as denied, as far as the denial reaches."""
    denials = [one for one in items[first:] if one.value.get("stance") == "denies"]
    ends = [cue[1] for one in denials for cue in one.evidence]
    for nth, item in enumerate(items[first:], start=first):
        near = max((end for end in ends if end <= item.start), default=None)
        if item.kind == "figure" and near is not None and _reaches(text[near : item.start]):
            items[nth] = replace(item, value={**item.value, "modality": "denied"})


def _reaches(between: str) -> bool:
    """Whether a denial still holds after these words: nobody says something else in them."""
    return not _TURNS.intersection(_WORD.findall(between.lower()))
