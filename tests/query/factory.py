"""Small briefings for tests, with a document made of the quotes of their claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Literal

from kursk_tui.formats.builtin import builtin_path
from kursk_tui.formats.json import read
from kursk_tui.model import (
    FORMAT,
    Attribution,
    Briefing,
    Claim,
    Document,
    Figure,
    Likelihood,
    Selector,
    Source,
    When,
)
from kursk_tui.model.likelihood import Confidence
from kursk_tui.query import Answer, Index, View, members
from kursk_tui.query.memory import MemoryEvaluator
from kursk_tui.query.resolve import resolve
from kursk_tui.query.syntax import parse
from kursk_tui.query.syntax.tree import Query
from kursk_tui.vocabulary import Basis, ClaimKind, Qualifier, ScaleId, TimeRole

Outcome = Literal["no", "unstated", "possible", "match"]


@dataclass(frozen=True)
class Draft:
    """A claim without a place in a document; its quote is `text` and the words of its parts."""

    text: str = "Something happened."
    id: str | None = None
    kind: ClaimKind = "reported"
    summary: str = "A claim"
    chain: tuple[str, ...] = ()
    basis: Basis = "stated"
    figures: tuple[Figure, ...] = ()
    likelihoods: tuple[Likelihood, ...] = ()
    when: tuple[When, ...] = ()
    confidence: Confidence | None = None
    notes: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The claim's words, with those of its figures, likelihoods and dates."""
        words = [
            *(figure.words for figure in self.figures),
            *(likelihood.words for likelihood in self.likelihoods),
            *(when.words for when in self.when if when.words is not None),
        ]
        return " ".join([self.text, *words])

    def claim(self, start: int, number: int) -> Claim:
        """Return the claim, which starts at `start` in the document."""
        quote = self.quote
        return Claim(
            id=self.id or f"C{number}",
            document="text",
            kind=self.kind,
            summary=self.summary,
            evidence=Selector(start=start, end=start + len(quote), exact=quote),
            attribution=Attribution(chain=self.chain, basis=self.basis if self.chain else None),
            figures=self.figures,
            likelihoods=self.likelihoods,
            when=self.when,
            confidence=self.confidence,
            notes=self.notes,
        )


def figure(
    measure: str, qualifier: Qualifier, *values: int, population: str | None = None
) -> Figure:
    """Return a figure, with words in brackets that are unique for its values."""
    words = f"[{measure} {qualifier} {values}]"
    return Figure(
        measure=measure, words=words, qualifier=qualifier, values=values, population=population
    )


def likelihood(scale: ScaleId, term: str) -> Likelihood:
    """Return a likelihood on a scale, over the whole claim."""
    return Likelihood(scale=scale, scale_basis="stated", term=term, words=f"[{scale} {term}]")


def dated(edtf: str, role: TimeRole = "event") -> When:
    """Return a date without words."""
    return When(role=role, edtf=edtf)


def words_only(words: str, bound: str | None = None, role: TimeRole = "event") -> When:
    """Return a date in words only, with or without a bound."""
    return When(role=role, words=words, bound=bound)


def briefing(*drafts: Draft, sources: Sequence[Source] = (), url: str | None = None) -> Briefing:
    """Return a briefing of these claims. Sources that only a chain names are added."""
    claims = []
    text = ""
    for number, draft in enumerate(drafts):
        claims.append(draft.claim(len(text), number))
        text += draft.quote + "\n"
    text = text or "Nothing happened."
    known = {source.id: source for source in sources}
    for draft in drafts:
        for one in draft.chain:
            known.setdefault(one, Source(id=one, name=f"Source {one}"))
    digest = sha256(text.encode()).hexdigest()
    return Briefing(
        format=FORMAT,
        title="A small briefing",
        documents=(Document(id="text", text=text, sha256=digest, url=url),),
        sources=tuple(known.values()),
        claims=tuple(claims),
    )


@cache
def builtin() -> Briefing:
    """Return the built-in briefing."""
    return read(builtin_path())


@cache
def builtin_view() -> View:
    """Return the view of the whole built-in briefing."""
    return View.of(builtin())


def answer(query: Query, index: Index) -> Answer:
    """Return the answer to a query over an index."""
    return MemoryEvaluator(index, index.claims).evaluate(resolve(query, index))


def outcomes(of: Briefing, query: str | Query) -> list[Outcome]:
    """Return the outcome of each claim of a briefing for a query."""
    index = Index(of)
    found = answer(parse(query) if isinstance(query, str) else query, index)
    result: list[Outcome] = ["no"] * len(of.claims)
    sets: list[tuple[Outcome, int]] = [
        ("match", found.match),
        ("possible", found.possible),
        ("unstated", found.unstated),
    ]
    for outcome, chosen in sets:
        for number in members(chosen):
            assert result[number] == "no", "the three sets overlap"
            result[number] = outcome
    return result


def outcome(draft: Draft, query: str | Query) -> Outcome:
    """Return the outcome of a claim for a query, as the only claim of a briefing."""
    return outcomes(briefing(draft), query)[0]


def matches(of: Briefing, query: str) -> set[str]:
    """Return the ids of the claims that match; fail if any possibly matches."""
    found = View.of(of).ask(query)
    assert not found.answer.possible
    return {found.claims[number].id for number in found.numbers}
