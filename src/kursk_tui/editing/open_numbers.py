"""Numbers that drafting set aside, which the analyst takes as a measure."""

from collections.abc import Iterable
from string import ascii_lowercase

from kursk_tui.editing.claims import changed, in_order, with_claim
from kursk_tui.editing.error import EditError
from kursk_tui.editing.items import BY_HAND, Item, open_number, with_number_decided
from kursk_tui.editing.spans import words_of
from kursk_tui.model import Briefing, Claim, Figure, Proposal
from kursk_tui.model.figure import STANDARD_MEASURES


def offered_measures(briefing: Briefing, number: int, item: Item) -> dict[str, str]:
    """Return the measures that an open number of a claim can count as, each by its letter.

    Those that the words suggest come first, then the standard measures, then others of the file.
    """
    claims = briefing.claims
    own = {figure.measure for claim in claims for figure in claim.figures}
    suggested = open_number(claims[number], item).measures
    return lettered([*suggested, *STANDARD_MEASURES, *sorted(own)])


def lettered(measures: Iterable[str]) -> dict[str, str]:
    """Return measures by letter: the first free letter of the word, else of the alphabet."""
    found: dict[str, str] = {}
    for measure in dict.fromkeys(measures):
        free = (
            letter
            for letter in (*measure, *ascii_lowercase)
            if letter not in found and letter.islower()
        )
        if (letter := next(free, None)) is not None:
            found[letter] = measure
    return found


def count_as(briefing: Briefing, number: int, item: Item, measure: str) -> Briefing:
    """Return the briefing where an open number of a claim is a figure with a measure.

    Its qualifier, values and period are read from the words around it. Raises EditError.
    """
    from kursk_tui.editing.marked_words import Reader  # loads the reader of English
    from kursk_tui.editing.periods import fields_of
    from kursk_tui.editing.reading import number_at

    claim = briefing.claims[number]
    found = open_number(claim, item)
    base = claim.evidence.start
    read = number_at(claim.evidence.exact, found.start - base, found.end - base)
    if read is None:
        raise EditError("these words state no number")
    span = base + read.start, base + read.end
    document = briefing.document_by_id[claim.document]
    starts = [claim.start_of(one) for one in claim.figures]
    period = Reader(document, claim, span).period_of_number(measure, starts)
    figure = changed(
        Figure(measure=measure, words=found.words, qualifier="no number"),
        qualifier=read.qualifier,
        values=read.values,
        **words_of(claim.evidence, *span),
        **(fields_of(document, period) if period is not None else {}),
    )
    return with_claim(briefing, number, _with_figure(claim, item, figure, span))


def _with_figure(claim: Claim, item: Item, figure: Figure, span: tuple[int, int]) -> Claim:
    claim = with_number_decided(claim, item, "accepted")
    assert claim.review is not None
    start, end = span
    proposal = Proposal(
        kind="figure", start=start, end=end, rule=BY_HAND, tier="beside", decision="accepted"
    )
    figures = in_order(claim, (*claim.figures, figure))
    review = claim.review.replace(items=(*claim.review.items, proposal))
    return claim.replace(figures=figures, review=review)
