"""The subject of a verb of saying that follows it: "“…,” said X"."""

from kursk_tui.drafting.attribution.source_match import Phrase, is_person, is_source
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, noun_phrases
from kursk_tui.english.function_words import DETERMINERS, PRONOUNS
from kursk_tui.english.lexicon.verbs_of_saying import saying

# Function words and marks of this rule; no other rule uses them as a list.
_QUOTES = frozenset('”"“»«')
_CLAUSE_GOES_ON = frozenset({"and", "or", "then", "but"})


def inverted(sentence: Sentence, verb: int, last: int, *, after_comma: bool) -> Phrase | None:
    """Return the subject that follows tokens `verb` to `last`: “…”, said X.

    `after_comma` allows it without a quotation: "…, explained X".
    """
    before = sentence.lower(verb - 1)
    if before not in _QUOTES and not (before == "," and after_comma):
        return None
    if not _may_follow(sentence, last + 1):
        return None
    following = sentence.tokens[last + 1]
    if following.lower in PRONOUNS:
        ends = before in _QUOTES or _ends_clause(sentence, last + 2)
        return (last + 1, last + 1) if ends else None
    if sentence.row(last + 2, last + 4) == ["of", "them"] and _ends_clause(sentence, last + 4):
        return last + 1, last + 3
    phrase = noun_phrases.after(sentence, last + 1)
    if phrase is None or not (is_source(sentence, phrase) or is_person(sentence, phrase[1])):
        return None
    if before not in _QUOTES and not _ends_speech(sentence, phrase[1] + 1):
        return None
    return modifiers.with_name(sentence, phrase)


def _may_follow(sentence: Sentence, at: int) -> bool:
    """Return whether a subject may begin at a token after its verb."""
    if at >= len(sentence.tokens) or sentence.lower(at) in ("that", "on", "in", "to"):
        return False
    word = sentence.lower(at)
    known = word in DETERMINERS or word in PRONOUNS or word in saying().source_nouns
    people = sentence.words.people.starting(sentence.tokens, at)
    counted = at in sentence.quantity_at  # two officials
    return sentence.tokens[at].capital or known or bool(people) or counted


def _ends_speech(sentence: Sentence, at: int) -> bool:
    """Return whether an inverted subject ends here.

    It does not in a series of actions: "took the town, claimed the headquarters, and killed 40".
    """
    if sentence.lower(at) == "," and sentence.lower(at + 1) in _CLAUSE_GOES_ON:
        if at + 2 in sentence.trigger_at:
            return False
    return _ends_clause(sentence, at)


def _ends_clause(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    ends = word in ("", ".", ",", ";", "”", "in", "on", "after", "who", "during", "at", "as", "of")
    return ends or (at < len(sentence.tokens) and sentence.in_date[at])


def ends_quotation(sentence: Sentence, verb: int) -> bool:
    """Return whether a subject and this verb follow a quotation: “…,” X quipped."""
    after = sentence.lower(verb + 1)
    if after not in ("", ".", ",", "in", "on", "to", "during", "at", "after", "as"):
        return False
    return any(sentence.lower(back) in ("”", '"') for back in range(max(0, verb - 9), verb))
