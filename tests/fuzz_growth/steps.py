"""What the program does with a briefing, step by step, in this process."""

from collections.abc import Callable, Iterator

from kursk_tui.checking import find_cautions
from kursk_tui.checking.report import Checked, Finding, as_full
from kursk_tui.diffing import compare
from kursk_tui.formats.csv import write as write_csv
from kursk_tui.formats.html import write as write_html
from kursk_tui.formats.json import locate, parse
from kursk_tui.formats.json import write as write_json
from kursk_tui.formats.markdown import write as write_markdown
from kursk_tui.formats.matches import as_json, as_table
from kursk_tui.formats.text import plain_text
from kursk_tui.model import Briefing
from kursk_tui.query import View
from kursk_tui.query.preparations import comparisons, preparations
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.pane_registry import panes
from kursk_tui.ui.widgets.pane_state import PaneState

WIDTH, HEIGHT = 118, 30
_EMPTY = parse(
    b'{"format": "kursk-tui/1", "title": "Empty", "documents": [{"id": "d", "text": "a",'
    b'"sha256": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"}]}',
    "empty",
)

Step = tuple[str, Callable[[], object]]


def steps(data: bytes) -> Iterator[Step]:
    """Yield each step with its name; run each before asking for the next.

    Raises InvalidBriefingError in the first step.
    """
    read: list[Briefing] = []
    yield "read", lambda: read.append(parse(data, "growth.json"))
    briefing = read[0]
    yield "check", lambda: _check(briefing, data.decode())
    view = View.of(briefing)
    yield "show", lambda: "\n".join(plain_text(view))
    for name, write in (
        ("md", write_markdown),
        ("csv", write_csv),
        ("html", write_html),
        ("json", write_json),
    ):
        yield name, lambda write=write: write(view)  # type: ignore[misc]
    yield (
        "query",
        lambda: [one() for one in (*preparations(view.index), *comparisons(view.index))],
    )
    for text in ('fell "at least"', "has:quote OR has:url", "is:contested", "source:ann"):
        yield f"query {text}", lambda text=text: list(as_table(view.ask(text)))  # type: ignore[misc]
    yield "query as JSON", lambda: list(as_json(view))
    yield "diff", lambda: (compare(_EMPTY, briefing), compare(briefing, _EMPTY))
    yield "diff with itself", lambda: compare(briefing, briefing)
    for pane in panes():
        yield f"pane {pane.id}", lambda pane=pane: draw(pane, view)  # type: ignore[misc]


def _check(briefing: Briefing, text: str) -> object:
    found = list(find_cautions(briefing))
    places = locate([(one.path, one.message) for one in found], text)
    findings = [Finding(one.message, "x", "warning", one.line, one.column) for one in places]
    return list(as_full([Checked("growth.json", text, tuple(findings))]))


def draw(pane: Pane, view: View) -> int:
    """Draw the first screen of a pane, and return the number of characters on it."""
    state = PaneState(pane)
    scene = state.scene(view, view.first, WIDTH, outside=True)
    lines = state.lay_out(scene, HEIGHT)
    drawn = (lines.line_at(y, focused=True)[0] for y in range(HEIGHT))
    return sum(len(visible(span.text)) for line in drawn for span in line)
