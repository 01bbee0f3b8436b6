"""Words that make a figure a part of another, or an increase: "among the dead were 11"."""

from kursk_tui.drafting.findings import Span
from kursk_tui.english.function_words import AUXILIARIES, BE, DETERMINERS
from kursk_tui.english.lexicon import word_set
from kursk_tui.english.tokens import tokenize

_COUNTED = word_set("drafting", "parts", "those_counted")
_INCLUDING = word_set("drafting", "parts", "including")
_REST = word_set("drafting", "parts", "rest")
_ADDED = word_set("drafting", "parts", "added")
_TOTALS = word_set("drafting", "parts", "totals")
_STANDING = frozenset(("to", "at", "of", "is", "now", "reached"))
_ENDS = frozenset((";", ":", "but", "while"))
_MARKS = _ENDS | {",", "and", "(", "“"}
_AMONG = frozenset(("among", "amongst"))
_OPENS = _AMONG | {"of"}
_LISTING = frozenset((",", "and"))
_THESE = frozenset(("these", "those", "them"))
_GENERIC = _TOTALS | {"these", "those", "them", "whom", "which", "casualties", "losses"}
_BRACKETS = frozenset("()")
_AFTER = frozenset(("after", "when", "as"))
_JOINED = frozenset(("and", "but", "while", "or"))
_SHORT = 40
_NEAR = 6
_FAR = 16
_ITEM = 8
_REACH = 400
"""How many characters back the words for a part are looked for."""


def _words(text: str, start: int, end: int) -> list[str]:
    return [token.lower for token in tokenize(text, start, end)]


def _before(text: str, start: int, end: int) -> list[str]:
    """Return the words of a sentence before an offset, as far as they can matter."""
    return _words(text, max(start, end - _REACH), end)


def _last_words(text: str, start: int, end: int) -> list[str]:
    """Return the last words of a sentence before an offset; few, for the tokenizer is slow."""
    return _words(text, max(start, end - _SHORT), end)[-2:]


def _has_any(words: frozenset[str], excerpt: str) -> bool:
    """Return whether an excerpt may have one of the words, which is faster than to read it."""
    lower = excerpt.lower()
    return any(word in lower for word in words)


def is_part(text: str, start: int, figure: Span) -> bool:
    """Return whether a figure is said to be a part: "19 of the dead", "among the dead were 11".

    `start` is where the sentence begins.
    """
    after = _words(text, figure[1], min(len(text), figure[1] + 60))[:_NEAR]
    if after[:1] == ["of"] and after[1:2] == ["them"]:
        return True
    if after[:1] == ["of"] and after[1:2] and after[1] in DETERMINERS:
        inner = after[2:]
        if _COUNTED.intersection(inner[:3]) and not any(word[0].isdigit() for word in inner[:1]):
            return True
    if not _has_any(_OPENS | _INCLUDING, text[max(start, figure[0] - _REACH) : figure[0]]):
        return False
    clause = _clause(_before(text, start, figure[0]))
    if clause[-1:] and clause[-1] in _INCLUDING:
        return bool((_COUNTED | _TOTALS).intersection(clause[-5:-1]))  # the dead included 11
    named = _COUNTED | _TOTALS | _THESE
    if not clause or clause[0] not in _OPENS or not named.intersection(clause[1:5]):
        return False
    verbs = [at for at, word in enumerate(clause) if word in BE]
    return clause[-1] == "," or (
        bool(verbs) and not AUXILIARIES.intersection(clause[verbs[0] + 1 :])
    )


def are_among(text: str, figure: Span) -> bool:
    """Read "children were among the dead" after a number."""
    if not _has_any(_AMONG, text[figure[1] : figure[1] + 120]):
        return False
    after = _words(text, figure[1], min(len(text), figure[1] + 120))
    for at, word in enumerate(after[:_FAR]):
        if word in _ENDS or word == ".":
            return False
        if word in _AMONG and after[at + 1 : at + 2] in (["the"], ["those"]):
            counted = _COUNTED.intersection(after[at + 2 : at + 4])
            return bool(counted) and bool(BE.intersection(after[:at]))
    return False


def is_compared(text: str, start: int, figure: Span) -> bool:
    """Return whether a figure is that of another time: "compared with 1,870", "up from 31"."""
    before = _last_words(text, start, figure[0])
    pairs = (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"])
    return before[-2:] in pairs or before[-1:] == ["against"]


def is_generic(text: str, start: int, figure: Span) -> bool:
    """Return whether the words for the whole name no measure: "of these", "of the total"."""
    around = _before(text, start, figure[0]), _words(text, figure[1], figure[1] + 40)[:3]
    return bool(_GENERIC.intersection((*around[0][-_NEAR:], *around[1])))


def has_verb(text: str, span: Span) -> bool:
    """Return whether there is an auxiliary in a part of the text."""
    return bool(AUXILIARIES.intersection(_words(text, *span)))


def _clause(before: list[str]) -> list[str]:
    """Return the last words that begin with "of" or "among", or those of the clause."""
    for at in range(len(before) - 1, -1, -1):
        opens = at == 0 or before[at - 1] in _MARKS
        if opens and (before[at] in _OPENS or at == 0 or before[at - 1] in _ENDS):
            return before[at:]
    return []


def opens_with_whole(text: str, start: int, whole: Span) -> bool:
    """Return whether a clause opens with a figure as the whole: "out of the 11,000 sent,"."""
    before = _before(text, start, whole[0])
    if before[-1:] and before[-1] in DETERMINERS:
        before = before[:-1]
    opens = before[-1:] and before[-1] in _OPENS
    before = before[:-1] if before[-2:] != ["out", "of"] else before[:-2]
    return bool(opens) and (not before or before[-1] in _MARKS | {"that"})


def states_total(text: str, start: int, figure: Span) -> bool:
    """Return whether a figure is a toll: "the death toll has risen to 61"."""
    if _STANDING.isdisjoint(_last_words(text, start, figure[0])[-1:]):
        return False
    return bool(_TOTALS.intersection(_before(text, start, figure[0])))


def is_rest(text: str, figure: Span) -> bool:
    """Return whether a figure counts those left over: "the other 30", "the remaining 113"."""
    before = _words(text, max(0, figure[0] - 20), figure[0])[-1:]
    return bool(_REST.intersection((*before, *_words(text, *figure)[:1])))


def is_in_list(text: str, one: Span, other: Span) -> bool:
    """Return whether two figures follow each other in a list: "152 killed, 471 wounded"."""
    between = _words(text, one[1], other[0])
    joined = bool(between) and between[-1] in _LISTING
    apart = AUXILIARIES.intersection(between) or _BRACKETS.intersection(between)
    return joined and len(between) <= _ITEM and not apart


def grew_by(text: str, total: Span, one: Span) -> bool:
    """Return whether a total includes the figure after it: "rose to 52 after 12 more died"."""
    between = _past_day(_words(text, total[1], one[0]))
    added = {*_words(text, *one), *_words(text, one[1], min(len(text), one[1] + 20))[:1]}
    joined = between in (["after"], ["when"], ["as"], ["with"], [",", "after"], [",", "with"])
    joined = joined or (between[:1] in (["after"], ["when"], ["as"]) and _is_plain(between))
    return joined and bool(_ADDED & added)


def _past_day(words: list[str]) -> list[str]:
    """Return the words after "on Monday" or "on 3 May"."""
    starts = [at for at, word in enumerate(words[:4]) if word in _AFTER]
    return words[starts[0] :] if starts and words[0] in ("on", "late", "early") else words


def _is_plain(words: list[str]) -> bool:
    """Return whether words are one short clause: "after divers found"."""
    marks = any(not (word[0].isalpha() or word == "-") for word in words)
    return len(words) <= _ITEM and not marks and not _JOINED.intersection(words)


def is_included(text: str, start: int, figure: Span) -> bool:
    """Read "including four patrol cars", "among them 15 children"."""
    before = text[max(start, figure[0] - _SHORT) : figure[0]].split()
    return before[-1:] == ["including"] or before[-2:] == ["among", "them"]


def adds_to(text: str, start: int, one: Span, total: Span) -> bool:
    """Return whether a figure is added to a total: "40 more deaths bring the toll to 250"."""
    after = _words(text, one[1], total[0])
    added = {*_words(text, *one), *after[:2], *_words(text, max(start, one[0] - 12), one[0])[-1:]}
    if not _ADDED & added or "than" in after or len(after) > _FAR:
        return False
    return after[-1:] != [] and after[-1] in _STANDING and bool(_TOTALS.intersection(after))
