"""Reports that a source says are wrong: "said the claims were fake"."""

from kursk_tui.drafting.attribution.source_match import Phrase
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import BE, NEGATIONS
from kursk_tui.english.lexicon.verbs_of_saying import saying

_FALSE_AFTER = BE | {"as"}
_TURNS = frozenset({"while", "whereas", "but", "although", "though", ";"})


def says_false(sentence: Sentence, phrase: Phrase, cue: Phrase) -> bool:
    """Return whether a report is said to be wrong: "said the claims were fake".

    It is not if the speaker asserts a number first ("said 12 had died and that claims of 100 were
    false") or supposes it only ("said that if the claims were false").
    """
    first, end = _clause(sentence, phrase, cue)
    row = sentence.row(first, end)
    reports = [nth for nth, word in enumerate(row) if word in saying().deniable]
    if not reports or "if" in row[: reports[0]]:
        return False
    if any(_asserts_first(sentence, (cue[1], first + nth)) for nth in reports[:1]):
        return False
    false = saying().falsehoods | {"wrong"}
    for nth, word in enumerate(row):
        if _denies(sentence, first + nth) and first + nth > cue[1]:
            return False  # what follows is another's: "an allegation the police reject as baseless"
        before = row[max(0, nth - 5) : nth]
        if word in false and _FALSE_AFTER.intersection(before) and not NEGATIONS & set(before):
            return True
        if word in saying().baseless and _has_none(row, nth, reports):
            return True
        if first + nth > phrase[1]:
            dismissing = saying().participles.starting(sentence.tokens, first + nth)
            if dismissing is not None and dismissing[1].sense == "deny":
                return True
    return False


def _denies(sentence: Sentence, at: int) -> bool:
    """Return whether a finite verb of denial with a subject of its own begins at a token."""
    found = saying().verbs.starting(sentence.tokens, at)
    denies = found is not None and found[1].stance == "denies"
    before = sentence.tokens[at - 1]
    return denies and (before.capital or before.lower in saying().source_nouns)


def _clause(sentence: Sentence, phrase: Phrase, cue: Phrase) -> Phrase:
    """Return the first token, and the end, of what a source says: up to "while" and the like."""
    first = min(phrase[0], cue[0])
    while first > 0 and sentence.lower(first - 1) not in _TURNS:
        first -= 1
    end = max(phrase[1], cue[1]) + 1
    while end < len(sentence.tokens) and sentence.lower(end) not in _TURNS:
        end += 1
    return first, end


def _asserts_first(sentence: Sentence, between: Phrase) -> bool:
    """Return whether a number and "and" are between a verb and the report: "12 died and that"."""
    row = sentence.row(between[0] + 1, between[1])
    if "and" not in row:
        return False
    joint = between[0] + 1 + row.index("and")
    return any(at in sentence.quantity_at for at in range(between[0] + 1, joint))


def _has_none(row: list[str], nth: int, reports: list[int]) -> bool:
    """Return whether it is reports that have no basis, or that there is none for them."""
    if row[nth - 1] not in ("no", "without"):
        return False
    if "there" in row[max(0, nth - 5) : nth]:
        return reports[-1] > nth
    return reports[0] < nth
