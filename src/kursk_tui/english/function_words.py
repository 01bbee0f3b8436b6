"""Small words of the language that rules turn on: they are grammar, not lexicon."""

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
HAVE = frozenset({"has", "have", "had", "having"})
MODALS = frozenset(
    {"will", "would", "could", "may", "might", "can", "should", "must", "shall", "cannot", "won't"}
)
DO = frozenset({"do", "does", "did"})
NEGATIONS = frozenset(
    {
        *("not", "never", "neither", "nor", "didn't", "hasn't", "haven't", "hadn't", "doesn't"),
        *("don't", "couldn't", "cannot", "can't", "wasn't", "weren't", "isn't", "aren't"),
        *("won't", "wouldn't"),
    }
)
AUXILIARIES = BE | HAVE | MODALS | DO | NEGATIONS | {"to", "get", "got"}
PREPOSITIONS = frozenset(
    {
        *("in", "on", "at", "by", "from", "with", "to", "into", "of", "for", "over", "under"),
        *("near", "during", "against", "across", "through", "along", "inside", "outside"),
        *("within", "between", "among", "around", "about", "since", "until", "till", "after"),
        *("before", "amid", "following", "including", "despite", "without", "via", "per", "as"),
        *("than", "behind", "alongside", "onto", "toward", "towards", "like", "upon", "out"),
        *("up", "down", "off", "beyond", "throughout"),
    }
)
SUBORDINATORS = frozenset(
    {
        *("that", "while", "but", "because", "although", "though", "when", "if", "where"),
        *("which", "who", "whom", "whose", "whereas", "unless", "whether", "so", "as", "after"),
        *("before", "since", "until", "once", "than", "what", "how", "why", "yet", "nor"),
    }
)
DETERMINERS = frozenset(
    {
        *("the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her"),
        *("our", "my", "your", "some", "any", "all", "both", "each", "every", "one", "another"),
        *("no", "such"),
    }
)
PRONOUNS = frozenset({"he", "she", "they", "it"})
OTHER_PRONOUNS = frozenset({"i", "we", "you", "there", "them", "him", "us", "me", "who", "which"})
ADVERBS = frozenset(
    {
        *("also", "already", "now", "then", "later", "earlier", "just", "only", "still"),
        *("again", "previously", "so", "far", "ever", "even", "since", "once", "thus"),
        *("therefore", "often", "soon", "yet", "too", "separately", "meanwhile", "however"),
        *("nevertheless", "today", "instead", "further", "moreover", "additionally"),
        *("elsewhere", "overall", "indeed", "perhaps", "rather", "long", "first", "always"),
        *("nonetheless", "jointly", "afterwards", "afterward", "hence", "similarly", "likewise"),
        *("there", "here", "both", "repeatedly"),
    }
)
GOES_ON = frozenset({"continues", "continued", "continue", "appeared", "seemed"})
_LY_NOUNS = frozenset(
    {
        *("family", "ally", "assembly", "supply", "italy", "july", "rally", "reply", "monopoly"),
        *("anomaly", "early", "daily", "weekly", "fly", "apply", "imply", "elderly", "friendly"),
        *("lovely", "only", "likely", "unlikely"),
    }
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb, as far as its form tells."""
    if word in ADVERBS:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in _LY_NOUNS
