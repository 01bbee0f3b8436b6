"""A track in words: what a statement counts, and what it says about those before it."""

from collections.abc import Callable, Iterator, Sequence

from kursk_tui.counting.categories import Categories
from kursk_tui.counting.counts import Count
from kursk_tui.counting.floors import Bound
from kursk_tui.counting.successions import Direction, Succession
from kursk_tui.model import Figure
from kursk_tui.text.messages import plural
from kursk_tui.tracking.endings import EndKind
from kursk_tui.tracking.rivals import Rival
from kursk_tui.tracking.series import Dropped
from kursk_tui.tracking.statements import Told
from kursk_tui.tracking.track import Row, Section, Track
from kursk_tui.wording import phrases

Name = Callable[[Told], str]
"""Returns the name of the origin of a statement."""

HEADINGS: dict[Section, str] = {
    "asked": "",
    "part": "part of it",
    "perhaps": "perhaps part of it",
    "around": "what contains it",
    "projected": "projected",
}

LINKS = 3
"""The most links of a chain of bounds that are shown."""

_ENDS: dict[EndKind, str] = {
    "withdrawn": "withdraws",
    "corrected": "corrects",
    "replaced": "replaces",
}


def categories(counted: Categories) -> str:
    """Return whom or what a count counts, such as “killed or wounded”."""
    certain = sorted(counted.certain)
    if counted.perhaps:
        return "casualties, not defined"
    return " or ".join((", ".join(certain[:-1]), certain[-1])) if certain[1:] else certain[0]


def question(asked: Count) -> str:
    """Return the count that is asked for."""
    what = "casualties" if asked.categories.perhaps else categories(asked.categories)
    return " · ".join(filter(None, (what, asked.population, asked.place)))


def period(track: Track, told: Told) -> str:
    """Return the period of a figure, and whether it is only read as a total so far."""
    figure = told.figure
    if stated := phrases.period(figure):
        return stated
    days = told.statement.count.period
    is_read = days is not None and days.read_since is not None and track.order.trusts_readings
    if is_read and figure.modality != "projected":
        return "so far (read)"
    return "period not stated" if days is None or days.read_since is not None else ""


def via(*names: str) -> str:
    """Return by way of whom a document relays a statement of another one; empty if it does not."""
    return f"via {phrases.ARROW.join(names)}, inferred" if names else ""


def beside(track: Track, row: Row, name: Name) -> str:
    """Return what a statement says about those before it, in a few words; empty if nothing."""
    return next(_beside(track, row, name), "")


def everything_beside(track: Track, row: Row, name: Name) -> str:
    """Return all that a statement says about others, from the gravest on."""
    return "; ".join(dict.fromkeys(_beside(track, row, name)))


def _beside(track: Track, row: Row, name: Name) -> Iterator[str]:
    if row.section == "projected":
        yield "bounds nothing"
        return
    before, step, rivals, ended = track.beside(row)
    if ended is not None:
        on = f" {phrases.date(ended.date)}" if ended.date else ""
        yield f"✗ {ended.kind}{on} ({ended.claim})"
    for denial in track.denied.get(row.told.place, ()):
        by = name(denial.told)
        yield f"✗ denied by {by}" if denial.is_certain else f"~ perhaps denied by {by}"
    for rival in rivals.named:
        yield _rival(row.told, rival, name)
    if rivals.others:
        yield f"and {plural(rivals.others, 'other statement')}"
    dropped = track.dropped.get(row.told.place)
    if dropped is not None and (step is None or step.step in ("repeats", "says again")):
        yield _no_longer(dropped)
    if step is not None and before is not None and before.statement.has_number:
        after = track.ended.get(before.place)
        if after is not None and after.number == row.told.claim and after.words is not None:
            yield f"! {_ENDS[after.kind]} {phrases.quoted(before.figure.words)}, as stated"
        elif after is not None and after.number == row.told.claim and after.kind == "replaced":
            yield f"{_sign(step.direction)} replaces {phrases.quoted(before.figure.words)}"
        else:
            yield _step(row.told, before, step)
    if not row.told.statement.has_number:
        yield "no number to compare"
    elif before is None and row.told.origin is not None:
        yield "first" if track.is_surely_first(row.told) else "perhaps first"
    elif before is not None and not before.statement.has_number:
        yield "first number"
    if dropped is not None:
        yield _no_longer(dropped)


def _no_longer(dropped: Dropped) -> str:
    return f"∅ {not_repeated(dropped.editions, is_certain=dropped.is_certain)}"


def not_repeated(editions: int, *, is_certain: bool) -> str:
    """Return that the later editions of a series do not repeat a statement."""
    later = "later edition" if editions == 1 else plural(editions, "later edition")
    return f"not in the {later}" if is_certain else f"perhaps not in the {later}"


def _rival(told: Told, rival: Rival, name: Name) -> str:
    other = name(rival.told)
    if rival.comparison.relation == "contradicts":
        return f"✗ contradicts {other}"
    needed = rival.comparison.needed
    if rival.told.origin is None and needed is None:
        return "~ may contradict a claim that names no source"
    if needed is None:
        return f"~ may contradict {other}"
    if needed.printed in told.figure.values:
        return f"~ would have to reach {needed.number:,} ({other})"
    return f"~ {other} would have to reach {needed.number:,}"


def _step(told: Told, before: Told, step: Succession) -> str:
    unsure = "" if step.certain else "perhaps "
    match step.step:
        case "repeats":
            return "the same statement"
        case "says again":
            return "said again"
        case "relayed otherwise":
            return f"! {relayed(told.figure, before.figure)}"
        case "other count":
            return "counts something else now"
        case "correction":
            return f"{unsure}corrected, by inference: was {phrases.quoted(before.figure.words)}"
        case "went down":
            return "▼ lower than before: a correction or another way of counting; not stated"
        case "update":
            if step.direction is None:
                return f"≠ worded differently: was {phrases.quoted(before.figure.words)}"
            return f"{_sign(step.direction)} {unsure}{step.direction}"


def _sign(direction: Direction | None) -> str:
    if direction is None:
        return "≠"
    return "▲" if direction.startswith("higher") else "▼"


def relayed(figure: Figure, before: Figure) -> str:
    """Return how a relay words a figure of its origin."""
    number = before.words.casefold().find(figure.words.casefold())
    if figure.values == before.values and number > 0:
        return f"{phrases.quoted(before.words[:number].strip())} lost on the way"
    return f"relayed otherwise: was {phrases.quoted(before.words)}"


def bounds(track: Track, name: Callable[[Bound], str], links: int = LINKS) -> str:
    """Return the floor and the ceiling of a track, with those on whom they rest.

    Each has at most so many links, and the number of the others.
    """
    return " · ".join(
        (
            _chain("floor", track.floor.certain, name, links),
            *_possibly(track.floor.possible, name, links),
            _chain("ceiling", track.ceiling.certain, name, links),
            *_possibly(track.ceiling.possible, name, links),
        )
    )


def short_bounds(track: Track) -> str:
    """Return the best bounds of a track, without those on whom they rest."""
    floor, ceiling = track.floor, track.ceiling
    parts = [f"floor {floor.certain[0].number:,}" if floor.certain else "no floor"]
    if floor.possible:
        parts.append(f"possibly {floor.possible[0].number:,}")
    parts.append(f"ceiling {ceiling.certain[0].number:,}" if ceiling.certain else "no ceiling")
    return " · ".join(parts)


def _chain(kind: str, chain: Sequence[Bound], name: Callable[[Bound], str], links: int) -> str:
    if not chain:
        return f"no {kind}"
    first, *others = (f"{bound.number:,} on {name(bound)}" for bound in chain[:links])
    alone = " alone" if len(chain) > 1 or kind == "floor" else ""
    shown = ", else ".join((f"{kind} {first}{alone}", *others))
    return f"{shown}{_more(chain, links)}"


def _possibly(chain: Sequence[Bound], name: Callable[[Bound], str], links: int) -> Iterator[str]:
    if chain:
        shown = ", ".join(f"{bound.number:,} ({name(bound)})" for bound in chain[:links])
        yield f"possibly {shown}{_more(chain, links)}"


def _more(chain: Sequence[Bound], links: int) -> str:
    return f", and {len(chain) - links:,} more" if len(chain) > links else ""


def counted(rows: Sequence[Row]) -> str:
    """Return how many statements there are, and of how many origins."""
    origins = {row.told.origin for row in rows} - {None}
    return f"{plural(len(rows), 'statement')} · {plural(len(origins), 'origin')}"
