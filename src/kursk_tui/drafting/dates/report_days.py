"""Days of a report that no verb of saying stands beside: "revised on Sunday to 41"."""

from kursk_tui.drafting.dates.comparisons import BEFORE_DATES
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.function_words import BE, DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

REVISING = word_set("drafting", "dates", "revising")
COUNTS = word_set("drafting", "dates", "counts")
DOCUMENTS = word_set("drafting", "dates", "documents")
VENUES = word_set("drafting", "dates", "venues")
ISSUED = DOCUMENTS | word_set("drafting", "dates", "issued")
ISSUING = word_set("drafting", "dates", "issuing")
_OPENING = frozenset(("in", "at", "during", "on"))
_LONGEST_OPENING = 14
_NEAR = 5


def is_of_report(sentence: Sentence, found: DateRange) -> bool:
    """Return whether a date is that of a revision, a document or a conversation."""
    return (
        _is_of_revision(sentence, found)
        or _is_of_passive_revision(sentence, found)
        or _is_in_document(sentence, found)
        or _is_of_publication(sentence, found)
        or _is_of_opening(sentence, found)
    )


def _is_of_revision(sentence: Sentence, found: DateRange) -> bool:
    """Read "on Saturday raised the toll to 45" and "raised the toll to 45 on Saturday"."""
    after = sentence.row(found.last + 1, found.last + 5)
    if after[:1] and after[0] in REVISING:
        return bool(COUNTS & set(after))
    at = found.first - 1 - (sentence.lower(found.first - 1) in BEFORE_DATES)
    before = sentence.row(at - 6, at + 1)
    return at in sentence.quantity_ends and bool(COUNTS & set(before) and REVISING & set(before))


def _is_of_passive_revision(sentence: Sentence, found: DateRange) -> bool:
    """Read "the toll was corrected on Sunday to 41", "on Sunday the toll was revised to 41"."""
    at = found.first - 1
    while sentence.lower(at) in BEFORE_DATES:
        at -= 1
    if sentence.lower(at) in REVISING and not BE.isdisjoint(sentence.row(at - 2, at)):
        return not COUNTS.isdisjoint(sentence.row(at - 2 * _NEAR, at))
    after = sentence.row(found.last + 1, found.last + 1 + 2 * _NEAR)
    revised = next((nth for nth, word in enumerate(after) if word in REVISING), 0)
    counted = not COUNTS.isdisjoint(after[:revised]) and not BE.isdisjoint(after[:revised])
    return counted and at < 0


def _is_in_document(sentence: Sentence, found: DateRange) -> bool:
    """Read "in a tweet yesterday": a day without a preposition right after its document."""
    at = found.first - 1
    article = sentence.lower(at - 1) in ("a", "an")
    return sentence.lower(at) in DOCUMENTS and article and sentence.lower(at - 2) in _OPENING


def _is_of_publication(sentence: Sentence, found: DateRange) -> bool:
    """Read "data published by the ministry on 3 May"."""
    at = found.first - 1 - (sentence.lower(found.first - 1) in BEFORE_DATES)
    for by in range(at - 1, max(0, at - 1 - _NEAR), -1):
        if sentence.lower(by) == "by" and sentence.lower(by - 1) in ISSUING:
            return not ISSUED.isdisjoint(sentence.row(by - 4, by - 1))
        if not sentence.tokens[by].is_word:
            return False
    return False


def _is_of_opening(sentence: Sentence, found: DateRange) -> bool:
    """Read "in a phone call with the agency on Sunday, he said", "asked on Monday about it, he"."""
    if not 0 < found.first < _LONGEST_OPENING:
        return False
    comma = found.last + 1
    while sentence.tokens[comma:] and sentence.lower(comma) != ",":
        comma += 1
    if comma - found.last > _LONGEST_OPENING or comma >= len(sentence.tokens):
        return False
    row = sentence.row(0, found.first)
    opens = row[0] in _OPENING and comma == found.last + 1 and not DETERMINERS.isdisjoint(row[1:2])
    named = opens and not (VENUES | DOCUMENTS).isdisjoint(row)
    asked = row[0] in saying().asked and len(row) <= _NEAR
    said = not saying().asserting_forms.isdisjoint(sentence.row(comma + 1, comma + 1 + 2 * _NEAR))
    return (named or asked) and said
