"""Compare the figures of a claim in two versions."""

from collections.abc import Iterator

from kursk_tui.diffing.change import (
    NOT_STATED,
    Change,
    ChangeKind,
    Direction,
    by_order,
    replaced,
)
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.multiset import changed_pairs
from kursk_tui.model import Claim, Figure, Interval
from kursk_tui.vocabulary import Modality
from kursk_tui.wording import phrases
from kursk_tui.wording.phrases import quoted


def figure_changes(old: Claim, new: Claim) -> Iterator[Change]:
    """Yield what changed in the figures of a claim."""
    for before, after in changed_pairs(old.figures, new.figures, _counterpart):
        if before is not None and after is not None:
            yield from _changes(before, after)
        elif after is not None:
            message = f"a figure was added: {_value(after)}"
            effect = f"a figure is now stated: {_bounds(after)}"
            yield _change("figure-added", Gravity.FIGURE, None, after, message, effect, "stronger")
        elif before is not None:
            message = f"a figure was removed: {_value(before)}"
            effect = f"the figure is no longer stated: {_bounds(before)}"
            yield _change("figure-removed", Gravity.FIGURE, before, None, message, effect, "weaker")


def _counterpart(figure: Figure, candidates: list[Figure]) -> Figure | None:
    """Return the most similar figure of the same measure."""

    def shared(other: Figure) -> tuple[bool, ...]:
        return (
            (other.population, other.place, other.period)
            == (figure.population, figure.place, figure.period),
            other.values == figure.values,
        )

    return max(
        (candidate for candidate in candidates if candidate.measure == figure.measure),
        key=shared,
        default=None,
    )


def _value(figure: Figure) -> str:
    return f"{figure.measure} {quoted(figure.words)} ({phrases.bounds(figure)})"


def _bounds(figure: Figure) -> str:
    """Return the bounds of a figure without the words for a bound that is missing."""
    return phrases.bounds(figure).partition(", no ")[0]


def _told_apart(old: Figure, new: Figure) -> tuple[str, str]:
    """Return the words that two figures share, each with what is recorded for them."""
    recorded = _bounds(old), _bounds(new)
    if recorded[0] == recorded[1]:
        recorded = old.qualifier, new.qualifier
    return f"{old.words} ({recorded[0]})", f"{new.words} ({recorded[1]})"


def _changes(old: Figure, new: Figure) -> Iterator[Change]:
    yield from _number_changes(old, new)
    if old.modality != new.modality:
        values = old.modality, new.modality
        message = f"{new.measure} {quoted(new.words)}: {old.modality} became {new.modality}"
        direction = by_order(_MODALITIES[old.modality], _MODALITIES[new.modality])
        effect = f"{quoted(new.words)} is {new.modality} now"
        yield replaced(
            "figure-other",
            Gravity.FIGURE,
            new.measure,
            values,
            message=message,
            effect=effect,
            direction=direction,
        )
    counted = zip(_counted(old).items(), _counted(new).values(), strict=True)
    for (name, before), after in counted:
        if before != after:
            field = f"{name} of {new.measure}"
            stated = before or NOT_STATED, after or NOT_STATED
            yield replaced("figure-other", Gravity.FIGURE, field, stated)


def _counted(figure: Figure) -> dict[str, str | None]:
    """Return what a figure counts and how, by names for people."""
    return {
        "population": figure.population,
        "place": figure.place,
        "event": figure.event,
        "period": phrases.period(figure),
        "preliminary": "preliminary" if figure.preliminary else None,
        "basis": figure.basis,
        "categories": phrases.categories(figure.categories),
        "relation": " and ".join(map(phrases.related, figure.relations)),
    }


_MODALITIES: dict[Modality, int] = {"denied": 0, "not asserted": 1, "projected": 2, "asserted": 3}


def _number_changes(old: Figure, new: Figure) -> Iterator[Change]:
    words = f"{new.measure}: {quoted(old.words)} became {quoted(new.words)}"
    if old.words == new.words:
        words = f"{new.measure}: {quoted(new.words)} as before"
    bounds = f"{phrases.bounds(old)} became {phrases.bounds(new)}"
    effect = f"{_bounds(old)}{phrases.BECAME}{_bounds(new)}"
    direction = _direction(old, new)
    if old.qualifier != new.qualifier:
        loss = f"“{old.qualifier}” became “{new.qualifier}”"
        if new.qualifier == "exactly":
            loss = f"“{old.qualifier}” is lost"
        message = f"{words}; {loss}, which changes the meaning: {bounds}"
        gravity = Gravity.FIGURE
        if _is_lost(old, new):
            gravity, direction = Gravity.QUALIFIER_LOST, None
            effect = f"{loss}: {effect}"
        yield _change("figure-qualifier", gravity, old, new, message, effect, direction)
    elif (old.values, old.best) != (new.values, new.best):
        message = f"{words}: {bounds}"
        yield _change("figure-value", Gravity.FIGURE, old, new, message, effect, direction)
    elif old.words != new.words:
        message = f"{words}; the bounds are unchanged"
        effect = f"still {_bounds(new)}"
        yield _change("figure-other", Gravity.REWORDED, old, new, message, effect)


def _is_lost(old: Figure, new: Figure) -> bool:
    """Return whether a bare number took the place of a qualified one.

    A number where there was none, or in place of "hundreds", is a figure that moved.
    """
    if new.qualifier != "exactly" or old.qualifier == "no number":
        return False
    return old.qualifier != "magnitude" or old.values == new.values


def _direction(old: Figure, new: Figure) -> Direction | None:
    """Return whether the words of a figure establish a lower or higher number, or less or more.

    None if the printed number and what the words establish go different ways: "about 300" is more
    than "at least 38", but no longer a lower bound.
    """
    if old.interval == new.interval != Interval():
        return None
    established = _established(old.interval, new.interval)
    printed = by_order(old.values[0], new.values[0]) if old.values and new.values else None
    if established and printed and established != printed:
        return None
    return established or printed


def _established(old: Interval, new: Interval) -> Direction | None:
    """Return the direction of the lower bound or, where it stays, of all that the words allow."""
    bests = old.best, new.best
    if (old.lower, old.upper) == (new.lower, new.upper) and None not in bests:
        return by_order(old.best or 0, new.best or 0)
    if old.lower != new.lower:
        lowest = (-1 if bound is None else bound for bound in (old.lower, new.lower))
        return by_order(*lowest)
    return by_order(old.within(new), new.within(old))


def _change(
    what: ChangeKind,
    gravity: Gravity,
    old: Figure | None,
    new: Figure | None,
    message: str,
    effect: str,
    direction: Direction | None = None,
) -> Change:
    shown = new or old
    assert shown is not None
    values = (_value(old) if old else None, _value(new) if new else None)
    words = (old.words if old else None, new.words if new else None)
    if old is not None and new is not None and old.words == new.words:
        words = _told_apart(old, new)
        effect += "; the words are the same"
    return Change(what, *values, message, gravity, shown.measure, *words, effect, direction)
