"""Spans of claims that several panes show."""

from kursk_tui.model import Briefing, Claim, Figure, When
from kursk_tui.ui.rows.styled_text import Line, Span
from kursk_tui.wording import libraries, phrases
from kursk_tui.wording.phrases import ALSO, ARROW


def not_stated(what: str = "") -> Span:
    """Return the span for a value that the document does not state."""
    return Span(f"{what} not stated".strip(), "unstated")


def sources(claim: Claim, briefing: Briefing, *, folded: bool = False) -> Line:
    """Return the attribution chains of a claim, origin first, or “source not stated”.

    If `folded`, an ellipsis is in the place of all relays.
    """
    chains = claim.attribution.chains
    if not chains:
        return (not_stated("source"),)
    spans: list[Span] = []
    for chain in chains:
        for hop, one in enumerate(chain[:1] if folded else chain):
            if spans:
                spans.append(Span(ARROW, "source") if hop else Span(ALSO, "muted"))
            spans.append(Span(briefing.source_by_id[one].label, "source", term=f"source:{one}"))
        if folded and len(chain) > 1:
            spans.append(Span(f"{ARROW}…", "source"))
    if stance := phrases.stance(claim):
        spans.append(Span(stance, "strong"))
    if claim.attribution.basis != "stated":
        spans.append(Span(f" ({claim.attribution.basis})", "muted"))
    return tuple(spans)


def likelihoods(claim: Claim, figure: Figure) -> Line:
    """Return the terms of the likelihoods whose scope includes a figure."""
    return tuple(
        Span(phrases.term(one), f"band-{one.rank}") for one in claim.likelihoods_of(figure)
    )


def dates(claim: Claim, figure: Figure) -> Line:
    """Return the dates of a claim that are not background, or “date not stated”.

    The days that a figure covers are left out, as its period states them.
    """
    if not claim.own_dates:
        return (not_stated("date"),)
    others = (
        one for one in claim.own_dates if figure.covers is None or one.placed != figure.covers
    )
    found = ", ".join(dict.fromkeys(map(_date, others)))
    return (Span(found, "muted"),) if found else ()


def _date(when: When) -> str:
    """Return a date, or the words for a date that is not known."""
    return phrases.date(when.placed) if when.placed else phrases.quoted(when.words or "")


def not_known_yet(briefing: Briefing) -> Line:
    """Return what is not known yet, if a library is shown as of a day."""
    hidden = libraries.not_known_yet(briefing)
    return (Span(hidden, "muted"),) if hidden else ()


def no_claim(briefing: Briefing) -> str:
    """Return the sentence for a pane without claims."""
    return "No claim matches the query." if briefing.claims else "This briefing has no claims."
