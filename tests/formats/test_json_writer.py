"""A view as a briefing file, which is read back unchanged."""

import json
from typing import Any

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import parse
from kursk_tui.formats.json import write as write_json
from kursk_tui.query import View
from tests.formats.hostile_briefing import hostile_briefing
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing


def test_a_round_trip_is_equal_and_a_second_one_identical() -> None:
    for briefing in (builtin(), rich_briefing(), hostile_briefing()):
        text = write_json(View.of(briefing))
        again = parse(text.encode(), "again")
        assert again == briefing
        assert write_json(View.of(again)) == text
    raw = _without_empty(json.loads(builtin_path().read_text("utf-8")))
    assert json.loads(write_json(View.of(builtin()))) == raw


def test_the_file_is_indented_and_not_ascii_only() -> None:
    text = write_json(View.of(builtin()))
    assert "“" in text
    assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text


def _without_empty(raw: Any) -> Any:
    """Return data without values that mean the same as no value, such as null."""
    if isinstance(raw, list):
        return [_without_empty(one) for one in raw]
    if isinstance(raw, dict):
        slim = {key: _without_empty(one) for key, one in raw.items()}
        return {key: one for key, one in slim.items() if one not in (None, [], {})}
    return raw


def test_a_selection_keeps_the_sources_it_names() -> None:
    chosen = parse(write_json(View.of(builtin()).ask("killed:*")).encode(), "chosen")
    assert [claim.id for claim in chosen.claims] == ["S10"]
    assert {source.id for source in chosen.sources} == {"nis", "lee"}


def test_the_file_contains_no_control_characters() -> None:
    text = write_json(View.of(hostile_briefing()))
    assert not any(unsafe in text for unsafe in "\x1b\x07\x9b\u202e\u2066\ufeff\x00")
