"""The entries that a draft writes: of the briefing file, and of the JSON of `--explain`.

Keys of the briefing file are declared as optional because it is built in the order in which it
is written; `docs/formats.md` says which of them a file must have.
"""

from typing import TypedDict

from kursk_tui.drafting.findings import Finding

Scalar = str | int | bool | None


class ExplainedItem(TypedDict):
    """A finding in the JSON of `--explain`; the keys of `value` depend on `kind`."""

    kind: str
    start: int
    end: int
    text: str
    value: dict[str, Scalar]
    rule: str
    tier: str
    flags: list[str]


class ExplainedRejection(TypedDict):
    """A rejection in the JSON of `--explain`."""

    start: int
    end: int
    text: str
    reason: str


class Explained(TypedDict):
    """The JSON of `--explain`."""

    items: list[ExplainedItem]
    rejected: list[ExplainedRejection]


class Selector(TypedDict, total=False):
    """A span of the document; `prefix` and `suffix` distinguish it from one with the same words."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Words(TypedDict, total=False):
    """Words of a sentence; `start` is their offset if the sentence has them twice."""

    words: str
    start: int


class RelationEntry(Words, total=False):
    """A relation of a figure to another, in this claim or in the claim named."""

    kind: str
    claim: str


class FigureEntry(Words, total=False):
    """A figure of a claim."""

    measure: str
    qualifier: str
    values: list[int]
    categories: list[str]
    population: str
    place: str
    period: str
    covers: str
    tally: str
    preliminary: bool
    modality: str
    relations: list[RelationEntry]


class LikelihoodEntry(Words, total=False):
    """A likelihood of a claim."""

    scale: str
    scale_basis: str
    term: str
    scope: Selector


class DateEntry(Words, total=False):
    """A date of a claim."""

    role: str
    edtf: str
    resolved: str
    bound: str
    note: str


class AttributionEntry(Words, total=False):
    """The attribution of a claim."""

    stance: str
    chain: list[str]
    basis: str
    note: str


class ProposalEntry(TypedDict, total=False):
    """A finding that awaits review."""

    kind: str
    start: int
    end: int
    rule: str
    tier: str
    flags: list[str]
    evidence: list[list[int]]


class OpenNumberEntry(TypedDict, total=False):
    """A number that is no figure, for the analyst to decide on."""

    start: int
    end: int
    words: str
    reason: str
    measures: list[str]


class ReviewEntry(TypedDict, total=False):
    """The review of a claim; the analyst's decision is added by the dashboard."""

    items: list[ProposalEntry]
    open_numbers: list[OpenNumberEntry]


class ClaimEntry(TypedDict, total=False):
    """A claim of the file; what its sentence does not state is absent."""

    id: str
    document: str
    kind: str
    summary: str
    evidence: Selector
    attribution: AttributionEntry
    figures: list[FigureEntry]
    likelihoods: list[LikelihoodEntry]
    confidence: str
    when: list[DateEntry]
    notes: list[str]
    review: ReviewEntry


class SourceEntry(TypedDict, total=False):
    """A source of the file."""

    id: str
    name: str
    short: str
    kind: str


class ExtractionEntry(TypedDict, total=False):
    """How the text of the document was taken from a file."""

    file: str
    sha256: str
    media_type: str
    extractor: str
    version: str


class DocumentEntry(TypedDict, total=False):
    """The document of the file."""

    id: str
    title: str
    publisher: str
    date: str
    language: str
    url: str
    text: str
    sha256: str
    extraction: ExtractionEntry
    date_line: Selector
    residue: list[Selector]


class BriefingFile(TypedDict, total=False):
    """The briefing file of a draft."""

    format: str
    status: str
    title: str
    documents: list[DocumentEntry]
    sources: list[SourceEntry]
    claims: list[ClaimEntry]
    date: str


def selector(text: str, start: int, end: int) -> Selector:
    """Return a span as the file writes it."""
    return {"start": start, "end": end, "exact": text[start:end]}


def add_words(entry: Words, text: str, sentence: Finding, start: int, end: int) -> None:
    """Add words of a sentence to an entry, with their offset if the sentence has them twice."""
    words = text[start:end]
    exact = text[sentence.start : sentence.end]
    entry["words"] = words
    if exact.find(words, exact.find(words) + 1) >= 0:
        entry["start"] = start
