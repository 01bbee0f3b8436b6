"""Compare the words of a row of events with its number."""

from kursk_tui.drafting import NotDraftableError, draft
from kursk_tui.tables.comparison import LossKind, WordLoss, in_words, losses_of
from kursk_tui.tables.numbers import NotANumberError, Number
from kursk_tui.tables.profile import Profile
from kursk_tui.tables.reading import Header, value_at
from kursk_tui.tables.scanner import Row


class ComparedWords:
    """Drafts the words of rows, and notes what they say and the first figure does not.

    `compared` counts the rows whose words are English prose with a number or without.
    """

    def __init__(self, profile: Profile, header: Header) -> None:
        words, figure = profile.words, profile.figures[0]
        self._column = header.find(words.column, carried=False) if words else None
        self._separator = words.separator if words else None
        self._measure = figure.measure
        self._number = Number(figure, header)
        self.compared = 0
        self.losses: list[WordLoss] = []

    @property
    def has_words(self) -> bool:
        """Whether the table has words to compare."""
        return self._column is not None

    def add(self, row: Row, claim: str) -> None:
        """Compare the words of a row with its number; `claim` is the id of its claim."""
        try:
            coded = self._number.range_of(row)
        except NotANumberError:
            return
        value = value_at(row, self._column)
        found: dict[LossKind, list[str]] = {}
        texts = 0
        for text in value.split(self._separator) if self._separator else [value]:
            try:
                # A line without a full stop would be a heading, which makes no claim.
                drafted = draft(f"{text.strip().rstrip('.')}.") if text.strip() else None
            except NotDraftableError:
                continue
            if drafted is not None:
                texts += 1
                for kind, words in losses_of(drafted, self._measure, coded).items():
                    found.setdefault(kind, []).extend(words)
        self.compared += bool(texts)
        for kind, words in found.items():
            once = tuple(dict.fromkeys(words))
            share = ", derived from another total" * self._number.is_derived(row)
            says = f"{in_words(coded)}{share}"
            self.losses.append(WordLoss(row.line, claim, kind, once, says))
