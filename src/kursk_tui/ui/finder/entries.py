"""Finding something to do or to go to, among everything there is, by a few letters."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from kursk_tui.query import View
from kursk_tui.ui.app_services import Session
from kursk_tui.ui.keys.actions import QUIT_ALWAYS, Action
from kursk_tui.ui.keys.keymap import LETTER, displayed
from kursk_tui.ui.theme import PREFIX

MOST = 200
"""No more is listed than this; more letters find the rest."""

_NOT_AT_ALL = 9


MOST_CLAIMS = 20_000
"""Claims are looked through only where there are no more than this."""

_EXAMPLES = (
    ("korean language", "both words, anywhere in a claim"),
    ("source:nis -via:lee", "who said it; a minus excludes"),
    ("killed:>=100", "figures: >=  >  <=  <  100..200"),
    ("date:2024-12..", "dates: days, months, years, ranges"),
    ('likelihood:>="highly likely"', "in the order of the claim's own scale"),
    ("wounded:* OR missing:*", "an asterisk: stated at all"),
    ("is:unattributed has:figure", "also is:contested, is:undated, is:unstated"),
)


class Entry(NamedTuple):
    """Something to find: keys or a kind at the left, what it is, and the action it runs."""

    left: str
    title: str
    run: str
    group: str = ""
    remark: str = ""


def find(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Return the entries that hold all words of a text, whatever their case, the likeliest first.

    Without a text, those that come first.
    """
    words = text.casefold().split()
    ranked = (
        (rank, at, one)
        for at, one in enumerate(entries)
        if (rank := _rank(one, words)) < _NOT_AT_ALL
    )
    return [one for *_, one in nsmallest(MOST, ranked)]


def _rank(entry: Entry, words: Sequence[str]) -> int:
    """Return how far an entry is from what is wanted; 0 is the very thing."""
    if not words:
        return 0
    title, left = entry.title.casefold(), entry.left
    everything = f"{left.casefold()}\n{title}\n{entry.remark.casefold()}\n{entry.group.casefold()}"
    if not all(word in everything for word in words):
        return _NOT_AT_ALL
    names = (*left.split("  "), left, *entry.remark.split(), *entry.remark.split("."))
    if " ".join(words) in map(str.casefold, names):
        return 0
    first = words[0]
    if title.startswith(first):
        return 1
    return 2 if f" {first}" in f" {title}" else 3 if first in title else 4


def action_entries(actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield every action with its keys, under its group; the fixed way out at the end."""
    for action in (*actions, QUIT_ALWAYS):
        keys = "  ".join(map(displayed, action.keys))
        group = action.group or "Program"
        # What takes a letter begins as its own key does, and waits for the letter.
        starts = [one.removesuffix(f" {LETTER}") for one in action.keys if one.endswith(LETTER)]
        run = f"begin({starts[0]!r})" if starts else action.run
        yield Entry(keys, action.tooltip, run, group, action.id)


def example_entries() -> Iterator[Entry]:
    """Yield examples of queries, each with what it finds."""
    for query, meaning in _EXAMPLES:
        yield Entry("query", meaning, f"ask({query!r})", "Examples of queries", query)


def session_entries(session: Session) -> Iterator[Entry]:
    """Yield the reader's saved queries, and the themes."""
    for name, query in session.queries.items():
        yield Entry("query", name, f"ask({query!r})", "Saved queries", query)
    for theme in session.themes:
        name = theme.removeprefix(PREFIX)
        yield Entry("theme", f"Use the theme {name}", f"theme('{theme}')", "Themes")


def view_entries(view: View) -> Iterator[Entry]:
    """Yield the sources of a briefing, and its claims unless only a query can cope with them."""
    for source in view.briefing.sources:
        about = " ".join(filter(None, (source.short, source.country, source.id)))
        yield Entry("source", source.name, f"ask({f'source:{source.id}'!r})", "Sources", about)
    for number, claim in enumerate(view.claims if len(view.claims) <= MOST_CLAIMS else ()):
        yield Entry("claim", claim.summary, f"choose({number})", "Claims", claim.id)
