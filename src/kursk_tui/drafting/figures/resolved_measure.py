"""The measure of a number as the rules resolve it."""

from typing import Literal, NamedTuple

from kursk_tui.drafting.sentence import TriggerMatch
from kursk_tui.vocabulary import Tier

Side = Literal["verb", "noun", "after"]
"""What gives a measure: a verb before the number, a noun anywhere, or words after it."""

HARM = frozenset({"killed", "wounded", "missing", "captured", "casualties"})
"""Measures that add up to casualties, which the subject of a verb of losing has."""


class ResolvedMeasure(NamedTuple):
    """The measure of a number, with the words that give it and how near they are."""

    measure: str
    rule: str
    tier: Tier
    side: Side
    match: TriggerMatch | None = None
    weak: bool = False
