"""Likelihoods that moved from one edition of a series to the next."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import pairwise
from typing import NamedTuple

from kursk_tui.counting.answers import Answer
from kursk_tui.model import Briefing, parse_edtf
from kursk_tui.text.folding import fold
from kursk_tui.tracking.series import series_of


class _Judged(NamedTuple):
    """A likelihood of a claim, with the days on which its document was published."""

    first: float
    last: float
    claim: int
    term: str


def moved_likelihoods(briefing: Briefing) -> Mapping[int, Answer]:
    """Return for each claim with a likelihood whether it moved since the edition before.

    Likelihoods are compared if they apply to the same words, in documents of one series. It is
    perhaps so if the dates of the documents leave their order open.
    """
    found: dict[int, Answer] = {
        number: "no" for number, claim in enumerate(briefing.claims) if claim.likelihoods
    }
    for group in _groups(briefing).values():
        for before, one in pairwise(sorted(group)):
            if before.term != one.term and found[one.claim] != "yes":
                found[one.claim] = "yes" if before.last < one.first else "maybe"
    return found


def _groups(briefing: Briefing) -> Mapping[tuple[Hashable, str, str], list[_Judged]]:
    """Return the likelihoods by series, scale, and the words that they apply to."""
    groups: dict[tuple[Hashable, str, str], list[_Judged]] = defaultdict(list)
    series = series_of(briefing)
    for number, claim in enumerate(briefing.claims):
        document = briefing.document_by_id[claim.document]
        date = document.date or briefing.date
        if document.id not in series or date is None:
            continue
        days = parse_edtf(date)
        for one in claim.likelihoods:
            if one.scope is not None:
                words = " ".join(fold(one.scope.exact).split())
                judged = _Judged(days.start_min, days.end_max, number, one.term)
                groups[series[document.id], one.scale, words].append(judged)
    return groups
