"""Dates without a year that are still to come: "promised to leave by December"."""

import re
from datetime import date, timedelta

from kursk_tui.drafting.dates.date_bounds import before_modifiers
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.dates.days import first_day, last_day
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

_AHEAD = word_set("drafting", "dates", "ahead")
_SETTING = word_set("drafting", "dates", "setting")
_UPCOMING = word_set("drafting", "dates", "upcoming")
_PROMISES = word_set("drafting", "dates", "promises")
_INTENDED = word_set("drafting", "dates", "intended")
_TENTATIVE = word_set("drafting", "dates", "tentative")
_LASTING = word_set("drafting", "dates", "lasting")
_PRESENT = frozenset(("is", "are"))
_PAST = frozenset(("was", "were", "had", "has", "have", "said"))
_FINITE_PAST = frozenset(("was", "were", "had"))
_OPEN_ENDS = frozenset(("until", "till", "from"))
_POSSIBLE = frozenset(("could", "may", "might"))
_LIMITS = frozenset(("by", "before", "until", "till"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONG_AGO = timedelta(days=300)
_NEAR = 10
_FAR = 16


def is_ahead(sentence: Sentence, found: DateRange) -> bool:
    """Return whether a date without a year is in the future, as its sentence has it."""
    first = found.first
    near = range(max(0, first - _NEAR), first)
    if any(sentence.lower(at) in _AHEAD and not _was(sentence, at) for at in near):
        return True
    before = _words_before(sentence, first)
    if sentence.lower(first - 1) == "for" and _SETTING.intersection(before[-4:]):
        return True  # set for 2 June
    set_on = sentence.lower(first - 1) in ("on", "in") and sentence.lower(first - 2)
    if set_on in _SETTING & _INTENDED and not _was(sentence, first - 2):
        return True  # its report, expected on 20 June
    if sentence.lower(before_modifiers(sentence, first)) in _LIMITS and (
        _PROMISES.intersection(before)
    ):
        return True
    return _is_intended(sentence, near) or _opens_future(sentence, found)


def _words_before(sentence: Sentence, first: int) -> list[str]:
    """Return the words before a date, without other dates: May is a month."""
    near = range(max(0, first - _FAR), first)
    return [sentence.lower(at) for at in near if not sentence.in_date[at]]


def _was(sentence: Sentence, at: int) -> bool:
    """Return whether "due" was so in the past: "had been due in court on Monday"."""
    return sentence.lower(at) != "will" and bool(
        _FINITE_PAST.intersection(sentence.row(at - 3, at))
    )


def _is_intended(sentence: Sentence, near: range) -> bool:
    """Read "is to leave on Friday", "are expected to sail on Friday"."""
    for at in near:
        if sentence.lower(at) not in _PRESENT:
            continue
        after = sentence.row(at + 1, at + 4)
        if after[:1] == ["to"] or ("to" in after and _INTENDED.intersection(after)):
            return True
    return False


def _opens_future(sentence: Sentence, found: DateRange) -> bool:
    """Read "from June the rains will", "by 3 June at the latest, the camp will close"."""
    opening = max(0, before_modifiers(sentence, found.first))
    opens = opening <= 1 or not sentence.tokens[opening - 1].is_word
    after = sentence.row(found.last + 1, found.last + 1 + _NEAR)
    if "will" not in after or not (opens or sentence.lower(opening - 1) == "and"):
        return False
    return not saying().asserting_forms.intersection(after[: after.index("will")])


def may_be_next(sentence: Sentence, found: DateRange, day: str, today: date | None) -> bool:
    """Return whether a day can be ahead: "the truce expires on 20 May"."""
    if today is None or found.end is not None or not _DAY.fullmatch(day):
        return False
    start = found.start
    if _is_adjourned(sentence, found):
        return False
    weekday = start.weekday is not None and start.day is None and start.shift is None
    old = start.year is None and start.day and today - date.fromisoformat(day) > _LONG_AGO
    if not (weekday or old) or sentence.lower(found.last).endswith("'s"):
        return False
    words = sentence.row(0, len(sentence.tokens))
    past = _PAST.intersection(words) or sentence.trigger_matches
    link = found.first - (sentence.lower(found.first - 1) in ("on", "in"))
    is_on = link < found.first and sentence.lower(link - 1) in _PRESENT
    return (is_on or bool(_UPCOMING.intersection(words))) and not past


def is_rather_next(
    sentence: Sentence, found: DateRange, last: str, following: str | None, today: date | None
) -> bool:
    """Return whether a month or day is rather the next one than the last, which is farther away.

    The words leave it open: "would withdraw on 1 June", "extended until 30 September", "ends in
    September".
    """
    start = found.start
    dated = start.month is not None and start.year is None and not start.period
    dated = dated or _would_be_on_a_weekday(sentence, found)
    if today is None or following is None or found.end is not None or not dated:
        return False
    if _is_adjourned(sentence, found):
        return False
    lasts = sentence.lower(before_modifiers(sentence, found.first)) in _OPEN_ENDS
    if _would_be_on_a_weekday(sentence, found) and lasts:
        return True  # said that the line would be closed until Monday
    if first_day(following) - today >= today - last_day(last):
        return False
    before = _words_before(sentence, found.first)
    if _opens_possibility(sentence, found):
        return True
    if _TENTATIVE.intersection(before) or _LASTING.intersection(before[-6:]):
        return True
    words = sentence.row(0, len(sentence.tokens))
    present = _UPCOMING.intersection(before) or _PRESENT.intersection(before)
    return bool(present) and not (_FINITE_PAST.intersection(words) or sentence.trigger_matches)


def _opens_possibility(sentence: Sentence, found: DateRange) -> bool:
    """Read "by 31 August, 70,000 people could be displaced"."""
    limit = sentence.lower(before_modifiers(sentence, found.first)) in _LIMITS
    after = sentence.row(found.last + 1, found.last + 1 + _NEAR)
    could = _POSSIBLE.intersection(after)
    return limit and found.first <= 3 and bool(could) and not _FINITE_PAST.intersection(after)


def _is_adjourned(sentence: Sentence, found: DateRange) -> bool:
    """Read "the talks, adjourned on 6 October, will resume": that day is past."""
    link = found.first - (sentence.lower(found.first - 1) in ("on", "in"))
    participle = sentence.lower(link - 1)
    past = participle.endswith("ed") and participle not in _INTENDED | _SETTING | _AHEAD
    return past and sentence.lower(link - 2) == ","


def _would_be_on_a_weekday(sentence: Sentence, found: DateRange) -> bool:
    """Read "said that machines would be used from Thursday", of a day in the clause of "would"."""
    start, before = found.start, sentence.row(found.first - _NEAR, found.first)
    weekday = start.weekday is not None and start.day is None and start.shift is None
    if not weekday or "would" not in before:
        return False
    clause = before[before.index("would") :]
    return "," not in clause and not saying().asserting_forms.intersection(clause)
