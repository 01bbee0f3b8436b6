"""The earlier version that the briefing is compared with, and the comparison in the background."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from kursk_tui.gc_policy import exempt_new_objects
from kursk_tui.model import Briefing
from kursk_tui.query import Pending, View
from kursk_tui.query.baseline import BEFORE
from kursk_tui.text.messages import plural
from kursk_tui.ui.dashboard.loaded_briefing import LoadedBriefing
from kursk_tui.ui.dashboard.ports import Runner, ShowMessage, VisiblePanes
from kursk_tui.ui.pane import is_slow_to_compare
from kursk_tui.ui.runtime import background
from kursk_tui.wording import libraries

# A briefing is seldom compared, so comparing is loaded with the first comparison.
if TYPE_CHECKING:
    from kursk_tui.diffing.comparison import Comparison, Earlier


class Changes:
    """Compares each new version of the briefing with an earlier one.

    That is the version `since`, if the user named one. Otherwise it is the version of a single
    briefing that was shown before the last reload that brought a change, and the library as it was
    when it was opened: whatever arrives later adds to what is new. `query` returns the current
    query, `panes` the visible panes; `show` shows a compared version.
    """

    def __init__(
        self,
        since: "Earlier | None",
        view: Callable[[], View],
        query: Callable[[], str],
        panes: VisiblePanes,
        show: Callable[[LoadedBriefing], object],
        run: Runner,
        show_message: ShowMessage,
    ) -> None:
        self._since = since
        self._view = view
        self._query = query
        self._panes = panes
        self._show = show
        self._run = run
        self._show_message = show_message
        self._waiting: Earlier | None = None
        self._began = _now()

    def start(self) -> None:
        """Compare the first version with the one that the user named, unless that is done."""
        if self._since is not None and isinstance(self._view().baseline, Pending):
            self._waiting = self._since
            self.compare_waiting()

    def loader(self) -> Callable[[Briefing], View]:
        """Return a thread-safe function from a new version of the briefing to its view.

        The view is compared with the earlier version unless that takes long.
        """
        return partial(_load, before=self._view(), since=self._since, began=self._began)

    def shown(self, before: View, view: View) -> str:
        """Note that a loaded view is shown; return what the reload brought."""
        errors = libraries.errors(view.briefing)
        known = errors == libraries.errors(before.briefing)
        return self._brought(before, view) + (f"; {errors}" if errors and not known else "")

    def _brought(self, before: View, view: View) -> str:
        baseline = view.baseline
        if view.index is before.index:
            same = view.briefing == before.briefing
            return "reloaded: no changes" if same else "reloaded: only decisions changed"
        if baseline is None and (kept := _kept_editions(before.briefing, view.briefing)):
            return f"reloaded: {kept}"
        if baseline is None:
            return f"reloaded: {plural(len(view.claims), 'claim')}"
        earlier = self._since or _earlier(before.briefing, self._began)
        if view.briefing.is_library:
            self._since = earlier
        if isinstance(baseline, Pending):
            self._waiting = earlier
            self.compare_waiting()
            claims = plural(len(view.claims), "claim")
            return f"reloaded: {claims}; comparing with {baseline.name}…"
        self._waiting = None
        return f"reloaded: {self._found(view)}"

    def changed_here(self, view: View) -> View:
        """Return the view of a version that a decision made, compared with the version `since`."""
        if view.baseline is None and self._since is not None:
            self._waiting = self._since
            return view.compared_with(Pending(self._since.name))
        return view

    def at_another_day(self, briefing: Briefing, known: View | None = None) -> View:
        """Return the view of a library as of another day; only a named version is kept.

        `known` is an earlier view of the same briefing, which has its index.
        """
        view = known or self._view().version(briefing)
        if self._since is None:
            return view.compared_with(None)
        if is_slow_to_compare(view.index):
            self._waiting = self._since
            return view.compared_with(Pending(self._since.name))
        return view.compared_with(_compared(self._since, briefing))

    def count_from(self, since: "Earlier | None") -> "Earlier | None":
        """Compare with another version from now on, or with none; return the one until now."""
        before, self._since = self._since, since
        self._began = _now()
        view = self._view()
        if since is None:
            compared = view.compared_with(None)
        elif is_slow_to_compare(view.index):
            self._waiting = since
            compared = view.compared_with(Pending(since.name))
        else:
            compared = view.compared_with(_compared(since, view.briefing))
        self._show(LoadedBriefing.of(compared, self._query()))
        self.compare_waiting()
        return before

    def _found(self, view: View) -> str:
        comparison = _comparison(view)
        named = f" since {comparison.name}" if self._since is not None else ""
        count = len(comparison.entries)
        shown = f"; w shows {'it' if count == 1 else 'them'}" if count else ""
        return f"{comparison.summary}{named}{shown}"

    def compare_waiting(self) -> None:
        """Compare in the background, if a comparison is due."""
        if self._waiting is not None:
            self._run(self._compare, "comparing", exclusive=True)

    async def _compare(self) -> None:
        earlier, self._waiting = self._waiting, None
        view = self._view()
        if earlier is None:
            return
        query, panes = self._query(), self._panes()

        def work() -> LoadedBriefing:
            compared = view.compared_with(_compared(earlier, view.briefing))
            loaded = LoadedBriefing.of(compared, query)
            if isinstance(loaded.answer, View):
                for pane in panes:
                    pane.prepare_rows(loaded.answer)
            exempt_new_objects()
            return loaded

        loaded = await background.run(work)
        now = self._view()
        if now.index is not view.index:
            return  # a later version is shown
        if now.briefing is not view.briefing:  # with later decisions
            loaded = LoadedBriefing.of(now.compared_with(loaded.view.baseline), self._query())
        self._show(loaded)
        self._show_message(self._found(self._view()))


def _now() -> str:
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")


def _earlier(briefing: Briefing, began: str) -> "Earlier":
    """Return what the next version of a briefing is compared with, and its name."""
    from kursk_tui.diffing.comparison import Earlier

    if not briefing.is_library:
        return Earlier(briefing, BEFORE)
    from kursk_tui.library.library import library_of

    library = library_of(briefing)
    assert library is not None
    return Earlier(library.whole.briefing, began)


def _kept_editions(one: Briefing, other: Briefing) -> str:
    """Return what differs between two libraries with the same editions; empty otherwise."""
    if not (one.is_library and other.is_library):
        return ""
    from kursk_tui.library.library import library_of

    first, second = library_of(one), library_of(other)
    if first is None or second is None or first.editions != second.editions:
        return ""
    return "no changes" if first.decisions == second.decisions else "only decisions changed"


def _load(briefing: Briefing, *, before: View, since: "Earlier | None", began: str) -> View:
    view = before.version(briefing)
    if view.index is before.index:
        return view  # with the same baseline: nothing has changed since
    if since is None and _kept_editions(before.briefing, briefing):
        return view
    earlier = since or _earlier(before.briefing, began)
    if is_slow_to_compare(view.index):
        return view.compared_with(Pending(earlier.name))
    return view.compared_with(_compared(earlier, briefing))


def _compared(earlier: "Earlier", briefing: Briefing) -> "Comparison":
    from kursk_tui.diffing.comparison import Comparison

    return Comparison.of(earlier, briefing)


def _comparison(view: View) -> "Comparison":
    from kursk_tui.diffing.comparison import Comparison

    assert isinstance(view.baseline, Comparison)
    return view.baseline
