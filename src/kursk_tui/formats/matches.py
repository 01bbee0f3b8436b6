"""The claims that a query finds: as a table, as JSON, as ids, as a count."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from kursk_tui.model import Claim, Figure, Likelihood
from kursk_tui.query import View
from kursk_tui.text.cells import padded, width_in_cells
from kursk_tui.text.sanitize import escaped, visible
from kursk_tui.wording import phrases


def table(view: View) -> Iterator[str]:
    """Yield a row a claim: id, a `~` for a possible match, kind, source and summary."""
    rows = [
        (
            view.claims[number].id,
            "~" if view.possible(number) else "",
            view.claims[number].kind,
            visible(_who(view, view.claims[number])),
            visible(view.claims[number].summary),
        )
        for number in view.numbers
    ]
    widths = [max(map(width_in_cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [padded(cell, width) for cell, width in zip(row, widths, strict=True) if width]
        yield "  ".join(cells).rstrip()


def as_json(view: View) -> Iterator[str]:
    """Yield one JSON object: the query, the counts of its answers, and the claims."""
    answer = view.answer
    found = (answer.match.bit_count(), answer.possible.bit_count(), answer.unstated.bit_count())
    data = {
        "query": str(view.query),
        "counts": {
            "match": found[0],
            "possible": found[1],
            "not_stated": found[2],
            "no_match": len(view.claims) - sum(found),
        },
        "claims": [_claim(view, number) for number in view.numbers],
    }
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))


def ids(view: View) -> Iterator[str]:
    """Yield the id of each claim."""
    return (view.claims[number].id for number in view.numbers)


def count(view: View) -> Iterator[str]:
    """Yield how many claims there are."""
    yield str(len(view.numbers))


FORMATS: dict[str, Callable[[View], Iterator[str]]] = {
    "table": table,
    "json": as_json,
    "ids": ids,
    "count": count,
}
"""How claims can be written, by name."""


def _who(view: View, claim: Claim) -> str:
    names = [view.briefing.source_by_id[one].label for one in claim.attribution.chain]
    return phrases.ARROW.join(names) + phrases.stance(claim) if names else "not stated"


def _claim(view: View, number: int) -> dict[str, Any]:
    claim = view.claims[number]
    return {
        "id": claim.id,
        "answer": "possible" if view.possible(number) else "match",
        "kind": claim.kind,
        "review": claim.review_state,
        "summary": claim.summary,
        "document": claim.document,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "quote": claim.evidence.exact,
        "attribution": {
            "chain": list(claim.attribution.chain),
            "names": [view.briefing.source_by_id[one].name for one in claim.attribution.chain],
            "basis": claim.attribution.basis,
            "stance": claim.attribution.stance,
        },
        "figures": [_figure(one, claim) for one in claim.figures],
        "likelihoods": [_likelihood(one) for one in claim.likelihoods],
        "confidence": claim.confidence,
        "credibility": claim.credibility,
        "when": [
            {
                "role": one.role,
                "edtf": one.edtf,
                "words": one.words,
                "bound": one.bound,
                "resolved": one.resolved,
            }
            for one in claim.when
        ],
    }


def _figure(figure: Figure, claim: Claim) -> dict[str, Any]:
    have = figure.interval
    return {
        "measure": figure.measure,
        "words": figure.words,
        "qualifier": figure.qualifier,
        "values": list(figure.values),
        "lower": have.lower,
        "upper": have.upper,
        "best": have.best,
        "modality": figure.modality,
        "likelihoods": list(phrases.likelihoods(claim, figure)),
        "population": figure.population,
        "place": figure.place,
        "period": figure.period,
    }


def _likelihood(likelihood: Likelihood) -> dict[str, Any]:
    return {
        "scale": likelihood.scale,
        "scale_basis": likelihood.scale_basis,
        "term": likelihood.term,
        "words": likelihood.words,
        "scope": likelihood.scope.exact if likelihood.scope else None,
    }
