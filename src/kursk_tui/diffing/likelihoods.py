"""Compare the likelihoods of a claim in two versions."""

from collections.abc import Iterator

from kursk_tui.diffing.change import NOT_STATED, Change, ChangeKind, Direction, by_order
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.multiset import changed_pairs
from kursk_tui.model import Claim, Likelihood
from kursk_tui.text.messages import plural
from kursk_tui.wording import phrases
from kursk_tui.wording.phrases import quoted


def likelihood_changes(old: Claim, new: Claim) -> Iterator[Change]:
    """Yield what changed in the likelihoods of a claim."""
    for before, after in changed_pairs(old.likelihoods, new.likelihoods, _same_scope):
        if before is not None and after is not None:
            yield from _changes(before, after)
        elif after is not None:
            message = f"a likelihood was added: {_value(after)}"
            yield _change("likelihood-added", None, after, message, _ADDED, "weaker")
        elif before is not None:
            message = f"a likelihood was removed: {_value(before)}"
            effect = f"{quoted(before.words)} is lost"
            yield _change("likelihood-removed", before, None, message, effect)


_ADDED = "a likelihood is now stated"


def _same_scope(likelihood: Likelihood, candidates: list[Likelihood]) -> Likelihood | None:
    scope = _scope(likelihood)
    return max(candidates, key=lambda candidate: _scope(candidate) == scope, default=None)


def _scope(likelihood: Likelihood) -> str:
    return quoted(likelihood.scope.exact) if likelihood.scope else NOT_STATED


def _value(likelihood: Likelihood) -> str:
    return f"{likelihood.term}, {phrases.scale(likelihood)}"


def _changes(old: Likelihood, new: Likelihood) -> Iterator[Change]:
    before, after = _value(old), _value(new)
    if old.scale != new.scale:
        message = f"likelihood: {before} became {after}; the scales are not comparable"
        effect = f"on another scale, {new.yardstick.name}: steps can't be compared"
        yield _change("likelihood-scale", old, new, message, effect)
    elif old.rank != new.rank:
        steps = abs(new.rank - old.rank)
        way = f"{'up' if new.rank > old.rank else 'down'} on the {new.yardstick.name}"
        message = f"likelihood: {old.term} became {new.term}, {plural(steps, 'step')} {way}"
        effect = f"{'one step' if steps == 1 else plural(steps, 'step')} {way}"
        direction = by_order(old.rank, new.rank)
        yield _change("likelihood-moved", old, new, message, effect, direction)
    elif (old.words, old.scale_basis) != (new.words, new.scale_basis):
        message = f"likelihood: {quoted(old.words)}, {before} became {quoted(new.words)}, {after}"
        effect = f"still {new.term} on the {new.yardstick.name}"
        if old.scale_basis != new.scale_basis:
            effect = f"the scale is {new.scale_basis} now"
        gravity = Gravity.REWORDED if old.words != new.words else Gravity.OTHER
        yield _change("likelihood-other", old, new, message, effect, gravity=gravity)
    yield from _scope_changes(old, new)


def _scope_changes(old: Likelihood, new: Likelihood) -> Iterator[Change]:
    scopes = _scope(old), _scope(new)
    if scopes[0] == scopes[1]:
        return
    field = f"scope of {new.term}"
    message = f"{field}: {scopes[0]} became {scopes[1]}"
    effect, gravity = "", Gravity.REWORDED
    if NOT_STATED in scopes:
        gravity = Gravity.LIKELIHOOD
    elif old.words and scopes[0].replace(old.words, new.words or "") == scopes[1]:
        gravity, effect = Gravity.OTHER, "only the words of the likelihood"
    yield Change("likelihood-other", *scopes, message, gravity, field, *scopes, effect)


def _change(
    what: ChangeKind,
    old: Likelihood | None,
    new: Likelihood | None,
    message: str,
    effect: str,
    direction: Direction | None = None,
    gravity: Gravity = Gravity.LIKELIHOOD,
) -> Change:
    if new is None:
        gravity = Gravity.QUALIFIER_LOST
    values = (_value(old) if old else None, _value(new) if new else None)
    words = (old.words if old else None, new.words if new else None)
    if words[0] == words[1]:  # only the term was read in another way
        words = (old.term if old else None, new.term if new else None)
    return Change(what, *values, message, gravity, "likelihood", *words, effect, direction)
