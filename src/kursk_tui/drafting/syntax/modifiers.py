"""What describes a source after its noun: relative clauses, appositions, and asides in commas."""

from typing import Literal

from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import names, noun_phrases
from kursk_tui.english.function_words import (
    AUXILIARIES,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

Phrase = tuple[int, int]
Insertion = Literal["relative", "apposition", "aside", ""]
"""What is between two commas; an aside describes what the source does, not what it is."""

_LONGEST = 45  # tokens between a subject and its verb
_RELATIVE = RELATIVES - {"that"} | {"where"}
_WHERE = frozenset({"outside", "inside", "nearby", "there", "abroad", "ashore", "aboard"})
_OWN = frozenset({"her", "his", "their"})
_STOPS = frozenset({";", ":", "”", "“", '"', "—", "–", "--"})
_ENDS = frozenset({",", ".", ";", "”", ""})
_OPENERS = frozenset({"and", "but", "while", "that", "where", "whereas", "as", "because", "or"})
_CLAUSES = _RELATIVE | {"that", "before", "after", "when", "while", "as", "because", "until"}
_ASIDES = word_set("drafting", "noun_phrases", "asides")
_PARTICIPLES = word_set("drafting", "noun_phrases", "participles")
_DESCRIBING = word_set("drafting", "noun_phrases", "describing")


def restricted(sentence: Sentence, last: int) -> Phrase | None:
    """Return the phrase that ends with a restrictive clause: "the company that runs the pit"."""
    for at in range(last, max(0, last - _LONGEST), -1):
        word = sentence.lower(at)
        if at == last and not word.endswith("ed"):
            continue
        if word in _STOPS or word == "," or word in ("while", "although", "though", "because"):
            return None
        relative = word in _RELATIVE or word == "that"
        if not (relative or _is_reduced(sentence, at)):
            continue
        head = noun_phrases.before(sentence, at - 1)
        if head is None or head[1] != at - 1:
            continue
        if relative:
            return (head[0], last) if _describes(sentence, head, at, last) else None
        if at == last:  # "a defector interviewed in April", without the date
            return head if _is_someone(sentence, head) else None
        acts = any(_is_finite(sentence, inside) for inside in range(at + 1, last))
        if not acts and _is_someone(sentence, head):
            return (head[0], last) if opens_clause(sentence, head[0]) else None
    return None


def _describes(sentence: Sentence, head: Phrase, relative: int, last: int) -> bool:
    """Return whether a relative clause up to a token describes the subject of the next verb.

    It does not if that verb is its own: "a claim which the minister called absurd".
    """
    word = sentence.lower(relative)
    opening = sentence.tokens[relative + 1]
    people = sentence.words.people.starting(sentence.tokens, relative + 1)
    if word != "whose" and (opening.lower in DETERMINERS or opening.capital or people):
        inner = noun_phrases.after(sentence, relative + 1)
        if inner is not None and inner[1] >= last:
            return False
    if word == "that" and not _is_relative_that(sentence, relative):
        return False
    return not _reports(sentence, relative + 1, last) and opens_clause(sentence, head[0])


def opens_clause(sentence: Sentence, first: int) -> bool:
    """Return whether the subject of a clause may begin here, and not the object of a verb."""
    if first == 0:
        return True
    before = sentence.tokens[first - 1]
    word = before.lower
    if (
        not before.is_word
        or word in _OPENERS
        or word in SUBORDINATORS
        or is_adverb(word)
        or sentence.in_date[first - 1]
    ):
        return True
    if word in PREPOSITIONS or noun_phrases.is_verb(sentence, first - 1):
        return False
    if first == 1 and word.endswith(("ing", "ed")):
        return False  # "Opening the briefing"
    return before.capital or sentence.lower(first) in ("the", "a", "an")


def around(sentence: Sentence, comma: int) -> list[Phrase]:
    """Return the subjects that may precede insertions up to a comma, with their descriptions.

    They are in the order of the text: "the mayor, Ann Lund", "Ann Lund".
    """
    found: list[Phrase] = []
    kinds: list[tuple[int, Insertion]] = []  # the last token and the kind of each insertion
    right = comma
    for at in range(comma - 1, max(0, comma - _LONGEST), -1):
        if sentence.lower(at) in _STOPS:
            break
        if sentence.lower(at) != ",":
            continue
        kind = _insertion(sentence, at + 1, right - 1)
        if not kind:
            break
        kinds.insert(0, (right - 1, kind))
        right = at
        end = at - 1 - (sentence.lower(at - 1) in ("there", "here"))
        head = restricted(sentence, end) or noun_phrases.before(sentence, end)
        if sentence.row(end - 1, end + 1) == ["of", "them"]:
            head = end - 2, end
        if head is not None and head[1] == end and opens_clause(sentence, head[0]):
            found.insert(0, (head[0], _described(sentence, at - 1, kinds)))
    return found


def with_name(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return a phrase with the name after it: "the head of the rescue service, Jan Wilk"."""
    first, end = phrase[1] + 2, _closed(sentence, phrase[1] + 2)
    if sentence.lower(phrase[1] + 1) != "," or end is None:
        return phrase
    own = sentence.lower(phrase[0]) in _OWN and first == end and sentence.tokens[end].capital
    named = sentence.lower(phrase[0]) in DETERMINERS
    full = named and names.is_full_name(sentence, (first, end))
    return (phrase[0], end) if full or own else phrase


def extended(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Return a phrase with the clause and the appositions after it: "a nurse who treated them"."""
    first, last = phrase
    last = _past_relative(sentence, last + 1) or last
    while sentence.lower(last + 1) == "," and (end := _closed(sentence, last + 2)) is not None:
        kind = _insertion(sentence, last + 2, end)
        if kind == "relative" or (
            kind == "apposition" and _is_apposition_of(sentence, (first, last), last + 2, end)
        ):
            last = end
        else:
            break
    return first, last


def _described(sentence: Sentence, head: int, kinds: list[tuple[int, Insertion]]) -> int:
    """Return the last token of a subject with the insertions that describe it."""
    last = head
    for end, kind in kinds:
        if kind == "aside" and last + 2 == end and end in sentence.quantity_at:
            continue  # an age: "Jan Moor, 43, a fisherman"
        if kind not in ("relative", "apposition"):
            break
        last = end
    return last


def _insertion(sentence: Sentence, first: int, last: int) -> Insertion:
    if first > last:
        return ""
    word = sentence.lower(first)
    if word in _RELATIVE:
        return "aside" if _says(sentence, first, last) else "relative"
    if word == "known" or sentence.lower(first + 1) == "known":
        return "apposition"
    inside = next((at for at in range(first, last + 1) if sentence.lower(at) in _CLAUSES), last + 1)
    finite = any(_is_finite(sentence, at) for at in range(first + 1, inside))
    if finite:
        return "aside" if saying().verbs.ending(sentence.tokens, last) else ""
    if first in sentence.quantity_at:
        return "aside"
    participle = word.endswith("ing") or word in _ASIDES
    dated = first < last and sentence.in_date[first + 1]
    follows = sentence.lower(first + 1) in PREPOSITIONS or dated
    participle = participle or (word.endswith("ed") and follows)
    if word in ("then", "now") and sentence.lower(first + 1) in DETERMINERS:
        return "apposition"  # Owen Pell, then a lieutenant
    if word in PREPOSITIONS or is_adverb(word) or participle or sentence.in_date[first]:
        return "aside"
    named = sentence.tokens[first].capital or word in saying().source_nouns
    if named or word in DETERMINERS or word in _DESCRIBING or word.endswith("'s"):
        return "apposition"
    return "" if word in ("and", "but", "or", "nor") else "aside"  # "present in two others"


def _is_apposition_of(sentence: Sentence, phrase: Phrase, first: int, last: int) -> bool:
    """Return whether words after a comma describe a source, or are its name."""
    if names.is_person(sentence, phrase):
        if names.is_full_name(sentence, (first, last)):
            return True
    second = noun_phrases.after(sentence, first)
    if second is None or (_past_relative(sentence, second[1] + 1) or second[1]) != last:
        return False
    opening = sentence.lower(first)
    describes = opening in ("a", "an", "the") or opening in saying().source_nouns | _DESCRIBING
    named = any(sentence.tokens[at].capital for at in range(phrase[0], phrase[1] + 1))
    return describes and named


def _closed(sentence: Sentence, first: int) -> int | None:
    """Return the last token before the mark that closes an insertion, or None."""
    for at in range(first, min(first + 24, len(sentence.tokens) + 1)):
        abbreviation = sentence.lower(at) == "." and noun_phrases.inner_mark(sentence, at)
        if sentence.lower(at) in _ENDS and not abbreviation:
            return at - 1 if at > first else None
    return None


def _past_relative(sentence: Sentence, at: int) -> int | None:
    """Return the last token of a restrictive clause that begins at a token, or None."""
    word = sentence.lower(at)
    if not (word in ("who", "whose") or (word == "that" and _is_relative_that(sentence, at))):
        return None
    end = _closed(sentence, at)
    return end if end is not None and not _reports(sentence, at + 1, end) else None


def _is_relative_that(sentence: Sentence, that: int) -> bool:
    """Return whether "that" has a verb and follows no report: "the group that took the school"."""
    before, verb = sentence.lower(that - 1), sentence.lower(that + 1)
    if before in saying().deniable | saying().claims | saying().data:
        return False
    if before in saying().document_nouns and _has_own_subject(sentence, that):
        return True
    known = sentence.words.people.starting(sentence.tokens, that + 1)
    present = verb.endswith("s") and not verb.endswith(("ss", "'s"))
    present = present and not sentence.tokens[that + 1].capital and not known
    finite = verb in PAST_FORMS or verb.endswith("ed") or verb in AUXILIARIES - {"to"}
    return finite or (present and verb not in saying().source_nouns)


def _has_own_subject(sentence: Sentence, that: int) -> bool:
    """Read "the plaque that the junta put up": a clause about a document, with a subject."""
    inner = noun_phrases.after(sentence, that + 1)
    if inner is None or sentence.lower(that + 1) not in DETERMINERS:
        return False
    verb = sentence.lower(inner[1] + 1)
    return verb in PAST_FORMS | HAVE | {"put", "set"} or verb.endswith("ed")


def _is_reduced(sentence: Sentence, at: int) -> bool:
    """Return whether a participle describes the noun before it: "people briefed on the raid"."""
    word, after = sentence.lower(at), sentence.lower(at + 1)
    if word.endswith("ed") and is_adverb(after):
        after = sentence.lower(at + 2)  # identified only as
    past = (word.endswith("ed") and after in PREPOSITIONS) or word in _PARTICIPLES
    follows = after in PREPOSITIONS or after in DETERMINERS or after.endswith(("self", "selves"))
    follows = follows or after in _WHERE  # relatives waiting outside
    return past or (word.endswith("ing") and follows)


def _is_someone(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether the noun of a phrase is one for people or a source."""
    at = names.noun(sentence, phrase)
    people = sentence.words.people.ending(sentence.tokens, at)
    person = sentence.words.person.ending(sentence.tokens, at)
    return bool(people or person) or sentence.lower(at) in saying().source_nouns


def _reports(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a clause reports what is said: "officials who said the army denied"."""
    for at in range(first, last + 1):
        found = saying().verbs.starting(sentence.tokens, at)
        if found is None or sentence.lower(at) in found[1].nouns or found[1].needs:
            continue
        after = at + found[0]
        subject = sentence.lower(after) in DETERMINERS | PRONOUNS or sentence.tokens[after].capital
        if subject or after in sentence.quantity_at:
            return True
    return False


def _says(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether a clause says something of its own: "the army, which denied that"."""
    row = sentence.row(first, last + 1)
    said = saying().verbs.starting(sentence.tokens, first + 1)
    clause = said is not None and not said[1].needs
    return clause and not NEGATIONS.intersection(row)


def _is_finite(sentence: Sentence, at: int) -> bool:
    word = sentence.lower(at)
    if sentence.in_date[at]:
        return False  # "dated 28 May"
    if word in AUXILIARIES - {"to"} or word in HAVE:
        return True
    after = at + 1
    while is_adverb(sentence.lower(after)) or sentence.lower(after) in ("late", "early"):
        after += 1  # issued late on Wednesday
    reduced = word.endswith("ed") and sentence.lower(after) in PREPOSITIONS
    describes = word.endswith("ing") or (reduced and word not in PAST_FORMS)
    return not describes and noun_phrases.is_verb(sentence, at)
