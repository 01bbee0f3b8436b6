"""The people that a figure counts: its noun, an adjective, the subject, or those just named."""

from kursk_tui.drafting.figures.case import Case
from kursk_tui.drafting.figures.populations_of_forces import of_strength
from kursk_tui.drafting.figures.populations_of_subjects import (
    is_known,
    of_account,
    of_name_before,
    of_subject,
)
from kursk_tui.drafting.figures.shared_populations import EMPTY, is_mixed, is_shared
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    OF_THEM,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_endings, word_set
from kursk_tui.english.tokens import Phrases

_BEFORE_PEOPLE = frozenset({"of", "the", "other", "own", "more", "-", "cases"})
_MEMBERS = word_set("drafting", "populations", "members")
_ADJECTIVES = word_set("drafting", "populations", "adjectives")
_NATIONALITIES = word_endings("drafting", "populations", "endings_of_nationalities")
_PEOPLE = Phrases((word, None) for word in sorted(word_set("drafting", "populations", "nouns")))
_COUNTS = word_set("numbers", "words", "nouns_for_a_count") | {"toll"}

_POINTS = frozenset({"north", "south", "east", "west", "northern", "southern"})
_NEAR = 6


def add_populations(sentence: Sentence, cases: list[Case]) -> None:
    """Set the population of each figure of a sentence that states one."""
    last: Case | None = None
    whole: Case | None = None
    named: Case | None = None
    mixed = False
    for case in cases:
        if case.found is None:
            if case.noun.kind == "people" and case.noun.noun >= 0:
                named = case
            continue
        case.population = case.population or _stated(sentence, case)
        part = "subset" in case.flags
        before = last if part else whole
        if case.population is None and before is not None and not (mixed and before is last):
            if is_shared(sentence, before, case):
                case.population = before.population
                case.flags += ("inherited population",)
        if case.population is None and named is not None and _has_lost(sentence, named, case):
            case.population = of_noun(sentence, named)
        if last is not None:
            mixed = is_mixed(sentence, last, case)
        last, whole = case, whole if part else case


def _stated(sentence: Sentence, case: Case) -> Span | None:
    """Return the span of the people that the words of a figure itself name."""
    noun = case.noun
    if noun.kind in ("people", "thing"):
        named = noun.noun >= 0
        return of_noun(sentence, case) if named else _of_them(sentence, case)
    if noun.kind == "unknown" and sentence.lower(noun.noun).endswith("s"):
        beside = noun.noun - case.quantity.last <= 2 and not sentence.tokens[noun.noun].capital
        return sentence.span(case.quantity.last + 1, noun.noun) if beside else None
    found = _of_them(sentence, case) or _of_adjective(sentence, case)
    found = found or _of_count(sentence, case) or of_subject(sentence, case)
    found = found or of_account(sentence, case) or of_strength(sentence, case)
    found = found or _of_losses(sentence, case) or _of_opening(sentence, case)
    return found or of_name_before(sentence, case)


def _of_losses(sentence: Sentence, case: Case) -> Span | None:
    """Read "Orvian losses since May are estimated at 2,300 killed", "his losses at 40 dead"."""
    if case.noun.kind not in ("measure", "bare"):
        return None
    if sentence.lower(case.quantity.first - 1) not in ("at", "to"):
        return None
    for match in reversed(sentence.trigger_matches):
        if match.last >= case.quantity.first or match.measure != "casualties":
            continue
        between = sentence.row(match.last + 1, case.quantity.first)
        if match.side == "noun" and not {";", ":", "and", "but"} & {*between}:
            return _adjective(sentence, match.first - 3, match.first)
        return None
    return None


def _of_opening(sentence: Sentence, case: Case) -> Span | None:
    """Read "of the civilians killed, 219 died in Arda and 104 in Holm"."""
    if case.noun.kind != "bare" or sentence.lower(0) not in ("of", "among"):
        return None
    first = 1 + (sentence.lower(1) in DETERMINERS)
    first += 1 if first in sentence.quantity_ends else 0
    tokens = sentence.tokens
    people = sentence.words.people.starting(tokens, first) or _PEOPLE.starting(tokens, first)
    if people is None:
        return None
    match = sentence.trigger_at.get(first + people[0])
    end = match.last + 1 if match is not None else first + people[0]
    return sentence.span(first, first + people[0] - 1) if sentence.lower(end) == "," else None


def _has_lost(sentence: Sentence, named: Case, case: Case) -> bool:
    """Read "admitted 815 patients and lost 61"."""
    bare = case.noun.kind == "bare" and case.found is not None
    lost = bare and case.found is not None and case.found.rule == "measures/lose"
    return lost and sentence.row(named.noun.end + 1, case.quantity.first) == ["and", "lost"]


def of_noun(sentence: Sentence, case: Case) -> Span | None:
    """Read "12 North Korean soldiers", "five members of the Teral family"."""
    noun, first = case.noun, case.quantity.last + 1
    while first < noun.noun:
        inner = sentence.quantity_at.get(first)  # eight of its 12 crew
        if inner is not None:
            first = sentence.quantities[inner].last + 1
        elif sentence.lower(first).endswith(("'s", "’s")) and first + 1 in sentence.quantity_at:
            first += 1  # 12 of Holm's 40 priests
        elif sentence.lower(first) in _BEFORE_PEOPLE | DETERMINERS or _is_state(sentence, first):
            first += 1
        else:
            break
    if first == noun.end and sentence.lower(first) in EMPTY:
        return None
    last = noun.end
    if sentence.lower(last) in _MEMBERS and sentence.lower(last + 1) == "of":
        last = _end_of_name(sentence, last + 2)
    return sentence.span(first, last)


def _is_state(sentence: Sentence, at: int) -> bool:
    """Return whether a word says what happened to the people: "200 wounded men"."""
    found = sentence.words.triggers.starting(sentence.tokens, at)
    return found is not None and found[0] == 1


def _end_of_name(sentence: Sentence, at: int) -> int:
    """Return the last token of the noun phrase that begins at a token."""
    at += sentence.lower(at) in DETERMINERS
    end = at
    while end + 1 < len(sentence.tokens) and end - at < _NEAR:
        token = sentence.tokens[end + 1]
        closed = PREPOSITIONS | AUXILIARIES | SUBORDINATORS | {"and", "or"}
        if not token.is_word or token.lower in closed or end + 1 in sentence.trigger_at:
            break
        if sentence.in_date[end + 1] or is_adverb(token.lower) or is_known(sentence, end):
            break
        end += 1
    return end


def _of_them(sentence: Sentence, case: Case) -> Span | None:
    """Read "120 of them children", "3.1 million of these military"."""
    at = case.quantity.last + 1
    measured = case.noun.kind == "measure" and sentence.lower(case.noun.end + 1) in BE
    first = case.quantity.first
    measured = measured and sentence.row(first - 2, first) != ["of", "the"]  # half of the 40 dead
    if sentence.row(at, at + 2) in OF_THEM:
        at += 2
    elif measured:  # three dead were engineers
        at = case.noun.end + 1
    elif sentence.lower(at) not in BE:  # 12 were children
        return None
    while sentence.lower(at) in AUXILIARIES or sentence.lower(at) in DETERMINERS:
        at += 1
    people = sentence.words.people.starting(sentence.tokens, at)
    if people is not None:
        return sentence.span(at, at + people[0] - 1)
    return sentence.span(at, at) if sentence.lower(at) in _ADJECTIVES else None


def _of_adjective(sentence: Sentence, case: Case) -> Span | None:
    """Read "158 civilian casualties", "civilian casualties reached 158"."""
    if case.noun.kind == "measure":
        if case.found is not None and case.found.rule != case.noun.rule and case.noun.trigger:
            adjective = _adjective(sentence, case.quantity.last + 1, case.noun.noun)
            named = sentence.span(case.noun.noun, case.noun.end)  # freed 300 Orvian hostages
            return adjective[0] if adjective else named[0], named[1]
        low, high = case.quantity.last + 1, case.noun.noun
        if _PEOPLE.starting(sentence.tokens, high):
            adjective = _adjective(sentence, low, high)
            start = adjective[0] if adjective else sentence.tokens[high].start
            return start, sentence.tokens[case.noun.end].end
        for at in range(low, high):
            if sentence.words.people.ending(sentence.tokens, at):
                return sentence.span(low, at)  # left 20 people dead
        return _adjective(sentence, low, high) or _among(sentence, case.noun.end + 1)
    found = case.found
    if found is None or found.match is None or found.side != "noun":
        return None
    at = found.match.first
    if at < case.quantity.first:
        if _PEOPLE.starting(sentence.tokens, at):
            return sentence.span(at, found.match.last)  # the number of hostages is 30
        return _adjective(sentence, at - 3, at) or _among(sentence, found.match.last + 1)
    return None


def _adjective(sentence: Sentence, low: int, high: int) -> Span | None:
    """Return the span of the adjectives for people that end right before a token."""
    first = high
    while first - 1 >= max(low, 0) and _is_of_people(sentence, first - 1):
        first -= 1
    while max(low, 0) < first < high and sentence.lower(first - 1) in _POINTS:  # North Korean
        first -= 1
    return sentence.span(first, high - 1) if first < high else None


def _is_of_people(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.lower in _ADJECTIVES:
        return True
    return token.capital and token.is_word and token.lower.endswith(_NATIONALITIES)


def _among(sentence: Sentence, at: int) -> Span | None:
    """Read "40 deaths among Orvian troops"."""
    if sentence.lower(at) != "among":
        return None
    at += 1
    at += sentence.lower(at) in DETERMINERS
    for end in range(at, min(at + _NEAR, len(sentence.tokens))):
        people = sentence.words.people.starting(sentence.tokens, end)
        if people is not None:
            return sentence.span(at, end + people[0] - 1)
        token = sentence.tokens[end]
        if token.capital and token.lower.endswith("ns"):  # among the North Koreans
            return sentence.span(at, end)
        if not sentence.tokens[end].is_word or sentence.lower(end) in PREPOSITIONS:
            return None
    return None


def _of_count(sentence: Sentence, case: Case) -> Span | None:
    """Read "the number of miners killed is 9", "the casualty figure for the northern army"."""
    match = case.found.match if case.found is not None else None
    if match is None or match.first > case.quantity.first:
        return None
    people = sentence.words.people.starting(sentence.tokens, match.last + 1)
    if people is not None and match.last + people[0] < case.quantity.first:
        return sentence.span(match.last + 1, match.last + people[0])  # injured officers number 58
    for at in range(match.first - 1, max(-1, match.first - _NEAR), -1):
        people = sentence.words.people.ending(sentence.tokens, at)
        if people is not None:
            first = at + 1 - people[0]
            counted = sentence.lower(first - 1) == "of" and sentence.lower(first - 2) in _COUNTS
            return sentence.span(first, at) if counted else None
    if sentence.lower(match.last) in _COUNTS and sentence.lower(match.last + 1) == "for":
        first = match.last + 2
        first += sentence.lower(first) in DETERMINERS
        last = _end_of_name(sentence, first)
        return sentence.span(first, last) if is_known(sentence, last) else None
    return None
