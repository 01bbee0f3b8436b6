"""Random valid briefings: several documents, chains, figures, likelihoods, dates and reviews."""

from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

# The model refuses control characters in these fields.
WORDS = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=8).map(
    "x{}".format
)
_DATES = st.sampled_from(["2024", "2024-12", "2024-12-19", "2024~", "../2024-03", "XXXX-12-19"])
_TERMS = (("phia-2025", "likely"), ("phia-2025", "almost certain"), ("icd-203", "very likely"))
_QUALIFIED = st.one_of(
    st.tuples(st.sampled_from(["exactly", "at least", "about"]), st.tuples(st.integers(1, 10**9))),
    st.tuples(st.just("between"), st.tuples(st.integers(0, 9), st.integers(10, 10**6))),
    st.tuples(st.just("no number"), st.just(())),
)
_FIGURES = st.builds(
    lambda measure, stated, place, modality: {
        "measure": measure,
        "words": "forty",
        "qualifier": stated[0],
        "values": list(stated[1]),
        "place": place,
        "modality": modality,
    },
    st.sampled_from(["killed", "wounded", "drones"]),
    _QUALIFIED,
    WORDS,
    st.sampled_from(["asserted", "denied", "projected"]),
)
_CHAINS = st.lists(
    st.lists(st.sampled_from(["ann", "bob", "cid"]), min_size=1, max_size=3, unique=True),
    max_size=3,
    unique_by=tuple,
)
_REVIEWS = st.sampled_from([None, {}, {"decision": "accepted"}, {"decision": "rejected"}])
_KINDS = st.sampled_from(["reported", "judgement", "context"])


def _likelihood(number: int) -> dict[str, Any]:
    scale, term = _TERMS[number]
    return {"scale": scale, "scale_basis": "stated", "term": term, "words": "forty"}


@st.composite
def raw_briefings(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the data of a valid briefing."""
    texts = draw(
        st.lists(st.text(st.characters(codec="utf-8"), max_size=9), min_size=1, max_size=3)
    )
    documents = [_document(draw, number, f"{text}forty fell") for number, text in enumerate(texts)]
    count = draw(st.integers(0, 4))
    claims = [_claim(draw, number, draw(st.sampled_from(documents))) for number in range(count)]
    raw = {
        "format": "kursk-tui/1",
        "status": "draft",
        "title": draw(WORDS),
        "date": draw(_DATES),
        "handling": {"licence": draw(WORDS), "tlp": draw(st.sampled_from(["GREEN", "AMBER"]))},
        "documents": documents,
        "sources": [{"id": one, "name": draw(WORDS)} for one in ("ann", "bob", "cid")],
        "claims": claims,
    }
    for name in draw(st.sets(st.sampled_from(["date", "handling"]))):
        del raw[name]
    return raw


def _document(draw: st.DrawFn, number: int, text: str) -> dict[str, Any]:
    found = {"id": f"doc{number}", "text": text, "sha256": sha256(text.encode()).hexdigest()}
    stated = draw(
        st.fixed_dictionaries({}, optional={"title": WORDS, "publisher": WORDS, "date": _DATES})
    )
    return found | stated


def _claim(draw: st.DrawFn, number: int, document: dict[str, Any]) -> dict[str, Any]:
    start = len(document["text"]) - len("forty fell")
    chains = draw(_CHAINS)
    claim: dict[str, Any] = {
        "id": f"c{number}",
        "document": document["id"],
        "kind": draw(_KINDS),
        "summary": draw(WORDS),
        "evidence": {"start": start, "end": start + len("forty fell"), "exact": "forty fell"},
        "figures": draw(st.lists(_FIGURES, max_size=2)),
        "likelihoods": [
            _likelihood(one) for one in draw(st.lists(st.integers(0, len(_TERMS) - 1), max_size=2))
        ],
        "when": [{"role": "event", "edtf": one} for one in draw(st.lists(_DATES, max_size=2))],
        "notes": draw(st.lists(WORDS, max_size=1)),
        "attribution": {"chain": chains[0], "further": chains[1:], "basis": "stated"}
        if chains
        else {},
    }
    if (review := draw(_REVIEWS)) is not None:
        claim["review"] = review
    return claim
