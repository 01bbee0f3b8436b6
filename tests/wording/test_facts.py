"""The facts of a claim in words."""

import json

from kursk_tui.model import Briefing
from kursk_tui.wording.facts import facts
from tests.drafted_briefing import drafted_raw
from tests.tables import each_row


@each_row(
    ("tier", "flags", "remarks"),
    [
        ("guess", [], "a guess, needs a decision"),
        ("guess", ["inherited measure"], "a guess, needs a decision, inherited measure"),
        ("beside", ["inherited measure", "no place"], "inherited measure, no place"),
        ("beside", [], None),
    ],
)
def test_an_item_that_needs_a_second_look_is_listed_until_it_is_decided(
    tier: str, flags: list[str], remarks: str | None
) -> None:
    raw = drafted_raw()
    claim = raw["claims"][9]
    item = claim["review"]["items"][1]
    item["tier"] = tier
    item["flags"] = flags
    if not flags:
        del item["flags"]
    briefing = Briefing.model_validate_json(json.dumps(raw))
    lines = [
        "".join(piece.text for piece in fact.pieces) for fact in facts(briefing.claims[9], briefing)
    ]
    expected = [f"figure “at least 100”: {remarks}"] if remarks else []
    assert [line for line in lines if line.startswith("figure “")] == expected
    for decided in (item, claim["review"]):
        decided["decision"] = "accepted"
        briefing = Briefing.model_validate_json(json.dumps(raw))
        lines = [fact.text for fact in facts(briefing.claims[9], briefing)]
        assert not [line for line in lines if line.startswith("figure “")]
        del decided["decision"]
