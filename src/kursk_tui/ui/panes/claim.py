"""Claim: everything the document states of the selected claim, and what it does not."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kursk_tui.briefing import Claim, Figure, Likelihood, Source, When
from kursk_tui.briefing.claim import CREDIBILITY_LABELS
from kursk_tui.briefing.source import RELIABILITY_LABELS
from kursk_tui.ui import phrases
from kursk_tui.ui.lens import Listing, Pane, Row, Scene
from kursk_tui.ui.line import Line, Span, hang, line, slice_spans, wrap_spans

_LABEL_COLUMN = 12
_DOT = Span(" · ", "faint")


class ClaimPane(Pane):
    """The selected claim: its words, who, when, how many, how likely, and what is not stated."""

    id = "claim"
    title = "Claim"
    key = "0"
    tooltip = "All of the selected claim, and what is not stated"
    slot = "detail"

    def listing(self, scene: Scene) -> Listing:
        """Return the lines of the claim; the cursor stops nowhere."""
        return Listing([Row(None, number) for number in range(len(_lines(scene)))], [])

    def draw(self, row: Row, scene: Scene) -> Sequence[Line]:
        """Return one of the lines."""
        return (_lines(scene)[row.part],)

    def empty(self, scene: Scene) -> str:
        """Return why there are no rows."""
        if not scene.view.claims:
            return "This briefing has no claims."
        return "No claim is selected: the query leaves none."

    def caption(self, scene: Scene) -> str:
        """Return where the claim stands."""
        claim = scene.claim
        if claim is None:
            return ""
        where = f"characters {claim.evidence.start:,}–{claim.evidence.end:,}"
        several = len(scene.briefing.documents) > 1
        where += f" of {claim.document}" if several else ""
        possible = scene.selected is not None and scene.view.possible(scene.selected)
        return f"{'possible match · ' if possible else ''}{claim.kind} {claim.id} · {where}"


@lru_cache(maxsize=2)
def _lines(scene: Scene) -> list[Line]:
    claim = scene.claim
    if claim is None:
        return []
    lines = wrap_spans(line(Span("“", "muted"), *_words(claim), Span("”", "muted")), scene.width)
    for label, spans in _facts(claim, scene):
        lines += hang(Span(label, "muted"), _LABEL_COLUMN, spans, scene.width)
    return lines


def _facts(claim: Claim, scene: Scene) -> Iterator[tuple[str, Line]]:
    yield "who", _who(claim, scene)
    for when in claim.when:
        yield "when", tuple(_when(when))
    for figure in claim.figures:
        yield "figure", tuple(_figure(figure))
    for likelihood in claim.likelihoods:
        yield "likelihood", tuple(_likelihood(likelihood))
    if claim.confidence is not None:
        yield "confidence", line(Span(claim.confidence, "strong"), Span(" (analytic)", "muted"))
    if claim.credibility is not None:
        label = CREDIBILITY_LABELS[claim.credibility]
        yield (
            "credibility",
            line(Span(str(claim.credibility), "strong"), Span(f" {label}", "muted")),
        )
    yield "not stated", line(Span(", ".join(_unstated(claim, scene)), "unstated"))
    notes = [*filter(None, (claim.attribution.note, claim.evidence.note)), *claim.notes]
    noted: tuple[When | Likelihood | Figure, ...] = (
        *claim.when,
        *claim.likelihoods,
        *claim.figures,
    )
    notes += [one.note for one in noted if one.note]
    for number, note in enumerate(notes):
        yield "" if number else "notes", line(Span(note, "text"))
    if claim.external and not scene.outside:
        yield "outside", line(Span("o shows what is known from outside the document", "muted"))
    for external in claim.external if scene.outside else ():
        names = phrases.ARROW.join(scene.briefing.source_by_id[one].name for one in external.chain)
        origin = Span(f" Origin, if so: {names}." if names else "", "muted")
        yield "outside", line(Span("NOT IN THE DOCUMENT: ", "accent"), external.says, origin)


def _words(claim: Claim) -> Line:
    """Return the claim's words, with the words for figures, dates and likelihoods set off."""
    base, text = claim.evidence.start, claim.evidence.exact
    parts = [(claim.span_of(one.words, one.start), "strong") for one in claim.figures]
    parts += [
        (claim.span_of(one.words, one.start), f"band-{one.rank}") for one in claim.likelihoods
    ]
    parts += [(claim.span_of(one.words, one.start), "strong") for one in claim.when if one.words]
    spans: list[Span] = []
    at = 0
    for (start, end), role in sorted(parts):
        if start - base < at:
            continue
        spans += [
            Span(text[at : start - base], "words"),
            Span(text[start - base : end - base], role),
        ]
        at = end - base
    return slice_spans((*spans, Span(text[at:], "words")), 0, len(text))


def _who(claim: Claim, scene: Scene) -> Line:
    chain = claim.attribution.chain
    if not chain:
        return (phrases.not_stated("source"),)
    spans: list[Span] = []
    for hop, one in enumerate(chain):
        source = scene.briefing.source_by_id[one]
        spans.append(Span(phrases.ARROW + "via " if hop else "", "muted"))
        spans.append(Span(source.name, "source"))
        spans.append(Span(_about(source), "muted"))
    spans.append(Span(f" · {claim.attribution.basis}", "muted"))
    if claim.attribution.words is not None:
        spans.append(Span(f" · {phrases.quoted(claim.attribution.words)}", "muted"))
    return tuple(spans)


def _about(source: Source) -> str:
    about = list(filter(None, (source.kind, source.country)))
    if source.reliability is not None:
        label = RELIABILITY_LABELS[source.reliability]
        about.append(f"reliability {source.reliability}, {label}")
    return f" ({', '.join(about)})" if about else ""


def _when(when: When) -> Iterator[Span]:
    if when.edtf is None:
        yield Span("no date", "unstated")
    else:
        yield Span(phrases.date(when.edtf), "strong")
        if precision := phrases.precision(when.edtf):
            yield Span(f" ({precision})", "muted")
    yield Span(f" · {when.role}", "muted")
    if when.words is not None:
        yield Span(f" · {phrases.quoted(when.words)}", "muted")
    if when.bound is not None:
        yield Span(f" · {phrases.bound(when.bound)}", "muted")


def _figure(figure: Figure) -> Iterator[Span]:
    yield Span(f"{figure.measure} ", "text")
    yield Span(phrases.quoted(figure.words), "strong")
    yield Span(f" · {phrases.bounds(figure)}", "muted")
    yield _DOT
    yield (
        Span(figure.population, "muted") if figure.population else phrases.not_stated("population")
    )
    if figure.place:
        yield Span(f" · {figure.place}", "muted")
    if figure.period:
        yield Span(f" · {figure.period}", "muted")


def _likelihood(likelihood: Likelihood) -> Iterator[Span]:
    yield Span(likelihood.term, f"band-{likelihood.rank}")
    yield Span(f" {likelihood.band.printed} · {phrases.scale(likelihood)} · ", "muted")
    if likelihood.scope is None:
        yield phrases.not_stated("reach")
    else:
        yield Span(f"of {phrases.quoted(likelihood.scope.exact)}", "muted")


def _unstated(claim: Claim, scene: Scene) -> Iterator[str]:
    if not claim.attribution.chain:
        yield "source"
    if not claim.dated:
        yield "date"
    if not claim.figures:
        yield "figure"
    elif not any(figure.period for figure in claim.figures):
        yield "counting period"
    if not claim.likelihoods:
        yield "likelihood"
    if claim.confidence is None:
        yield "analytic confidence"
    if claim.credibility is None:
        yield "credibility"
    sources = (scene.briefing.source_by_id[one] for one in claim.attribution.chain)
    if claim.attribution.chain and not any(source.reliability for source in sources):
        yield "reliability of the source"


PANE = ClaimPane()
