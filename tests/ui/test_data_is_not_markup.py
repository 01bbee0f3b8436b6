"""Text from a file is shown literally: never as markup, never as a control sequence."""

import json
from hashlib import sha256

import pytest

from kursk_tui.model import Briefing
from tests.ui.screen import SMALL, WIDE, running

TRAPS = "[/] [bold]x[/bold] [@click=app.quit]q[/] $accent {x} \\[red] :smile:"
HIDDEN = "\x1b[31m\x07\x9b31m\u202eevil\u2066"


def trapped() -> Briefing:
    text = f"{TRAPS} {HIDDEN} 100 on 4 May."
    raw = {
        "format": "kursk-tui/1",
        "title": TRAPS,
        "date": "2024",
        "documents": [
            {"id": "d", "text": text, "sha256": sha256(text.encode()).hexdigest(), "title": TRAPS}
        ],
        "sources": [{"id": "s", "name": TRAPS, "short": TRAPS, "kind": TRAPS, "country": "KR"}],
        "claims": [
            {
                "id": "c",
                "document": "d",
                "kind": "reported",
                "summary": TRAPS,
                "evidence": {"start": 0, "end": len(text), "exact": text},
                "attribution": {"chain": ["s"], "basis": "stated", "note": TRAPS},
                "figures": [
                    {
                        "measure": "killed",
                        "words": f"{HIDDEN} 100",
                        "qualifier": "exactly",
                        "values": [100],
                        "population": TRAPS,
                        "place": TRAPS,
                    }
                ],
                "when": [{"role": "event", "words": f"{HIDDEN} 100 on 4 May"}],
                "notes": [TRAPS],
                "external": [{"says": TRAPS, "chain": ["s"]}],
            }
        ],
    }
    return Briefing.model_validate_json(json.dumps(raw))


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_markup_and_control_characters_are_shown_literally(size: tuple[int, int]) -> None:
    async with running(size, briefing=trapped()) as driver:
        assert TRAPS[:30] in driver.text
        for key in ("1", "2", "3", "enter", "4", "5", "0", "o", "G", "question_mark", "escape"):
            await driver.press(key)
            assert driver.app.is_running
            for unsafe in "\x1b\x07\x9b\u202e\u2066":
                assert unsafe not in driver.text
        await driver.press("5")
        assert "␛[31m␇�31m�evil�" in driver.text


async def test_a_query_with_markup_is_text_too() -> None:
    async with running(briefing=trapped()) as driver:
        await driver.ask("[bold]x[/bold]")
        assert driver.shown == ["c"]
        await driver.ask("[/]:5")
        assert "0 matches" in driver.text
