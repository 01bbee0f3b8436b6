"""Compare a library with what was known of it before."""

from collections.abc import Iterable
from typing import NamedTuple

from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.library_news import LibraryNews
from kursk_tui.diffing.ranking import Entry, Ranking, ranked
from kursk_tui.diffing.versions import compare
from kursk_tui.library.ids import edition_of
from kursk_tui.library.library import Library, library_of, was_known
from kursk_tui.model import Briefing

_UNCHANGED = (Gravity.FIRST_SAID, Gravity.NOT_REPEATED)
"""What is new, but changes nothing that was said before."""


class LibraryDifference(NamedTuple):
    """What is new in a library, the gravest first, and the ids of the claims that differ.

    `others` counts changes that change nothing of what is stated, `again` what is said again.
    """

    entries: tuple[Entry, ...]
    new: frozenset[str]
    changed: frozenset[str]
    weaker: frozenset[str]
    perhaps: frozenset[str]
    undated: frozenset[str]
    gone: frozenset[str]
    others: int
    again: int


def compared(before: Briefing, after: Briefing) -> LibraryDifference:
    """Return what is new in a library since an earlier state of it."""
    known, library = library_of(before), library_of(after)
    assert known is not None
    assert library is not None
    perhaps, undated = _open(known, library)
    names = (name for edition in known.editions for name in (edition.sha256, edition.key))
    news = LibraryNews(library, frozenset(names), perhaps | undated)
    edited = _edited(known, library, before, after)
    others = [one for one in edited.entries if one.change.gravity == Gravity.OTHER]
    shown = [one for one in edited.entries if one.change.gravity < Gravity.OTHER]
    entries = sorted((*news.entries, *shown), key=lambda entry: entry.change.gravity)
    of_edition = [(edition_of(claim.id), claim.id) for claim in after.claims]

    def of(keys: Iterable[str]) -> frozenset[str]:
        among = frozenset(keys)
        return frozenset(claim for key, claim in of_edition if key in among)

    moved, weaker = _moved(news)
    return LibraryDifference(
        tuple(entries),
        of(news.new_editions) | edited.new,
        moved | edited.changed,
        weaker | edited.weaker,
        of(perhaps),
        of(undated),
        edited.gone,
        len(others),
        news.again,
    )


def _moved(news: LibraryNews) -> tuple[frozenset[str], frozenset[str]]:
    """Return the new claims that change what was said before, and those that state less."""
    sides = [
        (claim.id, entry.change)
        for entry in news.entries
        for claim in (entry.old, entry.new)
        if claim is not None and edition_of(claim.id) in news.new_editions
    ]
    moved = frozenset(name for name, change in sides if change.gravity not in _UNCHANGED)
    weaker = frozenset(name for name, change in sides if change.direction == "weaker")
    return moved, weaker


def _open(known: Library, library: Library) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the editions that were perhaps known on a day, and of undated ones."""
    if known.as_of is None:
        return frozenset(), frozenset()
    day, clock = known.as_of.day, known.as_of.clock
    found = {edition.key: was_known(edition, day, clock) for edition in library.editions}
    perhaps, undated = (
        frozenset(key for key, answer in found.items() if answer == wanted)
        for wanted in ("perhaps", "undated")
    )
    return perhaps, undated


def _edited(known: Library, library: Library, before: Briefing, after: Briefing) -> Ranking:
    """Return the changes in editions that have other contents now, or are no longer there.

    As of a day, an edition that is not shown is not known yet, and nothing of it has changed.
    """
    digests = {edition.key: edition.sha256 for edition in library.editions}
    all_digests = set(digests.values())
    edited = {
        one.key
        for one in known.editions
        if digests.get(one.key, one.sha256) != one.sha256
        or (one.key not in digests and library.as_of is None and one.sha256 not in all_digests)
    }
    if not edited:
        return Ranking(())
    old, new = (
        one.replace(claims=tuple(each for each in one.claims if edition_of(each.id) in edited))
        for one in (before, after)
    )
    difference = compare(old, new)
    return ranked(type(difference)((), difference.claims))
