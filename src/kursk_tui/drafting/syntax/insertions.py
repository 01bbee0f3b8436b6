"""Insertions: where a bracket, a pair of dashes or "including 3 children" ends."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax.noun_phrases import is_dash
from kursk_tui.english.function_words import AUXILIARIES, is_adverb

_PARTS = frozenset(
    {"including", "among", "mostly", "mainly", "most", "many", "all", "some", "aged"}
)
"""Words that, after a comma, begin a part of the people counted."""

_LONGEST, _LONGEST_PART, _LONGEST_NAME, _LONGEST_CLAUSE = 30, 14, 8, 16


def past_insertion(sentence: Sentence, at: int) -> int | None:
    """Return the token after an insertion that begins at a token, or None.

    Insertions are between dashes, in brackets, or name a part: ", including 3 children,".
    """
    word = sentence.lower(at)
    if word in ("—", "–", "--") or (word == "-" and is_dash(sentence, at)):
        closing = _next(sentence, at + 1, word, at + _LONGEST)
        return closing and closing + 1
    if word == "(":
        closing = _next(sentence, at, ")", at + _LONGEST)
        return closing + 1 if closing else at + 1
    if word == "," and (sentence.lower(at + 1) in _PARTS or _opens_part(sentence, at + 1)):
        return _next(sentence, at + 1, ",", at + _LONGEST_PART) or at + 2
    if word == "," and sentence.lower(at + 1) in ("a", "an", "the"):  # one, a man of 71, died
        return _next(sentence, at + 1, ",", at + _LONGEST_NAME)
    if word == "including":  # 59 people including 16 men and nine women have died
        return _past_list(sentence, at + 1)
    return None


def _opens_part(sentence: Sentence, at: int) -> bool:
    """Return whether "of whom", "of which" begins at a token."""
    return sentence.lower(at) == "of" and sentence.lower(at + 1) in ("whom", "which")


def _past_list(sentence: Sentence, at: int) -> int | None:
    """Return the auxiliary after a list of numbers, or None."""
    for ahead in range(at, min(at + _LONGEST_PART, len(sentence.tokens))):
        if sentence.lower(ahead) in AUXILIARIES:
            return ahead
        if not sentence.tokens[ahead].is_word and sentence.lower(ahead) not in (",", "-"):
            if sentence.tokens[ahead].kind != "number":
                return None
    return None


def _next(sentence: Sentence, at: int, word: str, stop: int) -> int | None:
    """Return the next token equal to `word`, before `stop`, or None."""
    for ahead in range(at, min(stop, len(sentence.tokens))):
        if sentence.lower(ahead) == word:
            return ahead
    return None


def past_share(sentence: Sentence, comma: int) -> int | None:
    """Return the token after ", or a fifth of the population of the three districts,"."""
    if sentence.lower(comma) != "," or sentence.lower(comma + 1) != "or":
        return None
    share = sentence.quantity_at.get(comma + 2)
    if share is None or not sentence.quantities[share].number.share:
        return None
    row = sentence.row(comma + 1, comma + _LONGEST_CLAUSE)
    return comma + 2 + row.index(",") if "," in row else None


def past_relative(sentence: Sentence, comma: int) -> int | None:
    """Return the verb after a clause in commas: "one, who had been shot, was arrested"."""
    if sentence.lower(comma) != "," or sentence.lower(comma + 1) not in ("who", "whom"):
        return None
    row = sentence.row(comma + 2, comma + _LONGEST_CLAUSE)
    if "," not in row:
        return None
    at = comma + 3 + row.index(",")
    verb = at
    while verb not in sentence.trigger_at and (
        sentence.lower(verb) in AUXILIARIES or is_adverb(sentence.lower(verb))
    ):
        verb += 1
    match = sentence.trigger_at.get(verb)
    return at if match is not None and match.finite and match.side == "left" else None
