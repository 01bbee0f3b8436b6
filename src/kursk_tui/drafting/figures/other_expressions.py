"""Words of the lexicon that mean something else here: "death camps", "charged that"."""

from kursk_tui.drafting.figures.cases_of_disease import counts_cases, names_disease
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import DO, HAVE, MODALS, NEGATIONS, PREPOSITIONS, PRONOUNS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_CAPTORS = word_set("drafting", "triggers", "captors")
_LEAVING_WITH = word_set("drafting", "triggers", "leaving_with")
_HOLDING = frozenset({"hold", "holds"})
_OTHER_NOUNS = word_set("drafting", "triggers", "other_nouns")
_AFTER_FALLEN = word_set("drafting", "triggers", "after_fallen")
_NOUNS_TOO = word_set("drafting", "triggers", "nouns_too")
_WITH_DISEASE = word_set("drafting", "triggers", "with_disease")
_SHOT_DEAD = word_set("drafting", "triggers", "shot_dead")
_SAYING_TOO = word_set("drafting", "triggers", "saying_too")
_CLAIMING = word_set("drafting", "triggers", "claiming")
_DISASTERS = word_set("drafting", "triggers", "disasters")
_AFTER_HELD = word_set("drafting", "triggers", "after_held")
_STATES = word_set("drafting", "triggers", "states")
_APART = frozenset({"back", "off", "down", "out"})
_POSSESSIVES = frozenset({"his", "their", "its", "our", "own", "total", "whole", "s"})
_NEAR = 4
"""How many words after "caught" the name of a disease can be."""

_SUBJECT = 9
"""How many words before "claimed 120 people" a disaster can be."""


def is_part_of_other_expression(sentence: Sentence, at: int, length: int) -> bool:
    """Return whether a word is part of another expression: "death camps", "charged that"."""
    word, following = sentence.lower(at), sentence.lower(at + length)
    if following == "that" and saying().speaking_forms & {word, f"{word} that"}:
        return True
    if word == "general" or (word in ("case", "cases") and not counts_cases(sentence, at)):
        return True
    phrase = " ".join(sentence.row(at, at + length))
    if phrase in _LEAVING_WITH or word in _HOLDING:
        return _CAPTORS.isdisjoint(sentence.row(0, at))
    if length == 2 and word in HAVE and sentence.lower(at + 1) == "left":
        return not _leaves_a_place(sentence, at + length)
    if phrase in _WITH_DISEASE:
        return not names_disease(sentence.row(at + length, at + length + _NEAR))
    if word in _SAYING_TOO:
        return at + length not in sentence.quantity_at
    if _is_before_other_words(sentence, at, length):
        return True
    if length == 1 and _is_other_word(sentence, at):
        return True
    return (
        sentence.lower(at - 1) == "-" and sentence.tokens[at - 1].end == sentence.tokens[at].start
    )


def _leaves_a_place(sentence: Sentence, at: int) -> bool:
    """Read "have left Holm in the past week", but not "have left Holm United" or "left 40 dead"."""
    if at >= len(sentence.tokens) or not sentence.tokens[at].capital or sentence.in_date[at]:
        return False
    after = at + 1
    ends = after >= len(sentence.tokens) or not sentence.tokens[after].is_word
    return ends or sentence.lower(after) in PREPOSITIONS | {"and"} or sentence.in_date[after]


def _is_before_other_words(sentence: Sentence, at: int, length: int) -> bool:
    """Return whether what follows makes another expression: "are in talks", "beaten back"."""
    word, following = sentence.lower(at), sentence.lower(at + length)
    if word in ("casualty", "death", "injury"):
        return following in _OTHER_NOUNS
    if word == "fallen":  # "had fallen to 195"
        return following in _AFTER_FALLEN
    if word in ("are", "were", "remain") and sentence.lower(at + length - 1) == "in":
        return not _STATES.isdisjoint(sentence.row(at + length, at + length + _NEAR))
    if sentence.lower(at + length - 1) == "held" and word in ("are", "been", "were", "remain"):
        return following.isalpha() and following not in _AFTER_HELD
    if word in ("beaten", "beat", "burned", "burnt"):
        return length == 1 and following in _APART
    if word in ("training", "moving", "missing"):
        return following in ("camps", "camp", "out")
    return word == "ordered" and following == "to"  # ordered to leave


def _is_other_word(sentence: Sentence, at: int) -> bool:
    """Return whether a single word is another one here: "the rescue", "a body of water"."""
    word, following = sentence.lower(at), sentence.lower(at + 1)
    if word in _NOUNS_TOO:
        return not _is_infinitive(sentence, at)
    if word in _CLAIMING:
        return not _is_claimed_by_disaster(sentence, at)
    if word == "shot":
        context = (token.lower for token in sentence.tokens)
        return following in ("down", "at") or _SHOT_DEAD.isdisjoint(context)
    if word == "loss":  # his loss was 15 men
        return sentence.lower(at - 1) not in _POSSESSIVES
    if word == "burns":  # many with burns
        return sentence.lower(at - 1) in PREPOSITIONS
    if word == "body":
        return at - 1 not in sentence.quantity_ends
    if word == "taken" and "gunpoint" not in sentence.row(at + 1, at + 2 + _NEAR):
        ends = not following.isalpha() or following == "by"
        return at - 1 not in sentence.quantity_ends or not ends
    return False


def _is_claimed_by_disaster(sentence: Sentence, at: int) -> bool:
    """Read "floods in the delta claimed 120 people", but not "the army claimed 120 soldiers"."""
    if at + 1 not in sentence.quantity_at:
        return False
    before = sentence.row(at - _SUBJECT, at)
    return not _DISASTERS.isdisjoint(before) or names_disease(before)


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Return whether a word that may be a noun is a verb: "to rescue", "police arrest"."""
    before = sentence.lower(at - 1)
    if (
        before in MODALS
        or before in DO
        or before in NEGATIONS
        or before in PRONOUNS | {"to", "who"}
    ):
        return True
    return sentence.words.people.ending(sentence.tokens, at - 1) is not None
