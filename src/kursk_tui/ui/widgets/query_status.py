"""The line below the query bar: syntax help, completions, or carets below an error or a remark."""

from rich.cells import cell_len
from textual.timer import Timer

from kursk_tui.query import QueryError, Remark
from kursk_tui.ui.rows.styled_text import Line, Span, line, width_of
from kursk_tui.ui.widgets.bar import Bar
from kursk_tui.ui.widgets.query_bar import PROMPT, QueryBar
from kursk_tui.ui.widgets.query_history import Completions

_PAUSE = 2.0
"""Seconds without a key until the error in an unfinished query is shown."""

_HELP = "tab completes  up recalls  field:value  -without  a OR b  >=  2024..2025"


class QueryStatusLine(Bar):
    """The line below the query bar during typing: syntax help, completions or an error."""

    def __init__(self, bar: QueryBar) -> None:
        super().__init__(id="query-status")
        self.error: QueryError | None = None
        self._remark: Remark | None = None
        self._bar = bar
        self._completions: Completions | None = None
        self._follows_input = False
        self._pause: Timer | None = None

    def open(self) -> None:
        """Show the query syntax."""
        if not self._follows_input:
            self._follows_input = True
            self.watch(self._bar.input, "scroll_x", self._show_place, init=False)
            self.watch(self._bar.input, "completions", self._show_completions, init=False)
        self.display = True
        self._show_help()

    def close(self) -> None:
        """Hide the line."""
        self._end_pause()
        self.display = False
        self.error = self._remark = self._completions = None

    def _show_completions(self, completions: Completions | None) -> None:
        """Show the candidates, which replace everything else while the text contains one."""
        self._completions = completions
        if completions is not None:
            self.show_parts(completions_line(completions, self.size.width))

    def show(self, error: QueryError | None, remark: Remark | None = None) -> None:
        """Show carets below an error, or else below a remark; otherwise the query syntax."""
        self._end_pause()
        if self._completions is not None and self._completions.text != self._bar.input.value:
            self._completions = None
        self.error, self._remark = error, remark
        if error is None and remark is None:
            self._show_help()
            return
        self.display = self.display or error is not None
        self._show_place()
        self.call_after_refresh(
            self._show_place
        )  # the input scrolls a long text only after the refresh

    def hold_back(self, error: QueryError) -> None:
        """Show the query syntax, and an error only after a pause: the query is unfinished."""
        self.show(None)
        self.error = error
        self._pause = self.set_timer(_PAUSE, lambda: self.show(error))

    def _end_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None

    def _show_help(self) -> None:
        self.error = self._remark = None
        if self._completions is None:
            self.show_parts(line("  ", Span(_HELP, "muted")))

    def _show_place(self) -> None:
        shown = self.error or self._remark
        if shown is None or self._completions is not None:
            return
        field = self._bar.input
        scroll = int(field.scroll_offset.x)
        start = cell_len(field.value[: shown.start]) - scroll
        end = max(start + 1, cell_len(field.value[: shown.end]) - scroll)
        words = Span(shown.sentence, "accent" if self.error is None else "warning")
        if end <= 0:
            self.show_parts(line(Span("← ", words.role), words))
        elif start > field.size.width:
            self.show_parts(line("  ", words, Span(" →", words.role)))
        else:
            start = max(0, start)
            self.show_parts(_carets(start + len(PROMPT), end - start, words, self.size.width))


def completions_line(completions: Completions, width: int) -> Line:
    """Return the candidates, scrolled so that the current one is visible."""
    spans = [
        Span(f" {one} ", "strong" if at == completions.at else "muted")
        for at, one in enumerate(completions.candidates)
    ]
    spans[completions.at] = Span(f"[{completions.candidates[completions.at]}]", "strong")
    while (
        width_of(spans[: completions.at + 1]) > max(0, width - 4)
        and len(spans) > 1
        and completions.at
    ):
        spans = spans[1:]
        completions = completions._replace(at=completions.at - 1)
    return line("  ", *spans)


def _carets(start: int, length: int, words: Span, width: int) -> Line:
    """Return carets with the sentence on their right, or on their left if it fits only there."""
    carets = Span("^" * length, words.role)
    wide = cell_len(words.text)
    if start + length + 1 + wide <= width or start <= wide:
        return line(" " * start, carets, " ", words)
    return line(" " * (start - wide - 1), words, " ", carets)
