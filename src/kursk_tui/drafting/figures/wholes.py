"""Parts whose whole is in an earlier sentence: "40 people died. Of the dead, 12 were women"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kursk_tui.drafting.findings import FigureFinding, FigureLink, SentenceFindings


class _Wholes:
    """The wholes of a text so far, by measure; of two that differ, only that just before counts."""

    def __init__(self) -> None:
        self._only: dict[str, FigureFinding | None] = {}
        self._last: dict[str, FigureFinding | None] = {}

    def of(self, part: FigureFinding) -> FigureFinding | None:
        """Return the figure that a part can only be a part of, or None."""
        whole = self._last.get(part.measure) or self._only.get(part.measure)
        if whole is None or "subset" not in part.flags or part.relations:
            return None
        return whole if _smallest(part) < _largest(whole) else None

    def add(self, figures: Iterable[FigureFinding]) -> None:
        """Add the wholes of a sentence."""
        self._last = {}
        for one in figures:
            if "subset" in one.flags or one.modality != "asserted" or not _largest(one):
                continue
            self._last[one.measure] = None if one.measure in self._last else one
            known = self._only.get(one.measure, one)
            same = known is not None and _largest(known) == _largest(one)
            self._only[one.measure] = known if same else None


def link_to_earlier(found: Iterable[SentenceFindings]) -> Iterator[SentenceFindings]:
    """Yield the sentences; a part without a whole is linked to the one stated before, if clear."""
    wholes = _Wholes()
    for one in found:
        figures = tuple(_linked(figure, wholes.of(figure)) for figure in one.figures)
        wholes.add(figures)
        yield replace(one, figures=figures) if figures != one.figures else one


def _linked(figure: FigureFinding, whole: FigureFinding | None) -> FigureFinding:
    if whole is None:
        return figure
    return replace(figure, relations=(FigureLink("part of", whole.span),))


def _largest(figure: FigureFinding) -> int:
    return figure.upper or figure.best or figure.lower or 0


def _smallest(figure: FigureFinding) -> int:
    return figure.lower or figure.best or 0
