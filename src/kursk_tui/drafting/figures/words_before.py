"""Words before a number that say what happened: "killed at least 300", "deaths rose to 300"."""

import itertools

from kursk_tui.drafting.figures.changes import change_by
from kursk_tui.drafting.figures.countable import can_count, measure_of
from kursk_tui.drafting.figures.counted_noun import Counted
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence, TriggerMatch
from kursk_tui.english.function_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_endings, word_set
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import Tier

_WINDOW = 16
# Function words and marks of this rule; no other rule uses them as a list.
_LINKS = frozenset(
    {
        *("(", "at", "of", "to", "as", "is", "was", "were", "are", "be", "been", ":", "the"),
        *("by", "in", "-", "–", "from", "with", "totalling", "numbering", "past"),
    }
)
_AFTER_COMMA = (["at"], ["from"], ["to"])
_IN_ALL = frozenset({("in", "all"), ("in", "number"), ("in", "total"), ("at", "the")})
_ALTOGETHER = frozenset({"altogether", "so"})
_GROUPS = word_set("drafting", "figures", "groups")
_GROUP_WORDS = 3
"""The most words of "road gang of"."""

_QUOTES = frozenset('“‘"')
_VERBS_OF_AMOUNT = word_endings("drafting", "figures", "verbs_of_amount")


def verb_before(sentence: Sentence, quantity: Quantity) -> ResolvedMeasure | None:
    """Return the measure of a verb before a number of anything: "lost 40 tanks and 300 men"."""
    found = measure_before(sentence, quantity, Counted("people", quantity.last))
    return found if found is not None and found.side == "verb" else None


def measure_before(sentence: Sentence, quantity: Quantity, noun: Counted) -> ResolvedMeasure | None:
    """Read to the left until the clause ends: "killed at least 300", "deaths rose to 300"."""
    if (match := _apposed_noun(sentence, quantity, noun)) is not None:
        return ResolvedMeasure(match.measure, match.rule, "clause", "noun", match, match.weak)
    at = quantity.first - 1
    if sentence.row(at - 2, at + 1) == ["a", "total", "of"]:
        at -= 3
    stop = max(-1, at - _WINDOW)
    linked = sentence.row(quantity.first, quantity.first + 2) == ["as", "high"]
    crossed = ["as"] if linked else list[str]()  # a toll as high as 300
    while at > stop:
        word = sentence.lower(at)
        if (by := _change_before(sentence, at)) is not None:
            at = by - 1  # rose by 5 to 50
            continue
        match = sentence.trigger_at.get(at)
        if match is not None:
            return _match_before(sentence, match, noun, crossed)
        if at in sentence.quantity_at or sentence.tokens[at].kind == "number" or word in (";", "—"):
            return None
        higher = (
            word == "," and at + 2 == quantity.first and crossed in _AFTER_COMMA
        )  # higher, at 300
        if (word == "," and not higher) or (word == ":" and crossed) or word == ")":
            return None
        if word == "which" and sentence.lower(at - 1) == "of":  # the toll of which has reached
            at -= 1
            continue
        if word in SUBORDINATORS and word not in ("as", "since", "before", "after"):
            return None
        if word in ("and", "or") and not _list_before(sentence, at):
            return None
        if word not in _QUOTES:  # put the number of dead at “around ten”
            crossed.append(word)
        at -= 1
    return None


def _change_before(sentence: Sentence, at: int) -> int | None:
    """Return the token of "by" if a token ends the amount of a change: "by 5 to"."""
    if at not in sentence.quantity_ends:
        return None
    ending = next(one for one in sentence.quantities if one.last == at)
    return change_by(sentence, ending)


def _list_before(sentence: Sentence, at: int) -> bool:
    """Return whether "and" joins objects of one verb: "killed the commander and 10 soldiers"."""
    return any(
        back in sentence.trigger_at and sentence.trigger_at[back].side == "right"
        for back in range(max(0, at - 5), at)
    )


def _match_before(
    sentence: Sentence, match: TriggerMatch, noun: Counted, crossed: list[str]
) -> ResolvedMeasure | None:
    """Read a trigger to the left; `crossed` are the words between, the nearest first."""
    if not can_count(match, noun, sentence) and match.side != "noun":
        return None
    rule, weak = match.rule, match.weak
    if _is_gapped_noun(sentence, match, noun, crossed):
        return ResolvedMeasure(match.measure, rule, "clause", "noun", match, weak)
    if match.side == "right":
        return _verb_before(sentence, match, noun, crossed)
    if match.side == "noun":
        return _noun_before(sentence, match, noun, crossed)
    how_many = noun.kind == "bare" and _is_how_many(sentence, match)
    if how_many and crossed[:1] in ([], ["to"], ["at"], ["was"]):
        return ResolvedMeasure(match.measure, rule, "clause", "noun", match, weak)
    if crossed == ["("] and sentence.lower(noun.end + 1) == ")":  # killed (30), wounded (12)
        return ResolvedMeasure(match.measure, rule, "beside", "verb", match, weak)
    at = noun.end + 1
    ends = at == len(sentence.tokens) or not sentence.tokens[at].is_word
    dashed = noun.kind == "bare" and ends and crossed in (["-"], ["–"])  # killed – 2,000;
    labelled = dashed or (crossed[-1:] == [":"] and len(crossed) < 3)
    if match.side in ("left", "adjective") and labelled:
        return ResolvedMeasure(match.measure, rule, "clause", "noun", match, weak)
    opens = all(is_adverb(word) for word in sentence.row(0, match.first))
    if opens and len(crossed) == 1 and crossed[0] in BE:  # still missing are six climbers
        return ResolvedMeasure(match.measure, rule, "clause", "verb", match, weak)
    if _stands_for_people(sentence, match) and _is_linked(crossed):
        return ResolvedMeasure(match.measure, rule, "clause", "noun", match, weak)
    among = _is_among(sentence, match) or "in" in crossed
    if match.side in ("left", "adjective") and crossed and crossed[0] in BE and among:
        return ResolvedMeasure(match.measure, rule, "clause", "verb", match, weak)
    if match.side in ("left", "adjective") and crossed and crossed[0] == "at":
        return ResolvedMeasure(match.measure, rule, "clause", "noun", match, weak)
    return None


def _apposed_noun(sentence: Sentence, quantity: Quantity, noun: Counted) -> TriggerMatch | None:
    """Read "the injured, 41 in all, were taken to hospital"."""
    end, at = quantity.last + 1, quantity.first - 2
    if noun.kind != "bare" or sentence.lower(at + 1) not in (",", "(", "–", "—"):
        return None
    whole = tuple(sentence.row(end, end + 2)) in _IN_ALL or sentence.lower(end) in _ALTOGETHER
    match = sentence.trigger_at.get(at) if whole else None
    if match is None or match.side == "right" or sentence.lower(match.first - 1) != "the":
        return None
    return match if match.measure not in ("none", "deployed") else None


def _is_gapped_noun(
    sentence: Sentence, match: TriggerMatch, noun: Counted, crossed: list[str]
) -> bool:
    """Read "the dead numbered 17, the injured 41"."""
    if crossed or noun.kind != "bare" or sentence.lower(match.first - 1) != "the":
        return False
    at = noun.end + 1
    ends = (
        at >= len(sentence.tokens) or not sentence.tokens[at].is_word or sentence.lower(at) == "and"
    )
    joined = sentence.lower(match.first - 2) in (",", "and", ";")
    return ends and joined and any(end < match.first for end in sentence.quantity_ends)


def _verb_before(
    sentence: Sentence, match: TriggerMatch, noun: Counted, crossed: list[str]
) -> ResolvedMeasure | None:
    """Read "killed at least 300", "killed the commander and 10 soldiers"."""
    inner = [word for word in crossed if word not in DETERMINERS and word not in ADVERBS]
    if not inner or inner == ["of"]:
        measure = measure_of(sentence, match, noun)
        return ResolvedMeasure(measure, match.rule, "beside", "verb", match, match.weak)
    if inner[0] == "of" and inner[1] in _GROUPS and len(inner) <= _GROUP_WORDS:
        return ResolvedMeasure(match.measure, match.rule, "clause", "verb", match, match.weak)
    if inner[0] in PREPOSITIONS and inner[0] != "to":
        return None
    if noun.kind == "unknown" and match.trigger.entry.people_only:
        return None
    related = sentence.lower(match.first - 1) in RELATIVES
    if related and len(inner) > 1 and inner[0].startswith(_VERBS_OF_AMOUNT):
        return None  # calls after the raid that killed a man reached 900
    tier: Tier = "guess" if any(word in PREPOSITIONS for word in inner) else "clause"
    return ResolvedMeasure(match.measure, match.rule, tier, "verb", match, match.weak)


def _noun_before(
    sentence: Sentence, match: TriggerMatch, noun: Counted, crossed: list[str]
) -> ResolvedMeasure | None:
    """Read "the death toll stood at 300", "casualties of around 300", "among the dead were 12"."""
    rule = match.rule
    listed = (
        "among" in sentence.row(match.first - 3, match.first) and bool(crossed) and crossed[0] in BE
    )
    if "among" in crossed and not listed:
        return None  # no survivors among the 45 on board
    if crossed[1:2] == ["a"]:  # "rose to a staggering 5,000"
        crossed = crossed[2:]
    if not crossed:
        return None
    deploys = match.measure == "deployed"
    if deploys and (noun.kind not in ("people", "bare") or crossed[-1:] != ["of"]):
        return None
    if noun.kind == "unknown" and not listed and crossed[:1] != ["at"]:
        return None
    linked = listed or crossed[0] in _LINKS or crossed[0].startswith(_VERBS_OF_AMOUNT)
    if not linked or (crossed[0] in ("in", "by", "with") and not listed):
        return None
    return ResolvedMeasure(match.measure, rule, "clause", "noun", match, match.weak)


def _stands_for_people(sentence: Sentence, match: TriggerMatch) -> bool:
    """Return whether a participle is a noun: "those killed include", "the missing number"."""
    before = sentence.lower(match.first - 1)
    return match.side in ("left", "adjective") and before in ("those", "the")


def _is_linked(crossed: list[str]) -> bool:
    """Return whether only "include", "number", "are down to" and the like are in `crossed`."""
    return bool(crossed) and all(
        word in _LINKS or word in BE or word.startswith(_VERBS_OF_AMOUNT) or is_adverb(word)
        for word in crossed
    )


def _is_how_many(sentence: Sentence, match: TriggerMatch) -> bool:
    """Return whether the clause is about a number: "the number of people killed … rose to 72"."""
    row = sentence.row(match.first - 6, match.first)
    return any(pair == ("number", "of") for pair in itertools.pairwise(row))


def _is_among(sentence: Sentence, match: TriggerMatch) -> bool:
    """Return whether a participle is a noun after "among": "among those killed in May were 13"."""
    at = match.first - 1
    while is_adverb(sentence.lower(at)):
        at -= 1
    if at in sentence.quantity_ends:  # among the 40 dead were six children
        at -= 1
    return sentence.lower(at) in DETERMINERS and sentence.lower(at - 1) in ("among", "amongst")
