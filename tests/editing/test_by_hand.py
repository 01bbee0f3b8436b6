"""Claims that the analyst makes of words of the document."""

import pytest

from kursk_tui.editing import EditError
from kursk_tui.editing.by_hand import claim_by_hand
from tests.editing.drafted import TEXT, draft


def test_a_claim_by_hand_states_what_the_words_say() -> None:
    start = TEXT.index("at least 40 were killed")
    after = claim_by_hand(draft(), "doc", start - 1, start + len("at least 40 were killed") + 1)
    assert [claim.id for claim in after.claims] == ["c1", "c3", "c2"]  # the order of the text
    claim = after.claims[1]
    assert claim.evidence.exact == "at least 40 were killed"
    assert (claim.evidence.start, claim.review_state) == (start, "unreviewed")
    (figure,) = claim.figures
    assert (figure.measure, figure.qualifier, figure.values) == ("killed", "at least", (40,))
    assert claim.attribution.chain == ()


def test_the_sources_of_a_claim_by_hand_are_those_of_the_briefing() -> None:
    after = claim_by_hand(draft(), "doc", 0, TEXT.index(" and 30"))
    assert len(after.sources) == 2
    assert after.claims[1].attribution.chain == ("kyiv",)


def test_words_without_a_finding_make_a_claim_too() -> None:
    start = TEXT.index("hurt on")
    after = claim_by_hand(draft(), "doc", start, start + len("hurt"))
    assert after.claims[1].evidence.exact == "hurt"
    assert after.claims[1].figures == ()


def test_a_claim_by_hand_needs_words_of_its_own() -> None:
    with pytest.raises(EditError, match="a claim needs words"):
        claim_by_hand(draft(), "doc", 4, 5)
    with pytest.raises(EditError, match="c1 has these words already"):
        claim_by_hand(draft(), "doc", 0, TEXT.index(" Ann"))
    with pytest.raises(EditError, match="several sources speak in these words"):
        claim_by_hand(draft(), "doc", 0, len(TEXT))
