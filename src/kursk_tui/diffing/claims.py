"""What changed in a claim: its words, who says it, its figures, likelihoods and dates."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from kursk_tui.diffing.change import Change, What
from kursk_tui.model import Briefing, Claim, Figure, Likelihood
from kursk_tui.wording import phrases
from kursk_tui.wording.phrases import quoted

_NOT_STATED = "not stated"

T = TypeVar("T")


def changes(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    """Yield what changed in a claim between two editions; nothing that differs is left untold."""
    told = list(_told(old, new, before, after))
    yield from told
    for name, kind in _DETAILS.items():
        if getattr(old, name) != getattr(new, name) and not any(
            one.what.startswith(kind) for one in told
        ):
            yield Change("other", None, None, f"details of “{name}” changed")
    if _place(old) != _place(new) or _moved(old, new, before, after):
        yield Change("other", None, None, "its place in the document changed")


_DETAILS = {
    "attribution": "attribution",
    "figures": "figure",
    "likelihoods": "likelihood",
    "when": "dates",
}
"""Parts of a claim, and how the changes begin that tell of them."""


def _place(claim: Claim) -> tuple[object, ...]:
    """Return where a claim stands, as far as that says the same of two editions of a text."""
    evidence = claim.evidence
    return claim.document, evidence.prefix, evidence.suffix, evidence.note


def _moved(old: Claim, new: Claim, before: Briefing, after: Briefing) -> bool:
    texts = (
        before.document_by_id[old.document].text,
        after.document_by_id[new.document].text,
    )
    return texts[0] == texts[1] and old.evidence.start != new.evidence.start


def _told(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    if old.id != new.id:
        yield Change("claim-renamed", old.id, new.id, f"the id was “{old.id}”")
    yield from _plain("reworded", _exact(old), _exact(new), "the words")
    yield from _plain("kind", old.kind, new.kind, "kind")
    yield from _plain("attribution", _who(old, before), _who(new, after), "who says it")
    yield from _figures(old, new)
    yield from _likelihoods(old, new)
    confidence = old.confidence or _NOT_STATED, new.confidence or _NOT_STATED
    yield from _plain("confidence", *confidence, "analytic confidence")
    credibility = str(old.credibility or _NOT_STATED), str(new.credibility or _NOT_STATED)
    yield from _plain("credibility", *credibility, "credibility")
    yield from _plain("dates", _dates(old), _dates(new), "dates")
    yield from _plain("summary", old.summary, new.summary, "the compiler's summary")
    for name in ("notes", "external", "review"):
        if getattr(old, name) != getattr(new, name):
            yield Change("other", None, None, f"“{name}” changed")


def _plain(what: What, old: str, new: str, name: str) -> Iterator[Change]:
    if old != new:
        yield Change(what, old, new, f"{name}: {old} became {new}")


def _exact(claim: Claim) -> str:
    return quoted(" ".join(claim.evidence.exact.split()))


def _who(claim: Claim, briefing: Briefing) -> str:
    names = [briefing.source_by_id[one].label for one in claim.attribution.chain]
    basis = " (inferred)" if claim.attribution.basis == "inferred" else ""
    chain = f"{phrases.ARROW.join(names)}{phrases.stance(claim)}{basis}"
    return chain if names else f"source {_NOT_STATED}"


def _dates(claim: Claim) -> str:
    dates = [
        f"{phrases.date(when.placed) if when.placed else quoted(when.words or '')} ({when.role})"
        for when in claim.when
    ]
    return ", ".join(sorted(dates)) or _NOT_STATED


def _apart(old: Sequence[T], new: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return what of two lists is not the same in both: equals find each other first."""
    left, unpaired = list(old), []
    for one in new:
        if one in left:
            left.remove(one)
        else:
            unpaired.append(one)
    return left, unpaired


def _figures(old: Claim, new: Claim) -> Iterator[Change]:
    left, unpaired = _apart(old.figures, new.figures)
    for figure in unpaired:
        before = _counterpart(figure, left)
        if before is None:
            shown = _figure(figure)
            yield Change("figure-added", None, shown, f"a figure was added: {shown}")
        else:
            left.remove(before)
            yield from _figure_changes(before, figure)
    for figure in left:
        shown = _figure(figure)
        yield Change("figure-removed", shown, None, f"a figure is no longer there: {shown}")


def _counterpart(figure: Figure, candidates: list[Figure]) -> Figure | None:
    def shared(other: Figure) -> tuple[bool, ...]:
        return (
            other == figure,
            (other.population, other.place, other.period)
            == (figure.population, figure.place, figure.period),
            other.values == figure.values,
        )

    return max(
        (one for one in candidates if one.measure == figure.measure), key=shared, default=None
    )


def _figure(figure: Figure) -> str:
    return f"{figure.measure} {quoted(figure.words)} ({phrases.bounds(figure)})"


def _figure_changes(old: Figure, new: Figure) -> Iterator[Change]:
    words = f"{new.measure}: {quoted(old.words)} became {quoted(new.words)}"
    meant = f"{phrases.bounds(old)} became {phrases.bounds(new)}"
    if old.qualifier != new.qualifier:
        lost = f"“{old.qualifier}” became “{new.qualifier}”"
        if new.qualifier == "exactly":
            lost = f"“{old.qualifier}” is lost"
        message = f"{words}; {lost}, which changes the meaning: {meant}"
        yield Change("figure-qualifier", _figure(old), _figure(new), message)
    elif old.values != new.values:
        yield Change("figure-value", _figure(old), _figure(new), f"{words}: {meant}")
    elif old.words != new.words:
        message = f"{words}, which pins down the same"
        yield Change("figure-other", _figure(old), _figure(new), message)
    if old.modality != new.modality:
        message = f"{new.measure} {quoted(new.words)}: {old.modality} became {new.modality}"
        yield Change("figure-other", old.modality, new.modality, message)
    for name in ("population", "place", "period"):
        before, after = getattr(old, name) or _NOT_STATED, getattr(new, name) or _NOT_STATED
        yield from _plain("figure-other", before, after, f"{name} of {new.measure}")


def _likelihoods(old: Claim, new: Claim) -> Iterator[Change]:
    left, unpaired = _apart(old.likelihoods, new.likelihoods)
    for likelihood in unpaired:
        before = _same_scope(likelihood, left)
        shown = _likelihood(likelihood)
        if before is None:
            yield Change("likelihood-added", None, shown, f"a likelihood was added: {shown}")
        else:
            left.remove(before)
            yield from _likelihood_changes(before, likelihood)
    for likelihood in left:
        shown = _likelihood(likelihood)
        message = f"a likelihood is no longer there: {shown}"
        yield Change("likelihood-removed", shown, None, message)


def _same_scope(likelihood: Likelihood, candidates: list[Likelihood]) -> Likelihood | None:
    scope = _scope(likelihood)
    return max(candidates, key=lambda one: (one == likelihood, _scope(one) == scope), default=None)


def _scope(likelihood: Likelihood) -> str:
    return quoted(likelihood.scope.exact) if likelihood.scope else _NOT_STATED


def _likelihood(likelihood: Likelihood) -> str:
    return f"{likelihood.term}, {phrases.scale(likelihood)}"


def _likelihood_changes(old: Likelihood, new: Likelihood) -> Iterator[Change]:
    before, after = _likelihood(old), _likelihood(new)
    if old.scale != new.scale:
        message = f"likelihood: {before} became {after}; scales differ, so steps say nothing"
        yield Change("likelihood-scale", before, after, message)
    elif old.rank != new.rank:
        steps = abs(new.rank - old.rank)
        way = "up" if new.rank > old.rank else "down"
        message = (
            f"likelihood: {old.term} became {new.term}, {phrases.plural(steps, 'step')} {way} "
            f"on {new.yardstick.name}"
        )
        yield Change("likelihood-moved", before, after, message)
    elif (old.words, old.scale_basis) != (new.words, new.scale_basis):
        message = f"likelihood: {quoted(old.words)}, {before} became {quoted(new.words)}, {after}"
        yield Change("likelihood-other", before, after, message)
    yield from _plain("likelihood-other", _scope(old), _scope(new), f"reach of {new.term}")
