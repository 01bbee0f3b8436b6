"""Sources of a passive, a possessive, a participle or a quotation without a verb of saying."""

from kursk_tui.drafting.attribution.complements import complement_fits
from kursk_tui.drafting.attribution.source_match import (
    Phrase,
    SourceMatch,
    is_known,
    is_method,
    is_person,
)
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, names, noun_phrases
from kursk_tui.english.function_words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    DO,
    NEGATIONS,
    PAST_FORMS,
    is_adverb,
)
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import VerbOfSaying, saying
from kursk_tui.vocabulary import Stance

_FARTHEST = 8  # tokens between "put" and "by": "was put at about 40 dead on Monday by"
_LONGEST = 8  # tokens of a name before "'s"
_AT = frozenset({"at", "as", "to"})
_NAMING = word_set("drafting", "assertion", "naming")
_INVENTIONS = word_set("drafting", "assertion", "fantasies").union(
    word_set("drafting", "assertion", "guesses"),
    word_set("drafting", "assertion", "false") - {"true", "correct"},
)
_POSSESSIVES = frozenset(("his", "her", "their", "its"))
_OF_THE_AUTHOR = frozenset(("our", "my"))
_MOST_WORDS_OF_A_LABEL = 6
_QUOTES = frozenset('“"«')
POSSESSIVE = "saying/possessive"
"""The rule of a source in the possessive: "the army's count"."""

STATEMENT = "saying/statement"
"""The rule of "the army's claim that"; another source of the sentence takes its place."""

OWN_VIEW = "saying/own-view"
"""The rule of "in our judgement", which names the author."""

LEAD = "attribution/lead"
"""The rule of a subject before a colon and a quotation."""


def agent(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "by the army" in "the toll was put at 40 by the army", "was denied by the army"."""
    if sentence.lower(at) != "by" or at + 1 >= len(sentence.tokens):
        return None
    if sentence.lower(at - 1) in _NAMING and sentence.lower(at - 2) in BE:
        return _naming(sentence, at)
    found = _passive_before(sentence, at)
    phrase = noun_phrases.after(sentence, at + 1)
    if found is None or phrase is None or not is_known(sentence, phrase):
        return None
    if is_method(sentence, phrase):
        return None  # was confirmed by PCR
    cue, verb = found
    phrase = modifiers.extended(sentence, phrase)
    return SourceMatch(*phrase, verb.stance, (cue, cue), verb.rule, "clause")


def _naming(sentence: Sentence, by: int) -> SourceMatch | None:
    """Read "was described by the minister as a guess", "branded by the army as lies"."""
    phrase = noun_phrases.after(sentence, by + 1)
    named = sentence.row(phrase[1] + 1, phrase[1] + 6) if phrase is not None else []
    if phrase is None or named[:1] != ["as"] or _INVENTIONS.isdisjoint(named):
        return None
    if not is_known(sentence, phrase):
        return None
    return SourceMatch(*phrase, "denies", (by - 1, by - 1), "saying/deny", "clause")


def _passive_before(sentence: Sentence, by: int) -> tuple[int, VerbOfSaying] | None:
    """Return the participle of a passive before "by", and its verb, or None."""
    farthest = 3 * _FARTHEST if "and" in sentence.row(by - _FARTHEST, by) else _FARTHEST
    for at in range(by - 1, max(0, by - farthest), -1):
        found = saying().agents.starting(sentence.tokens, at)
        if found is None:
            if sentence.lower(at) == "and" and _is_gapped(sentence, at, by):
                continue
            if sentence.lower(at) in (",", ";", ":", "and", "but") or _acts(sentence, at):
                return None
            continue
        auxiliary = at - 1
        while is_adverb(sentence.lower(auxiliary)) or sentence.lower(auxiliary) in NEGATIONS:
            auxiliary -= 1
        negated = NEGATIONS.intersection(sentence.row(auxiliary - 3, at))
        fits = _is_complemented(sentence, at, by, found[1])
        be = sentence.lower(auxiliary) in BE
        return (at, found[1]) if be and fits and not negated else None
    return None


def _is_gapped(sentence: Sentence, joint: int, by: int) -> bool:
    """Return whether "and at 44" comes before "by": "put at 31 by X and at 44 by Y"."""
    counted = joint + 2 in sentence.quantity_at
    return sentence.lower(joint + 1) in _AT and counted and by - joint < _FARTHEST


def _acts(sentence: Sentence, at: int) -> bool:
    match = sentence.trigger_at.get(at)
    return match is not None and match.trigger.use in ("done", "act")


def _is_complemented(sentence: Sentence, cue: int, by: int, verb: VerbOfSaying) -> bool:
    """Return whether a passive has what its verb needs, after it or in its subject."""
    if "amount" in verb.needs or "toll" in verb.needs:
        row = range(cue + 1, cue + _FARTHEST + 8)
        return any(sentence.lower(at) in _AT and at + 1 in sentence.quantity_at for at in row)
    if verb.sense == "count":
        return any(at in sentence.quantity_at for at in range(_clause_start(sentence, cue), by))
    if verb.stance == "denies":
        return not saying().claims.isdisjoint(sentence.row(0, cue))
    if "on" in verb.needs and "on" in sentence.row(cue + 1, by):
        return True  # was blamed on smugglers by
    return not verb.needs or complement_fits(sentence, by, verb)


def _clause_start(sentence: Sentence, at: int) -> int:
    while at > 0 and sentence.lower(at - 1) not in (",", ";", ":", "and", "but"):
        at -= 1
    return at


def account(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "by the army's own count", "in the UN's view", "on official figures"."""
    if sentence.lower(at) not in ("by", "on", "in"):
        return None
    if sentence.lower(at + 1) in _POSSESSIVES:
        return _of_pronoun(sentence, at)
    owner = _owner(sentence, at + 1)
    noun = _past_adjectives(sentence, owner[1] + 1) if owner else at
    if owner and sentence.lower(noun) in saying().accounts:
        return _of_owner(sentence, owner, (at, noun))
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
    found = phrase and _of_owner(sentence, phrase, (at, at))
    return found and found._replace(stance=stance, rule=STATEMENT)


def _states(sentence: Sentence, at: int) -> bool:
    """Return whether "that", or "of" and a number, says what is stated."""
    return sentence.lower(at) == "that" or (
        sentence.lower(at) == "of" and at + 1 in sentence.quantity_at
    )


def _owner(sentence: Sentence, first: int) -> Phrase | None:
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


def _of_owner(sentence: Sentence, owner: Phrase, cue: Phrase) -> SourceMatch | None:
    last = sentence.tokens[owner[1]]
    named = last.capital or last.lower.removesuffix("'s") in saying().source_nouns
    return SourceMatch(*owner, "asserts", cue, POSSESSIVE, "clause") if named else None


def if_believed(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "if the rebels are to be believed"."""
    if sentence.lower(at) != "if":
        return None
    phrase = noun_phrases.after(sentence, at + 1)
    verb = phrase[1] + 1 if phrase else at
    row = sentence.row(verb + 1, verb + 4)
    believed = row[:2] == ["to", "be"] and row[2:] in (["believed"], ["trusted"], ["credited"])
    cue = (verb + 3, verb + 3)
    return (
        SourceMatch(*phrase, "asserts", cue, "saying/according", "clause")
        if phrase and believed
        else None
    )


def as_does(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read ", as does the hospital" at the end of a sentence."""
    verb = sentence.lower(at + 1)
    if sentence.row(at - 1, at + 1) != [",", "as"] or verb not in DO:
        return None
    phrase = noun_phrases.after(sentence, at + 2)
    if phrase is None or sentence.lower(phrase[1] + 1) not in ("", ".", ";"):
        return None
    return SourceMatch(*phrase, "asserts", (at + 1, at + 1), "saying/gapped", "guess")


def with_participle(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "with police saying that more bodies had been found"."""
    found = saying().participles.starting(sentence.tokens, at)
    if found is None or not at or "with" not in sentence.row(at - _LONGEST, at):
        return None
    opening = at - 1
    while sentence.lower(opening) != "with":
        if not sentence.tokens[opening].is_word or opening in sentence.quantity_at:
            return None
        opening -= 1
    phrase = opening + 1, at - 1
    last = at + found[0] - 1
    if phrase[0] > phrase[1] or not is_known(sentence, phrase):
        return None
    if not complement_fits(sentence, last, found[1]):
        return None
    return SourceMatch(*phrase, found[1].stance, (at, last), found[1].rule, "clause")


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
    owner = _owner(sentence, phrase[0])
    if owner is None or owner[1] >= phrase[1] or sentence.lower(end + 1) not in _QUOTES:
        return None
    if sentence.lower(phrase[1]) not in saying().replies or phrase[1] + 1 >= end:
        return None
    found = _of_owner(sentence, owner, (phrase[1], phrase[1]))
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
    said = range(end + 1, len(sentence.tokens))
    finite = AUXILIARIES | PAST_FORMS
    return not single and any(sentence.lower(one) in finite for one in said)


def _is_blunt(sentence: Sentence, phrase: Phrase) -> bool:
    """Read "The doctor is blunt.", which says how the doctor speaks."""
    at = phrase[1] + 1
    if sentence.lower(at) == ",":  # Amina Tosh, who runs the ward, is blunt
        at = modifiers.extended(sentence, phrase)[1] + 1
        at += sentence.lower(at) == ","
    manner = at + 1 + is_adverb(sentence.lower(at + 1))
    blunt = sentence.lower(at) in BE and sentence.lower(manner) in saying().blunt
    return blunt and sentence.lower(manner + 1) in ("", ".")
