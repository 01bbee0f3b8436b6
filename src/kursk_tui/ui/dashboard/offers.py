"""The same change in the items that are as the changed one was: offered, and made if asked for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import plural
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.review import Review
from kursk_tui.ui.dashboard.targets import Target, Targets

if TYPE_CHECKING:  # loaded with the first change
    from kursk_tui.editing.alike import Place

_OF_FIGURES: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in ("measure", "population", "place", "modality", "preliminary")},
    "period": ("period", "covers", "tally"),
}
"""The changes of figures that are offered for others, and the fields that each changes."""


class _Offer(NamedTuple):
    """The same change for other items, as long as the claims are those after the first change."""

    claims: tuple[Claim, ...]
    places: "Sequence[Place]"
    changes: dict[str, object]
    shown: str


class Offers:
    """Offers the last change for other items; the review makes it, and can undo it."""

    def __init__(self, review: Review, targets: Targets, show_message: ShowMessage) -> None:
        self._review = review
        self._targets = targets
        self._show_message = show_message
        self._offer: _Offer | None = None

    def offer(self, places: "Sequence[Place]", target: Target, name: str, shown: str) -> None:
        """Show in how many others the change of a target can be made, if in any."""
        self._offer = None
        if not places:
            return
        after = self._targets.now()
        changes = changes_of(after, target, name)
        self._offer = _Offer(after.claims, places, changes, shown)
        self._show_message(f"{shown}; {_count(places, name)}: C changes all")

    def change_all(self) -> None:
        """Change the other items that were as the last changed one."""
        from kursk_tui.editing.alike import change_alike

        offer, self._offer = self._offer, None
        if offer is None or offer.claims != self._targets.now().claims:
            self._show_message("there is no change to make in others")
            return
        count = plural(len(offer.places), "more item")
        self._review.apply(
            lambda draft: change_alike(draft, offer.places, offer.changes),
            f"{count} changed: {offer.shown}",
        )


def alike(briefing: Briefing, target: Target, name: str) -> "Sequence[Place]":
    """Return the items for which the same change is to be offered."""
    from kursk_tui.editing import alike as editing

    number, _, item = target
    if name in ("source", "new source"):
        return editing.claims_alike(briefing, number)
    if name == "stance":
        return editing.stances_alike(briefing, number)
    if item is None:
        return ()
    if item.field == "when" and name == "role":
        return editing.dates_alike(briefing, number, item)
    if item.field == "figures" and name in _OF_FIGURES:
        return editing.figures_alike(briefing, number, item, name)
    return ()


def changes_of(briefing: Briefing, target: Target, name: str) -> dict[str, object]:
    """Return the fields that a change of a target has set, with their values."""
    claim, item = briefing.claims[target.number], target.item
    if name in ("source", "new source"):
        return {"chain": claim.attribution.chain}
    if name == "stance":
        return {"stance": claim.attribution.stance}
    assert item is not None
    if item.field == "when":
        return {"role": claim.when[item.nth].role}
    figure = claim.figures[item.nth]
    return {field: getattr(figure, field) for field in _OF_FIGURES[name]}


def _count(places: "Sequence[Place]", name: str) -> str:
    """Return how many others there are, in words."""
    words = {
        "source": ("more claim has the old source", "more claims have the old source"),
        "stance": ("more claim has the old stance", "more claims have the old stance"),
        "role": ("more such date has the old role", "more such dates have the old role"),
    }
    words["new source"] = words["source"]
    field = "mark" if name == "preliminary" else name
    value = f"of this source {{}} the old {field}"
    default = f"more figure {value.format('has')}", f"more figures {value.format('have')}"
    return plural(len(places), *words.get(name, default))
