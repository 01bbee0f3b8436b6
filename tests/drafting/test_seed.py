"""The built-in text, drafted and compared with the briefing compiled by hand."""

from kursk_tui.diffing import compare
from kursk_tui.drafting import draft
from kursk_tui.formats.json import parse_text
from kursk_tui.model import Briefing
from tests.query.factory import builtin

BY_DESIGN = {
    # ids and summaries are the compiler's
    *("claim-renamed", "summary", "other"),
    # that "South Korean intelligence" is the NIS, and that Lee passed it on, is in another sentence
    "attribution",
    # places, and populations named in another clause, are left to the compiler
    "figure-other",
    # "Russian and North Korean forces": the scope has only the second of two joined subjects
    "likelihood-other",
    # the day on which a treaty takes effect is an event in the draft, without an end
    "dates",
    # an assessment without a term of likelihood is a guess
    "kind",
}


def drafted() -> Briefing:
    import json

    text = builtin().documents[0].text
    return parse_text(json.dumps(draft(text).briefing()), "draft")


def test_both_have_the_same_eleven_claims() -> None:
    assert [claim.evidence.exact for claim in drafted().claims] == [
        claim.evidence.exact for claim in builtin().claims
    ]
    assert [(claim.evidence.start, claim.evidence.end) for claim in drafted().claims] == [
        (claim.evidence.start, claim.evidence.end) for claim in builtin().claims
    ]


def test_date_line_and_residue_are_separate() -> None:
    (document,) = drafted().documents
    assert document.date_line is not None
    assert (document.date_line.start, document.date_line.end) == (0, 17)
    assert [one.exact for one in document.residue] == ["Related:"]
    assert (document.date, drafted().date) == ("2024-12-19", "2024-12-19")


def test_both_have_the_same_figures_likelihoods_and_sources() -> None:
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


def test_other_differences_are_by_design() -> None:
    difference = compare(builtin(), drafted())
    found = {change.what for one in difference.claims for change in one.changes}
    assert found <= BY_DESIGN
    assert all(one.old is not None and one.new is not None for one in difference.claims)
