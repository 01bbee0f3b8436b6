"""What a claim states, and what it leaves unstated, as labelled facts in words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from kursk_tui.model.briefing import Briefing
from kursk_tui.model.claim import CREDIBILITY_LABELS, Claim
from kursk_tui.model.figure import Figure
from kursk_tui.model.likelihood import Likelihood
from kursk_tui.model.limits import MAX_CITED
from kursk_tui.model.source import RELIABILITY_LABELS, Source
from kursk_tui.model.statement_relation import StatementRelation
from kursk_tui.model.when import When
from kursk_tui.text.messages import shortened
from kursk_tui.wording import phrases

if TYPE_CHECKING:
    from kursk_tui.tracking.statements import Told

PieceKind = Literal["plain", "aside", "stated", "source", "term", "unstated", "outside", "link"]
"""The role of a piece of a fact, which determines its style."""

FactField = Literal["attribution", "when", "figures", "likelihoods", "confidence"]
"""The field of a claim that states a fact."""

_MAX_QUOTE = 60
"""The maximum length of a quote in a fact."""

_MAX_LINK = 2_000
"""The longest link of a source that is repeated in a fact."""


class Piece(NamedTuple):
    """A run of text with one role.

    `rank` is the position of a likelihood term on its scale; `source` is the id of a named source.
    """

    text: str
    kind: PieceKind = "plain"
    rank: int = 0
    source: str = ""


class Fact(NamedTuple):
    """A labelled fact. The label is empty if it is the same as for the previous fact.

    `field` and `nth` are the field of the claim that states it, and its place there; `field` is
    empty if no single item of the claim states it.
    """

    label: str
    pieces: tuple[Piece, ...]
    field: FactField | None = None
    nth: int = 0

    @property
    def text(self) -> str:
        """The fact without its label."""
        return "".join(piece.text for piece in self.pieces)


def facts(
    claim: Claim,
    briefing: Briefing,
    *,
    outside: bool = False,
    relayed: "Told | None" = None,
    ended: Sequence[Fact] = (),
) -> Iterator[Fact]:
    """Yield the facts of a claim, then what it does not state, then the compiler's notes.

    Knowledge from outside the document is included only if `outside` is true. `relayed` is a
    statement of the claim whose chain of sources another document completes; `ended` is what of it
    no longer stands.
    """
    yield from _review(claim)
    who, *others = stated_facts(claim, briefing)
    yield who
    if relayed is not None:
        yield completed_chain(relayed, briefing)
    yield from others
    yield from ended
    yield from other_facts(claim, briefing, outside=outside)


def completed_chain(relayed: "Told", briefing: Briefing) -> Fact:
    """Return the chain of sources of a statement that another document completes."""
    return Fact("", (Piece(phrases.completed_chain(relayed, briefing), "aside"),))


def stated_facts(claim: Claim, briefing: Briefing) -> Iterator[Fact]:
    """Yield the facts of a claim in the order of its items: each states one of them."""
    yield Fact("who", tuple(_who(claim, briefing)), "attribution")
    for nth, when in enumerate(claim.when):
        yield Fact("when", tuple(_when(when)), "when", nth)
    for nth, figure in enumerate(claim.figures):
        yield Fact("figure", tuple(_figure(figure)), "figures", nth)
    for nth, likelihood in enumerate(claim.likelihoods):
        yield Fact("likelihood", tuple(_likelihood(likelihood)), "likelihoods", nth)
    if claim.confidence is not None:
        pieces = Piece(claim.confidence, "stated"), Piece(" (analytic)", "aside")
        yield Fact("confidence", pieces, "confidence")


def other_facts(claim: Claim, briefing: Briefing, *, outside: bool = False) -> Iterator[Fact]:
    """Yield the grade of a claim, what it says of other statements, and what it does not state.

    The compiler's notes come last.
    """
    if claim.credibility is not None:
        label = CREDIBILITY_LABELS[claim.credibility]
        pieces = Piece(str(claim.credibility), "stated"), Piece(f" {label}", "aside")
        yield Fact("credibility", pieces)
    for nth, relation in enumerate(claim.relations):
        yield Fact("" if nth else "relation", tuple(_relation(relation, briefing)))
    yield Fact("not stated", (Piece(", ".join(_unstated(claim, briefing)), "unstated"),))
    for number, note in enumerate(_notes(claim)):
        yield Fact("" if number else "notes", (Piece(note),))
    if outside:
        yield from _outside(claim, briefing)


def _outside(claim: Claim, briefing: Briefing) -> Iterator[Fact]:
    if not claim.external:
        yield Fact("outside", (Piece("nothing from outside the document is recorded", "unstated"),))
    for external in claim.external:
        names = phrases.ARROW.join(
            briefing.source_by_id[source_id].cited for source_id in external.chain
        )
        origin = Piece(f" Possibly from: {names}." if names else "", "aside")
        link = (Piece(" "), Piece(external.url, "link")) if external.url else ()
        warning = Piece("NOT IN THE DOCUMENT: ", "outside")
        yield Fact("outside", (warning, Piece(external.says), origin, *link))


def _review(claim: Claim) -> Iterator[Fact]:
    """Yield the review state of a drafted claim, and the items that wait for a decision."""
    if claim.review is None:
        return
    pieces = [Piece(claim.review_state or "", "stated")]
    if claim.review.flags:
        pieces.append(Piece(f" · {', '.join(claim.review.flags)}", "aside"))
    yield Fact("review", tuple(pieces))
    base = claim.evidence.start
    for item in claim.review.open_proposals:
        guess = item.tier == "guess"
        words = claim.evidence.exact[item.start - base : item.end - base]
        doubts = ["a guess, needs a decision"] if guess else []
        remarks = ", ".join([*doubts, *item.flags])
        quote = shortened(words, _MAX_QUOTE)
        yield Fact("", (Piece(f"{item.kind} {phrases.quoted(quote)}: "), Piece(remarks, "aside")))


def _unstated(claim: Claim, briefing: Briefing) -> Iterator[str]:
    """Yield the parts of a claim that are not stated."""
    if not claim.attribution.chains:
        yield "source"
    if not claim.dated:
        yield "date"
    if not claim.figures:
        yield "figure"
    without_period = [figure.measure for figure in claim.figures if figure.period is None]
    yield from _missing("counting period", without_period, len(claim.figures))
    if not claim.likelihoods:
        yield "likelihood"
    if claim.confidence is None:
        yield "analytic confidence"
    if claim.credibility is None:
        yield "credibility"
    sources = [briefing.source_by_id[source_id] for source_id in claim.attribution.sources]
    ungraded = [source.label for source in sources if source.reliability is None]
    yield from _missing("reliability", ungraded, len(sources), "of the source")


def _missing(part: str, names: list[str], total: int, of_all: str = "") -> Iterator[str]:
    """Yield a part that all items lack, or the part with the names of the items that lack it."""
    if names and len(names) == total:
        yield f"{part} {of_all}".rstrip()
    elif names:
        yield f"{part} of {' and '.join(names)}"


def _notes(claim: Claim) -> Iterator[str]:
    noted: tuple[When | Likelihood | Figure, ...] = (
        *claim.when,
        *claim.likelihoods,
        *claim.figures,
    )
    yield from filter(None, (claim.attribution.note, claim.evidence.note))
    yield from claim.notes
    yield from (record.note for record in noted if record.note)


def _who(claim: Claim, briefing: Briefing) -> Iterator[Piece]:
    if not claim.attribution.chains:
        yield Piece("source not stated", "unstated")
        return
    for nth, chain in enumerate(claim.attribution.chains):
        if nth:
            yield Piece(phrases.ALSO, "aside")
        yield from _chain(chain, briefing)
    if stance := phrases.stance(claim):
        yield Piece(stance, "stated")
    yield Piece(f" · {claim.attribution.basis}", "aside")
    if claim.attribution.words is not None:
        yield Piece(f" · {phrases.quoted(claim.attribution.words)}", "aside")


def _chain(chain: Sequence[str], briefing: Briefing) -> Iterator[Piece]:
    for hop, source_id in enumerate(chain):
        source = briefing.source_by_id[source_id]
        if hop:
            yield Piece(f"{phrases.ARROW}via ", "aside")
        yield Piece(source.cited, "source", source=source.id)
        yield from _about(source)


def _relation(relation: StatementRelation, briefing: Briefing) -> Iterator[Piece]:
    yield Piece(f"{relation.kind} ", "stated")
    yield Piece(phrases.other_statement(relation.of, briefing))
    yield Piece(f" · {phrases.quoted(relation.words)}", "aside")


def _about(source: Source) -> Iterator[Piece]:
    kind = source.kind and shortened(source.kind, MAX_CITED)
    about = list(filter(None, (kind, source.country)))
    if source.reliability is not None:
        label = RELIABILITY_LABELS[source.reliability]
        about.append(f"reliability {source.reliability}, {label}")
    if about:
        yield Piece(f" ({', '.join(about)})", "aside")
    if source.url is not None:
        yield Piece(" ")
        whole = len(source.url) <= _MAX_LINK
        yield Piece(source.url, "link") if whole else Piece(shortened(source.url, MAX_CITED))


def _when(when: When) -> Iterator[Piece]:
    if when.placed is None:
        yield Piece("no date", "unstated")
    else:
        yield Piece(phrases.date(when.placed), "stated")
        if precision := phrases.precision(when.placed):
            yield Piece(f" ({precision})", "aside")
        if when.resolved is not None:
            yield Piece(", resolved from the document's date", "aside")
    yield Piece(f" · {when.role}", "aside")
    if when.words is not None:
        yield Piece(f" · {phrases.quoted(when.words)}", "aside")
    if when.bound is not None:
        yield Piece(f" · {phrases.bound(when.bound)}", "aside")


def _figure(figure: Figure) -> Iterator[Piece]:
    yield Piece(f"{figure.measure} ")
    yield Piece(phrases.quoted(figure.words), "stated")
    yield Piece(f" · {phrases.unmarked_bounds(figure)}", "aside")
    for mark in phrases.marks(figure):
        yield Piece(", ", "aside")
        yield Piece(mark, "stated")
    yield Piece(" · ", "aside")
    if figure.population is None:
        yield Piece("population not stated", "unstated")
    for nth, part in enumerate(phrases.counted(figure)):
        separator = " · " if nth or figure.population is None else ""
        yield Piece(f"{separator}{part}", "aside")


def _likelihood(likelihood: Likelihood) -> Iterator[Piece]:
    yield Piece(likelihood.term, "term", likelihood.rank)
    yield Piece(f" {likelihood.band.printed} · {phrases.scale(likelihood)} · ", "aside")
    if likelihood.scope is None:
        yield Piece("scope not stated", "unstated")
    else:
        yield Piece(f"of {phrases.quoted(likelihood.scope.exact)}", "aside")
