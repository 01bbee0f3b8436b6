"""Days whose month is not written: "on the 3rd", "by the 12th of this month"."""

from kursk_tui.english.dates.calendar_words import day_at
from kursk_tui.english.dates.partial_date import PartialDate
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from kursk_tui.english.tokens import Token

_BEFORE_DAY = frozenset(("on", "by", "until", "till", "since", "before", "after", "from"))
_AFTER_DAY = PREPOSITIONS | AUXILIARIES | DETERMINERS | PRONOUNS | {"when", "but", "we", "i"}
_OF_MONTHS = {"of this month": 0, "of the month": 0, "of last month": -1, "of next month": 1}


def day_of_month(tokens: list[Token], at: int) -> PartialDate | None:
    """Read "on the 3rd", "by the 12th of this month"; not "on the 3rd floor"."""
    day = day_at(tokens, at)
    if day is None or day[1] == 1 or at < 2 or tokens[at - 1].lower != "the":
        return None
    after = at + day[1]
    if tokens[at - 2].lower not in _BEFORE_DAY:
        return None
    words = [token.lower for token in tokens[after : after + 3]]
    month = _OF_MONTHS.get(" ".join(words))
    if month is not None:
        return PartialDate(at, after + 2, day=day[0], shift=month, period="day of month")
    following = tokens[after] if after < len(tokens) else None
    noun = following is not None and following.is_word and words[0] not in _AFTER_DAY
    if noun or (words[:1] and words[0] in ("-", "/", "–")):
        return None
    return PartialDate(at, after - 1, day=day[0], period="day of month")
