"""What kind of claim a sentence is: reported, a judgement, or context."""

from kursk_tui.drafting.findings import Item, Tier
from kursk_tui.drafting.sentence import Reading


def kind_of(reading: Reading, items: list[Item]) -> tuple[str, str, Tier]:
    """Return the kind of a sentence, the rule, and the tier.

    A term of likelihood or confidence makes a judgement; else a word of the lexicon may.
    """
    if any(item.kind in ("likelihood", "confidence") for item in items):
        return "judgement", "sentence/likelihood", "beside"
    numbered = any(item.kind == "figure" for item in items)
    for at in range(len(reading.tokens)):
        found = reading.words.judging.starting(reading.tokens, at)
        if found is not None and not (numbered and found[1].fields["kind"] == "context"):
            return str(found[1].fields["kind"]), found[1].rule, "guess"
    return "reported", "sentence/reported", "clause"
