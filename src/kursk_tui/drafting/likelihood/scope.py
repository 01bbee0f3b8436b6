"""The scope of a term of likelihood: its clause, or the part of it with the adverb."""

from kursk_tui.drafting.likelihood import clauses
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PAST_FORMS,
    PRONOUNS,
    is_adverb,
)
from kursk_tui.english.lexicon.verbs_of_saying import saying

# Function words and marks: the code branches on them.
_OPENING = frozenset({"(", "“", '"', "«"})
_CLOSING = frozenset({"”", '"', "»"})
_INDEFINITE = frozenset({"anyone", "anybody", "everyone", "someone", "nobody", "many", "most"})
_JOINING = frozenset({"and", "but", "or", "so", "though", "although", "while", "whereas"})
_BEFORE_TERM = BE | HAVE | MODALS | {"only", "still", "also", "now", "a", "an", "very", "seems"}
_NO_SUBJECT = BE | HAVE | MODALS | {"to", "not", "never", "and", "or", "for", "in", "of", "who"}
_RELATIVE = frozenset({"that", "who", "which"})


def scope(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the span that a term at tokens `first` to `last` applies to."""
    begin, end = clauses.around(sentence, first, last)
    if sentence.lower(begin) == "according" and "," in sentence.row(begin, first):
        begin += sentence.row(begin, first).index(",") + 1
    if (after := _after_term(sentence, first, last)) is not None:
        begin, end = (
            after,
            _end_of_content(sentence, first, last, after),
        )
    elif sentence.lower(begin - 1) == "," and clauses.ends_relative(sentence, begin - 1):
        begin = last + 1  # the number in the clause before it is not likely: it is stated
    elif (cut := clauses.second_predicate(sentence, last, end)) is not None:
        end = cut - 1
    elif (verb := _main_verb(sentence, begin, first, last, end)) is not None:
        end = verb - 1
    return sentence.span(*_trimmed(sentence, begin, end, last))


def _end_of_content(sentence: Sentence, first: int, last: int, begin: int) -> int:
    """Return the last token of the clause that a term introduces.

    In "said it was likely that A and that B", the second "that" may depend on "said".
    """
    quoted = clauses.is_quoted(sentence, first, last)
    end = clauses.subordinate_end(sentence, begin, quoted=quoted)
    if (cut := second_content(sentence, first, begin, end)) is not None:
        return cut - 1
    return end


def second_content(sentence: Sentence, first: int, begin: int, end: int) -> int | None:
    """Return the "and" before a "that" which a verb of saying before a term may introduce."""
    said = [at for at in range(first) if sentence.lower(at) in saying().asserting_forms]
    if not said or BE.isdisjoint(sentence.row(said[-1] + 1, first)):
        return None  # we judge it likely that A and that B
    for at in range(begin + 1, end):
        if sentence.lower(at) == "and" and sentence.lower(at + 1) == "that":
            return at
    return None


def _trimmed(sentence: Sentence, begin: int, end: int, last: int) -> tuple[int, int]:
    """Leave out marks at both ends, and a conjunction at the beginning."""
    while end > last and not _ends(sentence, end):
        end -= 1
    while begin < end and (
        sentence.lower(begin) in _JOINING
        or not (_ends(sentence, begin) or sentence.tokens[begin].text in _OPENING)
    ):
        begin += 1
    return (begin, end) if begin <= end else (last, last)


def _ends(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.is_word or token.kind == "number" or token.text in ")%”"


def _after_term(sentence: Sentence, first: int, last: int) -> int | None:
    """Return where the clause begins that a term introduces: "it is likely that", or None."""
    if sentence.lower(last + 1) == ",":  # "likely, X said, that"
        for at in range(last + 2, last + 10):
            if sentence.lower(at) == "," and sentence.lower(at + 1) == "that":
                return at + 2 if at + 2 < len(sentence.tokens) else None
    last += sentence.lower(last + 1) in _CLOSING
    if last + 2 >= len(sentence.tokens):
        return None
    if sentence.lower(last + 1) == "that":
        return last + 2
    if sentence.lower(last + 1) == "of" and "there" in sentence.row(first - 4, first):
        return last + 2  # "there is a realistic possibility of talks"
    return last + 1 if _introduces(sentence, first, last) else None


def _introduces(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a clause without "that" follows: "it is likely the town has fallen"."""
    at = first - 1
    while sentence.lower(at) in _BEFORE_TERM:
        at -= 1
    after = sentence.tokens[last + 1]
    subject = after.capital or after.lower in DETERMINERS | PRONOUNS | _INDEFINITE
    return sentence.lower(at) in ("it", "there") and (subject or last + 1 in sentence.quantity_at)


def _main_verb(sentence: Sentence, begin: int, first: int, last: int, end: int) -> int | None:
    """Return the verb of the main clause if the term is in its subject, or None.

    It is "suggests" in "the finding that the order probably came from above suggests …".
    """
    opening = next(
        (at for at in range(first - 1, begin - 2, -1) if sentence.lower(at) in _RELATIVE), None
    )
    if opening is None or clauses.has_verb(sentence, 0, opening):
        return None
    said = saying().verbs.ending(sentence.tokens, opening - 1)
    if said is not None and sentence.lower(opening - 2) in PRONOUNS | {"we"}:
        return None  # we assess that
    after = range(last + 2, end + 1)
    certain = (at for at in after if _is_finite(sentence, at))
    return next(certain, next((at for at in after if _is_past(sentence, at)), None))


def _is_finite(sentence: Sentence, at: int) -> bool:
    says = saying().verbs.starting(sentence.tokens, at)
    word = sentence.lower(at)
    finite = word in BE | HAVE | MODALS or (says is not None and word not in says[1].nouns)
    return finite and _follows_a_subject(sentence, at)


def _is_past(sentence: Sentence, at: int) -> bool:
    match, word = sentence.trigger_at.get(at), sentence.lower(at)
    past = word in PAST_FORMS or (match is not None and match.side in ("left", "right"))
    return past and _follows_a_subject(sentence, at)


def _follows_a_subject(sentence: Sentence, at: int) -> bool:
    before = sentence.lower(at - 1)
    return before not in _NO_SUBJECT and not is_adverb(before)
