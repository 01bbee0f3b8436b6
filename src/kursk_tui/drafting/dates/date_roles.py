"""What a date dates: an event, a report, what is in effect, or the background."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from kursk_tui.drafting.dates.background_dates import is_attribute, is_compared, is_history
from kursk_tui.drafting.dates.comparisons import BEFORE_DATES
from kursk_tui.drafting.dates.date_bounds import Bound
from kursk_tui.drafting.dates.earlier_dates import is_before_the_news, is_before_the_past
from kursk_tui.drafting.dates.lasting_states import lasting_state
from kursk_tui.drafting.dates.report_days import (
    COUNTS,
    DOCUMENTS,
    ISSUED,
    ISSUING,
    VENUES,
    is_of_report,
)
from kursk_tui.drafting.findings import AttributionFinding
from kursk_tui.drafting.sentence import Sentence
from kursk_tui.english.dates.date_ranges import DateRange
from kursk_tui.english.function_words import (
    AUXILIARIES,
    DETERMINERS,
    PAST_FORMS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from kursk_tui.english.lexicon import phrase_set, word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying
from kursk_tui.english.tokens import words_at
from kursk_tui.vocabulary import TimeRole

_SPEAKING = word_set("drafting", "dates", "speaking")
_COUNTING = word_set("drafting", "dates", "counting")
_LEARNING = word_set("drafting", "dates", "learning")
_BESIDE_SAYING = word_set("drafting", "dates", "beside_saying")
_NOT_EVENTS = DOCUMENTS.union(VENUES, _BESIDE_SAYING, word_set("drafting", "dates", "audiences"))
_EVENTS = word_set("drafting", "dates", "events")
_TAKES_EFFECT = phrase_set("drafting", "dates", "takes_effect")
_WITH_OBJECT = word_set("drafting", "dates", "with_object")
_DEFINITE = frozenset(("the", "this", "that", "its", "responsibility"))
_OR_EVENT = "perhaps the day of the event"
_OPENS_CLAUSE = frozenset(("", ",", ";", ":", "and", "but", "while", "“", '"'))
_ENDS_STATEMENT = frozenset((",", ".", ""))
_CHAIN = 12
_SENDING = frozenset({"sent", "wrote", "written", "gave"})
_HEARERS = frozenset({"me", "us", "him", "her", "them"})
_TIMES = word_set("drafting", "dates", "times")


class Role(NamedTuple):
    """What a date dates, the token at which its words begin, and why that is a guess, if it is."""

    role: TimeRole
    first: int
    doubt: str | None = None


class DateRoles:
    """Tells what the dates of a sentence date."""

    def __init__(
        self,
        sentence: Sentence,
        attributions: Sequence[AttributionFinding],
        today: date | None,
    ) -> None:
        self._sentence, self._today = sentence, today
        self._places = {token.start: at for at, token in enumerate(sentence.tokens)}
        self._speakers = [*self._spoken(attributions)]

    def _spoken(self, attributions: Sequence[AttributionFinding]) -> Iterator[tuple[range, range]]:
        """Yield the tokens of each source and of its verb."""
        for attribution in attributions:
            found = [self._tokens(*span) for span in (attribution.span, attribution.cue_span)]
            if all(found):
                yield found[0], found[1]
        for at, token in enumerate(self._sentence.tokens):
            if token.lower in _SPEAKING:  # these name no source
                yield range(at, at + 1), range(at, at + 1)

    def _tokens(self, start: int, end: int) -> range:
        first = self._places.get(start)
        if first is None:
            return range(0)
        last = first
        while last + 1 < len(self._sentence.tokens) and self._sentence.tokens[last + 1].end <= end:
            last += 1
        return range(first, last + 1)

    def role(self, found: DateRange, bound: Bound | None) -> Role:
        """Return what a date dates."""
        sentence, first = self._sentence, found.first
        if (opening := _as_of(sentence, first)) is not None:
            return Role("as of", opening)
        if self._is_reported(found):
            return Role("reported", found.first)
        if lasting_state(sentence, found) is not None:
            return Role("as of", found.first)
        if is_compared(sentence, found, bound, self._today):
            return Role("background", first if bound is None else bound.first)
        if bound is not None:
            lasts = bound.preposition == "since" and not bound.of_event
            takes_effect = bound.side == "from" and self._takes_effect(bound.first)
            return Role("in effect" if lasts or takes_effect else "event", bound.first)
        if sentence.lower(first - 1) == "from" and self._takes_effect(first - 1):
            return Role("in effect", first - 1)
        if self._follows_object(found):
            certain = sentence.lower(found.last + 1) == "of"  # accused Orvia on Tuesday of
            return Role("reported", first, None if certain else _OR_EVENT)
        if is_history(sentence, found, self._today):
            return Role("background", first, "perhaps background")
        earlier = is_before_the_past(sentence, found, self._events)
        if earlier or is_before_the_news(sentence, found, self._events, self._today):
            return Role("background", first)
        return Role("event", first)

    @cached_property
    def _events(self) -> list[DateRange]:
        """The dates of the sentence that date no report."""
        return [one for one in self._sentence.dates if not self._is_reported(one)]

    def _takes_effect(self, preposition: int) -> bool:
        return any(
            words_at(self._sentence.tokens, preposition - len(words), words)
            for words in _TAKES_EFFECT
        )

    def _is_reported(self, found: DateRange) -> bool:
        after = self._sentence.lower(found.last + 1)
        if after in DOCUMENTS and is_attribute(self._sentence, found):
            return True
        if self._sentence.lower(found.last).endswith("'s") or after.removesuffix("s") in _EVENTS:
            return False
        return (
            self._is_of_document(found)
            or is_of_report(self._sentence, found)
            or any(self._follows_saying(found, *speaker) for speaker in self._speakers)
            or self._precedes_content(found)
            or any(self._precedes_saying(found, who, cue) for who, cue in self._speakers)
        )

    def _is_of_document(self, found: DateRange) -> bool:
        """Read "a statement on Saturday", "in a report of 3 May", "a report released Tuesday"."""
        at = found.first - 1
        while self._sentence.lower(at) in BEFORE_DATES:
            at -= 1
        word = self._sentence.lower(at)
        if word in DOCUMENTS and at < found.first - 1:
            return self._sentence.lower(at - 1) not in ("could", "will", "would")
        after = self._sentence.lower(found.last + 1)
        if word == "," and after == "," and at < found.first - 1:
            return self._sentence.lower(at - 1) in DOCUMENTS  # the last report, of 3 May,
        if word in VENUES and self._sentence.lower(0) in ("at", "in", "during"):
            return any(cue[0] > found.last for _, cue in self._speakers)
        if word in saying().asserting_forms and self._sentence.lower(at - 1) in ("i", "we"):
            return True
        return word in ISSUING and bool(ISSUED & set(self._sentence.row(at - 4, at)))

    def _follows_saying(self, found: DateRange, who: range, cue: range) -> bool:
        """Return whether only a place, an audience or a count is between a verb and its day.

        The source may be as well: "were announced by the coroner on Friday".
        """
        between = range(cue[-1] + 1, found.first)
        if cue[-1] >= found.first or len(between) > _CHAIN:
            return False
        if between and self._sentence.lower(between[-1]) in DETERMINERS:
            return False  # said the 3 May attack
        if len(between) > 1 and self._sentence.lower(between[-1]) not in BEFORE_DATES:
            if self._sentence.lower(between[-1]) not in _NOT_EVENTS:
                return False
        return all(at in who or self._is_beside_saying(at) for at in between)

    def _precedes_content(self, found: DateRange) -> bool:
        """Read "wrote to his brother on 3 July that", "told us by phone yesterday that"."""
        sentence, that = self._sentence, found.last + 1
        after = sentence.lower(that + 1)
        finite = after in AUXILIARIES | PAST_FORMS or after.endswith("ed")
        if sentence.lower(that) != "that" or finite or that + 1 in sentence.trigger_at:
            return False  # an attack on Monday that killed 12
        for at in range(found.first - 1, max(-1, found.first - _CHAIN), -1):
            if sentence.lower(at) in saying().asserting_forms | _LEARNING:
                return True
            if not (self._is_in_object(at) or sentence.lower(at) == "to"):
                return False
        return False

    def _is_beside_saying(self, at: int) -> bool:
        token, word = self._sentence.tokens[at], self._sentence.lower(at)
        if word == "that" or self._sentence.in_date[at]:
            return False
        if not token.is_word:
            return token.kind == "number" or token.text in "-@"
        if at in self._sentence.trigger_at and word not in COUNTS:
            return False
        if self._sentence.lower(at + 1) in VENUES | DOCUMENTS:
            return True  # at the coordination meeting
        known = word in PREPOSITIONS or word in DETERMINERS or word in _NOT_EVENTS | _HEARERS
        return known or word in COUNTS or token.capital or is_adverb(word)

    def _follows_object(self, found: DateRange) -> bool:
        """Read "claimed the bombing on Tuesday", "accused Orvia on Tuesday of"."""
        sentence = self._sentence
        if sentence.lower(found.first - 1) != "on":
            return False
        if sentence.lower(found.last + 1) not in _ENDS_STATEMENT | {"of"}:
            return False
        for _, cue in self._speakers:
            between = range(cue[-1] + 1, found.first - 1)
            if sentence.lower(cue[-1]) not in _WITH_OBJECT or not 0 < len(between) <= _CHAIN:
                continue
            definite = (
                sentence.lower(between[0]) in _DEFINITE or sentence.tokens[between[0]].capital
            )
            if definite and all(map(self._is_in_object, between)):
                return True
        return False

    def _is_in_object(self, at: int) -> bool:
        token, word = self._sentence.tokens[at], self._sentence.lower(at)
        finite = word in AUXILIARIES or word in PAST_FORMS or word in SUBORDINATORS
        return token.is_word and not finite and at not in self._sentence.quantity_at

    def _precedes_saying(self, found: DateRange, who: range, cue: range) -> bool:
        """Read "On 2 October, the ministry said", "the ministry on Saturday said"."""
        last, start = found.last, found.start
        is_day = start.day is not None or start.weekday is not None or start.period == "day"
        if self._sentence.lower(cue[-1]) in _COUNTING and not is_day:
            return False  # in April, the mission counted 209 dead
        if who[-1] < found.first and cue[0] == last + 1:
            relative = RELATIVES.intersection(self._sentence.row(who[0], who[-1]))
            if relative and self._sentence.lower(who[-1]) not in ISSUING | _SENDING:
                return False  # the plaque that the junta put up in 1976 says
            return all(
                self._sentence.lower(at) in BEFORE_DATES for at in range(who[-1] + 1, found.first)
            )
        between = self._sentence.row(last + 1, who[0])
        if who[0] <= last or cue[0] < who[0] or not set(between) <= {",", *DETERMINERS}:
            return False
        if len(between) > 2 or self._sentence.lower(cue[-1] + 1) in _ENDS_STATEMENT:
            return False  # on Saturday, the army said, 40 died
        at = found.first - 1
        while self._sentence.lower(at) in BEFORE_DATES or is_adverb(self._sentence.lower(at)):
            at -= 1
        if self._sentence.lower(at) in ("and", "but") and at == found.first - 1:
            return False  # between early and mid-October
        return self._sentence.lower(at) in _OPENS_CLAUSE


def _as_of(sentence: Sentence, first: int) -> int | None:
    """Return where "as of 3 May" or "as at 0600 on 3 May" begins, or None."""
    for at in range(first - 2, max(-1, first - 2 - _CHAIN), -1):
        if sentence.row(at, at + 2) in (["as", "of"], ["as", "at"]):
            return at
        word = sentence.lower(at + 1)
        if not (word in _TIMES or sentence.tokens[at + 1].kind == "number" or word == ":"):
            return None
    return None
