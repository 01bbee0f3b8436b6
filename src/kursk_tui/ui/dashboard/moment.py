"""The day as of which a library is shown: choose one, step by edition, and return to now."""

from collections.abc import Callable, Collection
from itertools import groupby
from typing import TYPE_CHECKING

from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.text.messages import plural
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from kursk_tui.ui.dashboard.ports import OpenFinder, Runner, ShowMessage
from kursk_tui.ui.pane import is_large
from kursk_tui.ui.runtime import background
from kursk_tui.wording import libraries

if TYPE_CHECKING:  # loaded with a library
    from kursk_tui.library.library import Clock, Library
    from kursk_tui.ui.finder.entries import Entry

_NO_LIBRARY = "this is one briefing; a folder, or several files, can be shown as of a day"


class Moment:
    """Shows a library as it was known on a day.

    `load` returns the view of a library at another day, given a known view of it if there is one;
    `query` returns the current query, and `show` shows a view.
    """

    def __init__(
        self,
        view: Callable[[], View],
        clock: "Clock",
        load: Callable[[Briefing, View | None], View],
        query: Callable[[], str],
        show: Callable[[LoadedBriefing], object],
        find: OpenFinder,
        run: Runner,
        show_message: ShowMessage,
    ) -> None:
        self._view = view
        self._clock = clock
        self._load = load
        self._query = query
        self._show = show
        self._find = find
        self._run = run
        self._show_message = show_message
        library = self._library()
        as_of = None if library is None else library.as_of
        self._day = None if as_of is None else as_of.day
        self._now: View | None = None
        """The view of all editions while another day is shown, as it has the index."""

    def _library(self) -> "Library | None":
        briefing = self._view().briefing
        if not briefing.is_library:
            return None
        from kursk_tui.library.library import library_of

        return library_of(briefing)

    def at(self, briefing: Briefing) -> Briefing:
        """Return a library that was read again as of the day that is shown; thread-safe."""
        if not briefing.is_library:
            return briefing
        from kursk_tui.library.library import library_of

        library = library_of(briefing)
        assert library is not None
        whole = library.whole
        return (whole if self._day is None else whole.known_on(self._day, self._clock)).briefing

    async def ask(self) -> None:
        """List the days on which editions became known; another day can be typed."""
        library = self._library()
        if library is None:
            self._show_message(_NO_LIBRARY)
            return
        from kursk_tui.ui.finder.entries import Entry

        entries = [
            Entry(day, f"{plural(count, 'edition')}", f"moment.go({day!r})")
            for day, count in self._counted(library)
        ]
        remark = "type a day, such as 2024-12-20"
        title = f"Show what was {self._clock} on a day"
        listed = {entry.left for entry in entries}

        def typed(text: str) -> "Entry | None":
            return None if text in listed else _typed(text, listed)

        await self._find(title, entries[::-1], tuple, remark, typed)

    def go(self, day: str) -> None:
        """Show the library as it was known on a day."""
        library = self._library()
        if library is None:
            self._show_message(_NO_LIBRARY)
            return
        try:
            library.whole.known_on(day, self._clock)
        except ValueError as error:
            words = str(error)
            self._show_message(words if day in words else f"{day}: {words}")
            return
        self._change(day)

    def step(self, direction: int) -> None:
        """Show the library before its last edition (-1), or with the next one (1)."""
        library = self._library()
        if library is None:
            self._show_message(_NO_LIBRARY)
            return
        days = [day for day, _ in self._counted(library)]
        known = len(days) if self._day is None else _known_by(days, self._day)
        if direction > 0 and self._day is None:
            self._show_message("every edition is shown")
        elif direction > 0 and known + 1 >= len(days):
            self.now()
        elif direction < 0 and known <= 1:
            first = f" before {days[0]}" if days else ""
            self._show_message(f"nothing was {self._clock}{first}")
        else:
            self._change(days[known - 2 if direction < 0 else known])

    def now(self) -> None:
        """Show all editions again."""
        if self._library() is None:
            self._show_message(_NO_LIBRARY)
        elif self._day is None:
            self._show_message("every edition is shown")
        else:
            self._change(None)

    def _counted(self, library: "Library") -> list[tuple[str, int]]:
        """Return the days on which editions became known, in order, with their numbers."""
        from kursk_tui.library.library import days_of

        days = days_of(library.whole, self._clock)
        return [(day, len(list(run))) for day, run in groupby(days)]

    def _change(self, day: str | None) -> None:
        before = self._view()
        if self._day is None:
            self._now = before
        self._day = day
        if is_large(before.index):
            self._run(self._in_background, "moment", exclusive=True)
        else:
            self._present(self._loaded(before.briefing, self._query()))

    async def _in_background(self) -> None:
        before, query = self._view(), self._query()

        def load() -> LoadedBriefing:
            loaded = self._loaded(before.briefing, query)
            if isinstance(loaded.answer, View):
                loaded.answer.in_version(before)  # what the panes show until they are laid out
            loaded.view.index.figure_count  # noqa: B018  # which the title shows
            return loaded

        # Work on what is no longer shown is not waited for.
        self._present(await background.run_at_once(load))

    def _loaded(self, briefing: Briefing, query: str) -> LoadedBriefing:
        wanted = self.at(briefing)
        known = self._now if self._now is not None and self._now.briefing is wanted else None
        return LoadedBriefing.of(self._load(wanted, known), query)

    def _present(self, loaded: LoadedBriefing) -> None:
        if self._day is None:
            self._now = None
        self._show(loaded)
        briefing = loaded.view.briefing
        about = (libraries.as_of(briefing), libraries.extent(briefing))
        hidden = libraries.not_shown(briefing)
        shown = f"{' · '.join(filter(None, about))}{f'; {hidden}' if hidden else ''}"
        self._show_message(libraries.nothing_known(briefing) or shown)


def _known_by(days: list[str], day: str) -> int:
    """Return how many of some days, in order, are over by the end of a day."""
    from kursk_tui.model import parse_edtf

    end = parse_edtf(day).end_max
    return sum(parse_edtf(one).end_max <= end for one in days)


def _typed(text: str, listed: Collection[str]) -> "Entry | None":
    """Return the entry for a typed day, or for text that is none and begins no listed day."""
    from kursk_tui.model import parse_edtf
    from kursk_tui.ui.finder.entries import Entry

    run = f"moment.go({text!r})"
    try:
        parse_edtf(text)
    except ValueError:
        begins = any(day.startswith(text) for day in listed)
        return None if begins else Entry("day", f"“{text}” is not a day", run, comes_first=True)
    return Entry("day", text, run, comes_first=True)
