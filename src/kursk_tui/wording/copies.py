"""A claim as text to paste into a report, with its source, likelihood and place."""

import json
from collections.abc import Callable, Iterator

from kursk_tui.model import Briefing, Claim, Figure
from kursk_tui.text.sanitize import escaped, find_links, visible
from kursk_tui.wording import phrases
from kursk_tui.wording.citation import place
from kursk_tui.wording.facts import facts


def claim_text(claim: Claim, briefing: Briefing) -> str:
    """Return the quote, what the claim states, and what it leaves unstated, one per line."""
    lines = [_quote(claim)]
    label = ""
    for fact in facts(claim, briefing):
        label = fact.label or label
        lines.append(visible(f"{label}: {fact.text}"))
    return "\n".join([*lines, _place(claim, briefing)]) + "\n"


def quote_text(claim: Claim, briefing: Briefing) -> str:
    """Return the quote with its source, date and place."""
    about = (phrases.who(claim, briefing), phrases.dates(claim), _place(claim, briefing))
    return f"{_quote(claim)} ({'; '.join(about)})\n"


def figure_text(claim: Claim, briefing: Briefing, part: int | None = None) -> str:
    """Return all figures of a claim, one per line, or only the figure at index `part`.

    A line contains the words, bounds, likelihoods, population, source, date and place of a figure.
    """
    figures = claim.figures if part is None else (claim.figures[part],)
    return "".join(f"{_figure(figure, claim, briefing)}\n" for figure in figures)


def claim_json(claim: Claim, _: Briefing) -> str:
    """Return the claim as JSON, as in a briefing file."""
    raw = claim.as_dict()
    return escaped(json.dumps(raw, ensure_ascii=False, indent=2)) + "\n"


def links_text(claim: Claim, briefing: Briefing) -> str:
    """Return the links in the quote, of the sources and of the document, one per line."""
    return "".join(f"{link}\n" for link in dict.fromkeys(_links(claim, briefing)))


COPIES: dict[str, tuple[str, Callable[[Claim, Briefing], str]]] = {
    "claim": ("the claim", claim_text),
    "quote": ("the quote", quote_text),
    "figure": ("the figures", figure_text),
    "id": ("the id", lambda claim, _: claim.id),
    "json": ("the JSON", claim_json),
    "link": ("the links", links_text),
}
"""The parts of a claim that can be copied, by action: a phrase for messages, and a function."""


def _quote(claim: Claim) -> str:
    return phrases.quoted(visible(" ".join(claim.evidence.exact.split())))


def _place(claim: Claim, briefing: Briefing) -> str:
    return f"{place(claim, briefing)}, claim {claim.id}"


def _figure(figure: Figure, claim: Claim, briefing: Briefing) -> str:
    about = [
        f"{figure.measure} {phrases.quoted(visible(figure.words))} ({phrases.bounds(figure)})",
        *phrases.likelihoods(claim, figure),
        *(() if figure.population else ("population not stated",)),
        *phrases.counted(figure),
        phrases.who(claim, briefing),
        phrases.dates(claim),
        _place(claim, briefing),
    ]
    return "; ".join(about)


def _links(claim: Claim, briefing: Briefing) -> Iterator[str]:
    text = claim.evidence.exact
    yield from (text[start:end] for start, end in find_links(text))
    sources = (briefing.source_by_id[source_id] for source_id in claim.attribution.sources)
    yield from (source.url for source in sources if source.url)
    yield from filter(None, (briefing.document_by_id[claim.document].url,))
