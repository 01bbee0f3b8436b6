"""The lines of a claim under review: its own state, and one line for each item."""

from collections.abc import Iterator
from typing import NamedTuple

from kursk_tui.editing import Item, items_of
from kursk_tui.editing.items import decision_on, needs_decision, open_number, proposals_of, span_of
from kursk_tui.editing.open_numbers import lettered
from kursk_tui.model import Attribution, Briefing, Claim, Proposal
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.rows.styled_text import Line, Span, line
from kursk_tui.wording import phrases
from kursk_tui.wording.facts import Fact, Piece, stated_facts

_MAX_QUOTE = 60
"""The maximum length of a quote in a line."""

_ROLES = {
    "plain": "text",
    "aside": "muted",
    "stated": "strong",
    "source": "source",
    "unstated": "unstated",
    "outside": "accent",
    "link": "source",
}


class ItemLine(NamedTuple):
    """The line of an item: its label, and its words."""

    item: Item
    label: str
    spans: Line


def review_lines(claim: Claim) -> Iterator[tuple[str, Line]]:
    """Yield label and words of the state of a claim, and of what no other line shows."""
    assert claim.review is not None
    state = claim.review.state
    spans = [Span(state, "strong")]
    if claim.review.flags:
        spans.append(Span(f" · {', '.join(claim.review.flags)}", "muted"))
    yield "review", tuple(spans)
    shown = {at for item in items_of(claim) for at in proposals_of(claim, item)}
    for at, proposal in enumerate(claim.review.items):
        if at in shown or not (remark := _doubt(proposal)) or proposal.decision is not None:
            continue
        if proposal.kind == "sentence" and proposal.tier == "guess":
            yield "kind", line(Span(f"{claim.kind} · "), Span(remark, "possible"))
        elif proposal.kind == "sentence":
            yield "", line(Span(remark, "possible"))
        else:
            quote = shortened(visible(claim.words_at(proposal.start, proposal.end)), _MAX_QUOTE)
            name = f"{proposal.kind} {phrases.quoted(quote)}: "
            yield "", line(Span(name, "muted"), Span(remark, "possible"))


def _doubt(proposal: Proposal) -> str:
    """Return why an item needs a second look, or an empty string."""
    flags = ", ".join(proposal.flags)
    if proposal.tier == "guess":
        return f"a guess: {flags}" if flags else "a guess"
    return flags


def item_lines(claim: Claim, briefing: Briefing) -> Iterator[ItemLine]:
    """Yield the lines of the items of a claim, then those of what was taken out of it."""
    stated = {_item(fact): fact for fact in stated_facts(claim, briefing)}
    if claim.attribution == Attribution():
        fact = stated[Item("attribution")]
        yield ItemLine(Item("attribution"), fact.label, fact_spans(fact))
    taken = {_item(fact)._replace(rejected=True): fact for fact in _taken_out(claim, briefing)}
    labels = {**stated, **taken}
    for item in items_of(claim):
        if item.field == "open_numbers":
            words = open_number(claim, item).words
            label, spans = "number", line(Span(phrases.quoted(visible(words)), "strong"))
        else:
            label, spans = labels[item].label, fact_spans(labels[item])
        if item.rejected:
            spans = line(Span("".join(one.text for one in spans), "removed"))
        yield ItemLine(item, label, (*spans, *_remarks(claim, item)))


def _item(fact: Fact) -> Item:
    assert fact.field is not None
    return Item(fact.field, fact.nth)


def _taken_out(claim: Claim, briefing: Briefing) -> Iterator[Fact]:
    """Yield the facts that a claim would state with what the analyst took out of it."""
    assert claim.review is not None
    taken = claim.review.rejected
    return stated_facts(
        claim.replace(
            attribution=taken.attribution or Attribution(),
            figures=taken.figures,
            likelihoods=taken.likelihoods,
            confidence=taken.confidence,
            when=taken.when,
        ),
        briefing,
    )


def _remarks(claim: Claim, item: Item) -> Iterator[Span]:
    """Yield the decision on an item, or what is doubtful about it."""
    assert claim.review is not None
    decision = decision_on(claim, item)
    if decision is not None:
        yield Span(f" · {decision}", "strong" if decision == "accepted" else "warning")
    if item.field == "open_numbers":
        yield Span(f" · {open_number(claim, item).reason}", _role(claim, item))
        if decision is None:
            letters = lettered(open_number(claim, item).measures).items()
            measures = "".join(f", a {letter} {measure}" for letter, measure in letters)
            yield Span(f" · d no figure{measures}, c m any measure", "muted")
    doubts = (_doubt_about(claim, item, claim.review.items[at]) for at in proposals_of(claim, item))
    for doubt in dict.fromkeys(filter(None, doubts)):
        yield Span(f" · {doubt}", _role(claim, item))


def _doubt_about(claim: Claim, item: Item, proposal: Proposal) -> str:
    """Return why an item needs a second look, with the words that do if they are others."""
    doubt, span = _doubt(proposal), span_of(claim, item)
    if not doubt or span is None or (proposal.start < span[1] and span[0] < proposal.end):
        return doubt
    quote = shortened(visible(claim.words_at(proposal.start, proposal.end)), _MAX_QUOTE)
    return f"{phrases.quoted(quote)}: {doubt}"


def _role(claim: Claim, item: Item) -> str:
    return "possible" if needs_decision(claim, item) else "muted"


def fact_spans(fact: Fact) -> Line:
    """Return the words of a fact."""
    return tuple(map(_span, fact.pieces))


def _span(piece: Piece) -> Span:
    role = f"band-{piece.rank}" if piece.kind == "term" else _ROLES[piece.kind]
    link = piece.text if piece.kind == "link" else ""
    term = f"source:{piece.source}" if piece.source else ""
    return Span(piece.text, role, link=link, term=term)
