"""Splitting text into sentences."""

import re
from collections.abc import Iterator

from kursk_tui.english.abbreviations import MAYBE_LAST, NEVER_LAST, OPENERS
from kursk_tui.english.digits import SUPERSCRIPTS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.lexicon.verbs_of_saying import saying

LONGEST = 1800
"""The most characters in a sentence; a longer one is cut, and a draft has a remark about it."""

# Possessive, and anchored at the first of several stops, so that a run of them is read once.
_NOTES = rf"(?:[{SUPERSCRIPTS}]|\[\d{{1,3}}\])*+"
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++(?P<close>['’\")\]”»]*+{_NOTES})(?P<gap>\s++)")
_BEFORE = re.compile(r"[\w.&'’-]*$")
_AFTER = re.compile(r"[\"'“‘«(\[]*(?P<word>[\w.'’-]*)")
_WINDOW = 40
_NUMBERED = word_set("abbreviations", "before_number")
# The functions below name the abbreviations that need a special case.


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the start and end of each sentence, and whether it was cut for its length."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        last = stop.end("close")
        if last >= end or not _is_end(text, stop, end):
            continue
        yield from _cut(text, first, last)
        first = stop.end()
    if first < end:
        yield from _cut(text, first, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    if end - start <= LONGEST:
        yield start, end, False
        return
    while start < end:
        stop = min(start + LONGEST, end)
        if stop < end:
            blank = text.rfind(" ", start + LONGEST // 2, stop)
            stop = blank if blank > 0 else stop
        trimmed = text[start:stop].rstrip()
        if trimmed:
            yield start, start + len(trimmed), True
        ahead = text[stop : min(stop + LONGEST, end)]
        start = stop + len(ahead) - len(ahead.lstrip())


def _is_end(text: str, stop: re.Match[str], end: int) -> bool:
    after = _AFTER.match(text, stop.end(), min(end, stop.end() + _WINDOW))
    following = after["word"] if after else ""
    opened = after is not None and after.start("word") > after.start()
    if following[:1].islower():
        return False
    mark = text[stop.start()]
    if mark in "!?…" or stop.end("close") - stop.start() > len(stop["close"]) + 1:
        return not (stop["close"] and _goes_on_saying(text, stop.end(), end))
    if stop["close"]:
        return not (following and _goes_on_saying(text, stop.end(), end) and mark != ".")
    before = _BEFORE.search(text, max(0, stop.start() - _WINDOW), stop.start())
    word = before.group() if before else ""
    return opened or not _abbreviates(word, following)


def _abbreviates(word: str, following: str) -> bool:
    lower, bare = word.lower(), word.lower().rsplit(".", 1)[-1]
    if lower + "." in NEVER_LAST or bare in NEVER_LAST:
        # "No. 5", but "He said no. Then": a number must follow.
        return bare not in _NUMBERED or following[:1].isdigit()
    if len(word) == 1 and word.isupper():
        return word != "I" or following.lower() not in OPENERS
    dotted = "." in word and len(bare) == 1
    if bare in MAYBE_LAST and (word[:1].isupper() or bare in ("etc", "est")):
        if following[:1].isdigit():
            return bare not in ("etc", "co", "inc")
        return following.lower() not in OPENERS and bare not in ("etc", "mon", "sat", "sun")
    return dotted and following.lower() not in OPENERS


def _goes_on_saying(text: str, at: int, end: int) -> bool:
    """Return whether “…?” continues with a name or two and a verb of saying."""
    words = text[at : min(end, at + 90)].split(None, 5)
    verbs = saying().speaking_forms
    return any(word.strip(',.“”"').lower() in verbs for word in words[1:5])
