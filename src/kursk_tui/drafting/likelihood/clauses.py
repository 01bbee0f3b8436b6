"""Clauses of a sentence: where one begins and ends, judging by marks, conjunctions and verbs."""

from collections.abc import Callable

from kursk_tui.drafting.likelihood import brackets
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax.noun_phrases import is_dash
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DO,
    HAVE,
    MODALS,
    PAST_FORMS,
    is_adverb,
)
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.tokens import HYPHENS, glued

# Function words and marks: the code branches on them.
_LATER = frozenset({"so", "only", "until", "then", "also", "still", "not", "never"})
_QUOTES = frozenset({"“", "”", '"', "«", "»"})
_CONTRASTS = frozenset({"while", "although", "though", "because", "whereas"})
_OPENERS = _CONTRASTS | {"that", "if", "when", "unless", "whether"}
_AFTER_A_VERB = frozenset({"after", "before", "once", "until", "as"})
_ADVERBIAL = _CONTRASTS | _AFTER_A_VERB | {"if", "when", "unless", "since"}
_RELATIVE = frozenset({"which", "who", "whose", "whom", "when", "where"})
_AFTER_COMMA = _CONTRASTS | _RELATIVE | {"but", "and"}
_CIRCUMSTANCES = frozenset({"with", "without", "despite", "after", "following", "amid", "given"})
_REASONS = frozenset({"as", "since", "for"})
_LONGEST_ASIDE = 8


def around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the first and the last token of the clause with tokens `first` to `last`.

    What is in brackets neither begins nor ends a clause, unless the brackets contain all of it.
    """
    quoted = is_quoted(sentence, first, last)
    begin = first
    while begin > 0 and sentence.lower(begin - 1) not in brackets.OPEN:
        if (before := brackets.opening(sentence, begin - 1)) is not None:
            begin = before
        elif _begins_after(sentence, begin - 1, first, quoted=quoted):
            break
        else:
            begin -= 1
    end = _end(sentence, begin, last, lambda at: _ends_before(sentence, begin, at, quoted=quoted))
    return begin, end


def subordinate_end(sentence: Sentence, begin: int, *, quoted: bool) -> int:
    """Return the last token of the clause after "that", insertions included.

    It ends at a comma if a clause with "although" or the like contains it.
    """
    row = sentence.row(0, begin)
    if row and row[0] in _ADVERBIAL and "," not in row and "," in sentence.row(begin, begin + 30):
        return begin + sentence.row(begin, begin + 30).index(",") - 1
    return _end(sentence, begin, begin, lambda at: _ends_subordinate(sentence, at, quoted=quoted))


def _end(sentence: Sentence, begin: int, at: int, ends: Callable[[int], bool]) -> int:
    """Return the last token from `at` of the clause from `begin`, insertions included."""
    while at + 1 < len(sentence.tokens) and sentence.lower(at + 1) not in brackets.CLOSE:
        if (aside := _aside_end(sentence, begin, at + 1)) is not None:
            at = aside
        elif sentence.lower(at + 1) in brackets.OPEN:
            if (after := brackets.closing(sentence, at + 1)) is None:
                break
            at = after
        elif ends(at + 1):
            break
        else:
            at += 1
    return at


def is_quoted(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether tokens are part of a quotation, and not all of it."""
    around = sentence.lower(first - 1), sentence.lower(last + 1)
    return sentence.tokens[first].quoted and not _QUOTES.issuperset(around)


def second_predicate(sentence: Sentence, last: int, end: int) -> int | None:
    """Return the conjunction before a second predicate: "and has", "but so far".

    A verb without an auxiliary of its own belongs to the first: "have been killed or wounded".
    """
    for at in range(last + 1, end):
        joins = sentence.lower(at) in ("and", "but", "or")
        if joins and (
            sentence.lower(at + 1) in BE | HAVE | MODALS | _LATER
            or is_adverb(sentence.lower(at + 1))
        ):
            return at
    return None


def has_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether there is a verb from token `first` up to but not including `last`."""
    return any(
        sentence.lower(at) in AUXILIARIES - {"to"}
        or sentence.lower(at) in PAST_FORMS
        or _is_verb(sentence, at)
        or is_verb_like(sentence, at)
        for at in range(max(0, first), last)
    )


def _is_verb(sentence: Sentence, at: int) -> bool:
    match = sentence.trigger_at.get(at)
    return match is not None and match.side != "noun"


def is_verb_like(sentence: Sentence, at: int) -> bool:
    """Return whether a token is a verb, an auxiliary or an adverb before one."""
    word = sentence.lower(at)
    return (
        word in BE | HAVE | MODALS | _LATER
        or is_adverb(word)
        or (word.endswith("ed") and not sentence.tokens[at].capital)
    )


def _is_mark(sentence: Sentence, at: int, *, quoted: bool) -> bool:
    """Return whether a mark ends a clause: not the colon of 16:20, nor marks around a few words."""
    token = sentence.tokens[at]
    if token.text == "–" and 0 < at < len(sentence.tokens) - 1:
        before, after = sentence.tokens[at - 1], sentence.tokens[at + 1]
        return not (glued(before, token) and glued(token, after))  # the Ruvan–Selz road
    if token.text in (";", "—", "–", "--"):
        return True
    if token.text == ":":
        return not _is_inside_a_number(sentence, at)
    if token.text in HYPHENS:
        return is_dash(sentence, at)
    if token.text not in _QUOTES:
        return False
    spoken = sentence.lower(at - 1) in (",", ":", ".", "!", "?") or at == 0
    return quoted or spoken or saying().verbs.ending(sentence.tokens, at - 1) is not None


def _is_inside_a_number(sentence: Sentence, at: int) -> bool:
    if not 0 < at < len(sentence.tokens) - 1:
        return False
    before, mark, after = sentence.tokens[at - 1 : at + 2]
    touching = glued(before, mark) and glued(mark, after)
    return touching and before.kind == after.kind == "number"


def _begins_after(sentence: Sentence, at: int, term: int, *, quoted: bool) -> bool:
    """Return whether the clause with the term begins after a token."""
    word = sentence.lower(at)
    if _is_aside(sentence, at, term):
        return False
    if word in _OPENERS or _is_mark(sentence, at, quoted=quoted):
        return True
    if word in _AFTER_A_VERB | {"since"} and not sentence.in_date[at + 1]:
        inside = "," in sentence.row(at, term)
        after_verb = word != "since" and has_verb(sentence, 0, at)
        opens = after_verb or _is_first(sentence, at)
        return not inside and opens and has_verb(sentence, at + 1, term + 1)
    if word in ("and", "but", "or") and has_verb(sentence, 0, at):
        after = sentence.lower(at + 1)
        if after in BE | HAVE | MODALS or at + 1 == term:
            return True  # the term is in the second predicate
    if word == "," and (_ends_adverbial(sentence, at) or ends_relative(sentence, at)):
        return True
    return _joins(sentence, at)


def _is_aside(sentence: Sentence, at: int, term: int) -> bool:
    """Return whether a token begins an aside that ends before a term: ", which is weak,"."""
    first = at if sentence.lower(at) == "," else at - 1
    opens = sentence.lower(first) == "," and sentence.lower(first + 1) in _CONTRASTS | _RELATIVE
    if not opens or "," not in sentence.row(first + 2, term):
        return False
    begin = first
    while begin > 0 and sentence.lower(begin - 1) not in ("and", "but", ";", "while", "although"):
        begin -= 1
    return not has_verb(sentence, begin, first)


def _ends_before(sentence: Sentence, begin: int, at: int, *, quoted: bool) -> bool:
    """Return whether the clause that begins at a token ends before another one."""
    word = sentence.lower(at)
    if word in _CONTRASTS or _is_mark(sentence, at, quoted=quoted):
        return True
    if word in ("and", "but", "or", "given") and sentence.lower(at + 1) == "that":
        return True
    if word == "," and sentence.lower(at + 1) == "given":
        return True
    if word == "," and sentence.lower(at + 1) in _REASONS:
        return has_verb(sentence, at + 2, at + 10)
    if word == "," and _is_dependent(sentence, begin):
        return sentence.lower(at + 1) not in ("including", "or")
    return _joins(sentence, at)


def _is_dependent(sentence: Sentence, begin: int) -> bool:
    """Return whether a clause is adverbial or relative: "although …", ", who …"."""
    opens = sentence.lower(begin - 1)
    relative = opens == "," and sentence.lower(begin) in _RELATIVE
    return relative or (opens in _ADVERBIAL and _is_first(sentence, begin - 1))


def _is_first(sentence: Sentence, at: int) -> bool:
    """Return whether a token begins the sentence or one of its parts."""
    return at == 0 or sentence.lower(at - 1) in _QUOTES | {",", ";", ":", "and", "but"}


def _ends_adverbial(sentence: Sentence, comma: int) -> bool:
    """Return whether a comma ends a clause such as "although it is weak", or "with 300 dead"."""
    for at in range(comma - 1, -1, -1):
        word = sentence.lower(at)
        if word in (",", ";"):
            return False
        if word in _ADVERBIAL and _is_first(sentence, at) and has_verb(sentence, at + 1, comma):
            return True
        if at == 0 and word in ("if", "unless"):
            return True  # "if the rain continues,"
        if word in _CIRCUMSTANCES and _is_first(sentence, at):
            return any(one in sentence.quantity_at for one in range(at, comma))
    return False


def ends_relative(sentence: Sentence, comma: int) -> bool:
    """Return whether a comma ends a clause such as ", which has lost 300 men".

    Without a number it is part of the scope, which then has its subject.
    """
    counts = False
    for at in range(comma - 1, 0, -1):
        counts = counts or (at in sentence.quantity_at and sentence.lower(at) != "one")
        if sentence.lower(at) in (",", ";"):
            return counts and sentence.lower(at + 1) in _RELATIVE
    return False


def _joins(sentence: Sentence, at: int) -> bool:
    """Return whether a comma or conjunction joins another clause, and not two nouns."""
    word, after = sentence.lower(at), sentence.lower(at + 1)
    if word == "," and after in _AFTER_COMMA:
        return True
    joins = word in ("and", "but", "or")
    return joins and has_verb(sentence, at - 20, at) and _opens_clause(sentence, at + 1)


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a subject follows with "be", "have", a modal or a term near it."""
    if at >= len(sentence.tokens) or is_verb_like(sentence, at):
        return False
    for ahead in range(at + 1, min(at + 6, len(sentence.tokens))):
        word = sentence.lower(ahead)
        if word in BE | HAVE | MODALS | DO:
            return True
        if sentence.words.terms.starting(sentence.tokens, ahead):
            return True
        if not sentence.tokens[ahead].is_word and word not in _QUOTES:
            return False
    return False


def _aside_end(sentence: Sentence, begin: int, at: int) -> int | None:
    """Return the last token of ", although weak," before the verb of a clause, or None."""
    if sentence.lower(at) != "," or sentence.lower(at + 1) not in _CONTRASTS | _RELATIVE:
        return None
    if not has_verb(sentence, begin, at):
        for ahead in range(at + 2, min(at + 2 + _LONGEST_ASIDE, len(sentence.tokens))):
            if sentence.lower(ahead) == ",":
                return ahead
    return None


def _ends_subordinate(sentence: Sentence, at: int, *, quoted: bool) -> bool:
    word, after = sentence.lower(at), sentence.lower(at + 1)
    if word in _CONTRASTS or _is_mark(sentence, at, quoted=quoted):
        return True
    if word == "," and after in (*_CONTRASTS, "but", "and", "given"):
        return True
    says = saying().verbs.starting(sentence.tokens, at + 1)
    return word in ("and", "but", "or") and says is not None
