"""Changes of a draft in place: of the item under the cursor, or of the selected claim."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.items import span_of
from kursk_tui.editing.names import name_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import plural, shortened
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.dashboard.choices import NOT_STATED, Choice, choices_of
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.program import OpenFinder
from kursk_tui.ui.dashboard.review import Edit, ItemCursor
from kursk_tui.ui.dashboard.selection import Selection
from kursk_tui.ui.marking.marking import Marking
from kursk_tui.ui.marking.word_span import Words, WordSpan, first_word, second_part
from kursk_tui.wording import phrases

if TYPE_CHECKING:  # loaded with the first change
    from kursk_tui.editing.alike import Place
    from kursk_tui.ui.finder.entries import Entry

_ALIKE = ("measure", "population", "place", "modality")
"""The fields of figures whose change is offered for others."""


_QUOTE = 40
"""The maximum length of a quote in a message."""


class Reviewed(Protocol):
    """The review, which applies, saves and undoes changes."""

    def apply(self, edit: Edit, message: str, *, undone: str = "") -> bool:
        """Change the draft; return whether that was possible."""


class _Target(NamedTuple):
    """What is being changed: a claim with its number, and the item, or None for the claim."""

    number: int
    claim: Claim
    item: Item | None


class _Offer(NamedTuple):
    """The same change for other items, as long as the claims are those after the first change."""

    claims: tuple[Claim, ...]
    places: "list[Place]"
    changes: dict[str, object]
    shown: str


class Changing:
    """Changes what a drafted claim states; the review saves each change, and can undo it."""

    def __init__(
        self,
        review: Reviewed,
        briefing: Callable[[], Briefing],
        selection: Selection,
        cursor: ItemCursor,
        marking: Marking,
        find: OpenFinder,
        show_message: ShowMessage,
    ) -> None:
        self._review = review
        self._briefing = briefing
        self._selection = selection
        self._cursor = cursor
        self._marking = marking
        self._find = find
        self._show_message = show_message
        self._offer: _Offer | None = None

    def _target(self) -> _Target | None:
        """Return what is under the cursor, or show why it cannot be changed."""
        briefing, number = self._briefing(), self._selection.claim
        if briefing.status != "draft":
            self._show_message("this briefing is not a draft: there is nothing to change")
        elif number is not None:
            item = self._cursor.item
            if item is None or not item.rejected:
                return _Target(number, briefing.claims[number], item)
            self._show_message("this item was rejected; accept it before you change it")
        return None

    # Lists.

    async def begin(self) -> None:
        """List what can be changed on the item under the cursor, or on the claim."""
        from kursk_tui.ui.finder.entries import Entry

        target = self._target()
        if target is None:
            return
        choices = choices_of(self._briefing(), target.claim, target.item)
        if not choices:
            self._show_message("this number has no measure; accept it with a measure first")
            return
        entries = [
            Entry(
                one.letter,
                f"{one.title}: {one.now}" if one.now else one.title,
                f"changing.choose({one.name!r})",
            )
            for one in choices
        ]
        await self._find(f"Change {_named(target)}", entries, at_once=True)

    async def choose(self, name: str) -> None:
        """List the values of a choice, move ends over words, or change at once."""
        target = self._target()
        if target is None:
            return
        choice = self._choice(target, name)
        if choice.way == "act":
            self.set(name, "")
        elif choice.way == "words":
            self._mark(target, choice)
        else:
            await self._list(target, choice)

    def _choice(self, target: _Target, name: str) -> Choice:
        choices = choices_of(self._briefing(), target.claim, target.item)
        return next(one for one in choices if one.name == name)

    async def _list(self, target: _Target, choice: Choice) -> None:
        """List the values that are offered; another can be typed if the choice allows it."""
        from kursk_tui.ui.finder.entries import Entry

        def run(name: str, value: str) -> str:
            return f"changing.set({name!r}, {value!r})"

        def typed(text: str) -> "Entry | None":
            name = choice.typed_name or choice.name
            return Entry("typed", text, run(name, text)) if choice.typed else None

        entries = [
            Entry("now" if one.shown == choice.now else "", one.shown, run(choice.name, one.given))
            for one in choice.values
        ]
        remark = f"type {choice.typed}" if choice.typed else ""
        now = f", now {choice.now}" if choice.now else ""
        title = f"{choice.title}{now} · {_named(target)}"
        await self._find(f"{title[:1].upper()}{title[1:]}", entries, tuple, remark, typed)

    # Changes.

    def set(self, name: str, value: str) -> None:
        """Change a field of the item under the cursor, or of the claim."""
        from kursk_tui.ui.dashboard.change_edits import edit

        target = self._target()
        if target is None:
            return
        number, _claim, item = target
        before = self._briefing()
        places = _alike(before, target, name)
        shown = _shown(before, name, value)
        message = f"{_named(target)}: {shown}"
        if self._review.apply(lambda draft: edit(draft, number, item, name, value), message):
            self._offer_others(places, name, shown)

    def _offer_others(self, places: "list[Place]", name: str, shown: str) -> None:
        """Show for how many others the same change can be made; it is made only if asked for."""
        self._offer = None
        if not places:
            return
        after = self._briefing()
        claim = after.claims[self._selection.claim or 0]
        if places[0].item.field == "attribution":
            changes: dict[str, object] = {"chain": claim.attribution.chain}
            others = plural(
                len(places), "more claim has this source", "more claims have this source"
            )
        else:
            item = self._cursor.item
            assert item is not None
            changes = {name: getattr(claim.figures[item.nth], name)}
            others = plural(
                len(places),
                "more figure of this source says the same",
                "more figures of this source say the same",
            )
        self._offer = _Offer(after.claims, places, changes, shown)
        self._show_message(f"{shown}; {others}: C changes all")

    def change_all(self) -> None:
        """Change the other items that were as the last changed one."""
        from kursk_tui.editing.alike import change_alike

        offer, self._offer = self._offer, None
        if offer is None or offer.claims != self._briefing().claims:
            self._show_message("there is no change to make in others")
            return
        count = plural(len(offer.places), "more item")
        self._review.apply(
            lambda draft: change_alike(draft, offer.places, offer.changes),
            f"{count} changed: {offer.shown}",
        )

    # Words.

    def _mark(self, target: _Target, choice: Choice) -> None:
        """Move ends over words of the document, and change the item or the claim by them."""
        from kursk_tui.ui.dashboard.change_edits import WORD_EDITS

        number, claim, item = target
        text = self._briefing().document_by_id[claim.document].text
        span = _span_for(choice.name, text, claim, item)
        if span is None:
            self._show_message("this claim is a single word")
            return

        def changed(draft: Briefing, start: int, end: int) -> Briefing:
            if draft.claims[number : number + 1] != (claim,):
                raise EditError(f"{claim.id} has changed since; begin again")
            return WORD_EDITS[choice.name](draft, number, item, start, end)

        def keep(start: int, end: int) -> bool:
            words = phrases.quoted(shortened(visible(text[start:end]), _QUOTE))
            message = f"{claim.id}: {choice.title} {words}"
            if choice.name == "split":
                message = f"{claim.id} split before {words}"
            return self._review.apply(lambda draft: changed(draft, start, end), message)

        self._marking.begin(choice.name, claim.document, span, keep)

    def by_hand(self) -> None:
        """Mark words of the document, starting at the selected claim, and make a claim of them."""
        target = self._target()
        if target is None:
            return
        document = self._briefing().document_by_id[target.claim.document]
        span = first_word(document.text, target.claim.evidence.start)
        if span is not None:
            keep = lambda start, end: self._make_claim(document.id, start, end)  # noqa: E731
            self._marking.begin("new claim", document.id, span, keep)

    def _make_claim(self, document: str, start: int, end: int) -> bool:
        from kursk_tui.editing.by_hand import claim_by_hand  # loads drafting

        before = {claim.id for claim in self._briefing().claims}
        made = self._review.apply(
            lambda draft: claim_by_hand(draft, document, start, end), "new claim"
        )
        if made:
            claims = enumerate(self._briefing().claims)
            self._selection.choose(next(at for at, one in claims if one.id not in before))
        return made


def _named(target: _Target) -> str:
    return target.claim.id if target.item is None else name_of(target.claim, target.item)


def _alike(briefing: Briefing, target: _Target, name: str) -> "list[Place]":
    """Return the items for which the same change is to be offered."""
    from kursk_tui.editing.alike import claims_alike, figures_alike

    if name in ("source", "new source"):
        return claims_alike(briefing, target.number)
    if target.item is not None and target.item.field == "figures" and name in _ALIKE:
        return figures_alike(briefing, target.number, target.item, name)
    return []


def _shown(briefing: Briefing, name: str, value: str) -> str:
    """Return a change in words."""
    source = briefing.source_by_id.get(value) if name in ("source", "via", "merge") else None
    words = source.cited if source is not None else value or NOT_STATED
    match name:
        case "join":
            return "joined with the next claim"
        case "merge":
            return f"merged into {words}"
        case "apart" | "new source":
            return f"source {words}"
    return f"{name} {words}"


def _span_for(name: str, text: str, claim: Claim, item: Item | None) -> WordSpan | None:
    """Return the words that are marked at first, within the reach of a change."""
    low, high = claim.evidence.start, claim.evidence.end
    if name == "split":
        return second_part(text, low, high)
    if name == "ends":
        return WordSpan(Words.of(text, 0, len(text)), low, high)
    words = Words.of(text, low, high)
    span = span_of(claim, item) if item is not None else None
    if item is not None and name == "reach":
        scope = claim.likelihoods[item.nth].scope
        span = (scope.start, scope.end) if scope is not None else span
    start, end = span or (words.starts[0], words.ends[0])
    return WordSpan(words, start, end)
