"""The scope of a term of likelihood: its clause, or the part of it with the adverb."""

from kursk_tui.english.annotated_sentence import Reading
from kursk_tui.english.function_words import AUXILIARIES, BE, HAVE, MODALS, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import saying

# Function words and marks: the code branches on them.
_LATER = frozenset({"so", "only", "until", "then", "also", "still", "not", "never"})
_BREAKS = frozenset({";", ":", "“", "”", '"', "—", "that", "while", "although", "because"})
_STOPS = frozenset({";", ":", "“", "”", '"', "—", "while", "although", "because"})
_OPENING = frozenset({"(", "“", '"'})
_MAY_BREAK = _BREAKS | {",", "and", "but", "or"}


def scope(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Return the span that a term at tokens `first` to `last` applies to."""
    begin, end = _clause(reading, first, last)
    if (that := _that(reading, last)) is not None:  # "it is likely that"
        begin, end = that + 1, _subordinate(reading, that + 1)
    elif (cut := _second_predicate(reading, last, end)) is not None:
        begin, end = last + 1, cut - 1
    while end > last and not _ends(reading, end):
        end -= 1
    while begin < end and not (_ends(reading, begin) or reading.tokens[begin].text in _OPENING):
        begin += 1
    if begin > end:
        begin = end = last
    return reading.span(begin, end)


def _that(reading: Reading, last: int) -> int | None:
    """Return the token "that" after a term or after its source: "likely, X said, that"."""
    if reading.lower(last + 1) == ",":
        for at in range(last + 2, last + 10):
            if reading.lower(at) == "," and reading.lower(at + 1) == "that":
                return at + 1 if at + 2 < len(reading.tokens) else None
    that = last + 1
    return that if reading.lower(that) == "that" and that + 1 < len(reading.tokens) else None


def _subordinate(reading: Reading, begin: int) -> int:
    """Return the last token of the clause after "that", insertions included."""
    end = begin
    while end + 1 < len(reading.tokens) and not _ends_subordinate(reading, end + 1):
        end += 1
    return end


def _ends_subordinate(reading: Reading, at: int) -> bool:
    word, after = reading.lower(at), reading.lower(at + 1)
    if word in _STOPS:
        return True
    if word == "," and after in ("but", "and", "while", "although", "though", "because"):
        return True
    says = saying().verbs.starting(reading.tokens, at + 1)
    return word in ("and", "but", "or") and says is not None


def _ends(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.is_word or token.kind == "number" or token.text in ")%"


def _clause(reading: Reading, first: int, last: int) -> tuple[int, int]:
    begin = first
    while begin > 0 and not _breaks(reading, begin - 1):
        begin -= 1
    end = last
    while end + 1 < len(reading.tokens) and not _breaks(reading, end + 1):
        end += 1
    return begin, end


def _breaks(reading: Reading, at: int) -> bool:
    """Return whether a clause ends at a token: a mark, or "and" before a new subject."""
    word = reading.lower(at)
    if word not in _MAY_BREAK:
        return False
    if word in _BREAKS:
        return True
    if word == "," and reading.lower(at + 1) in ("but", "and", "while", "which", "who", "although"):
        return True
    joins = word in ("and", "but", "or")
    return joins and _ends_clause(reading, at) and _opens_clause(reading, at + 1)


def _ends_clause(reading: Reading, at: int) -> bool:
    """Return whether a verb comes before; if not, "and" joins two subjects of one verb."""
    before = range(max(0, at - 20), at)
    return any(
        reading.lower(back) in AUXILIARIES or back in reading.hit_at or _verb_like(reading, back)
        for back in before
    )


def _opens_clause(reading: Reading, at: int) -> bool:
    """Return whether a subject follows with "be", "have", a modal or a term near it."""
    if at >= len(reading.tokens) or _verb_like(reading, at):
        return False
    for ahead in range(at + 1, min(at + 6, len(reading.tokens))):
        word = reading.lower(ahead)
        if word in BE or word in HAVE or word in MODALS:
            return True
        if reading.words.terms.starting(reading.tokens, ahead):
            return True
        if not reading.tokens[ahead].is_word:
            return False
    return False


def _verb_like(reading: Reading, at: int) -> bool:
    word = reading.lower(at)
    return (
        word in BE | HAVE | MODALS | _LATER
        or is_adverb(word)
        or (word.endswith("ed") and not reading.tokens[at].capital)
    )


def _second_predicate(reading: Reading, last: int, end: int) -> int | None:
    """Return the conjunction before a second predicate: "and has", "but so far"."""
    for at in range(last + 1, end):
        if reading.lower(at) in ("and", "but", "or") and _verb_like(reading, at + 1):
            return at
    return None
