"""No format lets a draft look like a final briefing."""

import csv
import io
import json

from kursk_tui.formats.csv import write as write_csv
from kursk_tui.formats.html import write as write_html
from kursk_tui.formats.markdown import write as write_markdown
from kursk_tui.formats.matches import as_json
from kursk_tui.formats.text import plain_text
from kursk_tui.query import View
from tests.drafted_briefing import drafted_briefing
from tests.query.factory import builtin


def test_every_format_marks_a_draft() -> None:
    view = View.of(drafted_briefing())
    assert list(plain_text(view))[2] == "DRAFT, 11 unreviewed"
    assert "\n**DRAFT, 11 unreviewed: nothing here is final.**\n" in write_markdown(view)
    assert "<strong>DRAFT, 11 unreviewed: nothing here is final.</strong>" in write_html(view)
    rows = list(csv.DictReader(io.StringIO(write_csv(view), newline="")))
    assert {row["review"] for row in rows} == {"unreviewed"}
    claims = json.loads("\n".join(as_json(view)))["claims"]
    assert {claim["review"] for claim in claims} == {"unreviewed"}


def test_a_final_briefing_is_not_marked() -> None:
    view = View.of(builtin())
    for text in (write_markdown(view), write_html(view), "\n".join(plain_text(view))):
        assert "DRAFT" not in text
        assert "unreviewed" not in text
    assert {row["review"] for row in csv.DictReader(io.StringIO(write_csv(view)))} == {""}
