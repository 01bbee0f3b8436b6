"""The editions of claims whose summaries look alike in a column."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kursk_tui.library.ids import edition_of
from kursk_tui.model import Claim
from kursk_tui.text.cells import width_in_cells
from kursk_tui.ui.rows.styled_text import Line, Span, fit, fit_end

_SHARE = 2
"""An edition takes at most this part of the column: the summary has the rest."""

_LEAST = 14
"""From this width on, in cells, a column has room for a summary and an edition."""


class EditionNames:
    """Says of each claim that starts as a claim of another edition which edition it is from.

    `cells` is the width of the column: what a summary has beyond it is not in sight.
    """

    def __init__(self, claims: Iterable[Claim], cells: int) -> None:
        self._seen = max(1, cells - 1)
        self._short = _short_names({edition_of(claim.id) for claim in claims})
        several: dict[str, str] = {}
        for claim in claims:
            start, edition = self._start(claim), edition_of(claim.id)
            if several.setdefault(start, edition) != edition:
                several[start] = ""
        self._alike = {start for start, edition in several.items() if not edition}

    def summary(self, claim: Claim, cells: int) -> Line:
        """Return the summary in a number of cells, with the edition at its end where it matters."""
        words = Span(claim.summary, "words")
        if cells < _LEAST or self._start(claim) not in self._alike:
            return fit((words,), cells)
        edition = self._short[edition_of(claim.id)]
        room = min(width_in_cells(edition), cells // _SHARE)
        name = fit_end(Span(edition, "muted"), room)
        return (*fit((words,), cells - room - 1), Span(" "), *name)

    def _start(self, claim: Claim) -> str:
        return claim.summary[: self._seen].casefold()


def _short_names(editions: Iterable[str]) -> dict[str, str]:
    """Return the shortest end of each key that no other key has, such as `hur` or `18-mod`."""
    ends = {key: list(_ends(key)) for key in editions}
    counts = Counter(end for found in ends.values() for end in found)
    return {
        key: next((end for end in found if counts[end] == 1), key) for key, found in ends.items()
    }


def _ends(key: str) -> Iterator[str]:
    parts = key.split("-")
    for first in range(len(parts) - 1, -1, -1):
        yield "-".join(parts[first:])
