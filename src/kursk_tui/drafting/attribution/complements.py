"""Complements of verbs of saying: whether the words after a verb allow it to be one."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from kursk_tui.english.lexicon.verbs_of_saying import Need, VerbOfSaying, saying

_LONGEST_NEAR = 9
_LINKS = {
    "of": frozenset({"of", "that"}),
    "on": frozenset({"on", "for"}),
    "to": frozenset({"to", "that"}),
}
_QUOTES = frozenset('“"«')

_RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where", "and", "to"})
_FINITE = (BE | HAVE | MODALS) - {"be", "been", "being", "having"}
_ENDS = frozenset({"", ".", ","})
_PLAIN_COUNTS = frozenset({"number", "total", "count", "figure"})
_BEFORE_A_COUNT = frozenset({"to", "at", "from", "of", "down", "up", "by", "as"})


def complement_fits(sentence: Sentence, last: int, verb: VerbOfSaying) -> bool:
    """Return whether the words after token `last` allow the verb to be a verb of saying."""
    next_is_count = last + 1 in sentence.quantity_at
    if sentence.lower(last + 1) in verb.not_next and not next_is_count:
        return False
    if verb.not_near and _is_near(sentence, last, verb.not_near):
        return False
    return not verb.needs or any(_fits(sentence, last, need) for need in verb.needs)


def states(sentence: Sentence, last: int, verb: VerbOfSaying) -> bool:
    """Return whether what follows is stated: "found that", "gave a toll of 12", not "found 12"."""
    needs: list[Need] = ["clause"]
    if "toll" in verb.needs:
        needs += ["toll", "next"]
    return any(_fits(sentence, last, need) for need in needs)


def leads_quotation(sentence: Sentence, last: int) -> bool:
    """Return whether a colon with a quotation follows in the same clause: "spoke to us: “…”"."""
    for at in range(last + 1, len(sentence.tokens) - 1):
        if sentence.lower(at) == ":":
            return sentence.lower(at + 1) in _QUOTES
        if sentence.lower(at) in (";", ".", "“", "«", '"'):
            return False
    return False


def _fits(sentence: Sentence, last: int, need: Need) -> bool:
    after = sentence.lower(last + 1)
    match need:
        case "as":
            return "as" in sentence.row(last + 1, last + 14)
        case "claim":
            if _is_pronoun_object(sentence, last):
                return True
            around = sentence.row(last - 5, last) + sentence.row(last + 1, last + 8)
            return bool(saying().claims.intersection(around))
        case "falsehood":
            return bool(saying().falsehoods.intersection(sentence.row(last + 1, last + 18)))
        case "of" | "on" | "to":
            near = sentence.row(last + 1, last + 30)
            return not _LINKS[need].isdisjoint(near) or _number_within(sentence, last, 7)
        case "number":
            tag = after in _ENDS and any(at < last for at in sentence.quantity_at)
            return tag or after == "that" or _number_within(sentence, last, 15)
        case "amount":
            return after == "that" or _amounts(sentence, last)
        case "next":
            return after == "that" or last + 1 in sentence.quantity_at
        case "figure":
            return after == "that" or after in _QUOTES or _number_within(sentence, last, 4)
        case "people":
            return sentence.words.people.starting(sentence.tokens, last + 1) is not None
        case "tag":
            return after in (",", ".") and _is_between_commas(sentence, last)
        case "toll":
            return after == "that" or _counts_toll(sentence, last)
        case "quotation":
            return leads_quotation(sentence, last) or _is_tag(sentence, last)
        case "fact":
            return not _lets_in(sentence, last)
        case "state":
            return _is_state(sentence, last)
        case "that" | "clause":
            that = "that" in sentence.row(last + 1, last + 7) or _is_tag(sentence, last)
            quotes = after in ("", ".", ",", "“", '"', ":")
            if need == "that" and (_number_within(sentence, last, 7) or _is_clause(sentence, last)):
                return True
            return that or quotes


def _is_clause(sentence: Sentence, last: int) -> bool:
    """Return whether a subject and its verb follow without "that": "think the dam will hold"."""
    if last + 2 >= len(sentence.tokens):
        return False
    subject = sentence.tokens[last + 1]
    if not (subject.capital or subject.lower in DETERMINERS | PRONOUNS):
        return False
    for at in range(last + 2, min(last + 8, len(sentence.tokens))):
        word = sentence.lower(at)
        if not sentence.tokens[at].is_word or word in _RELATIVES:
            return False
        if word in _FINITE:
            return True
    return False


def _is_pronoun_object(sentence: Sentence, last: int) -> bool:
    """Return whether "this", "that" or "it" is all that is denied: "the company disputes that"."""
    follows = sentence.lower(last + 2)
    ends = follows in ("", ".", ",", ";", ":", "and", "but", "on") or is_adverb(follows)
    return sentence.lower(last + 1) in ("this", "that", "it", "them", "these", "both") and ends


def _is_between_commas(sentence: Sentence, last: int) -> bool:
    """Return whether only a subject precedes a verb after a comma: "…, the court established,"."""
    first = last - 1
    while first > max(0, last - _LONGEST_NEAR) and sentence.tokens[first].is_word:
        first -= 1
    opens = sentence.lower(first) == "," and first > 0
    relative = _RELATIVES.union(("when", "as", "after", "before"))
    return opens and relative.isdisjoint(sentence.row(first + 1, last))


def _is_tag(sentence: Sentence, last: int) -> bool:
    """Return whether a subject and this verb follow a quotation: "…,” she recalled long after"."""
    at = last + 1
    while is_adverb(sentence.lower(at)) or sentence.lower(at) in ("long", "after", "years"):
        at += 1
    ends = sentence.lower(at) in PREPOSITIONS | {"", ".", ",", ";"}
    return ends and any(sentence.lower(back) == "”" for back in range(max(0, last - 12), last))


def _counts_toll(sentence: Sentence, last: int) -> bool:
    """Return whether a noun for a count and its number follow: "the death toll to 45"."""
    row = sentence.row(last + 1, last + 12)
    count = next((nth for nth, word in enumerate(row) if word in saying().tolls), None)
    if count is None:
        return False
    after = last + 1 + count
    if row[count] in _PLAIN_COUNTS and not saying().harmed.intersection(row[count + 1 : count + 8]):
        return False
    links = [at for at in range(after, after + 8) if sentence.lower(at) in _BEFORE_A_COUNT]
    return any(_number_within(sentence, at, 3) for at in links)


def _amounts(sentence: Sentence, last: int) -> bool:
    """Return whether a number follows with "at" before it: "put the number higher, at 40"."""
    for at in range(last + 1, last + 16):
        if at in sentence.quantity_at:
            return "at" in sentence.row(last + 1, at) or "as" in sentence.row(last + 1, at)
    return False


def _lets_in(sentence: Sentence, last: int) -> bool:
    """Return whether people follow whom a place takes in: "admitted 815 patients and"."""
    after = last + 1
    if sentence.lower(after).endswith("ing") or sentence.lower(after) in ("that", "to"):
        return False
    nth = sentence.quantity_at.get(after)
    end = sentence.quantities[nth].last + 1 if nth is not None else after
    if nth is not None and sentence.lower(end) in ("", "."):
        return True  # it has admitted 88
    for at in range(end, end + 4):
        people = sentence.words.people.starting(sentence.tokens, at)
        if people or sentence.lower(at) in saying().patients:
            following = sentence.lower(at + (people[0] if people else 1))
            finite = following in AUXILIARIES - {"to"} or following in PAST_FORMS
            return not (finite or at + (people[0] if people else 1) in sentence.trigger_at)
        if not sentence.tokens[at : at + 1] or not sentence.tokens[at].is_word:
            return False
    return False


def _is_state(sentence: Sentence, last: int) -> bool:
    """Return whether people have what happened to them after them: "all 12 sailors dead"."""
    if not saying().judgements.isdisjoint(sentence.row(last + 1, last + 9)):
        return "as" not in sentence.row(last + 1, last + 9)
    counted = False
    for at in range(last + 1, last + 10):
        counted = counted or at in sentence.quantity_at
        match = sentence.trigger_at.get(at)
        if match is not None and match.side == "adjective":
            return counted
    return False


def _is_near(sentence: Sentence, last: int, words: frozenset[str]) -> bool:
    """Return whether one of the words follows before "that"; "about 40" does not count."""
    for at in range(last + 1, last + 1 + _LONGEST_NEAR):
        if sentence.lower(at) == "that":
            return False
        if sentence.lower(at) in words and at not in sentence.quantity_at:
            return True
    return False


def _number_within(sentence: Sentence, last: int, tokens: int) -> bool:
    return any(at in sentence.quantity_at for at in range(last + 1, last + 1 + tokens))
