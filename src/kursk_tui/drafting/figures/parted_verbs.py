"""Verbs that the people part from their complement: "left 300 people in the valley homeless"."""

from collections.abc import Iterator

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import PREPOSITIONS, SUBORDINATORS, is_adverb
from kursk_tui.english.lexicon import Trigger
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import Phrases
from kursk_tui.vocabulary import Tier

_AFTER = 9
"""The most words between the people and the complement."""

_BACK = 25
"""The most words between the verb and the last number of its list."""

_BREAKS = SUBORDINATORS | {";", ":", "—", "but"}


def by_parted_verb(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Return the measure of a verb before a number and its complement after it, or None."""
    things = noun.kind == "thing"
    start = noun.end + 1 if noun.kind in ("people", "thing") else quantity.last + 1
    if noun.kind == "measure":
        return None
    for tables, near in _verbs(sentence, quantity.first - 1):
        at, end = start, min(start + (_AFTER if near else 1), len(sentence.tokens))
        while at < end:
            if (match := _complement(sentence, at, tables)) is not None:
                if bool(match.trigger.entry.counts) != things:
                    return None
                tier: Tier = "beside" if at == start else "clause"
                return ResolvedMeasure(match.measure, match.rule, tier, "after", match)
            past = None if things else _past_people(sentence, at)
            if past is None and _ends(sentence, at):
                break
            at = past or at + 1
    return None


def _verbs(sentence: Sentence, at: int) -> Iterator[tuple[tuple[Phrases[Trigger], ...], bool]]:
    """Yield the complements of the verbs before a number, and whether the verb is next to it."""
    while is_adverb(sentence.lower(at)):
        at -= 1
    table = sentence.words.parted_verbs
    for back in range(at, max(-1, at - _BACK), -1):
        word = sentence.lower(back)
        if word in _BREAKS:
            return
        if word in table:
            yield table[word], back == at


def _complement(
    sentence: Sentence, at: int, tables: tuple[Phrases[Trigger], ...]
) -> TriggerMatch | None:
    tokens, inner = sentence.tokens, sentence.quantity_at.get(at + 1)
    skipped = 0
    if inner is not None:  # into three camps
        last = sentence.quantities[inner].last
        tokens, skipped = [*tokens[: at + 1], *tokens[last + 1 :]], last - at
    for table in tables:
        if (found := table.starting(tokens, at)) is not None:
            return TriggerMatch(at, at + found[0] - 1 + skipped, found[1], "left", finite=True)
    return None


def _past_people(sentence: Sentence, at: int) -> int | None:
    """Return the token after "and bystanders", "and 20 rebels", which go on in a list, or None."""
    if sentence.lower(at) != "and":
        return None
    noun = at + 1
    if (nth := sentence.quantity_at.get(noun)) is not None:
        noun = sentence.quantities[nth].last + 1
    people = sentence.words.people.starting(sentence.tokens, noun)
    return noun + people[0] if people is not None else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Return whether a token cannot stand between the people and the complement."""
    token = sentence.tokens[at]
    if at in sentence.quantity_at:
        return sentence.lower(at - 1) not in PREPOSITIONS  # 300 families in three villages
    if at in sentence.trigger_at or token.lower in _BREAKS:
        return True
    return not (token.is_word or token.text in "'’-") or token.lower == "and"
