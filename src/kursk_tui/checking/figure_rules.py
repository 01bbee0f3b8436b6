"""Rules about the marks, periods and relations of figures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from math import inf
from typing import NamedTuple

from kursk_tui.checking.caution import Caution, Cautions, named
from kursk_tui.checking.numbers import numbers_in
from kursk_tui.english.lexicon import measure_words, word_set
from kursk_tui.model import Briefing, Claim, Figure
from kursk_tui.model.figure import LIBRARY_WORDS
from kursk_tui.model.related_figures import NamedFigures
from kursk_tui.progress import track
from kursk_tui.text.folding import fold
from kursk_tui.vocabulary import RelationKind
from kursk_tui.wording import phrases


def measures_named_like_fields(briefing: Briefing) -> Cautions:
    """Find measures that have the name of a query field, which finds something else."""
    for index, nth, _, figure in _figures(briefing):
        if figure.measure in LIBRARY_WORDS:
            name = figure.measure
            message = f"“{name}” is a word of the query language; measure:{name} finds this measure"
            yield Caution(("claims", index, "figures", nth, "measure"), "measure-reserved", message)


def preliminary_without_words(briefing: Briefing) -> Cautions:
    """Find figures that are preliminary, while their document has no word for that."""
    text = {document.id: document.text for document in briefing.documents}
    says_so = cache(lambda document: _preliminary().search(text[document]) is not None)
    for index, nth, claim, figure in _figures(briefing):
        if figure.preliminary and not says_so(claim.document):
            message = f"no word of the document says that {named(figure.words)} is preliminary"
            path = ("claims", index, "figures", nth, "preliminary")
            yield Caution(path, "preliminary-without-words", message)


@cache
def _preliminary() -> re.Pattern[str]:
    words = "|".join(sorted(word_set("drafting", "preliminary", "near")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def best_values_without_words(briefing: Briefing) -> Cautions:
    """Find best values that the document should print, while the quote has no such number."""
    for index, nth, claim, figure in _figures(briefing):
        if figure.best is None or figure.basis != "printed":
            continue
        printed = {value for number in numbers_in(claim.evidence.exact) for value in number.values}
        if figure.best not in printed:
            message = f"no number of the quote is {figure.best:,}, the best value of "
            message += f"{named(figure.words)}; “basis” may be “coded” or “derived”"
            path = ("claims", index, "figures", nth, "best")
            yield Caution(path, "best-without-words", message)


def categories_without_words(briefing: Briefing) -> Cautions:
    """Find measures that a figure includes, while its document has no word for them."""
    text = {document.id: document.text for document in briefing.documents}

    @cache
    def says(document: str, category: str) -> bool:
        return _words_for(category).search(text[document]) is not None

    for index, nth, claim, figure in _figures(briefing):
        for at, category in enumerate(figure.categories):
            if not says(claim.document, category):
                message = f"no word of the document says that {named(figure.words)} includes "
                path = ("claims", index, "figures", nth, "categories", at)
                yield Caution(path, "category-without-words", f"{message}{category}")


@cache
def _words_for(measure: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted({measure, *measure_words(measure)})))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def periods_without_words(briefing: Briefing) -> Cautions:
    """Find periods with days or a tally, while their words are not in the document."""
    text = {document.id: document.text for document in briefing.documents}
    folded = cache(lambda document: " ".join(fold(text[document]).split()))
    for index, nth, claim, figure in _figures(briefing):
        if figure.period is None or (figure.covers is None and figure.tally is None):
            continue
        if " ".join(fold(figure.period).split()) not in folded(claim.document):
            message = f"the words of the period, {named(figure.period)}, are not in the document"
            path = ("claims", index, "figures", nth, "period")
            yield Caution(path, "period-without-words", message)


class _Named(NamedTuple):
    """The figures that a relation names: their values by measure, and the highest number."""

    values: dict[str, set[tuple[int, ...]]]
    highest: float

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "_Named":
        values: dict[str, set[tuple[int, ...]]] = defaultdict(set)
        highest = -inf
        for figure in figures:
            values[figure.measure].add(figure.values)
            upper = figure.interval.upper
            highest = max(highest, inf if upper is None else upper)
        return cls(values, highest)


def relations_misread(briefing: Briefing) -> Cautions:
    """Find relations that the numbers or the measures of the two figures contradict."""
    claims = {claim.id: claim for claim in briefing.claims}
    figures_of = cache(lambda claim: NamedFigures(claims[claim]))

    @cache
    def named_by(claim: str, words: str, start: int | None) -> _Named:
        found = figures_of(claim).named(words, start).values()
        return _Named.of(claims[claim].figures[number] for numbers in found for number in numbers)

    for index, nth, claim, figure in _figures(briefing):
        for at, relation in enumerate(figure.relations):
            others = named_by(relation.claim or claim.id, relation.words, relation.start)
            if why := _contradiction(figure, relation.kind, others):
                said = f"{named(figure.words)} is recorded as {phrases.related(relation)}"
                message = f"{said}, but {why}"
                path = ("claims", index, "figures", nth, "relations", at)
                yield Caution(path, "relation-misread", message)


def _contradiction(figure: Figure, kind: RelationKind, others: _Named) -> str:
    """Return why a figure is not what a relation says; empty if it may be."""
    if kind == "part of":
        return "is larger" if (figure.interval.lower or 0) > others.highest else ""
    if figure.measure not in others.values:
        return f"that counts {' and '.join(others.values)}, not {figure.measure}"
    if kind == "repeats" and figure.values not in others.values[figure.measure]:
        return "that is another number"
    return ""


def _figures(briefing: Briefing) -> Iterator[tuple[int, int, Claim, Figure]]:
    """Yield the index of each figure's claim, that of the figure in it, and the two."""
    for index, claim in enumerate(track("checking", briefing.claims)):
        for nth, figure in enumerate(claim.figures):
            yield index, nth, claim, figure
