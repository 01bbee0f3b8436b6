"""Lists of figures that make up the figure before them, and what is added to a total."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kursk_tui.drafting.figures.links import fits, largest, link_to, marked, may_contain, smallest
from kursk_tui.drafting.figures.part_words import adds_to, grew_by, is_in_list, states_total
from kursk_tui.drafting.findings import FigureFinding

JustBefore = Callable[[FigureFinding], FigureFinding | None]
"""Returns the only figure of the sentence before that counts the same."""


def with_items(text: str, figures: list[FigureFinding]) -> list[FigureFinding]:
    """Link the figures after a colon to the one before: "640 losses: 152 killed, 471 wounded"."""
    for nth, whole in enumerate(figures[:-1]):
        between = text[whole.end : figures[nth + 1].start]
        items = [*_items(text, figures[nth + 1 :])] if ":" in between else []
        counted = sum(smallest(one) for one in items)
        if not between.rstrip().endswith(":") or not 0 < counted <= largest(whole):
            continue
        if all(fits(one, whole) and may_contain(whole, one) for one in items):
            for at, item in enumerate(items, nth + 1):
                if not item.relations:
                    figures[at] = link_to(marked(item), "part of", whole.span)
    return figures


def with_sums(
    text: str, figures: list[FigureFinding], just_before: JustBefore
) -> list[FigureFinding]:
    """Link a list whose numbers add up to the figure before it: "39 (24 men, nine women, six …)".

    If the list is the first in its sentence, that figure can be in the sentence before.
    """
    for nth, first in enumerate(figures):
        whole = figures[nth - 1] if nth else just_before(first)
        items = [*_items(text, figures[nth:])]
        if whole is None or not _adds_up(items, whole):
            continue
        for at, item in enumerate(items, nth):
            figures[at] = link_to(marked(item), "part of", whole.span)
    return figures


def _adds_up(items: Sequence[FigureFinding], whole: FigureFinding) -> bool:
    """Return whether the exact numbers of a list of one measure make up a whole."""
    exact = all(one.qualifier == "exactly" for one in (*items, whole))
    if not exact or len(items) < 2 or sum(item.best or 0 for item in items) != whole.best:
        return False
    return all(
        item.measure == whole.measure
        and item.modality == whole.modality == "asserted"
        and not any(link.kind != "part of" for link in item.relations)
        and (item.period is None or item.period == whole.period)
        for item in items
    )


def _items(text: str, figures: Sequence[FigureFinding]) -> Iterator[FigureFinding]:
    """Yield the figures of a list that begins with the first one."""
    last: FigureFinding | None = None
    for figure in figures:
        if last is not None and not is_in_list(text, last.span, figure.span):
            return
        yield figure
        last = figure


def with_increases(text: str, start: int, figures: list[FigureFinding]) -> list[FigureFinding]:
    """Link what is added to the total after it: "with 40 more deaths, the toll stands at 250"."""
    for nth, (one, total) in enumerate(pairwise(figures)):
        same = one.measure == total.measure and one.modality == total.modality == "asserted"
        if not same or one.relations or not fits(one, total):
            continue
        if adds_to(text, start, one.span, total.span):
            figures[nth] = link_to(one, "increase on", total.span)
    for nth, (total, one) in enumerate(pairwise(figures), 1):
        plain = one.measure == total.measure and not one.relations and fits(one, total)
        if plain and states_total(text, start, total.span) and grew_by(text, total.span, one.span):
            figures[nth] = link_to(one, "increase on", total.span)
    return figures
