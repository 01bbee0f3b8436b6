"""Figures that a text asks, supposes or tells of: "Did 40 die?", "suppose 40 died"."""

from collections.abc import Iterator

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, BE, DETERMINERS, NEGATIONS
from kursk_tui.english.lexicon import word_set

_SUPPOSING = word_set("drafting", "assertion", "supposing")
_FICTIONS = word_set("drafting", "assertion", "fictions")
_SIMULATING = word_set("drafting", "assertion", "simulating")
_DISPUTED = word_set("drafting", "assertion", "disputed")
_STOPPING = word_set("drafting", "assertion", "stopping")
_MARKS = {"?"}.union(_SUPPOSING, _FICTIONS, _SIMULATING, _DISPUTED, _STOPPING)
_INVERTED = frozenset(("had", "were", "should"))
_WOULD = frozenset(("would", "could", "might"))
_OPENS = frozenset(("“", '"', ":", "‘"))
_NOT_ASKING = frozenset(("having", "being", "been", "to", "do"))
_CLOSES = frozenset(("”", '"', "’"))
_NEAR = 4


def supposed(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield tokens `first` to before `end` that are asked, supposed or told of in fiction."""
    for at, token in enumerate(sentence.tokens):
        if token.lower not in _MARKS:
            continue
        if token.text == "?" and (first := _question(sentence, at)) is not None:
            yield first, at
        elif token.lower in _SUPPOSING and _opens_clause(sentence, at):
            yield at + 1, _clause_end(sentence, at)
        elif token.lower in _FICTIONS and _opens_fiction(sentence, at):
            yield at + 1, len(sentence.tokens)
        elif (opening := _stops_short(sentence, at)) is not None:
            yield opening, len(sentence.tokens)
        elif token.lower in _DISPUTED and (that := _that_clause(sentence, at)) is not None:
            yield that
        elif token.lower in _SIMULATING:
            yield at + 1, _clause_end(sentence, at)
    if sentence.lower(0) in _INVERTED:
        comma = _clause_end(sentence, 0)
        if _WOULD.intersection(sentence.row(comma, comma + 8)):
            yield 1, comma  # had 40 been killed, the town would know


def _stops_short(sentence: Sentence, at: int) -> int | None:
    """Return what follows "stopped short of saying that", or None."""
    if sentence.lower(at) not in _STOPPING or sentence.row(at + 1, at + 3) != ["short", "of"]:
        return None
    says = sentence.lower(at + 3).endswith("ing")
    return at + 4 if says and at + 4 < len(sentence.tokens) else None


def _that_clause(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read "it is doubtful that 40 died", "that 40 died is disputed"."""
    before = sentence.row(at - 3, at)
    if NEGATIONS.intersection(before) or not BE.intersection(before):
        return None
    if sentence.lower(at + 1) == "that" and "it" in before and at + 2 < len(sentence.tokens):
        return at + 2, _clause_end(sentence, at + 1)
    return (1, at) if opens_with_that(sentence, at) else None


def opens_with_that(sentence: Sentence, end: int) -> bool:
    """Return whether "That 40 people died", not "That village", opens a sentence up to a token."""
    apart = {",", "and", "but", ";"}.intersection(sentence.row(0, end))
    begins = 1 in sentence.quantity_at or sentence.lower(1) in DETERMINERS
    return sentence.lower(0) == "that" and begins and not apart


def _opens_fiction(sentence: Sentence, at: int) -> bool:
    """Read "in the film, 40 people die", not "in the film industry"."""
    follows = sentence.lower(at + 1) == "," or at + 1 in sentence.quantity_at
    return sentence.lower(0) == "in" and at <= _NEAR and follows


def _question(sentence: Sentence, mark: int) -> int | None:
    """Return where a question that can be answered with yes or no begins: "Did 40 die?"."""
    for at in range(mark - 1, -1, -1):
        opens = at == 0 or sentence.tokens[at - 1].text in _OPENS
        if opens:
            asks = sentence.lower(at) in AUXILIARIES - _NOT_ASKING
            return at + 1 if asks else None
        if sentence.tokens[at].text in _CLOSES:
            return None
    return None


def _opens_clause(sentence: Sentence, at: int) -> bool:
    return at == 0 or (sentence.lower(at - 1) in ("“", "but") and at <= 1)


def _clause_end(sentence: Sentence, at: int) -> int:
    for end in range(at + 1, len(sentence.tokens)):
        if sentence.tokens[end].text in (",", ";", "?", "”"):
            return end
    return len(sentence.tokens)
