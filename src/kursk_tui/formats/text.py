"""A view as plain text, from top to bottom: for pipes, logs and screen readers."""

from collections.abc import Iterator, Sequence
from textwrap import wrap as wrap_text

from kursk_tui.formats.timeline import dated
from kursk_tui.model import Claim
from kursk_tui.query import View
from kursk_tui.text.sanitize import visible
from kursk_tui.wording import phrases
from kursk_tui.wording.facts import facts

_LABEL = 12


def plain_text(view: View, width: int = 80) -> Iterator[str]:
    """Yield the lines of everything a view shows, none wider than `width` where words allow it.

    There are no drawings and no colours; control characters have visible stand-ins.
    """
    for line in _lines(view, max(40, width)):
        yield visible(line).rstrip()


def _lines(view: View, width: int) -> Iterator[str]:
    briefing = view.briefing
    yield from _wrap(briefing.title, width)
    date = f"{phrases.date(briefing.date)} · " if briefing.date else ""
    claims = phrases.plural(len(view.claims), "claim")
    yield f"{date}{claims} · {phrases.plural(len(briefing.sources), 'source')}"
    if draft := phrases.draft(briefing):
        yield draft
    if str(view.query):
        answer = view.answer
        counts = (answer.match.bit_count(), answer.possible.bit_count())
        unstated = answer.unstated.bit_count()
        yield f"query: {view.query}"
        yield f"{counts[0]:,} match, {counts[1]:,} possible, {unstated:,} not stated"
    yield from _section("Timeline", list(_timeline(view)), width)
    yield from _section("Figures", list(_figures(view)), width)
    yield from _section("Sources", list(_sources(view)), width)
    yield from _section("Confidence", list(_confidence(view)), width)
    yield ""
    yield "CLAIMS"
    for number in view.numbers:
        yield ""
        yield from _claim(view, number, width)


def _section(title: str, entries: Sequence[str], width: int) -> Iterator[str]:
    yield ""
    yield title.upper()
    for entry in entries or ["nothing in this selection"]:
        yield from _wrap(entry, width, "- ", "  ")


def _shown(view: View) -> list[Claim]:
    return [view.claims[number] for number in view.numbers]


def _who(view: View, claim: Claim) -> str:
    names = [view.briefing.source_by_id[one].label for one in claim.attribution.chain]
    return phrases.ARROW.join(names) + phrases.stance(claim) if names else "source not stated"


def _timeline(view: View) -> Iterator[str]:
    for date, role, claim in dated(_shown(view)):
        yield f"{date} ({role}): {claim.summary} [{claim.id}]"
    undated = [claim.id for claim in _shown(view) if not claim.dated]
    if undated:
        yield f"no date: {', '.join(undated)}"


def _figures(view: View) -> Iterator[str]:
    for claim in _shown(view):
        for figure in claim.figures:
            about = (
                *phrases.likelihoods(claim, figure),
                phrases.bounds(figure),
                figure.population or "population not stated",
                _who(view, claim),
            )
            words = f"{figure.measure} {phrases.quoted(figure.words)}"
            yield f"{words}: {'; '.join(about)} [{claim.id}]"


def _sources(view: View) -> Iterator[str]:
    groups: dict[str, list[str]] = {}
    for claim in _shown(view):
        groups.setdefault(_who(view, claim), []).append(claim.id)
    for who, ids in groups.items():
        yield f"{who}: {', '.join(ids)}"


def _confidence(view: View) -> Iterator[str]:
    for claim in _shown(view):
        for likelihood in claim.likelihoods:
            reach = phrases.quoted(likelihood.scope.exact) if likelihood.scope else "not stated"
            yield (
                f"{likelihood.term}, {likelihood.band.printed}, {phrases.scale(likelihood)}; "
                f"reach: {reach} [{claim.id}]"
            )
    stated = [f"{claim.confidence} [{claim.id}]" for claim in _shown(view) if claim.confidence]
    yield f"analytic confidence: {', '.join(stated) or 'not stated'}"


def _claim(view: View, number: int, width: int) -> Iterator[str]:
    claim = view.claims[number]
    evidence = claim.evidence
    possible = "possible match, " if view.possible(number) else ""
    span = f"characters {evidence.start:,}–{evidence.end:,} of {claim.document}"
    yield from _wrap(f"[{claim.id}] {possible}{claim.kind}, {span}", width, "", "  ")
    yield from _wrap(phrases.quoted(evidence.exact), width)
    for fact in facts(claim, view.briefing):
        yield from _wrap(fact.text, width, f"{fact.label:{_LABEL}}", " " * _LABEL)


def _wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Words stay whole, hyphens included: a name or a quote can be searched for."""
    return wrap_text(
        visible(text),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
