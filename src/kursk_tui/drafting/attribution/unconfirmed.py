"""Sources that do not confirm: "could not verify", "is checking reports", "no comment from"."""

from kursk_tui.drafting.attribution import subjects
from kursk_tui.drafting.attribution.negation import first_auxiliary, is_after_be, negated
from kursk_tui.drafting.attribution.source_match import Phrase, SourceMatch
from kursk_tui.drafting.attribution.subjects import negative_subject
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.drafting.syntax import noun_phrases
from kursk_tui.english.function_words import BE, PREPOSITIONS
from kursk_tui.english.lexicon.verbs_of_saying import saying

_NEAR = 5
_ENDS = frozenset({"", ".", ",", ";", "and", "but", "when", "on"})
_QUESTIONS = frozenset({"how", "whether", "if", "what", "who", "where", "when", "why"})
_ABOUT = frozenset({"on", "about", "regarding"})
_REFUSING = frozenset({"would", "will", "wouldn't"})
_ASKED = frozenset({"whether", "if"})
_CHECKED_LINKS = PREPOSITIONS | {"and", "or"}
NOT_CONFIRMED = "saying/not-confirm"
"""The rule of "could not confirm"."""

CHECKING = "saying/checking"
"""The rule of "is checking reports that"."""


def unconfirmed(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "could not verify", "has not confirmed", "declined to comment", "refused to discuss"."""
    word, said = sentence.lower(at), saying()
    evaded = word in said.evaded and sentence.lower(at - 1) == "be"
    known = word in said.unverified or word in said.denied or evaded
    if not (known or word in said.unanswered or word in said.withheld):
        return None
    if word == "admitted" and is_after_be(sentence, at):
        return None  # "no lawyer has been admitted"
    if word.startswith("answer") and not _is_asked(sentence, at):
        return None
    verb = known and word not in said.answers
    if verb and (phrase := negative_subject(sentence, at)) is not None:
        if sentence.lower(at - 1) in BE and not _states(sentence, at):
            return None  # neither account could be checked
        return SourceMatch(*phrase, "unverified", (at, at), NOT_CONFIRMED, "beside", named=False)
    denied = negated(sentence, at)
    if denied is None or not (known or _is_unwilling(sentence, denied.at, at)):
        return None
    if word in said.denied:
        return _not_accepted(sentence, at, denied.at)
    if denied.passive and not evaded:
        if not _states(sentence, at):
            return None
        first = first_auxiliary(sentence, denied.at)
        return SourceMatch(first, at, "unverified", (at, at), NOT_CONFIRMED, "beside", named=False)
    phrase = subjects.subject(sentence, denied.at, negative=True)
    return phrase and SourceMatch(*phrase, "unverified", (at, at), NOT_CONFIRMED, "beside")


def _is_asked(sentence: Sentence, at: int) -> bool:
    """Read "did not answer questions", not "did not answer the distress call"."""
    after = sentence.row(at + 1, at + 1 + _NEAR)
    return not after or after[0] in _ENDS or not saying().asked_for.isdisjoint(after)


def _states(sentence: Sentence, at: int) -> bool:
    """Return whether a sentence states what is not confirmed: "that 40 died", "by this office".

    It does not in "neither account could be checked", which is the writer's own statement.
    """
    content = {"that", "this", "it", "to", "of", "which"}.intersection(sentence.row(0, at))
    counted = any(first < at for first in sentence.quantity_at)
    return bool(content) or counted or sentence.lower(at + 1) in ("by", "that", "whether")


def _is_unwilling(sentence: Sentence, denied: int, at: int) -> bool:
    """Return whether a source refuses to say something, or does not say whether or how."""
    asked = sentence.lower(at) == "say" and sentence.lower(at + 1) in _QUESTIONS
    refused = sentence.row(denied, at)
    withheld = sentence.lower(at) in saying().withheld and bool(_REFUSING.intersection(refused))
    return asked or withheld or bool(saying().unwilling.intersection(refused))


def _not_accepted(sentence: Sentence, at: int, denied: int) -> SourceMatch | None:
    """Read "does not accept the figure", "refused to believe that"."""
    row = sentence.row(at + 1, at + 9)
    ends = row[:1] in ([], ["."], [","]) and sentence.lower(0) in ("this", "that")
    clause = sentence.lower(at).startswith("believe") and row[:1] != ["in"]
    if not (ends or clause) and "that" not in row and not saying().claims.intersection(row):
        return None
    phrase = subjects.subject(sentence, denied, negative=True)
    return phrase and SourceMatch(*phrase, "denies", (at, at), "saying/deny", "beside")


def checked(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "the mission is checking reports that": it does not say that they are right."""
    if (phrase := _establishing(sentence, at)) is not None:
        return SourceMatch(*phrase, "unverified", (at, at), CHECKING, "beside")
    if sentence.lower(at) not in saying().checking or sentence.lower(at - 1) == "to":
        return None
    checked = _report_after(sentence, at)
    if checked is None:
        return None
    active = sentence.lower(at).endswith("ing") or not is_after_be(sentence, at)
    phrase = subjects.subject(sentence, at, negative=True) if active else None
    if phrase is None or sentence.lower(phrase[1]) in saying().checked:
        return None
    return SourceMatch(*phrase, "unverified", (at, at), CHECKING, "beside")


def _establishing(sentence: Sentence, at: int) -> Phrase | None:
    """Return who is "trying to establish whether", or None."""
    if sentence.lower(at) not in saying().establishing or sentence.lower(at - 1) != "to":
        return None
    if sentence.lower(at - 2) not in saying().trying:
        return None
    asked = at + 1 + (sentence.lower(at + 1) == "out")
    many = sentence.row(asked, asked + 2) in (["how", "many"], ["how", "much"])
    if sentence.lower(asked) not in _ASKED and not many:
        return None
    return subjects.subject(sentence, at - 2, negative=True)


def _report_after(sentence: Sentence, at: int) -> str | None:
    """Return what is checked: "reports" with "that" or "of", or "whether"."""
    following = sentence.row(at + 1, at + 1 + _NEAR)
    for word in following[:2]:
        if word in ("whether", "how", "if"):
            return word
    nth = next((nth for nth, word in enumerate(following) if word in saying().checked), None)
    if nth is None or not _CHECKED_LINKS.intersection(following[:nth]) <= {"into", "up"}:
        return None
    return following[nth] if sentence.lower(at + nth + 2) in ("that", "of", "about") else None


def no_comment(sentence: Sentence, at: int) -> SourceMatch | None:
    """Read "there was no immediate comment from Moscow"."""
    if sentence.lower(at) not in saying().answers:
        return None
    if "no" not in sentence.row(at - 4, at) or sentence.lower(at + 1) != "from":
        return None
    phrase = noun_phrases.after(sentence, at + 2)
    if phrase is None:
        return None
    about = (each for each in range(*phrase) if sentence.lower(each + 1) in _ABOUT)
    span = phrase[0], next(about, phrase[1])  # from the army on the claim
    return SourceMatch(*span, "unverified", (at, at), NOT_CONFIRMED, "clause")
