"""Closed classes of English words, such as auxiliaries: `lexicon/grammar.toml`."""

from kursk_tui.english.lexicon import word_set

BE = word_set("grammar", "be")
HAVE = word_set("grammar", "have")
MODALS = word_set("grammar", "modals")
DO = word_set("grammar", "do")
NEGATIONS = word_set("grammar", "negations")
AUXILIARIES = BE | HAVE | MODALS | DO | NEGATIONS | {"to", "get", "got"}
PREPOSITIONS = word_set("grammar", "prepositions")
SUBORDINATORS = word_set("grammar", "subordinators")
RELATIVES = word_set("grammar", "relatives")
"""Pronouns that open a clause about a noun: "the men who died"."""

OF_THEM = tuple(["of", word] for word in ("them", "whom", "which", "these", "those"))
"""Words after a number that counts some of those just mentioned: "nine of them"."""

DETERMINERS = word_set("grammar", "determiners")
PRONOUNS = word_set("grammar", "pronouns")
"""Pronouns that can refer to a source."""

OBJECT_PRONOUNS = {
    "them": "they",
    "him": "he",
    "her": "she",
    "his": "he",
    "their": "they",
    "its": "it",
}
"""Pronouns after a preposition, with the form of the subject: "to them", "in his view"."""

OTHER_PRONOUNS = word_set("grammar", "other_pronouns")
ADVERBS = word_set("grammar", "adverbs")
"""Adverbs that do not end in "-ly"."""

GOES_ON = word_set("grammar", "goes_on")
"""Verbs that take another verb with "to": "continued to say"."""

PAST_FORMS = word_set("grammar", "past_forms")
"""Past forms that do not end in "-ed": "fell"."""

NAME_PARTICLES = word_set("grammar", "name_particles")
"""Words inside the name of a person: "María de la Luz"."""

_NOT_ADVERBS = word_set("grammar", "not_adverbs")


def is_adverb(word: str) -> bool:
    """Return whether a word in lower case is an adverb, judging by its form."""
    if word in ADVERBS:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS
