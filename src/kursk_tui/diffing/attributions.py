"""Compare who makes a claim in two versions."""

from collections.abc import Iterator

from kursk_tui.diffing.change import NOT_STATED, Change, Direction, replaced
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.model import Briefing, Claim
from kursk_tui.wording import phrases


def attribution_changes(
    old: Claim, new: Claim, before: Briefing, after: Briefing
) -> Iterator[Change]:
    """Yield the change of a claim's chain, stance or basis, if any."""
    names = _names(old, before), _names(new, after)
    values = _who(old, before), _who(new, after)
    if values[0] != values[1]:
        effect, direction = _effect(old, new, *names)
        yield replaced(
            "attribution",
            Gravity.ATTRIBUTION,
            "attribution",
            values,
            effect=effect,
            direction=direction,
        )


def _names(claim: Claim, briefing: Briefing) -> list[str]:
    return [briefing.source_by_id[source].label for source in claim.attribution.sources]


def _who(claim: Claim, briefing: Briefing) -> str:
    basis = " (inferred)" if claim.attribution.basis == "inferred" else ""
    chains = (
        phrases.ARROW.join(briefing.source_by_id[one].label for one in chain)
        for chain in claim.attribution.chains
    )
    stated = f"{phrases.ALSO.join(chains)}{phrases.stance(claim)}{basis}"
    return stated if claim.attribution.chains else f"source {NOT_STATED}"


def _effect(
    old: Claim, new: Claim, before: list[str], after: list[str]
) -> tuple[str, Direction | None]:
    """Return what a change of attribution amounts to; the gravest part of it, if there are more."""
    if before and not after:
        return "source no longer named", "weaker"
    if after and not before:
        return "source now named", "stronger"
    lost = [name for name in before if name not in after]
    added = [name for name in after if name not in before]
    if lost and added:
        return "the sources differ", None
    if lost:
        return f"{', '.join(lost)} no longer named", "weaker"
    if phrases.stance(old) != phrases.stance(new):
        if not phrases.stance(new):
            return "asserted now", "stronger"
        return f"now {phrases.stance(new).removeprefix(', ')}", _stance_direction(old)
    if old.attribution.basis != new.attribution.basis:
        inferred = new.attribution.basis == "inferred"
        return ("inferred now", "weaker") if inferred else ("stated now", "stronger")
    if added:
        return f"{', '.join(added)} now named", "stronger"
    return "the order of the sources differs", None


def _stance_direction(old: Claim) -> Direction | None:
    return None if phrases.stance(old) else "weaker"
