"""The entries of the finder, and how they are ranked for what is typed."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from kursk_tui.query import View
from kursk_tui.ui.app_services import AppServices
from kursk_tui.ui.keys.actions import QUIT_ALWAYS, Action
from kursk_tui.ui.keys.keymap import LETTER, displayed
from kursk_tui.ui.theme import PREFIX

MOST = 200
"""The most entries that are listed; more letters find the rest."""

MOST_CLAIMS = 20_000
"""The most claims that the finder searches; of larger briefings it lists none."""

_NO_MATCH = 9

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
    """An entry to find: its keys or kind, its title, and the action that it runs."""

    left: str
    title: str
    run: str
    group: str = ""
    remark: str = ""


def find(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Return the entries that contain all words of a text, ignoring case, best match first.

    Without a text, return the first entries.
    """
    words = text.casefold().split()
    ranked = (
        (rank, at, one) for at, one in enumerate(entries) if (rank := _rank(one, words)) < _NO_MATCH
    )
    return [one for *_, one in nsmallest(MOST, ranked)]


def _rank(entry: Entry, words: Sequence[str]) -> int:
    """Return the rank of an entry: 0 is an exact match, _NO_MATCH none."""
    if not words:
        return 0
    title, left = entry.title.casefold(), entry.left
    everything = f"{left.casefold()}\n{title}\n{entry.remark.casefold()}\n{entry.group.casefold()}"
    if not all(word in everything for word in words):
        return _NO_MATCH
    names = (*left.split("  "), left, *entry.remark.split(), *entry.remark.split("."))
    if " ".join(words) in map(str.casefold, names):
        return 0
    first = words[0]
    if title.startswith(first):
        return 1
    return 2 if f" {first}" in f" {title}" else 3 if first in title else 4


def action_entries(actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield every action with its keys, under its group; the fixed key to quit comes last."""
    for action in (*actions, QUIT_ALWAYS):
        keys = "  ".join(map(displayed, action.keys))
        group = action.group or "Program"
        # An action that takes a letter begins like its key, and waits for the letter.
        starts = [one.removesuffix(f" {LETTER}") for one in action.keys if one.endswith(LETTER)]
        run = f"keys.begin({starts[0]!r})" if starts else action.run
        yield Entry(keys, action.tooltip, run, group, action.id)


def example_entries() -> Iterator[Entry]:
    """Yield examples of queries, each with what it finds."""
    for query, meaning in _EXAMPLES:
        yield Entry("query", meaning, f"navigator.ask({query!r})", "Examples of queries", query)


def service_entries(services: AppServices) -> Iterator[Entry]:
    """Yield the saved queries and the themes."""
    for name, query in services.saved_queries.items():
        yield Entry("query", name, f"navigator.ask({query!r})", "Saved queries", query)
    for theme in services.themes:
        name = theme.removeprefix(PREFIX)
        yield Entry("theme", f"Use the theme {name}", f"program.theme('{theme}')", "Themes")


def view_entries(view: View) -> Iterator[Entry]:
    """Yield the sources of a briefing, and its claims unless there are more than MOST_CLAIMS."""
    for source in view.briefing.sources:
        about = " ".join(filter(None, (source.short, source.country, source.id)))
        yield Entry(
            "source", source.name, f"navigator.ask({f'source:{source.id}'!r})", "Sources", about
        )
    for number, claim in enumerate(view.claims if len(view.claims) <= MOST_CLAIMS else ()):
        yield Entry("claim", claim.summary, f"navigator.go_to_claim({number})", "Claims", claim.id)
