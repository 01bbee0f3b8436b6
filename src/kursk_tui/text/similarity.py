"""How much two texts, given as words, have in common in order."""

from collections.abc import Iterator, Sequence


def similarity(olds: Sequence[str], news: Sequence[str]) -> float:
    """Return how much of two texts, given as words, is common to both in order, from 0 to 1."""
    if not olds or not news:
        return 0.0
    *_, last = states(olds, news)
    common = len(news) - last.bit_count()
    return 2 * common / (len(olds) + len(news))


def states(olds: Sequence[str], news: Sequence[str]) -> Iterator[int]:
    """Yield the rows of the table of common subsequences, a bit for each new word.

    A bit is 0 where the longest subsequence grows. This is Hyyrö's bit-parallel algorithm. It takes
    the same time whatever the words are; difflib takes seconds for a thousand words that repeat.
    """
    places: dict[str, int] = {}
    for column, word in enumerate(news):
        places[word] = places.get(word, 0) | 1 << column
    full = (1 << len(news)) - 1
    state = full
    yield state
    for word in olds:
        met = state & places.get(word, 0)
        state = (state + met | state - met) & full
        yield state
