"""Triggers, the words for what happened to people: where they are, and on which side of people."""

from collections.abc import Iterator
from dataclasses import replace

from kursk_tui.drafting.figures.other_expressions import is_part_of_other_expression
from kursk_tui.drafting.figures.resolved_measure import HARM
from kursk_tui.drafting.sentence import Sentence, TriggerMatch, TriggerSide
from kursk_tui.english.function_words import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from kursk_tui.english.lexicon import Trigger, word_set
from kursk_tui.english.tokens import Phrases

_ASIDE = word_set("drafting", "triggers", "asides")
_FINITE_ALONE = word_set("drafting", "triggers", "finite_without_an_auxiliary")
_NUMBERING = word_set("drafting", "figures", "numbering")
_INTENSIFIERS = word_set("drafting", "triggers", "intensifiers")

# Function words and marks of this rule; no other rule uses them as a list.
_JOINS = frozenset({"or", "and", "/", ",", "&", "and/or"})
_STATES = frozenset({"get", "got", "getting", "left", "remain", "remains", "remained"})
"""Verbs that make a passive or a state as "be" does: "got killed", "remain in captivity"."""

_ASIDE_LENGTH = 10
"""The most words in an insertion between an auxiliary and its participle."""


def find_triggers(sentence: Sentence) -> None:
    """Find the triggers of a sentence and add them to the sentence."""
    _add(sentence, sentence.words.triggers, sentence.words.happenings)


def of_things(sentence: Sentence) -> Sentence:
    """Return the sentence with the triggers of things instead of those of people."""
    view = replace(sentence, trigger_matches=[], trigger_at={})
    _add(view, sentence.words.triggers_of_things, sentence.words.happenings_to_things)
    return view


def _add(
    sentence: Sentence, table: Phrases[tuple[Trigger, ...]], events: Phrases[tuple[Trigger, ...]]
) -> None:
    found = list(_found(sentence, table, _events(sentence, events)))
    for match in _merged(sentence, found):
        sentence.trigger_matches.append(match)
        for at in range(match.first, match.last + 1):
            sentence.trigger_at[at] = match


def _events(
    sentence: Sentence, events: Phrases[tuple[Trigger, ...]]
) -> dict[int, tuple[int, tuple[Trigger, ...]]]:
    """Return the nouns right before "of" and a number, by their first token: "the capture of 9"."""
    found: dict[int, tuple[int, tuple[Trigger, ...]]] = {}
    for quantity in sentence.quantities:
        of = quantity.first - 1
        of -= sentence.lower(of) in DETERMINERS
        if sentence.lower(of) == "of" and (match := events.ending(sentence.tokens, of)):
            found[of + 1 - match[0]] = match
    return found


def _found(
    sentence: Sentence,
    table: Phrases[tuple[Trigger, ...]],
    events: dict[int, tuple[int, tuple[Trigger, ...]]],
) -> Iterator[TriggerMatch]:
    at = 0
    while at < len(sentence.tokens):
        if at in events:
            length, triggers = events[at]
            yield TriggerMatch(at, at + length - 1, triggers[0], "right")
            at += length
            continue
        match = table.starting(sentence.tokens, at)
        if (
            match is None
            or sentence.in_date[at]
            or is_part_of_other_expression(sentence, at, match[0])
        ):
            at += 1
            continue
        length, triggers = match
        yield _placed(sentence, at, at + length - 1, triggers)
        at += length


def _placed(
    sentence: Sentence, first: int, last: int, triggers: tuple[Trigger, ...]
) -> TriggerMatch:
    by_use = {trigger.use: trigger for trigger in triggers}
    if "noun" in by_use and (len(by_use) == 1 or _is_noun(sentence, first, last)):
        return TriggerMatch(first, last, by_use["noun"], "noun")
    if "describe" in by_use:
        finite = _auxiliary(sentence, first) in ("be", "have")
        return TriggerMatch(first, last, by_use["describe"], "adjective", finite)
    if "act" in by_use and last + 1 in sentence.quantity_at and sentence.lower(first - 1) == ",":
        return TriggerMatch(first, last, by_use["act"], "right")  # a dam burst, drowning 40
    if "befall" in by_use:
        auxiliary = _auxiliary(sentence, first)
        finite = auxiliary != "" or sentence.lower(first) in _FINITE_ALONE
        return TriggerMatch(first, last, by_use["befall"], "left", finite)
    if "done" in by_use:
        auxiliary = _auxiliary(sentence, first)
        side = _side(sentence, first, last, auxiliary)
        if auxiliary == "have" and by_use["done"].entry.moves:
            side = "left" if _ends_or_leads(sentence, last + 1) else side
        return TriggerMatch(first, last, by_use["done"], side, auxiliary in ("be", "have"))
    return TriggerMatch(first, last, triggers[0], "noun" if triggers[0].use == "noun" else "right")


def _is_noun(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether "wounded", "dead" or "missing" is a noun: "the wounded", "of wounded"."""
    if sentence.words.person.starting(sentence.tokens, last + 1):
        return False  # the dead man was 45
    if sentence.lower(last + 1) in _NUMBERING:
        return True  # Austrian dead numbered 1,400
    before = sentence.lower(first - 1)
    if before in ("number", "of", "and") and sentence.lower(first - 2) in ("number", "numbers"):
        return True
    return before in DETERMINERS or before in ("among", "of", "as", "total", "our", "and the")


def _auxiliary(sentence: Sentence, first: int) -> str:
    """Return the kind of a participle's auxiliary: "be", "have" or "other", or "" without one."""
    at = first - 1
    if sentence.lower(at) == ",":  # were, according to the Red Cross, killed
        at = _before_insertion(sentence, at)
    for _ in range(4):
        word = sentence.lower(at)
        if word in BE or word in _STATES:
            return "be"
        if word in HAVE:
            return "have"
        if word in MODALS or word in DO or word == "to":
            return "other"
        if not (is_adverb(word) or word in NEGATIONS or word in _ASIDE):
            return ""
        at -= 1
    return ""


def _before_insertion(sentence: Sentence, at: int) -> int:
    """Return the token before the insertion that ends with a comma, if an auxiliary is there."""
    for back in range(at - 1, max(-1, at - _ASIDE_LENGTH), -1):
        if sentence.lower(back) == ",":
            return back - 1 if sentence.lower(back - 1) in BE | HAVE else at
    return at


def _side(sentence: Sentence, first: int, last: int, auxiliary: str) -> TriggerSide:
    if auxiliary == "be":
        return "left"
    if auxiliary in ("have", "other"):
        return "right"
    before, after = sentence.lower(first - 1), sentence.lower(last + 1)
    if before == "those":  # twelve of those killed
        return "left"
    part = before == "them" and sentence.lower(first - 2) == "of"  # "60 of them wounded"
    if before in PRONOUNS | OTHER_PRONOUNS and not part:
        return "right"
    following = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    quoted = after in ("“", '"', "‘") and last + 2 in sentence.quantity_at
    if last + 1 in sentence.quantity_at or quoted:
        return "right"
    if sentence.words.qualifying_verbs.starting(sentence.tokens, last + 1):
        return "left"
    if following is None or not (following.is_word or following.kind == "number"):
        return "left"
    if after in PREPOSITIONS or after in ("and", "or") or sentence.in_date[last + 1]:
        number = sentence.quantity_at.get(last + 2)
        around = after in ("about", "around", "over", "up", "under") and number is not None
        return "right" if around else "left"
    if _follows_count(sentence, first):
        return "left"
    if is_adverb(after) or after in ("when", "while", "who", "that", "but", "so", "more"):
        return "left"
    return "right"


def _ends_or_leads(sentence: Sentence, at: int) -> bool:
    """Return whether no object follows: the clause ends, or a preposition comes next."""
    if at in sentence.quantity_at or at + 1 in sentence.quantity_at:
        return False
    return (
        at >= len(sentence.tokens)
        or not sentence.tokens[at].is_word
        or (sentence.lower(at) in PREPOSITIONS)
    )


def _follows_count(sentence: Sentence, first: int) -> bool:
    """Return whether a number or its noun comes right before: "300 soldiers killed"."""
    for back in range(first - 1, max(-1, first - 7), -1):
        if back in sentence.quantity_ends:
            return True
        if sentence.lower(back) in (",", ";", "that", "and", "but"):
            return False
    return False


def _merged(sentence: Sentence, found: list[TriggerMatch]) -> Iterator[TriggerMatch]:
    """Yield the matches, with "killed or wounded" merged into one that counts casualties."""
    pending: TriggerMatch | None = None
    for match in found:
        if pending is not None and _goes_with(sentence, pending, match):
            named = pending.side == "adjective" and not _follows_count(sentence, pending.first)
            side = "noun" if named and not pending.finite else pending.side
            side = "right" if match.side == "right" else side
            before = pending.includes or (pending.trigger.entry.measure,)
            both = tuple(dict.fromkeys((*before, match.trigger.entry.measure)))
            pending = TriggerMatch(
                pending.first,
                match.last,
                pending.trigger,
                side,
                pending.finite,
                merged=True,
                includes=both,
            )
            continue
        if pending is not None:
            yield pending
        pending = match
    if pending is not None:
        yield pending


def _goes_with(sentence: Sentence, one: TriggerMatch, other: TriggerMatch) -> bool:
    between = sentence.row(one.last + 1, other.first)
    if (
        not between
        or len(between) > 3
        or not all(
            word in _JOINS or word in _INTENSIFIERS or word in ("the", "been", "were")
            for word in between
        )
    ):
        return False
    if between == [","] and sentence.lower(other.last + 1) not in _JOINS:
        return False
    both = {one.trigger.entry.measure, other.trigger.entry.measure}
    if both - HARM or one.trigger.entry.weak or not (one.merged or both & {"killed", "casualties"}):
        return False
    if one.trigger.entry.measure == other.trigger.entry.measure and not one.merged:
        return False
    if other.last + 1 in sentence.quantity_at and other.side == "right":
        return between in (["or"], ["and"]) and not _follows_count(sentence, one.first)
    uses = {one.trigger.use, other.trigger.use}
    return (
        uses <= {"done", "describe", "befall"}
        or uses == {"noun"}
        or ("noun" in uses and sentence.lower(one.first) in ("dead", "killed"))
    )
