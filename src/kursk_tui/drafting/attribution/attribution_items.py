"""The sources of a sentence as findings."""

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from kursk_tui.drafting.attribution.accounts import OWN_VIEW, POSSESSIVE, STATEMENT
from kursk_tui.drafting.attribution.doubtful_sources import ODD_SOURCE, is_odd
from kursk_tui.drafting.attribution.known_names import AUTHOR, PRONOUN
from kursk_tui.drafting.attribution.quotation_leads import LEAD
from kursk_tui.drafting.attribution.same_sources import AMBIGUOUS, QUOTED
from kursk_tui.drafting.attribution.source_match import SourceMatch
from kursk_tui.drafting.attribution.source_names import is_series
from kursk_tui.drafting.attribution.source_phrases import (
    BARE_DATA,
    BRIEFED,
    GAPPED,
    source_phrases,
)
from kursk_tui.drafting.attribution.unconfirmed import CHECKING
from kursk_tui.drafting.attribution.verbs_of_saying import UNKNOWN_VERB, spoken
from kursk_tui.drafting.findings import AttributionFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.text_findings import in_text_order
from kursk_tui.english.function_words import OBJECT_PRONOUNS, PRONOUNS
from kursk_tui.text.invisible import is_blank

_PRONOUNS = PRONOUNS | OBJECT_PRONOUNS.keys()
_AUTHORS = ("saying/assess", "saying/count", "saying/show", "saying/not-confirm")
"""The rules of what the author of a text does: "we assess", "we count", "we cannot confirm"."""


def find_attributions(sentence: Sentence) -> list[AttributionFinding]:
    """Return the sources of a sentence in the order of the text; no two overlap."""
    matches = list(_matches(sentence))
    if not sentence.trigger_matches or all(one.rule == BRIEFED for one in matches):
        # A briefing is a source only if another source passes on what happened to people.
        matches = [one for one in matches if one.rule != BRIEFED]
    weak = {BARE_DATA} if _is_turned(sentence) else {BARE_DATA, CHECKING, STATEMENT}
    if any(one.named and one.rule not in weak for one in matches):
        if all(one.stance == "denies" for one in matches if one.rule not in weak):
            weak -= {CHECKING}  # "is checking reports, which the army denies"
        matches = [one for one in matches if one.rule not in weak or _checks(sentence, one)]
    matches = [one for one in matches if not _is_quoted_to_deny(sentence, one, matches)]
    matches = [one for one in matches if not _is_inside(sentence, one, matches)]
    used: set[int] = set()
    found: list[AttributionFinding] = []
    for match in sorted(matches, key=_rank):
        tokens = range(match.first, match.last + 1)
        start, end = sentence.span(match.first, match.last)
        if not used.intersection(tokens) and not is_blank(sentence.text[start:end]):
            used.update(tokens)
            found.append(_finding(sentence, match))
    return in_text_order(found)


def _checks(sentence: Sentence, one: SourceMatch) -> bool:
    """Return whether a pronoun checks a report: "said it was looking into reports that"."""
    pronoun = one.first == one.last and sentence.lower(one.first) in _PRONOUNS
    return one.rule == CHECKING and pronoun


def _is_turned(sentence: Sentence) -> bool:
    """Return whether a contrast may separate what two sources do."""
    return any(token.lower in ("while", "whereas", "but", ";") for token in sentence.tokens)


def _is_inside(sentence: Sentence, one: SourceMatch, others: Sequence[SourceMatch]) -> bool:
    """Return whether a source is inside the subject of another: "some 40, by X's count, said"."""
    if one.rule not in ("saying/according", POSSESSIVE) or sentence.lower(one.cue[0]) != "by":
        return False
    return any(each.last < one.cue[0] and one.last < each.cue[0] for each in others)


def _is_quoted_to_deny(sentence: Sentence, one: SourceMatch, others: Sequence[SourceMatch]) -> bool:
    """Read "he" in "a letter in which he spoke of 40 dead was branded by the mayor as lies"."""
    inside = sentence.row(one.first - 2, one.first) == ["in", "which"]
    pronoun = one.first == one.last and sentence.lower(one.first) in _PRONOUNS
    denied = any(each.stance == "denies" and each.first > one.first for each in others)
    return inside and pronoun and denied


def _rank(match: SourceMatch) -> tuple[bool, bool, int, int]:
    """Order by certainty: of two that overlap, the first is kept."""
    return match.tier == "guess", match.rule != "saying/according", match.first, -match.last


def _finding(sentence: Sentence, match: SourceMatch) -> AttributionFinding:
    start, end = sentence.span(match.first, match.last)
    if match.rule in (POSSESSIVE, STATEMENT) and sentence.lower(match.last).endswith("'s"):
        end -= 2
    cue = sentence.span(*match.cue)
    doubtful = match.tier == "guess" and match.rule not in (UNKNOWN_VERB, GAPPED, LEAD)
    odd = match.named and (doubtful or is_odd(sentence, (match.first, match.last)))
    return AttributionFinding(
        start=start,
        end=end,
        rule=match.rule,
        tier="guess" if odd else match.tier,
        flags=(*_flags(sentence, match), *((ODD_SOURCE,) if odd else ())),
        evidence=(cue,),
        source=sentence.text[start:end] if match.named else None,
        stance=match.stance,
        cue=sentence.text[cue[0] : cue[1]],
        relay=match.relay,
    )


def _names_people(sentence: Sentence, end: int) -> bool:
    """Return whether the sentence names people before a token, to whom "them" may refer."""
    people = sentence.words.people
    return any(people.starting(sentence.tokens, at) for at in range(end))


def _flags(sentence: Sentence, match: SourceMatch) -> Iterator[str]:
    if match.first == match.last and sentence.lower(match.first) in _PRONOUNS:
        yield PRONOUN
        if sentence.lower(match.first) == "them" and _names_people(sentence, match.first):
            yield AMBIGUOUS
    we = match.first == match.last and sentence.lower(match.first) == "we"
    if we or match.rule == OWN_VIEW:
        yield AUTHOR
    row = takewhile(lambda word: word != ",", sentence.row(match.first, match.last))
    words = sentence.text[slice(*sentence.span(match.first, match.last))]
    if match.named and (is_series(words) or any(word in ("and", "nor", "&") for word in row)):
        yield "several sources"
    if sentence.tokens[match.first].quoted:
        yield QUOTED


def _matches(sentence: Sentence) -> Iterator[SourceMatch]:
    """Yield every source; matches may overlap."""
    for at, token in enumerate(sentence.tokens):
        if token.is_word:
            for match in chain(source_phrases(sentence, at), _spoken(sentence, at)):
                if _is_someone_else(sentence, match):
                    break
                yield match
                if match.rule not in ("saying/according", BRIEFED):
                    break


def _is_someone_else(sentence: Sentence, match: SourceMatch) -> bool:
    """Return whether "we" is not the author of the text, who assesses or cannot confirm."""
    if sentence.lower(match.first) != "we":
        return False
    authors = match.rule in _AUTHORS
    return sentence.tokens[match.first].quoted or not authors


def _spoken(sentence: Sentence, at: int) -> Iterator[SourceMatch]:
    if (match := spoken(sentence, at)) is not None:
        yield match
