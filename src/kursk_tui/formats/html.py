"""A view as one web page that needs nothing else: no script, no font, no picture, no network."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from kursk_tui.formats.timeline import dated
from kursk_tui.model import Claim, Document, Likelihood
from kursk_tui.query import View
from kursk_tui.text.sanitize import find_links, visible
from kursk_tui.wording import phrases
from kursk_tui.wording.facts import Fact, Piece, facts

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content Security Policy: whatever the data holds, a browser loads and runs nothing."""

_PARTS = ("Figures", "Timeline", "Confidence", "Sources", "Claims", "Document")


def write(view: View) -> str:
    """Return a view as HTML: readable without a script, by keyboard, and by a screen reader.

    Links lead to http and https only; colours follow what the reader's system prefers.
    """
    style = (files("kursk_tui.formats") / "html.css").read_text("utf-8")
    body = (
        _head(view),
        _section("Figures", _figures(view)),
        _section("Timeline", _timeline(view)),
        _section("Confidence", _confidence(view)),
        _section("Sources", _sources(view)),
        _section("Claims", _claims(view)),
        _section("Document", _documents(view)),
    )
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{_text(view.briefing.title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        *(line for part in body for line in part),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return escape(visible(text))


def _verbatim(text: str) -> str:
    return "\n".join(_text(line) for line in text.split("\n"))


def _quoted(text: str) -> str:
    return f'<q dir="auto">{_text(text)}</q>'


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    name = title.lower()
    yield f'<section aria-labelledby="{name}">'
    yield f'<h2 id="{name}">{title}</h2>'
    yield from lines
    yield "</section>"


def _head(view: View) -> Iterator[str]:
    briefing = view.briefing
    about = [
        phrases.plural(len(view.numbers), "claim"),
        phrases.plural(len(briefing.sources), "source"),
    ]
    if briefing.date:
        about.insert(0, phrases.date(briefing.date))
    yield f'<header>\n<h1 dir="auto">{_text(briefing.title)}</h1>\n<p>{" · ".join(about)}</p>'
    if draft := phrases.draft(briefing):
        yield f"<p><strong>{draft}: nothing here is final.</strong></p>"
    if str(view.query):
        answer = view.answer
        counts = f"{answer.match.bit_count():,} match, {answer.possible.bit_count():,} possible"
        unstated = f"{answer.unstated.bit_count():,} not stated"
        yield f"<p>Selected by <code>{_text(str(view.query))}</code>: {counts}, {unstated}.</p>"
    links = (f'<a href="#{part.lower()}">{part}</a>' for part in _PARTS)
    yield f'<nav aria-label="Parts">{" ".join(links)}</nav>\n</header>'


def _shown(view: View) -> list[Claim]:
    return [view.claims[number] for number in view.numbers]


def _to_claim(claim: Claim) -> str:
    return f'<a href="#claim-{claim.id}">{claim.id}</a>'


def _who(claim: Claim, view: View) -> str:
    if not claim.attribution.chain:
        return '<i class="unstated">not stated</i>'
    return f'<span class="source">{_text(phrases.who(claim, view.briefing))}</span>'


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield '<div class="wide" role="region" tabindex="0" aria-label="Table">\n<table>\n<thead><tr>'
    yield "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>"
    for first, *others in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _figures(view: View) -> Iterator[str]:
    rows = [
        (
            _text(figure.measure),
            _quoted(figure.words),
            _text(phrases.bounds(figure)),
            _stated("; ".join(phrases.likelihoods(claim, figure))),
            _of_whom(figure.population, figure.place, figure.period),
            _who(claim, view),
            _to_claim(claim),
        )
        for claim in _shown(view)
        for figure in claim.figures
    ]
    if not rows:
        yield "<p>None is stated.</p>"
        return
    pinned = ("measure", "as printed", "what the words pin down", "likelihood")
    yield from _table((*pinned, "of whom", "who says it", "claim"), rows)
    yield "<p>Nothing is summed; figures of several claims may count the same people.</p>"


def _of_whom(*stated: str | None) -> str:
    return _stated(", ".join(filter(None, stated)))


def _stated(text: str) -> str:
    return _text(text) or '<i class="unstated">not stated</i>'


def _timeline(view: View) -> Iterator[str]:
    yield "<ul>"
    for date, role, claim in dated(_shown(view)):
        when = f"<b>{_text(date)}</b> ({_text(role)})"
        yield f'<li>{when} <span dir="auto">{_text(claim.summary)}</span> {_to_claim(claim)}</li>'
    undated = sum(not claim.dated for claim in _shown(view))
    if undated:
        yield f"<li>No date is stated in {phrases.plural(undated, 'claim')}.</li>"
    yield "</ul>"


def _confidence(view: View) -> Iterator[str]:
    rows = [
        (
            _text(one.term),
            f"{_yardstick(one)}{_text(one.band.printed)}",
            _text(phrases.scale(one)),
            _quoted(one.scope.exact) if one.scope else '<i class="unstated">not stated</i>',
            _to_claim(claim),
        )
        for claim in _shown(view)
        for one in claim.likelihoods
    ]
    if rows:
        yield from _table(("likelihood", "range", "scale", "what it reaches", "claim"), rows)
    else:
        yield "<p>No likelihood is stated.</p>"
    stated = [f"{one.confidence} in {_to_claim(one)}" for one in _shown(view) if one.confidence]
    yield f"<p>Analytic confidence: {', '.join(stated) or 'not stated'}.</p>"


def _yardstick(likelihood: Likelihood) -> str:
    """Return the whole scale as a bar, gaps left open, the band of the term filled."""
    bands = "".join(
        f'<i style="left:{band.lower}%;width:{band.upper - band.lower}%"'
        f"{' class=here' if band is likelihood.band else ''}></i>"
        for band in likelihood.yardstick.bands
    )
    return f'<span class="yardstick" aria-hidden="true">{bands}</span>'


def _sources(view: View) -> Iterator[str]:
    counts = Counter(one for claim in _shown(view) for one in claim.attribution.chain)
    yield "<ul>"
    for source in view.briefing.sources:
        if counts[source.id]:
            grade = f"reliability {source.reliability or 'not stated'}"
            about = _text(", ".join(filter(None, (source.kind, source.country, grade))))
            link = f" {_link(source.url)}" if source.url else ""
            claims = phrases.plural(counts[source.id], "claim")
            name = f'<b class="source" dir="auto">{_text(source.name)}</b>'
            yield f"<li>{name} ({about}): {claims}{link}</li>"
    nobody = sum(not claim.attribution.chain for claim in _shown(view))
    if nobody:
        yield f"<li>No source is stated in {phrases.plural(nobody, 'claim')}.</li>"
    yield "</ul>"


def _link(url: str) -> str:
    if find_links(url) != [(0, len(url))]:
        return _text(url)
    return f'<a href="{escape(url)}" rel="noopener noreferrer">{_text(url)}</a>'


def _claims(view: View) -> Iterator[str]:
    for number in view.numbers:
        claim = view.claims[number]
        possible = " · possible match" if view.possible(number) else ""
        span = f"characters {claim.evidence.start:,}–{claim.evidence.end:,}"
        yield f'<article id="claim-{claim.id}" aria-labelledby="title-{claim.id}">'
        yield f'<h3 id="title-{claim.id}" dir="auto">{_text(claim.summary)}</h3>'
        yield (
            f"<p>{claim.id} · {claim.kind}{possible} · "
            f'<a href="#text-{claim.id}">{span}</a> of {claim.document}</p>'
        )
        yield f'<blockquote dir="auto">{_verbatim(claim.evidence.exact)}</blockquote>'
        yield from _facts(facts(claim, view.briefing))
        yield "</article>"


def _facts(found: Iterable[Fact]) -> Iterator[str]:
    yield "<dl>"
    for fact in found:
        if fact.label:
            yield f"<dt>{_text(fact.label)}</dt>"
        yield f'<dd dir="auto">{"".join(map(_piece, fact.pieces))}</dd>'
    yield "</dl>"


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "link":
            return _link(piece.text)
        case "plain":
            return _text(piece.text)
        case "unstated":
            return f'<i class="unstated">{_text(piece.text)}</i>'
    return f'<span class="{piece.kind}">{_text(piece.text)}</span>'


def _documents(view: View) -> Iterator[str]:
    for document in view.briefing.documents:
        claims = [claim for claim in _shown(view) if claim.document == document.id]
        about = (document.title, document.publisher, document.date and phrases.date(document.date))
        yield f"<h3>{_text(', '.join(filter(None, about)) or document.id)}</h3>"
        if document.url:
            yield f"<p>{_link(document.url)}</p>"
        known = document.language and _LANGUAGE.fullmatch(document.language)
        language = f' lang="{document.language}"' if known else ""
        yield f'<p class="document" dir="auto"{language}>{"".join(_marked(document, claims))}</p>'


def _marked(document: Document, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield the text in pieces: each begins or ends a claim, and those within one are marked."""
    starts: dict[int, list[Claim]] = {}
    for claim in claims:
        starts.setdefault(claim.evidence.start, []).append(claim)
    edges = {edge for one in claims for edge in (one.evidence.start, one.evidence.end)}
    at = reach = 0
    for edge in sorted({*edges, len(document.text)}):
        piece = _verbatim(document.text[at:edge])
        yield f"<mark>{piece}</mark>" if at < reach else piece
        for claim in starts.get(edge, ()):
            reach = max(reach, claim.evidence.end)
            yield f'<a class="anchor" id="text-{claim.id}" href="#claim-{claim.id}">{claim.id}</a>'
        at = edge
