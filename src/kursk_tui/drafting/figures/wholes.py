"""Parts and increases, linked to the figure that they are part of, or add to, if that is clear."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kursk_tui.drafting.figures.part_words import (
    adds_to,
    are_among,
    grew_by,
    has_verb,
    is_compared,
    is_generic,
    is_in_list,
    is_included,
    is_part,
    is_rest,
    opens_with_whole,
    states_total,
)
from kursk_tui.drafting.findings import FigureFinding, FigureLink, SentenceFindings, Span
from kursk_tui.english.lexicon import table, word_set
from kursk_tui.vocabulary import RelationKind

_CONTAINS: dict[str, list[str]] = table("drafting")["contains"]
"""Measures that count those of others as well: casualties are killed or wounded."""

_STRENGTHS = word_set("drafting", "periods", "strengths")


class _Wholes:
    """The wholes of a text so far, by measure: those of the sentence before, tolls, and others.

    Of several that differ, none is the whole.
    """

    def __init__(self) -> None:
        self.by_span: dict[Span, FigureFinding] = {}
        self._only: dict[str, FigureFinding | None] = {}
        self._last: dict[str, FigureFinding | None] = {}
        self._toll: dict[str, FigureFinding] = {}

    def of(self, part: FigureFinding, *, generic: bool) -> FigureFinding | None:
        """Return the figure that a part can only be a part of, or None.

        The measure of the whole can be wider if the words for it are `generic`: "of these".
        """
        last, toll = self._last.get(part.measure), self._toll.get(part.measure)
        if last is not None and toll is not None and _largest(last) != _largest(toll):
            return None
        whole = last or toll or self._only.get(part.measure)
        if whole is None and generic:
            wider = (self._last.get(measure) for measure in _wider(part.measure) - _STRENGTHS)
            whole = next(filter(None, wider), None)
        return whole if whole is not None and _fits(part, whole) else None

    def just_before(self, part: FigureFinding) -> FigureFinding | None:
        """Return the only figure of the sentence before that counts the same."""
        whole = self._last.get(part.measure)
        return whole if whole is not None and _fits(part, whole) else None

    def add(self, text: str, start: int, figures: Iterable[FigureFinding]) -> None:
        """Add the wholes of a sentence that begins at an offset."""
        self._last = {}
        for one in figures:
            self.by_span[one.span] = one
            self._last[one.measure] = None if one.measure in self._last else one
            known = self._only.get(one.measure, one)
            same = known is not None and _largest(known) == _largest(one)
            self._only[one.measure] = known if same else None
            if states_total(text, start, one.span):
                self._toll[one.measure] = one


def link_to_earlier(text: str, found: Iterable[SentenceFindings]) -> Iterator[SentenceFindings]:
    """Yield the sentences; a part or an increase is linked to the figure it belongs to, if clear.

    The figure can be in the same sentence or in one before.
    """
    wholes = _Wholes()
    for one in found:
        if not one.figures:
            wholes.add(text, one.sentence.start, ())
            yield one
            continue
        figures = _with_items(text, _with_increases(text, one.sentence.start, [*one.figures]))
        figures = _with_sums(text, figures, wholes)
        linked = [*_with_parts(text, one, figures, wholes)]
        wholes.add(text, one.sentence.start, _possible_wholes(one, linked))
        yield replace(one, figures=tuple(linked))


def _possible_wholes(
    found: SentenceFindings, figures: Iterable[FigureFinding]
) -> Iterator[FigureFinding]:
    """Yield the figures that others can be a part of; those of a comparison are of another time."""
    compared = [one.span for one in found.dates if one.dating.role == "background"]
    for one in figures:
        period = one.period
        background = period and any(
            start < period.end and period.start < end for start, end in compared
        )
        if "subset" not in one.flags and one.modality == "asserted" and _largest(one):
            if not background:
                yield one


def _with_parts(
    text: str, found: SentenceFindings, figures: Sequence[FigureFinding], wholes: _Wholes
) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence; those that are a part are linked to their whole."""
    before: list[FigureFinding] = []
    start = found.sentence.start
    for nth, figure in enumerate(figures):
        after = figures[nth + 1] if nth + 1 < len(figures) else None
        if is_compared(text, start, figure.span):
            linked = replace(figure, relations=(), flags=_without_subset(figure))
        elif after and _counts_some_of(text, figure, after):
            linked = _linked(_marked(figure), "part of", after.span)
        elif figure.relations:
            linked = figure
        elif is_included(text, start, figure.span) and (whole := _in_sentence(figure, before)):
            linked = _linked(_marked(figure), "part of", whole.span)
        else:
            whole = _lead(text, start, figure, before) or _of_list(text, figure, before, wholes)
            linked = (
                _linked(_marked(figure), "part of", whole.span)
                if whole is not None
                else _as_part_of_earlier(text, start, figure, before, wholes)
            )
        before.append(linked)
        wholes.by_span[linked.span] = linked
        yield linked


def _as_part_of_earlier(
    text: str, start: int, figure: FigureFinding, before: Sequence[FigureFinding], wholes: _Wholes
) -> FigureFinding:
    """Return a figure, marked as a part if the words say so, and linked if its whole is clear."""
    if are_among(text, figure.span):
        whole = wholes.just_before(figure) if figure.modality == "asserted" else None
    elif _says_part(text, start, figure):
        generic = is_generic(text, start, figure.span)
        whole = _in_sentence(figure, before) or wholes.of(figure, generic=generic)
        whole = whole if whole is not None and _may_be_of(text, figure, whole) else None
    else:
        return figure
    marked = _marked(figure)
    return marked if whole is None else _linked(marked, "part of", whole.span)


def _lead(
    text: str, start: int, figure: FigureFinding, before: Sequence[FigureFinding]
) -> FigureFinding | None:
    """Return the whole that a clause opens with: "out of the 11,000 sent, 1,000 were killed"."""
    lead = before[0] if len(before) == 1 else None
    if lead is None or "," not in text[lead.end : figure.start]:
        return None
    opens = opens_with_whole(text, start, lead.span)
    return lead if opens and _may_contain(lead, figure) and _fits(figure, lead) else None


def _of_list(
    text: str, figure: FigureFinding, before: Sequence[FigureFinding], wholes: _Wholes
) -> FigureFinding | None:
    """Return the whole of the part right before a figure, if both are in one list."""
    last = before[-1] if before else None
    if last is None or not last.relations or last.relations[0].kind != "part of":
        return None
    whole = wholes.by_span.get(last.relations[0].of)
    if whole is None or not _fits(figure, whole):
        return None
    if figure.measure == last.measure and is_rest(text, figure.span):
        return whole
    listed = is_in_list(text, last.span, figure.span) and figure.measure != last.measure
    return whole if listed and whole.measure in _wider(figure.measure) - _STRENGTHS else None


def _counts_some_of(text: str, figure: FigureFinding, whole: FigureFinding) -> bool:
    """Return whether a figure is a part of the next one: "15 of the 40 dead"."""
    between = text[figure.end : whole.start].split()
    some = between in (["of", "the"], ["of", "these"], ["of", "those"], ["of", "its"])
    some = some and not figure.relations and "subset" not in whole.flags
    return some and _may_contain(whole, figure) and _fits(figure, whole)


def _may_be_of(text: str, part: FigureFinding, whole: FigureFinding) -> bool:
    """Return whether "14 of the dead nurses" can be a part of a figure: not of 20 dead soldiers."""
    at = part.population[0] if part.population is not None else 0
    if not text[part.end : at].lstrip().startswith("of the") or has_verb(text, (part.end, at)):
        return True
    people = [text[slice(*one)].casefold() for one in (part.population, whole.population) if one]
    return len(people) > 1 and people[0] == people[1]


def _says_part(text: str, start: int, figure: FigureFinding) -> bool:
    """Return whether the words around a figure make it a part."""
    return "subset" in figure.flags or is_part(text, start, figure.span)


def _in_sentence(part: FigureFinding, before: Sequence[FigureFinding]) -> FigureFinding | None:
    """Return the only whole before a part in its sentence, or None."""
    wholes = [one for one in before if "subset" not in one.flags and one.measure == part.measure]
    return wholes[0] if len(wholes) == 1 and _fits(part, wholes[0]) else None


def _with_items(text: str, figures: list[FigureFinding]) -> list[FigureFinding]:
    """Link the figures after a colon to the one before: "640 losses: 152 killed, 471 wounded"."""
    for nth, whole in enumerate(figures[:-1]):
        between = text[whole.end : figures[nth + 1].start]
        items = [*_items(text, figures[nth + 1 :])] if ":" in between else []
        counted = sum(_smallest(one) for one in items)
        if not between.rstrip().endswith(":") or not 0 < counted <= _largest(whole):
            continue
        if all(_fits(one, whole) and _may_contain(whole, one) for one in items):
            for at, item in enumerate(items, nth + 1):
                if not item.relations:
                    figures[at] = _linked(_marked(item), "part of", whole.span)
    return figures


def _with_sums(text: str, figures: list[FigureFinding], wholes: _Wholes) -> list[FigureFinding]:
    """Link a list whose numbers add up to the figure before it: "39 (24 men, nine women, six …)".

    If the list is the first in its sentence, that figure can be in the sentence before.
    """
    for nth, first in enumerate(figures):
        whole = figures[nth - 1] if nth else wholes.just_before(first)
        items = [*_items(text, figures[nth:])]
        if whole is None or not _adds_up(items, whole):
            continue
        for at, item in enumerate(items, nth):
            figures[at] = _linked(_marked(item), "part of", whole.span)
    return figures


def _adds_up(items: Sequence[FigureFinding], whole: FigureFinding) -> bool:
    """Return whether the exact numbers of a list of one measure make up a whole."""
    exact = all(one.qualifier == "exactly" for one in (*items, whole))
    if not exact or len(items) < 2 or sum(one.best or 0 for one in items) != whole.best:
        return False
    return all(
        one.measure == whole.measure
        and one.modality == whole.modality == "asserted"
        and not any(link.kind != "part of" for link in one.relations)
        and (one.period is None or one.period == whole.period)
        for one in items
    )


def _items(text: str, figures: Sequence[FigureFinding]) -> Iterator[FigureFinding]:
    """Yield the figures of a list that begins with the first one."""
    last: FigureFinding | None = None
    for one in figures:
        if last is not None and not is_in_list(text, last.span, one.span):
            return
        yield one
        last = one


def _with_increases(text: str, start: int, figures: list[FigureFinding]) -> list[FigureFinding]:
    """Link what is added to the total after it: "with 40 more deaths, the toll stands at 250"."""
    for nth, (one, total) in enumerate(pairwise(figures)):
        same = one.measure == total.measure and one.modality == total.modality == "asserted"
        if not same or one.relations or not _fits(one, total):
            continue
        if adds_to(text, start, one.span, total.span):
            figures[nth] = _linked(one, "increase on", total.span)
    for nth, (total, one) in enumerate(pairwise(figures), 1):
        plain = one.measure == total.measure and not one.relations and _fits(one, total)
        if plain and states_total(text, start, total.span) and grew_by(text, total.span, one.span):
            figures[nth] = _linked(one, "increase on", total.span)
    return figures


def _without_subset(figure: FigureFinding) -> tuple[str, ...]:
    return tuple(flag for flag in figure.flags if flag != "subset")


def _marked(figure: FigureFinding) -> FigureFinding:
    if "subset" in figure.flags:
        return figure
    return replace(figure, flags=(*figure.flags, "subset"))


def _linked(figure: FigureFinding, kind: RelationKind, of: Span) -> FigureFinding:
    return replace(figure, relations=(FigureLink(kind, of),))


def _may_contain(whole: FigureFinding, part: FigureFinding) -> bool:
    return whole.measure == part.measure or whole.measure in _wider(part.measure)


def _wider(measure: str) -> set[str]:
    return {wider for wider, measures in _CONTAINS.items() if measure in measures}


def _fits(part: FigureFinding, whole: FigureFinding) -> bool:
    return _smallest(part) < _largest(whole)


def _largest(figure: FigureFinding) -> int:
    return figure.upper or figure.best or figure.lower or 0


def _smallest(figure: FigureFinding) -> int:
    return figure.lower or figure.best or 0
