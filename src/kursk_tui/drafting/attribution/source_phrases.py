"""Sources named without a verb of saying: "according to", hearsay, missing confirmation."""

from collections.abc import Iterator

from kursk_tui.drafting.attribution import subjects
from kursk_tui.drafting.attribution.negation import first_auxiliary, negated
from kursk_tui.drafting.attribution.subjects import Phrase, SourceMatch
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import noun_phrases
from kursk_tui.english.function_words import BE, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.vocabulary import Stance

BRIEFED = "saying/briefed"
"""The rule of "after a briefing by"."""


def source_phrases(sentence: Sentence, at: int) -> Iterator[SourceMatch]:
    """Yield the sources whose cue begins at a token; the most specific reading comes first."""
    for rule in (_hearsay, _passive, _source_phrase, _unconfirmed, _no_comment, _quoted_as):
        found = rule(sentence, at)
        if found is not None:
            yield found


def _hearsay(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "reportedly"."""
    found = saying().hearsay.starting(sentence.tokens, at)
    if found is None:
        return None
    last = at + found[0] - 1
    return SourceMatch(at, last, "unsourced", (at, last), "saying/unsourced", "beside", named=False)


def _passive(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "are believed to have died", "it is thought that"."""
    if sentence.lower(at) not in BE:
        return None
    verb = at + 1
    while is_adverb(sentence.lower(verb)) or sentence.lower(verb) in ("been", "being"):
        verb += 1
    if saying().passive.starting(sentence.tokens, verb) is None:
        return None
    first = at
    while sentence.lower(first - 1) in ("has", "have", "had"):
        first -= 1
    follows = sentence.lower(verb + 1)
    if follows == "to" and sentence.lower(verb + 2) not in ("the", "a", "parliament", "police"):
        span = (at, verb + 1)
    elif follows == "that" and sentence.lower(first - 1) == "it":
        span = (first - 1, verb)
    else:
        return None
    rule = "saying/passive-belief"
    return SourceMatch(*span, "unsourced", (verb, verb), rule, "beside", named=False)


def _source_phrase(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "according to the ministry"."""
    found = saying().source_phrases.starting(sentence.tokens, at)
    if found is None or sentence.tokens[at].lower != sentence.tokens[at].text.lower():
        return None
    length, known = found
    first = at + length
    if first >= len(sentence.tokens) or sentence.lower(first) in saying().plans:
        return None
    phrase = noun_phrases.after(sentence, first)
    if phrase is None:
        return None
    phrase = noun_phrases.with_apposition(sentence, phrase)
    if known.rule == BRIEFED:
        phrase = _without_audience(sentence, phrase)
        if not subjects.is_source(sentence, phrase):
            return None
    stance: Stance = "unsourced" if subjects.is_hearsay(sentence, phrase) else "asserts"
    cue = (at, at + length - 1)
    if subjects.is_bare_data(sentence, phrase):
        return SourceMatch(*phrase, "unsourced", cue, "saying/bare-data", "beside", named=False)
    return SourceMatch(*phrase, stance, cue, known.rule, "beside", relay=known.relay)


def _without_audience(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Leave out the audience: "a briefing by the service to parliament"."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    return (phrase[0], phrase[0] + row.index("to") - 1) if "to" in row[1:] else phrase


def _unconfirmed(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "could not verify", "has not confirmed", "declined to comment", "refused to discuss"."""
    known = saying().unverified.starting(sentence.tokens, at) is not None
    if not known and sentence.lower(at) not in saying().unanswered:
        return None
    denied = negated(sentence, at)
    if denied is None or not (
        known or saying().unwilling.intersection(sentence.row(denied.at, at))
    ):
        return None
    rule = "saying/not-confirm"
    if denied.passive:
        first = first_auxiliary(sentence, denied.at)
        return SourceMatch(first, at, "unverified", (at, at), rule, "beside", named=False)
    phrase = subjects.subject(sentence, denied.at, negative=True)
    return phrase and SourceMatch(*phrase, "unverified", (at, at), rule, "beside")


def _no_comment(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "there was no immediate comment from Moscow"."""
    if sentence.lower(at) not in saying().answers:
        return None
    if "no" not in sentence.row(at - 4, at) or sentence.lower(at + 1) != "from":
        return None
    phrase = noun_phrases.after(sentence, at + 2)
    return phrase and SourceMatch(*phrase, "unverified", (at, at), "saying/not-confirm", "clause")


def _quoted_as(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "Lee quoted the agency as saying", "the agency reported as saying"."""
    if sentence.lower(at) != "as" or not saying().participles.starting(sentence.tokens, at + 1):
        return None
    cue, rule = (at + 1, at + 1), "saying/quoted"
    if sentence.lower(at - 1) in saying().reporting:
        phrase = subjects.subject(sentence, at - 1)
        return phrase and SourceMatch(*phrase, "asserts", cue, rule, "clause", relay="origin")
    for back in range(at - 1, max(-1, at - 14), -1):
        if sentence.lower(back) in saying().quoting:
            if sentence.lower(back - 1) in BE:
                return None
            phrase = noun_phrases.before(sentence, at - 1)
            if phrase is None:
                return None
            first = max(phrase[0], back + 1)
            return SourceMatch(first, phrase[1], "asserts", cue, rule, "beside", relay="origin")
    return None
