"""Measure resolution: which word says what happened to the people that a number counts."""

import itertools
from typing import Literal, NamedTuple

from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.triggers import can_count
from kursk_tui.drafting.findings import Tier
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.drafting.syntax.insertions import past_insertion
from kursk_tui.drafting.word_lists import word_list
from kursk_tui.english.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.qualifiers import Quantity

_WINDOW = 16
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_LINKS = frozenset(
    {
        *("(", "at", "of", "to", "as", "is", "was", "were", "are", "be", "been", ":", "the"),
        *("by", "in", "-", "–", "from", "with", "totalling", "numbering", "past"),
    }
)
_FATES = frozenset({"killed", "wounded", "missing"})
_PROVISIONAL = frozenset({"deployed", "captured", "none"})
"""Measures that a later verb of the clause overrides."""

_HEDGES = word_list("figures", "hedges")
_VERBS_OF_AMOUNT = tuple(sorted(word_list("figures", "verbs of amount")))

Side = Literal["verb", "noun", "after"]
"""Where the words of a measure are: a verb before, a noun anywhere, or after the number."""


class Found(NamedTuple):
    """A measure found for a number: by which words, how near, and on which side they are."""

    measure: str
    rule: str
    tier: Tier
    side: Side
    hit: TriggerMatch | None = None
    weak: bool = False


def verb_before(sentence: Sentence, quantity: Quantity) -> Found | None:
    """Return the measure of a verb before a number of anything: "lost 40 tanks and 300 men"."""
    found = _before(sentence, quantity, Counted("people", quantity.last))
    return found if found is not None and found.side == "verb" else None


def own_measure(
    sentence: Sentence, quantity: Quantity, noun: Counted, *, base: bool = False
) -> Found | None:
    """Return the measure that a number's own words give: its noun, the words after and before.

    `base` allows only words right beside: in "half of the 11,000 soldiers were killed" the rest
    belongs to the half.
    """
    if noun.trigger is not None:
        return _fate(sentence, quantity, noun, base=base) or _by_noun(sentence, noun)
    inside = sentence.trigger_at.get(quantity.last)
    if quantity.number.value == 0:
        inside = next(
            (
                sentence.trigger_at[at]
                for at in range(quantity.first, quantity.last + 1)
                if at in sentence.trigger_at
            ),
            None,
        )
    if inside is not None and inside.side == "noun" and quantity.number.value == 0:
        return Found(inside.measure, inside.trigger.entry.rule, "beside", "noun", inside)
    if noun.kind == "thing":
        return None
    before = None if base else _before(sentence, quantity, noun)
    if before is None:
        return _after(sentence, noun, base=base)
    by_verb = before.side == "verb" and not before.weak
    if by_verb and before.tier == "beside" and before.measure != "none":
        return before
    after = _after(sentence, noun, base=base)
    if after is None:
        return before
    if before.measure == "none":
        return after if after.measure != "none" else before
    if after.weak and not before.weak:
        return before
    return before if by_verb and after.tier != "beside" else after


def _fate(sentence: Sentence, quantity: Quantity, noun: Counted, *, base: bool) -> Found | None:
    """Return what an adjacent verb says about captives: "executed 3 hostages"."""
    if noun.kind != "measure" or noun.trigger is None or noun.trigger.measure != "captured":
        return None
    people = Counted("people", noun.end, noun.noun)
    found = own_measure(sentence, quantity, people, base=base)
    told = found is not None and found.tier == "beside" and found.measure in _FATES
    return found if told else None


def _by_noun(sentence: Sentence, noun: Counted) -> Found:
    trigger = noun.trigger
    assert trigger is not None
    measure = trigger.measure
    hit = sentence.trigger_at.get(noun.end) if noun.kind == "measure" else None
    if hit is not None and hit.merged:
        measure = "casualties"
    return Found(measure, trigger.entry.rule, "beside", "noun", hit, trigger.weak)


def _after(sentence: Sentence, noun: Counted, *, base: bool) -> Found | None:
    """Read on to the right until the clause ends: "300 soldiers … have been killed"."""
    start = noun.end + 1
    kept: Found | None = None
    comma = related = False
    at = start
    while at < min(len(sentence.tokens), start + _WINDOW):
        word = sentence.lower(at)
        hit = sentence.trigger_at.get(at)
        if hit is not None:
            if base and hit.trigger.use == "befall":  # "half of the 900 surrendered": the half did
                return kept
            found = _hit_after(sentence, hit, noun, start, comma=comma)
            if found is None and hit.side == "right":
                return kept
            if found is not None and (kept is None or _overrides(kept, found, related=related)):
                kept = found
            if kept is not None and (base or kept.measure not in _PROVISIONAL):
                return kept
            at = hit.last + 1
            continue
        if at in sentence.quantity_at and not _in_passing(sentence, at):
            return kept
        if (past := past_insertion(sentence, at)) is not None:
            at = past
            continue
        if _ends_clause(sentence, at, base=base):
            return kept
        if kept is not None and word in (",", "and", "but"):
            return kept
        related = related or word in _RELATIVE
        comma = comma or word == ","
        at += 1
    return kept


def _ends_clause(sentence: Sentence, at: int, *, base: bool) -> bool:
    """Return whether a mark or a word ends the clause of a number; an auxiliary that of a base."""
    word = sentence.lower(at)
    if base and word in AUXILIARIES:
        return True
    return word in (";", ":", "—", "--") or _opens_clause(sentence, at)


def _opens_clause(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    if word == "as" and at + 1 in sentence.trigger_at:  # "listed as missing"
        return False
    return word in SUBORDINATORS and word not in _RELATIVE


def _in_passing(sentence: Sentence, at: int) -> bool:
    """Return whether a number counts no people: "in 3 days", "aged 20"."""
    before = sentence.lower(at - 1)
    return before in ("in", "within", "during", "on", "aged", "for", "over", "at", "since", "no")


def _hit_after(
    sentence: Sentence, hit: TriggerMatch, noun: Counted, start: int, *, comma: bool
) -> Found | None:
    if hit.side == "right" or not can_count(hit, noun, sentence):
        return None
    between = sentence.row(start, hit.first)
    if hit.side == "noun":
        if "among" in between[-3:]:
            return Found(hit.measure, hit.trigger.entry.rule, "clause", "after", hit)
        followed = hit.first == start and hit.trigger.entry.fields.get("done") is not None
        if not followed:
            return None
    if comma and not hit.finite:
        return None
    if hit.side == "beside" and hit.first > start and not hit.finite and "as" not in between:
        return None
    if any(word in PREPOSITIONS for word in between) and not hit.finite and noun.kind != "people":
        return None
    plain = [word for word in between if word not in AUXILIARIES and not is_adverb(word)]
    plain = [word for word in plain if word not in _RELATIVE | _HEDGES]
    tier: Tier = "beside" if not plain and not comma else "clause"
    return Found(hit.measure, hit.trigger.entry.rule, tier, "after", hit, hit.trigger.weak)


def _overrides(kept: Found, found: Found, *, related: bool) -> bool:
    """Return whether a later verb is the main one: "soldiers sent to Russia were killed"."""
    if kept.measure not in _PROVISIONAL or found.measure == "none":
        return False
    before, after = kept.hit, found.hit
    return (
        before is not None and after is not None and after.finite and (not before.finite or related)
    )


def _before(sentence: Sentence, quantity: Quantity, noun: Counted) -> Found | None:
    """Read back to the left until the clause ends: "killed at least 300", "deaths rose to 300"."""
    at = quantity.first - 1
    if sentence.row(at - 2, at + 1) == ["a", "total", "of"]:
        at -= 3
    stop = max(-1, at - _WINDOW)
    crossed: list[str] = []
    while at > stop:
        word = sentence.lower(at)
        hit = sentence.trigger_at.get(at)
        if hit is not None:
            return _hit_before(sentence, hit, noun, crossed)
        if at in sentence.quantity_at or sentence.tokens[at].kind == "number" or word in (";", "—"):
            return None
        if word == "," or (word == ":" and crossed) or word == ")":
            return None
        if word in SUBORDINATORS and word not in ("as", "since", "before", "after"):
            return None
        if word in ("and", "or") and not _list_before(sentence, at):
            return None
        crossed.append(word)
        at -= 1
    return None


def _list_before(sentence: Sentence, at: int) -> bool:
    """Return whether "and" joins objects of one verb: "killed the commander and 10 soldiers"."""
    return any(
        back in sentence.trigger_at and sentence.trigger_at[back].side == "right"
        for back in range(max(0, at - 5), at)
    )


def _hit_before(
    sentence: Sentence, hit: TriggerMatch, noun: Counted, crossed: list[str]
) -> Found | None:
    """Read a trigger to the left; `crossed` are the words between, the nearest first."""
    if not can_count(hit, noun, sentence) and hit.side != "noun":
        return None
    rule, weak = hit.trigger.entry.rule, hit.trigger.weak
    if hit.side == "right":
        inner = [word for word in crossed if word not in DETERMINERS and word not in ADVERBS]
        if not inner or inner == ["of"]:
            return Found(hit.measure, rule, "beside", "verb", hit, weak)
        if inner[0] in PREPOSITIONS and inner[0] != "to":
            return None
        if noun.kind == "unknown" and hit.trigger.people_only:
            return None
        tier: Tier = "guess" if any(word in PREPOSITIONS for word in inner) else "clause"
        return Found(hit.measure, rule, tier, "verb", hit, weak)
    if hit.side == "noun":
        return _noun_before(sentence, hit, noun, crossed)
    if (
        _is_how_many(sentence, hit)
        and noun.kind == "bare"
        and crossed[:1] in (["to"], ["at"], ["was"])
    ):
        return Found(hit.measure, rule, "clause", "noun", hit, weak)
    if hit.side in ("left", "beside") and crossed and crossed[-1] == ":" and len(crossed) < 3:
        return Found(hit.measure, rule, "clause", "noun", hit, weak)
    if hit.side in ("left", "beside") and crossed and crossed[0] in BE and "in" in crossed:
        return Found(hit.measure, rule, "clause", "verb", hit, weak)
    if hit.side in ("left", "beside") and crossed and crossed[0] == "at":
        return Found(hit.measure, rule, "clause", "noun", hit, weak)
    return None


def _noun_before(
    sentence: Sentence, hit: TriggerMatch, noun: Counted, crossed: list[str]
) -> Found | None:
    """Read "the death toll stood at 300", "casualties of around 300", "among the dead were 12"."""
    rule = hit.trigger.entry.rule
    listed = (
        "among" in sentence.row(hit.first - 3, hit.first) and bool(crossed) and crossed[0] in BE
    )
    if crossed[1:2] == ["a"]:  # "rose to a staggering 5,000"
        crossed = crossed[2:]
    if not crossed:
        return None
    deploys = hit.measure == "deployed"
    if deploys and (noun.kind not in ("people", "bare") or crossed[-1:] != ["of"]):
        return None
    if noun.kind == "unknown" and not listed and crossed[:1] != ["at"]:
        return None
    linked = listed or crossed[0] in _LINKS or crossed[0].startswith(_VERBS_OF_AMOUNT)
    if not linked or (crossed[0] in ("in", "by", "with") and not listed):
        return None
    return Found(hit.measure, rule, "clause", "noun", hit, hit.trigger.weak)


def _is_how_many(sentence: Sentence, hit: TriggerMatch) -> bool:
    """Return whether the clause is about a number: "the number of people killed … rose to 72"."""
    row = sentence.row(hit.first - 6, hit.first)
    return any(pair == ("number", "of") for pair in itertools.pairwise(row))
