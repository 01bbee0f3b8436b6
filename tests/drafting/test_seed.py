"""The built-in text, drafted, beside the briefing that was made by hand."""

from kursk_tui.diffing import compare
from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse_text
from kursk_tui.model import Briefing
from tests.query.factory import builtin

BY_DESIGN = {
    # ids, and words of the compiler, which a draft has not
    *("claim-renamed", "summary", "other"),
    # "South Korean intelligence" is the NIS, and Lee passed it on: that is in another sentence
    "attribution",
    # places, and populations that another clause names, are the compiler's to add
    "figure-other",
    # "Russian and North Korean forces": of joined subjects the reach has the second alone
    "likelihood-other",
    # the day on which a treaty takes effect is an event to the draft; its end is the compiler's
    "dates",
    # what is an assessment without a word of likelihood is a guess
    "kind",
}


def drafted() -> Briefing:
    import json

    text = builtin().documents[0].text
    return parse_text(json.dumps(draft(text).briefing()), "draft")


def test_the_same_eleven_claims() -> None:
    assert [claim.evidence.exact for claim in drafted().claims] == [
        claim.evidence.exact for claim in builtin().claims
    ]
    assert [(claim.evidence.start, claim.evidence.end) for claim in drafted().claims] == [
        (claim.evidence.start, claim.evidence.end) for claim in builtin().claims
    ]


def test_date_line_and_leftover_are_set_apart() -> None:
    (document,) = drafted().documents
    assert document.date_line is not None
    assert (document.date_line.start, document.date_line.end) == (0, 17)
    assert [one.exact for one in document.residue] == ["Related:"]
    assert (document.date, drafted().date) == ("2024-12-19", "2024-12-19")


def test_three_figures_with_numbers_four_likelihoods_three_sources() -> None:
    def numbered(briefing: Briefing) -> list[tuple[str, str, tuple[int, ...]]]:
        return [
            (one.words, one.qualifier, one.values)
            for claim in briefing.claims
            for one in claim.figures
            if one.values
        ]

    def terms(briefing: Briefing) -> list[tuple[str, str]]:
        return [(one.words, one.term) for claim in briefing.claims for one in claim.likelihoods]

    assert numbered(drafted()) == numbered(builtin())
    assert len(numbered(drafted())) == 3
    assert terms(drafted()) == terms(builtin())
    assert len(terms(drafted())) == 4
    assert [one.name for one in drafted().sources] == [
        "Ministry of Defense of the United Kingdom",
        "South Korean intelligence",
        "Lee Seong-kweun",
    ]


def test_what_else_differs_is_by_design() -> None:
    difference = compare(builtin(), drafted())
    found = {change.what for one in difference.claims for change in one.changes}
    assert found <= BY_DESIGN
    assert all(one.old is not None and one.new is not None for one in difference.claims)
