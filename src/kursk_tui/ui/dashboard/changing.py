"""Changes of a draft in place: of the item under the cursor, or of the selected claim."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kursk_tui.editing import EditError
from kursk_tui.editing.open_numbers import count_as
from kursk_tui.model import Briefing
from kursk_tui.ui.dashboard.choice import NOT_STATED, Choice
from kursk_tui.ui.dashboard.offers import Offers, alike
from kursk_tui.ui.dashboard.ports import OpenFinder, ShowMessage
from kursk_tui.ui.dashboard.readings import read_in_item
from kursk_tui.ui.dashboard.review import Review
from kursk_tui.ui.dashboard.targets import Target, Targets
from kursk_tui.ui.dashboard.word_changes import WordChanges
from kursk_tui.ui.marking.word_span import phrases_of

if TYPE_CHECKING:  # loaded with the first change
    from kursk_tui.ui.finder.entries import Entry

_MARK = "mark words of the document"


class Changing:
    """Lists what can be changed, and changes it; the review saves each change, and can undo it."""

    def __init__(
        self,
        review: Review,
        targets: Targets,
        offers: Offers,
        words: WordChanges,
        find: OpenFinder,
        show_message: ShowMessage,
    ) -> None:
        self._review = review
        self._targets = targets
        self._offers = offers
        self._words = words
        self._find = find
        self._show_message = show_message

    async def begin(self) -> None:
        """List what can be changed on the item under the cursor, or on the claim."""
        from kursk_tui.ui.finder.entries import Entry

        if await self._review.lists_names():
            return
        target = self._targets.here()
        if target is None:
            return
        entries = [
            Entry(
                choice.letter,
                f"{choice.title}: {choice.now}" if choice.now else choice.title,
                f"changing.choose({choice.name!r})",
            )
            for choice in self._choices(target)
        ]
        await self._find(f"Change {target.name}", entries, at_once=True, short=True)

    async def choose(self, name: str) -> None:
        """List the values of a choice, move ends over words, or change at once."""
        target = self._targets.here()
        if target is None:
            return
        choice = self._choice(target, name)
        if choice.way == "act":
            self.set(name, "")
        elif choice.way == "words":
            self._words.mark(name)
        else:
            await self._list(target, choice)

    def _choices(self, target: Target) -> list[Choice]:
        from kursk_tui.ui.dashboard.choices import choices_of  # loaded with the first change

        return choices_of(self._targets.now(), target.number, target.item)

    def _choice(self, target: Target, name: str) -> Choice:
        return next(choice for choice in self._choices(target) if choice.name == name)

    async def _list(self, target: Target, choice: Choice) -> None:
        """List the values that are offered; another can be typed if the choice allows it."""
        from kursk_tui.ui.finder.entries import Entry

        changes: dict[str, tuple[str, str]] = {}

        def run(name: str, value: str) -> str:
            if choice.way == "list, then words":
                return f"words.mark({name!r}, {value!r})"
            action = f"changing.set({name!r}, {value!r})"
            changes[action] = name, value
            return action

        def refused(action: str) -> str:
            return self._why_not(target, *changes[action]) if action in changes else ""

        def typed(text: str) -> "Entry | None":
            name = choice.typed_name or choice.name
            return Entry("typed", text, run(name, text)) if choice.typed else None

        entries = [
            Entry("now" if one.shown == choice.now else "", one.shown, run(choice.name, one.given))
            for one in choice.values
        ]
        if choice.way == "list or words":
            entries.append(Entry("", _MARK, f"words.mark({choice.name!r})"))
        remark = f"type {choice.typed}" if choice.typed else ""
        now = f", now {choice.now}" if choice.now else ""
        title = f"{choice.title}{now} · {target.name}"
        title = f"{title[:1].upper()}{title[1:]}"

        def words() -> Iterable["Entry"]:
            """Yield the words of the claim, if the field takes words of the document."""
            if choice.way == "list or words":
                for one in phrases_of(target.claim.evidence.exact):
                    yield Entry("words", one, run(choice.typed_name or choice.name, one))

        await self._find(title, entries, words, remark, typed, refused=refused, short=True)

    def _why_not(self, target: Target, name: str, value: str) -> str:
        """Return why a change is not possible, or nothing."""
        from kursk_tui.ui.dashboard.change_edits import edit

        number, _, item = target
        try:
            if name == "count as" and item is not None:
                count_as(self._targets.now(), number, item, value)
            else:
                edit(self._targets.now(), number, item, name, value)
        except EditError as error:
            return str(error)
        return ""

    def set(self, name: str, value: str) -> None:
        """Change a field of the item under the cursor, or of the claim."""
        from kursk_tui.ui.dashboard.change_edits import edit

        target = self._targets.here()
        if target is None:
            return
        number, _, item = target
        if name == "count as" and item is not None:
            self._review.count_as_measure(number, item, value)
            return
        before = self._targets.now()
        places, shown = alike(before, target, name), self._shown(target, name, value)

        def read(after: Briefing) -> str:
            return f"{shown}{read_in_item(after.claims[number], item, name)}"

        done = self._review.apply(
            lambda draft: edit(draft, number, item, name, value),
            lambda after: f"{_subject(target, shown)}: {read(after)}",
        )
        if done:
            self._offers.offer(places, target, name, read(self._targets.now()))

    def _shown(self, target: Target, name: str, value: str) -> str:
        """Return a change in words."""
        briefing = self._targets.now()
        source = briefing.source_by_id.get(value) if name in ("source", "via", "merge") else None
        words = source.cited if source is not None else value or NOT_STATED
        match name:
            case "join":
                return "joined with the next claim"
            case "merge":
                return f"merged into {words}"
            case "apart" | "new source":
                return f"source {words}"
            case "preliminary" | "relation":
                return _shown_by(self._choice(target, name), value)
        return f"{name} {words}"


def _subject(target: Target, shown: str) -> str:
    """Return what a message names before a change: the claim, if the change names the item."""
    return target.claim.id if shown.startswith("source ") else target.name


def _shown_by(choice: Choice, value: str) -> str:
    """Return what a choice shows for a value; a mark that is set or cleared is shown after that."""
    if choice.way == "act":
        return f"{choice.name}: {'no' if choice.now == 'yes' else 'yes'}"
    return next((one.shown for one in choice.values if one.given == value), value)
