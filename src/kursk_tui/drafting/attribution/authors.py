"""The author of a text: "we judge" makes the other judgements without a source theirs as well."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kursk_tui.drafting.attribution.known_names import AUTHOR
from kursk_tui.drafting.findings import AttributionFinding
from kursk_tui.drafting.text_findings import SentenceFindings

_RULE = "attribution/author"


def with_author(
    found: Sequence[SentenceFindings], publisher: str | None
) -> Iterator[SentenceFindings]:
    """Yield the sentences; judgements without a source have the publisher, as a guess.

    The text must say "we judge" or the like elsewhere, which shows that its author judges.
    """
    said = [item for one in found for item in one.attributions if AUTHOR in item.flags]
    for one in found:
        own = said and publisher and one.terms and not one.attributions and one.speaker is None
        yield replace(one, speaker=_author(one, said[0], publisher)) if own else one


def _author(
    one: SentenceFindings, said: AttributionFinding, publisher: str | None
) -> AttributionFinding:
    return AttributionFinding(
        start=one.sentence.start,
        end=one.sentence.end,
        rule=_RULE,
        tier="guess",
        flags=(AUTHOR,),
        evidence=(said.cue_span, said.span),
        source=publisher,
        stance="asserts",
        cue=said.cue,
        relay="last",
        inferred=True,
    )
