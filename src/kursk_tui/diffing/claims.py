"""Compare two versions of one claim: its words, attribution, figures, likelihoods and dates."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from kursk_tui.diffing.change import NOT_STATED, Change, ChangeKind
from kursk_tui.model import Briefing, Claim, Figure, Likelihood
from kursk_tui.text.messages import plural
from kursk_tui.wording import phrases
from kursk_tui.wording.phrases import quoted

T = TypeVar("T")


def claim_changes(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    """Yield every change of a claim from one edition of its briefing to the next.

    A difference without a specific kind is reported as "other".
    """
    found = list(_described(old, new, before, after))
    yield from found
    for name, kind in _KIND_PREFIXES.items():
        if getattr(old, name) != getattr(new, name) and not any(
            one.what.startswith(kind) for one in found
        ):
            yield Change("other", None, None, f"details of “{name}” changed")
    if _place(old) != _place(new) or _moved(old, new, before, after):
        yield Change("other", None, None, "the position in the document changed")


_KIND_PREFIXES = {
    "attribution": "attribution",
    "figures": "figure",
    "likelihoods": "likelihood",
    "when": "dates",
}
"""The fields of a claim with details of their own, and the prefix of the kinds of their changes."""


def _place(claim: Claim) -> tuple[object, ...]:
    """Return what can be compared of a claim's position between editions of a text."""
    evidence = claim.evidence
    return claim.document, evidence.prefix, evidence.suffix, evidence.note


def _moved(old: Claim, new: Claim, before: Briefing, after: Briefing) -> bool:
    texts = (
        before.document_by_id[old.document].text,
        after.document_by_id[new.document].text,
    )
    return texts[0] == texts[1] and old.evidence.start != new.evidence.start


def _described(old: Claim, new: Claim, before: Briefing, after: Briefing) -> Iterator[Change]:
    if old.id != new.id:
        yield Change("claim-renamed", old.id, new.id, f"id: “{old.id}” became “{new.id}”")
    yield from _changed("reworded", _exact(old), _exact(new), "words")
    yield from _changed("kind", old.kind, new.kind, "kind")
    yield from _changed("attribution", _who(old, before), _who(new, after), "attribution")
    yield from _figures(old, new)
    yield from _likelihoods(old, new)
    confidence = old.confidence or NOT_STATED, new.confidence or NOT_STATED
    yield from _changed("confidence", *confidence, "analytic confidence")
    credibility = str(old.credibility or NOT_STATED), str(new.credibility or NOT_STATED)
    yield from _changed("credibility", *credibility, "credibility")
    yield from _changed("dates", _dates(old), _dates(new), "dates")
    yield from _changed("summary", old.summary, new.summary, "summary")
    for name in ("notes", "external", "review"):
        if getattr(old, name) != getattr(new, name):
            yield Change("other", None, None, f"“{name}” changed")


def _changed(what: ChangeKind, old: str, new: str, name: str) -> Iterator[Change]:
    if old != new:
        yield Change(what, old, new, f"{name}: {old} became {new}")


def _exact(claim: Claim) -> str:
    return quoted(" ".join(claim.evidence.exact.split()))


def _who(claim: Claim, briefing: Briefing) -> str:
    names = [briefing.source_by_id[one].label for one in claim.attribution.chain]
    basis = " (inferred)" if claim.attribution.basis == "inferred" else ""
    chain = f"{phrases.ARROW.join(names)}{phrases.stance(claim)}{basis}"
    return chain if names else f"source {NOT_STATED}"


def _dates(claim: Claim) -> str:
    dates = [
        f"{phrases.date(when.placed) if when.placed else quoted(when.words or '')} ({when.role})"
        for when in claim.when
    ]
    return ", ".join(sorted(dates)) or NOT_STATED


def _differences(old: Sequence[T], new: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return the items that only the old and only the new list contain."""
    return _without(old, new), _without(new, old)


def _without(items: Sequence[T], others: Sequence[T]) -> list[T]:
    """Return the items that are left after one of them is taken away for each equal other."""
    taken = Counter(others)
    left = []
    for one in items:
        if taken[one]:
            taken[one] -= 1
        else:
            left.append(one)
    return left


def _figures(old: Claim, new: Claim) -> Iterator[Change]:
    removed, added = _differences(old.figures, new.figures)
    for figure in added:
        before = _counterpart(figure, removed)
        if before is None:
            shown = _figure(figure)
            yield Change("figure-added", None, shown, f"a figure was added: {shown}")
        else:
            removed.remove(before)
            yield from _figure_changes(before, figure)
    for figure in removed:
        shown = _figure(figure)
        yield Change("figure-removed", shown, None, f"a figure was removed: {shown}")


def _counterpart(figure: Figure, candidates: list[Figure]) -> Figure | None:
    """Return the most similar figure of the same measure."""

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
    bounds = f"{phrases.bounds(old)} became {phrases.bounds(new)}"
    if old.qualifier != new.qualifier:
        loss = f"“{old.qualifier}” became “{new.qualifier}”"
        if new.qualifier == "exactly":
            loss = f"“{old.qualifier}” is lost"
        message = f"{words}; {loss}, which changes the meaning: {bounds}"
        yield Change("figure-qualifier", _figure(old), _figure(new), message)
    elif old.values != new.values:
        yield Change("figure-value", _figure(old), _figure(new), f"{words}: {bounds}")
    elif old.words != new.words:
        message = f"{words}; the bounds are unchanged"
        yield Change("figure-other", _figure(old), _figure(new), message)
    if old.modality != new.modality:
        message = f"{new.measure} {quoted(new.words)}: {old.modality} became {new.modality}"
        yield Change("figure-other", old.modality, new.modality, message)
    for name in ("population", "place", "period"):
        before, after = getattr(old, name) or NOT_STATED, getattr(new, name) or NOT_STATED
        yield from _changed("figure-other", before, after, f"{name} of {new.measure}")


def _likelihoods(old: Claim, new: Claim) -> Iterator[Change]:
    removed, added = _differences(old.likelihoods, new.likelihoods)
    for likelihood in added:
        before = _same_scope(likelihood, removed)
        shown = _likelihood(likelihood)
        if before is None:
            yield Change("likelihood-added", None, shown, f"a likelihood was added: {shown}")
        else:
            removed.remove(before)
            yield from _likelihood_changes(before, likelihood)
    for likelihood in removed:
        shown = _likelihood(likelihood)
        message = f"a likelihood was removed: {shown}"
        yield Change("likelihood-removed", shown, None, message)


def _same_scope(likelihood: Likelihood, candidates: list[Likelihood]) -> Likelihood | None:
    scope = _scope(likelihood)
    return max(candidates, key=lambda one: (one == likelihood, _scope(one) == scope), default=None)


def _scope(likelihood: Likelihood) -> str:
    return quoted(likelihood.scope.exact) if likelihood.scope else NOT_STATED


def _likelihood(likelihood: Likelihood) -> str:
    return f"{likelihood.term}, {phrases.scale(likelihood)}"


def _likelihood_changes(old: Likelihood, new: Likelihood) -> Iterator[Change]:
    before, after = _likelihood(old), _likelihood(new)
    if old.scale != new.scale:
        message = f"likelihood: {before} became {after}; the scales are not comparable"
        yield Change("likelihood-scale", before, after, message)
    elif old.rank != new.rank:
        steps = abs(new.rank - old.rank)
        direction = "up" if new.rank > old.rank else "down"
        message = (
            f"likelihood: {old.term} became {new.term}, {plural(steps, 'step')} {direction} "
            f"on {new.yardstick.name}"
        )
        yield Change("likelihood-moved", before, after, message)
    elif (old.words, old.scale_basis) != (new.words, new.scale_basis):
        message = f"likelihood: {quoted(old.words)}, {before} became {quoted(new.words)}, {after}"
        yield Change("likelihood-other", before, after, message)
    yield from _changed("likelihood-other", _scope(old), _scope(new), f"scope of {new.term}")
