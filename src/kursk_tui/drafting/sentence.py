"""A sentence as the rules of drafting use it: annotated, with its triggers."""

from dataclasses import dataclass, field
from typing import Literal

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.lexicon import Trigger

TriggerSide = Literal["left", "right", "noun", "adjective"]
"""The side of a verb that the people counted are on; nouns and adjectives have no fixed side."""


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A trigger at tokens `first` to `last`, and on which side of it the people counted are.

    `finite` is true if the trigger has an auxiliary or needs none: "were killed", but not
    "soldiers killed". `merged` marks triggers that were joined, which count all that they
    `include`: "killed or wounded".
    """

    first: int
    last: int
    trigger: Trigger
    side: TriggerSide
    finite: bool = False
    merged: bool = False
    includes: tuple[str, ...] = ()

    @property
    def measure(self) -> str:
        """The measure; two merged triggers count casualties."""
        return "casualties" if self.merged else self.trigger.entry.measure

    @property
    def rule(self) -> str:
        """The name of the rule that `--explain` shows."""
        return self.trigger.entry.rule

    @property
    def weak(self) -> bool:
        """Whether any other trigger within reach takes precedence."""
        return self.trigger.entry.weak


@dataclass(slots=True)
class Sentence(AnnotatedSentence):
    """An annotated sentence with its triggers, in order and by token.

    `outbreak` means that the text has named a disease before, so that "cases" are those of it.
    """

    trigger_matches: list[TriggerMatch] = field(default_factory=list)
    trigger_at: dict[int, TriggerMatch] = field(default_factory=dict)
    outbreak: bool = False
