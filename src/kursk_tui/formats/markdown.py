"""A view as a brief in Markdown, to hand on, with every statement's words in a footnote."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count

from kursk_tui.formats.timeline import dated
from kursk_tui.model import Claim, Document
from kursk_tui.query import View
from kursk_tui.text.sanitize import visible
from kursk_tui.wording import phrases

_KINDS = (("reported", "Reported"), ("judgement", "Judged"), ("context", "Context"))
_MARKER = r"(?:\d+|[a-z]|[ivxlcdm]+|[IVXLCDM]{2,})"
# What pandoc alone takes for markup as well: superscripts, attributes, citations, dashes, lists
# with letters or parentheses, divisions. Quotes and dots may turn typographic there.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>|~&$^{]|(?<=-)-|(?<![^\W_])@(?=\w)"
    rf"|^[#+=-]|#$|^:(?=::)|^{_MARKER}(?=[.)]( |$))|^[A-Z](?=\)( |$))|^@(?=[.)])"
    rf"|^\((?=(?:{_MARKER}|[A-Z]|@\w*)\)( |$))"
)


def markdown_text(view: View) -> str:
    """Return a view as Markdown (CommonMark with tables and footnotes, as GitHub and pandoc read).

    Nothing in the data is taken for markup.
    """
    notes = _notes(view)
    parts = (
        _head(view),
        _figures(view, notes),
        _timeline(view, notes),
        _likelihoods(view, notes),
        _claims(view, notes),
    )
    lines = [line for part in (*parts, _sources(view), _footnotes(view, notes)) for line in part]
    return "\n".join(lines).rstrip() + "\n"


def plain(text: str) -> str:
    """Return text as Markdown that reads as just this text, on one line."""
    return _SPECIAL.sub(_escape, " ".join(visible(text).split()))


def _escape(found: re.Match[str]) -> str:
    text = found.group()
    return f"{text}\\" if text.isalnum() else f"\\{text}"


def _head(view: View) -> Iterator[str]:
    briefing = view.briefing
    yield f"# {plain(briefing.title)}"
    yield ""
    counts = [
        phrases.plural(len(view.numbers), "claim"),
        phrases.plural(len(briefing.sources), "source"),
    ]
    if briefing.date:
        counts.insert(0, phrases.date(briefing.date))
    yield " · ".join(counts)
    if draft := phrases.draft(briefing):
        yield ""
        yield f"**{draft}: nothing here is final.**"
    if str(view.query):
        answer = view.answer
        yield ""
        yield (
            f"Selected by the query {plain(f'“{view.query}”')}: "
            f"{answer.match.bit_count():,} match, {answer.possible.bit_count():,} possible, "
            f"{answer.unstated.bit_count():,} not stated, of {len(view.claims):,} claims."
        )
    yield ""


def _shown(view: View) -> Iterator[Claim]:
    return (view.claims[number] for number in view.numbers)


def _notes(view: View) -> dict[str, str]:
    """Return the footnote of each claim by its id; readers of Markdown ignore the case of names."""
    ids = {claim.id.lower() for claim in view.claims}
    numbers: dict[str, Iterator[int]] = {}
    notes: dict[str, str] = {}
    for claim in view.claims:
        name = claim.id
        if name.lower() in numbers:
            others = (f"{claim.id}-{number}" for number in numbers[name.lower()])
            name = next(one for one in others if one.lower() not in ids)
        else:
            numbers[name.lower()] = count(2)
        notes[claim.id] = f"[^{name}]"
    return notes


def _figures(view: View, notes: Mapping[str, str]) -> Iterator[str]:
    rows = [(claim, figure) for claim in _shown(view) for figure in claim.figures]
    yield "## Figures"
    yield ""
    if not rows:
        yield "None is stated."
        yield ""
        return
    heads = ("measure", "as printed", "what the words pin down", "likelihood", "of whom")
    yield f"| {' | '.join(heads)} | who says it | |"
    yield "|---|---|---|---|---|---|---|"
    for claim, figure in rows:
        of_whom = ", ".join(filter(None, (figure.population, figure.place, figure.period)))
        cells = (
            figure.measure,
            phrases.quoted(figure.words),
            phrases.bounds(figure),
            "; ".join(phrases.likelihoods(claim, figure)) or "not stated",
            of_whom or "not stated",
            phrases.who(claim, view.briefing),
        )
        yield f"| {' | '.join(map(plain, cells))} | {notes[claim.id]} |"
    yield ""
    yield "Nothing is summed; figures of several claims may count the same people."
    yield ""


def _timeline(view: View, notes: Mapping[str, str]) -> Iterator[str]:
    yield "## Timeline"
    yield ""
    for date, role, claim in dated(_shown(view)):
        yield f"- {date} ({role}): {plain(claim.summary)}{notes[claim.id]}"
    undated = sum(not claim.dated for claim in _shown(view))
    if undated:
        yield f"- No date is stated in {phrases.plural(undated, 'claim')}."
    yield ""


def _likelihoods(view: View, notes: Mapping[str, str]) -> Iterator[str]:
    yield "## Likelihood and confidence"
    yield ""
    for claim in _shown(view):
        for one in claim.likelihoods:
            reach = phrases.quoted(one.scope.exact) if one.scope else "scope not stated"
            scale = f"{one.band.printed}, {phrases.scale(one)}"
            yield f"- **{plain(one.term)}** ({plain(scale)}): {plain(reach)}{notes[claim.id]}"
    stated = [f"{one.confidence}{notes[one.id]}" for one in _shown(view) if one.confidence]
    yield f"- Analytic confidence: {', '.join(stated) or 'not stated'}."
    yield ""


def _claims(view: View, notes: Mapping[str, str]) -> Iterator[str]:
    for kind, title in _KINDS:
        chosen = [number for number in view.numbers if view.claims[number].kind == kind]
        if chosen:
            yield f"## {title}"
            yield ""
        for number in chosen:
            claim = view.claims[number]
            possible = " *(possible match)*" if view.possible(number) else ""
            about = [phrases.who(claim, view.briefing), *(one.term for one in claim.likelihoods)]
            about += filter(None, (claim.review_state,))
            yield f"- {plain(claim.summary)}{possible} — {plain('; '.join(about))}{notes[claim.id]}"
        if chosen:
            yield ""


def _sources(view: View) -> Iterator[str]:
    counts = Counter(one for claim in _shown(view) for one in claim.attribution.chain)
    yield "## Sources"
    yield ""
    for source in view.briefing.sources:
        if counts[source.id]:
            grade = f"reliability {source.reliability or 'not stated'}"
            about = ", ".join(filter(None, (source.kind, source.country, grade)))
            claims = phrases.plural(counts[source.id], "claim")
            yield f"- {plain(source.name)} ({plain(about)}): {claims}"
    nobody = sum(not claim.attribution.chain for claim in _shown(view))
    if nobody:
        yield f"- No source is stated in {phrases.plural(nobody, 'claim')}."
    yield ""


def _footnotes(view: View, notes: Mapping[str, str]) -> Iterator[str]:
    for claim in _shown(view):
        document = view.briefing.document_by_id[claim.document]
        span = f"characters {claim.evidence.start:,}–{claim.evidence.end:,}"
        place = ", ".join([*_about(document, view.briefing.title), span])
        yield f"{notes[claim.id]}: {plain(phrases.quoted(claim.evidence.exact))} {plain(place)}."


def _about(document: Document, title: str) -> Iterator[str]:
    yield document.title or title
    yield from filter(None, (document.publisher, document.date and phrases.date(document.date)))
