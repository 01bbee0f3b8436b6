"""The subject of a verb of saying: before it, around an apposition, or after it."""

from typing import NamedTuple

from kursk_tui.drafting import nounphrases
from kursk_tui.drafting.lexicon import Entry
from kursk_tui.drafting.reading import Reading
from kursk_tui.drafting.vocabulary import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)

Phrase = tuple[int, int]
_GOES_ON = frozenset({"continues", "continued", "continue", "appeared", "seemed"})
_APPOSITION = 30
_QUOTES = frozenset('”"“»«')
_UNWILLING = frozenset(
    {
        *("unable", "declined", "refused", "failed", "yet", "declines", "refuses", "impossible"),
        *("refusing", "declining"),
    }
)
_CLAIMS = frozenset(
    {
        *("claim", "claims", "report", "reports", "allegation", "allegations", "number"),
        *("accusation", "accusations", "figure", "figures", "assertion", "assertions"),
        *("estimate", "estimates", "suggestion", "suggestions", "toll", "numbers", "that"),
        *("statement", "statements", "account", "accounts", "losses", "version", "news"),
        *("charge", "charges", "as", "having", "any"),
    }
)
_NEEDS_CLAIM = frozenset(
    {
        *("rejected", "rejects", "reject", "dismissed", "dismisses", "dismiss", "disputed"),
        *("disputes", "dispute", "refuted", "refutes", "refute"),
    }
)
_NEEDS_THAT = frozenset(
    {
        *("found", "show", "shows", "showed", "suggest", "suggests", "suggested", "observed"),
        *("observes", "indicated", "indicates", "indicate", "detected", "agreed", "feels"),
        *("understands", "argued", "argues", "determined", "accused", "described", "describes"),
        *("complained", "identified", "shared", "registered", "broadcast", "published"),
        *("recognised", "recognized", "attributed", "highlighted", "expect", "mentioned"),
        *("commented", "thinks", "recalled", "continued", "posted", "informed", "informs"),
        *("briefed",),
    }
)
_NEEDS_NUMBER = frozenset(
    {
        *("counted", "counts", "put", "puts", "recorded", "records", "documented", "tallied"),
        *("expected", "projected", "projects", "cited", "cites", "cite", "listed", "lists"),
        *("gave", "gives", "forecast", "registered"),
    }
)


class Negated(NamedTuple):
    """Where the auxiliaries of a negated verb begin, and whether nobody is named: "be verified"."""

    at: int
    passive: bool


def negated(reading: Reading, verb: int) -> Negated | None:
    """Return where the negation of a verb begins, or None if it is not negated."""
    at = verb - 1
    found, passive = False, False
    while at >= 0 and verb - at < 10:
        word = reading.lower(at)
        if word in NEGATIONS or word in _UNWILLING:
            found = True
        elif word in ("be", "been"):
            passive = passive or reading.lower(at + 1) != "able"
        elif not (
            word in AUXILIARIES
            or is_adverb(word)
            or word in ("able", "immediately", "confirmed", "nor", "or", "denied", "directly")
        ):
            break
        at -= 1
    if found:
        return Negated(at + 1, passive)
    row = reading.row(max(0, verb - 16), verb)
    if "neither" in row and "nor" in row:
        return Negated(_end_of_pair(reading, verb), False)
    return None


def _end_of_pair(reading: Reading, verb: int) -> int:
    at = verb
    while at > 0 and (reading.lower(at - 1) in AUXILIARIES or is_adverb(reading.lower(at - 1))):
        if reading.lower(at - 1) in ("neither", "nor"):
            break
        at -= 1
    return at


def first_auxiliary(reading: Reading, at: int) -> int:
    """Return the first token of "could not be verified" that is an auxiliary."""
    while reading.lower(at) not in AUXILIARIES and at + 1 < len(reading.tokens):
        at += 1
    return at


def subject(reading: Reading, verb: int, *, negative: bool = False) -> Phrase | None:
    """Return the noun phrase that a verb has before it, or None."""
    at = _past_auxiliaries(reading, verb - 1)
    if at < 0:
        return None
    word = reading.lower(at)
    if negative and (pair := _pair(reading, at)) is not None:
        return pair
    if word in PRONOUNS:
        return at, at
    if word == "who" or word == "which":
        at = at - 2 if reading.lower(at - 1) == "," else at - 1
        return nounphrases.before(reading, at) if at >= 0 else None
    if word == ",":
        return _around_apposition(reading, at)
    return nounphrases.before(reading, at)


def _pair(reading: Reading, last: int) -> Phrase | None:
    """Return "neither Moscow nor Pyongyang", if it ends here."""
    row = reading.row(max(0, last - 12), last + 1)
    if "neither" not in row or "nor" not in row or not reading.tokens[last].is_word:
        return None
    first = max(0, last - 12) + row.index("neither")
    return (first, last) if first + 1 < last else None


def _past_auxiliaries(reading: Reading, at: int) -> int:
    """Go left over "has also", "on Monday", "in a statement" to where the subject ends."""
    while at >= 0:
        word = reading.lower(at)
        if reading.taken[at]:
            at -= 1
            while at >= 0 and (
                reading.taken[at] or reading.lower(at) in ("on", "in", "late", "early", "since")
            ):
                at -= 1
            continue
        statement = word in (
            "statement",
            "interview",
            "post",
            "update",
            "briefing",
            "speech",
            "address",
        )
        if (
            statement
            and reading.lower(at - 1) in ("a", "an")
            and reading.lower(at - 2) in ("in", "on")
        ):
            at -= 3
            continue
        carries = word in HAVE or word in MODALS or word in DO or word in NEGATIONS or word in BE
        if word in _GOES_ON and reading.lower(at + 1) == "to":
            at -= 1
            continue
        if not (carries or is_adverb(word) or word in ("to", "able", "immediately")) or word in (
            "neither",
            "nor",
            "there",
            "here",
        ):
            return at
        at -= 1
    return at


def _around_apposition(reading: Reading, comma: int) -> Phrase | None:
    """Return the subject of "X, head of Y, said": what stands before the first comma."""
    stop = max(0, comma - _APPOSITION)
    opening = comma - 1
    while opening > stop and reading.lower(opening) not in (",", ";", ":", "”", "“", '"'):
        opening -= 1
    if reading.lower(opening) != "," or opening == 0:
        return None
    phrase = nounphrases.before(reading, opening - 1)
    if phrase is None or not is_source(reading, phrase):
        return _shorter(reading, opening)
    whole = nounphrases.with_apposition(reading, phrase)
    return whole if whole[1] == comma - 1 else phrase


def _shorter(reading: Reading, opening: int) -> Phrase | None:
    """Try one comma further: "X, head of Y, a party, said"."""
    further = opening - 1
    while further > max(0, opening - 14) and reading.lower(further) not in (",", "”", "“", '"'):
        further -= 1
    if reading.lower(further) != "," or further == 0:
        return None
    phrase = nounphrases.before(reading, further - 1)
    return phrase if phrase is not None and is_source(reading, phrase) else None


def inverted(reading: Reading, verb: int, last: int) -> Phrase | None:
    """Return the subject after the verb: “…”, said X."""
    before = reading.lower(verb - 1)
    if before not in _QUOTES and before != ",":
        return None
    following = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if following is None or following.lower in ("that", "on", "in", "to"):
        return None
    if not (
        following.capital
        or following.lower in DETERMINERS
        or following.lower in PRONOUNS
        or following.lower in reading.words.source_nouns
    ):
        return None
    if following.lower in PRONOUNS:
        return last + 1, last + 1
    phrase = nounphrases.after(reading, last + 1)
    if phrase is None or not (is_source(reading, phrase) or _is_person(reading, phrase[1])):
        return None
    if before not in _QUOTES and not _ends_clause(reading, phrase[1] + 1):
        return None
    return phrase


def _ends_clause(reading: Reading, at: int) -> bool:
    word = reading.lower(at)
    ends = word in ("", ".", ",", ";", "”", "in", "on", "after", "who", "during", "at", "as")
    return ends or (at < len(reading.tokens) and reading.taken[at])


def ends_quotation(reading: Reading, verb: int) -> bool:
    """Whether a subject and this verb follow a quotation: “…,” X quipped."""
    after = reading.lower(verb + 1)
    if after not in ("", ".", ",", "in", "on", "to", "during", "at", "after", "as"):
        return False
    return any(reading.lower(back) in ("”", '"') for back in range(max(0, verb - 9), verb))


def is_verb_here(reading: Reading, at: int, last: int, entry: Entry) -> bool:
    """Whether a word that may say something does so here: it is not passive, nor a noun."""
    word, after = reading.lower(at), reading.lower(last + 1)
    if _is_passive(reading, at):
        return word in ("quoted", "cited") and "as" in reading.row(last + 1, last + 6)
    if reading.lower(at - 1) in DETERMINERS or reading.lower(at - 1).endswith("'s"):
        return False
    if reading.lower(at - 1) in PREPOSITIONS and reading.lower(at - 1) != "to":
        return False
    if reading.lower(at - 1) == "to" and reading.lower(at - 2) in _GOES_ON:
        return True
    if reading.lower(at - 1) == "to" or reading.lower(at - 1) in ("and", "or", "as", "-"):
        return False
    if any(one in NEGATIONS for one in reading.row(_left_of_adverbs(reading, at), at)):
        return False
    if entry.fields.get("also_nouns") and not _noun_is_verb(reading, at, last):
        return False
    return _complement_fits(reading, word, last, after)


def _left_of_adverbs(reading: Reading, at: int) -> int:
    first = at - 1
    while (
        first >= 0
        and at - first < 5
        and (is_adverb(reading.lower(first)) or reading.lower(first) in AUXILIARIES)
    ):
        first -= 1
    return first + 1


def _is_passive(reading: Reading, at: int) -> bool:
    before = at - 1
    while is_adverb(reading.lower(before)):
        before -= 1
    return reading.lower(before) in BE


def _noun_is_verb(reading: Reading, at: int, last: int) -> bool:
    """Whether "reports", "estimates", "claims" is a verb: "Kyiv estimates at least 300"."""
    before = reading.tokens[at - 1] if at else None
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if before is None or after is None:
        return False
    if before.lower == "media":
        return False
    if last + 1 not in reading.quantity_at:
        if after.lower in PREPOSITIONS or after.lower in AUXILIARIES:
            return False
        if after.text in ".,”" and _inserted(reading, at):
            return True
        if not after.is_word or reading.words.verbs.starting(reading.tokens, last + 1):
            return False
    known = before.lower in reading.words.source_nouns or before.lower in PRONOUNS
    return before.capital or known or before.text == ")" or is_adverb(before.lower)


def _inserted(reading: Reading, at: int) -> bool:
    """Whether a comma or a quotation mark stands before the subject: "…, Kyiv estimates"."""
    return any(reading.lower(back) in (",", "”", '"') for back in range(max(0, at - 14), at))


def _complement_fits(reading: Reading, word: str, last: int, after: str) -> bool:
    if after == "to" and word in ("estimated", "believed", "reported", "thought", "expected"):
        return False
    if word == "told" or word in ("tell", "tells"):
        row = reading.row(last + 1, last + 5)
        return "about" not in row or last + 1 + row.index("about") in reading.quantity_at
    if word in ("quoted", "quotes", "quote"):
        return "as" in reading.row(last + 1, last + 14)
    if word in ("claimed", "claims", "claim"):
        row = reading.row(last + 1, last + 10)
        return not {"lives", "life", "responsibility", "credit"} & set(row)
    if word in _NEEDS_CLAIM:
        return bool(_CLAIMS.intersection(reading.row(last + 1, last + 8)))
    if word in _NEEDS_NUMBER:
        return (
            any(at in reading.quantity_at for at in range(last + 1, last + 16)) or after == "that"
        )
    if word in _NEEDS_THAT:
        row = reading.row(last + 1, last + 12)
        return (
            "that" in row[:6]
            or after in ("", ".", ",", "“", '"', ":")
            or (any(at in reading.quantity_at for at in range(last + 1, last + 8)))
        )
    return True


def is_source(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun phrase names somebody: it has a name, or a noun of the lexicon."""
    first, last = phrase
    for at in range(first, last + 1):
        token = reading.tokens[at]
        if token.capital and (at > 0 or token.lower not in DETERMINERS):
            if at > 0 or last > first or token.lower not in ("this", "that", "these", "it"):
                return True
        if token.lower in reading.words.source_nouns or token.lower in PRONOUNS:
            return True
    return False


def _is_person(reading: Reading, at: int) -> bool:
    words = reading.words
    return bool(words.people.ending(reading.tokens, at) or words.person.ending(reading.tokens, at))


def can_say(reading: Reading, phrase: Phrase, entry: Entry) -> bool:
    """Whether this phrase can be the one who says: a name or a source, not "this", not a crowd."""
    head = reading.lower(phrase[1])
    if entry.id in ("say", "claim") and _is_person(reading, phrase[1]):
        return True
    if head in ("this", "that", "these", "those", "there", "here", "which", "what"):
        return False
    return is_source(reading, phrase)
