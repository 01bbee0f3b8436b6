"""The words of a query, marked where a line contains them."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from kursk_tui.text.folding import fold, pattern_of, plain
from kursk_tui.ui.rows.styled_text import Line, Span, slice_spans

Places = Sequence[tuple[int, int]]
"""Half-open ranges of code points, in ascending order."""

_PROGRAM = frozenset({"unstated", "accent", "faint", "warning", "possible"})
"""The roles of words that do not come from the briefing."""


def places_of(text: str, words: tuple[str, ...]) -> Places:
    """Return the places of folded words in a text, compared as searches do."""
    unmarked, marked = _patterns(words)
    places = _search(unmarked, text, _plain) if unmarked else []
    if marked and not text.isascii():
        places = sorted(places + _search(marked, text, _folded))
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(joined.pop()[1], end)
        joined.append((start, end))
    return joined


def _search(
    pattern: re.Pattern[str], text: str, folded: Callable[[str], str]
) -> list[tuple[int, int]]:
    if text.isascii():
        return [one.span() for one in pattern.finditer(text.lower().replace("`", "'"))]
    parts = list(map(folded, text))
    origins = [at for at, part in enumerate(parts) for _ in part]
    origins.append(len(text))
    return [
        # Marks after the last letter belong to it.
        (origins[one.start()], max(origins[one.end() - 1] + 1, origins[one.end()]))
        for one in pattern.finditer("".join(parts))
    ]


def mark_words(spans: Sequence[Span], words: tuple[str, ...]) -> Line:
    """Return a line with the words marked; the program's own words are not."""
    text = "".join("\0" * len(span.text) if span.role in _PROGRAM else span.text for span in spans)
    return mark_places(spans, places_of(text, words))


def mark_places(spans: Sequence[Span], places: Places, skip: Sequence[str] = ()) -> Line:
    """Return a line with some of its places marked, except in spans with the roles `skip`."""
    if not places:
        return tuple(spans)
    marked: list[Span] = []
    at = 0
    for start, end in places:
        marked += slice_spans(spans, at, start)
        found = slice_spans(spans, start, end)
        marked += (one if one.role in skip else one._replace(found=True) for one in found)
        at = end
    return (*marked, *slice_spans(spans, at, sum(len(span.text) for span in spans)))


@lru_cache(maxsize=8)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return a pattern for the words without marks on letters, and for those with marks."""
    longest = sorted(words, key=len, reverse=True)
    unmarked = [re.escape(word) for word in longest if word == plain(word)]
    marked = [pattern_of(word).pattern for word in longest if word != plain(word)]
    return _any_of(unmarked), _any_of(marked)


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns).replace("\\ ", r"\s+")) if patterns else None


@lru_cache(maxsize=2048)
def _plain(character: str) -> str:
    return " " if character.isspace() else plain(character)


@lru_cache(maxsize=2048)
def _folded(character: str) -> str:
    return " " if character.isspace() else fold(character)
