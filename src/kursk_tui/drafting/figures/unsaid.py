"""Figures that a speaker does not say: "I will not say that 40 died", "if you want me to say"."""

from collections.abc import Iterator

from kursk_tui.drafting.attribution.negation import negated
from kursk_tui.drafting.attribution.subjects import negative_subject
from kursk_tui.drafting.figures.reports import end_of_content
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import NEGATIONS, OBJECT_PRONOUNS, is_adverb
from kursk_tui.english.lexicon import word_set

_SAYING = word_set("drafting", "unsaid", "saying")
_TELLING = word_set("drafting", "unsaid", "telling")
_WANTING = word_set("drafting", "unsaid", "wanting")
_REFUSING = word_set("drafting", "unsaid", "refusing")
_READY = word_set("drafting", "unsaid", "ready")
_PRETENDING = word_set("drafting", "unsaid", "pretending")
_ANYONE = word_set("drafting", "unsaid", "anyone")
_HEARERS = frozenset({"me", "us", "you"})
_OBJECTS = _HEARERS.union(OBJECT_PRONOUNS)
_BETWEEN = frozenset({"to", "who"})
_NEAR = 7
"""How many words before "that" the words that refuse to say it begin."""


def unsaid(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield tokens `first` to before `end` that a speaker refuses or is asked to say."""
    for that, token in enumerate(sentence.tokens):
        if token.lower != "that" or that + 1 >= len(sentence.tokens):
            continue
        verb = that - 1 - (sentence.lower(that - 1) in _HEARERS)
        said = sentence.lower(verb)
        if said in _PRETENDING:
            yield that + 1, end_of_content(sentence, that)
        if said not in _SAYING and not (said in _TELLING and verb < that - 1):
            continue
        if _is_wanted(sentence, verb) or _is_refused(sentence, verb) or _is_anyones(sentence, verb):
            yield that + 1, end_of_content(sentence, that)


def _is_wanted(sentence: Sentence, verb: int) -> bool:
    """Read "want me to say", "expect the minister to say", "will not hear me say"."""
    before = sentence.row(max(0, verb - _NEAR), verb)
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    if before[-1:] == ["to"]:
        return len(before) > 1 and bool(_WANTING.intersection(before[:-2]))
    bare = _OBJECTS.intersection(before[-1:]) and _WANTING.intersection(before[:-1])
    return bool(bare and NEGATIONS.intersection(before))


def _is_refused(sentence: Sentence, verb: int) -> bool:
    """Read "did not say", "nobody can say", "refused to say", "not going to say"."""
    if sentence.lower(verb - 1) == "not" and sentence.lower(verb).endswith("ing"):
        return True
    if negated(sentence, verb) or negative_subject(sentence, verb):
        return "only" not in sentence.row(max(0, verb - 3), verb)
    if sentence.lower(verb - 1) != "to":
        return False
    at = verb - 2
    if sentence.row(at - 3, at + 1) == ["go", "so", "far", "as"]:
        return bool(NEGATIONS.intersection(sentence.row(at - 6, at - 3)))
    while is_adverb(sentence.lower(at)):
        at -= 1
    if sentence.lower(at) in _READY:
        return bool(NEGATIONS.intersection(sentence.row(at - 2, at)))
    return sentence.lower(at) in _REFUSING


def _is_anyones(sentence: Sentence, verb: int) -> bool:
    """Read "whoever says", "anyone who says", "if anyone says"."""
    at = verb - 1
    while is_adverb(sentence.lower(at)) or sentence.lower(at) in _BETWEEN:
        at -= 1
    return sentence.lower(at) in _ANYONE
