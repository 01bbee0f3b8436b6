"""Sources that are the agent of a passive: "the toll was put at 40 by the army"."""

from kursk_tui.drafting.attribution.complements import complement_fits
from kursk_tui.drafting.attribution.source_match import SourceMatch, is_known, is_method
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, noun_phrases
from kursk_tui.english.function_words import BE, NEGATIONS, is_adverb
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import VerbOfSaying, saying

_FARTHEST = 8  # tokens between "put" and "by": "was put at about 40 dead on Monday by"
_AT = frozenset({"at", "as", "to"})
_NAMING = word_set("drafting", "assertion", "naming")
_INVENTIONS = word_set("drafting", "assertion", "fantasies").union(
    word_set("drafting", "assertion", "guesses"),
    word_set("drafting", "assertion", "false") - {"true", "correct"},
)


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
        be = sentence.lower(auxiliary) in BE or _describes(sentence, at)
        return (at, found[1]) if be and fits and not negated else None
    return None


def _describes(sentence: Sentence, at: int) -> bool:
    """Return whether people come before a participle: "90 conscripts listed as missing by"."""
    people = sentence.words.people.ending(sentence.tokens, at - 1)
    return people is not None and sentence.lower(at + 1) == "as"


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
