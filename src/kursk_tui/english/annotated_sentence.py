"""A sentence as the rules see it: tokens, dates, quantities, and what happens to people."""

from dataclasses import dataclass, field

from kursk_tui.english.dates.date_ranges import Dating
from kursk_tui.english.lexicon import Lexicon, Trigger
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger at a place: tokens `first` to `last`, and which side those counted stand on.

    `side` is "left", "right", "noun" or "beside" (an adjective). `finite` tells that a form of
    "be" or "have" carries it: "were killed", not "soldiers killed".
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
class Reading:
    """One sentence, with what has been read of it so far."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    words: Lexicon
    dates: list[Dating] = field(default_factory=list)
    taken: list[bool] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    quantity_at: dict[int, int] = field(default_factory=dict)
    quantity_ends: set[int] = field(default_factory=set)
    hits: list[Hit] = field(default_factory=list)
    hit_at: dict[int, Hit] = field(default_factory=dict)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters of tokens `first` to `last`."""
        return self.tokens[first].start, self.tokens[last].end

    def lower(self, at: int) -> str:
        """Return a token in lower case, or nothing outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def row(self, first: int, last: int) -> list[str]:
        """Return the tokens from `first` to before `last` in lower case."""
        return [token.lower for token in self.tokens[max(0, first) : max(0, last)]]
