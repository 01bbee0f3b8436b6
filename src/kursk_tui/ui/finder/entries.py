"""The entries of the finder, and their ranking for a search text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import NamedTuple

from kursk_tui.query import View
from kursk_tui.text.folding import plain
from kursk_tui.ui.finder.synonyms import SYNONYMS
from kursk_tui.ui.keys.actions import QUIT_ALWAYS, Action
from kursk_tui.ui.keys.keymap import LETTER, displayed
from kursk_tui.ui.pane import Pane
from kursk_tui.ui.theme import PREFIX
from kursk_tui.ui.widgets.pane_lines import REVIEW_SIGNS, ROW_SIGNS

MAX_ENTRIES = 200
"""The maximum number of entries in the list."""

MAX_CLAIMS = 20_000
"""The largest number of claims that the finder lists; larger briefings list none."""

THEMES = "Themes"
"""The group of the themes."""

_NO_MATCH = 9
_KINDS = ("query", "theme", "source", "claim")
_FILLERS = frozenset(["go", "to", "the", "a", "an", "of", "show", "open", "jump", "me", "goto"])

_EXAMPLES = (
    ("korean language", "both words, anywhere in a claim"),
    ("source:nis -via:lee", "by source; a minus excludes"),
    ("killed:>=100", "figures: >=  >  <=  <  100..200"),
    ("date:2024-12..", "dates: days, months, years, ranges"),
    ('likelihood:>="highly likely"', "ranked on the claim's own scale"),
    ("wounded:* OR missing:*", "an asterisk matches any value"),
    ("is:unattributed has:figure", "also is:contested, is:undated, is:unstated"),
    ("is:changed", "since the previous version; also is:new, is:weaker"),
)


class Entry(NamedTuple):
    """An entry of the finder: its keys or kind, its title, and the action that it runs.

    `words` are other words that people type for it. An entry for the typed text itself is first if
    it `comes_first`, even where another entry begins with the text.
    """

    left: str
    title: str
    run: str
    group: str = ""
    remark: str = ""
    words: str = ""
    comes_first: bool = False


def find(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Return the entries that contain all words of a text, best match first, themes last.

    Texts are compared without case and without marks on letters. Words such as “go to” count only
    if there are no others. If the text is empty, return the first entries.
    """
    typed = plain(text).split()
    words = [one for one in typed if one not in _FILLERS] or typed
    whole = " ".join(typed)
    ranked = (
        (rank, entry.group == THEMES, at, entry)
        for at, entry in enumerate(entries)
        if (rank := _rank(entry, words, whole)) < _NO_MATCH
    )
    return [entry for *_, entry in nsmallest(MAX_ENTRIES, ranked)]


def _rank(entry: Entry, words: Sequence[str], whole: str) -> int:
    """Return the rank of an entry, from 0 for its whole name to _NO_MATCH."""
    if not words:
        return 0
    title, remark, others = plain(entry.title), plain(entry.remark), plain(entry.words)
    everything = f"{plain(entry.left)} {title} {remark} {others} {plain(entry.group)}"
    if not all(word in everything for word in words):
        return _NO_MATCH
    kept = " ".join(words)
    keys = () if entry.left in _KINDS else map(plain, entry.left.split("  "))
    if kept in (*keys, remark, *remark.split()) or whole == title:
        return 0
    if all(word in (*remark.split("."), *others.split()) for word in words):
        return 1
    first = words[0]
    if title.startswith(first):
        return 2
    return 3 if f" {first}" in f" {title}" else 4 if first in title else 5


def action_entries(actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield all actions with their keys; the fixed key that quits comes last."""
    for action in (*actions, QUIT_ALWAYS):
        keys = "  ".join(map(displayed, action.keys))
        group = action.group or "Program"
        # An action that takes a letter runs as if its first key were pressed.
        starts = [key.removesuffix(f" {LETTER}") for key in action.keys if key.endswith(LETTER)]
        run = f"keys.begin({starts[0]!r})" if starts else action.run
        yield Entry(keys, action.tooltip, run, group, action.id, SYNONYMS.get(action.id, ""))


def sign_entries(pane: Pane, *, draft: bool) -> Iterator[Entry]:
    """Yield the signs of a pane with their meaning, then those of every pane; they run nothing."""
    for sign in (*pane.signs(), *ROW_SIGNS, *(REVIEW_SIGNS if draft else ())):
        yield Entry(sign.text, sign.meaning, "", f"Signs in {pane.title}", words="signs legend")


def example_entries() -> Iterator[Entry]:
    """Yield example queries, each with an explanation."""
    for query, meaning in _EXAMPLES:
        yield Entry("query", meaning, f"navigator.ask({query!r})", "Examples of queries", query)


def service_entries(saved: Mapping[str, str], themes: Iterable[str]) -> Iterator[Entry]:
    """Yield the saved queries and the themes."""
    for name, query in saved.items():
        yield Entry("query", name, f"navigator.ask({query!r})", "Saved queries", query)
    words = SYNONYMS["theme.next"]
    for theme in themes:
        name = theme.removeprefix(PREFIX)
        run = f"program.theme('{theme}')"
        yield Entry("theme", f"Use the theme {name}", run, THEMES, words=words)


def view_entries(view: View) -> Iterator[Entry]:
    """Yield the sources of a briefing, and its claims unless there are more than MAX_CLAIMS."""
    for source in view.briefing.sources:
        about = " ".join(filter(None, (source.short, source.country, source.id)))
        yield Entry(
            "source", source.name, f"navigator.ask({f'source:{source.id}'!r})", "Sources", about
        )
    for number, claim in enumerate(view.claims if len(view.claims) <= MAX_CLAIMS else ()):
        yield Entry("claim", claim.summary, f"navigator.go_to_claim({number})", "Claims", claim.id)
