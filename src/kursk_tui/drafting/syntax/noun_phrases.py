"""Noun phrases that name a source, read backwards from a verb or forwards from a phrase."""

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.abbreviations import NEVER_LAST
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.tokens import HYPHENS, glued

_LONGEST = 24
# Function words and marks of this rule; no other rule uses them as a list.
_INNER = frozenset(
    {
        *("of", "for", "in", "at", "from", "on", "to", "with", "against", "by", "close", "near"),
        *("under", "into", "within", "inside", "about", "between", "de", "over"),
    }
)
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "it"})
"""Pronouns that begin a clause: "according to the manifest she carried 214"."""

_ANAPHORS = word_set("drafting", "noun_phrases", "anaphors")
_TIMES = word_set("drafting", "noun_phrases", "times")
_ATTRIBUTIVE = word_set("drafting", "noun_phrases", "attributive_participles")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_JOINTS = frozenset({"and", "or", "nor", "&", "but", "half", "not", "whose", "all", "both", "such"})
_PERCENT = frozenset({"%", "percent", "cent"})
_OPENINGS = frozenset({"and", "but", "so", "yet", "or", "nor", "then", "even", "still", "while"})


def before(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Return the first and last token of the noun phrase that ends with token `end`, or None."""
    last = end
    at = end
    ands: list[int] = []
    at_verb = False
    while at >= 0 and end - at < _LONGEST:
        word = sentence.lower(at)
        if word == ")" and (opening := _opening(sentence, at)) is not None:
            inside = sentence.tokens[opening + 1]
            if at == end and not (inside.text.isupper() or inside.lower in ("and", "or")):
                last = opening - 1  # "Col. Reyes (off the record)"
            at = opening - 1
            continue
        if not _may_be_inside(sentence, at):
            at_verb = is_verb(sentence, at)
            break
        if word in ("and", "or", "nor", "&"):
            ands.append(at)
        at -= 1
    first = at + 1
    if at_verb and ands:
        first = ands[-1] + 1
    first = _trimmed(sentence, _inner_article(sentence, first, last), last)
    return (first, last) if first <= last else None


def _inner_article(sentence: Sentence, first: int, last: int) -> int:
    """Return where the last of two nouns side by side begins: "whose strength the staff put"."""
    for at in range(last, first, -1):
        before = sentence.tokens[at - 1]
        if sentence.lower(at) in _ARTICLES and (before.is_word or before.kind == "number"):
            joined = before.lower in PREPOSITIONS | _JOINTS
            if not (joined or is_adverb(before.lower)):
                return at
    return first


def _opening(sentence: Sentence, at: int) -> int | None:
    """Return the opening bracket of a short pair that closes at a token, or None.

    A pair with a percentage is not part of a name.
    """
    for back in range(at - 1, max(-1, at - 10), -1):
        if sentence.lower(back) in _PERCENT:
            return None
        if sentence.lower(back) == "(":
            return back
    return None


def _may_be_inside(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    word = token.lower
    if sentence.in_date[at]:
        return False
    if not token.is_word and token.kind != "number":
        return inner_mark(sentence, at)
    if (word in SUBORDINATORS and word not in ("nor", "so")) or word == "according":
        return False
    if word in PRONOUNS or word in ("i", "we", "you", "there", "them", "him"):
        return False
    return not is_verb(sentence, at)


def inner_mark(sentence: Sentence, at: int) -> bool:
    """Return whether a mark is inside a name: a hyphen, an apostrophe, the dot of "Col."."""
    text = sentence.tokens[at].text
    if text in HYPHENS:
        return not is_dash(sentence, at)
    if text in ("'", "’", "&", "/"):
        return True
    if text == ".":
        return sentence.lower(at - 1) in NEVER_LAST or (
            at > 0 and len(sentence.lower(at - 1)) == 1 and sentence.tokens[at - 1].capital
        )
    return False


def is_dash(sentence: Sentence, at: int) -> bool:
    """Return whether a hyphen stands between blanks, as a dash does."""
    before, after = at > 0, at + 1 < len(sentence.tokens)
    return not (
        (before and glued(sentence.tokens[at - 1], sentence.tokens[at]))
        or (after and glued(sentence.tokens[at], sentence.tokens[at + 1]))
    )


def is_verb(sentence: Sentence, at: int) -> bool:
    """Return whether a token is a verb, judging by its form and the lexicon."""
    token = sentence.tokens[at]
    word = token.lower
    if not token.is_word or (token.capital and at > 0):
        return False
    if sentence.lower(at + 1) in HYPHENS and glued(token, sentence.tokens[at + 1]):
        return False  # "left-wing groups"
    if word in AUXILIARIES and word not in ("to", "neither"):
        return True
    verb = None if token.capital else saying().verbs.starting(sentence.tokens, at)
    if verb is not None and word not in verb[1].nouns:
        return not _is_adjective(sentence, at) and word not in saying().source_nouns
    match = sentence.trigger_at.get(at)
    noun = word in saying().source_nouns and not word.endswith("ed")
    if match is not None and match.trigger.use in ("done", "act", "befall") and not noun:
        return not _is_adjective(sentence, at)
    if word in PAST_FORMS:
        return not _is_adjective(sentence, at)
    if word.endswith("ed") and len(word) > 4 and word not in _ATTRIBUTIVE:
        return not _is_adjective(sentence, at)
    return False


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Return whether a participle is an adjective: "an unnamed official"."""
    before, after = sentence.lower(at - 1), sentence.lower(at + 1)
    if (
        after in PREPOSITIONS
        or after in DETERMINERS
        or after == "that"
        or at + 1 in sentence.quantity_at
    ):
        return False
    return (
        before in ("-", "‑")
        or before in DETERMINERS
        or at == 0
        or before.endswith("'s")
        or at - 1 in sentence.quantity_ends  # two unnamed officials
        or not sentence.tokens[at - 1].is_word
    )


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Return the first token after adverbs, conjunctions and "In Kyiv"."""
    while first <= last:
        word = sentence.lower(first)
        if length := _opening_words(sentence, first):
            first += length
            continue
        if word in ("later", "earlier") and sentence.lower(first + 1) in saying().source_nouns:
            return first
        if word in ("a", "the") and sentence.lower(first + 1) in _ANAPHORS and first + 2 <= last:
            if sentence.tokens[first + 2].capital:  # "a claim Kyiv denied"
                return first + 2
        if (
            (not sentence.tokens[first].is_word and sentence.tokens[first].kind != "number")
            or word in _OPENINGS
            or (is_adverb(word) and word not in ("both", "there", "here"))
        ):
            first += 1
        elif word in PREPOSITIONS:
            first = _past_phrase(sentence, first, last)
        else:
            return first
    return first


def _opening_words(sentence: Sentence, first: int) -> int:
    """Return how many tokens open a sentence before its subject: "no doubt", "that evening"."""
    word, after = sentence.lower(first), sentence.lower(first + 1)
    capital = first + 1 < len(sentence.tokens) and sentence.tokens[first + 1].capital
    if (word, after) == ("no", "doubt") or (word in ("more", "most") and is_adverb(after)):
        return 2
    clock = first == 0 and sentence.tokens[0].kind == "number" and len(word) == 4
    if clock and capital:
        return 1  # "0230 Linnea reports"
    return int(word in _TIMES and (capital or after == "the"))


def _past_phrase(sentence: Sentence, first: int, last: int) -> int:
    """Return the token after a prepositional phrase: past its capitals, or its noun."""
    at = first + 1
    while at < last and sentence.lower(at) in DETERMINERS:
        at += 1
    named = at
    while at <= last and sentence.tokens[at].capital:
        at += 1
    if at == named:
        at += 1
    return at


def after(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the first and last token of the noun phrase beginning at `first`, or None."""
    at = first
    stop = min(len(sentence.tokens), first + _LONGEST)
    while at < stop and _goes_on(sentence, first, at):
        if sentence.lower(at) == "(" and (closing := _closing(sentence, at)) is not None:
            at = closing
        at += 1
    last = at - 1
    while last >= first and (
        not _ends_phrase(sentence, last)
        or sentence.lower(last) in PREPOSITIONS
        or sentence.lower(last) in ("and", "or", "the", "a", "an")
        or (is_adverb(sentence.lower(last)) and not sentence.tokens[last].capital)
    ):
        last -= 1
    return (first, last) if last >= first else None


def _ends_phrase(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.is_word or token.kind == "number" or token.text == ")"


def _closing(sentence: Sentence, at: int) -> int | None:
    for ahead in range(at + 1, min(at + 8, len(sentence.tokens))):
        if sentence.lower(ahead) == ")":
            return ahead
    return None


def _goes_on(sentence: Sentence, first: int, at: int) -> bool:
    token = sentence.tokens[at]
    word = token.lower
    if sentence.in_date[at] or (at in sentence.quantity_at and at > first):
        return False
    if word == "(":
        inside = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        return inside is not None and inside.text.isupper()
    if not token.is_word and token.kind != "number":
        return inner_mark(sentence, at)
    if word in ("and", "or", "&"):
        return _second_follows(sentence, at)
    if word in SUBORDINATORS or word in BE or word in HAVE:
        return False
    if word in PREPOSITIONS and at > first:
        return word in _INNER and not _adverbial(sentence, at)
    if at == first:
        return True
    return word not in _SUBJECTS and not is_verb(sentence, at)


def _adverbial(sentence: Sentence, at: int) -> bool:
    """Return whether a preposition opens an adverbial phrase: "on Monday", "in an interview"."""
    following = sentence.lower(at + 1)
    if at + 1 < len(sentence.tokens) and sentence.in_date[at + 1]:
        return True
    if sentence.lower(at) in ("in", "on", "at", "to", "with", "by", "about", "over"):
        known = sentence.tokens[at + 1].capital if at + 1 < len(sentence.tokens) else False
        return following in DETERMINERS and not known and following != "the"
    return False


def _second_follows(sentence: Sentence, at: int) -> bool:
    """Return whether "and" joins two names and not two clauses."""
    if at + 1 >= len(sentence.tokens) or not (
        sentence.tokens[at + 1].capital or sentence.lower(at + 1) in DETERMINERS
    ):
        return False
    for ahead in range(at + 2, min(at + 8, len(sentence.tokens))):
        word = sentence.lower(ahead)
        if word in (",", ".", ";", "”"):
            return True
        if word in BE or word in HAVE or is_verb(sentence, ahead):
            return False
    return True
