"""Checks across records: ids, quotes, likelihood terms and checksums that must agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from kursk_tui import progress
from kursk_tui.model.claim import Claim
from kursk_tui.model.document import Document, Selector
from kursk_tui.model.figure import RESERVED_WORDS, Figure
from kursk_tui.model.likelihood import Likelihood
from kursk_tui.model.limits import MAX_CLAIM_TEXT
from kursk_tui.model.problem import Ids, Path, Problem, below
from kursk_tui.model.related_figures import RelatedClaims, check_relations
from kursk_tui.model.review import Rejected, Review
from kursk_tui.model.source import Attribution, Source
from kursk_tui.model.statement_relation import StatementRelation
from kursk_tui.model.when import When
from kursk_tui.text.invisible import is_blank
from kursk_tui.text.messages import shortened
from kursk_tui.text.sanitize import visible

_MAX_QUOTE = 60
"""The maximum length of a quote in a message."""

_CONTEXT = 24
"""The number of characters shown before or after a quote."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The valid records of a briefing by their index in the file, and all ids in the file.

    The sets of ids include those of invalid records, so that claims that cite such a record are not
    reported as well. `unread_figures` are the ids of claims whose figures are invalid. `final` is
    whether the briefing's status is "final".
    """

    documents: Mapping[int, Document]
    sources: Mapping[int, Source]
    claims: Mapping[int, Claim]
    document_ids: frozenset[str]
    source_ids: frozenset[str]
    claim_ids: frozenset[str] = frozenset()
    unread_figures: frozenset[str] = frozenset()
    final: bool = False


def find_problems(parts: Parts) -> Iterator[Problem]:
    """Yield every contradiction between the records of a briefing, or with its documents."""
    yield from _check_unique_ids("documents", parts.documents)
    yield from _check_unique_ids("sources", parts.sources)
    yield from _check_unique_ids("claims", parts.claims)
    for index, document in parts.documents.items():
        yield from below(("documents", index), _check_document(document))
    documents = {document.id: document for document in parts.documents.values()}
    sources = Ids(parts.source_ids)
    related = RelatedClaims(parts.claims, parts.claim_ids, parts.unread_figures)
    for index, claim in progress.track("checking", parts.claims.items()):
        path = "claims", index
        yield from below(path, _check_claim(claim, documents, parts, sources))
        if any(figure.relations for figure in claim.figures):
            yield from below(path, check_relations(claim, related))
        for at, relation in enumerate(claim.relations):
            found = _check_statement_relation(relation, claim, sources, related)
            yield from below((*path, "relations", at), found)


def _check_unique_ids(
    key: str, records: Mapping[int, Document] | Mapping[int, Source] | Mapping[int, Claim]
) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, record in records.items():
        if record.id in first:
            message = f"the id “{record.id}” is already used by {key}[{first[record.id]}]"
            yield Problem((key, index, "id"), message)
        else:
            first[record.id] = index


def _check_document(document: Document) -> Iterator[Problem]:
    if is_blank(document.text):
        yield Problem(("text",), "the text is blank")
    actual = sha256(document.text.encode()).hexdigest()
    if actual != document.sha256:
        message = f"the text does not match its checksum; its SHA-256 is {actual}"
        yield Problem(("sha256",), message)
    if document.date_line is not None:
        yield from below(("date_line",), _check_selector(document.date_line, document))
    for index, selector in enumerate(document.residue):
        yield from below(("residue", index), _check_selector(selector, document))


def _check_selector(selector: Selector, document: Document) -> Iterator[Problem]:
    text, start, end = document.text, selector.start, selector.end
    if not start < end <= len(text):
        message = (
            f"{start}–{end} is not a valid span of document “{document.id}”, "
            f"which has {len(text)} characters"
        )
        if end <= start:
            message += "; “end” must be greater than “start”"
        yield Problem(("end",), message)
        return
    if text[start:end] != selector.exact:
        yield Problem(("exact",), _not_verbatim(selector, document))
        return
    if selector.prefix is not None and not text[:start].endswith(selector.prefix):
        before = _quote(text[max(0, start - _CONTEXT) : start])
        yield Problem(
            ("prefix",), f"the prefix does not match; the text before the quote is {before}"
        )
    if selector.suffix is not None and not text[end:].startswith(selector.suffix):
        after = _quote(text[end : end + _CONTEXT])
        yield Problem(
            ("suffix",), f"the suffix does not match; the text after the quote is {after}"
        )


def _not_verbatim(selector: Selector, document: Document) -> str:
    start, end = selector.start, selector.end
    message = (
        f"the quote does not match document “{document.id}”, "
        f"where characters {start}–{end} are {_quote(document.text[start:end])}"
    )
    found = document.text.find(selector.exact)
    if found >= 0:
        message += f"; the quote is at {found}–{found + len(selector.exact)}"
    return message


def _quote(text: str) -> str:
    shown = visible(text)
    return f"“{shortened(shown, _MAX_QUOTE)}”"


def _check_claim(
    claim: Claim, documents: Mapping[str, Document], parts: Parts, sources: Ids
) -> Iterator[Problem]:
    if (length := claim.text_length) > MAX_CLAIM_TEXT:
        message = f"the claim has {length:,} characters; a claim has at most {MAX_CLAIM_TEXT:,}"
        yield Problem((), message)
    document = documents.get(claim.document)
    if claim.document not in parts.document_ids:
        yield Problem(("document",), f"there is no document “{claim.document}” in this file")
    if is_blank(claim.evidence.exact):
        yield Problem(("evidence", "exact"), "the quote is blank")
    elif document is not None:
        yield from below(("evidence",), _check_selector(claim.evidence, document))
    if claim.attribution.chains or claim.external or claim.rejected_sources:
        yield from _check_chains(claim, sources)
    yield from _check_items(claim, claim, document)
    if claim.review is not None:
        yield from below(("review",), _check_review(claim.review, claim, final=parts.final))
        taken_out = _check_items(claim.review.rejected, claim, document)
        yield from below(("review", "rejected"), taken_out)


def _check_items(
    stated: Claim | Rejected, claim: Claim, document: Document | None
) -> Iterator[Problem]:
    """Check what a claim states, or what was taken out of it, against the claim's quote."""
    if stated.attribution is not None and stated.attribution.words is not None:
        yield from below(("attribution",), _check_words(stated.attribution, claim))
    for index, figure in enumerate(stated.figures):
        yield from below(("figures", index), _check_figure(figure, claim))
    for index, likelihood in enumerate(stated.likelihoods):
        path = ("likelihoods", index)
        yield from below(path, _check_words(likelihood, claim))
        yield from below(path, _check_term(likelihood))
        if likelihood.scope is not None and document is not None:
            yield from below((*path, "scope"), _check_scope(likelihood.scope, claim, document))
    for index, when in enumerate(stated.when):
        if when.words is not None:
            yield from below(("when", index), _check_words(when, claim))


def _check_chains(claim: Claim, known: Ids) -> Iterator[Problem]:
    chains = [*_chains_of(claim.attribution, ("attribution",))]
    chains += [
        (("external", index, "chain"), external.chain)
        for index, external in enumerate(claim.external)
    ]
    if claim.review is not None and (taken := claim.review.rejected.attribution) is not None:
        chains += _chains_of(taken, ("review", "rejected", "attribution"))
    for path, chain in chains:
        for hop, source in enumerate(chain):
            if source not in known.ids:
                message = f"there is no source “{source}” in this file{known.suggestion(source)}"
                yield Problem((*path, hop), message)
            if source in chain[:hop]:
                yield Problem((*path, hop), f"“{source}” occurs more than once in this chain")


def _chains_of(attribution: Attribution, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    yield (*path, "chain"), attribution.chain
    for index, chain in enumerate(attribution.further):
        yield (*path, "further", index), chain


def _check_statement_relation(
    relation: StatementRelation, claim: Claim, sources: Ids, related: RelatedClaims
) -> Iterator[Problem]:
    """Check the words of a relation and, in this file, what it is a relation to."""
    yield from _check_words(relation, claim)
    of = relation.of
    if of.source is not None and of.source not in sources.ids:
        hint = sources.suggestion(of.source)
        yield Problem(("of", "source"), f"there is no source “{of.source}” in this file{hint}")
    if of.claim is None or of.edition is not None:
        return
    if of.claim not in related.ids.ids:
        hint = related.ids.suggestion(of.claim)
        yield Problem(("of", "claim"), f"there is no claim “{of.claim}” in this file{hint}")
    elif of.figure is not None:
        figures = related.figures_of(of.claim)
        if figures is not None and not figures.named(of.figure, None):
            message = f"claim “{of.claim}” has no figure with these words"
            yield Problem(("of", "figure"), message)


def _check_words(
    record: Attribution | Figure | Likelihood | When | StatementRelation, claim: Claim
) -> Iterator[Problem]:
    words = record.words or ""
    try:
        claim.span_of(words, record.start)
    except ValueError as error:
        yield Problem(("words",), str(error))
    else:
        if is_blank(words):
            yield Problem(("words",), "the words are blank")


def _check_figure(figure: Figure, claim: Claim) -> Iterator[Problem]:
    yield from _check_words(figure, claim)
    if figure.measure in RESERVED_WORDS:
        message = f"“{figure.measure}” is a word of the query language; use another name"
        yield Problem(("measure",), message)


def _check_term(likelihood: Likelihood) -> Iterator[Problem]:
    yardstick = likelihood.yardstick
    terms = [band.term for band in yardstick.bands]
    if likelihood.term not in terms:
        rank = yardstick.rank(likelihood.term)
        hint = f"write “{terms[rank]}”" if rank is not None else f"its terms are {', '.join(terms)}"
        message = f"{_quote(likelihood.term)} is not a term of {yardstick.name}; {hint}"
        yield Problem(("term",), message)


def _check_scope(scope: Selector, claim: Claim, document: Document) -> Iterator[Problem]:
    if not claim.evidence.start <= scope.start < scope.end <= claim.evidence.end:
        yield Problem(("start",), _outside(scope.start, scope.end, claim))
    else:
        yield from _check_selector(scope, document)


def _check_review(review: Review, claim: Claim, *, final: bool) -> Iterator[Problem]:
    for index, item in enumerate(review.items):
        if not claim.evidence.start <= item.start < item.end <= claim.evidence.end:
            yield Problem(("items", index, "start"), _outside(item.start, item.end, claim))
    for index, number in enumerate(review.open_numbers):
        if not claim.evidence.start <= number.start < number.end <= claim.evidence.end:
            yield Problem(
                ("open_numbers", index, "start"), _outside(number.start, number.end, claim)
            )
        elif claim.words_at(number.start, number.end) != number.words:
            message = f"the words at {number.start}–{number.end} are different"
            yield Problem(("open_numbers", index, "words"), message)
    if final and review.decision != "accepted":
        message = f"the claim is {review.state}, so the status of the briefing must be “draft”"
        yield Problem(("decision",), message)


def _outside(start: int, end: int, claim: Claim) -> str:
    evidence = claim.evidence
    return f"{start}–{end} is not a span of the claim, which is at {evidence.start}–{evidence.end}"
