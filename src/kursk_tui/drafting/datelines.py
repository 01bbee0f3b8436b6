"""The lines at the beginning of a text that date it: "Published …", "HOLM, 14 May 2031 (ENS) -"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kursk_tui.drafting.layout import Part, is_header, is_short
from kursk_tui.english.dates.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS
from kursk_tui.english.lexicon import word_set
from kursk_tui.text.invisible import is_blank

_LINES = 8
"""How many lines without prose can precede the text."""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH = rf"(?:{_any_of({**MONTHS, **SHORT_MONTHS})})\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ \t]+{_MONTH}|{_MONTH}[ \t]+\d{{1,2}}(?:st|nd|rd|th)?)"
_WEEKDAY = rf"(?:(?:{_any_of(WEEKDAYS)})\.?,?[ \t]+)?"
_ISO = r"\d{4}-\d{2}-\d{2}"
_FULL = rf"(?:{_WEEKDAY}{_DAY},?[ \t]+\d{{4}}|{_ISO}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
_ZONE = r"[(\[]?(?:[A-Z]{1,5}\b)?(?:[ \t]*[+−–-][ \t]*\d{1,2}(?::?\d{2})?)?[)\]]?"
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ \t]*[ap]\.?m\.?)?|\d{4}(?=[ \t]*(?:GMT|UTC|Z\b|hrs))"
    rf"|\d{{1,2}}[ \t]*[ap]\.?m\.?)(?:[ \t]*(?:hrs|hours))?[ \t]*{_ZONE}"
)
_DATES = rf"(?:(?:first|last)[ \t]+)?(?:{_any_of(word_set('drafting', 'datelines', 'dated'))})"
_PLACE = r"[^\W\d_][^\n\d,:.()]{0,40}"
_HEADING = re.compile(
    rf"[ \t]*(?:[^\n.:]{{0,60}}[|·•][ \t]*)?"  # who wrote it
    rf"(?:{_DATES}(?:[ \t]+(?:on|at))?[ \t]*:?[ \t]+|{_PLACE},[ \t]+)?"
    rf"(?:(?i:{_TIME})[,·|]?[ \t]+)?{_FULL}"
    rf"(?:T(?=\d)|[ \t]*[,·|–—-]?[ \t]*(?:at[ \t]+)?)(?:(?i:{_TIME}))?[ \t]*[.:—–-]?[ \t]*(?=\n|$)",
    re.IGNORECASE,
)
"""A line that is only a date, perhaps after a place or a word such as "Published"."""

_LABELLED = re.compile(rf"[ \t]*{_DATES}[ \t]*:[ \t]*(?P<rest>[^\n]*)", re.IGNORECASE)
_FIRST = re.compile(
    rf"\s*(?:date(?:line)?[ \t]*:?[ \t]*)?{_ISO}(?:[ \t]*[:—–-])?(?=\s)\s*", re.IGNORECASE
)
"""A date in digits at the very beginning, which can precede prose on its line."""

_CAPITALS = (
    r"[A-Z][A-Z'’.-]*(?:[ \t]+[A-Z'’.-]+){0,3}(?:,[ \t]+[A-Z][\w.'’-]+(?:[ \t][A-Z][\w.-]+)?)?"
)
_TITLED = r"[A-Z][\w'’.-]*(?:[ \t]+(?:[a-z]{1,3}[ \t]+)?[A-Z][\w'’.-]*){0,3}"
_TOWN = r"(?!The (?!Hague))[A-Z][\w'’.-]*(?:[ \t]+[A-Z][\w'’.-]*)?"
_AGENCY = r"\([A-Z][\w./& -]{0,40}\)"
_WHEN = rf"{_WEEKDAY}{_DAY}(?:,?[ \t]+\d{{4}})?"
_DASH = r"[ \t]*(?:--|[—–]|(?<=[ \t])-(?=[ \t]))[ \t]*\n?"
_FOLLOWS = r"(?=[\"'“‘«(]?[^\W_])"
_WIRE = re.compile(
    rf"[ \t]*(?:(?:(?:{_CAPITALS}|{_TOWN}),?[ \t]+)?(?:(?i:{_WHEN})[ \t]*,?[ \t]*)?{_AGENCY}{_DASH}"
    rf"|(?:{_CAPITALS}|{_TITLED}),[ \t]+(?i:{_FULL}){_DASH}"
    rf"|{_CAPITALS},[ \t]+(?i:{_WHEN})(?:{_DASH}|:[ \t]+)){_FOLLOWS}"
)
"""The dateline of a wire, before its first sentence."""

_DATED = re.compile(rf"{_DAY}|{_ISO}|\d[./]\d{{1,2}}[./]\d", re.IGNORECASE)


class Opening(NamedTuple):
    """What precedes the prose of a text: the line with its date, and headings.

    `end` is where the prose begins.
    """

    date_line: Part | None = None
    headings: tuple[Part, ...] = ()
    end: int = 0


def opening(text: str) -> Opening:
    """Return the lines that date a text, and the headings before them."""
    found = list(_parts(text))
    lines = [part for part in found if part.kind == "date line"]
    if not lines:
        return Opening()
    dated = [part for part in lines if _DATED.search(text, part.start, part.end)]
    line = dated[0] if dated else None
    headers = [part for part in found if is_header(text[part.start : part.end])]
    end = max(part.end for part in (lines[-1], *headers))
    rest = (part for part in found if part != line and part.start < end)
    return Opening(line, tuple(_trimmed(text, part) for part in rest), end)


def _trimmed(text: str, part: Part) -> Part:
    return Part(part.kind, part.start, part.start + len(text[part.start : part.end].rstrip()))


def _parts(text: str) -> Iterator[Part]:
    """Yield the headings and date lines up to the first line of prose."""
    at = 0
    for nth in range(_LINES):
        at = _next_line(text, at)
        if at >= len(text):
            return
        end = _date_line(text, at, first=nth == 0)
        if end is not None:
            yield Part("date line", 0 if nth == 0 else at, end)
            if "\n" not in text[at:end] or _WIRE.match(text, at):
                return  # the prose begins here
            at = end
            continue
        stop = _line_end(text, at)
        words = text[at:stop].strip()
        if not (is_short(words) or is_header(words)):
            return
        yield Part("heading", at, at + len(text[at:stop].rstrip()))
        at = stop


def _next_line(text: str, at: int) -> int:
    """Return where the next line that shows something begins, after its blanks."""
    while at < len(text):
        stop = _line_end(text, at)
        line = text[at:stop]
        if not is_blank(line.strip()):
            return at + len(line) - len(line.lstrip())
        at = stop + 1
    return at


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return stop if stop >= 0 else len(text)


def _date_line(text: str, at: int, *, first: bool) -> int | None:
    """Return the end of the date line that begins at an offset, with the blanks after it."""
    if found := _WIRE.match(text, at):
        return found.end()
    if (found := _HEADING.match(text, at)) and (first or _is_alone(text, found)):
        return _past_blanks(text, found.end())
    if first and (found := _FIRST.match(text, at)):
        return _before_end(text, found.end())
    found = _LABELLED.match(text, at)
    if found and any(map(str.isdigit, found["rest"])):
        return _past_blanks(text, found.end())
    return None


def _is_alone(text: str, found: re.Match[str]) -> bool:
    """Return whether a line dates the text, and not a section of a chronology."""
    if re.search(rf"\b{_DATES}\b", found.group(), re.IGNORECASE):
        return True
    lines = (_HEADING.match(line) for line in text[found.end() :].split("\n"))
    return not any(lines)


def _past_blanks(text: str, at: int) -> int | None:
    return _before_end(text, at + len(text[at:]) - len(text[at:].lstrip()))


def _before_end(text: str, end: int) -> int | None:
    """Return the end of a date line, or None if no text follows it."""
    return end if end < len(text) else None
