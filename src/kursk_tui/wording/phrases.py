"""Short phrases for the values of a briefing, used in all output."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kursk_tui.model.briefing import Briefing
from kursk_tui.model.claim import Claim
from kursk_tui.model.document import Document, Extraction
from kursk_tui.model.figure import Figure, FigureRelation
from kursk_tui.model.likelihood import Likelihood
from kursk_tui.model.statement_relation import OtherStatement, StatementRelation
from kursk_tui.model.when import When
from kursk_tui.model.yardstick import YARDSTICKS
from kursk_tui.vocabulary import Basis, ScaleId, Tally

if TYPE_CHECKING:
    from kursk_tui.tracking.statements import Told

ARROW = " → "
"""The separator between the sources of a chain."""

ALSO = "; also "
"""The separator between the chains of a claim that several origins make."""

BECAME = " ─▶ "
"""The separator between an old and a new value; in ASCII, it does not read as "greater than"."""

WEAKER, STRONGER = "▼", "▲"
"""The signs of a change after which less is stated, or less surely, and of the opposite."""

REMOVED, ADDED = ("[-", "-]"), ("{+", "+}")
"""The marks around removed and added words, as `git diff --word-diff` has them.

A text may have brackets of its own; it seldom has these.
"""

NOT_ASSERTED = "◌"
"""The sign of a figure that is not asserted."""


def quoted(words: str) -> str:
    """Return words of the document in quotation marks."""
    return f"“{words}”"


def date(edtf: str) -> str:
    """Return an EDTF expression in words, without changing its precision."""
    if "/" not in edtf:
        return _marked(edtf)
    start, _, end = edtf.partition("/")
    if end == "..":
        return f"from {_marked(start)}"
    if start == "..":
        return f"until {_marked(end)}"
    return f"{_marked(start) or 'unknown'} to {_marked(end) or 'unknown'}"


def bound(edtf: str) -> str:
    """Return the bound of a date that the document gives in words only."""
    start, _, end = edtf.partition("/")
    if start == "..":
        return f"not after {_marked(end)}"
    return f"not before {_marked(start)}" if end == ".." else f"within {date(edtf)}"


def _marked(text: str) -> str:
    if not text or text == "..":
        return text
    marks = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
    mark = marks.get(text[-1], "")
    return mark + (text[:-1] if mark else text)


def precision(edtf: str) -> str:
    """Return the precision of a date, or an empty string for exact days."""
    parts = [part.rstrip("~?%").split("T")[0] for part in edtf.split("/") if part not in ("", "..")]
    if any(part.startswith("XXXX") for part in parts):
        return "year not stated"
    if any("X" in part for part in parts):
        return "digits unknown"
    coarsest = min((part.count("-") for part in parts), default=2)
    if coarsest == 1 and any(part[5:7] in ("21", "22", "23", "24") for part in parts):
        return "season"
    return ("year", "month", "")[min(coarsest, 2)]


def bounds(figure: Figure) -> str:
    """Return the bounds of a figure, known or not, and its marks."""
    return ", ".join((unmarked_bounds(figure), *marks(figure)))


def marks(figure: Figure) -> Iterator[str]:
    """Yield the basis of a figure unless it is printed, and whether it is preliminary.

    The last mark is its modality, unless it is asserted.
    """
    if figure.basis != "printed":
        yield figure.basis
    if figure.preliminary:
        yield "preliminary"
    if figure.modality == "not asserted":
        yield f"{NOT_ASSERTED} {figure.modality}"
    elif figure.modality != "asserted":
        yield figure.modality


def counted(figure: Figure) -> tuple[str, ...]:
    """Return what a figure counts, as far as it is stated, and what it is to other figures."""
    event = f"event {figure.event}" if figure.event else None
    stated = (
        figure.population,
        figure.place,
        event,
        period(figure),
        categories(figure.categories),
    )
    return (*filter(None, stated), *map(related, figure.relations))


def categories(measures: Sequence[str]) -> str:
    """Return the measures that a figure includes: “includes killed and wounded”."""
    *others, last = measures or ("",)
    included = f"{', '.join(others)} and {last}" if others else last
    return f"includes {included}" if included else ""


def period(figure: Figure) -> str | None:
    """Return the words of a figure's period, with the days that it covers and how it counts."""
    if figure.period is None:
        return None
    tally = figure.tally
    about: list[str] = []
    if tally == "so far" and tally not in figure.period.lower():
        about.append(tally)
    if figure.covers is not None:
        about.append(_covered(figure.covers, tally))
    return f"{figure.period} ({', '.join(about)})" if about else figure.period


def _covered(covers: str, tally: Tally | None) -> str:
    """Return the days of a period: "until 2024-12-19" so far, "within 2024-12" in, "at" a time."""
    days = date(covers)
    if tally is None or ".." in covers or (tally == "so far" and "/" in covers):
        return days
    return f"{_PREPOSITIONS[tally]} {days}"


_PREPOSITIONS: dict[Tally, str] = {"so far": "until", "in": "within", "at": "at"}


def related(relation: FigureRelation) -> str:
    """Return what a figure is to another, which is named by its words and its claim."""
    where = f" in {relation.claim}" if relation.claim else ""
    return f"{relation.kind} {quoted(relation.words)}{where}"


def unmarked_bounds(figure: Figure) -> str:
    """Return the bounds of a figure, known or not."""
    have = figure.interval
    if figure.qualifier == "exactly" and have.best is not None:
        return f"exactly {have.best:,}"
    if have.lower is not None and have.upper is not None:
        best = "" if have.best is None else f", best {have.best:,}"
        return f"from {have.lower:,} to {have.upper:,}{best}"
    if have.lower is not None:
        return f"{have.lower:,} or more, no upper bound"
    if have.upper is not None and have.best is not None:
        return f"close to {have.best:,} but fewer, no lower bound"
    if have.upper is not None:
        return f"{have.upper:,} or fewer, no lower bound"
    if have.best is not None:
        return f"near {have.best:,}, no bounds"
    if figure.values:
        return f"on the order of {figure.values[0]:,}, no bounds"
    return "no number given"


def likelihoods(claim: Claim, figure: Figure) -> tuple[str, ...]:
    """Return the likelihood terms that apply to a figure of a claim."""
    return tuple(map(term, claim.likelihoods_of(figure)))


def term(likelihood: Likelihood) -> str:
    """Return a likelihood term, with a remark if its scope is not stated."""
    return likelihood.term if likelihood.scope else f"{likelihood.term}, scope not stated"


def scale(likelihood: Likelihood) -> str:
    """Return the name of the scale, with a remark if it is inferred."""
    return scale_named(likelihood.scale, likelihood.scale_basis)


def scale_named(scale: ScaleId, basis: Basis) -> str:
    """Return the name of a scale, with a remark if it is inferred."""
    name = YARDSTICKS[scale].name
    return name if basis == "stated" else f"{name}, {basis}"


def who(claim: Claim, briefing: Briefing) -> str:
    """Return the attribution: the names of the chain, origin first, the stance and the basis."""
    chains = [
        f"{ARROW}via ".join(briefing.source_by_id[source_id].cited for source_id in sources)
        for sources in claim.attribution.chains
    ]
    if not chains:
        return "source not stated"
    chain = ALSO.join(chains) + stance(claim)
    return chain if claim.attribution.basis == "stated" else f"{chain}, {claim.attribution.basis}"


def completed_chain(told: "Told", briefing: Briefing) -> str:
    """Return the chain of a statement that relays one of another document, which completes it."""
    chain = (*told.origins[:1], *told.via)
    names = f"{ARROW}via ".join(briefing.source_by_id[source].cited for source in chain)
    number, _ = told.relays or told.place
    return f"{names}, inferred from {briefing.claims[number].id}"


def stance(claim: Claim) -> str:
    """Return the stance of the source as a suffix to its name; empty if it asserts the claim."""
    suffixes = {"denies": ", denying it", "unverified": ", unable to confirm it"}
    return suffixes.get(claim.attribution.stance or "", "")


def role(when: When) -> str:
    """Return the role of a date, with a remark if it was resolved from the document's date."""
    return f"{when.role}, resolved" if when.resolved else when.role


def dates(claim: Claim) -> str:
    """Return the dates of a claim that are not background, each with its role."""
    found = [f"{date(when.placed)}, {role(when)}" for when in claim.own_dates if when.placed]
    return " and ".join(dict.fromkeys(found)) or "date not stated"


def handling(briefing: Briefing) -> str:
    """Return the label of the Traffic Light Protocol and the licence, as far as stated."""
    stated = briefing.handling
    if stated is None:
        return ""
    return " · ".join(filter(None, (tlp(briefing), stated.licence)))


def tlp(briefing: Briefing) -> str:
    """Return the label of the Traffic Light Protocol; empty if it is not stated."""
    label = briefing.handling.tlp if briefing.handling is not None else None
    return f"TLP:{label}" if label is not None else ""


def about_document(document: Document) -> str:
    """Return the series of a document, when it was acquired, and how its text was extracted."""
    series = f"of the series {document.series}" if document.series else ""
    acquired = f"acquired {date(document.acquired)}" if document.acquired else ""
    stated = document.extraction
    extracted = _extracted(stated) if stated is not None else ""
    return "; ".join(filter(None, (series, acquired, extracted)))


def _extracted(stated: Extraction) -> str:
    program = " ".join(filter(None, (stated.extractor, stated.version)))
    by = f"by {program}" if program else ""
    about = (f"text extracted from {stated.file}", stated.media_type, by)
    return ", ".join(filter(None, (*about, f"sha256 {stated.sha256}")))


def statement_relation(relation: StatementRelation, briefing: Briefing) -> str:
    """Return what a claim says about another statement, with the words for it."""
    return f"{relation.kind} {other_statement(relation.of, briefing)}, {quoted(relation.words)}"


def other_statement(of: OtherStatement, briefing: Briefing) -> str:
    """Return a statement by its figure, its source, and its claim or edition."""
    figure = quoted(of.figure) if of.figure is not None else ""
    source = briefing.source_by_id[of.source].cited if of.source is not None else ""
    place = of.claim or of.edition or ""
    if of.claim and of.edition and not of.claim.startswith(f"{of.edition}/"):
        place = f"{of.edition}/{of.claim}"
    return " of ".join(filter(None, (figure, source))) + (
        f" in {place}" if place and (figure or source) else place
    )


def draft(briefing: Briefing) -> str:
    """Return the mark of a draft, with its number of unreviewed claims; empty if final."""
    if briefing.status == "final":
        return ""
    return f"DRAFT, {len(briefing.unreviewed):,} unreviewed"


def short_draft(briefing: Briefing) -> str:
    """Return the mark of a draft for little room; empty if the briefing is final."""
    return draft(briefing).replace("unreviewed", "left")
