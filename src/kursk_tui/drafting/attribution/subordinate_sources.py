"""Sources in a subordinate clause: "if the rebels are to be believed", "with police saying"."""

from kursk_tui.drafting.attribution.complements import complement_fits
from kursk_tui.drafting.attribution.source_match import SourceMatch, is_known
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import noun_phrases
from kursk_tui.english.function_words import DO
from kursk_tui.english.lexicon.verbs_of_saying import saying

_LONGEST = 8  # tokens from "with" to the participle


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
