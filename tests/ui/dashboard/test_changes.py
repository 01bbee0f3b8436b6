"""What a library is compared with while new editions arrive."""

import re
from dataclasses import replace
from pathlib import Path

from kursk_tui.diffing.comparison import Comparison
from kursk_tui.library.decisions import NO_DECISIONS
from kursk_tui.library.edition import Waiting
from kursk_tui.query import View
from kursk_tui.ui.dashboard.changes import Changes
from kursk_tui.ui.widgets.bar import title_parts
from tests.library.reports import library, reports


def test_later_reloads_of_a_library_add_to_what_is_new() -> None:
    keys = list(reports())
    shown = [View.of(library(keys[:5]).briefing)]
    changes = Changes(
        None,
        lambda: shown[-1],
        str,
        list,
        lambda loaded: shown.append(loaded.view),
        lambda *_, **__: None,
        lambda _: None,
    )
    first = library(keys[:5])
    shown[0] = View.of(first.briefing)
    decided = changes.loader()(first.decided(NO_DECISIONS).briefing)
    assert changes.shown(shown[0], decided) == "reloaded: only decisions changed"
    assert decided.baseline is None
    waiting = changes.loader()(replace(first, waiting=(Waiting(Path("a.json"), "no"),)).briefing)
    assert changes.shown(shown[0], waiting) == "reloaded: no changes; 1 file not shown"
    messages = []
    for count in (6, 7, 7):
        before, view = shown[-1], changes.loader()(library(keys[:count]).briefing)
        shown.append(view)
        messages.append(changes.shown(before, view))
    day = r"\d{4}-\d\d-\d\d \d\d:\d\d"
    when = f"since {day}"
    assert re.fullmatch(rf"reloaded: 1 new {when}; w shows it", messages[0])
    assert re.fullmatch(rf"reloaded: 2 new, 2 changed {when}; w shows them", messages[1])
    title = "".join(span.text for span in title_parts(shown[-1], 120)[0])
    assert re.match(f"SINCE {day}  North Korean troops", title)
    changes.count_from(None)  # as R, which is taken back
    shown.append(changes.loader()(library(keys[:8]).briefing))
    assert isinstance(shown[-1].baseline, Comparison)
    assert shown[-1].baseline.summary.startswith("1 new")
