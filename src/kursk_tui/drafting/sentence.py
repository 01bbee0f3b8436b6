"""A sentence as the rules of drafting see it: annotated, with the triggers in it."""

from dataclasses import dataclass, field

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.lexicon import Trigger


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """A trigger at tokens `first` to `last`, and on which side the people counted stand.

    `side` is "left", "right", "noun" or "beside" (an adjective). `finite` is true if a form of
    "be" or "have" carries it: "were killed", but not "soldiers killed".
    """

    first: int
    last: int
    trigger: Trigger
    side: str
    finite: bool = False
    merged: bool = False

    @property
    def measure(self) -> str:
        """The measure; killed and wounded together are casualties."""
        return "casualties" if self.merged else self.trigger.measure


@dataclass(slots=True)
class Sentence(AnnotatedSentence):
    """An annotated sentence with its triggers, by place."""

    trigger_matches: list[TriggerMatch] = field(default_factory=list)
    trigger_at: dict[int, TriggerMatch] = field(default_factory=dict)
