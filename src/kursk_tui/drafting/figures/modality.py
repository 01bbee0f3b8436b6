"""Modality and rate of a figure: asserted, projected or denied; a total or a rate."""

from collections.abc import Sequence
from itertools import pairwise

from kursk_tui.drafting.figures.compared_numbers import is_comparison
from kursk_tui.drafting.figures.resolved_measure import ResolvedMeasure
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, DO, HAVE, MODALS, NEGATIONS, PAST_FORMS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.vocabulary import Modality

_AHEAD = word_set("drafting", "modality", "ahead")
_ATTEMPTING = word_set("drafting", "assertion", "attempting")
_FAILING = word_set("drafting", "assertion", "failing_to")
_EXPECTING = word_set("drafting", "modality", "expecting")
_FORECASTING = word_set("drafting", "modality", "forecasting")
_ESTABLISHED = word_set("drafting", "modality", "established")
_COMMENTING = word_set("drafting", "assertion", "commenting")
_NOUNS = frozenset({"noun", "of"})
"""Uses of triggers that take for granted what they count."""

_NEAR = 6
_NO_NEGATION = {
    ("if", "not"),
    ("not", "only"),
    ("not", "just"),
    ("not", "merely"),
    ("not", "until"),
    ("not", "enough"),
}
# Function words and marks of this rule; no other rule uses them as a list.
_CONJUNCTIONS = frozenset(
    {",", ";", ":", "but", "and", "while", "that", "because", "although", "how", "why"}
)
_FINITE = (BE | HAVE | MODALS | DO) - {"been", "being", "be", "having"}
_BREAKS = _CONJUNCTIONS | (saying().asserting_forms - _AHEAD)
"""Words after which the clause of a measure begins: "the army said 300 could …"."""

_PERIODS = ("hour", "day", "week", "month", "year")
_RATES = {
    (before, period): period
    for period in _PERIODS
    for before in ("per", "each", "every", "an" if period == "hour" else "a")
}
_ADVERB_RATES = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year"}


def modality(sentence: Sentence, quantity: Quantity, found: ResolvedMeasure) -> Modality:
    """Return asserted, projected or denied, from the words that give the measure."""
    at = found.match.first if found.match is not None else quantity.first
    low, high = min(at, quantity.first), max(at, quantity.first)
    row = sentence.row(max(0, low - 6), high + 1)
    inside = _in_quantities(sentence, quantity)
    if found.match is not None:  # "set" in "set fire to 40 shops" plans nothing
        inside |= {*range(found.match.first, found.match.last + 1)}
    for at in range(max(0, low - 6), min(high + 1, len(sentence.tokens))):
        # "may" in "on 2 May" is no modal, and "not" in "not fewer than 20" negates no verb
        if sentence.in_date[at] or at in inside or _is_month(sentence, at):
            row[at - max(0, low - 6)] = ""
    _leave_out_relative_clauses(row)
    row = row[_last_break(row, low - max(0, low - 6)) :]
    if _does_not_exist(sentence, quantity):
        return "denied"
    if (tried := _attempted(sentence, found)) is not None:
        return tried
    negated = any(word in NEGATIONS for word in row) and not _NO_NEGATION & set(pairwise(row))
    if not _COMMENTING.isdisjoint(row) and found.match and found.match.trigger.use in _NOUNS:
        return "asserted"  # would not comment on the arrest of 12 people
    if negated and found.side != "noun":
        return "denied"
    if _is_ahead(row, found):
        return "asserted" if _is_compared(sentence, quantity) else "projected"
    before = set(sentence.row(quantity.first - 2, quantity.first))
    if found.side == "noun" and _FORECASTING & before:
        return "projected"
    if found.side == "after" and _EXPECTING & before:
        if "to" in sentence.row(quantity.last + 1, high):
            return "projected"  # expects 40,000 people to be displaced
    opening = sentence.row(0, quantity.first)
    return "projected" if opening[:1] == ["if"] and "," not in opening else "asserted"


def _is_compared(sentence: Sentence, quantity: Quantity) -> bool:
    """Read "70,000 could be displaced, compared with 26,000", not "rise from 300 to 412"."""
    to = sentence.lower(quantity.first - 1) == "to"
    compared = not to or sentence.lower(quantity.first - 2) == "compared"
    return compared and is_comparison(sentence, quantity)


def _is_ahead(row: Sequence[str], found: ResolvedMeasure) -> bool:
    """Return whether words before a number say that it is yet to come: "may kill", "is to"."""
    for nth, word in enumerate(row):
        following = row[nth + 1 : nth + 3]
        unsaid = found.side == "noun" and NEGATIONS & {word, *following}
        done = word == "could" and _ESTABLISHED & set(following)
        if word in ("would", "will") and following[:1] == ["have"]:
            return True  # 40 would have died, by June 40 will have fled
        if word in MODALS and word != "must" and "have" not in following and not (unsaid or done):
            return True
        if word in _AHEAD and "to" in following and "have" not in row[nth + 1 : nth + 4]:
            return True
    return False


def _attempted(sentence: Sentence, found: ResolvedMeasure) -> Modality | None:
    """Read "tried to kill 12 people", "failed to evacuate 300", of an infinitive that counts."""
    verb = found.match.first if found.match is not None else 0
    if sentence.lower(verb - 1) != "to" or verb < 2:
        return None
    attempts = sentence.lower(verb - 2)
    if attempts in _FAILING and not NEGATIONS.intersection(sentence.row(verb - 5, verb - 2)):
        return "denied"
    return "projected" if attempts in _ATTEMPTING else None


def _leave_out_relative_clauses(row: list[str]) -> None:
    """Blank a clause about the people: "12 people who were not on board had died"."""
    for nth, word in enumerate(row):
        if word not in ("who", "which", "that"):
            continue
        verbs = [at for at in range(nth + 1, len(row)) if row[at] in _FINITE]
        groups = [at for at in verbs if at - 1 not in verbs and row[at - 1] not in NEGATIONS]
        if len(groups) > 1:
            row[nth : groups[1]] = [""] * (groups[1] - nth)
            return


def _is_month(sentence: Sentence, at: int) -> bool:
    """Return whether "May" is the month: "May saw 40 deaths"."""
    following = sentence.lower(at + 1)
    return sentence.tokens[at].text == "May" and following in PAST_FORMS | HAVE | BE


def _does_not_exist(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a text denies what it counts: "there were not 40 dead"."""
    before = sentence.row(quantity.first - 4, quantity.first)
    if before[-1:] and before[-1] in NEGATIONS and "there" in before and BE & set(before):
        return True
    last = len(sentence.tokens) - 1
    while last > quantity.last and not sentence.tokens[last].is_word:
        last -= 1
    end = sentence.row(max(quantity.last + 1, last - 3), last + 1)
    if not end or end[-1] not in NEGATIONS or "there" not in end:
        return False
    later = (one for one in sentence.quantities[-_NEAR:] if one.first > quantity.first)
    return bool(BE & set(end)) and all(one.number.value == 1 for one in later)


def _in_quantities(sentence: Sentence, quantity: Quantity) -> set[int]:
    """Return the tokens of a quantity and of those next to it."""
    nth = sentence.quantity_at[quantity.first]
    near = sentence.quantities[max(0, nth - _NEAR) : nth + _NEAR + 1]
    return {at for one in near for at in range(one.first, one.last + 1)}


def _last_break(row: list[str], limit: int) -> int:
    """Return where the clause of the measure begins within the row.

    A verb after a modal does not begin one: "could put the toll at 300".
    """
    start = 0
    for nth, word in enumerate(row[:limit]):
        if word in _BREAKS and not (nth and row[nth - 1] in MODALS):
            start = nth + 1
    return start


def is_rate_of_things(sentence: Sentence, quantity: Quantity) -> bool:
    """Return whether a number is for each of something: "99 per square kilometre"."""
    for at in range(quantity.last + 1, min(quantity.last + 6, len(sentence.tokens))):
        if not sentence.tokens[at].is_word:
            return False
        if sentence.lower(at) == "per" and sentence.lower(at + 1) not in _PERIODS:
            thing = sentence.words.things.starting(sentence.tokens, at + 1)
            return thing is not None or at + 1 in sentence.quantity_at
    return False


def rate_after(sentence: Sentence, at: int) -> bool:
    """Return whether a rate begins at a token: "a day", "per week"."""
    return (sentence.lower(at), sentence.lower(at + 1)) in _RATES


def rate(sentence: Sentence, quantity: Quantity, end: int, found: ResolvedMeasure) -> str | None:
    """Return the period of a rate: "92 casualties per day", "1,500 a day", "300 daily deaths"."""
    for at in range(quantity.last + 1, min(end + 5, len(sentence.tokens))):
        if at > quantity.last + 1 and at in sentence.quantity_at:
            if sentence.lower(at) not in ("a", "an", "one"):
                return None
        pair = (sentence.lower(at), sentence.lower(at + 1))
        if sentence.lower(at - 1) in ("in", "within", "over", "for", "under", "than", "about"):
            continue  # "22 in an hour", "22 in under an hour" are not rates
        if pair in _RATES and sentence.lower(at + 2) not in ("earlier", "ago", "later", "after"):
            return _RATES[pair]
        if sentence.lower(at) in _ADVERB_RATES:
            return _ADVERB_RATES[sentence.lower(at)]
        if sentence.lower(at) in (",", ";"):
            break
    if found.side == "noun" and found.match is not None and found.match.last < quantity.first:
        first = found.match.first
        if "daily" in sentence.row(first - 3, first):  # "daily losses reached 300"
            return "day"
    return "day" if _is_daily(sentence, quantity.first) else None


def _is_daily(sentence: Sentence, first: int) -> bool:
    """Return whether "daily" shortly before a number makes it a rate; a daily is a newspaper."""
    for at in range(first - 1, max(-1, first - 6), -1):
        word = sentence.lower(at)
        if word == "daily":
            return not sentence.tokens[at + 1].capital
        if word in (",", "that") or word in saying().asserting_forms:
            return False
    return False
