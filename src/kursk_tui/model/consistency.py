"""What no single record can check of itself: ids, quotes, terms and checksums that must agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256

from kursk_tui import progress
from kursk_tui.model.claim import Claim
from kursk_tui.model.document import Document, Selector
from kursk_tui.model.figure import RESERVED_WORDS, Figure
from kursk_tui.model.likelihood import Likelihood
from kursk_tui.model.review import Review
from kursk_tui.model.source import Attribution, Source
from kursk_tui.model.when import When
from kursk_tui.text.sanitize import visible

_SHOWN = 60
_HINTS = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a briefing: where, as keys and indexes from the top, and a sentence."""

    path: tuple[str | int, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The valid records of a briefing by their index in the file, and every id that it names.

    Records that are invalid in themselves are absent, but their ids are known: a claim that
    cites one of them is not wrong as well.
    """

    documents: Mapping[int, Document]
    sources: Mapping[int, Source]
    claims: Mapping[int, Claim]
    document_ids: frozenset[str]
    source_ids: frozenset[str]
    final: bool = False


class _Known:
    """The ids of a file's sources, and which of them may be meant by another."""

    def __init__(self, ids: frozenset[str]) -> None:
        self.ids = ids
        self._hints: dict[str, str] = {}

    def hint(self, unknown: str) -> str:
        """Return a suggestion, but only for so many ids: each is compared with all."""
        if unknown not in self._hints and len(self._hints) < _HINTS:
            close = get_close_matches(unknown, self.ids, n=1)
            self._hints[unknown] = f"; did you mean “{close[0]}”?" if close else ""
        return self._hints.get(unknown, "")


def find_problems(parts: Parts) -> Iterator[Problem]:
    """Yield everything in which records of a briefing contradict each other or the text."""
    yield from _repeated("documents", parts.documents)
    yield from _repeated("sources", parts.sources)
    yield from _repeated("claims", parts.claims)
    for index, document in parts.documents.items():
        for problem in _document(document):
            yield Problem(("documents", index, *problem.path), problem.message)
    documents = {document.id: document for document in parts.documents.values()}
    sources = _Known(parts.source_ids)
    for index, claim in progress.track("checking", parts.claims.items()):
        for problem in _claim(claim, documents, parts, sources):
            yield Problem(("claims", index, *problem.path), problem.message)
        if parts.final and claim.review is not None and claim.review.decision != "accepted":
            state = claim.review.decision or "unreviewed"
            message = f"the claim is {state}, so the briefing is no final one: its status is draft"
            yield Problem(("claims", index, "review", "decision"), message)


def _review(review: Review, claim: Claim) -> Iterator[Problem]:
    for nth, item in enumerate(review.items):
        if not claim.evidence.start <= item.start < item.end <= claim.evidence.end:
            message = f"characters {item.start}–{item.end} are not within the claim"
            yield Problem(("review", "items", nth, "start"), message)


def _repeated(
    key: str, records: Mapping[int, Document] | Mapping[int, Source] | Mapping[int, Claim]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, record in records.items():
        if record.id in first:
            message = f"the id “{record.id}” is taken already, by {key}[{first[record.id]}]"
            yield Problem((key, index, "id"), message)
        else:
            first[record.id] = index


def _document(document: Document) -> Iterator[Problem]:
    actual = sha256(document.text.encode()).hexdigest()
    if actual != document.sha256:
        message = f"the text has changed: its sha256 is {actual}, not the one recorded here"
        yield Problem(("sha256",), message)
    if document.date_line is not None:
        yield from _selector(("date_line",), document.date_line, document)
    for index, selector in enumerate(document.residue):
        yield from _selector(("residue", index), selector, document)


def _selector(
    path: tuple[str | int, ...], selector: Selector, document: Document
) -> Iterator[Problem]:
    text, start, end = document.text, selector.start, selector.end
    if not start < end <= len(text):
        message = (
            f"characters {start}–{end} are no span of document “{document.id}”, "
            f"which has {len(text)} characters"
        )
        yield Problem((*path, "end"), message)
        return
    if text[start:end] != selector.exact:
        yield Problem((*path, "exact"), _not_verbatim(selector, document))
        return
    if selector.prefix is not None and not text[:start].endswith(selector.prefix):
        message = f"right before the quote stands {_quote(text[max(0, start - 24) : start])}"
        yield Problem((*path, "prefix"), message)
    if selector.suffix is not None and not text[end:].startswith(selector.suffix):
        message = f"right after the quote stands {_quote(text[end : end + 24])}"
        yield Problem((*path, "suffix"), message)


def _not_verbatim(selector: Selector, document: Document) -> str:
    start, end = selector.start, selector.end
    message = (
        f"the quote is not what document “{document.id}” has at characters {start}–{end}: "
        f"there stands {_quote(document.text[start:end])}"
    )
    found = document.text.find(selector.exact)
    if found >= 0:
        message += f"; the quote stands at {found}–{found + len(selector.exact)}"
    return message


def _quote(text: str) -> str:
    shown = visible(text)
    return f"“{shown}”" if len(shown) <= _SHOWN else f"“{shown[: _SHOWN - 1]}…”"


def _claim(
    claim: Claim, documents: Mapping[str, Document], parts: Parts, sources: _Known
) -> Iterator[Problem]:
    if claim.document not in parts.document_ids:
        yield Problem(("document",), f"there is no document “{claim.document}” in this file")
    document = documents.get(claim.document)
    if document is not None:
        yield from _selector(("evidence",), claim.evidence, document)
    if claim.attribution.chain or claim.external:
        yield from _chains(claim, sources)
    if claim.attribution.words is not None:
        yield from _words(("attribution",), claim.attribution, claim)
    for index, figure in enumerate(claim.figures):
        yield from _words(("figures", index), figure, claim)
        if figure.measure in RESERVED_WORDS:
            message = f"“{figure.measure}” is a word of the query language; name the measure anew"
            yield Problem(("figures", index, "measure"), message)
    for index, likelihood in enumerate(claim.likelihoods):
        yield from _words(("likelihoods", index), likelihood, claim)
        for problem in _likelihood(likelihood, claim, document):
            yield Problem(("likelihoods", index, *problem.path), problem.message)
    for index, when in enumerate(claim.when):
        if when.words is not None:
            yield from _words(("when", index), when, claim)
    if claim.review is not None:
        yield from _review(claim.review, claim)


def _chains(claim: Claim, known: _Known) -> Iterator[Problem]:
    chains: list[tuple[tuple[str | int, ...], tuple[str, ...]]]
    chains = [(("attribution", "chain"), claim.attribution.chain)]
    chains += [
        (("external", index, "chain"), external.chain)
        for index, external in enumerate(claim.external)
    ]
    for path, chain in chains:
        for hop, source in enumerate(chain):
            if source not in known.ids:
                message = f"there is no source “{source}” in this file{known.hint(source)}"
                yield Problem((*path, hop), message)
            if source in chain[:hop]:
                yield Problem((*path, hop), f"“{source}” stands in this chain twice")


def _words(
    path: tuple[str | int, ...], printed: Attribution | Figure | Likelihood | When, claim: Claim
) -> tuple[Problem, ...]:
    try:
        claim.span_of(printed.words or "", printed.start)
    except ValueError as error:
        return (Problem((*path, "words"), str(error)),)
    return ()


def _likelihood(
    likelihood: Likelihood, claim: Claim, document: Document | None
) -> Iterator[Problem]:
    yardstick = likelihood.yardstick
    terms = [band.term for band in yardstick.bands]
    if likelihood.term not in terms:
        rank = yardstick.rank(likelihood.term)
        hint = f"; write “{terms[rank]}”" if rank is not None else f"; it has: {', '.join(terms)}"
        message = f"“{likelihood.term}” is not a term of {yardstick.name}{hint}"
        yield Problem(("term",), message)
    scope = likelihood.scope
    if scope is None or document is None:
        return
    if not claim.evidence.start <= scope.start < scope.end <= claim.evidence.end:
        message = f"characters {scope.start}–{scope.end} are not within the claim"
        yield Problem(("scope", "start"), message)
    else:
        yield from _selector(("scope",), scope, document)
