"""What others say ("claims that 40 died") as a noun phrase, and how far its content reaches."""

from kursk_tui.drafting.attribution.denials import resumptions
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

RUMOURS = word_set("drafting", "assertion", "rumours")
NUMBERS = word_set("drafting", "assertion", "numbers")
REPORTS = (
    saying()
    .deniable.difference(NUMBERS)
    .union(RUMOURS, word_set("drafting", "assertion", "reports"))
)
UNCONFIRMED = word_set("drafting", "assertion", "unconfirmed")

# Function words and marks of this rule; no other rule uses them as a list.
OPENS = frozenset({"that", "of", "about", "whether", "if", "how", "on", "to", "for", "regarding"})
TURNS = frozenset({"but", "while", "although", "though", "whereas", "however", ";", "yet"})
_CONCEDES = frozenset({"although", "though", "while", "whereas", "despite", "contrary"})
_PHRASE = frozenset({"of", "about", "on", "for", "regarding"})
"""Words after which the content of a report is a noun phrase."""

_ENDS_PHRASE = frozenset({"after", "since", "because", "when", "where", "as", "before", "until"})
_FROM = frozenset({"by", "from", "in", "among"})
_RELATIVES = frozenset({"that", "which", "who", "whom", "whose"})
_NON_FINITE = frozenset({"been", "being", "having", "to"})
_LONGEST = 30
"""The most words between "claims that …" and "are false"."""

_BESIDE = 9
"""The most words between "claims" and "that": "claims circulating on messaging apps that"."""


def is_turn(sentence: Sentence, at: int) -> bool:
    """Return whether a new statement begins at a token; "has yet to" and "not yet" begin none."""
    word = sentence.lower(at)
    if word == "yet":
        return sentence.lower(at + 1) != "to" and sentence.lower(at - 1) not in AUXILIARIES
    return word in TURNS


def content_of(sentence: Sentence, noun: int) -> int | None:
    """Return the word that opens what a report says: "that", "of", or None if none does."""
    at = noun + 1
    if sentence.lower(at) in OPENS:
        return at
    if sentence.lower(at) == ",":  # the story, first printed in London, that
        for ahead in range(at + 1, min(at + 2 * _BESIDE, len(sentence.tokens))):
            if sentence.lower(ahead) == ",":
                return ahead + 1 if sentence.lower(ahead + 1) == "that" else None
        return None
    for ahead in range(at, noun + _BESIDE):
        word = sentence.lower(ahead)
        if word == "that" or (word == "to" and sentence.lower(ahead + 1) == "have"):
            return ahead
        if not word.isalpha() or word in AUXILIARIES or ahead in sentence.quantity_at:
            break
    return at if sentence.lower(at) in _FROM else None


def opens_content(sentence: Sentence, at: int) -> bool:
    """Return whether a token opens what a report says: "that" in "claims by rebels that"."""
    near = range(max(0, at - _BESIDE), at)
    return any(
        sentence.lower(noun) in REPORTS and content_of(sentence, noun) == at for noun in near
    )


def subject(sentence: Sentence, at: int) -> int | None:
    """Return the report that the predicate at a token is about: "claims that … are false"."""
    for back in range(at - 2, max(-1, at - _LONGEST), -1):
        word = sentence.lower(back)
        if is_turn(sentence, back) and (
            word != "but" or sentence.lower(back + 1) not in AUXILIARIES
        ):
            return None
        if word in ("that", "which") and sentence.lower(back + 1) in AUXILIARIES:
            return None  # a number that could not be verified
        opening = content_of(sentence, back) if word in REPORTS | NUMBERS else None
        if opening is not None and opening < at:
            if word in REPORTS or sentence.lower(opening) == "of":
                return back
    return None


def opens_clause(sentence: Sentence, noun: int) -> bool:
    """Return whether a report is the subject of its sentence or clause: "Rumours that …"."""
    at = noun - 1
    while (
        sentence.lower(at) in DETERMINERS | UNCONFIRMED
        or is_adverb(sentence.lower(at))
        or sentence.lower(at) in RUMOURS
    ):
        at -= 1
    return at < 0 or sentence.lower(at) in (";", ":", ",", "and", "but")


def end_of_content(sentence: Sentence, opening: int, noun: int | None = None) -> int:
    """Return where what a report says ends: at a turn, or with the phrase or the clause."""
    end = _end(sentence, opening + 1)
    if sentence.lower(opening) in _PHRASE:
        return _end_of_phrase(sentence, opening + 1, end)
    if noun is not None and opens_clause(sentence, noun):
        for at in range(opening + 1, end - 1):
            if sentence.lower(at) == "," and sentence.lower(at + 1) == "and":
                return at
    return end


def _end_of_phrase(sentence: Sentence, first: int, end: int) -> int:
    """Return the end of a noun phrase: "confirmation of 40 deaths, 12 of them in Holm"."""
    clause = counted = False
    for at in range(first, end):
        word = sentence.lower(at)
        clause = clause or word in _RELATIVES
        counted = counted or at in sentence.quantity_at
        finite = word in AUXILIARIES - _NON_FINITE and not clause
        finite = finite and sentence.lower(at - 1) != "to"  # its claim to have shot down seven
        listed = word == "," and (clause or (counted and at + 1 in sentence.quantity_at))
        if finite or word in _ENDS_PHRASE or (word == "," and not listed):
            return max(at, first + 1)
    return end


def _end(sentence: Sentence, first: int) -> int:
    """Return where the content that begins at a token ends: at a turn, or after a concession."""
    end = len(sentence.tokens)
    if sentence.lower(0) in _CONCEDES:
        commas = [at for at in range(first, end) if sentence.lower(at) == ","]
        end = commas[-1] if commas else end
    resumed = [at for at in resumptions(sentence) if at >= sentence.tokens[first].start]
    for at in range(first, end):
        if is_turn(sentence, at) or sentence.tokens[at].start in resumed:
            return max(at, first + 1)
    return end
