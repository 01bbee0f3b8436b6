"""The claims that match a query, for people and for programs.

Each function `as_…` implements a choice of `query --format`.
"""

import json
from collections.abc import Iterator

from kursk_tui.model import Claim, Figure, Likelihood
from kursk_tui.query import View
from kursk_tui.text.cells import padded, width_in_cells
from kursk_tui.text.sanitize import escaped, visible
from kursk_tui.wording import phrases


def as_table(view: View) -> Iterator[str]:
    """Yield one row per claim: id, `~` for a possible match, kind, source and summary."""
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
    """Yield a JSON object: the query, the number of claims per outcome, and the claims."""
    answer = view.answer
    found = (answer.match.bit_count(), answer.possible.bit_count(), answer.unstated.bit_count())
    handling = view.briefing.handling
    data = {
        "query": view.query_text,
        "handling": None if handling is None else handling.as_dict(),
        "counts": {
            "match": found[0],
            "possible": found[1],
            "not_stated": found[2],
            "no_match": len(view.claims) - sum(found),
        },
        "claims": [_claim(view, number) for number in view.numbers],
    }
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))


def as_ids(view: View) -> Iterator[str]:
    """Yield the id of each claim."""
    return (view.claims[number].id for number in view.numbers)


def as_count(view: View) -> Iterator[str]:
    """Yield the number of claims."""
    yield str(len(view.numbers))


def _who(view: View, claim: Claim) -> str:
    chains = [
        phrases.ARROW.join(view.briefing.source_by_id[source_id].label for source_id in sources)
        for sources in claim.attribution.chains
    ]
    return phrases.ALSO.join(chains) + phrases.stance(claim) if chains else "not stated"


def _claim(view: View, number: int) -> dict[str, object]:
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
            "names": [
                view.briefing.source_by_id[source_id].cited for source_id in claim.attribution.chain
            ],
            "further": [list(chain) for chain in claim.attribution.further],
            "basis": claim.attribution.basis,
            "stance": claim.attribution.stance,
        },
        "relations": [relation.as_dict() for relation in claim.relations],
        "figures": [_figure(figure, claim) for figure in claim.figures],
        "likelihoods": [_likelihood(likelihood) for likelihood in claim.likelihoods],
        "confidence": claim.confidence,
        "credibility": claim.credibility,
        "when": [
            {
                "role": when.role,
                "edtf": when.edtf,
                "words": when.words,
                "bound": when.bound,
                "resolved": when.resolved,
            }
            for when in claim.when
        ],
    }


def _figure(figure: Figure, claim: Claim) -> dict[str, object]:
    have = figure.interval
    return {
        "measure": figure.measure,
        "words": figure.words,
        "qualifier": figure.qualifier,
        "values": list(figure.values),
        "lower": have.lower,
        "upper": have.upper,
        "best": have.best,
        "basis": figure.basis,
        "categories": list(figure.categories),
        "modality": figure.modality,
        "likelihoods": list(phrases.likelihoods(claim, figure)),
        "population": figure.population,
        "place": figure.place,
        "event": figure.event,
        "period": figure.period,
        "covers": figure.covers,
        "tally": figure.tally,
        "preliminary": figure.preliminary,
        "relations": [
            {name: getattr(relation, name) for name in ("kind", "words", "start", "claim")}
            for relation in figure.relations
        ],
    }


def _likelihood(likelihood: Likelihood) -> dict[str, object]:
    return {
        "scale": likelihood.scale,
        "scale_basis": likelihood.scale_basis,
        "term": likelihood.term,
        "words": likelihood.words,
        "scope": likelihood.scope.exact if likelihood.scope else None,
    }
