"""The cases that some losses of formats are limited to: where a briefing has something to lose.

Each is a function that yields the record, or the briefing, once for each time that it occurs.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kursk_tui.formats.csv import MAX_CELL
from kursk_tui.formats.edtf_forms import as_biblatex
from kursk_tui.formats.exchange.ids import NO_DATE, day_of
from kursk_tui.library.decisions import NO_DECISIONS
from kursk_tui.library.library import library_of
from kursk_tui.model import Briefing, Claim, Document, Source
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.model.when import parse_edtf

Record = Briefing | Claim | Document | Source


def _no_date(briefing: Briefing) -> Iterator[Record]:
    if day_of(briefing) == NO_DATE:
        yield briefing


def _date_of_a_document(briefing: Briefing) -> Iterator[Record]:
    if day_of(briefing) != day_of(briefing.replace(documents=())):
        yield briefing


def _date_of_no_one_day(briefing: Briefing) -> Iterator[Record]:
    if day_of(briefing) != NO_DATE and not any(_is_day(briefing)):
        yield briefing


def _dated(briefing: Briefing) -> Iterator[Record]:
    if day_of(briefing) != NO_DATE and any(_is_day(briefing)):
        yield briefing


def _is_day(briefing: Briefing) -> Iterator[bool]:
    """Yield whether the date that `day_of` takes is one day, and no time of it."""
    day = day_of(briefing)
    for edtf in filter(None, (briefing.date, *(one.date for one in briefing.documents))):
        first = parse_edtf(edtf).start_min
        if 1 <= first <= date.max.toordinal():
            yield edtf == day
            return


def _final(briefing: Briefing) -> Iterator[Record]:
    if briefing.status == "final":
        yield briefing


def _rejected(briefing: Briefing) -> Iterator[Record]:
    return (one for one in briefing.claims if one.review_state == "rejected")


def _graded_twice(briefing: Briefing) -> Iterator[Record]:
    return (one for one in briefing.claims if one.confidence and one.credibility)


def _credibility_6(briefing: Briefing) -> Iterator[Record]:
    return (one for one in briefing.claims if one.credibility == 6 and not one.confidence)


def _not_judged(briefing: Briefing) -> Iterator[Record]:
    yield from (one for one in briefing.claims if one.credibility == 6)
    origins = {source for claim in briefing.claims for source in claim.attribution.origins}
    yield from (one for one in briefing.sources if one.reliability == "F" and one.id in origins)


def _repeated_terms(briefing: Briefing) -> Iterator[Record]:
    for claim in briefing.claims:
        terms = [(one.scale, one.rank) for one in claim.likelihoods]
        yield from [claim] * (len(terms) - len(set(terms)))


def _repeated_quotes(briefing: Briefing) -> Iterator[Record]:
    known: set[str] = set()
    for claim in briefing.claims:
        if claim.review_state != "rejected":
            if claim.evidence.exact in known:
                yield claim
            known.add(claim.evidence.exact)


def _long_names(briefing: Briefing) -> Iterator[Record]:
    return (one for one in briefing.sources if one.cited != one.name)


def _long_titles(briefing: Briefing) -> Iterator[Record]:
    for document in briefing.documents:
        for stated in (document.title, document.publisher, document.url):
            if stated is not None and len(stated) > MAX_CITED:
                yield document


def _no_figure(briefing: Briefing) -> Iterator[Record]:
    return (one for one in briefing.claims if not one.figures)


def _long_cells(briefing: Briefing) -> Iterator[Record]:
    for claim in briefing.claims:
        if max(len(claim.evidence.exact), len(claim.summary)) > MAX_CELL:
            yield claim


def _decisions(briefing: Briefing) -> Iterator[Record]:
    library = library_of(briefing)
    if library is not None and (library.decisions != NO_DECISIONS or library.waiting):
        yield briefing


def _claims(briefing: Briefing) -> Iterator[Record]:
    return iter(briefing.claims)


def _unnamed_sources(briefing: Briefing) -> Iterator[Record]:
    kept = (one for one in briefing.claims if one.review_state != "rejected")
    named = {source for claim in kept for source in claim.attribution.sources}
    return (one for one in briefing.sources if one.id not in named)


def _dates_of_no_biblatex(briefing: Briefing) -> Iterator[Record]:
    for document in briefing.documents:
        for edtf in (document.date, document.acquired):
            if edtf is not None and as_biblatex(edtf) is None:
                yield document


CASES: Mapping[str, Callable[[Briefing], Iterator[Record]]] = {
    "no date": _no_date,
    "date of a document": _date_of_a_document,
    "date of no one day": _date_of_no_one_day,
    "dated": _dated,
    "final": _final,
    "rejected": _rejected,
    "graded twice": _graded_twice,
    "credibility 6": _credibility_6,
    "not judged": _not_judged,
    "repeated terms": _repeated_terms,
    "repeated quotes": _repeated_quotes,
    "long names": _long_names,
    "long titles": _long_titles,
    "no figure": _no_figure,
    "long cells": _long_cells,
    "decisions": _decisions,
    "claims": _claims,
    "unnamed sources": _unnamed_sources,
    "dates of no BibLaTeX": _dates_of_no_biblatex,
}
"""The cases by the name that `Loss.when` gives."""
