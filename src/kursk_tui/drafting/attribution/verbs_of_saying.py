"""Whether a word that may say something does so in its place: its form and what follows it."""

from kursk_tui.drafting.sentence import Reading
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    GOES_ON,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from kursk_tui.english.lexicon import Entry


def is_verb_here(reading: Reading, at: int, last: int, entry: Entry) -> bool:
    """Whether a word that may say something does so here: it is not passive, nor a noun."""
    word, after = reading.lower(at), reading.lower(last + 1)
    if _is_passive(reading, at):
        return word in ("quoted", "cited") and "as" in reading.row(last + 1, last + 6)
    before = reading.lower(at - 1)
    if before in DETERMINERS or before.endswith("'s") or before in ("'", "’"):
        return False
    if reading.lower(at - 1) in PREPOSITIONS and reading.lower(at - 1) != "to":
        return False
    if reading.lower(at - 1) == "to" and reading.lower(at - 2) in GOES_ON:
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
    if before.lower == "media" or _is_a_report(reading, at):
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


def _is_a_report(reading: Reading, at: int) -> bool:
    """Whether a word without "-s" has an article and a name before it: "a UN report"."""
    first = at
    while first > 0 and reading.tokens[first - 1].capital:
        first -= 1
    articled = first < at and reading.lower(first - 1) in ("a", "an", "the", "this")
    return articled and not reading.lower(at).endswith("s")


def _inserted(reading: Reading, at: int) -> bool:
    """Whether a comma or a quotation mark stands before the subject: "…, Kyiv estimates"."""
    return any(reading.lower(back) in (",", "”", '"') for back in range(max(0, at - 14), at))


def _complement_fits(reading: Reading, word: str, last: int, after: str) -> bool:
    needs = reading.words.complements
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
    if word in needs["needs-claim"]:
        around = reading.row(last - 5, last) + reading.row(last + 1, last + 8)
        return bool(needs["claims"].intersection(around))
    if word in needs["needs-falsehood"]:
        return bool(needs["falsehoods"].intersection(reading.row(last + 1, last + 10)))
    if word in needs["needs-number"]:
        return (
            any(at in reading.quantity_at for at in range(last + 1, last + 16)) or after == "that"
        )
    if word in needs["needs-that"]:
        row = reading.row(last + 1, last + 12)
        return (
            "that" in row[:6]
            or after in ("", ".", ",", "“", '"', ":")
            or (any(at in reading.quantity_at for at in range(last + 1, last + 8)))
        )
    return True
