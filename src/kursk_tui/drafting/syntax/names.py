"""The noun and the name in a phrase that names a source."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.function_words import (
    DETERMINERS,
    NAME_PARTICLES,
    PREPOSITIONS,
    SUBORDINATORS,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_PARTICIPLES = word_set("drafting", "noun_phrases", "participles")


def noun(sentence: Sentence, phrase: tuple[int, int]) -> int:
    """Return the noun that the rest of a phrase describes: "company" in "the company that …"."""
    for at in range(phrase[0] + 1, phrase[1] + 1):
        word, token = sentence.lower(at), sentence.tokens[at]
        if word in PREPOSITIONS or word in SUBORDINATORS or token.text == ",":
            return at - 1
        after = sentence.lower(at + 1)
        if word.endswith("ed") and after in PREPOSITIONS:
            return at - 1
        if word.endswith("ing") and (after in DETERMINERS or after.endswith("self")):
            return at - 1
        if word in _PARTICIPLES:
            return at - 1
    return phrase[1]


def with_other_name(sentence: Sentence, phrase: tuple[int, int]) -> tuple[int, int]:
    """Add the other name of a source: "the UN Office in Orvia, known as UNOO"."""
    at = phrase[1] + 1 + (sentence.lower(phrase[1] + 1) == ",")
    at += sentence.lower(at) == "also"
    if sentence.row(at, at + 2) != ["known", "as"]:
        return phrase
    at += 2 + (sentence.lower(at + 2) == "the")
    named = at < len(sentence.tokens) and sentence.tokens[at].text.isupper()
    return (phrase[0], at) if named else phrase


def is_person(sentence: Sentence, phrase: tuple[int, int]) -> bool:
    """Return whether the noun of a phrase is one for a person: "the mayor of Arda"."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    noun = next((nth for nth, word in enumerate(row) if nth and word in PREPOSITIONS), len(row))
    return row[noun - 1] in saying().person_nouns


def is_full_name(sentence: Sentence, phrase: tuple[int, int]) -> bool:
    """Return whether a phrase is a name of several words: "Col. Ann Lee"."""
    tokens = sentence.tokens[phrase[0] : phrase[1] + 1]
    words = [
        token for token in tokens if token.text not in ".-‑" and token.lower not in NAME_PARTICLES
    ]
    return 2 <= len(words) <= 5 and all(one.capital for one in words[:2] + words[-1:])
