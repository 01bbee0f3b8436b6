"""Changes by words that the analyst marks in the document."""

from collections.abc import Callable

from kursk_tui.editing import EditError, Item
from kursk_tui.editing.items import Field, span_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.dashboard.choice import ANYWHERE
from kursk_tui.ui.dashboard.offers import Offers, alike
from kursk_tui.ui.dashboard.ports import ShowMessage
from kursk_tui.ui.dashboard.readings import added, read_in_added, read_in_item
from kursk_tui.ui.dashboard.review import Review
from kursk_tui.ui.dashboard.targets import Target, Targets
from kursk_tui.ui.marking.marking import Marking
from kursk_tui.ui.marking.word_span import Words, WordSpan, first_word, second_part
from kursk_tui.wording import phrases

_QUOTE = 40
"""The maximum length of a quote in a message."""

_ADDS: dict[str, Field] = {
    "add date": "when",
    "add likelihood": "likelihoods",
    "add figure": "open_numbers",
}
"""The changes that add an item, and its field."""


class WordChanges:
    """Lets the analyst mark words, and changes a claim or an item by them.

    `in_sight` returns the document and the offset at which the text in sight begins, if it is.
    """

    def __init__(
        self,
        review: Review,
        targets: Targets,
        offers: Offers,
        marking: Marking,
        in_sight: Callable[[], tuple[str, int] | None],
        show_message: ShowMessage,
    ) -> None:
        self._review = review
        self._targets = targets
        self._offers = offers
        self._marking = marking
        self._in_sight = in_sight
        self._show_message = show_message

    def mark(self, name: str, value: str = "") -> None:
        """Mark words for a change of the item under the cursor, or of the claim.

        `value` is what the change takes beside the words.
        """
        from kursk_tui.ui.dashboard.change_edits import WORD_EDITS

        target = self._targets.here()
        if target is None:
            return
        number, claim, item = target
        document = self._targets.now().document_by_id[claim.document]
        span = self._unread(number, name) or _span_for(name, document.text, claim, item)
        if span is None:
            self._show_message("this claim is a single word")
            return

        def changed(draft: Briefing, start: int, end: int) -> Briefing:
            if draft.claims[number : number + 1] != (claim,):
                raise EditError(f"{claim.id} has changed since; begin again")
            return WORD_EDITS[name](draft, number, item, value, start, end)

        def keep(start: int, end: int) -> bool:
            done = self._review.apply(
                lambda draft: changed(draft, start, end),
                lambda after: _message(target, name, after, (start, end)),
            )
            if done and name in _ADDS:
                self._go_to_added(target, _ADDS[name], start, end)
            elif done:
                shown = _changed(target, name, self._targets.now(), (start, end))
                self._offers.offer(places, target, name, shown)
            return done

        places = alike(self._targets.now(), target, name)
        self._marking.begin(name, document, span, keep)

    def _unread(self, number: int, name: str) -> WordSpan | None:
        """Return the first words of a claim that may be the item to add, if they are known."""
        if name not in _ADDS:
            return None
        from kursk_tui.editing.unread import first_unread  # loads the reader of English

        draft = self._targets.now()
        field = "figures" if name == "add figure" else _ADDS[name]
        found = first_unread(draft, number, field)
        evidence = draft.claims[number].evidence
        text = draft.document_by_id[draft.claims[number].document].text
        words = Words.of(text, evidence.start, evidence.end)
        return None if found is None else WordSpan(words, *found)

    def _go_to_added(self, target: Target, field: Field, start: int, end: int) -> None:
        """Go to the item that was added; ask for the measure of a number."""
        item = added(self._targets.now().claims[target.number], field, start, end)
        if item is not None:
            self._targets.go_to(item)
            if field == "open_numbers":
                self._review.ask_for_measure(target.number, item)

    def by_hand(self) -> None:
        """Mark words of the document, from the text in sight on, and make a claim of them."""
        draft = self._targets.draft()
        if draft is None:
            return
        name, offset = self._in_sight() or self._targets.place()
        document = draft.document_by_id[name]
        span = first_word(document.text, offset)
        if span is not None:
            keep = lambda start, end: self._make_claim(name, start, end)  # noqa: E731
            title = lambda start, end: f"new claim{_inside(draft, name, start, end)}"  # noqa: E731
            self._marking.begin(title, document, span, keep)

    def _make_claim(self, document: str, start: int, end: int) -> bool:
        from kursk_tui.editing.by_hand import claim_by_hand  # loads drafting

        briefing = self._targets.now()
        before = {claim.id for claim in briefing.claims}
        where = _inside(briefing, document, start, end)
        words = shortened(visible(briefing.document_by_id[document].text[start:end]), _QUOTE)
        made = self._review.apply(
            lambda draft: claim_by_hand(draft, document, start, end),
            f"new claim{where}: {phrases.quoted(words)}, u undoes it",
            undone="the new claim is gone",
        )
        if made:
            claims = enumerate(self._targets.now().claims)
            self._targets.choose(next(at for at, one in claims if one.id not in before))
        return made


def _inside(briefing: Briefing, document: str, start: int, end: int) -> str:
    """Return in words which claim contains a span already."""
    for claim in briefing.claims:
        here = claim.evidence
        if claim.document == document and here.start <= start and end <= here.end:
            return f" inside {claim.id}"
    return ""


def _message(target: Target, name: str, after: Briefing, span: tuple[int, int]) -> str:
    """Return a change by words in words, with what was read in them."""
    number, before, _ = target
    claim = after.claims[number]
    quote = _quoted(after, before, span)
    if name == "split":
        return f"{before.id} split before {quote}"
    if (field := _ADDS.get(name)) is not None:
        read = read_in_added(claim, added(claim, field, *span))
        return f"{name.removeprefix('add ')} {quote} added to {before.id}{read}"
    return f"{target.name}: {_changed(target, name, after, span)}"


def _changed(target: Target, name: str, after: Briefing, span: tuple[int, int]) -> str:
    """Return what a change by words gave to an item, with what was read in them."""
    read = read_in_item(after.claims[target.number], target.item, name)
    return f"{name} {_quoted(after, target.claim, span)}{read}"


def _quoted(briefing: Briefing, claim: Claim, span: tuple[int, int]) -> str:
    text = briefing.document_by_id[claim.document].text
    return phrases.quoted(shortened(visible(text[slice(*span)]), _QUOTE))


def _span_for(name: str, text: str, claim: Claim, item: Item | None) -> WordSpan | None:
    """Return the words that are marked at first, within the reach of a change."""
    low, high = claim.evidence.start, claim.evidence.end
    if name == "split":
        return second_part(text, low, high)
    everything = Words.of(text, 0, len(text))
    if name == "ends":
        return WordSpan(everything, low, high)
    words = Words.of(text, low, high)
    span = span_of(claim, item) if item is not None else None
    if item is not None and name == "reach":
        scope = claim.likelihoods[item.nth].scope
        span = (scope.start, scope.end) if scope is not None else span
    start, end = span or (words.starts[0], words.ends[0])
    marked = WordSpan(everything if name in ANYWHERE else words, start, end)
    return marked if span is not None else marked.other_end()
