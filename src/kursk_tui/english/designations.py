"""Numbers that are part of a name: "T-72", "the 3rd Brigade", "Unit 8241"."""

from kursk_tui.english.annotated_sentence import AnnotatedSentence
from kursk_tui.english.function_words import PREPOSITIONS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.number_reader import scale_of
from kursk_tui.english.number_words import WORDS
from kursk_tui.english.qualifiers import Quantity
from kursk_tui.english.tokens import HYPHENS, glued

_SUFFIXES = word_set("non_counts", "ordinals", "suffixes")
_ORDINALS = word_set("non_counts", "ordinals", "words")
_PERIODS = word_set("non_counts", "times", "numbered")
_JOINS = ("and", "or", ",")
_JOINED = HYPHENS | {"–"}
_RUN_IN = frozenset("@°′″")
"""Marks right after digits that make them a part of something else."""

_LISTED = 20
"""The most numbers read in one list."""


def ordinal(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "3rd" and "twenty-first"."""
    last, tokens = quantity.number.last, sentence.tokens
    if last + 1 < len(tokens) and glued(tokens[last], tokens[last + 1]):
        dashed = tokens[last + 1].text in _JOINED and sentence.lower(last + 2) in _ORDINALS
        if sentence.lower(last + 1) in _SUFFIXES or dashed:
            return "an ordinal: a rank, or part of a unit's name"
    return None


def designation(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "M777", "F-16", "COVID-19": digits that belong to a name."""
    first, tokens = quantity.number.first, sentence.tokens
    if sentence.lower(first - 1) == "[" and sentence.lower(quantity.number.last + 1) == "]":
        return "a footnote mark, or added by an editor"
    if tokens[first].kind == "number" and first and glued(tokens[first - 1], tokens[first]):
        before = tokens[first - 1]
        abbreviated = sentence.words.qualifiers_before.ending(tokens, first - 1)  # c.100
        if before.is_word or (before.text in "#№/_.:" and abbreviated is None):
            return "part of a name"
        if before.text in _JOINED and first > 1 and glued(tokens[first - 2], before):
            if _is_prefix(sentence, first - 2):
                return "part of a name"
    return "part of a name" if _runs_into_letters(sentence, quantity) else None


def _is_prefix(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a word before a hyphen belongs to the name of a number: "covid-19"."""
    token = sentence.tokens[at]
    if not token.is_word or token.lower in WORDS or scale_of(token.lower):
        return False
    return sentence.words.qualifiers_before.ending(sentence.tokens, at) is None


def _runs_into_letters(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether letters that are not a known word follow at once: "9K720", "3b", "300@"."""
    at, tokens, words = quantity.number.last + 1, sentence.tokens, sentence.words
    if at >= len(tokens) or not glued(tokens[at - 1], tokens[at]):
        return False
    after = tokens[at]
    if after.text in _RUN_IN or after.kind == "number":
        return True
    if after.lower == "'" and sentence.lower(at + 1) == "s":  # 1000's
        return True
    if not after.is_word or quantity.last >= at or words.things.starting(tokens, at):
        return False
    if after.text.isupper():
        return True
    known = (words.people, words.person, words.triggers)
    return not any(one.starting(tokens, at) for one in known)


def name(sentence: AnnotatedSentence, quantity: Quantity) -> str | None:
    """Recognise "Hill 117", "Phase Three", "Office No. 39", "Units 5 and 6"."""
    first, last = quantity.number.first, quantity.number.last
    if _is_period(sentence, quantity):
        return "an identifying number, not a count"
    if first != quantity.first or not first or not _is_plain(sentence, first):
        return None
    numbered = sentence.lower(first - 1) == "." and sentence.lower(first - 2) in ("no", "nos")
    if numbered or (
        last > first and sentence.tokens[last].kind == "number" and _named(sentence, first - 1)
    ):
        return "an identifying number, not a count"  # "No. 646", "Brigade 47 300 men"
    if sentence.words.people.starting(sentence.tokens, last + 1):
        return None
    if _named(sentence, first - 1) or _listed(sentence, quantity):
        return "an identifying number, not a count"
    return None


def _is_period(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Recognise "on day 1,000 of the war" and "by week 12,", but not "that day 300 died"."""
    at, end = quantity.first - 1, quantity.last + 1
    if sentence.lower(at) not in _PERIODS or quantity.number.value is None:
        return False
    before = sentence.lower(at - 1)
    opens = before in PREPOSITIONS - {"per"} or at == 0 or not sentence.tokens[at - 1].is_word
    closed = end == len(sentence.tokens) or not sentence.tokens[end].is_word
    named = opens and (closed or sentence.lower(end) in ("of", "and"))
    # "on day 1, 180 of the war" may be day 1,180
    return named and (sentence.lower(end) != "," or sentence.lower(end + 2) != "of")


def _is_plain(sentence: AnnotatedSentence, at: int) -> bool:
    """Return whether a number is written as names write it: "39", "Three", but not "1,000"."""
    token = sentence.tokens[at]
    return token.text.isdecimal() or (token.is_word and token.capital)


def _named(sentence: AnnotatedSentence, at: int, *, several: bool = False) -> bool:
    """Return whether a token ends a noun for numbered things, in the plural if `several`."""
    tokens, words = sentence.tokens, sentence.words
    if tokens[at].text == "." and at:
        at -= 1
    word = tokens[at].lower
    singular = word.removesuffix("s")
    if tokens[at].capital and singular in words.numbered and singular != word:
        return True
    if several:
        return False
    named = tokens[at].capital and word in words.numbered
    return named or words.numbered_in_lower_case.ending(tokens, at) is not None


def _listed(sentence: AnnotatedSentence, quantity: Quantity) -> bool:
    """Return whether a number continues a list of names: "Resolutions 1718 and 1874"."""
    last = sentence.quantity_at[quantity.first]
    for nth in range(last, max(0, last - _LISTED), -1):
        if sentence.lower(sentence.quantities[nth].first - 1) not in _JOINS:
            return False
        before = sentence.quantities[nth - 1]
        if before.last != sentence.quantities[nth].first - 2:
            return False
        if before.first and _named(sentence, before.first - 1, several=True):
            return True
    return False
