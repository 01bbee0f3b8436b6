"""What changed since an earlier version, for people and for programs.

Each function `as_…` implements a choice of `changes --format`.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from kursk_tui.diffing import Entry
from kursk_tui.diffing.comparison import Comparison, marked
from kursk_tui.diffing.gravity import Gravity
from kursk_tui.diffing.statement_change import StatementChange
from kursk_tui.formats.markdown import plain
from kursk_tui.library.library import library_of
from kursk_tui.model import Briefing, Claim
from kursk_tui.text.cells import wrapped
from kursk_tui.text.messages import plural
from kursk_tui.text.sanitize import escaped, visible
from kursk_tui.wording import citation, libraries, phrases

_WIDTH = 80


def as_text(found: Comparison, briefing: Briefing) -> Iterator[str]:
    """Yield what changed, by level, with both sides, the day and the claims."""
    yield visible(_title(found, briefing))
    yield visible(_extent(found, briefing))
    for text in _about(briefing):
        yield visible(text)
    for level, entries in groupby(found.entries, key=lambda entry: entry.change.gravity):
        yield ""
        yield _heading(level)
        for entry in entries:
            ids = ", ".join(map(_named, _claims(entry)))
            text = f"{_sentence(entry)} [{ids}]" if ids else _sentence(entry)
            yield from wrapped(visible(text), _WIDTH, f"  {entry.sign} ", "    ")
    yield ""
    yield _counts(found)
    yield from _not_shown(briefing)


def as_md(found: Comparison, briefing: Briefing) -> Iterator[str]:
    """Yield a change statement in Markdown, with the words of each claim in a footnote."""
    notes: dict[str, Claim] = {}
    numbers: dict[str, int] = {}
    yield f"# {plain(_title(found, briefing))}"
    yield ""
    yield plain(_extent(found, briefing))
    for text in _about(briefing):
        yield ""
        yield f"**{plain(text)}**"
    for level, entries in groupby(found.entries, key=lambda entry: entry.change.gravity):
        yield ""
        yield f"## {_heading(level)}"
        yield ""
        for entry in entries:
            marks = ""
            for claim in _claims(entry):
                notes[claim.id] = claim
                marks += f"[^{numbers.setdefault(claim.id, len(notes))}]"
            draft = _UNREVIEWED if any(map(_is_unreviewed, _claims(entry))) else ""
            yield f"- {plain(_sentence(entry))}{draft}{marks}"
    yield ""
    yield plain(_counts(found))
    for text in _not_shown(briefing):
        yield ""
        yield plain(text)
    yield ""
    present = {claim.id: claim for claim in briefing.claims}
    for number, claim in enumerate(notes.values(), 1):
        is_present = present.get(claim.id) == claim
        where = _place(claim, briefing if is_present else found.gone)
        quote = " ".join(claim.evidence.exact.split())
        yield f"[^{number}]: {plain(phrases.quoted(quote))} {plain(where)}"


def as_json(found: Comparison, briefing: Briefing) -> Iterator[str]:
    """Yield a JSON object: what the changes are counted from, and all of them in order."""
    library, handling = library_of(briefing), briefing.handling
    data = {
        "since": found.name,
        "until": library.as_of.day if library is not None and library.as_of is not None else None,
        "handling": None if handling is None else handling.as_dict(),
        "drafts": libraries.draft_count(briefing),
        "initial": not _before(found, briefing),
        "counts": {level.key: number for level, number in found.counts.items()},
        "said_again": found.again,
        "changes": [_json(entry) for entry in found.entries],
    }
    yield escaped(json.dumps(data, ensure_ascii=False, indent=2))


def _json(entry: Entry) -> dict[str, object]:
    change = entry.change
    stated = change if isinstance(change, StatementChange) else None
    return {
        "gravity": change.gravity.key,
        "direction": change.direction,
        "field": change.field,
        "old_words": change.old_words,
        "new_words": change.new_words,
        "effect": change.effect or None,
        "said": stated.said if stated is not None and stated.said else None,
        "perhaps": stated is not None and stated.perhaps,
        "old_claim": entry.old.id if entry.old is not None else None,
        "new_claim": entry.new.id if entry.new is not None else None,
        "old_review": entry.old.review_state if entry.old is not None else None,
        "new_review": entry.new.review_state if entry.new is not None else None,
    }


def _title(found: Comparison, briefing: Briefing) -> str:
    library = library_of(briefing)
    until = ""
    if library is not None and library.as_of is not None:
        until = f" until {phrases.date(library.as_of.day)}"
    return f"Changes since {found.name}{until}: {briefing.title}"


def _extent(found: Comparison, briefing: Briefing) -> str:
    """Return how much is new, or that nothing was known before."""
    new = found.differing.new
    claims = f"{plural(new.bit_count(), 'new claim')} of {len(briefing.claims):,}"
    if library_of(briefing) is None:
        return claims
    if not _before(found, briefing):
        return f"Initial coverage: nothing was known before. {claims}."
    return f"{libraries.extent(briefing)} · {claims}"


def _before(found: Comparison, briefing: Briefing) -> int:
    """Return the number of claims that were known before."""
    return len(briefing.claims) - found.differing.new.bit_count() + len(found.gone.claims)


def _heading(level: Gravity) -> str:
    return level.words.capitalize()


def _sentence(entry: Entry) -> str:
    change = entry.change
    if not isinstance(change, StatementChange):
        words = marked(entry)
        both = phrases.BECAME.join(filter(None, (words.old, words.new)))
        return "; ".join(filter(None, (f"{change.field}: {both}", change.effect)))
    said = f"said {change.said}" if change.said else "day not stated"
    return "; ".join(filter(None, (f"{change.field}: {change.both}", change.remark, said)))


def _claims(entry: Entry) -> Sequence[Claim]:
    found = {claim.id: claim for claim in (entry.old, entry.new) if claim is not None}
    return tuple(found.values())


def _place(claim: Claim, briefing: Briefing) -> str:
    return f"{_named(claim)}, {citation.place(claim, briefing)}"


def _named(claim: Claim) -> str:
    """Return the id of a claim, with a remark if it is a proposal of a draft."""
    return f"{claim.id}{_UNREVIEWED}" if _is_unreviewed(claim) else claim.id


_UNREVIEWED = " (unreviewed)"


def _is_unreviewed(claim: Claim) -> bool:
    return claim.review_state == "unreviewed"


def _about(briefing: Briefing) -> Iterator[str]:
    """Yield how the briefing may be handled, and that some of it is a draft."""
    drafts = libraries.drafts(briefing) or phrases.draft(briefing)
    yield from filter(None, (phrases.handling(briefing), drafts))


def _counts(found: Comparison) -> str:
    counts = [level.counted(number) for level, number in found.counts.items()]
    counts += [f"{found.again:,} said again"] if found.again else []
    return " · ".join(counts) or "nothing has changed"


def _not_shown(briefing: Briefing) -> Iterator[str]:
    if hidden := libraries.not_shown(briefing):
        yield hidden
