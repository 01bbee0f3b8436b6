"""News of statements in words: both sides, and what the one does to the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kursk_tui.model import Claim
from kursk_tui.text.messages import plural
from kursk_tui.tracking.endings import EndKind
from kursk_tui.tracking.news_item import News
from kursk_tui.tracking.statements import Told
from kursk_tui.wording import phrases, tracks
from kursk_tui.wording.tracks import Name


class Sides(NamedTuple):
    """What was said before and what is said now, and what that amounts to.

    A side that does not exist is None.
    """

    old: str | None
    new: str | None
    effect: str


def sides(news: News, name: Name) -> Sides:
    """Return a piece of news in words; `name` gives the origin of a statement."""
    earlier, later = news.earlier, news.later
    if later is None:
        return Sides(_named(news.about, name), None, _alone(news, name))
    if earlier is None or news.kind == "first said":
        return Sides(None, _named(later, name), _first(news, name))
    if news.comparison is not None:
        return Sides(_named(earlier, name), _named(later, name), _rivals(news, name))
    new = phrases.quoted(later.figure.words)
    if news.kind in ("denied", "may contradict"):
        effect = "denied by another" if news.kind == "denied" else "perhaps denied by another"
        return Sides(_named(earlier, name), f"{name(later)} denies {new}", effect)
    if news.kind == "withdrawn":
        return Sides(_named(earlier, name), f"denies {new}", "denied by those who said it")
    return Sides(_named(earlier, name), new, "; ".join(_step(news)))


def ended(
    kind: EndKind, words: str, old: Claim, new: Claim, name: str, told: Sequence[Told]
) -> Sides:
    """Return in words that a claim withdraws, corrects or replaces another, as it states.

    `told` are the statements that it ends, and `name` is their origin.
    """
    if told:
        figures = ", ".join(phrases.quoted(statement.figure.words) for statement in told)
        was = f"{name} {figures}"
    else:
        was = phrases.quoted(" ".join(old.evidence.exact.split()))
    now = [figure.words for figure in new.figures if kind != "withdrawn"]
    if not now:
        return Sides(was, phrases.quoted(words), f"{kind}, as stated")
    return Sides(
        was,
        ", ".join(map(phrases.quoted, now)),
        f"{kind}, as stated: {phrases.quoted(words)}",
    )


def _named(told: Told, name: Name) -> str:
    return f"{name(told)} {phrases.quoted(told.figure.words)}"


def _alone(news: News, name: Name) -> str:
    if news.kind == "not repeated":
        return not_repeated(news.later_editions, is_certain=news.is_certain)
    return f"now a statement of {name(news.about)}"


def not_repeated(editions: int, *, is_certain: bool = True) -> str:
    """Return that the later editions of a series do not repeat something."""
    later = tracks.not_repeated(editions, is_certain=is_certain)
    return f"{later} of the series; silence is not a withdrawal"


def _first(news: News, name: Name) -> str:
    if news.about.figure.modality == "projected":
        return "projected"
    if news.earlier is not None:
        return f"the number that {name(news.earlier)} gave"
    if news.is_initial:
        return "initial coverage: nothing about this was known before"
    return "" if news.about.origin is None else f"first of {name(news.about)}"


def _rivals(news: News, name: Name) -> str:
    earlier, later, comparison = news.earlier, news.later, news.comparison
    assert earlier is not None
    assert later is not None
    assert comparison is not None
    said = []
    if comparison.relation == "contradicts":
        said.append("no number fits both")
    elif comparison.needed is not None:
        needed = comparison.needed
        approximate = earlier if needed.printed in earlier.figure.values else later
        said.append(f"{approximate.figure.words} would have to reach {needed.number:,}")
    elif None in (earlier.origin, later.origin):
        said.append("an origin is not stated")
    unclear = (side for side in (earlier, later) if side.statement.count.categories.perhaps)
    said += [f"what {name(statement)} counts is not stated" for statement in unclear]
    if news.others:
        said.append(f"and {plural(news.others, 'other origin')}")
    if earlier.date == later.date and earlier.date is not None:
        said.append("of the same day")
    return "; ".join(said)


def _step(news: News) -> Iterator[str]:
    step, earlier, later = news.step, news.earlier, news.later
    assert step is not None
    assert earlier is not None
    assert later is not None
    unsure = "" if step.certain else "perhaps "
    if news.about == earlier:
        yield "the earlier one became known later"
    if step.step == "relayed otherwise":
        yield tracks.relayed(later.figure, earlier.figure)
    elif news.kind == "qualifier lost":
        yield f"“{earlier.statement.qualifier}” is lost"
    elif news.kind == "corrected":
        yield f"{unsure}by inference: another number for the same count"
    elif news.kind == "went down":
        yield "lower than before: a correction or another way of counting; which is not stated"
    elif news.kind == "counts something else":
        yield from _counts(earlier, later)
    elif not earlier.statement.has_number:
        yield "first number" if later.statement.has_number else "in other words"
    elif step.direction is None:
        yield "in other words"
    else:
        yield f"{unsure}{step.direction}"
        if step.direction == "higher, as printed" and not news.replaces:
            yield "growth or correction is not stated"
    if news.replaces:
        yield "each edition of the series replaces the one before"
    yield from _bounds(earlier, later)


def _counts(earlier: Told, later: Told) -> Iterator[str]:
    old, new = earlier.statement.count, later.statement.count
    if old.categories != new.categories:
        words = (tracks.categories(count.categories) for count in (old, new))
        yield phrases.BECAME.join(words)
    for before, after in ((old.population, new.population), (old.place, new.place)):
        if before != after:
            stated = (text or "not stated" for text in (before, after))
            yield phrases.BECAME.join(stated)


def _bounds(earlier: Told, later: Told) -> Iterator[str]:
    """Yield that a later number no longer has a bound which the earlier one had."""
    old, new = earlier.statement.interval, later.statement.interval
    if old.lower is not None and new.lower is None and later.statement.has_number:
        yield f"the lower bound is gone: {phrases.quoted(later.figure.words)} has none"
