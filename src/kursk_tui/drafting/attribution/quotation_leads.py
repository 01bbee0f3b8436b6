"""Speakers before a colon and a quotation: "The nurse was blunt: “Six died.”"."""

from kursk_tui.drafting.attribution.accounts import owner_from, owner_match
from kursk_tui.drafting.attribution.source_match import Phrase, SourceMatch, is_person
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, names, noun_phrases
from kursk_tui.english.function_words import AUXILIARIES, BE, DETERMINERS, PAST_FORMS, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import saying

_MOST_WORDS_OF_A_LABEL = 6
_QUOTES = frozenset('“"«')
LEAD = "attribution/lead"
"""The rule of a subject before a colon and a quotation."""


def lead(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read the subject of a clause before a quotation: "The nurse was blunt: “Six died.”"."""
    if at > 0:
        return None
    end = at + 1
    while end < len(sentence.tokens) and sentence.lower(end) not in (":", ";", ",", "“", '"'):
        end += 1
    colon = sentence.lower(end) == ":"
    if not colon and saying().blunt.isdisjoint(sentence.row(end - 3, end)):
        return None
    phrase = noun_phrases.after(sentence, at)
    if phrase is not None and colon and (owner := _of_reply(sentence, phrase, end)) is not None:
        return owner
    if phrase is None or not _is_speaker(sentence, phrase):
        return None
    if _is_label(sentence, phrase, end):
        return SourceMatch(*phrase, "asserts", (end, end), LEAD, "guess")
    quotes = colon and sentence.lower(end + 1) in _QUOTES
    if not (quotes or _is_blunt(sentence, phrase)) or phrase[1] + 1 >= end:
        return None
    phrase = modifiers.extended(sentence, phrase)
    verb = phrase[1] + 1
    return SourceMatch(*phrase, "asserts", (verb, verb), LEAD, "guess")


def _of_reply(sentence: Sentence, phrase: Phrase, end: int) -> SourceMatch | None:
    """Read "The minister's reply was short: “Eleven dead.”"."""
    owner = owner_from(sentence, phrase[0])
    if owner is None or owner[1] >= phrase[1] or sentence.lower(end + 1) not in _QUOTES:
        return None
    if sentence.lower(phrase[1]) not in saying().replies or phrase[1] + 1 >= end:
        return None
    found = owner_match(sentence, owner, (phrase[1], phrase[1]))
    return found and found._replace(tier="guess")


def _is_speaker(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase names a person: "the nurse", "Mr. Hale"."""
    named = names.is_full_name(sentence, phrase) or names.is_person(sentence, phrase)
    if not (named or is_person(sentence, phrase[1])):
        return False
    return sentence.lower(phrase[0]) in DETERMINERS or sentence.tokens[phrase[0]].capital


def _is_label(sentence: Sentence, phrase: Phrase, end: int) -> bool:
    """Return whether a phrase labels what a speaker says: "The Minister: It is true that …"."""
    begins = sentence.tokens[end + 1 : end + 2]
    if sentence.lower(end) != ":" or phrase[1] + 1 != end or end > _MOST_WORDS_OF_A_LABEL:
        return False
    if not begins or not (begins[0].capital and begins[0].is_word):
        return False
    single = phrase[0] == phrase[1]
    quoted = range(end + 1, len(sentence.tokens))
    finite = AUXILIARIES | PAST_FORMS
    return not single and any(sentence.lower(at) in finite for at in quoted)


def _is_blunt(sentence: Sentence, phrase: Phrase) -> bool:
    """Read "The doctor is blunt.", which says how the doctor speaks."""
    at = phrase[1] + 1
    if sentence.lower(at) == ",":  # Amina Tosh, who runs the ward, is blunt
        at = modifiers.extended(sentence, phrase)[1] + 1
        at += sentence.lower(at) == ","
    manner = at + 1 + is_adverb(sentence.lower(at + 1))
    blunt = sentence.lower(at) in BE and sentence.lower(manner) in saying().blunt
    return blunt and sentence.lower(manner + 1) in ("", ".")
