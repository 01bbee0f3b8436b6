"""Copied text has the quote, chain, qualifier, date and place of its claim."""

import json

from pydantic import TypeAdapter

from kursk_tui.formats.json import parse
from kursk_tui.model import Briefing, Claim
from kursk_tui.wording.copies import COPIES, claim_json, claim_text, figure_text, quote_text
from tests.query.factory import builtin
from tests.ui.rich_briefing import rich_briefing

S10, S9, S4 = (
    next(one for one in builtin().claims if one.id == wanted) for wanted in ("S10", "S9", "S4")
)


def test_a_quote_names_the_chain_the_date_and_the_place() -> None:
    assert quote_text(S10, builtin()) == (
        "“South Korean intelligence has revealed that North Korean troops fighting alongside "
        "Russian forces in the Kursk Oblast have suffered significant casualties, with at least "
        "100 soldiers killed and approximately 1,000 wounded in combat operations.” (National "
        "Intelligence Service → via Lee Seong-kweun; date not stated; North Korean troops in Kursk "
        "Oblast, 2024-12-19, characters 1,506–1,749, claim S10)\n"
    )


def test_missing_source_and_date_are_named() -> None:
    text = quote_text(S9, builtin())
    assert "(source not stated; date not stated; " in text


def test_a_figure_has_its_likelihood() -> None:
    s2 = next(one for one in builtin().claims if one.id == "S2")
    assert figure_text(s2, builtin(), 0).startswith(
        "casualties “significant combat casualties” (no number given); highly likely; "
        "North Korean troops; source not stated; "
    )


def test_a_figure_has_its_words_and_bounds() -> None:
    assert figure_text(S10, builtin(), 0) == (
        "killed “at least 100” (100 or more, no upper bound); North Korean soldiers; Kursk Oblast; "
        "National Intelligence Service → via Lee Seong-kweun; date not stated; North Korean troops "
        "in Kursk Oblast, 2024-12-19, characters 1,506–1,749, claim S10\n"
    )
    assert [line.split(" (")[0] for line in figure_text(S10, builtin()).splitlines()] == [
        "killed “at least 100”",
        "wounded “approximately 1,000”",
        "casualties “significant casualties”",
    ]
    assert figure_text(S9, builtin()) == ""


def test_a_claim_lists_everything_once() -> None:
    lines = claim_text(S4, builtin()).splitlines()
    assert lines[0].startswith("“In addition, the Ministry of Defense of the United Kingdom notes")
    assert "figure: deployed “around 11,000” · near 11,000, no bounds · " in "\n".join(lines)
    assert any(line.startswith("not stated: ") for line in lines)
    assert lines[-1].endswith("characters 556–701, claim S4")
    assert not any(external.says in "\n".join(lines) for external in S4.external)


def test_every_note_is_listed() -> None:
    text = claim_text(S10, builtin())
    for note in S10.notes:
        assert f"notes: {note}\n" in text


def test_json_is_the_claim_of_the_file() -> None:
    raw = json.loads(claim_json(S10, builtin()))
    assert TypeAdapter(Claim).validate_json(json.dumps(raw)) == S10
    assert raw["figures"][0] == {
        "measure": "killed",
        "words": "at least 100",
        "qualifier": "at least",
        "values": [100],
        "population": "North Korean soldiers",
        "place": "Kursk Oblast",
    }


def test_links_of_source_and_document_are_one_per_line() -> None:
    briefing = rich_briefing()
    claim = next(one for one in briefing.claims if one.id == "band")
    assert COPIES["link"][1](claim, briefing) == "https://paper.example/a\n"
    assert COPIES["link"][1](S9, builtin()) == ""


def hostile() -> Briefing:
    text = "He said \x1b[31m\u202ered, see https://a.example/x. Or javascript:alert(1)."
    document = {
        "id": "d",
        "text": text,
        "sha256": __import__("hashlib").sha256(text.encode()).hexdigest(),
    }
    claim = {
        "id": "c",
        "document": "d",
        "kind": "reported",
        "summary": "red",
        "evidence": {"start": 0, "end": len(text), "exact": text},
    }
    raw = {"format": "kursk-tui/1", "title": "T", "documents": [document], "claims": [claim]}
    return parse(json.dumps(raw).encode(), "x.json")


def test_copies_contain_no_control_characters() -> None:
    briefing = hostile()
    for _, write in COPIES.values():
        text = write(briefing.claims[0], briefing)
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert json.loads(claim_json(briefing.claims[0], briefing))["evidence"]["exact"] == (
        briefing.claims[0].evidence.exact
    )
    assert COPIES["link"][1](briefing.claims[0], briefing) == "https://a.example/x\n"
