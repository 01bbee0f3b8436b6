"""Other cells of a row as notes on its claim."""

from collections.abc import Iterator, Sequence

from kursk_tui.tables.labels import Labels
from kursk_tui.tables.profile import NoteProfile
from kursk_tui.tables.reading import Header, value_at
from kursk_tui.tables.scanner import Row


class Notes:
    """Reads the notes of a row; a column that the table lacks makes none."""

    def __init__(self, profiles: Sequence[NoteProfile], header: Header, labels: Labels) -> None:
        self._labels = labels
        self._notes = [
            (
                one,
                [header.find((name,), carried=False) for name in one.columns],
                header.find(one.instead_of, carried=False),
            )
            for one in profiles
        ]

    def of(self, row: Row) -> Iterator[str]:
        """Yield the notes of a row: the label, and the cells, or what their codes mean."""
        for profile, columns, other in self._notes:
            if value_at(row, other):
                continue
            worth = [at for at in columns if value_at(row, at) not in profile.unless]
            labels = [label for at in worth if (label := self._labels.of(row, at))]
            words = [profile.words.get(one, one) for one in dict.fromkeys(labels)]
            if words:
                yield f"{profile.label}: {', '.join(words)}."
