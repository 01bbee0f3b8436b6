"""A sentence annotated with its tokens, its dates, and its numbers with their qualifiers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from kursk_tui.english.dates.date_ranges import DateRange, find_date_ranges
from kursk_tui.english.hyphenation import rejoined
from kursk_tui.english.lexicon import Lexicon, lexicon
from kursk_tui.english.numbers import numbers
from kursk_tui.english.qualifiers import Quantity, quantities
from kursk_tui.english.ranges import ranges
from kursk_tui.english.tokens import Token, tokenize


class _Words(dict[int, str]):
    """Words by their position; there are none before and after those of a sentence."""

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(slots=True)
class AnnotatedSentence:
    """One sentence, `text[start:end]`, with its tokens, dates and quantities in order.

    `impossible` are dates that do not exist, such as 31 April. `in_date` marks the
    tokens of both. `quantity_at` maps the first token of a quantity to its index; `quantity_ends`
    contains the last token of each. `lower` returns a token in lower case, or "" outside the
    sentence.
    """

    text: str
    start: int
    end: int
    tokens: list[Token]
    words: Lexicon = field(default_factory=lexicon)
    dates: list[DateRange] = field(default_factory=list)
    impossible: list[DateRange] = field(default_factory=list)
    in_date: list[bool] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    quantity_at: dict[int, int] = field(default_factory=dict)
    quantity_ends: set[int] = field(default_factory=set)
    lower: Callable[[int], str] = field(init=False, repr=False, compare=False)
    _lowers: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._lowers = [token.lower for token in self.tokens]
        # The rules ask for hundreds of words of a sentence: a method would take twice as long.
        self.lower = _Words(enumerate(self._lowers)).__getitem__

    @classmethod
    def of(cls, text: str, start: int = 0, end: int | None = None, *, quoted: bool = False) -> Self:
        """Annotate `text[start:end]`, by default the whole text, as one sentence.

        `quoted` means that it begins inside quotation marks.
        """
        end = len(text) if end is None else end
        tokens = rejoined(tokenize(text, start, end, quoted=quoted), text)
        sentence = cls(text, start, end, tokens)
        sentence.in_date = [False] * len(tokens)
        for found in find_date_ranges(tokens):
            (sentence.dates if found.exists else sentence.impossible).append(found)
            for at in range(found.first, found.last + 1):
                sentence.in_date[at] = True
        sentence.set_quantities(
            quantities(tokens, ranges(numbers(tokens, sentence.in_date), tokens))
        )
        return sentence

    def set_quantities(self, found: list[Quantity]) -> None:
        """Replace the quantities, which must be in order."""
        self.quantities = found
        self.quantity_at = {quantity.first: nth for nth, quantity in enumerate(found)}
        self.quantity_ends = {quantity.last for quantity in found}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the start and the end of tokens `first` to `last` in the text."""
        return self.tokens[first].start, self.tokens[last].end

    def row(self, first: int, last: int) -> list[str]:
        """Return the tokens from `first` up to but not including `last`, in lower case."""
        return self._lowers[max(0, first) : max(0, last)]
