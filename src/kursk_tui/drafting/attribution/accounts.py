"""Sources as owners of an account: "by the army's own count", "the army's claim that"."""

from kursk_tui.drafting.attribution.source_match import Phrase, SourceMatch, is_known
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import noun_phrases
from kursk_tui.english.function_words import BE
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.vocabulary import Stance

_LONGEST = 8  # tokens of a name before "'s"
_POSSESSIVES = frozenset(("his", "her", "their", "its"))
_OF_THE_AUTHOR = frozenset(("our", "my"))
POSSESSIVE = "saying/possessive"
"""The rule of a source in the possessive: "the army's count"."""

STATEMENT = "saying/statement"
"""The rule of "the army's claim that"; another source of the sentence takes its place."""

OWN_VIEW = "saying/own-view"
"""The rule of "in our judgement", which names the author."""


def account(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "by the army's own count", "in the UN's view", "on official figures"."""
    if sentence.lower(at) not in ("by", "on", "in"):
        return None
    if sentence.lower(at + 1) in _POSSESSIVES:
        return _of_pronoun(sentence, at)
    owner = owner_from(sentence, at + 1)
    noun = _past_adjectives(sentence, owner[1] + 1) if owner else at
    if owner and sentence.lower(noun) in saying().accounts:
        return owner_match(sentence, owner, (at, noun))
    return None if owner or sentence.lower(at) == "in" else _official(sentence, at)


def _of_pronoun(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "In her view, the dam will burst"."""
    noun = _past_adjectives(sentence, at + 2)
    closed = sentence.lower(noun + 1) == ","
    if at or not closed or sentence.lower(noun) not in saying().views:
        return None
    return SourceMatch(at + 1, at + 1, "asserts", (at, noun), POSSESSIVE, "guess")


def own_view(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "in our judgement the road will hold", "our assessment is that", outside quotations."""
    if sentence.lower(at) not in _OF_THE_AUTHOR or sentence.tokens[at].quoted:
        return None
    noun = _past_adjectives(sentence, at + 1)
    if sentence.lower(noun) not in saying().views:
        return None
    opening = at - 1 if sentence.lower(at - 1) in ("in", "by") else at
    stated = noun + 1 + (sentence.lower(noun + 1) in BE)
    if opening == at and sentence.lower(stated) != "that":
        return None
    return SourceMatch(at, at, "asserts", (opening, noun), OWN_VIEW, "clause")


def _official(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "on official figures", "by hospital records"."""
    noun = at + 1
    known = saying().before_accounts | saying().source_nouns
    while sentence.lower(noun) in known - saying().accounts:
        noun += 1
    if noun == at + 1 or sentence.lower(noun) not in saying().accounts:
        return None
    return SourceMatch(at + 1, noun, "asserts", (at, at), "saying/according", "clause")


def statement_of(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "the army's claim that 40 died", "a claim by the rebels of 40 dead"."""
    denies = sentence.lower(at) in saying().denials_of
    if not denies and sentence.lower(at) not in saying().statements_of:
        return None
    stance: Stance = "denies" if denies else "asserts"
    if sentence.lower(at + 1) in ("by", "from"):
        phrase = noun_phrases.after(sentence, at + 2)
        if phrase is None or not is_known(sentence, phrase):
            return None
        states = _states(sentence, phrase[1] + 1)
        return SourceMatch(*phrase, stance, (at, at), STATEMENT, "clause") if states else None
    if not _states(sentence, at + 1):
        return None
    last = at - 1
    while sentence.lower(last) in saying().before_accounts:
        last -= 1
    last -= _apostrophe(sentence, last - 1)
    phrase = noun_phrases.before(sentence, last) if _is_possessive(sentence, last) else None
    found = phrase and owner_match(sentence, phrase, (at, at))
    return found and found._replace(stance=stance, rule=STATEMENT)


def _states(sentence: Sentence, at: int) -> bool:
    """Return whether "that", or "of" and a number, says what is stated."""
    return sentence.lower(at) == "that" or (
        sentence.lower(at) == "of" and at + 1 in sentence.quantity_at
    )


def owner_from(sentence: Sentence, first: int) -> Phrase | None:
    """Return the possessive that begins at a token: "the health ministry's"."""
    for at in range(first, min(first + _LONGEST, len(sentence.tokens))):
        if _is_possessive(sentence, at):
            return first, at
        if not (sentence.tokens[at].is_word or noun_phrases.inner_mark(sentence, at)):
            return None
    return None


def _is_possessive(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    return word.endswith("'s") or (word.endswith("s") and _apostrophe(sentence, at))


def _apostrophe(sentence: Sentence, at: int) -> bool:
    return sentence.lower(at + 1) in ("'", "’")


def _past_adjectives(sentence: Sentence, at: int) -> int:
    at += sentence.lower(at) in ("'", "’")
    while sentence.lower(at) in saying().before_accounts:
        at += 1
    return at


def owner_match(sentence: Sentence, owner: Phrase, cue: Phrase) -> SourceMatch | None:
    """Return a possessive as a source if it is a name or a noun for sources."""
    last = sentence.tokens[owner[1]]
    named = last.capital or last.lower.removesuffix("'s") in saying().source_nouns
    return SourceMatch(*owner, "asserts", cue, POSSESSIVE, "clause") if named else None
