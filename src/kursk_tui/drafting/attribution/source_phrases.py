"""Sources named without a verb of saying: "according to", hearsay, missing confirmation."""

from collections.abc import Iterator

from kursk_tui.drafting.attribution import source_match, subjects
from kursk_tui.drafting.attribution.accounts import account, own_view, statement_of
from kursk_tui.drafting.attribution.negation import negated
from kursk_tui.drafting.attribution.passive_agents import agent
from kursk_tui.drafting.attribution.quotation_leads import lead
from kursk_tui.drafting.attribution.source_match import Phrase, SourceMatch
from kursk_tui.drafting.attribution.subjects import negative_subject
from kursk_tui.drafting.attribution.subordinate_sources import (
    as_does,
    if_believed,
    with_participle,
)
from kursk_tui.drafting.attribution.unconfirmed import checked, no_comment, unconfirmed
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import modifiers, names, noun_phrases
from kursk_tui.english.function_words import BE, is_adverb
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.vocabulary import Stance

_NEAR = 5
# Function words of this rule; no other rule uses them as a list.
_JOINTS = frozenset({"and", "while", "but"})
BRIEFED = "saying/briefed"
"""The rule of "after a briefing by"."""

GAPPED = "saying/gapped"
"""The rule of a source whose verb is left out."""

BARE_DATA = "saying/bare-data"
"""The rule of "according to preliminary data"."""


def source_phrases(sentence: Sentence, at: int) -> Iterator[SourceMatch]:
    """Yield the sources whose cue begins at a token; the most specific reading comes first."""
    for rule in _RULES if sentence.lower(at) in saying().cues else (_gapped, lead):
        found = rule(sentence, at)
        if found is not None:
            yield found


def _gapped(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "the UN put the toll at 40, the government at 25", where the second verb is left out."""
    before = at - 1 - (sentence.lower(at - 1) in _JOINTS)
    if sentence.lower(before) not in (",", ";") or sentence.lower(at) in _JOINTS:
        return None
    phrase = noun_phrases.after(sentence, at)
    if phrase is None or not _is_named_body(sentence, phrase):
        return None
    number = phrase[1] + 1
    number += sentence.lower(number) in ("at", "to")
    if number not in sentence.quantity_at:
        return None
    end = number
    while end in sentence.quantity_at:
        end += 1
    if sentence.lower(end) not in ("", ".", ",", ";", "and", "while"):
        return None
    said = any(
        saying().verbs.starting(sentence.tokens, back)
        and any(count in sentence.quantity_at for count in range(back, before))
        for back in range(before)
    )
    cue = (phrase[1] + 1, phrase[1] + 1)
    return SourceMatch(*phrase, "asserts", cue, GAPPED, "guess") if said else None


def _is_named_body(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a phrase is a body or an acronym, not a place or people counted."""
    last = sentence.tokens[phrase[1]]
    return last.lower in saying().body_nouns or (len(last.text) > 1 and last.text.isupper())


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
    if saying().passive.starting(sentence.tokens, verb) is None or _is_aside(sentence, at):
        return None
    first = at
    while sentence.lower(first - 1) in ("has", "have", "had"):
        first -= 1
    follows = sentence.lower(verb + 1)
    if follows == "to" and sentence.lower(verb + 2) not in ("the", "a", "parliament", "police"):
        span = (at, verb + 1)
    elif "that" in sentence.row(verb + 1, verb + 6) and sentence.lower(first - 1) == "it":
        span = (first - 1, verb)
    else:
        return None
    rule = "saying/passive-belief"
    return SourceMatch(*span, "unsourced", (verb, verb), rule, "beside", named=False)


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Return whether a clause is only about what is before it: "a gang, who are thought to flee".

    It is not if it states what the sentence counts: "six men, who are believed to have drowned".
    """
    if sentence.lower(at - 1) not in ("who", "which") or sentence.lower(at - 2) != ",":
        return False
    end = at
    while end < len(sentence.tokens) and sentence.lower(end) not in (",", ";", "."):
        end += 1
    counted = any(back in sentence.quantity_at for back in range(at - 2 - _NEAR, at - 2))
    return not (counted and any(inside in sentence.trigger_at for inside in range(at, end)))


def _source_phrase(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "according to the ministry"."""
    found = saying().source_phrases.starting(sentence.tokens, at)
    if found is None or sentence.tokens[at].lower != sentence.tokens[at].text.lower():
        return None
    length, known = found
    first = at + length
    participle = sentence.lower(at).endswith("ed")
    if participle and (negated(sentence, at) or negative_subject(sentence, at)):
        return None  # "could not be confirmed by"
    if first >= len(sentence.tokens) or sentence.lower(first) in saying().plans:
        return None
    if known.document and not _is_document(sentence, at - 1):
        return None
    phrase = noun_phrases.after(sentence, first)
    if phrase is None:
        return None
    phrase = modifiers.extended(sentence, phrase)
    phrase = names.with_other_name(sentence, _with_reader(sentence, phrase))
    if known.known and not source_match.is_known(sentence, phrase):
        return None
    if sentence.lower(first - 1) == "by" and source_match.is_method(sentence, phrase):
        return None
    if known.rule == BRIEFED:
        phrase = _without_audience(sentence, phrase)
        if not source_match.is_source(sentence, phrase):
            return None
    stance: Stance = "unsourced" if source_match.is_hearsay(sentence, phrase) else "asserts"
    cue = (at, at + length - 1)
    if source_match.is_bare_data(sentence, phrase):
        if known.relay:
            return None  # the source that cites them has them from its own people
        return SourceMatch(*phrase, "unsourced", cue, BARE_DATA, "beside", named=False)
    return SourceMatch(*phrase, stance, cue, known.rule, "beside", relay=known.relay)


def _is_document(sentence: Sentence, at: int) -> bool:
    """Return whether a word is one for a document or data."""
    said, word = saying(), sentence.lower(at)
    return word in said.document_nouns or word in said.data or word in said.deniable


def _with_reader(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Add who has seen a document: "a manifest seen by this agency"."""
    last = phrase[1]
    if sentence.lower(last) not in saying().perceived:
        last += 1
    if sentence.lower(last) not in saying().perceived or sentence.lower(last + 1) != "by":
        return phrase
    reader = noun_phrases.after(sentence, last + 2)
    return (phrase[0], reader[1]) if reader else phrase


def _without_audience(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Leave out the audience: "a briefing by the service to parliament"."""
    row = sentence.row(phrase[0], phrase[1] + 1)
    return (phrase[0], phrase[0] + row.index("to") - 1) if "to" in row[1:] else phrase


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


_RULES = (
    *(_hearsay, _passive, _source_phrase),
    *(unconfirmed, checked, no_comment),
    *(_quoted_as, _gapped, agent, account, own_view, statement_of),
    *(if_believed, as_does, with_participle, lead),
)
