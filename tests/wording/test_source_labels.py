"""Tests of the names of sources where two of a library are alike."""

from kursk_tui.diffing.comparison import Comparison, Earlier
from kursk_tui.diffing.statement_change import StatementChange
from kursk_tui.formats.track_report import as_text
from kursk_tui.library.library import Library
from kursk_tui.model import Source
from kursk_tui.query import View
from tests.library.reports import edition
from tests.query.factory import Draft, briefing, figure


def _library() -> Library:
    found = []
    for day, country, number in (("2025-01-01", "GB", 100), ("2025-01-02", "UA", 300)):
        source = Source(id="mod", name="Ministry of Defence", country=country)
        figures = (figure("killed", "at least", number),)
        made = briefing(
            Draft("They said so.", id="c1", chain=("mod",), figures=figures), sources=(source,)
        )
        documents = (made.documents[0].replace(date=day),)
        found.append(edition(day, made.replace(documents=documents)))
    return Library("x", tuple(found))


def test_track_and_changes_have_the_country_of_sources_with_one_name() -> None:
    whole = _library()
    text = "\n".join(as_text(View.of(whole.briefing).index.tracked.named("killed"), whole.briefing))
    assert (
        "floor 300 on Ministry of Defence (UA) alone, else 100 on Ministry of Defence (GB)" in text
    )
    earlier = Earlier(whole.known_on("2025-01-01").briefing, "2025-01-01")
    changes = [one.change for one in Comparison.of(earlier, whole.briefing).entries]
    said = [one.both for one in changes if isinstance(one, StatementChange)]
    assert any("Ministry of Defence (UA) “[killed at least (300,)]”" in one for one in said)
    alone = whole.known_on("2025-01-01")
    assert alone.briefing.source_labels == {"mod": "Ministry of Defence"}
