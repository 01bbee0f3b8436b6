"""The file that a draft becomes, for a short report worked out by hand."""

import hashlib
import json
from dataclasses import replace

import pytest

from kursk_tui.drafting import NotDraftableError, draft
from kursk_tui.drafting.findings import FigureLink, PeriodFinding
from kursk_tui.drafting.output.build import build
from kursk_tui.drafting.output.source_registry import Registry
from kursk_tui.formats.json import parse_text

REPORT = "Date: 2024-12-19\n\nToll rises\n\nForty died. They fled. Forty died. Two left, Ann said."


def test_the_briefing_of_a_report() -> None:
    raw = draft(REPORT, title="Tolls", publisher="The Herald").briefing()
    assert {key: raw[key] for key in ("format", "status", "title", "date", "sources")} == {
        "format": "kursk-tui/1",
        "status": "draft",
        "title": "Tolls",
        "date": "2024-12-19",
        "sources": [{"id": "ann", "name": "Ann"}],
    }
    assert raw["documents"] == [
        {
            "id": "text",
            "title": "Tolls",
            "publisher": "The Herald",
            "date": "2024-12-19",
            "language": "en",
            "text": REPORT,
            "sha256": hashlib.sha256(REPORT.encode()).hexdigest(),
            "date_line": {"start": 0, "end": 18, "exact": "Date: 2024-12-19\n\n"},
            "residue": [{"start": 18, "end": 28, "exact": "Toll rises"}],
        }
    ]
    first, second, third, fourth = raw["claims"]
    assert first["evidence"] == {
        "start": 30,
        "end": 41,
        "exact": "Forty died.",
        "prefix": "2024-12-19\n\nToll rises\n\n",
        "suffix": " They fled. Forty died. ",
    }
    assert second["evidence"] == {"start": 42, "end": 52, "exact": "They fled."}
    assert third["evidence"] == {
        "start": 53,
        "end": 64,
        "exact": "Forty died.",
        "prefix": "\nForty died. They fled. ",
        "suffix": " Two left, Ann said.",
    }
    assert fourth["attribution"] == {"chain": ["ann"], "basis": "stated", "stance": "asserts"} | {
        "words": "Ann said"
    }
    assert [claim["id"] for claim in raw["claims"]] == ["c1", "c2", "c3", "c4"]
    assert first["review"] == {
        "items": [
            {"kind": "sentence", "start": 30, "end": 41, "rule": "sentence/reported"}
            | {"tier": "clause"},
            {"kind": "figure", "start": 30, "end": 35, "rule": "measures/die", "tier": "beside"}
            | {"evidence": [[36, 40]]},
        ]
    }


def test_the_last_line_of_the_explanation_counts() -> None:
    *_, last = draft(REPORT).explain_lines()
    assert last == ("4 sentences, 3 items; 0 guesses need a decision; 4 rejected")


def test_the_rejections_are_those_of_the_explanation() -> None:
    drafted = draft(REPORT)
    spans = [(one.start, one.end) for one in drafted.rejected]
    assert [REPORT[start:end] for start, end in spans] == ["2024", "12", "19", "Two"]
    assert [one["text"] for one in drafted.explained()["rejected"]] == ["2024", "12", "19", "Two"]


def test_words_that_a_sentence_has_twice_have_their_place() -> None:
    (claim,) = draft("On 1 May 40 soldiers died and on 2 May 40 were hurt.").briefing()["claims"]
    assert [(one["words"], one.get("start")) for one in claim["figures"]] == [("40", 9), ("40", 39)]


def test_a_long_summary_is_cut_between_words() -> None:
    text = f"The army said {'nearly ' * 14}300 soldiers and 1,200 others had been there."
    (claim,) = draft(text).briefing()["claims"]
    assert claim["summary"] == f"The army said {'nearly ' * 14}300…"


def test_sources_with_similar_names_have_different_ids() -> None:
    registry = Registry()
    names = ["the Al-Amal agency", "the Al Amal agency", "the al amal, agency"]
    assert [registry.entry(name).id for name in names] == [
        "al-amal-agency",
        "al-amal-agency-2",
        "al-amal-agency-3",
    ]


def test_a_source_is_found_by_its_acronym_and_by_one_word_of_its_name() -> None:
    registry = Registry()
    program = registry.entry("the World Food Programme (WFP)")
    lee = registry.entry("South Korean lawmaker Lee Seong-kweun")
    assert (program.id, program.name, program.short) == ("wfp", "World Food Programme", "WFP")
    assert (lee.name, lee.kind) == ("Lee Seong-kweun", "South Korean lawmaker")
    assert registry.entry("WFP") is program
    assert registry.entry("the world food programme") is program
    assert registry.entry("Lee") is lee


def test_one_word_that_two_names_contain_is_another_source() -> None:
    registry = Registry()
    known = [registry.entry("Ann Lee"), registry.entry("John Lee")]
    assert registry.entry("Lee") not in known
    assert registry.entry("Ann") is known[0]


@pytest.mark.parametrize(
    "blank", ["\u200b", "\u3164", "\u2800", "\u00ad", "\ufeff", " \u200b\u034f "]
)
@pytest.mark.parametrize(
    "text",
    [
        "{}\n\n40 men fell.\n\nThe war goes on here.",
        "{}\n===\n\n40 men fell.",
        "- {}\n- 40 men fell.",
        "40 men fell. {} {}",
        "40 men fell.\n{}\nThe war goes on here.",
    ],
)
def test_a_line_that_shows_nothing_is_a_blank_line(text: str, blank: str) -> None:
    found = draft(text.format(blank, blank), date="2024-12-19")
    briefing = parse_text(json.dumps(found.briefing()), "draft")
    assert "40 men fell." in [claim.evidence.exact for claim in briefing.claims]


def test_a_text_that_shows_nothing_is_empty() -> None:
    with pytest.raises(NotDraftableError, match="the text is empty"):
        draft("\u200b\n\u3164")


def test_an_invisible_character_is_no_source() -> None:
    assert draft("40 fell, according to \u3164.").briefing()["sources"] == []


def test_what_a_figure_covers_and_is_part_of_stands_in_the_file() -> None:
    """The 40 is counted so far, is a first count, and is a part of the 90 in another claim."""
    text = "At Holm 40 died so far, Ann said. Ninety died, and 40 died later."
    found = draft(text, date="2031-05-14").findings
    period = PeriodFinding(start=16, end=22, covers="../2031-05-14", tally="so far")
    first, second = found.sentences
    (forty,) = first.figures
    ninety, later = second.figures
    forty = replace(
        forty,
        place=(3, 7),
        period=period,
        preliminary=True,
        modality="not asserted",
        relations=(FigureLink("part of", ninety.span), FigureLink("repeats", (0, 2))),
    )
    later = replace(later, relations=(FigureLink("part of", ninety.span),))
    sentences = replace(first, figures=(forty,)), replace(second, figures=(ninety, later))
    raw = build(replace(found, sentences=sentences))
    one, other = raw["claims"]
    assert one["figures"] == [
        {
            "measure": "killed",
            "words": "40",
            "qualifier": "exactly",
            "values": [40],
            "place": "Holm",
            "period": "so far",
            "covers": "../2031-05-14",
            "tally": "so far",
            "preliminary": True,
            "modality": "not asserted",
            "relations": [{"kind": "part of", "words": "Ninety", "claim": "c2"}],
        }
    ]
    assert other["figures"][1]["relations"] == [{"kind": "part of", "words": "Ninety"}]
    briefing = parse_text(json.dumps(raw), "draft")
    assert json.loads(json.dumps(briefing.claims[0].figures[0].as_dict())) == one["figures"][0]
