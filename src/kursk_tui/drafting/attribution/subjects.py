"""The subject before a verb of saying, also around an apposition or a relative clause."""

from kursk_tui.drafting.attribution.source_match import Phrase, is_person, is_source
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, names, noun_phrases
from kursk_tui.english.function_words import (
    BE,
    DO,
    GOES_ON,
    HAVE,
    MODALS,
    NEGATIONS,
    PAST_FORMS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon.verbs_of_saying import saying

_APPOSITION = 30
_RELATIVE = 10
_PARTICIPLES = frozenset({"born", "gone", "known", "given", "taken", "seen", "shown"})
# Function words and marks of this rule; no other rule uses them as a list.
_BEFORE_NOUNS = frozenset({"by", "to", "with", "from"})
_NEAR_START = 8
_QUOTED_NAME = 5
_BEFORE_DATES = frozenset({"on", "in", "late", "early", "since", "between", "from", "until"})
_AFTER_SUBJECT = frozenset(
    {"to", "able", "both", "all", "immediately", "himself", "herself", "itself", "themselves"}
)


def subject(sentence: Sentence, verb: int, *, negative: bool = False) -> Phrase | None:
    """Return the noun phrase before a verb that is its subject, or None."""
    at = _past_auxiliaries(sentence, verb - 1)
    if at < 0:
        return None
    word = sentence.lower(at)
    if negative and (pair := _pair(sentence, at)) is not None:
        return pair
    if word in PRONOUNS or word == "we":
        return at, at
    if word in ("of", "from", "dated", "for") and at + 1 < verb and sentence.in_date[at + 1]:
        return _dated(sentence, at)
    if word == "them" and sentence.lower(at - 1) == "of":
        return at - 2, at  # one of them
    if word in ("there", "here") and at > 0:
        phrase = noun_phrases.before(sentence, at - 1)
        return phrase and (phrase[0], at)
    if word == "who" or word == "which":
        at = at - 2 if sentence.lower(at - 1) == "," else at - 1
        return _antecedent(sentence, at) if at >= 0 else None
    if word == ",":
        return _around_insertions(sentence, at, anyone=negative)
    phrase = modifiers.restricted(sentence, at) or noun_phrases.before(sentence, at)
    return phrase and (_series(sentence, phrase) or phrase)


def _antecedent(sentence: Sentence, last: int) -> Phrase | None:
    """Return what "who" refers to: "by the head of his own authority, who told us"."""
    for at in range(last - 1, max(0, last - _NEAR_START), -1):
        if noun_phrases.is_verb(sentence, at):
            break
        if sentence.lower(at) in _BEFORE_NOUNS and is_source(sentence, (at + 1, last)):
            return at + 1, last
    return noun_phrases.before(sentence, last)


def opening_subject(sentence: Sentence) -> Phrase | None:
    """Return the person or body that a sentence begins with and whose verb follows."""
    if not sentence.tokens or sentence.tokens[0].quoted:
        return None
    phrase = noun_phrases.after(sentence, 0)
    if phrase is None or phrase[1] + 1 >= len(sentence.tokens):
        return None
    noun, first = names.noun(sentence, phrase), sentence.tokens[phrase[0]]
    named = any(token.capital for token in sentence.tokens[phrase[0] + 1 : noun + 1])
    acronym = len(first.text) > 1 and first.text.isupper()
    known = named or acronym or sentence.lower(noun) in saying().source_nouns
    verb = phrase[1] + 1
    acts = noun_phrases.is_verb(sentence, verb) or sentence.lower(verb) in PAST_FORMS | BE | HAVE
    return phrase if known and acts else None


def of_clause(sentence: Sentence, joint: int) -> Phrase | None:
    """Return the subject of the verb before "and": "the army took the town and said 12 died"."""
    start = joint
    while start > 0 and sentence.lower(start - 1) not in (";", ":", "”", "“", '"'):
        start -= 1
        start = _before_quoted_name(sentence, start)
    for at in range(start + 1, joint):
        auxiliary = (
            sentence.lower(at) in BE or sentence.lower(at) in HAVE or sentence.lower(at) in MODALS
        )
        if auxiliary or noun_phrases.is_verb(sentence, at):
            phrase = subject(sentence, at)
            known = phrase is not None and (
                is_source(sentence, phrase) or is_person(sentence, phrase[1])
            )
            return phrase if known and phrase and phrase[0] - start <= _NEAR_START else None
    return None


def _before_quoted_name(sentence: Sentence, at: int) -> int:
    """Return the token at which a name in quotation marks before a token begins, or the token."""
    if sentence.lower(at - 1) == "”" and "“" in sentence.row(at - _QUOTED_NAME, at - 1):
        while sentence.lower(at) != "“":
            at -= 1
    return at


def _dated(sentence: Sentence, preposition: int) -> Phrase | None:
    """Return the subject "imagery of 3 May"."""
    phrase = noun_phrases.before(sentence, preposition - 1)
    last = preposition + 1
    while last + 1 < len(sentence.tokens) and sentence.in_date[last + 1]:
        last += 1
    return phrase and (phrase[0], last)


def _series(sentence: Sentence, last: Phrase) -> Phrase | None:
    """Return the subject "X, a guard, and his wife" or "X, Y and Z", whose last part is known."""
    comma = last[0] - 1
    if sentence.lower(comma) == "and":
        comma -= 1
    elif "and" not in sentence.row(last[0], last[1] + 1):
        return None
    if sentence.lower(comma) != ",":
        return None
    first = noun_phrases.before(sentence, comma - 1)
    if first is not None and sentence.lower(first[0] - 1) == "," and first[0] > 1:
        first = noun_phrases.before(sentence, first[0] - 2)
    if first is None or not is_source(sentence, first) or _is_participle(sentence, first[0]):
        return None
    opens = all(sentence.in_date[at] or sentence.lower(at) == "on" for at in range(first[0]))
    return (first[0], last[1]) if opens else None


def negative_subject(sentence: Sentence, verb: int) -> Phrase | None:
    """Return the subject of a verb if it denies it: "no agency", "nobody", "neither side".

    "Neither X nor Y" names sources and is none.
    """
    at = _past_auxiliaries(sentence, verb - 1)
    for first in range(at, max(-1, at - _RELATIVE), -1):
        word = sentence.lower(first)
        denies = word in saying().negative_subjects and _opens_clause(sentence, first)
        if denies and sentence.lower(first + 1) not in saying().not_negative:
            pair = word == "neither" and "nor" in sentence.row(first, len(sentence.tokens))
            return None if pair else (first, at)
        if not sentence.tokens[first].is_word or word in SUBORDINATORS:
            return None
    return None


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Return whether a word begins a participle clause: "born in Arda, Owen Pell and his wife"."""
    word = sentence.lower(at)
    if word.endswith("ed") and sentence.lower(at + 1) in saying().source_nouns:
        return False  # retired General Owen Pell
    return word in PAST_FORMS or word in _PARTICIPLES or word.endswith(("ed", "ing"))


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a subject may begin here: not after "a", "the" or "with"."""
    before = sentence.lower(at - 1) if at else ""
    starts = at == 0 or not sentence.tokens[at - 1].is_word
    return starts or before in ("and", "that", "which", "where", "while", "but", "because")


def _pair(sentence: Sentence, last: int) -> Phrase | None:
    """Return the tokens of "neither Moscow nor Pyongyang" that end here, or None."""
    row = sentence.row(max(0, last - 12), last + 1)
    if "neither" not in row or "nor" not in row or not sentence.tokens[last].is_word:
        return None
    first = max(0, last - 12) + row.index("neither")
    return (first, last) if first + 1 < last else None


def _past_auxiliaries(sentence: Sentence, at: int) -> int:
    """Return the last token of the subject before "has also", "on Monday", "in a statement"."""
    while at >= 0 and (length := _between(sentence, at)):
        at -= length
    return at


def _between(sentence: Sentence, at: int) -> int:
    """Return how many tokens up to this one are between a subject and its verb."""
    word = sentence.lower(at)
    if sentence.in_date[at]:
        first = at - 1
        while first >= 0 and (sentence.in_date[first] or sentence.lower(first) in _BEFORE_DATES):
            first -= 1
        return at - first
    a_statement = sentence.lower(at - 1) in ("a", "an") and sentence.lower(at - 2) in ("in", "on")
    if word in saying().statements and a_statement:
        return 3
    if (length := _aside(sentence, at)) > 1:
        return length
    adverbs = is_adverb(sentence.lower(at - 1)) and is_adverb(sentence.lower(at + 1))
    goes_on = word in GOES_ON and sentence.lower(at + 1) == "to"
    if goes_on or (word in ("and", "but") and adverbs):  # "repeatedly and publicly said"
        return 1
    auxiliary = word in HAVE | MODALS | DO | NEGATIONS | BE
    passes = auxiliary or _is_aside(sentence, at) or word in _AFTER_SUBJECT
    return int(passes and word not in ("neither", "nor", "there", "here"))


def _aside(sentence: Sentence, at: int) -> int:
    """Return the length of a phrase between a subject and its verb that ends here: "at first"."""
    for words in saying().asides_ending.get(sentence.lower(at), ()):
        if sentence.row(at + 1 - len(words), at + 1) == list(words):
            return len(words)
    return 0


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Return whether a word is an adverb, not the end of a name: "Myanmar Now reported"."""
    return is_adverb(sentence.lower(at)) and not (at > 0 and sentence.tokens[at].capital)


def _around_insertions(sentence: Sentence, comma: int, *, anyone: bool) -> Phrase | None:
    """Return the subject of "X, head of Y, said", with what describes it.

    With `anyone`, a phrase that begins the sentence needs no noun for a source.
    """
    for phrase in modifiers.around(sentence, comma):
        of_them = sentence.row(phrase[0] + 1, phrase[0] + 3) == ["of", "them"]
        known = is_source(sentence, phrase) or of_them or (anyone and phrase[0] == 0)
        if known and not _is_participle(sentence, phrase[0]):
            return phrase
    return None
