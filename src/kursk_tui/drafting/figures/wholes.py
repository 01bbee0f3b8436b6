"""Parts and increases, linked to the figure that they are part of, or add to, if that is clear."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kursk_tui.drafting.figures.links import (
    fits,
    largest,
    link_to,
    marked,
    may_contain,
    wider,
    without_subset,
)
from kursk_tui.drafting.figures.part_words import (
    are_among,
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
from kursk_tui.drafting.figures.sums import with_increases, with_items, with_sums
from kursk_tui.drafting.findings import FigureFinding, Span
from kursk_tui.drafting.text_findings import SentenceFindings
from kursk_tui.english.lexicon import word_set

_STRENGTHS = word_set("drafting", "periods", "strengths")


class _Wholes:
    """The wholes of a text so far, by measure: those of the sentence before, tolls, and others.

    Of several that differ, none is the whole.
    """

    def __init__(self) -> None:
        self.by_span: dict[Span, FigureFinding] = {}
        self._only: dict[str, FigureFinding | None] = {}
        self._last: dict[str, FigureFinding | None] = {}
        self._toll: dict[str, FigureFinding | None] = {}
        self._new: FigureFinding | None = None

    def of_new(self, part: FigureFinding) -> FigureFinding | None:
        """Return the last figure of new cases: "33 new cases", then "seven of the new cases"."""
        return self._new if self._new is not None and fits(part, self._new) else None

    def of(self, part: FigureFinding, *, generic: bool) -> FigureFinding | None:
        """Return the figure that a part can only be a part of, or None.

        The measure of the whole can be wider if the words for it are `generic`: "of these".
        """
        last, toll = self._last.get(part.measure), self._toll.get(part.measure)
        if last is not None and toll is not None and largest(last) != largest(toll):
            return None
        whole = last or toll or self._only.get(part.measure)
        if whole is None and generic:
            others = (self._last.get(measure) for measure in wider(part.measure) - _STRENGTHS)
            whole = next(filter(None, others), None)
        return whole if whole is not None and fits(part, whole) else None

    def just_before(self, part: FigureFinding) -> FigureFinding | None:
        """Return the only figure of the sentence before that counts the same."""
        whole = self._last.get(part.measure)
        return whole if whole is not None and fits(part, whole) else None

    def add(self, text: str, start: int, figures: Iterable[FigureFinding]) -> None:
        """Add the wholes of a sentence that begins at an offset."""
        self._last = {}
        for figure in figures:
            self.by_span[figure.span] = figure
            self._last[figure.measure] = None if figure.measure in self._last else figure
            if text.startswith(" new ", figure.end):
                self._new = figure
            known = self._only.get(figure.measure, figure)
            same = known is not None and largest(known) == largest(figure)
            self._only[figure.measure] = known if same else None
            if states_total(text, start, figure.span):
                toll = self._toll.get(figure.measure, figure)
                one_toll = toll is not None and largest(toll) <= largest(figure)
                self._toll[figure.measure] = figure if one_toll else None


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
        figures = with_items(text, with_increases(text, one.sentence.start, [*one.figures]))
        figures = with_sums(text, figures, wholes.just_before)
        linked = [*_with_parts(text, one, figures, wholes)]
        wholes.add(text, one.sentence.start, _possible_wholes(one, linked))
        yield replace(one, figures=tuple(linked))


def _possible_wholes(
    found: SentenceFindings, figures: Iterable[FigureFinding]
) -> Iterator[FigureFinding]:
    """Yield the figures that others can be a part of; those of a comparison are of another time."""
    compared = [date.span for date in found.dates if date.dating.role == "background"]
    for figure in figures:
        period = figure.period
        background = period and any(
            start < period.end and period.start < end for start, end in compared
        )
        if "subset" not in figure.flags and figure.modality == "asserted" and largest(figure):
            if not background:
                yield figure


def _with_parts(
    text: str, found: SentenceFindings, figures: Sequence[FigureFinding], wholes: _Wholes
) -> Iterator[FigureFinding]:
    """Yield the figures of a sentence; those that are a part are linked to their whole."""
    before: list[FigureFinding] = []
    start = found.sentence.start
    for nth, figure in enumerate(figures):
        after = figures[nth + 1] if nth + 1 < len(figures) else None
        if is_compared(text, start, figure.span):
            linked = replace(figure, relations=(), flags=without_subset(figure))
        elif after and _counts_some_of(text, figure, after):
            linked = link_to(marked(figure), "part of", after.span)
        elif figure.relations:
            linked = figure
        elif is_included(text, start, figure.span) and (whole := _in_sentence(figure, before)):
            linked = link_to(marked(figure), "part of", whole.span)
        else:
            whole = _lead(text, start, figure, before) or _of_list(text, figure, before, wholes)
            linked = (
                link_to(marked(figure), "part of", whole.span)
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
    if text.startswith(" of the new ", figure.end):
        whole = wholes.of_new(figure)
    elif are_among(text, figure.span):
        whole = wholes.just_before(figure) if figure.modality == "asserted" else None
    elif _says_part(text, start, figure):
        generic = is_generic(text, start, figure.span)
        whole = _in_sentence(figure, before) or wholes.of(figure, generic=generic)
        whole = whole if whole is not None and _may_be_of(text, figure, whole) else None
    else:
        return figure
    part = marked(figure)
    return part if whole is None else link_to(part, "part of", whole.span)


def _lead(
    text: str, start: int, figure: FigureFinding, before: Sequence[FigureFinding]
) -> FigureFinding | None:
    """Return the whole that a clause opens with: "out of the 11,000 sent, 1,000 were killed"."""
    lead = before[0] if len(before) == 1 else None
    if lead is None or "," not in text[lead.end : figure.start]:
        return None
    opens = opens_with_whole(text, start, lead.span)
    return lead if opens and may_contain(lead, figure) and fits(figure, lead) else None


def _of_list(
    text: str, figure: FigureFinding, before: Sequence[FigureFinding], wholes: _Wholes
) -> FigureFinding | None:
    """Return the whole of the part right before a figure, if both are in one list."""
    last = before[-1] if before else None
    if last is None or not last.relations or last.relations[0].kind != "part of":
        return None
    whole = wholes.by_span.get(last.relations[0].of)
    if whole is None or not fits(figure, whole):
        return None
    if figure.measure == last.measure and is_rest(text, figure.span):
        return whole
    statuses = figure.measure.endswith("-cases") and last.measure.endswith("-cases")
    if statuses and "subset" in figure.flags and whole.measure in wider(figure.measure):
        return whole  # of these cases, 391 are confirmed and 846 probable
    listed = is_in_list(text, last.span, figure.span) and figure.measure != last.measure
    return whole if listed and whole.measure in wider(figure.measure) - _STRENGTHS else None


def _counts_some_of(text: str, figure: FigureFinding, whole: FigureFinding) -> bool:
    """Return whether a figure is a part of the next one: "15 of the 40 dead"."""
    between = text[figure.end : whole.start].split()
    some = between in (["of", "the"], ["of", "these"], ["of", "those"], ["of", "its"])
    some = some and not figure.relations and "subset" not in whole.flags
    return some and may_contain(whole, figure) and fits(figure, whole)


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
    return wholes[0] if len(wholes) == 1 and fits(part, wholes[0]) else None
