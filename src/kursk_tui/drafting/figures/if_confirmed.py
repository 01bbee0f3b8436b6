"""Clauses of which nothing is asserted unless a report is confirmed: "if confirmed, 40 died"."""

from collections.abc import Iterator

from kursk_tui.drafting.figures.reports import is_turn
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.lexicon import word_set

CONFIRMING = word_set("drafting", "assertion", "confirming")
TRUE = frozenset({"true", "correct", "accurate"})
ENDS_OF_CLAUSES = frozenset((",", ":", "and", "that"))
_FARTHEST = 10
"""How far into a sentence "should the reports prove true" reaches."""


def if_confirmed(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses of "if confirmed, the 40 deaths …", "40 deaths, if true, would …"."""
    confirmed = CONFIRMING | TRUE
    row = sentence.row(0, 1 + _FARTHEST)
    proved = "," in row and bool(confirmed.intersection(row[: row.index(",")]))
    if row[:1] == ["should"] and proved:
        yield 1, len(sentence.tokens)  # should the reports prove true
    for at, token in enumerate(sentence.tokens):
        if token.lower != "if":
            continue
        closed = sentence.lower(at + 2) == ","
        if sentence.lower(at + 1) in confirmed and (closed or at == 0):
            yield clause_start(sentence, at - 1) if at else 0, len(sentence.tokens)


def clause_start(sentence: Sentence, at: int) -> int:
    """Return where the clause of a predicate begins: "12 died, and 9 deaths are unconfirmed"."""
    while at > 0 and sentence.lower(at - 1) not in ENDS_OF_CLAUSES:
        if is_turn(sentence, at - 1):
            break
        at -= 1
    return at
