"""Days whose month is not written: "on the 3rd", "by the 12th of this month"."""

from kursk_tui.english.dates.calendar_words import day_at, month_at
from kursk_tui.english.dates.partial_date import PartialDate, checked
from kursk_tui.english.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from kursk_tui.english.lexicon import word_values
from kursk_tui.english.tokens import Token

ORDINAL_DAYS = word_values("calendar", "ordinal_days")

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


def day_in_words(tokens: list[Token], at: int) -> PartialDate | None:
    """Read "the first of June", without its year."""
    day = ORDINAL_DAYS.get(tokens[at].lower)
    named = day is not None and at and tokens[at - 1].lower == "the"
    if not named or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    month = month_at(tokens, at + 2)
    if month is None or tokens[at + 1 + month[1]].lower.endswith("'s"):
        return None  # the first of May's three raids
    return checked(PartialDate(at, at + 1 + month[1], month=month[0], day=day))
