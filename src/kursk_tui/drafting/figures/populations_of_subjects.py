"""The people that the subject of a clause names: "Orvia lost 6,000", "the French 300"."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.resolved_measure import HARM
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import noun_phrases
from kursk_tui.english.designations import ordinal
from kursk_tui.english.function_words import DETERMINERS, HAVE, SUBORDINATORS, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_LOSING = word_set("drafting", "populations", "losing")
_ACCOUNTING = word_set("drafting", "populations", "accounting")
_COSTING = word_set("drafting", "populations", "costing")
_BODIES = word_set("drafting", "populations", "bodies") | word_set("drafting", "triggers", "forces")
_NEAR = 6


def of_subject(sentence: Sentence, case: Case) -> Span | None:
    """Read "Orvia lost 6,000 dead", "the Orvians suffered losses of around 900"."""
    if case.found is None or case.found.measure not in HARM:
        return None
    verb = case.quantity.first - 1
    while sentence.lower(verb) not in _LOSING:
        if sentence.lower(verb) in _COSTING:  # cost the army 310 dead
            return _name_of(sentence, verb + 1, case.quantity.first - 1)
        token = sentence.tokens[verb] if verb >= 0 else None
        if token is None or not token.is_word or case.quantity.first - verb > _NEAR:
            return None
        if token.lower in SUBORDINATORS | {"and", "or"} or verb in sentence.quantity_ends:
            return None
        verb -= 1
    last = verb - 1
    while sentence.lower(last) in HAVE | {"likely"} or is_adverb(sentence.lower(last)):
        last -= 1
    phrase = noun_phrases.before(sentence, last) if last >= 0 else None
    return _name_of(sentence, *phrase) if phrase is not None else None


def of_account(sentence: Sentence, case: Case) -> Span | None:
    """Read "children under five account for 31 of these deaths", "women made up 12 of the dead"."""
    verb = case.quantity.first - 2
    if sentence.lower(case.quantity.first - 1) == "but":  # 38 % of cases but 9
        verb = next((at for at in range(verb, -1, -1) if _accounts(sentence, at)), -1)
    if not _accounts(sentence, verb):
        return None
    for first in range(verb - 1, max(-1, verb - _NEAR), -1):
        people = sentence.words.people.starting(sentence.tokens, first)
        if people is not None:
            return sentence.span(first, first + people[0] - 1)
    return None


def of_name_before(sentence: Sentence, case: Case) -> Span | None:
    """Read "the French lost 300, the Germans 400": a name stands for subject and verb."""
    if case.found is None or "inherited measure" not in case.flags:
        return None
    if case.found.measure.endswith("cases"):
        return None  # the name is that of a place
    first = case.quantity.first
    said = not saying().asserting_forms.isdisjoint(sentence.row(0, first))
    if said and not sentence.tokens[first - 1].capital:
        return None  # the police counted 14 arrests, lawyers 41
    while first > 0 and case.quantity.first - first < _NEAR:
        if sentence.lower(first - 1) in (",", "and", "while"):
            name = first + (sentence.lower(first) in DETERMINERS)
            return _name_of(sentence, name, case.quantity.first - 1)
        first -= 1
    return None


def _accounts(sentence: Sentence, verb: int) -> bool:
    """Return whether "account for" or "make up" is at a token."""
    return sentence.lower(verb) in _ACCOUNTING and sentence.lower(verb + 1) in ("for", "up")


def _name_of(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return the span of a subject that names people or their country, without its article."""
    first += sentence.lower(first) in DETERMINERS
    inner = (sentence.quantity_at.get(at) for at in range(first, last + 1))
    numbers = (sentence.quantities[nth] for nth in inner if nth is not None)
    if first > last or any(
        ordinal(sentence, number) is None for number in numbers
    ):  # the 12th Brigade
        return None
    name = sentence.tokens[first : last + 1]
    known = is_known(sentence, last) or all(one.capital for one in name)
    return sentence.span(first, last) if known and len(name) <= _NEAR else None


def is_known(sentence: Sentence, at: int) -> bool:
    """Return whether a word for people, or for a body of people, ends at a token."""
    people = sentence.words.people.ending(sentence.tokens, at)
    return people is not None or sentence.lower(at) in _BODIES
