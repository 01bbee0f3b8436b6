"""A claim as the file states it, and as an analyst who knows the right values leaves it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.drafts import Reading, span_of, touch
from benchmarks.load.figures import figures, named_figures
from benchmarks.load.items import Item, annotated, evidence
from benchmarks.load.sources import new_source, source, source_names
from benchmarks.load.terms import dates, likelihoods
from benchmarks.samples import Gold, sentences
from kursk_tui.drafting.findings import Span
from kursk_tui.drafting.output.entries import (
    AttributionEntry,
    BriefingFile,
    ClaimEntry,
    DateEntry,
    FigureEntry,
    LikelihoodEntry,
    RelationEntry,
    SourceEntry,
    selector,
)


class Checked(NamedTuple):
    """A claim, its items, and what is wrong with its span.

    `is_none` means that its words are no sentence of the text, so that it is to be rejected.
    """

    claim: ClaimEntry
    figures: list[Item[FigureEntry]]
    dates: list[Item[DateEntry]]
    likelihoods: list[Item[LikelihoodEntry]]
    source: Item[AttributionEntry] | None
    clipped: int | None = None
    joined: bool = False
    is_none: bool = False

    @property
    def wrong(self) -> list[str]:
        """What is wrong with the claim, by kind; nothing if its statement is right."""
        if self.is_none:
            return ["claim that is none"]
        span = ["span"] if self.joined or self.clipped is not None else []
        wrong = [
            *(item.wrong for item in self.figures),
            *(item.wrong for item in self.dates),
            *(item.wrong for item in self.likelihoods),
            self.source.wrong if self.source else (),
        ]
        return [*span, *(kind for kinds in wrong for kind in kinds)]

    def corrected(self, text: str) -> ClaimEntry:
        """Return the claim with every item right."""
        right: ClaimEntry = {**self.claim}
        if self.clipped is not None:
            _clip(right, text, self.clipped)
        right["figures"] = [item.right for item in self.figures if item.right]
        right["likelihoods"] = [item.right for item in self.likelihoods if item.right]
        right["when"] = [item.right for item in self.dates if item.right]
        if self.source and self.source.right:
            right["attribution"] = self.source.right
        elif self.source:
            right.pop("attribution", None)
        for name in ("figures", "likelihoods", "when"):
            if not right.get(name):
                right.pop(name, None)  # type: ignore[misc]
        return right


def check(reading: Reading) -> list[Checked]:
    """Return every claim of a file against the annotations."""
    claims = [_check(reading, claim) for claim in reading.claims]
    return list(_with_relations(reading, claims))


def _check(reading: Reading, claim: ClaimEntry) -> Checked:
    within = [one for one in sentences(reading.sample) if touch(one.span, evidence(claim))]
    start = claim["evidence"]["start"]
    return Checked(
        claim,
        figures(reading, claim),
        dates(reading, claim),
        likelihoods(reading, claim),
        source(reading, claim),
        clipped=within[0].start if within and within[0].start > start else None,
        joined=len(within) > 1,
        is_none=not within,
    )


def _clip(claim: ClaimEntry, text: str, start: int) -> None:
    """Let a claim begin later."""
    before = text[claim["evidence"]["start"] : start]
    claim["evidence"] = selector(text, start, claim["evidence"]["end"])
    claim["summary"] = claim["summary"].removeprefix(" ".join(before.split())).lstrip()
    review = claim.get("review", {})
    items = [item for item in review.get("items", []) if item["end"] > start]
    claim["review"] = {
        **review,
        "items": [{**one, "start": max(one["start"], start)} for one in items],
    }


def _with_relations(reading: Reading, claims: Sequence[Checked]) -> Iterator[Checked]:
    """Yield the claims with the relations of their figures, which name those of other claims."""
    named = named_figures(reading)
    for checked in claims:
        items = []
        for item in checked.figures:
            golds = annotated(reading, checked.claim, "figure")
            gold = next((one for one in golds if touch(one.span, item.span)), None)
            related = gold is not None and not gold.optional and item.right is not None
            if gold and related and "links" not in gold.unscored:
                item = _related(
                    reading, checked, item, _relations(claims, checked, gold, named), gold, named
                )
            items.append(item)
        yield checked._replace(figures=items)


def _relations(
    claims: Iterable[Checked], own: Checked, gold: Gold, named: dict[str, Span]
) -> list[RelationEntry]:
    """Return the right relations of a figure."""
    relations: list[RelationEntry] = []
    for link in gold.links:
        if any(kind.endswith("?") for kind in link.kinds):
            continue
        for checked in claims:
            for item in checked.figures:
                if item.right and touch(item.span, named[link.name]):
                    relation: RelationEntry = {"kind": link.kinds[0], "words": item.right["words"]}
                    if "start" in item.right:
                        relation["start"] = item.right["start"]
                    if checked.claim["id"] != own.claim["id"]:
                        relation["claim"] = checked.claim["id"]
                    relations.append(relation)
    return relations


def _related(
    reading: Reading,
    checked: Checked,
    item: Item[FigureEntry],
    relations: list[RelationEntry],
    gold: Gold,
    named: dict[str, Span],
) -> Item[FigureEntry]:
    """Return a figure with the right relations."""
    found = (item.found or {}).get("relations", [])
    spans = {one["id"]: one for one in reading.claims}
    left = [
        (one["kind"], span_of(spans[one.get("claim", checked.claim["id"])], one)) for one in found
    ]
    is_right = True
    for link in gold.links:
        kinds = [kind.removesuffix("?") for kind in link.kinds]
        fits = [one for one in left if one[0] in kinds and touch(one[1], named[link.name])]
        if fits:
            left.remove(fits[0])
        elif not any(kind.endswith("?") for kind in link.kinds):
            is_right = False
    if is_right and not left:
        return item
    right: FigureEntry = {**(item.right or {}), "relations": relations}
    if not relations:
        right.pop("relations")
    wrong = item.wrong if item.found is None else (*item.wrong, "relation")
    return item._replace(right=right, wrong=wrong)


def needed_sources(reading: Reading, claim: ClaimEntry) -> list[SourceEntry]:
    """Return the sources that a right claim names and that the file lacks."""
    known = {entry["id"] for entry in reading.file["sources"]}
    wanted = [one for one in claim.get("attribution", {}).get("chain", []) if one not in known]
    every = (new_source(reading, name) for name in source_names(reading))
    new = {entry["id"]: entry for entry in every}
    return [new[one] for one in wanted]


def with_claim(file: BriefingFile, claim: ClaimEntry, new: list[SourceEntry]) -> BriefingFile:
    """Return a file in which a claim is replaced, and sources are added."""
    claims = [claim if one["id"] == claim["id"] else one for one in file["claims"]]
    return {**file, "sources": [*file["sources"], *new], "claims": claims}
