"""The scope of a term of likelihood: its clause, or the part of it with the adverb."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, BE, HAVE, MODALS, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import saying

# Function words and marks: the code branches on them.
_LATER = frozenset({"so", "only", "until", "then", "also", "still", "not", "never"})
_BREAKS = frozenset({";", ":", "“", "”", '"', "—", "that", "while", "although", "because"})
_STOPS = frozenset({";", ":", "“", "”", '"', "—", "while", "although", "because"})
_OPENING = frozenset({"(", "“", '"'})
_MAY_BREAK = _BREAKS | {",", "and", "but", "or"}


def scope(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the span that a term at tokens `first` to `last` applies to."""
    begin, end = _clause(sentence, first, last)
    if (that := _that(sentence, last)) is not None:  # "it is likely that"
        begin, end = that + 1, _subordinate(sentence, that + 1)
    elif (cut := _second_predicate(sentence, last, end)) is not None:
        begin, end = last + 1, cut - 1
    while end > last and not _ends(sentence, end):
        end -= 1
    while begin < end and not (_ends(sentence, begin) or sentence.tokens[begin].text in _OPENING):
        begin += 1
    if begin > end:
        begin = end = last
    return sentence.span(begin, end)


def _that(sentence: Sentence, last: int) -> int | None:
    """Return the token "that" after a term or after its source: "likely, X said, that"."""
    if sentence.lower(last + 1) == ",":
        for at in range(last + 2, last + 10):
            if sentence.lower(at) == "," and sentence.lower(at + 1) == "that":
                return at + 1 if at + 2 < len(sentence.tokens) else None
    that = last + 1
    return that if sentence.lower(that) == "that" and that + 1 < len(sentence.tokens) else None


def _subordinate(sentence: Sentence, begin: int) -> int:
    """Return the last token of the clause after "that", insertions included."""
    end = begin
    while end + 1 < len(sentence.tokens) and not _ends_subordinate(sentence, end + 1):
        end += 1
    return end


def _ends_subordinate(sentence: Sentence, at: int) -> bool:
    word, after = sentence.lower(at), sentence.lower(at + 1)
    if word in _STOPS:
        return True
    if word == "," and after in ("but", "and", "while", "although", "though", "because"):
        return True
    says = saying().verbs.starting(sentence.tokens, at + 1)
    return word in ("and", "but", "or") and says is not None


def _ends(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.is_word or token.kind == "number" or token.text in ")%"


def _clause(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    begin = first
    while begin > 0 and not _breaks(sentence, begin - 1):
        begin -= 1
    end = last
    while end + 1 < len(sentence.tokens) and not _breaks(sentence, end + 1):
        end += 1
    return begin, end


def _breaks(sentence: Sentence, at: int) -> bool:
    """Return whether a clause ends at a token: a mark, or "and" before a new subject."""
    word = sentence.lower(at)
    if word not in _MAY_BREAK:
        return False
    if word in _BREAKS:
        return True
    if word == "," and sentence.lower(at + 1) in (
        "but",
        "and",
        "while",
        "which",
        "who",
        "although",
    ):
        return True
    joins = word in ("and", "but", "or")
    return joins and _ends_clause(sentence, at) and _opens_clause(sentence, at + 1)


def _ends_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a verb comes before; if not, "and" joins two subjects of one verb."""
    before = range(max(0, at - 20), at)
    return any(
        sentence.lower(back) in AUXILIARIES
        or back in sentence.trigger_at
        or _verb_like(sentence, back)
        for back in before
    )


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Return whether a subject follows with "be", "have", a modal or a term near it."""
    if at >= len(sentence.tokens) or _verb_like(sentence, at):
        return False
    for ahead in range(at + 1, min(at + 6, len(sentence.tokens))):
        word = sentence.lower(ahead)
        if word in BE or word in HAVE or word in MODALS:
            return True
        if sentence.words.terms.starting(sentence.tokens, ahead):
            return True
        if not sentence.tokens[ahead].is_word:
            return False
    return False


def _verb_like(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    return (
        word in BE | HAVE | MODALS | _LATER
        or is_adverb(word)
        or (word.endswith("ed") and not sentence.tokens[at].capital)
    )


def _second_predicate(sentence: Sentence, last: int, end: int) -> int | None:
    """Return the conjunction before a second predicate: "and has", "but so far"."""
    for at in range(last + 1, end):
        if sentence.lower(at) in ("and", "but", "or") and _verb_like(sentence, at + 1):
            return at
    return None
